//! The headline of what a date dates: its clause, without what leads into it and without what it can do without.

use std::borrow::Cow;

use crate::Span;
use crate::many;
use crate::parse::event::clause::Clause;
use crate::parse::event::line::one_line;
use crate::parse::event::other;
use crate::parse::word::{Class, Shape};

use super::text::{LONGEST, balanced, shorten, unlinked, unmarked};

/// A headline from the nodes of a clause, dated at `node`, from the [`first`] that tells something: without its closing
/// mark, behind the nodes of the subject that it shares with what stands before it.
pub(crate) fn clause(
    clause: &Clause<'_>,
    shared: Option<(usize, usize)>,
    first: usize,
    to: usize,
    node: usize,
) -> String {
    let to = told_by(clause, first, to, node);
    let (start, end) = (clause.nodes[first].span.start, clause.nodes[to - 1].span.end);
    let aside = (end - start > LONGEST).then(|| relative(clause, first, node)).flatten();
    let whole: Cow<'_, str> = match aside {
        Some(aside) => {
            format!("{} {}", &clause.text[start..aside.start], clause.text[aside.end..end].trim_start()).into()
        }
        None => clause.text[start..end].into(),
    };
    let whole = match shared {
        Some((subject, verb)) => {
            let subject = Span::new(clause.nodes[subject].span.start, clause.nodes[verb - 1].span.end).of(clause.text);
            let subject = subject.strip_prefix("that ").unwrap_or(subject).trim_end_matches(',');
            // "Ana Silva, the envoy, left"
            let comma = if subject.contains(", ") { "," } else { "" };
            format!("{subject}{comma} {whole}").into()
        }
        None => whole,
    };
    let left_out = aside.map_or(0, Span::len);
    let dated = clause.nodes[node].span.end.saturating_sub(start + left_out);
    let text = one_line(&whole);
    let is_marked = text.starts_with('#') || many::any(text.as_bytes(), |byte| (byte == b']') | (byte == b'*'));
    let text = if is_marked { unmarked(&unlinked(text)).into_owned().into() } else { text };
    let text = shorten(&text, dated);
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.' | '-' | '–' | '—'));
    let text = balanced(text);
    let mut title = String::with_capacity(text.len());
    // "eFerry sold two" stays.
    if let [b'a'..=b'z', b'A'..=b'Z', ..] = text.as_bytes() {
        title.push_str(&text);
        return title;
    }
    let mut letters = text.chars();
    title.extend(letters.next().into_iter().flat_map(char::to_uppercase));
    title.push_str(letters.as_str());
    title
}

/// One past the last node that a headline needs: of a long clause, what stands before the last clause or phrase that leaves
/// it short, where the verb and the date are told by then.
fn told_by(clause: &Clause<'_>, first: usize, to: usize, node: usize) -> usize {
    let count = |end: usize| {
        let told = Span::new(clause.nodes[first].span.start, clause.nodes[end - 1].span.end);
        words(told.of(clause.text))
    };
    if count(to) <= LONG {
        return to;
    }
    let verb = main_verb(clause, first + 1, to);
    // What was said is the news, and all of it.
    let Some(verb) = verb.filter(|&verb| !clause.is(verb, Class::SAY)) else { return to };
    let told = verb.max(node);
    let parts = |&i: &usize| parts(clause, i, verb) && !clause.is(i - 1, Class::PREPOSITION | Class::SAY);
    let mut cuts = (told + 1..to).filter(parts);
    // The last that leaves it short, else the first.
    let first_cut = cuts.by_ref().find(|&i| count(i) >= SHORT);
    let later = first_cut.and_then(|_| cuts.take_while(|&i| count(i) <= LONG).last());
    later.or(first_cut).map_or(to, |cut| closed(clause, told, cut))
}

/// The verb of the clause at `from`, rather than one of a relative clause: "the flood that broke the dyke *drowned*".
pub(crate) fn main_verb(clause: &Clause<'_>, from: usize, to: usize) -> Option<usize> {
    let mut at = from;
    while at < to {
        if !other::is_finite(clause, at) {
            at += 1;
        } else if at > 0 && (clause.is(at - 1, Class::RELATIVE) || clause.is_any(at - 1, &["that"])) {
            at += (at..to).take_while(|&i| other::is_finite(clause, i) || clause.is_adverb(i)).count();
        } else {
            return Some(at);
        }
    }
    None
}

