//! What a text says of people by number, beside the dates: their ages, and which holder of an office they are.
//!
//! Recognises
//! - an age on the day of the article: `Ana Silva, 54, was named`, `Jens Hansen (71)`, `the 40-year-old Ivo Lund`;
//! - an age at the event: `died at 71`, `died in his fifty-third year`, `Hansen died on Sunday. He was 71.`, `At the age of 44 Ana Silva became`, `Silva was
//!   elected mayor on May 4, 1988, aged 44`;
//! - a birth: `Ana Silva, who was born in 1958`; told in passing (`Ana Silva (born 1958)`, `Born in 1958, Ana Silva`) it is a
//!   statement of its own;
//! - a life: `Karl Abel (1871–1924)`;
//! - a holder's number: `the 12th president of Norland`, `the third minister since 2010`, `12. Ana Silva, 1998–2006`.
//!
//! Counter-examples: `Silva, 54 votes ahead`; an age beside an event of long ago, which may be that of then; `he was born`;
//! `the first lady`, `the second secretary`, `president for the third time`; `the 11th president, Jens Hansen`, of another.
mod age;
mod birth;
mod life;
mod ordinal;

pub(crate) use self::age::last_age;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::calendar::Date;
use crate::lexicon;
use crate::parse::event;
use crate::statement::Born;
use crate::timex::Timex;
use crate::{Document, Span, Statement};

/// Adds to the statements of a document what its text says of their people by number.
pub(crate) fn figures(document: &Document, timexes: &[Timex], statements: &mut Vec<Statement>) {
    let text = document.text.as_str();
    let in_passing = birth::in_passing(text, timexes, statements);
    if !in_passing.is_empty() {
        statements.extend(in_passing);
        event::finish(document, statements);
    }
    let has_births = statements.iter().any(|statement| statement.kind.is_birth());
    let brackets = life::brackets(text, timexes);
    let is_named = has_births || !brackets.is_empty();
    let names = if is_named { birth::last_names(statements) } else { BTreeMap::new() };
    let lives = life::told(text, &brackets, statements, &names);
    if !lives.is_empty() {
        statements.extend(lives);
        event::finish(document, statements);
    }
    for statement in statements {
        if statement.kind.is_birth() {
            birth::told(text, &names, statement);
            if statement.born.is_none() {
                statement.born = age::beside_name(text, statement).map(Box::new);
            }
            continue;
        }
        if !statement.kind.is_office() || statement.person.is_none() {
            continue;
        }
        let around = around(text, statement.span);
        statement.born = age::born(text, around, statement).map(Box::new);
        if statement.kind.starts_tenure() || statement.kind.ends_tenure() {
            statement.ordinal = ordinal::of(text, timexes, statement).map(Box::new);
        }
    }
}

/// How far from its event a figure is looked for, in bytes.
const REACH: usize = 120;

fn around(text: &str, span: Span) -> Span {
    Span::new(boundary(text, span.start.saturating_sub(REACH)), boundary(text, span.end + REACH))
}

/// The sentence of a statement, where it stands on one line; else what of it the statement takes up.
fn sentence(text: &str, statement: &Statement) -> Span {
    let length = statement.sentence.len();
    let from = boundary(text, statement.span.start.saturating_sub(length));
    let within = Span::new(from, boundary(text, statement.span.end + length));
    let at = places(within.of(text), &statement.sentence).next().filter(|_| length > 0);
    at.map_or(statement.span, |at| Span::new(from + at, from + at + length))
}

/// Where `words` stand in a short text, whole: as [`str::match_indices`], which takes longer to begin than to find.
fn places<'t>(text: &'t str, words: &'t str) -> impl Iterator<Item = usize> + 't {
    let first = words.as_bytes().first().copied().unwrap_or_default();
    let stands = move |&at: &usize| text.as_bytes()[at..].starts_with(words.as_bytes());
    memchr::memchr_iter(first, text.as_bytes()).filter(stands)
}

