//! Eight bytes of a text looked at in one step, each in its own part of a register.
//!
//! A set of them is a number with the highest bit of each.

/// A one in each of the eight bytes.
pub(crate) const EACH: u64 = 0x0101_0101_0101_0101;

/// The highest bit of each.
pub(crate) const HIGH: u64 = EACH * 0x80;

/// The bit that small letters have and capitals have not; digits have it too.
pub(crate) const SMALL: u64 = EACH * 0x20;

/// The first eight bytes, the first of them lowest, with zeros after the last.
#[inline]
pub(crate) fn load(bytes: &[u8]) -> u64 {
    match bytes.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => bytes.iter().rev().fold(0, |eight, &byte| eight << 8 | u64::from(byte)),
    }
}

/// The highest bit of each byte whose lower seven lie between `first` and `last`.
#[inline]
pub(crate) fn within(eight: u64, first: u8, last: u8) -> u64 {
    let low = eight & !HIGH;
    (low + EACH * u64::from(0x80 - first)) & !(low + EACH * u64::from(0x7F - last)) & HIGH
}

/// The eight with their ASCII letters in lower case.
#[inline]
pub(crate) fn lower(eight: u64) -> u64 {
    let capitals = within(eight, b'A', b'Z') & !eight;
    eight | (capitals >> 2)
}

/// The first eight bytes of a word in lower case, or all of a shorter one: the same for words of one length up to eight
/// only where the words are the same.
#[inline]
pub(crate) fn head(word: &[u8]) -> u64 {
    lower(match (word.first_chunk(), word.first_chunk(), word.last_chunk()) {
        (Some(&eight), ..) => u64::from_le_bytes(eight),
        // The two fours share what a word of fewer than eight has in both.
        (None, Some(&first), Some(&last)) => {
            u64::from(u32::from_le_bytes(first)) | u64::from(u32::from_le_bytes(last)) << (8 * (word.len() - 4))
        }
        _ => load(word),
    })
}

/// The first of the eight bytes, with zeros after them.
#[inline]
pub(crate) fn first(eight: u64, count: usize) -> u64 {
    if count < 8 { eight & !(u64::MAX << (8 * count)) } else { eight }
}

/// The set of ASCII letters, and that of digits.
#[inline]
pub(crate) fn letters_and_digits(eight: u64) -> (u64, u64) {
    let ascii = !eight & HIGH;
    (within(eight | SMALL, b'a', b'z') & ascii, within(eight, b'0', b'9') & ascii)
}

/// How many ASCII letters and digits `bytes` begin with.
#[inline]
pub(crate) fn run(bytes: &[u8]) -> usize {
    let mut length = 0;
    loop {
        let (letters, digits) = letters_and_digits(load(&bytes[length..]));
        let more = leading(letters | digits) as usize;
        length += more;
        if more < 8 {
            return length;
        }
    }
}

/// How many ASCII letters and digits `bytes` end with.
#[inline]
pub(crate) fn run_back(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    loop {
        let (letters, digits) = letters_and_digits(load_back(rest));
        let more = trailing(letters | digits) as usize;
        rest = &rest[..rest.len() - more];
        if more < 8 {
            return bytes.len() - rest.len();
        }
    }
}

/// The last eight bytes, the last of them highest, with zeros before the first.
#[inline]
fn load_back(bytes: &[u8]) -> u64 {
    match bytes.last_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => bytes.iter().fold(0, |eight, &byte| eight >> 8 | u64::from(byte) << 56),
    }
}

/// How many of the last bytes are in the set.
#[inline]
fn trailing(set: u64) -> u32 {
    (!set & HIGH).leading_zeros() / 8
}

/// All bits of the bytes before the first that is in the set, which is not empty.
#[inline]
pub(crate) fn before(set: u64) -> u64 {
    ((set & set.wrapping_neg()) >> 7).wrapping_sub(1)
}

/// How many of the first bytes are in the set.
#[inline]
pub(crate) fn leading(set: u64) -> u32 {
    (!set & HIGH).trailing_zeros() / 8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_lowered_and_nothing_else_is() {
        for byte in 0..=u8::MAX {
            let eight = [byte, b'Z', byte, 0, 0xFF, byte, b'a', byte];
            let lowered = lower(u64::from_le_bytes(eight)).to_le_bytes();
            assert_eq!(lowered, eight.map(|byte| byte.to_ascii_lowercase()));
        }
    }

    #[test]
    fn tells_every_byte_at_every_place() {
        for byte in 0..=u8::MAX {
            for place in 0..8 {
                let mut bytes = [b'-'; 8];
                bytes[place] = byte;
                let bit = |is: bool| u64::from(is) << (8 * place + 7);
                let expected = (bit(byte.is_ascii_alphabetic()), bit(byte.is_ascii_digit()));
                assert_eq!(letters_and_digits(load(&bytes)), expected, "{byte}");
            }
        }
    }

    #[test]
    fn heads_tell_words_of_one_length_apart() {
        let same = |a: &str, b: &str| head(a.as_bytes()) == head(b.as_bytes());
        for word in ["", "a", "at", "the", "from", "since", "before", "between", "beginning"] {
            assert!(same(word, &word.to_uppercase()), "{word}");
        }
        for (a, b) in [("a", "b"), ("the", "thy"), ("from", "form"), ("since", "sinke"), ("between", "betwixt")] {
            assert!(!same(a, b), "{a} {b}");
        }
        assert!(same("é", "é") && !same("é", "É"), "only ASCII letters");
        for length in 0..=8 {
            let word = &b"Abcdefgh"[..length];
            assert_eq!(head(word), load(b"abcdefgh"[..length].as_ref()));
            assert_eq!(head(word), lower(first(load(b"Abcdefgh"), length)));
        }
    }

    #[test]
    fn loads_and_counts_what_is_shorter() {
        for length in 0..=8 {
            let (letters, _) = letters_and_digits(load(&b"abcdefgh"[..length]));
            assert_eq!(leading(letters), length as u32);
            assert_eq!(run(&b"abcdefgh"[..length]), length);
        }
    }

    #[test]
    fn runs_end_where_they_do_byte_by_byte() {
        let text = b"one two2, the-fourteenth \xC3\xA9x";
        let slowly = |bytes: &[u8]| bytes.iter().rev().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        for end in 0..=text.len() {
            for start in 0..=end {
                assert_eq!(run_back(&text[start..end]), slowly(&text[start..end]));
            }
        }
    }
}
