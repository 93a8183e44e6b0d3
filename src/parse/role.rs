//! Offices: `Minister of Public Works of Norway`, `chairman and chief executive officer`, `Ambassador to Peru`.
//!
//! An office is a known head ("minister") with what goes before it ("prime", "deputy foreign") and after it ("of …",
//! "to …"). Determiners, "new", "first" and the adjective of the country stay outside: they are read by
//! [`mention`](super::mention).

use super::field;
use super::name::{capitals, name, titled_surname};
use super::word::{Class, Shape, Token};

/// An office, in tokens from where it was looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Role {
    /// How many tokens it takes.
    pub(crate) end: usize,
    /// The body or state in it.
    pub(crate) organization: Option<(usize, usize)>,
}

/// An office with all that belongs to it.
pub(crate) fn role(text: &str, tokens: &[Token]) -> Option<Role> {
    let core = heads(text, tokens)?;
    let mut role = Role { end: core, organization: None };
    while let Some((length, organization)) = complement(text, &tokens[..role.end], &tokens[role.end..]) {
        role.end += length;
        role.organization = organization.map(|(from, to)| (from + role.end - length, to + role.end - length));
    }
    if role.end > core {
        // "Minister of Investment, Trade and Industry"
        let more = Some(role.end).filter(|&end| field::is_field(&tokens[end - 1]));
        let more = more.and_then(|end| field::further(&tokens[end..]));
        let another = more.is_some_and(|more| tokens.get(role.end + more).is_some_and(|next| next.is(Class::ROLE)));
        if let Some(more) = more.filter(|_| !another) {
            role.end += more;
            role.organization = role.organization.map(|(from, _)| (from, role.end));
        }
        join(text, tokens, &mut role);
    }
    Some(role)
}

/// A second office behind the complement of the first: "director of marketing and vice president".
fn join(text: &str, tokens: &[Token], role: &mut Role) {
    let Some((_, rest)) = tokens[role.end..].split_first().filter(|(and, _)| and.is(Class::CONJUNCTION)) else {
        return;
    };
    let skip = usize::from(rest.first().is_some_and(|t| t.is(Class::POSSESSIVE | Class::DETERMINER)));
    let Some(more) = heads(text, &rest[skip..]).filter(|&n| !starts_name(&rest[skip + n..])) else { return };
    role.end += 1 + skip + more;
    if let Some((length, organization)) = complement(text, &tokens[..role.end], &tokens[role.end..]) {
        role.organization = organization.map(|(from, to)| (from + role.end, to + role.end)).or(role.organization);
        role.end += length;
    }
}

/// One head or several: `prime minister`, `president and chief executive`, `chairman, president and CEO`.
pub(crate) fn heads(text: &str, tokens: &[Token]) -> Option<usize> {
    let mut end = head(text, tokens)?;
    loop {
        let and = match &tokens[end..] {
            [comma, rest @ ..] if comma.is_mark(b',') => {
                // A comma joins offices only where "and" closes the list.
                let Some(next) = head(text, rest) else { return Some(end) };
                let closes =
                    rest.get(next).is_some_and(|t| t.is(Class::CONJUNCTION)) && head(text, &rest[next + 1..]).is_some();
                if closes { 1 } else { return Some(end) }
            }
            [and, det, ..] if is_and(and) && det.is(Class::POSSESSIVE) => 2,
            [and, ..] if is_and(and) => 1,
            _ => return Some(end),
        };
        match head(text, &tokens[end + and..]) {
            Some(next) => end += and + next,
            None => return Some(end),
        }
    }
}

fn is_and(token: &Token) -> bool {
    token.is(Class::CONJUNCTION) || token.is_mark(b'&') || token.is_mark(b'/')
}

