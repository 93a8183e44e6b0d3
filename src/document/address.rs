//! What an address (URL) or a file name tells of its document: the publisher's host, a date.

use chrono::NaiveDate;

use crate::calendar::Date;

/// The host without `www.`: `https://www.example.org/a` gives `example.org`.
pub(crate) fn host(url: &str) -> Option<&str> {
    let rest = url.split_once("://").filter(|(scheme, _)| is_scheme(scheme))?.1;
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?.split(':').next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (host.contains('.') && !host.starts_with('.')).then_some(host)
}

/// The first address in `text`, in or out of angle brackets.
pub(crate) fn find(text: &str) -> Option<&str> {
    let colons = memchr::memchr_iter(b':', text.as_bytes()).filter(|&colon| text[colon..].starts_with("://"));
    let start = colons.into_iter().find_map(|colon| {
        let scheme = ["https", "http"].into_iter().find(|scheme| text[..colon].ends_with(scheme))?;
        Some(colon - scheme.len())
    })?;
    let rest = &text[start..];
    let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\\' | ')' | ']'));
    let url = rest[..end.unwrap_or(rest.len())].trim_end_matches(['.', ',', ';']);
    host(url).map(|_| url)
}

/// The date in an address or a file name: `/2022/01/13/`, `/2022/jan/13/`, `2022-01-13-title`, `20220113`; a year and
/// month alone where a path has them as folders.
///
/// Only years from 1900 to 2100 are taken: other numbers are other things.
pub(crate) fn date(path: &str) -> Option<Date> {
    let path = path.split_once("://").map_or(path, |(_, rest)| rest);
    let mut starts = path.char_indices().filter(|&(at, c)| c.is_ascii_digit() && !path[..at].ends_with(is_word));
    starts.find_map(|(at, _)| date_at(&path[at..]))
}

/// `2022/01/13`, `2022-01-13`, `2022_01_13`, `20220113`, `2022/jan/13`, `2022/01/`.
fn date_at(path: &str) -> Option<Date> {
    let (year, rest) = number(path, 4)?;
    if !(1900..=2100).contains(&year) {
        return None;
    }
    if let Some((month, rest)) = number(rest, 2) {
        let (day, rest) = number(rest, 2)?;
        return day_of(year, month, day).filter(|_| !rest.starts_with(is_word));
    }
    let separator = rest.chars().next().filter(|c| matches!(c, '/' | '-' | '_' | '.'))?;
    let rest = &rest[1..];
    let (month, rest) = number(rest, 2).or_else(|| month_name(rest)).or_else(|| number(rest, 1))?;
    let folder = (separator == '/' && rest.starts_with('/')).then(|| Date::month(year, u8::try_from(month).ok()?));
    let Some(rest) = rest.strip_prefix(separator) else { return folder.flatten() };
    // "/2021/09/2-ministers-sacked": the number of a title is no day's folder.
    let ends = |rest: &str| !(rest.starts_with(is_word) || separator == '/' && rest.starts_with(['-', '_']));
    let day = number(rest, 2).or_else(|| number(rest, 1)).filter(|(_, rest)| ends(rest));
    day.and_then(|(day, _)| day_of(year, month, day)).or(folder.flatten())
}

fn day_of(year: i32, month: i32, day: i32) -> Option<Date> {
    let day = NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)?;
    Some(day.into())
}

/// Exactly `count` digits and what follows them.
fn number(text: &str, count: usize) -> Option<(i32, &str)> {
    let digits = text.get(..count).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    Some((digits.parse().ok()?, &text[count..]))
}

/// `jan/`, `january/`: news sites' folders.
fn month_name(text: &str) -> Option<(i32, &str)> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let (word, _) = text.split_once('/')?;
    let short = word.get(..3).filter(|_| word.len() <= 9)?;
    let month = MONTHS.iter().position(|known| known.eq_ignore_ascii_case(short))?;
    Some((i32::try_from(month).ok()? + 1, &text[word.len()..]))
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric()
}

fn is_scheme(scheme: &str) -> bool {
    !scheme.is_empty() && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_hosts_and_addresses() {
        assert_eq!(host("https://www.example.org:8080/a?b"), Some("example.org"));
        assert_eq!(host("https://news.example.co.uk"), Some("news.example.co.uk"));
        for none in ["", "example.org/a", "https://localhost/a", "://x.y", "https://"] {
            assert_eq!(host(none), None, "{none}");
        }
        assert_eq!(find("see <https://example.org/a_b> for more"), Some("https://example.org/a_b"));
        assert_eq!(find("at https://example.org/a."), Some("https://example.org/a"));
        assert_eq!(find("https://"), None);
    }

    #[test]
    fn reads_dates_in_addresses_and_file_names() {
        for (path, expected) in [
            ("https://example.org/1932/03/07/title-12345", "1932-03-07"),
            ("https://example.org/news/1932/mar/07/title", "1932-03-07"),
            ("https://example.org/1932/3/7/title", "1932-03-07"),
            ("https://example.org/1932/03/title", "1932-03"),
            ("https://example.org/1932/03/2-ministers-go.html", "1932-03"),
            ("https://example.org/1932/03/10_things", "1932-03"),
            ("https://example.org/1932/03/07.html", "1932-03-07"),
            ("1932-03-07-title.txt", "1932-03-07"),
            ("archive_1932_03_07.txt", "1932-03-07"),
            ("19320307.txt", "1932-03-07"),
        ] {
            assert_eq!(date(path).map(|date| date.to_string()).as_deref(), Some(expected), "{path}");
        }
    }

    #[test]
    fn other_numbers_are_no_dates() {
        for path in [
            "000_0fa00f2b.txt",
            "https://example.org/a76030",
            "https://example.org/1932/title",
            "https://example.org/article-19321307",
            "193203071.txt",
            "https://example.org/1932-03-99",
            "3001-03-07.txt",
            "x19320307.txt",
            "",
        ] {
            assert_eq!(date(path), None, "{path}");
        }
    }
}
