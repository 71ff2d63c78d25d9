//! Contrast of colours, as WCAG 2.2 defines it, in whole numbers.
//!
//! A shop gives one accent colour. What stands on it, and the accent itself against the surface, must be legible: text 4.5:1
//! ([SC 1.4.3](https://www.w3.org/TR/WCAG22/#contrast-minimum)), controls and focus 3:1
//! ([SC 1.4.11](https://www.w3.org/TR/WCAG22/#non-text-contrast)).

/// The least contrast of text, in hundredths.
pub const TEXT: u32 = 450;

/// The least contrast of controls and of what shows focus, in hundredths.
pub const CONTROL: u32 = 300;

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

    /// Reads a computed colour as browsers write it, `rgb(36, 86, 199)` or `rgba(36, 86, 199, 1)`, or a hexadecimal one,
    /// `#2456c7` or `#25c`. `None` for any other text, and for colours that let something shine through.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        match text.strip_prefix('#') {
            Some(digits) => Self::from_digits(digits.as_bytes()),
            None => Self::from_function(text),
        }
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
        let light = |part: u8| u32::from(LIGHT[usize::from(part)]);
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

/// The colour nearest to `colour` on its way to black or white that has `least` contrast with `surface`, 300 at most 450.
#[must_use]
pub fn legible(colour: Colour, surface: Colour, least: u32) -> Colour {
    let end = on(surface, None);
    let mut colour = colour;
    while contrast(colour, surface) < least && colour != end {
        colour = colour.towards(end);
    }
    colour
}

/// sRGB parts as light, 0 to 60,000.
static LIGHT: [u16; 256] = [
    0, 18, 36, 55, 73, 91, 109, 127, 146, 164, 182, 201, 221, 241, 263, 287, 311, 336, 363, 391, 420, 450, 481, 514,
    548, 583, 620, 658, 697, 737, 779, 822, 867, 913, 960, 1008, 1059, 1110, 1163, 1217, 1273, 1330, 1389, 1449, 1511,
    1574, 1639, 1706, 1773, 1843, 1914, 1986, 2060, 2136, 2213, 2292, 2373, 2455, 2539, 2624, 2711, 2800, 2890, 2982,
    3076, 3172, 3269, 3368, 3468, 3571, 3675, 3781, 3888, 3998, 4109, 4222, 4336, 4453, 4571, 4691, 4813, 4937, 5063,
    5190, 5319, 5451, 5584, 5718, 5855, 5994, 6135, 6277, 6421, 6568, 6716, 6866, 7018, 7172, 7328, 7486, 7646, 7808,
    7972, 8138, 8306, 8476, 8648, 8822, 8998, 9176, 9356, 9538, 9722, 9908, 10096, 10286, 10479, 10673, 10870, 11068,
    11269, 11472, 11677, 11884, 12093, 12305, 12518, 12734, 12952, 13172, 13394, 13618, 13844, 14073, 14304, 14537,
    14772, 15009, 15249, 15491, 15735, 15981, 16230, 16481, 16734, 16989, 17246, 17506, 17768, 18033, 18299, 18568,
    18839, 19113, 19389, 19667, 19947, 20230, 20515, 20802, 21092, 21384, 21678, 21975, 22274, 22576, 22880, 23186,
    23494, 23805, 24119, 24434, 24753, 25073, 25396, 25721, 26049, 26379, 26712, 27047, 27385, 27725, 28067, 28412,
    28759, 29109, 29461, 29816, 30173, 30533, 30895, 31260, 31627, 31997, 32369, 32743, 33121, 33500, 33883, 34267,
    34655, 35045, 35437, 35832, 36230, 36630, 37032, 37438, 37845, 38256, 38669, 39084, 39502, 39923, 40347, 40773,
    41201, 41632, 42066, 42503, 42942, 43383, 43828, 44275, 44724, 45177, 45631, 46089, 46549, 47012, 47478, 47946,
    48417, 48891, 49367, 49846, 50328, 50812, 51300, 51789, 52282, 52777, 53275, 53776, 54280, 54786, 55295, 55807,
    56321, 56838, 57358, 57881, 58407, 58935, 59466, 60000,
];
