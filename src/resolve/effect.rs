//! Appointments whose only date is that on which they take effect: "has appointed her chief executive with effect from 1 May".
//!
//! That is the day on which the office is taken. Held against the day of the appointment itself, which others tell, it
//! would contradict what it fits.

use crate::parse::event;
use crate::statement::{Kind, Statement, Tense};

/// Has the statement tell the taking of the office, where its date is that.
pub(super) fn tell(statement: &mut Statement) {
    if statement.kind != Kind::Appointment || statement.tense != Some(Tense::Either) || !is_led_up_to(statement) {
        return;
    }
    let is_made = statement.title.is_some() && statement.title == event::headline(statement);
    statement.kind = Kind::TermStart;
    if is_made {
        statement.title = event::headline(statement);
    }
}

/// Whether the words before the date say that something takes effect.
fn is_led_up_to(statement: &Statement) -> bool {
    let words = statement.date_text.as_deref().unwrap_or_default();
    let Some((before, _)) = statement.sentence.split_once(words).filter(|_| !words.is_empty()) else { return false };
    EFFECTS.iter().any(|effect| before.trim_end().ends_with(effect))
}

const EFFECTS: [&str; 8] =
    ["effective", "effective from", "effective on", "effect from", "effect on", "as of", "as from", "starting"];

#[cfg(test)]
mod tests {
    use super::*;

    fn told(kind: Kind, sentence: &str) -> Statement {
        let mut statement = Statement {
            kind,
            sentence: sentence.to_owned(),
            person: Some("Anna Lind".to_owned()),
            role: Some("head".to_owned()),
            date_text: Some("1 May".to_owned()),
            tense: Some(Tense::Either),
            ..Statement::default()
        };
        statement.title = event::headline(&statement);
        tell(&mut statement);
        statement
    }

    #[test]
    fn what_takes_effect_is_the_taking_of_the_office() {
        for sentence in [
            "The bank said on Monday that it had appointed Anna Lind head with effect from 1 May.",
            "Anna Lind was appointed head, effective 1 May.",
        ] {
            let told = told(Kind::Appointment, sentence);
            assert_eq!(told.kind, Kind::TermStart, "{sentence}");
            assert_eq!(told.title.as_deref(), Some("Anna Lind takes office as head"));
        }
        for (kind, sentence) in [
            (Kind::Appointment, "The bank appointed Anna Lind head on 1 May."),
            (Kind::Resignation, "Anna Lind resigned as head with effect from 1 May."),
        ] {
            assert_eq!(told(kind.clone(), sentence).kind, kind, "{sentence}");
        }
    }
}
