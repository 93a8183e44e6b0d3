//! A question asked of all bytes of a text.
//!
//! No branch stands between the bytes of sixteen, so that compilers have them asked all at once.

/// Whether any of `bytes` is so.
#[inline]
pub(crate) fn any(bytes: &[u8], is: impl Fn(u8) -> bool) -> bool {
    let of_some = |some: &[u8; 16]| some.iter().fold(false, |any, &byte| any | is(byte));
    let of_eight = |some: &[u8; 8]| some.iter().fold(false, |any, &byte| any | is(byte));
    let (sixteens, rest) = bytes.as_chunks();
    // What is left is asked along with some of what was asked before.
    let of_rest = || match (bytes.last_chunk(), bytes.first_chunk(), bytes.last_chunk()) {
        (Some(last), ..) => !rest.is_empty() && of_some(last),
        (None, Some(first), Some(last)) => of_eight(first) || of_eight(last),
        _ => rest.iter().any(|&byte| is(byte)),
    };
    sixteens.iter().any(of_some) || of_rest()
}

/// The same of any two neighbours.
#[inline]
pub(crate) fn any_pair(bytes: &[u8], is: impl Fn(u8, u8) -> bool) -> bool {
    let (Some((_, next)), Some((_, bytes))) = (bytes.split_first(), bytes.split_last()) else { return false };
    let of_some = |(some, next): (&[u8; 16], &[u8; 16])| (0..16).fold(false, |any, at| any | is(some[at], next[at]));
    let ((sixteens, rest), (nexts, rest_next)) = (bytes.as_chunks(), next.as_chunks());
    let of_rest = || match (bytes.last_chunk(), next.last_chunk()) {
        (Some(last), Some(next)) => !rest.is_empty() && of_some((last, next)),
        _ => rest.iter().zip(rest_next).any(|(&byte, &next)| is(byte, next)),
    };
    sixteens.iter().zip(nexts).any(of_some) || of_rest()
}

/// How many pairs of neighbours are so.
#[inline]
pub(crate) fn count_pairs(bytes: &[u8], is: impl Fn(u8, u8) -> bool) -> usize {
    let (Some((_, next)), Some((_, bytes))) = (bytes.split_first(), bytes.split_last()) else { return 0 };
    let of_some = |(some, next): (&[u8; 16], &[u8; 16])| {
        usize::from((0..16).fold(0_u8, |count, at| count + u8::from(is(some[at], next[at]))))
    };
    let ((sixteens, rest), (nexts, rest_next)) = (bytes.as_chunks(), next.as_chunks());
    let of_rest = rest.iter().zip(rest_next).filter(|&(&byte, &next)| is(byte, next)).count();
    sixteens.iter().zip(nexts).map(of_some).sum::<usize>() + of_rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_counted_at_any_place() {
        let bytes: Vec<u8> = (0..70).map(|n| b"ab a  b"[n % 7]).collect();
        for end in 0..bytes.len() {
            let bytes = &bytes[..end];
            let expected = bytes.windows(2).filter(|pair| pair[0] == b' ' && pair[1] != b' ').count();
            assert_eq!(count_pairs(bytes, |byte, next| (byte == b' ') & (next != b' ')), expected, "{end}");
        }
    }

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

    #[test]
    fn two_neighbours_are_found_at_any_place() {
        for length in 0..50 {
            let mut bytes = vec![b'a'; length];
            assert!(!any_pair(&bytes, |byte, next| byte == b'b' || next == b'b'));
            for at in 1..length {
                (bytes[at - 1], bytes[at]) = (b'b', b'c');
                assert!(any_pair(&bytes, |byte, next| byte == b'b' && next == b'c'), "{at} of {length}");
                (bytes[at - 1], bytes[at]) = (b'a', b'a');
            }
        }
    }
}