/// One office without its complement: the words that go before a head, up to the last head of the run.
fn head(text: &str, tokens: &[Token]) -> Option<usize> {
    tokens.first().filter(|first| first.is(Class::BEFORE_ROLE))?;
    let mut last = None;
    let mut i = 0;
    while let Some(token) = tokens.get(i).filter(|_| i < 9) {
        // "Industry, Science and Technology Minister"
        if token.is_mark(b',') && i > 0 && tokens[..i].iter().all(|t| t.is_capital() && field::is_field(t)) {
            let Some(more) = field::further(&tokens[i..]) else { break };
            i += more;
            continue;
        }
        // "the army under General Lie": what ranks is a title, whatever stands before it in small letters.
        let before_title = token.shape == Shape::Lower
            && token.is(Class::PREPOSITION)
            && tokens.get(i + 1).is_some_and(|next| {
                // "under President Lie": but "under Secretary of State"
                let titled = next.is(Class::ROLE) && !next.span.of(text).starts_with("Secretary");
                (next.is(Class::RANK) || titled) && next.is_capital()
            });
        if before_title
            || token.is(Class::TIME | Class::TRIGGER)
            || matches!(token.shape, Shape::Number | Shape::Mark(_) | Shape::Genitive)
        {
            break;
        }
        // "Mayor King", "Manager Dean Hollis": the name of who holds it.
        let titled = i > 0 && last == Some(i - 1) && !tokens[i - 1].is(Class::ROLE_MODIFIER);
        if titled && (titled_surname(&tokens[i..]).is_some() || token.is(Class::GIVEN) && name(&tokens[i..]).is_some())
        {
            break;
        }
        // "First Sea Lord"
        let sea = i > 0 && ["Sea", "Naval"].contains(&tokens[i - 1].span.of(text)) && token.span.of(text) == "Lord";
        // "Lord Lieutenant"
        let is = |i: usize, word: &str| tokens[i].span.of(text).eq_ignore_ascii_case(word);
        let of_a_lord = || i > 0 && is(i, "lieutenant") && is(i - 1, "lord");
        // "town engineer", "crown prince"
        let of_a_town = || i > 0 && tokens[i - 1].is(Class::CIVIC) && token.is(Class::PROFESSION);
        if token.is(Class::ROLE) || sea || of_a_lord() || of_a_town() {
            last = Some(i);
        } else if !goes_before(token) && !joins(text, &tokens[i..], i, last) && !is_portfolio(text, &tokens[i..]) {
            break;
        }
        i += 1;
    }
    let mut end = last? + 1;
    // "chief engineer", "head teacher"
    let last = tokens[end - 1].span.of(text);
    let chief = ["chief", "head"].iter().any(|lead| last.eq_ignore_ascii_case(lead));
    if chief && tokens.get(end).is_some_and(|next| next.is(Class::PROFESSION)) {
        end += 1;
    }
    Some(end + coda(text, &tokens[end..]))
}

/// Whether a word goes before the head of an office: "prime", "Social Services".
fn goes_before(token: &Token) -> bool {
    token.is(Class::ROLE_MODIFIER) || token.is(Class::FIELD) && token.is_capital()
}

/// "irrigation" in "irrigation minister", "law" in "law and justice minister": what only a minister has in small letters.
fn is_portfolio(text: &str, tokens: &[Token]) -> bool {
    let portfolio = |token: &Token| token.shape == Shape::Lower && field::is_field(token);
    let inside = |token: &&Token| portfolio(token) || is_and(token);
    let length = tokens.iter().take_while(inside).count();
    let minister = tokens.get(length).map_or("", |next| next.span.of(text));
    portfolio(&tokens[0]) && ["minister", "ministers"].contains(&minister)
}

/// Whether a word that is no part of offices stands between two that are: "culture and information minister",
/// "chief commercial officer".
fn joins(text: &str, tokens: &[Token], at: usize, last: Option<usize>) -> bool {
    let [word, next, ..] = tokens else { return false };
    if last.is_some_and(|last| last + 1 == at) && word.shape == Shape::Lower && !word.is(Class::FUNCTION) {
        return next.is(Class::ROLE) && next.shape == Shape::Lower;
    }
    // "Chief Customer Officer"
    if last == Some(0) && at == 1 && word.shape == Shape::Capital && !word.is(Class::FUNCTION) {
        return next.is_capital() && next.span.of(text).eq_ignore_ascii_case("officer");
    }
    let led = at > 0 && last.is_none_or(|last| last + 1 < at);
    led && is_and(word) && next.is(Class::ROLE_MODIFIER)
}

