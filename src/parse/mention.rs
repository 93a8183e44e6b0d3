//! Noun phrases that name people, offices and bodies, with what stands together taken together.
//!
//! "Norwegian Foreign Minister Jens Hansen", "Jens Hansen, 54, the foreign minister of Norway" and "Norway's foreign
//! minister" are one mention each. Whether an office in it is held now or was once ("former") stays known, for the
//! grammars of events fill a missing office from it.

mod lead;
mod office;
mod person;

use super::name::organization;
use super::role::heads;
use super::word::{Class, Shape, Token};
use crate::Span;
use lead::{Lead, lead};
pub(crate) use office::introduce;
use office::office;
use person::person;

/// A noun phrase, in byte spans of the document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Mention {
    /// How many tokens it takes.
    pub(crate) length: usize,
    /// What it is.
    pub(crate) kind: MentionKind,
    /// A personal name, or one that could be.
    pub(crate) name: Option<Span>,
    /// The office.
    pub(crate) role: Option<Span>,
    /// The body or state, of the office or by itself.
    pub(crate) organization: Option<Span>,
    /// Whether the office is past: "former", "then".
    pub(crate) former: bool,
    /// Whether the name wears a title or an office: certainly a person.
    pub(crate) titled: bool,
    /// Whether the office stands after the name, as an apposition.
    pub(crate) apposed: bool,
    /// Whether a capitalised word before the office may be a name: "appointed Hansen minister".
    pub(crate) prefix: Option<Span>,
    /// Whether it begins with "the" or a possessive.
    pub(crate) definite: bool,
    /// Whether it begins with "his", "her", "its".
    pub(crate) possessive: bool,
}

impl Mention {
    /// Whether its last words are an office: "the consul", "Ana Silva, the consul", but not "Consul Ana Silva".
    pub(crate) fn ends_in_office(&self) -> bool {
        self.name.is_none() || self.apposed
    }
}

/// What a [`Mention`] is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum MentionKind {
    /// A person, or a name that may be one.
    #[default]
    Person,
    /// An office without a name: "the foreign minister".
    Role,
    /// A body or a state: "the board", "Norway".
    Body,
    /// "he", "she", "him", "her", "both", "the latter".
    Pronoun,
}

/// The mention at the start of `tokens`.
pub(crate) fn mention(text: &str, tokens: &[Token]) -> Option<Mention> {
    let first = tokens.first().filter(|first| may_begin(first))?;
    if first.is(Class::SUBJECT | Class::OBJECT)
        && ["he", "she", "him"].iter().any(|p| first.span.of(text).eq_ignore_ascii_case(p))
    {
        return Some(Mention { length: 1, kind: MentionKind::Pronoun, ..Mention::default() });
    }
    if is_her(text, tokens) {
        return Some(Mention { length: 1, kind: MentionKind::Pronoun, ..Mention::default() });
    }
    if let Some(length) = style(text, tokens) {
        return Some(Mention { length, kind: MentionKind::Pronoun, ..Mention::default() });
    }
    if let Some(length) = one_of_two(text, tokens) {
        return Some(Mention { length, kind: MentionKind::Pronoun, definite: true, ..Mention::default() });
    }
    if leads_nowhere(tokens) {
        return None;
    }
    let led = lead(text, tokens);
    let noun = |lead: &Lead| {
        let rest = &tokens[lead.length..];
        rest.first().filter(|first| is_noun(first))?;
        office(text, rest, lead).or_else(|| person(text, rest)).or_else(|| body(text, rest, lead))
    };
    // "Hansen's second term": no office, so the owner stands by himself.
    let (mut mention, lead) = match noun(&led) {
        Some(mention) => (mention, led),
        None if led.length > 0 && first.is_capital() => (noun(&Lead::default())?, Lead::default()),
        None => return None,
    };
    mention.length += lead.length;
    if mention.kind == MentionKind::Role && is_abbreviated(&tokens[mention.length..]) {
        mention.length += 3;
    }
    mention.definite = lead.definite;
    mention.possessive = lead.possessive;
    mention.organization = mention.organization.or(lead.organization);
    mention.former |= lead.former;
    if mention.name.is_some() && mention.role.is_none() {
        appose(text, tokens, &mut mention);
    }
    mention.former |= mention.role.is_some_and(|role| is_past(role.of(text)));
    Some(mention)
}

