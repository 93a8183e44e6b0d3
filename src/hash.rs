//! Maps and sets that are asked for every statement.
//!
//! A text is folded sixteen bytes a multiplication, several times faster than SipHash. The key is drawn at random once a
//! run, so that no list of names can be written to collide; that also keeps anybody from relying on the order of a map.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::sync::LazyLock;

use crate::eight::load;

pub(crate) type HashMap<K, V> = std::collections::HashMap<K, V, Folding>;
pub(crate) type HashSet<T> = std::collections::HashSet<T, Folding>;

/// Makes hashers with the key of this run.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Folding(u64);

static KEY: LazyLock<u64> = LazyLock::new(|| RandomState::new().hash_one(0u8));

impl Default for Folding {
    fn default() -> Folding {
        Folding(*KEY)
    }
}

impl BuildHasher for Folding {
    type Hasher = Fold;

    #[inline]
    fn build_hasher(&self) -> Fold {
        Fold(self.0)
    }
}

/// What was written so far, folded.
#[derive(Debug)]
pub(crate) struct Fold(u64);

impl Fold {
    /// Both halves of a product, so that every bit of either factor has a part in every bit of the result.
    #[inline]
    fn fold(&mut self, first: u64, second: u64) {
        let product = u128::from(self.0 ^ first) * u128::from(second ^ 0x9E37_79B9_7F4A_7C15);
        self.0 = (product as u64) ^ (product >> 64) as u64;
    }
}

impl Hasher for Fold {
    #[inline]
    fn write(&mut self, bytes: &[u8]) {
        for part in bytes.chunks(16) {
            let (first, second) = part.split_at(part.len().min(8));
            self.fold(load(first), load(second) ^ (part.len() as u64) << 56);
        }
    }

    #[inline]
    fn write_u8(&mut self, n: u8) {
        self.write_u64(n.into());
    }

    #[inline]
    fn write_u32(&mut self, n: u32) {
        self.write_u64(n.into());
    }

    #[inline]
    fn write_u64(&mut self, n: u64) {
        self.fold(n, 0);
    }

    #[inline]
    fn write_i64(&mut self, n: i64) {
        self.write_u64(n.cast_unsigned());
    }

    #[inline]
    fn write_usize(&mut self, n: usize) {
        self.write_u64(n as u64);
    }

    #[inline]
    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_differ_anywhere_are_told_apart() {
        let hash = |text: &str| Folding::default().hash_one(text);
        let mut seen = std::collections::HashSet::new();
        for n in 0..40_000 {
            assert!(seen.insert(hash(&format!("office {n} of a state whose name is long, {n:x}"))));
        }
        for text in ["", "a", "a\0", "\0", "\0\0", "aaaaaaaa", "aaaaaaaa\0", "aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaa"] {
            assert!(seen.insert(hash(text)), "{text:?}");
        }
    }

    #[test]
    fn low_and_high_bits_are_spread() {
        // The table takes the low bits for the place and the high seven for the tag.
        let (mut low, mut high) = ([0u32; 64], [0u32; 128]);
        for n in 0..64_000u64 {
            let hash = Folding::default().hash_one(n);
            low[(hash & 63) as usize] += 1;
            high[(hash >> 57) as usize] += 1;
        }
        assert!(low.iter().all(|&count| (800..1200).contains(&count)), "{low:?}");
        assert!(high.iter().all(|&count| (350..650).contains(&count)), "{high:?}");
    }
}