/// `d'affaires ad interim` after "chargé"; `ad interim` after any office; `in chief` after "editor".
fn coda(text: &str, tokens: &[Token]) -> usize {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.span.of(text));
    let after = tokens.iter().take(3).take_while(|t| t.is(Class::POSTPOSITIVE) && t.shape != Shape::Number).count();
    let word = |i: usize| word(after + i);
    let affairs = after + usize::from(["d'affaires", "d’affaires"].iter().any(|a| word(0).eq_ignore_ascii_case(a)));
    let rest = affairs - after;
    let tail = [["ad", "interim"], ["in", "chief"], ["pro", "tempore"], ["pro", "tem"], ["without", "portfolio"]]
        .contains(&[word(rest), word(rest + 1)]);
    affairs + if tail { 2 } else { 0 }
}

/// What follows a head: `of the Republic of Norway to Peru`; its length, and the body or state in it.
fn complement(text: &str, core: &[Token], tokens: &[Token]) -> Option<(usize, Option<(usize, usize)>)> {
    let [preposition, rest @ ..] = tokens else { return None };
    if preposition.is_mark(b',') {
        return of_a_body(text, core, rest);
    }
    if preposition.shape != Shape::Lower {
        return None;
    }
    let head = core.last()?.span.of(text);
    let word = preposition.span.of(text);
    let article = rest
        .iter()
        .take(3)
        .take_while(|t| {
            t.is(Class::DETERMINER | Class::POSSESSIVE | Class::ORDINAL) || is_nth(text, t) || t.span.of(text) == "same"
        })
        .count();
    let after = &rest[article..];
    let first = after.first()?;
    // "president of this maker of valves"
    if rest.first().is_some_and(|t| t.is(Class::DETERMINER) && t.span.of(text).eq_ignore_ascii_case("this")) {
        return None;
    }
    // "rector of Saint John College"
    let holy = first.is(Class::HONORIFIC) && ["Saint", "St", "St."].contains(&first.span.of(text));
    let named = first.is_capital() && (holy || !first.is(Class::TIME | Class::HONORIFIC));
    // "Consul General in Lisbon"
    let heads = || core.iter().rev().take(2).map(|word| word.span.of(text));
    let is_abroad = ABROAD.iter().any(|office| heads().any(|head| ends_in(head, office)));
    let is_body = |token: &Token| token.is(Class::ORGANIZATION) || token.shape == Shape::Acronym;
    // "passed the chairmanship of the bank to Karl"
    let post = |word: &str| names_post(word) && !ends_in(word, "ambassadorship");
    let handed_on = core.iter().any(|t| post(t.span.of(text)));
    let allowed = match word {
        "of" => holy || !first.is(Class::TIME | Class::FUNCTION | Class::HONORIFIC),
        // "handed his duties as chairman to Ana Silva"
        "to" if AT_HOME.iter().any(|office| ends_in(head, office)) || handed_on => false,
        // "gave the post of finance minister to Ana Silva"
        "to" => named && (is_abroad || !is_whole_name(after)),
        // "mayor at Lima" is where he spoke.
        // "sworn in as minister at Government House"
        "at" if AT_HALL.iter().any(|office| ends_in(head, office)) => false,
        "at" => named && (is_abroad || after.iter().take(6).take_while(|t| t.is_capital()).any(is_body)),
        // "resigned as secretary for health reasons"
        "for" if after.iter().take(3).any(|t| t.span.of(text).starts_with("reason")) => false,
        "for" => named || first.is(Class::ROLE_MODIFIER),
        "in" if named && STATIONED.iter().any(|office| ends_in(head, office)) => true,
        // "Ambassador from the Kingdom of Norway"
        "from" => named && ends_in(head, "ambassador"),
        "on" | "in" => is_abroad && (named || word == "on"),
        _ => false,
    };
    if !allowed {
        return None;
    }
    let at_home = core.iter().any(|t| AT_HOME.iter().chain(AT_HALL).any(|office| ends_in(t.span.of(text), office)));
    // "Member for Lom Jens Hansen"
    let title = (word == "of" || word == "for" && sits(head)) && core.last().is_some_and(Token::is_capital);
    let place = usize::from(title && is_place_and_name(after));
    let length = if place > 0 { place } else { phrase(text, after, !named, word == "for", at_home) };
    let to = after[..length].iter().position(|t| t.span.of(text) == "to");
    let length = to.filter(|_| handed_on).unwrap_or(length);
    let whole = 1 + article + length;
    // "of Public Works of Norway": the state at the end.
    let state = rest[..article + length].iter().rev().take_while(|t| t.is(Class::COUNTRY | Class::STATE)).count();
    let from = if state > 0 { whole - state } else { 1 + article };
    (length > 0).then(|| (whole, named.then_some((from, whole))))
}