/// Whether an office is one that was held before by its own words: "Archbishop Emeritus".
fn is_past(role: &str) -> bool {
    role.len() > "emeritus".len()
        && role.split(' ').any(|word| ["emeritus", "emerita"].iter().any(|past| word.eq_ignore_ascii_case(past)))
}

/// `(COO)` behind what it stands for.
fn is_abbreviated(tokens: &[Token]) -> bool {
    let [open, short, close, ..] = tokens else { return false };
    open.is_mark(b'(') && short.shape == Shape::Acronym && close.is_mark(b')')
}

/// Whether a mention can begin with a word: what most words are told by to begin none.
#[inline]
pub(crate) fn may_begin(token: &Token) -> bool {
    token.is_capital() || token.is(NOUNS.and(LEADS)) || is_portfolio(token)
}

/// Whether an office, a name or a body can.
fn is_noun(token: &Token) -> bool {
    token.is_capital() || token.is(NOUNS) || is_portfolio(token)
}

/// "irrigation" of "irrigation minister".
fn is_portfolio(token: &Token) -> bool {
    token.is(Class::FIELD) && token.is(Class::BEFORE_ROLE)
}

const NOUNS: Class = Class::ROLE.and(Class::ROLE_MODIFIER).and(Class::BODY).and(Class::GIVEN).and(Class::PARTICLE);

/// What can stand before a noun, or for one.
const LEADS: Class = ARTICLES.and(Class::SUBJECT).and(Class::OBJECT).and(ADJECTIVES);
const ARTICLES: Class = Class::DETERMINER.and(Class::POSSESSIVE);
const ADJECTIVES: Class = Class::FORMER.and(Class::ORDINAL).and(Class::COUNTRY).and(Class::DEMONYM);

/// Whether the first word only has a part in the grammar and no noun of ours follows: "The weather", "In", "they". It
/// is what most words that [`may_begin`] lets pass are told by to begin nothing.
fn leads_nowhere(tokens: &[Token]) -> bool {
    let [first, rest @ ..] = tokens else { return false };
    let titles = Class::HONORIFIC | Class::RANK;
    if !first.is(Class::FUNCTION) || first.is(NOUNS | ADJECTIVES | titles) || first.shape == Shape::Acronym {
        return false;
    }
    if !first.is(ARTICLES) {
        return first.shape != Shape::Initial;
    }
    rest.first().is_some_and(|next| next.shape == Shape::Lower && !next.is(NOUNS | LEADS | Class::BEFORE_ROLE))
}

/// "her" as an object: no noun follows that would be hers.
fn is_her(text: &str, tokens: &[Token]) -> bool {
    let closed = || {
        tokens.get(1).is_none_or(|next| {
            matches!(next.shape, Shape::Mark(_))
                || next.shape == Shape::Lower && next.is(Class::PREPOSITION | Class::CONJUNCTION | Class::TIME)
        })
    };
    let her = tokens[0].is(Class::POSSESSIVE) && tokens[0].span.of(text).eq_ignore_ascii_case("her");
    her && closed() && heads(text, &tokens[1..]).is_none()
}

/// `His Lordship`, `Her Royal Highness` with no name and no office behind it, for somebody told before. "His Majesty" is whose
/// realm it is.
fn style(text: &str, tokens: &[Token]) -> Option<usize> {
    tokens.first().filter(|first| first.is(Class::POSSESSIVE))?;
    let royal = tokens.get(1).is_some_and(|t| ["Royal", "Serene", "Imperial"].contains(&t.span.of(text)));
    let length = 2 + usize::from(royal);
    let styled = tokens.get(length - 1).is_some_and(|t| t.is(Class::HONORIFIC) && STYLES.contains(&t.span.of(text)));
    let open = |next: &Token| next.is_capital() || next.shape == Shape::Genitive || next.is(Class::DETERMINER);
    (styled && !tokens.get(length).is_some_and(open)).then_some(length)
}

/// Of one person at a time, and said instead of the name.
const STYLES: [&str; 7] = ["Lordship", "Ladyship", "Highness", "Excellency", "Eminence", "Holiness", "Honour"];

