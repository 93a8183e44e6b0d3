//! What nothing contradicts, and what is open nevertheless.

use super::*;

impl Told {
    /// Its words can also be read as `date`.
    fn or(mut self, date: &str, cost: u32) -> Told {
        self.0.readings.push(crate::timex::Reading { date: date.parse().unwrap(), cost, because: "otherwise".into() });
        self
    }
}

fn left(document: &str, date: &str) -> Told {
    told(document, "dismissal", "Anna Lind", POST, date)
}

#[test]
fn an_open_order_of_day_and_month_makes_an_uncertain_date() {
    let open = timeline([left("a", "1922-02-03").or("1922-03-02", 1).published("1922-08-01")]);
    assert_eq!(
        (dates(&open), statuses(&open)),
        (vec!["1922-02-03? dismissal".to_owned()], vec![("ambiguous", "noted")])
    );
    assert!(open.conflicts[0].message.contains("is 1922-02-03, or 1922-03-02"), "{:?}", open.conflicts);
    let twice = timeline([left("a", "1922-02-03").or("1922-03-02", 1), left("b", "1922-02-03").or("1922-03-02", 1)]);
    assert_eq!(dates(&twice), ["1922-02-03? dismissal"], "two who write alike");

    for told in [
        vec![left("a", "1922-02-03").or("1922-03-02", 10)],
        vec![left("a", "1922-02-03").or("1922-03-02", 1).published("1922-02-05")],
        vec![left("a", "1922-02-03").or("1922-03-02", 1), left("b", "1922-02")],
        vec![left("a", "1922-02-03").or("1922-03-02", 1), left("b", "1922-02-03")],
        vec![
            left("a", "1922-02-03").or("1922-03-02", 1),
            self::told("a", "appointment", "Karl Berg", POST, "1922-02-04").after(
                "a-dismissal-1922-02-03",
                "the next day",
                Some("P1D"),
                Rounding::Stated,
            ),
        ],
    ] {
        let decided = timeline(told);
        assert_eq!((dates(&decided)[0].as_str(), statuses(&decided)), ("1922-02-03 dismissal", vec![]));
    }
}

#[test]
fn a_day_of_the_year_before_for_one_that_is_still_to_come_is_uncertain() {
    let told_in_may = |date: &str, next: &str| left("a", date).or(next, 1).published("1922-05-06");
    let near = timeline([told_in_may("1921-07-10", "1922-07-10")]);
    assert_eq!(
        (dates(&near), statuses(&near)),
        (vec!["1921-07-10? dismissal".to_owned()], vec![("ambiguous", "noted")])
    );
    assert!(
        near.conflicts[0].message.contains("the nearer 1922-07-10 comes after the article"),
        "{:?}",
        near.conflicts
    );
    for quiet in [
        vec![told_in_may("1921-10-20", "1922-10-20")],
        vec![told_in_may("1922-03-10", "1923-03-10")],
        vec![told_in_may("1921-07-10", "1922-07-10"), left("b", "1921-07-10")],
    ] {
        assert!(timeline(quiet).conflicts.is_empty());
    }
}

#[test]
fn a_day_that_no_calendar_has_is_an_error_and_its_month_stands() {
    let mut none = left("a", "1922-02");
    (none.0.no_such_day, none.0.date_text) = (true, Some("30 February 1922".to_owned()));
    let alone = timeline([none]);
    assert_eq!((dates(&alone), statuses(&alone)), (vec!["1922-02 dismissal".to_owned()], vec![("calendar", "noted")]));
    assert_eq!(alone.conflicts[0].severity, Severity::Error);
    assert_eq!(alone.conflicts[0].message, "“30 February 1922” (a) is no day of the calendar; 1922-02 is taken.");
}
