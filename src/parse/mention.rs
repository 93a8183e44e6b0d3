//! Noun phrases that name people, offices and bodies, with what stands together taken together.
//!
//! "Norwegian Foreign Minister Jens Hansen", "Jens Hansen, 54, the foreign minister of Norway" and "Norway's foreign
//! minister" are one mention each. Whether an office in it is held now or was once ("former") stays known, for the
//! grammars of events fill a missing office from it.

use std::sync::LazyLock;

use super::name::{name, organization, titled_surname};
use super::role::{heads, role};
use super::word::{Class, Shape, Token, section_lines};
use crate::Span;
use crate::lexicon::table::WordTable;

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
    token.is_capital() || token.is(NOUNS.and(LEADS))
}

/// Whether an office, a name or a body can.
fn is_noun(token: &Token) -> bool {
    token.is_capital() || token.is(NOUNS)
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

/// What goes before the noun: "the country's new", "Norway's former", "Norwegian".
#[derive(Clone, Copy, Default)]
struct Lead {
    length: usize,
    organization: Option<Span>,
    former: bool,
    definite: bool,
    possessive: bool,
}

fn lead(text: &str, tokens: &[Token]) -> Lead {
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
            && heads(text, &rest[1..]).is_some()
        {
            // "company president"
            lead.length += 1;
        } else if is_adjective(token) && lead.length > 0 && leads_to_office(text, rest) {
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

/// An office, with the name that goes with it.
fn office(text: &str, tokens: &[Token], lead: &Lead) -> Option<Mention> {
    tokens.first().filter(|first| first.is(Class::BEFORE_ROLE))?;
    // A rank is no office before a name: "General Hansen".
    let ranks = tokens.iter().take(4).take_while(|t| t.is(Class::RANK)).count();
    if ranks > 0 && name(&tokens[ranks..]).is_some() && tokens[0].is_capital() {
        return None;
    }
    if !lead.definite && is_whole_name(tokens) {
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
    let comma = usize::from(tokens.get(end).is_some_and(|t| t.is_mark(b',')));
    if let Some(behind) = Behind::read(text, &tokens[end + comma..], comma > 0)
        && (comma == 0 || behind.closed && behind.whole && lead.definite_or_bare(tokens))
    {
        behind.names(&mut mention, end + comma);
        mention.prefix = None;
        // "Green Valley Chairman Jens Hansen": the body is no part of the office.
        if prefix > 1 {
            mention.role = Some(between(tokens, prefix, end));
        }
    }
    Some(mention)
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
fn is_whole_name(tokens: &[Token]) -> bool {
    let goes_on = |next: &Token| next.is(Class::BE | Class::HAVE | Class::RELATIVE | Class::PAST) || next.is_mark(b',');
    let known = Class::ORGANIZATION | Class::COUNTRY | Class::STATE | Class::DEMONYM | Class::ROLE;
    let length = name(tokens).filter(|&length| length > 1 && tokens[length - 1].is(Class::SURNAME));
    length.is_some_and(|length| {
        !tokens[..length - 1].iter().any(|t| t.is(known)) && tokens.get(length).is_some_and(goes_on)
    })
}

impl Lead {
    /// Whether an office with this lead can stand before a name and a comma: "the president, Jens Hansen,".
    fn definite_or_bare(&self, tokens: &[Token]) -> bool {
        self.definite
            || self.organization.is_some()
            || self.former
            || tokens.first().is_some_and(|t| t.shape == Shape::Lower)
    }
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
    if run == 1 || body || definite || name(&tokens[run + core..]).is_some() { run } else { 0 }
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

/// A name by itself, with its titles: `Dr. Jens Hansen`, `Major General Hansen`, `Hansen`.
fn person(text: &str, tokens: &[Token]) -> Option<Mention> {
    let honors = tokens.iter().take(5).take_while(|t| t.is_capital() && t.is(Class::HONORIFIC | Class::RANK)).count();
    // "Businessman Jens Hansen was"
    let called = honors == 0 && tokens.len() > 2 && tokens[0].is(Class::CALLING) && tokens[0].shape == Shape::Capital;
    let honors = honors + usize::from(called && name(&tokens[1..]).is_some_and(|length| length > 1));
    let ranked = honors > 0 && !tokens[honors - 1].is(Class::ROLE_MODIFIER);
    let alone = || titled_surname(&tokens[honors..]).filter(|_| ranked);
    let shouted = || shouted(text, &tokens[honors..], honors > 0);
    let length = name(&tokens[honors..]).or_else(alone).or_else(shouted)?;
    let styled = || esquire(text, &tokens[..length]) > 0;
    if honors == 0 && !styled() && organization(tokens).is_some_and(|n| n >= length) {
        return None;
    }
    let span = between(tokens, honors, honors + length - esquire(text, &tokens[honors..honors + length]));
    let length = honors + length + letters(text, &tokens[honors + length..]);
    Some(Mention { length, name: Some(span), titled: honors > 0, ..Mention::default() })
}

/// How many tokens the style takes that closes a name: `, Esq.`
fn esquire(text: &str, name: &[Token]) -> usize {
    match name {
        [.., comma, last] if is_esquire(last.span.of(text)) => 1 + usize::from(comma.is_mark(b',')),
        _ => 0,
    }
}

fn is_esquire(word: &str) -> bool {
    ["Esq", "Esq.", "Esquire", "ESQ", "ESQ.", "ESQUIRE"].contains(&word)
}

/// A name all in capitals, as gazettes have it: "JENS KOFI HANSEN, ESQUIRE", and behind a title ("Mr. JENS HANSEN").
fn shouted(text: &str, tokens: &[Token], titled: bool) -> Option<usize> {
    let other = Class::ORGANIZATION | Class::COUNTRY | Class::STATE | Class::TIME | Class::ROLE | Class::FUNCTION;
    let word = |t: &&Token| match t.shape {
        Shape::Acronym => t.span.len() >= SHOUTED && !t.is(other),
        shape => shape == Shape::Initial,
    };
    let words = tokens.iter().take(LONGEST_SHOUTED).take_while(word).count();
    let whole = tokens[..words].iter().filter(|t| t.shape == Shape::Acronym).nth(1).is_some();
    let closed = |end: usize| tokens.get(end).is_none_or(|next| !next.is_capital());
    let style = match &tokens[words..] {
        [comma, last, ..] if comma.is_mark(b',') && is_esquire(last.span.of(text)) => 2,
        _ => 0,
    };
    // Set out below "has appointed".
    let set_out = || {
        let above = &text[..tokens[0].span.start];
        let verb = above.ends_with('\n').then(|| above.trim_ascii_end());
        let ends = text[tokens[words - 1].span.end..].starts_with('\n');
        ends && verb.is_some_and(|verb| verb.ends_with(" appointed") || verb.ends_with(" appoint"))
    };
    (whole && (style > 0 || titled && closed(words) || set_out())).then_some(words + style)
}

/// Shorter words in capitals are initials or bodies.
const SHOUTED: usize = 3;

/// No name has more words.
const LONGEST_SHOUTED: usize = 5;

/// How many of the letters that stand behind names stand here: "Ada Moe MP OBE".
fn letters(text: &str, tokens: &[Token]) -> usize {
    let known = |token: &&Token| token.shape == Shape::Acronym && LETTERS.get(token.span.of(text)).is_some();
    tokens.iter().take(4).take_while(known).count()
}

static LETTERS: LazyLock<WordTable<()>> = LazyLock::new(|| {
    let lines = section_lines(include_str!("../lexicon/en/people.txt"), "[letters]");
    lines.flat_map(str::split_whitespace).map(|letters| (letters, ())).collect()
});

/// Seats that stand before a name whatever else its holder is.
static SEATS: LazyLock<WordTable<()>> = LazyLock::new(|| {
    let lines = section_lines(include_str!("../lexicon/en/people.txt"), "[seat]");
    lines.flat_map(str::split_whitespace).map(|seat| (seat, ())).collect()
});

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
