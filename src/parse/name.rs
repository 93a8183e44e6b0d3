//! Names of people and bodies, read off capitals and the words around them.
//!
//! No list of given names: what is a person follows from the slot a name stands in, what is a body from its own words
//! ("Ministry", "Inc"). Productions take the tokens from their first word on and say how many they took.

use super::word::{Class, Shape, Token};

/// No name is longer; keeps a page of capitals linear.
const LONGEST: usize = 8;

/// A personal name: `J. P. Morgan`, `Ludwig van Beethoven`, `Martin Luther King, Jr.`; a family name alone counts.
pub(crate) fn name(tokens: &[Token]) -> Option<usize> {
    let mut end = 0;
    while let Some(token) = tokens.get(end).filter(|_| end < LONGEST) {
        // "Ana Silva Railway Minister"
        let field = end > 0 && token.is(Class::FIELD) && tokens.get(end + 1).is_some_and(|next| next.is(Class::ROLE));
        if field {
            break;
        }
        if is_name_word(token) || end == 0 && opens_name(tokens) || end > 0 && is_short_day(token, tokens.get(end + 1))
        {
            end += 1;
        } else if end > 0 && (is_surname(token, tokens.get(end + 1)) || is_shouted(token, tokens.get(end + 1))) {
            end += 1;
            // "Abdi Sheikh Ahmed"
            if !token.is(Class::HONORIFIC) {
                break;
            }
        } else if let Some(length) = joined(&tokens[end..]).filter(|_| end > 0 || token.shape == Shape::Lower) {
            end += length;
        } else {
            break;
        }
    }
    // Initials alone are no name, nor is a particle.
    let named = tokens[..end].iter().any(|token| token.is_capital() && token.shape != Shape::Initial);
    (end > 0 && named).then(|| end + suffix(&tokens[end..]))
}

/// A family name that is a word for an office too, behind a title: "Mayor King". Not where it goes on as an office or a
/// name would: "Mayor Bishop Ole Lie".
pub(crate) fn titled_surname(tokens: &[Token]) -> Option<usize> {
    let [word, rest @ ..] = tokens else { return None };
    let goes_on = rest.first().is_some_and(|next| next.is_capital() || next.is(Class::COMPLEMENT));
    (is_surname(word, rest.first()) && !goes_on && !word.is(Class::RANK)).then_some(1)
}

/// Whether a word can be part of a personal name wherever it stands.
fn is_name_word(token: &Token) -> bool {
    let other = Class::FUNCTION
        | Class::ROLE
        | Class::ROLE_MODIFIER
        | Class::ORGANIZATION
        | Class::COUNTRY
        | Class::STATE
        | Class::DEMONYM
        | Class::HONORIFIC
        | Class::RANK
        | Class::MONTH
        | Class::TIME
        | Class::TRIGGER
        | Class::SAY
        | Class::FORMER
        | Class::ORDINAL
        | Class::NOUN
        | Class::COUNTS
        | Class::ADVERB;
    match token.shape {
        Shape::Capital => !token.is(other),
        Shape::Initial => !token.is(Class::TIME | Class::COUNTRY),
        _ => false,
    }
}

/// Whether a word of another list is the given name of those that follow: "Dean Hollis", but not "Dean Ana Moe".
fn opens_name(tokens: &[Token]) -> bool {
    let [given, next, rest @ ..] = tokens else { return false };
    let title = given.is(Class::ROLE | Class::HONORIFIC) && next.shape == Shape::Capital;
    let whole = title && rest.first().is_some_and(|third| is_name_word(third) && third.shape == Shape::Capital);
    // "Jan de Wit"
    let particle = next.shape == Shape::Lower && next.is(Class::PARTICLE) && rest.first().is_some_and(is_name_word);
    given.is(Class::GIVEN) && (is_name_word(next) || particle) && !whole
}

/// "Thu" of "Mai Thi Thu Van", which is no day where it was not taken for one.
fn is_short_day(token: &Token, next: Option<&Token>) -> bool {
    let between = next.is_some_and(|next| next.shape == Shape::Capital && is_name_word(next));
    between
        && token.shape == Shape::Capital
        && token.span.len() == 3
        && token.is(Class::MONTH)
        && !token.is(Class::TIME)
}

/// A word of another list that closes a name: "Theresa May", "Billie Jean King".
fn is_surname(token: &Token, next: Option<&Token>) -> bool {
    let goes_on = next.is_some_and(|next| next.shape == Shape::Number || next.is(Class::ROLE));
    token.shape == Shape::Capital && token.is(Class::SURNAME) && !token.is(Class::TIME) && !goes_on
}

