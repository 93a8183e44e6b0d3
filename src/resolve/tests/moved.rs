//! Dates that are counted from others, where those are repaired.

use super::*;

/// A day told as "the same day" as another.
fn same_day(date: &str, from: &str) -> Told {
    let mut told = told("a", "appointment", "Karl Berg", POST, date).published("1921-05-12");
    told.0.date_text = Some("the same day".to_owned());
    told.0.anchor = Some(format!("an earlier date ({from})"));
    told
}

fn left(document: &str, date: &str) -> Told {
    told(document, "dismissal", "Anna Lind", POST, date)
}

fn slipped() -> Told {
    left("a", "1921-05-21").published("1921-05-12")
}

#[test]
fn what_is_counted_from_a_repaired_date_moves_with_it() {
    let told = timeline([slipped(), same_day("1921-05-21", "1921-05-21"), left("b", "1921-05-11")]);
    assert_eq!(statuses(&told), [("publication", "repaired")], "one slip is one finding");
    assert_eq!(dates(&told), ["1921-05-11 dismissal", "1921-05-11 appointment"]);
    let anchor = told.entries[1].sources[0].anchor.as_deref();
    assert_eq!(anchor, Some("an earlier date (1921-05-21, which is read as 1921-05-11)"));
    let days_later = timeline([slipped(), same_day("1921-05-24", "1921-05-21"), left("b", "1921-05-11")]);
    assert_eq!(dates(&days_later)[1], "1921-05-14 appointment", "by as much");
}

#[test]
fn what_is_counted_from_an_open_date_stays() {
    let told = timeline([slipped(), same_day("1921-05-21", "1921-05-21")]);
    assert!(dates(&told).contains(&"1921-05-21 appointment".to_owned()), "{told:?}");
    assert!(statuses(&told).contains(&("publication", "unresolved")));
}

#[test]
fn what_others_date_so_too_stays() {
    let come = told("c", "appointment", "Karl Berg", POST, "1921-05-21");
    let told = timeline([slipped(), same_day("1921-05-21", "1921-05-21"), left("b", "1921-05-11"), come]);
    assert!(dates(&told).contains(&"1921-05-21 appointment".to_owned()), "{told:?}");
}
