//! Publication dates as programs write them.

use super::layout::stamp;
use crate::calendar::Date;

/// Reads a publication date as programs state it: EDTF, `2009-12-19T17:00:00.000Z`, `2009-12-19 17:00`, `20091219`,
/// `Sat, 19 Dec 2009 17:00:00 GMT`, `December 19, 2009`. Figures that can be read in two orders are none.
pub fn parse_stated(text: &str) -> Option<Date> {
    let text = text.trim();
    text.parse().ok().or_else(|| in_figures(text)).or_else(|| {
        let stamp = stamp(text)?;
        stamp.readings.is_empty().then_some(stamp.date)
    })
}

fn in_figures(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    if bytes.len() == 8 && bytes.iter().all(u8::is_ascii_digit) {
        return format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..]).parse().ok();
    }
    let (day, time) = text.split_once(['T', ' '])?;
    let zone = time.find(['Z', '+', '-']).unwrap_or(time.len());
    let (clock, zone) = time.split_at(zone);
    let whole = clock.split_once('.').map_or(clock, |(whole, _)| whole);
    format!("{day}T{}{zone}", whole.trim_end()).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_programs_write() {
        for (text, date) in [
            ("1932-03-07", "1932-03-07"),
            (" 1932-03 ", "1932-03"),
            ("19320307", "1932-03-07"),
            ("1932-03-07 08:30", "1932-03-07T08:30"),
            ("1932-03-07T08:30:05.120Z", "1932-03-07T08:30:05Z"),
            ("1932-03-07 08:30:05 +01:00", "1932-03-07T08:30:05+01:00"),
            ("1932-03-01/1932-03-07", "1932-03-01/1932-03-07"),
            ("March 7, 1932", "1932-03-07"),
            ("7 March 1932", "1932-03-07"),
            ("25/3/1932", "1932-03-25"),
        ] {
            assert_eq!(parse_stated(text).map(|date| date.to_string()).as_deref(), Some(date), "{text}");
        }
        for text in ["", "soon", "1932-13-07", "19321307", "7 March", "ééééT"] {
            assert_eq!(parse_stated(text), None, "{text}");
        }
    }
}