/// The nearest character boundary at or before a byte.
fn boundary(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

fn last_name(person: &str) -> &str {
    person.rsplit(' ').next().unwrap_or(person)
}

fn born_by(text: &str, statement: &Statement, date: Date, words: Span) -> Born {
    let (start, end) = points(text, statement, words);
    Born { date, text: words.of(text).to_owned(), start, end }
}

/// The code points of a stretch near the statement.
fn points(text: &str, statement: &Statement, words: Span) -> (usize, usize) {
    let from = statement.span.start;
    let count = |from: usize, to: usize| text.get(from..to).map_or(0, |between| between.chars().count());
    let point = |byte: usize| (statement.start + count(from, byte)).saturating_sub(count(byte, from));
    (point(words.start), point(words.end))
}

/// The forms of one key of the ages.
fn of(key: &'static str) -> impl Iterator<Item = &'static str> {
    FIGURES.iter().filter(move |entry| entry.class == "age" && entry.key == key).map(|entry| entry.form)
}

static FIGURES: LazyLock<Vec<lexicon::Entry<'static>>> =
    LazyLock::new(|| lexicon::entries(include_str!("../../lexicon/en/figures.txt")).collect());

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Published;
    use crate::statement::Kind;

    fn told(text: &str) -> Vec<Statement> {
        let mut document = Document::new("d", text);
        document.published = Some(Published { date: "2019-12-20".parse().unwrap(), how: "given".to_owned() });
        crate::extract(&document).0
    }

    fn births(text: &str) -> Vec<String> {
        let line = |born: &Born| {
            let points: Vec<char> = text.chars().collect();
            let words: String = points[born.start..born.end].iter().collect();
            assert_eq!(words, born.text);
            format!("{} {}", born.date, born.text)
        };
        told(text).iter().filter_map(|statement| statement.born.as_deref()).map(line).collect()
    }

    #[test]
    fn an_age_is_a_year_of_births() {
        for text in [
            "Ana Silva, 54, was appointed consul of Norland on December 3, 2019.",
            "The board – it met on Monday – appointed the 54-year-old Ana Silva mayor of Lom.",
            "Ana Silva (54) was elected mayor of Lom on December 3, 2019.",
            "Ana Silva, aged 54, resigned as mayor of Lom on December 3, 2019.",
        ] {
            assert_eq!(births(text), ["1964-12-21/1965-12-20 54"], "{text}");
        }
        assert_eq!(births("Mayor Jens Hansen died at 71 on May 4, 2019."), ["1947-05-05/1948-05-04 71"]);
        assert_eq!(births("Mayor Jens Hansen died on Saturday, May 4, 2019, at 71."), ["1947-05-05/1948-05-04 71"]);
        for text in [
            "At the age of 44, Ana Silva became mayor of Lom on May 4, 1988.",
            "Ana Silva became mayor of Lom on May 4, 1988, at the age of 44.",
            "Ana Silva was elected mayor of Lom on May 4, 1988, aged 44.",
        ] {
            assert_eq!(births(text), ["1943-05-05/1944-05-04 44"], "{text}");
        }
        for text in ["in his seventy-second year", "in his 72nd year"] {
            let text = format!("Mayor Jens Hansen died on May 4, 2019 {text}.");
            let words = text[text.find("in his").unwrap()..].trim_end_matches('.').to_owned();
            assert_eq!(births(&text), [format!("1947-05-05/1948-05-04 {words}")], "{text}");
        }
        let obituary = "Mayor Jens Hansen died on May 4, 2019. He was 71.";
        assert_eq!(births(obituary), ["1947-05-05/1948-05-04 71"]);
    }

    #[test]
    fn an_age_stands_beside_the_name_wherever_it_is() {
        let profile = "Ana Silva, 58, laughs. She was born in Lom in 1950 and lived there.";
        assert_eq!(births(profile), ["1960-12-21/1961-12-20 58"]);
        assert!(births("Ole Silva, 58, laughs. Ana Silva smiled. She was born in Lom in 1950.").is_empty());
    }

    #[test]
    fn other_numbers_are_no_ages() {
        for text in [
            "Ana Silva, 54 votes ahead, was elected mayor of Lom on December 3, 2019.",
            "Ana Silva, 54, was appointed consul of Norland on December 3, 1999.",
            "Ana Silva, 2019, was appointed consul of Norland on December 3, 2019.",
            "The 54-year-old Ivo Lund saw Ana Silva appointed consul of Norland on December 3, 2019.",
            "Ana Silva replaced as mayor of Lom on May 4, 1988 Ivo Lund, who died at the age of 44.",
            "Ana Silva became mayor of Lom on May 4, 1988, aged 44-year-old whisky in her hand.",
            "Mayor Jens Hansen died on May 4, 2019. He was 71 votes short.",
            "Mayor Jens Hansen resigned on May 4, 2009. He was 71.",
            "Mayor Jens Hansen died on May 4, 2019 in his seventh year as mayor.",
            "Mayor Jens Hansen died on May 4, 2019 in his third yearly visit.",
        ] {
            assert!(births(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_birth_is_that_of_the_name_before_it() {
        let appointed = "Ana Silva was appointed consul of Norland on December 3, 2019.";
        assert_eq!(births(&format!("{appointed} Silva was born in 1958.")), ["1958 1958"]);
        assert!(births(&format!("{appointed} She was born in 1958.")).is_empty());
        assert!(births(&format!("{appointed} Silva's son was born in 1988.")).is_empty());
    }

    #[test]
    fn a_birth_that_is_told_in_passing_is_a_statement() {
        for text in [
            "Ana Silva (born 1958) was appointed consul of Norland on December 3, 2019.",
            "Ana Silva, who was born in 1958, was appointed consul of Norland on December 3, 2019.",
            "Born in 1958, Ana Silva was appointed consul of Norland on December 3, 2019.",
        ] {
            let told = told(text);
            let birth = told.iter().find(|statement| statement.kind.is_birth()).expect(text);
            assert_eq!((birth.person.as_deref(), birth.date), (Some("Ana Silva"), "1958".parse().ok()), "{text}");
            assert!(told.iter().any(|statement| statement.kind == Kind::Appointment && !statement.id.is_empty()));
        }
        for text in [
            "Ana Silva, whose son was born in 1988, was appointed consul of Norland on December 3, 2019.",
            "Born in 1958, the brother of Ana Silva was appointed consul of Norland on December 3, 2019.",
            "The board (born in 1958) appointed Ana Silva consul of Norland on December 3, 2019.",
        ] {
            assert!(
                !told(text).iter().any(|statement| statement.kind.is_birth() && statement.person.is_some()),
                "{text}"
            );
        }
    }

    #[test]
    fn a_life_stands_in_brackets_behind_the_name() {
        let lives = |text: &str| {
            let told = told(text).into_iter().filter(|statement| statement.kind.is_life());
            told.map(|life| (life.person.unwrap(), life.date.unwrap().to_string(), life.date_text.unwrap()))
                .collect::<Vec<_>>()
        };
        let acts = "Hansen was elected mayor of Lom on May 4, 1911.";
        let life = |date: &str, words: &str| vec![("Jens Hansen".to_owned(), date.to_owned(), words.to_owned())];
        let text = format!("Jens Hansen (1871–1924) was a sailor. Jens {acts}");
        assert_eq!(lives(&text), life("1871/1924", "1871–1924"));
        let text = format!("Jens Hansen (4 May 1871 – 2 June 1924) was a sailor. Jens {acts}");
        assert_eq!(lives(&text), life("1871-05-04/1924-06-02", "4 May 1871 – 2 June 1924"));
        let text = format!("Jens Hansen (4 May 1871, Lima – 2 June 1924, Lom) was a sailor. Jens {acts}");
        assert_eq!(lives(&text), life("1871-05-04/1924-06-02", "4 May 1871, Lima – 2 June 1924"));
        let text = format!("Jens Hansen (Lima, 4 May 1871 – San Marco, 2 June 1924) was a sailor. Jens {acts}");
        assert_eq!(lives(&text), life("1871-05-04/1924-06-02", "4 May 1871 – San Marco, 2 June 1924"));
        for other in [
            "Jens Hansen (appointed 4 May 1871, Lima – dismissed 2 June 1924) was a sailor.",
            "Jens Hansen (4 May 1901, Lima – 2 June 1914, Lom) was a sailor.",
            "Jens Hansen (1901–1914) was a sailor.",
            "President Jens Hansen (1871–1924) was a sailor.",
            "The house of Jens Hansen & Jens Hansen (1871–1924, with gaps) was his.",
            "Ole Lie (1871–1924) was a sailor.",
        ] {
            assert!(lives(&format!("{other} Jens {acts}")).is_empty(), "{other}");
        }
    }

    #[test]
    fn holders_have_numbers() {
        let number = |text: &str| {
            let told = told(text);
            let ordinal = told.iter().find_map(|statement| statement.ordinal.as_ref());
            ordinal.map(|ordinal| (ordinal.number, ordinal.since.map(|date| date.to_string())))
        };
        let twelfth = "Ana Silva was sworn in as the 12th president of Norland on December 3, 2019.";
        assert_eq!(number(twelfth), Some((12, None)));
        let third = "Ana Silva became the third mayor since 2010 on December 3, 2019.";
        assert_eq!(number(third), Some((3, Some("2010".to_owned()))));
        let since = "Ana Silva has been the eleventh mayor of Lom since 2010.";
        assert_eq!(number(since), Some((11, None)), "when she came");
        let behind = "Ana Silva was sworn in as president of Norland on December 3, 2019 and is the 12th president.";
        assert_eq!(number(behind), Some((12, None)));
        let gone = "Jens Hansen, the 11th president of Norland, resigned on December 3, 2019.";
        assert_eq!(number(gone), Some((11, None)));
        let list = "Mayors of Lom\n\n12. Ana Silva, 1998–2006\n13. Jens Hansen, 2006–2015\n";
        assert_eq!(number(list), Some((12, None)));
        let all = list.replace("12.", "1.").replace("13.", "2.");
        assert_eq!(number(&all), None, "the lines of the list");
        for another in [
            "The 11th president of Norland, Jens Hansen, swore in Ana Silva as president of Norland on December 3, 2019.",
            "Ana Silva succeeded the 11th president of Norland as president of Norland on December 3, 2019.",
        ] {
            assert_eq!(number(another), None, "{another}");
        }
        assert_eq!(number("Ana Silva became the second secretary of the board on December 3, 2019."), None);
        assert_eq!(number("Ana Silva was elected mayor of Lom for the third time on December 3, 2019."), None);
    }
}
