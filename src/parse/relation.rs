//! What a text says of the distance between two of its events.
//!
//! Recognises
//! - a tenure's length: `he held his post for just over nine months`, `after two years in office`;
//! - a wait: `she had to wait 5 months and 1 day`, `the matter dragged on for five months`;
//! - a step beside a date: `on May 3, some three weeks later`, `the next day, on June 12, 2019`, `three weeks earlier, on
//!   May 3`, `on June 3, two days after the vote`;
//! - a rounded step to an event that the text dates elsewhere: `her accreditation almost six months later`.
//!
//! Counter-examples: `sentenced to nine years`, `for the third year`; `two years later` as the only date, for then the
//! length is what the date was worked out from, and there is nothing to check it by; `three weeks ago, on May 3`, which is
//! counted from no event; `on May 3, three weeks later than planned`; `in 1962, four days after the vote`, if the only
//! vote is one of 1961 that another paragraph tells.

mod cues;
mod people;
mod roles;

use self::cues::{CUES, Cue};
use self::people::{NEAR, People};
use self::roles::{are_one_office, share_a_word};
use super::apposition;
use super::event::dating::landmark::RULE as LANDMARK;
use super::word::{Class, class};
use crate::calendar::{Date, Period, Rounding, Stated};
use crate::lexicon;
use crate::lexicon::time::{ENGLISH, Meaning, Shift};
use crate::statement::{Gap, Kind, Relation, Target};
use crate::timex::{Anchor, Timex, TimexClass};
use crate::{CodePoints, Document, Span, Statement};

/// Adds to the statements of a document, which are in text order, what its `sentences` say of their distances.
pub(crate) fn relate(document: &Document, timexes: &[Timex], sentences: &[Span], statements: &mut [Statement]) {
    if statements.len() < 2 || timexes.iter().all(|timex| timex.stated.is_none()) {
        return;
    }
    let text = &document.text;
    let people = People::of(statements);
    let mut points = CodePoints::new(text);
    let (mut found, mut undated) = (Vec::new(), Vec::new());
    for (at, timex) in timexes.iter().enumerate() {
        let Some(stated) = timex.stated else { continue };
        let sentence = sentences.partition_point(|sentence| sentence.end <= timex.span.start);
        let sentence = sentences.get(sentence).filter(|sentence| sentence.contains(timex.span));
        let Some(&sentence) = sentence else { continue };
        if document.region_at(timex.span.start).is_some() {
            continue;
        }
        let place = Place { text, sentence, span: timex.span, statements, people: &people };
        let ends = match apposition::firm(text, timexes, at) {
            Some(dated) if timex.rule == LANDMARK => place.step_from(timex, dated),
            Some(dated) => place.step(timex, dated, stated.period),
            None if timex.rule == LANDMARK => {
                place.only_day_behind(&timexes[at + 1..]).and_then(|dated| place.step_from(timex, dated))
            }
            None if timex.class == TimexClass::Date && is_rounded(stated) => {
                let ends = place.told_again(timex);
                undated.extend(ends.as_ref().map(|ends| ends.to));
                ends
            }
            None if timex.class == TimexClass::Duration => place.cue().and_then(|cue| place.between(cue)),
            None => None,
        };
        if let Some(Ends { carrier, from, to }) = ends {
            let words = points.span(timex.span);
            let gap = Gap { period: stated.period, rounding: stated.rounding };
            let [from, to] = [from, to].map(|end| Target::Statement(statements[end].id.clone()));
            let text = timex.span.of(text).to_owned();
            found.push((carrier, Relation { from, to, gap: Some(gap), text, start: words.start, end: words.end }));
        }
    }
    for (carrier, relation) in found {
        statements[carrier].relations.push(relation);
    }
    for at in undated {
        (statements[at].date, statements[at].anchor) = (None, None);
        statements[at].readings.clear();
    }
}