/// What an official's post is at, behind a comma: "Director, Office of Foreign Buildings", "Commander, Northern Command".
fn of_a_body(text: &str, core: &[Token], tokens: &[Token]) -> Option<(usize, Option<(usize, usize)>)> {
    let last = core.last().filter(|last| last.shape == Shape::Capital)?;
    POSTED.iter().find(|post| ends_in(last.span.of(text), post))?;
    let run = capitals(tokens);
    let opens = tokens.first().filter(|first| first.is(Class::ORGANIZATION) && first.shape == Shape::Capital);
    let of = opens.is_some() && run == 1 && tokens.get(1).is_some_and(|of| of.span.of(text) == "of");
    let closes = run > 1 && tokens[run - 1].is(Class::ORGANIZATION) && !tokens[..run].iter().any(|t| t.is(Class::ROLE));
    let length = if of || closes { phrase(text, tokens, false, true, true) } else { 0 };
    (length > 0).then_some((1 + length, Some((1, 1 + length))))
}

/// Those behind whom a comma tells where they are posted.
const POSTED: &[&str] = &["commander", "director", "chief", "head", "officer"];

/// Whether a word stands before the name of a state or a place, and not before a person's: "unified", "northern".
fn describes_place(word: &str) -> bool {
    const PLACED: [&str; 8] =
        ["independent", "northern", "southern", "eastern", "western", "central", "greater", "free"];
    word.ends_with("ed") || PLACED.contains(&word)
}

/// Those of an embassy, behind whom its seat is told: "First Secretary in Lima".
const STATIONED: &[&str] = &["attaché", "attache", "counsellor", "counselor", "secretary", "legate", "nuncio"];

/// Whether a word is of a post and not of who holds it: "governorship", "presidency", "throne".
pub(crate) fn names_post(word: &str) -> bool {
    ["ship", "idency", "throne"].iter().any(|ending| word.ends_with(ending))
}

/// Whether who has the office is told by the place that they sit for.
pub(crate) fn sits(head: &str) -> bool {
    ["member", "mp", "senator", "deputy", "councillor"].iter().any(|seat| ends_in(head, seat))
}

/// "Toulouse Jean Hansen": the name of a place that no list holds, and a whole one of a person, behind a title.
pub(super) fn is_place_and_name(tokens: &[Token]) -> bool {
    let known = Class::COUNTRY | Class::STATE | Class::ORGANIZATION | Class::ROLE_MODIFIER | Class::ROLE;
    let run = capitals(tokens);
    run == 3 && !tokens[..run].iter().any(|t| t.is(known)) && name(&tokens[1..run]) == Some(2)
}

/// "Ana Silva": two capitals or more, none of which is a place's or a body's.
fn is_whole_name(tokens: &[Token]) -> bool {
    let known = Class::COUNTRY | Class::STATE | Class::ORGANIZATION | Class::ROLE_MODIFIER | Class::ROLE;
    let run = capitals(tokens);
    run > 1 && name(&tokens[..run]) == Some(run) && !tokens[..run].iter().any(|t| t.is(known))
}

/// Heads whose holders are sent to nobody.
const AT_HOME: &[&str] =
    &["executive", "chairman", "chairwoman", "president", "ceo", "mayor", "governor", "speaker", "treasurer"];

