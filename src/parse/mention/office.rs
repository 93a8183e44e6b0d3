//! An office, with the name that goes with it: "Consul Jens Hansen", "the president, Ana Silva,".

use std::sync::LazyLock;

use crate::Span;
use crate::lexicon::table::WordTable;
use crate::parse::name::{name, organization, titled_surname};
use crate::parse::role::{heads, role};
use crate::parse::word::{Class, Shape, Token, section_lines};

use super::lead::Lead;
use super::person::letters;
use super::{Mention, MentionKind, between};

/// An office, with the name that goes with it.
pub(super) fn office(text: &str, tokens: &[Token], lead: &Lead) -> Option<Mention> {
    tokens.first().filter(|first| first.is(Class::BEFORE_ROLE))?;
    // A rank is no office before a name: "General Hansen".
    let ranks = tokens.iter().take(4).take_while(|t| t.is(Class::RANK)).count();
    if ranks > 0 && name(&tokens[ranks..]).is_some() && tokens[0].is_capital() {
        return None;
    }
    if !lead.definite && is_whole_name(text, tokens) {
        return None;
    }
    let prefix = prefix(text, tokens, lead.definite);
    let titled = &tokens[prefix..];
    let found = role(text, titled)?;
    // "His partner Jens Hansen": no office.
    if lead.possessive && found.end == 1 && titled[0].span.of(text) == "partner" {
        return None;
    }
    let end = prefix + found.end;
    let then = if tokens[0].span.of(text).starts_with("then-") { "then-".len() } else { 0 };
    // "the newly appointed envoy"
    let chosen = usize::from(end > 1 && ["appointed", "elected"].contains(&tokens[0].span.of(text)));
    let span = Span::new(tokens[chosen].span.start + then, tokens[end - 1].span.end);
    let within = found.organization.map(|(from, to)| between(titled, from, to));
    let mut mention =
        Mention { length: end, kind: MentionKind::Role, role: Some(span), organization: within, ..Mention::default() };
    if prefix > 0 {
        let before = between(tokens, 0, prefix);
        mention.prefix = Some(before);
        mention.organization = within.or(Some(before));
    }
    let abroad = in_country(text, &tokens[end..]);
    let end = end + abroad;
    let comma = usize::from(tokens.get(end).is_some_and(|t| t.is_mark(b',')));
    if let Some(behind) = Behind::read(text, &tokens[end + comma..], comma > 0)
        && (comma == 0 || behind.closed && behind.whole && lead.definite_or_bare(tokens))
    {
        behind.names(&mut mention, end + comma);
        mention.prefix = None;
        // "Green Valley Chairman Jens Hansen": the body is no part of the office.
        if prefix > 1 {
            mention.role = Some(between(tokens, prefix, end - abroad));
        }
    }
    Some(mention)
}

/// How many tokens tell where the place of an office is before its holder's name: "the mayor of Lom *in Norway*, Ana Silva,".
fn in_country(text: &str, tokens: &[Token]) -> usize {
    let within = tokens.first().is_some_and(|t| t.span.of(text) == "in");
    let the = usize::from(tokens.get(1).is_some_and(|t| t.span.of(text) == "the"));
    let country = tokens.iter().skip(1 + the).take(4).take_while(|t| t.is(Class::COUNTRY)).count();
    let length = 1 + the + country;
    let closed = tokens.get(length).is_some_and(|t| t.is_mark(b','));
    if within && country > 0 && closed { length } else { 0 }
}

/// A name right behind an office.
struct Behind {
    name: Span,
    /// How many tokens it takes, with its titles and letters.
    length: usize,
    /// Whether it is more than a family name.
    whole: bool,
    /// Whether an aside ends behind it.
    closed: bool,
}

impl Behind {
    fn read(text: &str, tokens: &[Token], comma: bool) -> Option<Behind> {
        let honors =
            tokens.iter().take(4).take_while(|t| t.is_capital() && t.is(Class::HONORIFIC | Class::RANK)).count();
        // "the Mayor, Alderman Jens Hansen,"
        let seat = |t: &Token| t.shape == Shape::Capital && t.is(Class::ROLE) && SEATS.get(t.span.of(text)).is_some();
        let honors = honors + usize::from(comma && tokens.get(honors).is_some_and(seat));
        let named = &tokens[honors..];
        let length = name(named).or_else(|| titled_surname(named))?;
        if organization(named).is_some_and(|n| n > length) {
            return None;
        }
        let closed = named.get(length).is_none_or(|t| matches!(t.shape, Shape::Mark(_)) || t.is(Class::RELATIVE));
        let behind = honors + length + letters(text, &named[length..]);
        Some(Behind { name: between(named, 0, length), length: behind, whole: length > 1, closed })
    }

    /// Gives the office of `mention` the name, which begins behind so many of its tokens.
    fn names(self, mention: &mut Mention, at: usize) {
        mention.name = Some(self.name);
        mention.length = at + self.length;
        mention.kind = MentionKind::Person;
        mention.titled = true;
    }
}

