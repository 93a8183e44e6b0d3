//! What goes before the noun of a mention: "the country's new", "Norway's former", "Norwegian".

use crate::Span;
use crate::parse::name::{name, organization};
use crate::parse::role::heads;
use crate::parse::word::{Class, Shape, Token};

use super::LEADS;

/// What goes before the noun: "the country's new", "Norway's former", "Norwegian".
#[derive(Clone, Copy, Default)]
pub(super) struct Lead {
    pub(super) length: usize,
    pub(super) organization: Option<Span>,
    pub(super) former: bool,
    pub(super) definite: bool,
    pub(super) possessive: bool,
}

impl Lead {
    /// Whether an office with this lead can stand before a name and a comma: "the president, Jens Hansen,".
    pub(super) fn definite_or_bare(&self, tokens: &[Token]) -> bool {
        self.definite
            || self.organization.is_some()
            || self.former
            || tokens.first().is_some_and(|t| t.shape == Shape::Lower)
    }
}

pub(super) fn lead(text: &str, tokens: &[Token]) -> Lead {
    let mut lead = Lead::default();
    while let Some(token) = tokens.get(lead.length).filter(|_| lead.length < 10) {
        // Most names have nothing before them.
        if token.is_capital() && !token.is(LEADS | Class::BEFORE_GENITIVE) && !lead.possessive {
            return lead;
        }
        let rest = &tokens[lead.length..];
        let next_role = || heads(text, rest).is_some();
        if token.is(Class::POSSESSIVE) {
            lead.possessive = true;
            lead.definite = true;
            lead.length += 1;
        } else if token.is(Class::DETERMINER) {
            lead.definite = token.span.len() == 3;
            lead.length += 1;
        } else if token.is(Class::FORMER) {
            // Who is on the way out still holds the office.
            let held = ["current", "incumbent", "outgoing", "retiring", "departing", "longtime", "long-time"];
            let current = held.iter().any(|word| token.span.of(text).eq_ignore_ascii_case(word));
            lead.former |= !current;
            lead.length += 1;
        } else if lead.organization.is_some() && is_first_minister(text, rest) || is_nth_secretary(text, rest) {
            return lead;
        } else if token.is(Class::ORDINAL)
            && !(token.is(Class::ROLE_MODIFIER | Class::FIELD) && next_role() && token.is_capital())
            || token.shape == Shape::Number && lead.definite && token.span.of(text).ends_with(['h', 't', 'd'])
        {
            lead.length += 1;
        } else if token.is(Class::DEMONYM | Class::COUNTRY) && !token.is(Class::TIME) {
            let run = rest.iter().take(6).take_while(|t| t.is(Class::DEMONYM | Class::COUNTRY)).count();
            let after = &rest[run..];
            let genitive = usize::from(after.first().is_some_and(|t| t.shape == Shape::Genitive));
            let after = &after[genitive..];
            let goes_on = after.first().is_some_and(|t| {
                t.is(Class::ROLE | Class::ROLE_MODIFIER | Class::ORDINAL | Class::FORMER)
                    || (genitive == 1 || lead.definite)
                        && t.shape == Shape::Lower
                        && !t.is(Class::FUNCTION | Class::TRIGGER)
            });
            // "Norwegian Foreign Minister", but "Norwegian Nobel Committee" is one body.
            if !goes_on || genitive == 0 && heads(text, after).is_none() && after.first().is_some_and(Token::is_capital)
            {
                return lead;
            }
            lead.organization = Some(Span::new(token.span.start, rest[run - 1].span.end));
            lead.length += run + genitive;
        } else if let Some(run) = possessor(rest) {
            lead.organization = Some(Span::new(token.span.start, rest[run - 1].span.end));
            lead.definite = true;
            lead.length += run + 1;
        } else if token.shape == Shape::Lower
            && (lead.definite || lead.organization.is_some())
            && token.is(Class::BODY)
            && rest.get(1).is_some_and(|t| t.shape == Shape::Genitive)
        {
            // "the company's president"
            lead.length += 2;
        } else if lead.possessive
            && token.is(Class::HONORIFIC)
            && rest.get(1).is_some_and(|t| t.shape == Shape::Genitive)
            && heads(text, &rest[2..]).is_some()
        {
            // "His Majesty's Consul"
            lead.length += 2;
        } else if token.shape == Shape::Lower
            && lead.definite
            && !token.is(Class::FUNCTION | Class::TRIGGER | Class::TIME)
            && rest.get(1).is_some_and(|t| t.shape == Shape::Genitive)
            && opens_office(text, &rest[2..])
        {
            // "the governor's chief of staff", "the district's superintendent"
            lead.length += 2;
        } else if let Some(owner) = described_owner(text, rest).filter(|_| lead.definite) {
            lead.length += owner + 1;
        } else if token.shape == Shape::Lower
            && token.is(Class::BODY)
            && !token.is(Class::ROLE | Class::ROLE_MODIFIER)
            && !next_role()
            && heads(text, &rest[1..]).is_some()
        {
            // "company president"
            lead.length += 1;
        } else if is_adjective(token) && lead.length > 0 && !next_role() && leads_to_office(text, rest) {
            lead.length += 1;
        } else {
            return lead;
        }
    }
    lead
}