/// Heads that have no office at a body: what follows their "at" is where something happened.
const AT_HALL: &[&str] =
    &["minister", "premier", "justice", "judge", "governor", "mayor", "senator", "speaker", "king"];

/// Heads whose holders sit somewhere else: "ambassador in", "adviser on".
const ABROAD: &[&str] = &[
    "ambassador",
    "consul",
    "consul-general",
    "representative",
    "envoy",
    "affaires",
    "adviser",
    "advisor",
    "consultant",
    "delegate",
    "spokesperson",
    "spokesman",
    "spokeswoman",
];

/// What stands between the words of a place's name.
const JOINS_PLACES: &[&str] = &["de", "del", "do", "da", "dos", "di", "du"];

/// Whether a word ends in `ending`, case aside.
fn ends_in(word: &str, ending: &str) -> bool {
    let from = word.len().checked_sub(ending.len());
    from.and_then(|from| word.get(from..)).is_some_and(|end| end.eq_ignore_ascii_case(ending))
}

/// A noun phrase that completes an office: capitals, or a few plain words where `plain`.
///
/// `whole`: no clause can begin inside it ("Secretary for Roads and Public Works became"). `at_home`: what an "in" leads to is
/// where something happened.
fn phrase(text: &str, tokens: &[Token], plain: bool, whole: bool, at_home: bool) -> usize {
    let mut end = 0;
    loop {
        let rest = &tokens[end..];
        let run = body_capitals(rest);
        let words = if run == 0 && (plain || end > 0) { plain_words(text, rest) } else { 0 };
        if run + words == 0 {
            return end;
        }
        end += run + words;
        // "minister of economy and foreign trade"
        if words > 0
            && let Some(more) = field::joined(&tokens[end..])
        {
            end += more;
        }
        // "manager of Norwegian top-flight side Lom"
        if run > 0 && tokens[..end].iter().all(|t| t.is(Class::DEMONYM)) && plain_words(text, &tokens[end..]) > 0 {
            end += plain_words(text, &tokens[end..]);
            continue;
        }
        let rest = &tokens[end..];
        let closed = tokens[..end].last().is_some_and(|t| t.is(Class::COUNTRY | Class::STATE));
        match rest {
            [genitive, next, ..] if genitive.shape == Shape::Genitive && !next.is(Class::TRIGGER) => end += 1,
            // "commander of all Union armies"
            [force, ..] if run > 0 && force.shape == Shape::Lower && FORCES.contains(&force.span.of(text)) => {
                return end + 1;
            }
            // "the Karatal region"
            [area, ..] if run > 0 && area.shape == Shape::Lower && area.is(Class::AREA) => return end + 1,
            [word, next, ..] if run > 0 && word.shape == Shape::Lower && is_committee(word, next) => {
                end += if word.is(Class::BODY) { 1 } else { 2 };
                return end;
            }
            // "president of independent Norland"
            [place, ..] if run == 0 && place.is_capital() && describes_place(tokens[end - 1].span.of(text)) => {}
            // "Mar del Plata"
            [of, next, ..] if run > 0 && JOINS_PLACES.contains(&of.span.of(text)) && next.shape == Shape::Capital => {
                end += 1;
            }
            // "Chief of the Navy General Staff"
            [general, staff, ..] if general.span.of(text) == "General" && staff.span.of(text) == "Staff" => {
                return end + 2;
            }
            // "president of Norland in Lom"
            [within, ..] if at_home && within.span.of(text) == "in" => return end,
            [of, the, next, ..] if is_short(of) && the.is(Class::DETERMINER) && next.is_capital() && !closed => {
                end += 2;
            }
            [of, next, ..] if is_short(of) && next.is_capital() && !next.is(Class::TIME) && !closed => end += 1,
            [and, next, ..]
                if and.is(Class::CONJUNCTION)
                    && run > 0
                    && (!closed || is_joint_body(&tokens[end + 1..]))
                    && next.is_capital()
                    && !next.is(Class::TIME | Class::FUNCTION | Class::HONORIFIC | Class::ROLE)
                    && (whole || !ends_in_verb(&tokens[end + 1..])) =>
            {
                end += 1;
            }
            [comma, state, ..] if comma.is_mark(b',') && state.is(Class::STATE) => {
                return end + 1 + rest[1..].iter().take_while(|t| t.is(Class::STATE)).count();
            }
            _ => return end,
        }
    }
}

