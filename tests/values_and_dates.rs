//! The three forms of one time agree: what a temporal expression was worked out to, its TIMEX3 value and its EDTF text.

use timeline::calendar::{Date, TimexValue};
use timeline::document::{Document, Published};

/// Every kind of value that a date stands behind.
const TEXT: &str = "The yard opened on 3 May 1931, in the spring of 1931, at 9:45 on 4 May 1931 and at 10:20:35 am on \
    5 May 1931. In June 1931, in the third quarter of 1931 and in the first half of 1932 it grew; in the 1940s, the 19th \
    century and the fifth century BC it did not. The wharf dates to 44 BC. They met on Monday, last week, this weekend, \
    next weekend, yesterday morning, two years ago, five days later, a month earlier and on Christmas Eve 1930. \
    From May to June 1933, between 1934 and 1936, 1937-38, since 1939, on 1931-05-06T10:20:30Z and at noon today. \
    In early 1932, about 1935, in mid-July, on 06.03.1932 and on February 29, 1932 at 22:53 GMT.";

#[test]
fn value_date_and_text_agree() {
    let published = Published { date: "1932-03-09".parse().unwrap(), how: "given".to_owned() };
    let document = Document { published: Some(published), ..Document::new("a", TEXT) };
    let mut dated = 0;
    for timex in timeline::annotate(&document) {
        let Some(date) = timex.date else { continue };
        let found = timex.span.of(TEXT);
        let read: Date = date.to_string().parse().unwrap_or_else(|error| panic!("{found}: {error}"));
        assert_eq!(read.bounds(), date.bounds(), "{found}: {date}");
        let value: TimexValue = timex.value.parse().unwrap_or_else(|error| panic!("{found}: {error}"));
        let of_value = value.date().map(Date::bounds);
        assert_eq!(of_value, Some(date.bounds()), "{found}: {} but {date}", timex.value);
        assert_eq!(value.text().as_ref(), Some(&timex.value), "{found}");
        dated += 1;
    }
    assert!(dated > 30, "too few expressions have a date to show anything: {dated}");
}
