"""Writes golden/independent.json: more vectors for the runner, computed by SciPy, statsmodels and NumPy.

    python -m pip install numpy==2.4.6 scipy==1.17.1 statsmodels==0.15.0
    python testdata/golden.py
"""

import json
from pathlib import Path

import numpy as np
from scipy import integrate, optimize, special, stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint, proportions_ztest


def vector(name, metric, description, given, expect, verified_by, tolerance=None):
    made = {
        "id": name,
        "metric": metric,
        "description": description,
        "input": given,
        "expect": expect,
        "verified_by": [verified_by],
    }
    if tolerance is not None:
        made["tolerance"] = tolerance
    return made


def distributions():
    normal = [-37.0, -8.0, -1.0, 0.25, 3.0]
    levels = [1e-12, 0.001, 0.2, 0.5, 0.975, 0.9999]
    t = [[p, df] for p in (0.001, 0.05, 0.9, 0.975, 0.995) for df in (1, 1.5, 2.7, 30, 1000, 1e7)]
    t_at = [[x, df] for x in (-40.0, -2.0, 0.0, 0.7, 12.0) for df in (1, 3.3, 25, 1e5)]
    shapes = [
        (0.5, 0.5), (0.5, 10.5), (1, 1), (1, 40), (2.5, 3.5), (37.5, 8.5), (300, 2), (5e3, 5e3), (1.0, 1e7),
        (0.5, 1e6), (2e5, 3e5), (1e6, 9e6), (99999.0, 4e8), (1e8, 3e8),
    ]
    beta = [[p, a, b] for a, b in shapes for p in (0.005, 0.025, 0.5, 0.9, 0.975, 0.995)]
    beta_at = []
    for a, b in shapes:
        mean, sd = a / (a + b), np.sqrt(a * b / (a + b + 1)) / (a + b)
        beta_at += [[float(x), a, b] for x in (mean - 2 * sd, mean, mean + 0.01 * sd, mean + 1.5 * sd) if 0 < x < 1]
    chi = [[p, k] for p in (0.01, 0.5, 0.9, 0.95, 0.99) for k in (1, 2, 5, 40, 1000, 100000)]
    chi_at = [[x, k] for x in (0.0, 0.1, 3.0, 60.0) for k in (1, 2, 7, 50)]
    return vector(
        "independent_dist", "distribution", "normal, t, beta and chi-square from small to very large parameters",
        {
            "normal_cdf": [[x] for x in normal], "normal_quantile": [[p] for p in levels],
            "t_quantile": t, "t_cdf": t_at, "beta_quantile": beta, "beta_cdf": beta_at,
            "chi2_quantile": chi, "chi2_cdf": chi_at,
        },
        {
            "normal_cdf": list(map(float, stats.norm.cdf(normal))),
            "normal_quantile": list(map(float, stats.norm.ppf(levels))),
            "t_quantile": [float(special.stdtrit(df, p)) for p, df in t],
            "t_cdf": [float(special.stdtr(df, x)) for x, df in t_at],
            "beta_quantile": [float(special.betaincinv(a, b, p)) for p, a, b in beta],
            "beta_cdf": [float(special.betainc(a, b, x)) for x, a, b in beta_at],
            "chi2_quantile": [float(stats.chi2.ppf(p, k)) for p, k in chi],
            "chi2_cdf": [float(stats.chi2.cdf(x, k)) for x, k in chi_at],
        },
        "scipy", {"normal_cdf": 1e-15, "normal_quantile": 1e-9, "beta_quantile": 1e-9, "beta_cdf": 2e-8},
    )


def proportions():
    cases = [(0, 3), (3, 3), (1, 40), (7, 12), (250, 1000), (999999, 1000000), (400000, 1000000)]
    names = {"wilson": "wilson", "agresti_coull": "agresti_coull", "clopper_pearson": "beta", "wald": "normal"}
    limits = {
        ours: [[float(end) for end in proportion_confint(k, n, 0.05, method)] for k, n in cases]
        for ours, method in names.items()
    }
    jeffreys = []
    for k, n in cases:
        lower, upper = (float(special.betaincinv(k + 0.5, n - k + 0.5, p)) for p in (0.025, 0.975))
        jeffreys.append([0.0 if k == 0 else lower, 1.0 if k == n else upper])
    return vector(
        "independent_prop", "proportion", "all intervals, from three answers to a million",
        {"cases": [{"k": k, "n": n} for k, n in cases]}, {**limits, "jeffreys": jeffreys}, "statsmodels, scipy",
    )


