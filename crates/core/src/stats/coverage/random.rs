//! Random numbers from a seed.

/// SplitMix64 (Steele, Lea and Flood 2014): small, and good enough for simulations.
pub(super) struct Random(u64);

impl Random {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A whole number below `bound`, each as likely as the others but for 1 in 2⁵⁶.
    pub(super) fn below(&mut self, bound: u8) -> u8 {
        let scaled = (u128::from(self.next()) * u128::from(bound)) >> 64;
        u8::try_from(scaled).unwrap_or(0)
    }
}