/// A family name in capitals, as gazettes and lists of diplomats have it: "Tomas HALE". Not what may be a body before an
/// office: "Ana Moe UNESCO director".
fn is_shouted(token: &Token, next: Option<&Token>) -> bool {
    let body = Class::ORGANIZATION | Class::COUNTRY | Class::STATE;
    let other = body | Class::TIME | Class::ROLE | Class::FUNCTION | Class::SUFFIX;
    let goes_on = next.is_some_and(|next| next.is_capital() || next.is(Class::ROLE | Class::ROLE_MODIFIER));
    token.shape == Shape::Acronym && token.span.len() >= SHOUTED && !token.is(other) && !goes_on
}

/// Shorter words in capitals are bodies more often than families.
const SHOUTED: usize = 4;

/// Particles or a nickname that lead on to a name: `van der`, `"Tip"`, `(Bob)`.
fn joined(tokens: &[Token]) -> Option<usize> {
    if let [open, nick, close, next, ..] = tokens
        && (open.is_mark(b'"') && close.is_mark(b'"') || open.is_mark(b'(') && close.is_mark(b')'))
        && nick.shape == Shape::Capital
        && is_name_word(next)
    {
        return Some(4);
    }
    let particles = tokens.iter().take(3).take_while(|t| t.shape == Shape::Lower && t.is(Class::PARTICLE)).count();
    let next = tokens.get(particles)?;
    // "Omar bin Said", "Ana de May": behind a particle a word of other lists is a name.
    let after =
        |next: &Token| next.shape == Shape::Capital && next.is(Class::SAY | Class::MONTH) && !next.is(Class::TIME);
    (particles > 0 && (is_name_word(next) || after(next))).then_some(particles + 1)
}

/// `Jr.`, `, Jr.`, `III`
fn suffix(tokens: &[Token]) -> usize {
    match tokens {
        [first, ..] if first.is(Class::SUFFIX) && first.is_capital() => 1,
        [comma, next, ..] if comma.is_mark(b',') && next.is(Class::SUFFIX) && next.shape == Shape::Capital => 2,
        _ => 0,
    }
}

/// A body by its name: `Ministry of Public Works of Norway`, `Acme & Co.`, `SCO`, `Norway`.
pub(crate) fn organization(tokens: &[Token]) -> Option<usize> {
    let run = capitals(tokens);
    let head = tokens[..run].iter().rposition(|token| token.is(Class::ORGANIZATION));
    if let Some(head) = head {
        // What follows a head is another name ("European Commission Jean Petit"), unless the head opens ("Bank Norwegian").
        let own = if head == 0 { run } else { head + 1 };
        // "Carrier Group 5"
        if tokens.get(own).is_some_and(|next| next.shape == Shape::Number && !next.is(Class::TIME)) {
            return Some(own + 1);
        }
        return Some(own + if own == run { complement(&tokens[own..]) } else { 0 });
    }
    // "Acme & Sons"
    if tokens[..run].iter().any(|token| token.is_mark(b'&')) {
        return Some(run);
    }
    let place = tokens[..run].iter().take_while(|token| token.is(Class::COUNTRY | Class::STATE)).count();
    if place > 0 {
        return Some(place);
    }
    tokens.first().filter(|token| token.shape == Shape::Acronym && !token.is(Class::TIME | Class::ROLE)).map(|_| 1)
}

/// How many capitalised words stand in a row, `&` and genitives of bodies aside.
pub(crate) fn capitals(tokens: &[Token]) -> usize {
    let stop = Class::TIME | Class::FUNCTION | Class::TRIGGER | Class::HONORIFIC;
    let mut end = 0;
    while let Some(token) = tokens.get(end).filter(|_| end < LONGEST) {
        let next_is_capital = tokens.get(end + 1).is_some_and(Token::is_capital);
        let capital = token.is_capital() && (token.is(Class::COUNTRY) || !token.is(stop));
        if capital || end > 0 && token.is_mark(b'&') && next_is_capital {
            end += 1;
        } else {
            break;
        }
    }
    end
}

/// What completes the name of a body: `of Public Works and Transport`, `of the Republic`, `for Peace`.
fn complement(tokens: &[Token]) -> usize {
    let mut end = 0;
    loop {
        let rest = &tokens[end..];
        let joins = match rest {
            [of, the, next, ..] if is_of(of) && the.is(Class::DETERMINER) && next.is_capital() => 2,
            [of, next, ..] if is_of(of) && next.is_capital() => 1,
            [and, next, after, ..]
                if end > 0
                    && and.is(Class::CONJUNCTION)
                    && next.is_capital()
                    && !after.is(Class::TRIGGER | Class::BE) =>
            {
                1
            }
            _ => 0,
        };
        let run = capitals(&rest[joins..]);
        if joins == 0 || run == 0 {
            return end;
        }
        // A place closes the name: what stands after it belongs to someone else.
        let place = rest[joins..].iter().take_while(|t| t.is(Class::COUNTRY | Class::STATE)).count();
        end += joins + if place > 0 { place } else { run };
    }
}

fn is_of(token: &Token) -> bool {
    token.shape == Shape::Lower && token.is(Class::COMPLEMENT)
}
