//! What a statement has only once all of its document is read: its place in order and in code points, and its id.

use crate::document::Document;
use crate::span::CodePoints;
use crate::statement::{Kind, Statement};

/// Fills in what depends on the whole document: order, ids, places in code points.
pub(crate) fn finish(document: &Document, statements: &mut [Statement]) {
    statements.sort_by_key(|statement| (statement.span.start, statement.span.end));
    let points = Points::of(&document.text, statements);
    let point = |offset: usize| points.at(offset);
    let named = fnv(FNV, &[&document.id]);
    let mut hashes = Vec::with_capacity(statements.len());
    for statement in statements.iter_mut() {
        (statement.start, statement.end) = (point(statement.span.start), point(statement.span.end));
        statement.trigger_start = statement.trigger_span.map(|span| point(span.start));
        statement.trigger_end = statement.trigger_span.map(|span| point(span.end));
        statement.date_start = statement.date_span.map(|span| point(span.start));
        statement.date_end = statement.date_span.map(|span| point(span.end));
        statement.document.clone_from(&document.id);
        statement.published = document.published.as_ref().map(|published| published.date);
        statement.publisher.clone_from(&document.publisher);
        hashes.push((fingerprint(named, statement), hashes.len()));
    }
    // Of those alike the later ones are told apart by their number.
    hashes.sort_unstable();
    for alike in hashes.chunk_by(|(one, _), (next, _)| one == next) {
        for (&(hash, at), number) in alike.iter().zip(0_u64..) {
            statements[at].id = id(hash ^ number.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        }
    }
}

/// The places of statements in code points.
enum Points {
    /// A byte each, as in most texts.
    Ascii,
    /// By the byte, in order.
    Counted(Vec<(usize, usize)>),
}

impl Points {
    fn of(text: &str, statements: &[Statement]) -> Points {
        if text.is_ascii() {
            return Points::Ascii;
        }
        let spans = |s: &Statement| [Some(s.span), s.trigger_span, s.date_span];
        let spans = statements.iter().flat_map(spans).flatten();
        let mut offsets: Vec<usize> = Vec::with_capacity(6 * statements.len());
        offsets.extend(spans.flat_map(|span| [span.start, span.end]));
        offsets.sort_unstable();
        offsets.dedup();
        let mut points = CodePoints::new(text);
        Points::Counted(offsets.into_iter().map(|offset| (offset, points.at(offset))).collect())
    }

    fn at(&self, byte: usize) -> usize {
        match self {
            Points::Ascii => byte,
            Points::Counted(points) => points.binary_search_by_key(&byte, |&(byte, _)| byte).map_or(0, |i| points[i].1),
        }
    }
}

/// `s-` and the halves of a hash laid over each other, as eight hexadecimal digits.
fn id(hash: u64) -> String {
    let folded = (hash >> 32) ^ (hash & 0xFFFF_FFFF);
    let mut id = String::with_capacity(10);
    id.push_str("s-");
    for place in (0..8).rev() {
        id.push(char::from(b"0123456789abcdef"[(folded >> (4 * place)) as usize & 0xF]));
    }
    id
}

/// FNV-1a over what makes a statement what it is, from that of its document on: an edit elsewhere in the text changes
/// nothing.
fn fingerprint(document: u64, statement: &Statement) -> u64 {
    let who = statement.person.as_deref().or(statement.title.as_deref()).unwrap_or_default();
    // A clause of no kind is told by its headline, whichever of its words is taken for the verb.
    let trigger = statement.trigger.as_deref().filter(|_| statement.kind != Kind::Event).unwrap_or_default();
    let date = statement.date_text.as_deref().unwrap_or_default();
    fnv(document, &[statement.kind.as_str(), who, trigger, date])
}

/// What the hash of nothing is.
const FNV: u64 = 0xCBF2_9CE4_8422_2325;

/// The hash of `parts`, each with a zero behind it, after what is in `hash`.
fn fnv(hash: u64, parts: &[&str]) -> u64 {
    let fold = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
    parts.iter().fold(hash, |hash, part| fold(part.bytes().fold(hash, fold), 0))
}