def newcombe():
    made = []
    for number, (a, n, b, m) in enumerate([(0, 10, 10, 10), (5, 50, 9, 40), (3, 7, 3, 7), (90000, 100000, 90300, 100000)], 1):
        z, p = proportions_ztest([b, a], [m, n])
        lower, upper = confint_proportions_2indep(b, m, a, n, compare="diff", method="newcomb")
        made.append(vector(
            f"independent_newcombe_{number}", "proportion_compare", "pooled z and Newcombe",
            {"a": {"k": a, "n": n}, "b": {"k": b, "n": m}},
            {"z": float(z), "p_two_sided": float(p), "newcombe_pts": [float(100 * lower), float(100 * upper)]},
            "statsmodels",
        ))
    return made


def welch():
    random = np.random.default_rng(3)
    made = []
    for number, (n, m) in enumerate([(2, 2), (5, 90), (300, 40)], 1):
        a, b = random.integers(1, 6, n), random.integers(2, 8, m)
        found = stats.ttest_ind(b, a, equal_var=False)
        low, high = found.confidence_interval(0.95)
        made.append(vector(
            f"independent_welch_{number}", "mean_compare", "Welch, B minus A",
            {"a": a.tolist(), "b": b.tolist()},
            {"t": float(found.statistic), "df": float(found.df), "p_two_sided": float(found.pvalue), "ci": [float(low), float(high)]},
            "scipy.stats.ttest_ind(equal_var=False)",
        ))
    return made


def tango(b, m, c, z):
    """Score interval by constrained likelihood: the variance under P - D = theta, maximised numerically."""
    n = b + m + c

    def statistic(theta):
        def loss(d):
            p = d + theta
            shares = np.array([d, 1 - d - p, p])
            with np.errstate(divide="ignore", invalid="ignore"):
                terms = np.where(np.array([b, m, c]) > 0, np.array([b, m, c]) * np.log(np.clip(shares, 1e-300, 1)), 0.0)
            return -terms.sum()

        low, high = max(0.0, -theta), (1 - theta) / 2
        d = optimize.minimize_scalar(loss, bounds=(low, high), method="bounded", options={"xatol": 1e-13}).x
        variance = 2 * d + theta - theta**2
        return (c - b - n * theta) / np.sqrt(n * variance)

    estimate = (c - b) / n
    edge = 1e-9
    lower = -1.0 if b == n else optimize.brentq(lambda t: statistic(t) - z, -1 + edge, estimate - edge * (estimate > -1 + 2 * edge), xtol=1e-12)
    upper = 1.0 if c == n else optimize.brentq(lambda t: statistic(t) + z, estimate + edge, 1 - edge, xtol=1e-12)
    return [100 * lower, 100 * upper]


def score():
    z = stats.norm.ppf(0.975)
    cases = [(20, 35, 45), (3, 9, 30), (60, 5, 70), (400, 900, 700)]
    made = []
    for number, counts in enumerate(cases, 1):
        b, m, c = counts
        made.append(vector(
            f"independent_score_{number}", "nps", "score interval, by numeric constrained likelihood",
            {"detractors": b, "passives": m, "promoters": c}, {"score_tango_pts": tango(b, m, c, z)},
            "scipy.optimize", 1e-4,
        ))
    return made


