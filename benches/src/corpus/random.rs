//! Numbers that look drawn and are the same on every machine (SplitMix64).

use std::ops::RangeInclusive;

pub(super) struct Random(u64);

impl Random {
    /// The sequence of a seed and of a purpose within it.
    pub(super) fn new(seed: u64, purpose: usize) -> Random {
        Random(seed.wrapping_mul(0xA076_1D64_78BD_642F) ^ (purpose as u64).wrapping_mul(0xE703_7ED1_A0B4_28DB))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`, which is not 0.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    pub(super) fn within(&mut self, range: &RangeInclusive<u64>) -> u64 {
        range.start() + self.next() % (range.end() - range.start() + 1)
    }
}