/// Takes the name behind a comma to an office in capitals that stands for itself: "sacked Minister of Power, Ole Lie, and
/// Minister of Trade, Ana Silva". `before` are the words of the sentence before it: behind a name it is that one's office,
/// as it is of whom a passive or an "as" is told.
pub(crate) fn introduce(text: &str, before: &[Token], tokens: &[Token], mention: &mut Mention) {
    let alone = mention.name.is_none() && mention.prefix.is_none() && !mention.definite && !mention.former;
    if mention.kind != MentionKind::Role || !alone || !tokens[0].is_capital() {
        return;
    }
    let led = match before {
        [] => true,
        [first, verb] if verb.is(Class::TRIGGER) => first.shape != Shape::Lower || !first.is(Class::BE | Class::HAVE),
        [.., aux, verb] if verb.is(Class::TRIGGER) => !aux.is(Class::BE) && !aux.is_mark(b','),
        [.., last] => last.is(Class::CONJUNCTION) && last.shape == Shape::Lower || last.is(Class::AGENT),
    };
    let comma = tokens.get(mention.length).is_some_and(|t| t.is_mark(b','));
    if !led || !comma {
        return;
    }
    let named = &tokens[mention.length + 1..];
    let place = named.iter().take(3).take_while(|t| t.is_capital()).any(|t| t.is(Class::STATE | Class::COUNTRY));
    let ends = |behind: &Behind| behind.closed || named.get(behind.length).is_some_and(|t| t.span.of(text) == "and");
    if let Some(behind) = Behind::read(text, named, true).filter(|behind| behind.whole && !place && ends(behind)) {
        behind.names(mention, mention.length + 1);
    }
}

/// Whether an office is the family name in "Albert King became": where a sentence goes on, not a headline ("Lom King
/// Leaves").
fn is_whole_name(text: &str, tokens: &[Token]) -> bool {
    let goes_on = |next: &Token| {
        let verb = next.is(Class::BE | Class::HAVE | Class::RELATIVE | Class::PAST);
        // "appointed John Bishop as its secretary"
        verb || next.is_mark(b',') || next.span.of(text) == "as"
    };
    let known = Class::ORGANIZATION | Class::COUNTRY | Class::STATE | Class::DEMONYM | Class::ROLE;
    let length = name(tokens).filter(|&length| length > 1 && tokens[length - 1].is(Class::SURNAME));
    length.is_some_and(|length| {
        // "Albert King and Ana Silva became"
        let row = || {
            let and = tokens.get(length).is_some_and(|next| next.is(Class::CONJUNCTION));
            and && name(&tokens[length + 1..]).is_some_and(|next| next > 1)
        };
        let told = tokens.get(length).is_some_and(goes_on) || row();
        !tokens[..length - 1].iter().any(|t| t.is(known)) && told
    })
}

/// Capitals before an office that are a part of it: `NATO Secretary General`, `Ohio Attorney General`.
///
/// Two or more are a name ("Jens Hansen Minister of Health") unless a word among them is a body's or a name follows
/// the office ("Green Valley Chairman Jens Hansen").
fn prefix(text: &str, tokens: &[Token], definite: bool) -> usize {
    if heads(text, tokens).is_some() {
        return 0;
    }
    let run = tokens
        .iter()
        .take(6)
        .take_while(|t| {
            t.is_capital()
                && !t.is(Class::ROLE
                    | Class::ROLE_MODIFIER
                    | Class::FUNCTION
                    | Class::TIME
                    | Class::TRIGGER
                    | Class::COUNTS
                    | Class::HONORIFIC)
        })
        .count();
    let Some(core) = tokens.get(run..).filter(|_| run > 0).and_then(|rest| heads(text, rest)) else {
        return body_before(text, tokens);
    };
    let body = tokens[..run]
        .iter()
        .any(|t| t.is(Class::ORGANIZATION | Class::COUNTRY | Class::STATE) || t.shape == Shape::Acronym);
    // "a North Vik County Councillor"
    let civic = tokens[run].is(Class::CIVIC);
    if run == 1 || body || civic || definite || name(&tokens[run + core..]).is_some() { run } else { 0 }
}

/// A body whose name has words that an office could have too: `European Commission president`, `University of Norway
/// chancellor`.
fn body_before(text: &str, tokens: &[Token]) -> usize {
    let leads = |&length: &usize| {
        let head = tokens[..length].iter().any(|token| token.is(Class::ORGANIZATION) && token.is_capital());
        head && tokens.get(length).is_some_and(|next| next.is(Class::BEFORE_ROLE))
            && heads(text, &tokens[length..]).is_some()
    };
    organization(tokens).filter(leads).unwrap_or(0)
}

/// Seats that stand before a name whatever else its holder is.
static SEATS: LazyLock<WordTable<()>> = LazyLock::new(|| {
    let lines = section_lines(include_str!("../../lexicon/en/people.txt"), "[seat]");
    lines.flat_map(str::split_whitespace).map(|seat| (seat, ())).collect()
});