def posterior(counts, prior):
    """The other way to part a Dirichlet: first the positive share, then the negative one of what is left."""
    d, m, p = (count + mass for count, mass in zip(counts, prior))

    def below(theta):
        # P(P - D <= theta) = E over P of P(D >= P - theta | P), D = (1 - P) Beta(d, m)
        mean, sd = p / (d + m + p), np.sqrt(p * (d + m) / (d + m + p + 1)) / (d + m + p)
        low, high = max(0.0, mean - 14 * sd), min(1.0, mean + 14 * sd)
        knee = [x for x in (theta, (1 + theta) / 2) if low < x < high]

        def integrand(x):
            share = np.clip((x - theta) / (1 - x), 0, 1)
            return np.exp(stats.beta.logpdf(x, p, d + m)) * special.betaincc(d, m, share)

        return integrate.quad(integrand, low, high, points=knee + [mean], limit=500, epsabs=1e-12)[0]

    quantile = lambda level: 100 * optimize.brentq(lambda t: below(t) - level, -1 + 1e-12, 1 - 1e-12, xtol=1e-11)
    return [quantile(0.025), quantile(0.975)], 1 - below(0.0)


def posteriors():
    made = []
    cases = [((0, 0, 10), (1, 1, 1)), ((3, 0, 0), (1, 1, 1)), ((0, 8, 0), (1, 1, 1)), ((5, 0, 5), (0.5, 0.5, 0.5)),
             ((1, 400, 3), (1, 1, 1)), ((2000, 5000, 3000), (1, 1, 1)), ((90, 2, 8), (2, 5, 2)), ((3000, 0, 1), (1, 1, 1))]
    for number, (counts, prior) in enumerate(cases, 1):
        interval, above = posterior(counts, prior)
        made.append(vector(
            f"independent_bayes_{number}", "nps_bayes", "Dirichlet posterior, parted another way",
            {"detractors": counts[0], "passives": counts[1], "promoters": counts[2], "prior": list(prior)},
            {"credible_95_pts": [float(end) for end in interval], "p_nps_gt_0": float(above)},
            "scipy.integrate.quad", {"credible_95_pts": 1e-4, "p_nps_gt_0": 1e-6},
        ))
    return made


def drivers():
    random = np.random.default_rng(11)
    x = random.integers(1, 8, (60, 5)).astype(float)
    x[:, 4] = np.round((x[:, 0] + x[:, 4]) / 2)
    y = np.clip(np.round(0.6 * x[:, 0] + 0.3 * x[:, 1] + 0.1 * x[:, 2] + random.normal(0, 1, 60)), 0, 10)
    names = ["a", "b", "c", "d", "e"]
    standard = (x - x.mean(0)) / x.std(0)
    target = (y - y.mean()) / y.std()

    def r2(columns):
        if not columns:
            return 0.0
        fitted = standard[:, columns] @ np.linalg.lstsq(standard[:, columns], target, rcond=None)[0]
        return float(1 - ((target - fitted) ** 2).sum() / (target**2).sum())

    from itertools import permutations

    parts = np.zeros(5)
    orders = list(permutations(range(5)))
    for order in orders:
        for place, driver in enumerate(order):
            parts[driver] += r2(list(order[: place + 1])) - r2(list(order[:place]))
    parts /= len(orders)
    weights = np.linalg.lstsq(standard, target, rcond=None)[0]
    named = lambda figures: {name: float(figure) for name, figure in zip(names, figures)}
    return vector(
        "independent_drivers", "derived_importance", "five drivers, two of them correlated, every one of 120 orders",
        {"drivers": names, "x": x.tolist(), "y": y.tolist()},
        {
            "pearson_r": named([np.corrcoef(column, y)[0, 1] for column in x.T]),
            "std_beta": named(weights),
            "r2": r2([0, 1, 2, 3, 4]),
            "shapley_r2": named(parts),
            "shapley_share_pct": named(100 * parts / parts.sum()),
        },
        "numpy.linalg.lstsq",
    )


file = {
    "schema": "meetpunt-golden/1",
    "generated": "by testdata/golden.py",
    "units": "as in scores.json",
    "default_confidence": 0.95,
    "default_tolerance": 1e-6,
    "vectors": [
        distributions(), proportions(), *newcombe(), *welch(), *score(), *posteriors(), drivers(),
    ],
}
(Path(__file__).parent / "golden" / "independent.json").write_text(json.dumps(file, indent=1) + "\n")