/// Whether the text says itself that the length is not exact.
fn is_rounded(stated: Stated) -> bool {
    !matches!(stated.rounding, Rounding::Stated | Rounding::Exactly)
}

/// Two events, and the statement that carries what is said of them, as indices.
struct Ends {
    carrier: usize,
    from: usize,
    to: usize,
}

/// A stated length in its sentence.
struct Place<'t> {
    text: &'t str,
    sentence: Span,
    span: Span,
    statements: &'t [Statement],
    people: &'t People<'t>,
}

/// What stands further off is told in another paragraph, in bytes.
const PARAGRAPH: usize = 600;

/// How much of a sentence before a length is looked at, in bytes: a subject and its verb stand nearer.
const LOOK_BACK: usize = 240;

impl<'t> Place<'t> {
    /// Between an event told before and the one that `dated` dates, which "earlier" puts first.
    fn step(&self, step: &Timex, dated: &Timex, period: Period) -> Option<Ends> {
        let Some(Anchor::Text(counted_from, _)) = step.anchor else { return None };
        if is_of_writing(step.span.of(self.text)) || begins_with(self.text[step.span.end..].trim_start(), "than") {
            return None;
        }
        let event = self.dated_by(dated)?;
        let later = is_later(step, counted_from)?;
        let in_order = |before| if later { (before, event) } else { (event, before) };
        let mut dated = (0..event).rev().take(NEAR).filter(|&at| self.statements[at].date.is_some());
        let last = dated.next()?;
        let certain = !self.tells_other_days(last);
        let holds = |&before: &usize| {
            let (from, to) = in_order(before);
            is_so_far(period, self.statements[from].date, self.statements[to].date)
        };
        let near = |&before: &usize| self.span.start.saturating_sub(self.statements[before].span.start) <= PARAGRAPH;
        let before = if certain || holds(&last) { last } else { dated.take_while(near).find(holds)? };
        let (from, to) = in_order(before);
        Some(Ends { carrier: event, from, to })
    }

    /// Whether the sentence of a statement tells other days too, so that "two months earlier" may be counted from any.
    fn tells_other_days(&self, at: usize) -> bool {
        let told = &self.statements[at];
        let before = self.statements[..at].iter().rev().take_while(|other| other.sentence == told.sentence);
        before.take(NEAR).any(|other| other.date.is_some_and(|date| Some(date) != told.date))
    }