/// What small letters name behind whose it is.
const FORCES: &[&str] = &["armies", "army", "fleet", "forces", "navy", "troops"];

/// `Haryana High Court` behind "Punjab and": a body of both.
fn is_joint_body(tokens: &[Token]) -> bool {
    let run = capitals(tokens);
    run > 1 && tokens[run - 1].is(Class::ORGANIZATION)
}

/// `trading committee`, `board` after capitals.
fn is_committee(word: &Token, next: &Token) -> bool {
    let clean = !word.is(Class::FUNCTION | Class::TRIGGER | Class::TIME | Class::SAY | Class::ADVERB | Class::ROLE);
    word.is(Class::BODY) && clean || clean && next.shape == Shape::Lower && next.is(Class::BODY)
}

/// Whether the capitals from here run into a verb or an office: a new clause, no part of the phrase.
fn ends_in_verb(tokens: &[Token]) -> bool {
    let run = capitals(tokens);
    let verb = Class::TRIGGER | Class::BE | Class::HAVE | Class::MODAL | Class::SAY;
    // "Governor of Amur Region and Ana Silva Governor of": the same without "as".
    let named = (2..run).any(|n| tokens[n].is(Class::ROLE) && name(&tokens[..n]) == Some(n));
    if named {
        return true;
    }
    // "Minister of Energy and Ana Silva as Minister of Health": a name with an office of its own.
    tokens.get(run).is_some_and(|t| t.is(verb | Class::SUBORDINATOR) || t.shape == Shape::Lower && t.is(Class::ROLE))
}

/// Capitals that name a place or a body; a personal name behind it stays out ("of Norway Jens Hansen").
fn body_capitals(tokens: &[Token]) -> usize {
    let run = capitals(tokens);
    let place = tokens[..run].iter().take_while(|t| t.is(Class::COUNTRY | Class::STATE)).count();
    // "of State Jens Hansen", "of Foreign Affairs Ana Silva": the field closes it where a whole name is left.
    let field = tokens[..run].iter().take_while(|t| t.is(Class::ROLE_MODIFIER | Class::FIELD)).count();
    if field > 0 && run - field > 1 && name(&tokens[field..run]) == Some(run - field) {
        return field;
    }
    let closes = if place > 0 && !tokens[place..run].iter().any(|t| t.is(Class::ORGANIZATION)) {
        place
    } else {
        match tokens[..run].iter().rposition(|t| t.is(Class::ORGANIZATION)) {
            Some(head) if head > 0 => head + 1,
            // "of the Exchequer Jens Hansen"
            Some(_) if run > 2 => 1,
            _ => run,
        }
    };
    if run - closes == 1 && place == 0 { run } else { closes }
}

/// Up to three plain words: "policy planning", "a new bureau".
fn plain_words(text: &str, tokens: &[Token]) -> usize {
    let stop = Class::FUNCTION | Class::TRIGGER | Class::TIME | Class::SAY | Class::ADVERB;
    let words = tokens.iter().take(3).take_while(|t| t.shape == Shape::Lower && !t.is(stop));
    words.take_while(|t| !["early", "late", "soon"].contains(&t.span.of(text))).count()
}

/// `6th`
fn is_nth(text: &str, token: &Token) -> bool {
    token.shape == Shape::Number && token.span.of(text).ends_with(char::is_alphabetic) && !token.is(Class::TIME)
}

fn is_short(token: &Token) -> bool {
    token.shape == Shape::Lower
        && token.span.len() <= 3
        && token.is(Class::PREPOSITION)
        && !token.is(Class::SUBORDINATOR | Class::AGENT)
}

fn starts_name(tokens: &[Token]) -> bool {
    name(tokens).is_some()
}