/// The words of one who owns an office and is described: "the *central bank*'s governor", "the *state oil company*'s finance
/// chief".
fn described_owner(text: &str, tokens: &[Token]) -> Option<usize> {
    let plain =
        |t: &&Token| t.shape == Shape::Lower && !t.is(Class::FUNCTION | Class::TRIGGER | Class::TIME | Class::SAY);
    let run = tokens.iter().take(5).take_while(plain).count();
    let office = tokens.get(run + 1..).filter(|_| (2..5).contains(&run) && tokens[run].shape == Shape::Genitive)?;
    opens_office(text, office).then_some(run)
}

/// Whether an office begins, or what describes one: "longtime finance minister", "fourth treasurer", "powerful chairman".
fn opens_office(text: &str, tokens: &[Token]) -> bool {
    let described = tokens.first().is_some_and(|t| t.is(Class::FORMER | Class::ORDINAL));
    heads(text, &tokens[usize::from(described)..]).is_some() || leads_to_office(text, tokens)
}

/// "Norland's first minister", but "its first minister of health".
fn is_first_minister(text: &str, tokens: &[Token]) -> bool {
    let word = |i: usize| tokens.get(i).map_or("", |token| token.span.of(text));
    word(0) == "first" && word(1) == "minister" && !["of", "for", "to"].contains(&word(2))
}

/// "second secretary": a rank of diplomats.
fn is_nth_secretary(text: &str, tokens: &[Token]) -> bool {
    let word = |i: usize| tokens.get(i).map_or("", |token| token.span.of(text));
    ["first", "second", "third"].contains(&word(0)) && word(1) == "secretary"
}

/// A name with a genitive before an office: `Acme's vice president`.
fn possessor(tokens: &[Token]) -> Option<usize> {
    tokens.first().filter(|first| first.is(Class::BEFORE_GENITIVE))?;
    let run = organization(tokens)
        .or_else(|| name(tokens))
        .filter(|&run| tokens.get(run).is_some_and(|t| t.shape == Shape::Genitive))?;
    let after = tokens.get(run + 1)?;
    let office = after.is(Class::ROLE | Class::ROLE_MODIFIER | Class::ORDINAL | Class::FORMER | Class::BODY);
    (office && !after.is(Class::TRIGGER)).then_some(run)
}

fn is_adjective(token: &Token) -> bool {
    token.shape == Shape::Lower
        && !token.is(Class::FUNCTION
            | Class::TRIGGER
            | Class::TIME
            | Class::SAY
            | Class::ROLE
            | Class::ROLE_MODIFIER
            | Class::BODY)
}

/// Whether at most two plain words stand before an office: "the country's acting female prime minister".
fn leads_to_office(text: &str, tokens: &[Token]) -> bool {
    (1..=2).any(|n| {
        let plain = tokens.iter().take(n).take_while(|t| is_adjective(t)).count() == n;
        plain && tokens.len() > n && heads(text, &tokens[n..]).is_some()
    })
}