/// One past the last node before `to` that a clause can end with: "began *and soon*" ends with what began.
fn closed(clause: &Clause<'_>, told: usize, to: usize) -> usize {
    let hangs = |i: usize| {
        clause.is(i, Class::CONJUNCTION | Class::RELATIVE)
            || clause.is_any(i, &["a", "an", "the", "just", "soon", "shortly", "even", "only", "then"])
            || clause.is_mark(i, b',')
    };
    let kept = (told + 1..to).rev().find(|&i| !hangs(i)).unwrap_or(told);
    kept + 1
}

/// How many words there are between spaces.
fn words(text: &str) -> usize {
    let is_space = |byte: u8| (byte == b' ') | (byte == b'\t') | (byte == b'\n') | (byte == 0x0C) | (byte == b'\r');
    let first = text.as_bytes().first().is_some_and(|&first| !is_space(first));
    usize::from(first) + many::count_pairs(text.as_bytes(), |byte, next| is_space(byte) & !is_space(next))
}

/// A headline of more words is cut where its clause parts, if that leaves it as many as these at least.
const LONG: usize = 14;
const SHORT: usize = 5;

/// So many words behind "and" may stand before the date of what it joins.
const REACH: usize = 20;

/// Whether something begins at `at` that the clause with the verb at `verb` can do without: ", which", "after", "and left".
fn parts(clause: &Clause<'_>, at: usize, verb: usize) -> bool {
    let behind = at + usize::from(clause.is_mark(at, b','));
    let any = |words: &[&str]| clause.is_any(behind, words);
    // "asked whether", "will go if" say less without it.
    let subordinates = clause.is(behind, Class::SUBORDINATOR) && !clause.is(behind, Class::PREPOSITION);
    let opens = subordinates && !any(&["whether", "if", "unless", "that"])
        || clause.is(behind, Class::RELATIVE)
        || any(&["after", "before", "when", "while", "because", "although", "amid", "following"]);
    // "a year before it was built"
    let measured = behind > 0 && clause.time(behind - 1).is_some_and(|_| any(&["after", "before"]));
    // "stayed at 840", "rose, to 840"
    let reached = any(&["to"]) && clause.nodes.get(behind + 1).is_some_and(|next| next.token.shape == Shape::Number);
    let aside =
        behind > at && (clause.words(behind).ends_with("ing") || clause.is(behind, Class::PREPOSITION)) && !reached;
    // "an outbreak that left"; "assuring him that", "said that" tell what was said.
    let verb_follows = || other::is_finite(clause, clause.skip(behind + 1));
    let relates = any(&["that"]) && behind > 0 && !tells(clause, behind - 1) && verb_follows();
    relates || (opens || joins(clause, behind, verb) || aside) && !measured
}

/// Whether what a "that" behind the node at `at` leads to is what was told: "announcing that", "assuring him that".
fn tells(clause: &Clause<'_>, at: usize) -> bool {
    other::is_predicate(clause, at)
        || clause.is(at, Class::SAY | Class::OBJECT)
        || clause.words(at).ends_with("ing")
        || clause.is_mark(at, b',')
}

/// Whether the "and" at `at` joins something told to what the verb at `verb` tells: "and left", "and the strike began"; but not
/// "between the government and the unions", nor "in 1961 and 1964".
fn joins(clause: &Clause<'_>, at: usize, verb: usize) -> bool {
    if !clause.is_any(at, &["and", "but"]) || at <= verb + 1 {
        return false;
    }
    let both = clause.time(at - 1).is_some() && clause.time(at + 1).is_some();
    let between = (at.saturating_sub(8)..at)
        .rev()
        .take_while(|&i| !other::is_finite(clause, i))
        .any(|i| clause.is_any(i, &["between"]));
    if both || between {
        return false;
    }
    let reach = (at + 1..clause.nodes.len()).take_while(|&i| !clause.is_mark(i, b','));
    let told = reach.clone().take(4).any(|i| other::is_predicate(clause, i));
    // "a degree in 1967 and another in 1971"
    let dated = clause.is_any(at, &["and"]) && reach.take(REACH).any(|i| clause.time(i).is_some());
    told || dated
}