/// `both`, `the former`, `the latter` before a verb, for people told before.
fn one_of_two(text: &str, tokens: &[Token]) -> Option<usize> {
    tokens.first().filter(|first| first.is(Class::DETERMINER))?;
    let word = |i: usize| tokens.get(i).map_or("", |token| token.span.of(text));
    let length = match word(0) {
        "Both" | "both" => 1,
        "The" | "the" if ["former", "latter"].contains(&word(1)) => 2,
        _ => return None,
    };
    let next = tokens.get(length)?;
    let verb = next.is(Class::BE | Class::HAVE | Class::MODAL | Class::TRIGGER | Class::PAST);
    (next.shape == Shape::Lower && verb && !next.is(Class::ROLE | Class::ROLE_MODIFIER)).then_some(length)
}

/// A body or state: `the board`, `Acme Inc`, `Norway's parliament`.
fn body(text: &str, tokens: &[Token], lead: &Lead) -> Option<Mention> {
    let plain = |tokens: &[Token]| {
        let modifiers = tokens
            .iter()
            .take(3)
            .take_while(|t| t.shape == Shape::Lower && !t.is(Class::BODY) && t.is(Class::ROLE_MODIFIER))
            .count();
        let is_body = |t: &&Token| t.shape == Shape::Lower && t.is(Class::BODY);
        let last = tokens.get(modifiers).filter(is_body).map(|_| modifiers + 1)?;
        // "management board", but not "board members"
        let one = |t: &&Token| is_body(t) && !t.span.of(text).ends_with('s');
        Some(last + usize::from(tokens.get(last).filter(one).is_some()))
    };
    if let Some(length) = organization(tokens) {
        let mut end = length;
        // "Norway's parliament"
        if let Some(more) =
            tokens.get(end).filter(|t| t.shape == Shape::Genitive).and_then(|_| plain(&tokens[end + 1..]))
        {
            end += 1 + more;
        }
        let span = Some(between(tokens, 0, end));
        return Some(Mention { length: end, kind: MentionKind::Body, organization: span, ..Mention::default() });
    }
    let bare = lead.length == 0 && lead.organization.is_none();
    let length = plain(tokens).filter(|_| !bare || tokens.first().is_some_and(|t| t.span.len() > 4))?;
    let span = between(tokens, 0, length);
    Some(Mention { length, kind: MentionKind::Body, organization: Some(span), ..Mention::default() })
}

/// The office that follows a name: `, 54, the foreign minister of Norway`, `(foreign minister)`.
fn appose(text: &str, tokens: &[Token], mention: &mut Mention) {
    let Some(start) = apposition(tokens, mention.length) else { return };
    // "Ana Silva, as consul since 2016, signed"
    let led = tokens[start..].first().is_some_and(|t| t.span.of(text) == "as");
    let start = start + usize::from(led);
    let rest = &tokens[start..];
    let lead = lead(text, rest);
    let Some(mut office) = office(text, &rest[lead.length..], &lead).filter(|m| m.name.is_none()) else { return };
    let end = start + lead.length + office.length;
    let closed = tokens.get(end).is_none_or(|t| {
        matches!(t.shape, Shape::Mark(b',' | b'(' | b')' | b';' | b'.' | b'-' | b':'))
            || t.is(Class::TIME | Class::RELATIVE)
            || t.is(Class::PREPOSITION | Class::CONJUNCTION) && t.shape == Shape::Lower
    });
    // "Ana Silva (mayor 1990–95, senator 1996–2000)": each has times of its own.
    let opens = start.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|t| t.is_mark(b'('));
    let held = opens && tokens.get(end).is_some_and(|t| t.is(Class::TIME));
    let since = || tokens.get(end).is_some_and(|t| t.span.of(text) == "since");
    if !closed || held || led && !since() {
        return;
    }
    office.organization = office.organization.or(lead.organization);
    mention.role = office.role;
    mention.organization = office.organization;
    mention.former = lead.former;
    mention.apposed = true;
    mention.titled = true;
    mention.length = end;
}