    /// The one day that is told behind an expression that opens its sentence: "Four days after the vote, Lund left on June 3."
    fn only_day_behind<'x>(&self, behind: &'x [Timex]) -> Option<&'x Timex> {
        let opens = self.text[self.sentence.start..self.span.start].trim().is_empty();
        let comma = self.text[self.span.end..].starts_with(',');
        let mut here = behind.iter().take_while(|timex| self.sentence.contains(timex.span));
        let day = here.next().filter(|timex| timex.date.and_then(Date::as_day).is_some() && timex.stated.is_none())?;
        (opens && comma && here.next().is_none()).then_some(day)
    }

    /// Between the event that `step` is counted from and the one that `dated` dates: "on June 3, two days after the vote".
    fn step_from(&self, step: &Timex, dated: &Timex) -> Option<Ends> {
        let Some(Anchor::Text(counted_from, span)) = step.anchor else { return None };
        let event = self.dated_by(dated)?;
        let near = event.saturating_sub(NEAR)..self.statements.len().min(event + NEAR);
        let told_elsewhere = |&at: &usize| {
            let told = &self.statements[at];
            let words = self.text.get(step.span.end..span.start).unwrap_or_default();
            told.date == Some(counted_from) && told.trigger.as_deref().is_some_and(|trigger| words.contains(trigger))
        };
        let landmark = near.clone().find(|&at| self.statements[at].date_span == Some(span));
        let landmark = landmark.or_else(|| near.into_iter().find(told_elsewhere))?;
        // "after he had been appointed": he, and nobody else.
        let one = self.statements[landmark].person.as_deref().zip(self.statements[event].person.as_deref());
        let of_another = one.is_some_and(|(one, other)| one != other);
        if of_another && step.span.of(self.text).split(' ').any(|word| ["he", "she"].contains(&word)) {
            return None;
        }
        // "The vote" of another paragraph may be another vote.
        if self.span.start.abs_diff(span.start) > PARAGRAPH {
            step.date?.bounds().intersect(dated.date?.bounds())?;
        }
        let (from, to) = if is_later(step, counted_from)? { (landmark, event) } else { (event, landmark) };
        (from != to).then_some(Ends { carrier: event, from, to })
    }

    /// The event of this sentence that an expression dates.
    fn dated_by(&self, timex: &Timex) -> Option<usize> {
        let words = timex.span.of(self.text);
        let first = self.statements.partition_point(|statement| statement.span.start < self.sentence.start);
        let last = self.statements.partition_point(|statement| statement.span.start < self.sentence.end);
        (first..last).find(|&at| self.statements[at].date_text.as_deref() == Some(words))
    }

    /// From a person's taking of an office to what has no date here but a rounded distance, "her accreditation almost six
    /// months later", and is dated elsewhere in the text.
    fn told_again(&self, timex: &Timex) -> Option<Ends> {
        let to = self.dated_by(timex)?;
        let statement = &self.statements[to];
        let told = self.people.near(statement.person.as_deref()?, self.statements, self.span.start);
        told.iter().map(|&other| &self.statements[other]).find(|other| {
            other.kind == statement.kind && other.date.is_some() && other.date_text != statement.date_text
        })?;
        Some(Ends { carrier: to, from: self.nearest(told, Kind::starts_tenure)?, to })
    }

    /// The nearest word that says what the length is the length of.
    fn cue(&self) -> Option<Cue> {
        let behind = &self.text[self.span.end..self.sentence.end];
        let behind = behind.trim_start();
        if let Some((cue, _)) = CUES.after.iter().find(|(_, words)| begins_with(behind, words)) {
            return Some(*cue);
        }
        // "after 18 months of quarrels" is their length; "two years of service" is one of a term.
        let of = behind.strip_prefix("of ").and_then(|rest| rest.split(|c: char| !c.is_alphanumeric()).next());
        let served = |word: &str| word == "service" || lexicon::is_one_of(&CUES.terms, word);
        if of.is_some_and(|word| !served(word)) {
            return None;
        }
        // The two words behind the one that is looked at, the nearer first.
        let mut behind = ["", ""];
        for word in self.before().rsplit(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            if lexicon::is_one_of(&CUES.lasts, word) {
                return self.tells_a_term().then_some(Cue::Tenure);
            }
            if let Some((cue, _)) = CUES.before.iter().find(|(_, cue)| word.eq_ignore_ascii_case(cue)) {
                // "kept her head down for two years": what is one's own but no post.
                let own = ["his", "her"].contains(&behind[0]) && !class(behind[1]).has(Class::POSTS);
                return Some(*cue).filter(|cue| *cue != Cue::Tenure || !own);
            }
            behind = [word, behind[0]];
        }
        None
    }

    /// Whether a term is told before the length in its sentence: "her term lasted", but not "the drought lasted".
    fn tells_a_term(&self) -> bool {
        self.before().split(|c: char| !c.is_alphanumeric()).any(|word| lexicon::is_one_of(&CUES.terms, word))
    }

    fn between(&self, cue: Cue) -> Option<Ends> {
        let person = self.person(cue)?;
        let told = self.people.near(person, self.statements, self.span.start);
        let named = || self.nearest(&self.of_named_office(told), Kind::starts_tenure);
        let from = named().filter(|_| cue == Cue::Tenure).or_else(|| self.nearest(told, Kind::starts_tenure))?;
        let to = match cue {
            Cue::Tenure => self.nearest(told, Kind::ends_tenure)?,
            Cue::Wait => self.nearest(told, |kind| *kind == Kind::Credentials)?,
        };
        let [taken, left] = [from, to].map(|end| self.statements[end].role.as_deref());
        let one_office = taken.zip(left).is_none_or(|(taken, left)| are_one_office(taken, left));
        (one_office || cue != Cue::Tenure).then_some(Ends { carrier: to, from, to })
    }

    /// Of the statements `told` those of the office that is named before the length: "led the harbour ministry for".
    fn of_named_office(&self, told: &[usize]) -> Vec<usize> {
        let role = |at: usize| self.statements[at].role.as_deref();
        told.iter().copied().filter(|&at| role(at).is_some_and(|role| share_a_word(role, self.before()))).collect()
    }

    /// Of the statements `told` the one of a wanted kind that is meant: a dated one says more than an undated one; among
    /// those the nearest.
    fn nearest(&self, told: &[usize], wanted: fn(&Kind) -> bool) -> Option<usize> {
        let fits = told.iter().copied().filter(|&at| wanted(&self.statements[at].kind));
        fits.min_by_key(|&at| {
            let statement = &self.statements[at];
            (statement.date.is_none(), statement.span.start.abs_diff(self.span.start))
        })
    }

    /// Whose tenure or wait it is: the last person named before it in its sentence, or the one last spoken of; where a
    /// thing waits ("the matter dragged on") or a sentence opens with it ("after two years in office"), the one spoken of
    /// next.
    fn person(&self, cue: Cue) -> Option<&'t str> {
        let named =
            self.before().rsplit(|c: char| !c.is_alphanumeric() && c != '-').find_map(|word| self.people.named(word));
        let next = self.statements.partition_point(|statement| statement.span.start < self.span.start);
        let of = |at: usize| self.statements.get(at).and_then(|statement| statement.person.as_deref());
        let begun = next.checked_sub(1).is_some_and(|last| self.statements[last].span.start >= self.sentence.start);
        let goes_on = self.statements.get(next).is_some_and(|next| next.span.start < self.sentence.end);
        let after = || of(next).filter(|_| cue == Cue::Wait || !begun && goes_on);
        let before = || (0..next).rev().take(NEAR).find_map(of);
        named.or_else(after).or_else(before)
    }

    /// What stands before the length in its sentence, as far as it is looked at.
    fn before(&self) -> &'t str {
        let mut start = self.sentence.start.max(self.span.start.saturating_sub(LOOK_BACK));
        while !self.text.is_char_boundary(start) {
            start += 1;
        }
        &self.text[start..self.span.start]
    }
}

