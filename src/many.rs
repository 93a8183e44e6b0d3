//! A question asked of all bytes of a text.
//!
//! No branch stands between the bytes of sixteen, so that compilers have them asked all at once.

/// Whether any of `bytes` is so.
#[inline]
pub(crate) fn any(bytes: &[u8], is: impl Fn(u8) -> bool) -> bool {
    let of_some = |some: &[u8; 16]| some.iter().fold(false, |any, &byte| any | is(byte));
    let (sixteens, rest) = bytes.as_chunks();
    // What is left is asked along with some of what was asked before.
    let of_rest = || match bytes.last_chunk() {
        Some(last) => !rest.is_empty() && of_some(last),
        None => rest.iter().any(|&byte| is(byte)),
    };
    sixteens.iter().any(of_some) || of_rest()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_byte_is_found_at_any_place() {
        for length in 0..50 {
            let mut bytes = vec![b'a'; length];
            assert!(!any(&bytes, |byte| byte == b'b'));
            for at in 0..length {
                bytes[at] = b'b';
                assert!(any(&bytes, |byte| byte == b'b'), "{at} of {length}");
                bytes[at] = b'a';
            }
        }
    }
}
