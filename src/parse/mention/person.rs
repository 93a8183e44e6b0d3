//! A person's name by itself, with titles before it and letters behind: `Dr. Jens Hansen`, `Major General Hansen, MP`.

use std::sync::LazyLock;

use crate::lexicon::table::WordTable;
use crate::parse::name::{name, organization, titled_surname};
use crate::parse::word::{Class, Shape, Token, section_lines};

use super::{Mention, between};

/// A name by itself, with its titles: `Dr. Jens Hansen`, `Major General Hansen`, `Hansen`.
pub(super) fn person(text: &str, tokens: &[Token]) -> Option<Mention> {
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
pub(super) fn letters(text: &str, tokens: &[Token]) -> usize {
    let known = |token: &&Token| token.shape == Shape::Acronym && LETTERS.get(token.span.of(text)).is_some();
    tokens.iter().take(4).take_while(known).count()
}

static LETTERS: LazyLock<WordTable<()>> = LazyLock::new(|| {
    let lines = section_lines(include_str!("../../lexicon/en/people.txt"), "[letters]");
    lines.flat_map(str::split_whitespace).map(|letters| (letters, ())).collect()
});
