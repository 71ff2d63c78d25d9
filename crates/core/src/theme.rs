//! Contrast of colours, as WCAG 2.2 defines it, in whole numbers.
//!
//! A shop gives one accent colour. What stands on it, and the accent itself against the surface, must be legible: text 4.5:1
//! ([SC 1.4.3](https://www.w3.org/TR/WCAG22/#contrast-minimum)), controls and focus 3:1
//! ([SC 1.4.11](https://www.w3.org/TR/WCAG22/#non-text-contrast)).

/// The least contrast of text, in hundredths: 4.5:1, and a hundredth for what the table below is off.
pub const TEXT: u32 = 451;

/// The least contrast of controls and of what shows focus, in hundredths: 3:1, and a hundredth as well.
pub const CONTROL: u32 = 301;

/// A colour of the sRGB space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    /// Red, 0 to 255.
    pub red: u8,
    /// Green, 0 to 255.
    pub green: u8,
    /// Blue, 0 to 255.
    pub blue: u8,
}

impl Colour {
    /// White.
    pub const WHITE: Self = Self { red: 255, green: 255, blue: 255 };
    /// Black.
    pub const BLACK: Self = Self { red: 0, green: 0, blue: 0 };

    /// Reads a hexadecimal colour, `#2456c7` or `#25c`, or a computed one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text.trim().strip_prefix('#') {
            Some(digits) => Self::from_digits(digits.as_bytes()),
            None => Self::computed(text),
        }
    }

    /// Reads a colour as browsers compute it: `rgb(36, 86, 199)`, `rgba(36, 86, 199, 1)`. `None` for any other text, and for
    /// colours that let something shine through.
    #[must_use]
    pub fn computed(text: &str) -> Option<Self> {
        Self::from_function(text.trim())
    }

    fn from_digits(digits: &[u8]) -> Option<Self> {
        let digit = |place: usize| match *digits.get(place)? {
            found @ b'0'..=b'9' => Some(found - b'0'),
            found @ b'a'..=b'f' => Some(found - b'a' + 10),
            found @ b'A'..=b'F' => Some(found - b'A' + 10),
            _ => None,
        };
        let part = |place: usize| match digits.len() {
            3 => digit(place).map(|digit| digit * 17),
            6 => Some(digit(2 * place)? * 16 + digit(2 * place + 1)?),
            _ => None,
        };
        Some(Self { red: part(0)?, green: part(1)?, blue: part(2)? })
    }

    fn from_function(text: &str) -> Option<Self> {
        let inside = text.strip_prefix("rgb")?.trim_start_matches('a').strip_prefix('(')?.strip_suffix(')')?;
        let mut parts = inside.split(',').map(str::trim);
        let mut part = || parts.next()?.parse().ok();
        let colour = Self { red: part()?, green: part()?, blue: part()? };
        match parts.next() {
            None | Some("1") => Some(colour),
            Some(_) => None,
        }
    }

    /// Relative luminance, 0 (black) to 60,000 (white).
    #[must_use]
    pub fn luminance(self) -> u32 {
        (2126 * light(self.red) + 7152 * light(self.green) + 722 * light(self.blue)) / 10_000
    }

    /// A step of one thirty-second towards another colour, at least one in each part that differs.
    fn towards(self, other: Self) -> Self {
        let step = |from: u8, to: u8| match from.abs_diff(to) {
            0 => from,
            distance if from < to => from + distance.div_ceil(32),
            distance => from - distance.div_ceil(32),
        };
        Self { red: step(self.red, other.red), green: step(self.green, other.green), blue: step(self.blue, other.blue) }
    }

    /// `#rrggbb`.
    #[must_use]
    pub fn hex(self) -> String {
        let mut text = String::from("#");
        for part in [self.red, self.green, self.blue] {
            crate::id::push_hex(&mut text, part);
        }
        text
    }
}

/// The contrast of two colours in hundredths, rounded down: 450 is 4.5:1. From 100 to 2100.
#[must_use]
pub fn contrast(a: Colour, b: Colour) -> u32 {
    // (L1 + 0.05) / (L2 + 0.05), with luminance in sixty-thousandths: 0.05 is 3,000 of them.
    let (a, b) = (a.luminance() + 3_000, b.luminance() + 3_000);
    100 * a.max(b) / a.min(b)
}

/// What is legible on a colour: `wanted`, or the one of black and white that stands out more. One of them always reaches 4.5:1.
#[must_use]
pub fn on(colour: Colour, wanted: Option<Colour>) -> Colour {
    let fits = wanted.filter(|wanted| contrast(*wanted, colour) >= TEXT);
    fits.unwrap_or(if contrast(Colour::WHITE, colour) >= contrast(Colour::BLACK, colour) {
        Colour::WHITE
    } else {
        Colour::BLACK
    })
}

/// The colour nearest to `colour` on its way to black or white that has `least` contrast with `surface`, at most [`TEXT`].
#[must_use]
pub fn legible(colour: Colour, surface: Colour, least: u32) -> Colour {
    let end = on(surface, None);
    let mut colour = colour;
    while contrast(colour, surface) < least && colour != end {
        colour = colour.towards(end);
    }
    colour
}

/// Every fourth sRGB part as light, 0 to 60,000 for 255. A whole table would cost the widget half a kilobyte.
static LIGHT: [u16; 65] = [
    0, 73, 146, 221, 311, 420, 548, 697, 867, 1059, 1273, 1511, 1773, 2060, 2373, 2711, 3076, 3468, 3888, 4336, 4813,
    5319, 5855, 6421, 7018, 7646, 8306, 8998, 9722, 10479, 11269, 12093, 12952, 13844, 14772, 15735, 16734, 17768,
    18839, 19947, 21092, 22274, 23494, 24753, 26049, 27385, 28759, 30173, 31627, 33121, 34655, 36230, 37845, 39502,
    41201, 42942, 44724, 46549, 48417, 50328, 52282, 54280, 56321, 58407, 60537,
];

/// Light of one part, straight between two entries of the table: at most 0.2 % off in a contrast.
fn light(part: u8) -> u32 {
    let (place, rest) = (usize::from(part / 4), u32::from(part % 4));
    let (low, high) = (u32::from(LIGHT[place]), u32::from(LIGHT[place + 1]));
    low + (high - low) * rest / 4
}