/// Where an apposition to the name that ends at `end` begins: after a comma, an age, a party in brackets.
fn apposition(tokens: &[Token], end: usize) -> Option<usize> {
    let mut at = end;
    let mut commas = 0;
    while let Some(token) = tokens.get(at) {
        if token.is_mark(b',') || token.is_mark(b'-') && commas == 0 {
            commas += 1;
            at += 1;
            // ", 54," and ", 52 years old and"
            if tokens.get(at).is_some_and(|t| t.shape == Shape::Number) {
                // ", 78, retired bishop of Lom"
                let plain = |t: &&Token| t.shape == Shape::Lower && !t.is(Class::FORMER);
                let old = tokens[at + 1..].iter().take(3).take_while(plain).count();
                at += 1 + old;
                continue;
            }
            return Some(at);
        } else if token.is_mark(b'(') {
            let close = tokens[at..].iter().take(14).position(|t| t.is_mark(b')'))?;
            // "in Lisbon (2005–2009), deputy head": the years of an office, not of a life.
            if end == 1 && tokens[at + 1].is(Class::TIME) {
                return None;
            }
            if close > 4 && !tokens[at + 1].is(Class::TIME) {
                return Some(at + 1);
            }
            at += close + 1;
        } else {
            return (commas > 0).then_some(at);
        }
    }
    None
}

fn between(tokens: &[Token], from: usize, to: usize) -> Span {
    Span::new(tokens[from].span.start, tokens[to - 1].span.end)
}

#[cfg(test)]
mod tests {
    use super::super::word::tokenize;
    use super::*;

    fn read(text: &str) -> (&str, &str, &str, &str) {
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len()), &mut tokens);
        let m = mention(text, &tokens).unwrap_or_default();
        let of = |span: Option<Span>| span.map_or("", |s| s.of(text));
        let rest = tokens.get(m.length).map_or("", |t| &text[t.span.start..]);
        (of(m.name), of(m.role), of(m.organization), rest)
    }

    #[test]
    fn names_with_offices() {
        for (text, want) in [
            ("Norwegian Foreign Minister Jens Hansen met", ("Jens Hansen", "Foreign Minister", "Norwegian", "met")),
            ("President of Peru Ana Silva met", ("Ana Silva", "President of Peru", "Peru", "met")),
            (
                "Jens Hansen, 54, the foreign minister of Norway, met",
                ("Jens Hansen", "foreign minister of Norway", "Norway", ", met"),
            ),
            ("the president of Norway, Jens Hansen, met", ("Jens Hansen", "president of Norway", "Norway", ", met")),
            (
                "Secretary-General of the Hanseatic League Jens Hansen met",
                ("Jens Hansen", "Secretary-General of the Hanseatic League", "Hanseatic League", "met"),
            ),
            ("Major General Jens van der Hansen Jr. met", ("Jens van der Hansen Jr.", "", "", "met")),
            ("Dr. J. P. Hansen met", ("J. P. Hansen", "", "", "met")),
            ("former mayor of Oslo, Ana Silva, met", ("Ana Silva", "mayor of Oslo", "Oslo", ", met")),
            ("Green Valley Chairman Jens Hansen said", ("Jens Hansen", "Chairman", "Green Valley", "said")),
            ("Oslo's new mayor Ana Silva said", ("Ana Silva", "mayor", "Oslo", "said")),
        ] {
            assert_eq!(read(text), want, "{text}");
        }
    }

    #[test]
    fn offices_alone() {
        for (text, want) in [
            (
                "Minister of Works and Public Health of Norway by decree",
                "Minister of Works and Public Health of Norway",
            ),
            ("the new Ambassador of Norway to Peru on", "Ambassador of Norway to Peru"),
            ("chairman, president and chief executive officer.", "chairman, president and chief executive officer"),
            ("its first Chargé d’Affaires ad interim in", "Chargé d’Affaires ad interim"),
            ("NATO Secretary General in", "NATO Secretary General"),
            ("director of policy planning in", "director of policy planning"),
            ("vice president for marketing and", "vice president for marketing"),
            ("mayor of the town of Springfield, Ohio from", "mayor of the town of Springfield, Ohio"),
            ("Norway's culture and information minister when", "culture and information minister"),
        ] {
            assert_eq!(read(text).1, want, "{text}");
            assert_eq!(read(text).0, "", "{text}");
        }
    }

    #[test]
    fn a_name_before_an_office_without_a_comma_is_no_part_of_it() {
        assert_eq!(read("Jens Hansen Minister of Health").0, "Jens Hansen");
        assert_eq!(read("Jens Hansen, President Ana Silva and").1, "");
    }
}