/// A relative clause between commas before the date: "Ana Silva, who heads the agency, wrote on May 4".
pub(crate) fn relative(clause: &Clause<'_>, from: usize, node: usize) -> Option<Span> {
    let open = (from + 1..node).find(|&i| clause.is_mark(i, b',') && clause.is(i + 1, Class::RELATIVE))?;
    let close = (open + 2..node).find(|&i| clause.is_mark(i, b','))?;
    // "who offered 900, or 37 a share, said": it does not end there.
    if !other::is_finite(clause, clause.skip(close + 1)) {
        return None;
    }
    Some(Span::new(clause.nodes[open].span.start, clause.nodes[close].span.end))
}

/// The node that a headline begins with.
pub(crate) fn first(clause: &Clause<'_>, from: usize, to: usize) -> usize {
    let from = behind_brackets(clause, behind_dateline(clause, from, to), to);
    let first = (from..to).find(|&i| !opens(clause, i, from)).unwrap_or(from);
    // "From 1999 on she led"
    let on = first > from && clause.time(first - 1).is_some() && clause.is_any(first, &["on", "onward", "onwards"]);
    let first = first + usize::from(on);
    if first + 1 < to { first } else { from }
}

/// Where the prose begins of a report with a place in capitals and a dash before it: "OSLO (AP) – The ministers met".
fn behind_dateline(clause: &Clause<'_>, from: usize, to: usize) -> usize {
    let is_place = clause.nodes.get(from).is_some_and(|node| node.token.shape == Shape::Acronym);
    if from > 0 || !is_place {
        return from;
    }
    let lower = |i: usize| clause.nodes[i].token.shape == Shape::Lower;
    let dash = (1..to.min(DATELINE)).take_while(|&i| !lower(i)).find(|&i| matches!(clause.mark(i), Some(b'-' | b'_')));
    // "NORLAND-LOM", "F-16"
    let spaced = |&i: &usize| clause.text.as_bytes().get(clause.nodes[i].span.end) == Some(&b' ');
    dash.filter(spaced).filter(|&dash| dash + 2 < to).map_or(0, |dash| dash + 1)
}

/// Where it goes on behind brackets that open it: "On May 4 *(a Sunday)*, the ministers met".
fn behind_brackets(clause: &Clause<'_>, from: usize, to: usize) -> usize {
    let open = (from..to).find(|&i| !opens(clause, i, from)).filter(|&i| clause.is_mark(i, b'('));
    let close = open.and_then(|open| (open..to.min(open + DATELINE)).find(|&i| clause.is_mark(i, b')')));
    close.filter(|&close| close + 2 < to && clause.is_mark(close + 1, b',')).map_or(from, |close| close + 2)
}

/// So many nodes a dateline has at most.
const DATELINE: usize = 14;

/// Whether the node at `at` leads into a clause rather than tells: "Thus, on May 4, ".
fn opens(clause: &Clause<'_>, at: usize, from: usize) -> bool {
    let closed = |at: usize| clause.is_mark(at, b',');
    // "The past week was quiet", "the summer passed" are about it.
    let subject = || {
        clause.is(at + 1, Class::BE | Class::HAVE | Class::MODAL) || at == from && other::is_predicate(clause, at + 1)
    };
    let dated = clause.time(at).is_some()
        && !subject()
        && !clause.is_any(at + 1 + usize::from(closed(at + 1)), &["when", "while"]);
    let before_date =
        || clause.is(at, Class::PREPOSITION) && clause.time(at + 1).is_some() && opens(clause, at + 1, from);
    let mark = || matches!(clause.mark(at), Some(b',' | b';' | b':' | b'-' | b')' | b'*' | b'#'));
    // "and", "but", "since" at a border; "Thus,", "Then"
    let connective = || {
        clause.is(at, Class::CONJUNCTION)
            || at == from && at > 0 && clause.is_any(at, &["since", "because", "so", "where"])
    };
    let adverb =
        || clause.is(at, Class::ADVERB) && closed(at + 1) || clause.is_any(at, &["thus", "only", "then", "otherwise"]);
    // "for example,", "in addition,"
    let aside = || {
        clause.is_any(at, &["for", "in"])
            && clause.is_any(at + 1, &["example", "instance", "addition", "fact", "turn", "particular", "all"])
            && closed(at + 2)
            || at > 0
                && clause.is_any(at - 1, &["for", "in"])
                && clause.is_any(at, &["example", "instance", "addition", "fact", "turn", "particular", "all"])
                && closed(at + 1)
    };
    // "At the same time,"
    let phrase = || {
        clause.is_any(at, &["at", "in"]) && (at + 1..at + 5).any(|i| closed(i) && clause.words(i - 1).ends_with("time"))
    };
    let inside = || {
        (at.saturating_sub(4).max(from)..at).any(|i| {
            clause.is_any(i, &["at", "in"]) && (at..at + 4).any(|j| closed(j) && clause.words(j - 1).ends_with("time"))
        })
    };
    dated || before_date() || mark() || connective() || adverb() || aside() || phrase() || inside()
}

