//! Integration by the tanh-sinh rule, which does not mind integrands that grow without bound at an end.

use core::f64::consts::PI;

/// The first step, in the transformed variable.
const STEP: f64 = 0.5;
/// Beyond this the ends are nearer than 10⁻²⁷⁰ of the range.
const REACH: f64 = 6.0;
/// How often the step is halved at most.
const HALVINGS: u32 = 8;
/// Two rounds that agree so well end it.
const TOLERANCE: f64 = 1e-9;

/// ∫ f over a range of `width`. `f` is given the distances from the lower and from the upper end, each with all its
/// digits (Takahasi and Mori 1974).
pub(super) fn integral(width: f64, f: impl Fn(f64, f64) -> f64) -> f64 {
    let term = |t: f64| {
        let stretched = PI * t.sinh();
        let (left, right) = ((1.0 + (-stretched).exp()).recip(), (1.0 + stretched.exp()).recip());
        let value = f(width * left, width * right) * left * right * PI * t.cosh();
        if value.is_finite() { value } else { 0.0 }
    };
    let both = |t: f64| term(t) + term(-t);
    let mut step = STEP;
    let mut sum = term(0.0) + from(step, step, both);
    let mut before = sum * step;
    for _ in 0..HALVINGS {
        // The new points lie between the old ones.
        sum += from(step / 2.0, step, both);
        step /= 2.0;
        let now = sum * step;
        if (now - before).abs() <= TOLERANCE * now.abs() {
            break;
        }
        before = now;
    }
    sum * step * width
}

/// The sum of `term` at `start`, `start + step` and so on.
fn from(start: f64, step: f64, term: impl Fn(f64) -> f64) -> f64 {
    let mut sum = 0.0;
    let mut t = start;
    while t <= REACH {
        sum += term(t);
        t += step;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::integral;

    #[test]
    fn integrals_of_known_value_come_out() {
        let near = |found: f64, known: f64| assert!((found - known).abs() < 1e-9, "{found} is not {known}");
        near(integral(2.0, |x, _| x * x), 8.0 / 3.0);
        near(integral(1.0, |x, _| x.sqrt().recip()), 2.0);
        near(integral(1.0, |x, rest| (x * rest).sqrt().recip()), core::f64::consts::PI);
        near(integral(1.0, |x, _| if x > 0.0 { x.powf(-0.9) } else { 0.0 }), 10.0);
    }
}
