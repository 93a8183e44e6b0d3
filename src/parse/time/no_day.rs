//! Days that no month has: `30 February 2023`. Their month stands for them, and a remark says so.

use super::expr::Part;
use crate::calendar::{Date, Grain};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Document;
use crate::timex::Timex;

/// The day of a month; the month alone where it has no such day in any year.
pub(super) fn day_or_month(month: u8, day: u8) -> Part {
    // A leap year.
    let exists = chrono::NaiveDate::from_ymd_opt(2000, month.into(), day.into()).is_some();
    if exists { Part::Day(month, day) } else { Part::Month(month) }
}

/// The productions that read a day of a month.
const OF_A_DAY: [&str; 3] = ["month-day", "day-month", "weekday-day"];

/// A warning for each expression that names a day which its month does not have.
pub(crate) fn no_such_days(document: &Document, timexes: &[Timex]) -> Vec<Diagnostic> {
    let (mut line, mut counted) = (1, 0);
    let without = timexes.iter().filter(|timex| OF_A_DAY.contains(&timex.rule) && is_month(timex));
    let remarks = without.filter_map(|timex| {
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
        let told: Vec<_> = crate::extract(&document).1.into_iter().map(|one| (one.line, one.message)).collect();
        let remark = |words: &str| format!("“{words}”: there is no such day; its month is taken");
        assert_eq!(told, [(Some(2), remark("30 February 2023")), (Some(5), remark("April 31, 2024"))]);
    }
}
