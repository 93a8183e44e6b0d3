//! Eight bytes of a text looked at in one step, each in its own part of a register.

/// A one in each of the eight bytes.
pub(crate) const EACH: u64 = 0x0101_0101_0101_0101;

/// The highest bit of each.
pub(crate) const HIGH: u64 = EACH * 0x80;

/// The highest bit of each byte whose lower seven lie between `first` and `last`.
pub(crate) fn within(eight: u64, first: u8, last: u8) -> u64 {
    let low = eight & !HIGH;
    (low + EACH * u64::from(0x80 - first)) & !(low + EACH * u64::from(0x7F - last)) & HIGH
}

/// The eight with their ASCII letters in lower case.
pub(crate) fn lower(eight: u64) -> u64 {
    let capitals = within(eight, b'A', b'Z') & !eight;
    eight | (capitals >> 2)
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
}
