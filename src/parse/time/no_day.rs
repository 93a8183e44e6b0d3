//! Days that no month has: `30 February 2023`. Their month stands for them, and the statement that they date says so; a
//! remark does where they date none.

use super::expr::Part;
use crate::calendar::{Date, Grain};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Document;
use crate::statement::Statement;
use crate::timex::Timex;

/// The day of a month; the month alone where it has no such day in any year.
pub(super) fn day_or_month(month: u8, day: u8) -> Part {
    // A leap year.
    let exists = chrono::NaiveDate::from_ymd_opt(2000, month.into(), day.into()).is_some();
    if exists { Part::Day(month, day) } else { Part::Month(month) }
}

/// The productions that read a day of a month.
const OF_A_DAY: [&str; 3] = ["month-day", "day-month", "weekday-day"];

/// Marks the statements that are dated by a day which its month does not have, and warns of each expression of that kind
/// that dates none.
pub(crate) fn no_such_days(document: &Document, timexes: &[Timex], statements: &mut [Statement]) -> Vec<Diagnostic> {
    let mut dates_one = |timex: &Timex| {
        let dated = statements.iter_mut().filter(|statement| statement.date_span == Some(timex.span));
        dated.map(|statement| statement.no_such_day = true).count() > 0
    };
    let (mut line, mut counted) = (1, 0);
    let without = timexes.iter().filter(|timex| OF_A_DAY.contains(&timex.rule) && is_month(timex));
    let remarks = without.filter(|timex| !dates_one(timex)).filter_map(|timex| {
        line += document.text.get(counted..timex.span.start)?.matches('\n').count();
        counted = timex.span.start;
        let words = timex.span.of(&document.text).split_whitespace().collect::<Vec<_>>().join(" ");
        let message = format!("“{words}”: there is no such day; its month is taken");
        Some(Diagnostic { severity: Severity::Warning, document: document.id.clone(), line: Some(line), message })
    });
    remarks.collect()
}

fn is_month(timex: &Timex) -> bool {
    timex.date.and_then(Date::as_point).is_some_and(|point| point.unit.grain() == Grain::Month)
}

#[cfg(test)]
mod tests {
    use crate::document::Document;

    #[test]
    fn a_day_that_is_none_leaves_its_month_and_a_remark_with_its_line() {
        let text = "Moe came on 5 May 2023.\nLie went on 30 February\n2023.\n\nMoe left on April 31, 2024. In June 2024 she \
                    met him; on 29 February 2024 she had not.";
        let document = Document::new("a", text);
        let values: Vec<_> = crate::annotate(&document).into_iter().map(|timex| timex.value).collect();
        assert_eq!(values, ["2023-05-05", "2023-02", "2024-04", "2024-06", "2024-02-29"]);
        let (statements, remarks) = crate::extract(&document);
        let marked = statements.iter().filter(|statement| statement.no_such_day);
        assert_eq!(
            marked.map(|one| one.date_text.as_deref()).collect::<Vec<_>>(),
            [Some("30 February 2023"), Some("April 31, 2024")]
        );
        assert!(remarks.is_empty(), "{remarks:?}");
    }

    #[test]
    fn where_it_dates_nothing_a_remark_says_so() {
        let document =
            Document::new("a", "Moe left on 5 May 2023.\n\nThe ticket is for 30 February 2023.\n\nApril 31, 2024");
        let told: Vec<_> = crate::extract(&document).1.into_iter().map(|one| (one.line, one.message)).collect();
        assert_eq!(told, [(Some(5), "“April 31, 2024”: there is no such day; its month is taken".to_owned())]);
    }
}