#[cfg(test)]
mod tests {
    use crate::document::Document;

    fn titles(text: &str) -> Vec<String> {
        let (statements, _) = crate::extract(&Document::new("d", text));
        statements.into_iter().filter_map(|statement| statement.title).collect()
    }

    #[test]
    fn a_clause_that_leads_into_another_is_told_by_itself() {
        for (text, title) in [
            ("When the ferry sank in May 1921, the port was shut for a week.", "The ferry sank in May 1921"),
            ("When the ferry sank, the port was shut from 4 May 1921.", "The port was shut from 4 May 1921"),
            ("On 4 May 1921, as talks broke down, the army marched on Lom.", "The army marched on Lom"),
            ("After the army had fled, on 4 May 1921, the towns opened their gates.", "The towns opened their gates"),
            ("As expected, the pier was opened on 4 May 1921.", "As expected, the pier was opened on 4 May 1921"),
            (
                "Until the pier fell on 4 May 1921, the port was rich.",
                "Until the pier fell on 4 May 1921, the port was rich",
            ),
        ] {
            assert_eq!(titles(text).first().map(String::as_str), Some(title), "{text}");
        }
    }

    #[test]
    fn a_relative_clause_tells_of_what_it_is_about() {
        for (text, told) in [
            (
                "In 1921 the firm bought the yard which was sold by Acme in 1930.",
                ["The firm bought the yard", "The yard was sold by Acme in 1930"],
            ),
            (
                "The bonds, which were issued in 1921, fell on 4 May 1930.",
                ["The bonds, which were issued in 1921, fell on 4 May 1930", "The bonds were issued in 1921"],
            ),
        ] {
            assert_eq!(titles(text), told, "{text}");
        }
        // Whose verb it is is open: of the vote, or of Lom.
        let open = "There was a vote in Lom which was called for 4 May 1921.";
        assert_eq!(titles(open), ["There was a vote in Lom which was called for 4 May 1921"]);
        let man = "The man who led the strike sailed in May 1921.";
        assert_eq!(titles(man), ["The man who led the strike sailed in May 1921"]);
    }

    #[test]
    fn no_headline_ends_where_its_clause_goes_on() {
        for (text, title) in [
            (
                "In July 1921, two sailors of the old guard, one from Lom and another, shot the envoy of Norland in his own house.",
                "Two sailors of the old guard, one from Lom and another, shot the envoy of Norland in his own house",
            ),
            (
                "Between 4 May 1921 and 6 May 1921 the number of the men on the piers of Lom rose from ten to fifty.",
                "The number of the men on the piers of Lom rose from ten to fifty",
            ),
            (
                "The board of the port wrote in May 1921 to all the members of the old union assuring them that nobody would be dismissed.",
                "The board of the port wrote in May 1921 to all the members of the old union assuring them that nobody would be dismissed",
            ),
            (
                "The widow of the founder came back to the yard in 1921, and soon after took the books into her own hands.",
                "The widow of the founder came back to the yard in 1921",
            ),
        ] {
            assert_eq!(titles(text)[0], title, "{text}");
        }
    }

    #[test]
    fn what_only_leads_in_is_left_out() {
        for (text, title) in [
            ("LOM, Norland (NP) – The ministers met on 4 May 1921.", "The ministers met on 4 May 1921"),
            ("On 4 May 1921 (a Wednesday), the ministers met.", "The ministers met"),
            ("In May 1921, for example, the piers were shut.", "The piers were shut"),
            ("eFerry sold its piers in May 1921.", "eFerry sold its piers in May 1921"),
        ] {
            assert_eq!(titles(text)[0], title, "{text}");
        }
    }

    #[test]
    fn each_date_of_a_row_has_its_own() {
        assert_eq!(
            titles("In 1921 the yard launched the ferry, in 1922 the tug and the following year the crane fell."),
            ["The yard launched the ferry", "The yard launched the tug", "The crane fell"]
        );
    }
}
