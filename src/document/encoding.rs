//! Bytes to text. UTF-8 is the rule; what is not is read as well as it can be, and said.

use std::borrow::Cow;

/// A text and, where it was not plain UTF-8, a sentence on how it was read.
#[derive(Debug, PartialEq)]
pub(crate) struct Decoded<'b> {
    pub(crate) text: Cow<'b, str>,
    pub(crate) remark: Option<String>,
}

/// Reads UTF-8 (with or without its mark), UTF-16 and UTF-32 where their mark or their NULs say so, and Windows-1252 for
/// the rest.
///
/// A text with some sound multi-byte sequences is UTF-8 with damage rather than Windows-1252, where such sequences
/// hardly ever come about; its broken bytes become U+FFFD.
pub(crate) fn decode(bytes: &[u8]) -> Decoded<'_> {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => return decode(rest),
        [0xFF, 0xFE, 0, 0, rest @ ..] => return utf32(rest),
        [0xFF, 0xFE, rest @ ..] => return utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => return utf16(rest, u16::from_be_bytes),
        [0, _, ..] if is_every_other(bytes) => return utf16(bytes, u16::from_be_bytes),
        [_, 0, ..] if is_every_other(&bytes[1..]) => return utf16(bytes, u16::from_le_bytes),
        _ => {}
    }
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Decoded { text: text.into(), remark: None },
        Err(error) => error,
    };
    let line = 1 + bytes[..error.valid_up_to()].iter().filter(|&&byte| byte == b'\n').count();
    let sound = bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii());
    if sound {
        let broken = bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
        let remark =
            format!("not UTF-8 throughout: {broken} broken places, the first on line {line}, were read as U+FFFD");
        Decoded { text: String::from_utf8_lossy(bytes), remark: Some(remark) }
    } else {
        let remark =
            format!("not UTF-8 (line {line}); read as Windows-1252. Convert it to UTF-8 if letters look wrong");
        Decoded { text: bytes.iter().map(|&byte| windows_1252(byte)).collect::<String>().into(), remark: Some(remark) }
    }
}

/// Whether what was read as text is none: more than one character in twenty is one that no text has.
pub(crate) fn is_binary(text: &str) -> bool {
    let odd = |c: char| c == char::REPLACEMENT_CHARACTER || c.is_control() && !"\t\n\r\x0B\x0C\x1B".contains(c);
    let (mut count, mut all) = (0, 0);
    for c in text.chars().take(LOOKED_AT) {
        count += usize::from(odd(c));
        all += 1;
    }
    count > 4 && count * 20 > all
}

/// What to say of a text file with NUL bytes in it.
pub(crate) fn nul(bytes: &[u8]) -> Option<String> {
    let count = memchr::memchr_iter(0, bytes).count();
    let bytes = if count == 1 { "byte" } else { "bytes" };
    (count > 0).then(|| format!("holds {count} NUL {bytes}; is it a text file, and in UTF-8?"))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Decoded<'_> {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
    Decoded { text: String::from_utf16_lossy(&units).into(), remark: Some("read as UTF-16".to_owned()) }
}

fn utf32(bytes: &[u8]) -> Decoded<'_> {
    let units = bytes.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]));
    let text: String = units.map(|unit| char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    Decoded { text: text.into(), remark: Some("read as UTF-32".to_owned()) }
}

/// So many bytes are looked at for what an unmarked text is in.
const LOOKED_AT: usize = 512;

/// Whether nearly every other byte from the first on is NUL, as in UTF-16 of an English text.
fn is_every_other(bytes: &[u8]) -> bool {
    let some = &bytes[..bytes.len().min(LOOKED_AT)];
    let nul = some.iter().step_by(2).filter(|&&byte| byte == 0).count();
    let between = some.iter().skip(1).step_by(2).filter(|&&byte| byte == 0).count();
    between == 0 && nul > 4 && nul * 10 >= some.len().div_ceil(2) * 9
}

/// Latin-1 with Windows' letters and marks in place of the second row of control codes.
fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf8_is_borrowed_and_its_mark_dropped() {
        for bytes in ["Dvořák 1893".as_bytes(), "\u{FEFF}Dvořák 1893".as_bytes()] {
            assert!(matches!(decode(bytes), Decoded { text: Cow::Borrowed("Dvořák 1893"), remark: None }));
        }
    }

    #[test]
    fn latin_text_is_read_as_windows_1252() {
        let decoded = decode(b"Line\nCura\xE7ao \x96 \x931954\x94");
        assert_eq!(decoded.text, "Line\nCuraçao – “1954”");
        assert!(decoded.remark.unwrap().starts_with("not UTF-8 (line 2); read as Windows-1252"));
    }

    #[test]
    fn damaged_utf8_keeps_what_is_sound() {
        let decoded = decode(b"Cura\xC3\xA7ao \xFF 1954");
        assert_eq!(decoded.text, "Curaçao \u{FFFD} 1954");
        assert!(decoded.remark.unwrap().contains("1 broken places, the first on line 1"));
    }

    #[test]
    fn utf16_and_nul_are_told() {
        assert_eq!(decode(b"\xFF\xFE1\x009\x00").text, "19");
        assert_eq!(decode(b"\xFE\xFF\x001\x009").text, "19");
        let text = "Moe resigned.";
        let wide = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        for bytes in [wide(u16::to_le_bytes), wide(u16::to_be_bytes)] {
            let decoded = decode(&bytes);
            assert_eq!((&*decoded.text, decoded.remark.as_deref()), (text, Some("read as UTF-16")));
        }
        assert_eq!(decode(b"\xFF\xFE\0\0\x31\0\0\0").text, "1");
        assert!(nul(b"1954\0").unwrap().starts_with("holds 1 NUL byte;"));
    }
}
