//! What an office looks after, where that is several things: "Investment, Trade and Industry".
//!
//! A comma behind an office begins a list of people as often as it goes on with what the office is for. So only words for
//! what ministries look after join it, and only where "and" closes them.

use super::word::{Class, Shape, Token};

/// How many tokens go on with a field: `, Trade and Industry`, `, Family, Community Development and Children's Affairs`.
///
/// Not `, Labour Party chief Ana Silva`, nor what belongs to another office: `, Culture and Sports Minister Ana Silva`.
pub(crate) fn further(tokens: &[Token]) -> Option<usize> {
    let mut end = listed(tokens)?;
    while let Some(length) = listed(&tokens[end..]) {
        end += length;
    }
    end += usize::from(tokens.get(end).is_some_and(|token| token.is_mark(b',')));
    tokens.get(end).filter(|and| and.is(Class::CONJUNCTION) || and.is_mark(b'&'))?;
    let last = field(&tokens[end + 1..])?;
    Some(end + 1 + last)
}

/// How many tokens go on with one more field: `and foreign trade`; but not `and health minister Ana Silva`.
pub(crate) fn joined(tokens: &[Token]) -> Option<usize> {
    let (_, rest) = tokens.split_first().filter(|(and, _)| and.is(Class::CONJUNCTION))?;
    let length = field(rest)?;
    let goes_on = rest.get(length).is_some_and(|next| next.is(Class::ROLE | Class::TRIGGER));
    (!goes_on).then_some(length + 1)
}

/// `, Family`
fn listed(tokens: &[Token]) -> Option<usize> {
    let (_, rest) = tokens.split_first().filter(|(comma, _)| comma.is_mark(b','))?;
    field(rest).map(|length| length + 1)
}

/// `Community Development`, `Children's Affairs`
fn field(tokens: &[Token]) -> Option<usize> {
    let shape = tokens.first()?.shape;
    let inside = |token: &&Token| token.shape == shape && is_field(token) || token.shape == Shape::Genitive;
    let length = tokens.iter().take_while(inside).count();
    (length > 0 && matches!(shape, Shape::Capital | Shape::Lower)).then_some(length)
}

/// Whether a word is one for what an office looks after.
pub(crate) fn is_field(token: &Token) -> bool {
    token.is(Class::FIELD) || token.is(Class::ROLE_MODIFIER) && !token.is(Class::ROLE)
}