/// Whether a step is counted from the day of writing rather than from an event: "three weeks ago".
fn is_of_writing(step: &str) -> bool {
    let last = step.rfind(' ').map_or(0, |space| space + 1);
    ENGLISH.at(step, last).is_some_and(|(word, _)| word.meanings.contains(&Meaning::Shift(Shift::Ago)))
}

/// Whether a step leads to a later day than it is counted from.
fn is_later(step: &Timex, counted_from: Date) -> Option<bool> {
    Some(step.date?.bounds().earliest > counted_from.bounds().earliest)
}

/// Whether two days lie so far apart, give or take half of what is counted in.
fn is_so_far(period: Period, from: Option<Date>, to: Option<Date>) -> bool {
    let day = |date: Option<Date>| date?.as_point()?.unit.first_day();
    let Some((there, to)) = day(from).and_then(|day| period.after(day)).zip(day(to)) else { return false };
    let half = match period {
        Period { days: 1.., .. } => 0,
        Period { weeks: 1.., .. } => 3,
        Period { months: 1.., .. } => 15,
        _ => 183,
    };
    (there - to).num_days().abs() <= half
}

fn begins_with(text: &str, words: &str) -> bool {
    text.get(..words.len()).is_some_and(|start| start.eq_ignore_ascii_case(words))
        && !text[words.len()..].starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Published;

    /// The relations of `text`, given its statements as (where, kind, person, date text); dates come from the text.
    fn relations(text: &str, told: &[(&str, Kind, &str, &str)]) -> Vec<String> {
        let mut document = Document::new("d", text);
        document.published = Some(Published { date: "2019-12-20".parse().unwrap(), how: "given".to_owned() });
        let timexes = crate::annotate(&document);
        let statement = |(at, &(clause, ref kind, person, date_text)): (usize, &(&str, Kind, &str, &str))| {
            let start = text.find(clause).unwrap();
            let timex = timexes.iter().find(|timex| timex.span.of(text) == date_text);
            Statement {
                id: format!("s{at}"),
                span: Span::new(start, start + clause.len()),
                kind: kind.clone(),
                person: Some(person.to_owned()),
                date: timex.and_then(|timex| timex.date),
                date_text: timex.map(|_| date_text.to_owned()),
                ..Statement::default()
            }
        };
        let mut statements: Vec<Statement> = told.iter().enumerate().map(statement).collect();
        let sentences: Vec<Span> = crate::scan::sentence::sentences(text).collect();
        relate(&document, &timexes, &sentences, &mut statements);
        let line = |relation: &Relation| {
            let [Target::Statement(from), Target::Statement(to)] = [&relation.from, &relation.to] else {
                unreachable!()
            };
            let gap = relation.gap.unwrap();
            format!("{from} to {to}: {} {:?} ({})", gap.period, gap.rounding, relation.text)
        };
        statements.iter().flat_map(|statement| &statement.relations).map(line).collect()
    }

    #[test]
    fn roles_of_one_office() {
        for (one, other, same) in [
            ("ministerial post", "Minister of Finance", true),
            ("mayor", "Mayor of Lindhaven", true),
            ("chief executive", "chief executive officer", true),
            ("chief executive", "chief operating officer", false),
            ("Minister of Health", "Minister of Finance", false),
            ("post", "mayor", false),
        ] {
            assert_eq!(are_one_office(one, other), same, "{one}, {other}");
        }
    }

    #[test]
    fn a_step_beside_a_date() {
        let text = "Olga Brandt was appointed consul on May 6, 2019. On June 3, some four weeks later, she presented her credentials.";
        let told = [
            ("Olga Brandt was", Kind::Appointment, "Olga Brandt", "May 6, 2019"),
            ("she presented", Kind::Credentials, "Olga Brandt", "June 3"),
        ];
        assert_eq!(relations(text, &told), ["s0 to s1: P4W About (some four weeks later)"]);

        let text = "Olga Brandt resigned on May 6, 2018. The next day, on May 7, 2019, Ivo Lund was appointed consul.";
        let told = [
            ("Olga Brandt resigned", Kind::Resignation, "Olga Brandt", "May 6, 2018"),
            ("Ivo Lund was", Kind::Appointment, "Ivo Lund", "May 7, 2019"),
        ];
        assert_eq!(relations(text, &told), ["s0 to s1: P1D Stated (The next day)"]);
    }

    #[test]
    fn a_rounded_length_behind_a_day_is_counted_from_the_event_that_it_names() {
        let gaps = |told: &str| {
            let text =
                format!("Ada Moe was appointed consul on 4 February 2019. Ada Moe was dismissed as consul {told}.");
            let (statements, _) = crate::extract(&Document::new("d", text));
            let gap = |relation: &Relation| {
                let gap = relation.gap.unwrap();
                format!("{} {:?}", gap.period, gap.rounding)
            };
            statements.iter().flat_map(|statement| statement.relations.iter().map(gap)).collect::<Vec<_>>()
        };
        for (told, gap) in [
            ("on 14 March 2019, less than three weeks after she was appointed", "P3W Less"),
            ("on 14 March 2019, less than three weeks after she was appointed on 4 February 2019", "P3W Less"),
            ("on 14 March 2019, nearly two months after her appointment", "P2M Almost"),
            ("on 14 March 2019, barely a week later", "P1W About"),
            (
                "on 14 March 2019, two weeks after the auditors had handed over their report on 1 March 2019",
                "P2W Stated",
            ),
        ] {
            assert_eq!(gaps(told), [gap], "{told}");
        }
        for told in [
            "less than three weeks after she was appointed",
            "on 14 March 2019, less than three weeks after the dredging",
            "on 14 March 2019, less than three weeks of pay in hand",
        ] {
            assert!(gaps(told).is_empty(), "{told}");
        }
    }

    #[test]
    fn a_step_back_leads_to_the_event_told_before() {
        let moe = |date| ("Ada Moe", Kind::Resignation, "Ada Moe", date);
        let lund = ("Ivo Lund was", Kind::Appointment, "Ivo Lund", "3 March 2019");
        for (told, date, words) in [
            ("Ada Moe had resigned three weeks earlier, on 10 February.", "10 February", "three weeks earlier"),
            ("Three weeks earlier, on 10 February 2019, Ada Moe left.", "10 February 2019", "Three weeks earlier"),
            ("Ada Moe had left on 10 February 2019, three weeks before.", "10 February 2019", "three weeks before"),
        ] {
            let text = format!("Ivo Lund was appointed consul on 3 March 2019. {told}");
            let expected = format!("s1 to s0: P3W Stated ({words})");
            assert_eq!(relations(&text, &[lund.clone(), moe(date)]), [expected], "{told}");
        }
        let ago = "Ivo Lund was appointed consul on 3 March 2019. Ada Moe left three weeks ago, on 29 November.";
        assert_eq!(relations(ago, &[lund.clone(), moe("29 November")]), [""; 0], "counted from the day of writing");
        let than =
            "Ivo Lund was appointed consul on 3 March 2019. Ada Moe left on 10 April, three weeks later than planned.";
        assert_eq!(relations(than, &[lund, moe("10 April")]), [""; 0], "counted from a plan");
    }

    #[test]
    fn a_step_after_several_days_is_counted_from_the_one_that_it_fits() {
        let gaps = |earlier: &str| {
            let text = format!(
                "Ivo Lund was appointed consul on 5 June 2019. He will come on 1 July, replacing Ada Moe, who retires on \
                 31 July. {earlier}, Moe had resigned."
            );
            let (statements, _) = crate::extract(&Document::new("d", text));
            let date_of = |id: &str| statements.iter().find(|other| other.id == id)?.date;
            let target = |relation: &Relation| match &relation.to {
                Target::Statement(id) => date_of(id).map(|date| date.to_string()),
                _ => None,
            };
            statements.iter().flat_map(|statement| statement.relations.iter().map(target)).collect::<Vec<_>>()
        };
        assert_eq!(gaps("Two months earlier, on 7 April"), [Some("2019-06-05".to_owned())]);
        assert_eq!(gaps("Two days earlier, on 29 July"), [Some("2019-07-31".to_owned())]);
        assert_eq!(gaps("Two days earlier, on 7 April"), [], "it may be counted from any of them");
    }

    #[test]
    fn a_tenure_that_opens_a_sentence_is_that_of_its_subject_in_one_office() {
        let text = "Ivo Lund was elected mayor on May 6, 2010. He left on March 9, 2012. \
                    After five years in office, Ada Moe resigned on May 3, 2019.";
        let told = [
            ("Ivo Lund was", Kind::Election, "Ivo Lund", "May 6, 2010"),
            ("He left", Kind::Resignation, "Ivo Lund", "March 9, 2012"),
            ("Ada Moe resigned", Kind::Resignation, "Ada Moe", "May 3, 2019"),
        ];
        assert_eq!(relations(text, &told), [""; 0]);
    }

    #[test]
    fn a_tenure_is_that_of_the_office_that_is_named() {
        let text = "Ivo Lund, who led the harbour ministry for almost three years, died on Monday. Lund was mayor of Vik \
                    from 2003 until 2011. In 2014 he became minister of harbours.";
        let (statements, _) = crate::extract(&Document::new("d", text));
        let told = statements.iter().filter(|statement| !statement.relations.is_empty());
        assert_eq!((statements.len(), told.count()), (3, 0), "when he left that is not told");
    }

    #[test]
    fn roles_are_alike_by_a_word() {
        assert!(share_a_word("Minister of Finance", "ministerial post"));
        assert!(!share_a_word("mayor of Bergen", "head of the bank"));
    }

    #[test]
    fn a_tenure() {
        let text = "Olga Brandt was appointed consul on May 6, 2018. She left on March 9, 2019. \
                    She held the post for just over ten months.";
        let told = [
            ("Olga Brandt was", Kind::Appointment, "Olga Brandt", "May 6, 2018"),
            ("She left", Kind::Resignation, "Olga Brandt", "March 9, 2019"),
        ];
        assert_eq!(relations(text, &told), ["s0 to s1: P10M LittleMore (just over ten months)"]);
    }

    #[test]
    fn a_wait() {
        let text = "Olga Brandt was appointed consul on May 6, 2019. She presented her credentials on July 8, 2019. \
                    Ivo Lund came later. Brandt had to wait 2 months and 2 days.";
        let told = [
            ("Olga Brandt was", Kind::Appointment, "Olga Brandt", "May 6, 2019"),
            ("She presented", Kind::Credentials, "Olga Brandt", "July 8, 2019"),
            ("Ivo Lund came", Kind::Event, "Ivo Lund", ""),
        ];
        assert_eq!(relations(text, &told), ["s0 to s1: P2M2D Stated (2 months and 2 days)"]);
    }

    #[test]
    fn a_rounded_step_to_what_is_dated_elsewhere() {
        let text = "Olga Brandt was appointed consul on May 6, 2019. She presented her credentials on July 8, 2019. \
                    So Brandt took office in May and was accredited almost three months later.";
        let told = [
            ("Olga Brandt was", Kind::Appointment, "Olga Brandt", "May 6, 2019"),
            ("She presented", Kind::Credentials, "Olga Brandt", "July 8, 2019"),
            ("was accredited", Kind::Credentials, "Olga Brandt", "almost three months later"),
        ];
        assert_eq!(relations(text, &told), ["s0 to s2: P3M Almost (almost three months later)"]);
        assert_eq!(relations(text, &told[1..]), [""; 0], "nothing to count from");
    }

    #[test]
    fn what_lasts_is_a_term_and_he_is_whom_it_is_told_of() {
        let gaps = |text: &str| {
            let (statements, _) = crate::extract(&Document::new("d", text));
            statements.iter().map(|statement| statement.relations.len()).sum::<usize>()
        };
        let told = |between: &str| {
            format!("Ivo Lund was made consul on 4 March 2016. {between} Lund was dismissed as consul on 1 July 2018.")
        };
        assert_eq!(gaps(&told("His term lasted nineteen months.")), 1);
        assert_eq!(gaps(&told("The drought lasted nineteen months.")), 0);
        let other = "Ivo Lund resigned as consul on 4 April 2020, twelve years after he had been appointed. Ada Moe was \
                     appointed mayor on 1 August 2019.";
        assert_eq!(gaps(other), 0);
    }

    #[test]
    fn lengths_of_other_things_say_nothing() {
        let told = [
            ("Olga Brandt was", Kind::Appointment, "Olga Brandt", "May 6, 2018"),
            ("She left", Kind::Resignation, "Olga Brandt", "March 9, 2019"),
        ];
        for last in [
            "The law threatens nine years in prison.",
            "The strike went on for three weeks.",
            "Two years later the consulate closed.",
            "She served with honour; she was decorated two years later.",
            "She kept her head down for two years.",
            "Having held her tongue, she was shown out after 18 months of quarrels over the budget.",
        ] {
            let text = format!("Olga Brandt was appointed consul on May 6, 2018. She left on March 9, 2019. {last}");
            assert_eq!(relations(&text, &told), [""; 0], "{last}");
        }
    }
}
