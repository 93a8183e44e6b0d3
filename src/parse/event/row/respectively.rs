//! Rows that share a verb and are told one by one: "Ana Silva and Jens Hansen were appointed consul and envoy on 4 May and
//! 6 June respectively".

use std::ops::Range;

use crate::Span;

use crate::parse::event::clause::Clause;
use crate::parse::event::follow::Followed;

/// Gives each of the people of one verb the date and the office in the same place of their rows. Tells whether there were
/// dates to give.
pub(crate) fn share_out(clause: &Clause<'_>, followed: &mut [Followed], times: &mut [Option<usize>]) -> bool {
    if !(0..clause.nodes.len()).any(|i| clause.is_any(i, &["respectively"])) {
        return false;
    }
    let mut dated = false;
    let mut from = 0;
    for alike in groups(followed) {
        let people = from..from + alike;
        from = people.end;
        if let Some(row) = dates(clause, alike) {
            dated = true;
            times[people.clone()].iter_mut().zip(row).for_each(|(time, own)| *time = Some(own));
        }
        if let Some(row) = offices(clause.text, &followed[people.clone()]) {
            followed[people.clone()].iter_mut().zip(row).for_each(|(one, own)| one.role = Some(own));
        }
        // "became consuls in Lima and Cusco respectively": each of them is one.
        followed[people].iter_mut().for_each(|one| one.draft.listed = true);
    }
    dated
}

/// How many people in a row are told by one verb.
fn groups(followed: &[Followed]) -> Vec<usize> {
    followed.chunk_by(|one, next| one.draft.at == next.draft.at).map(<[Followed]>::len).collect()
}

/// The expressions of the first row of so many: "on 4 May, 6 June and 7 July".
fn dates(clause: &Clause<'_>, many: usize) -> Option<Vec<usize>> {
    let joins = |i: usize| clause.is_mark(i, b',') || clause.is_any(i, &["and", "on", "in"]);
    let run = |from: usize| -> Range<usize> {
        let end = (from..clause.nodes.len()).find(|&i| clause.time(i).is_none() && !joins(i));
        from..end.unwrap_or(clause.nodes.len())
    };
    let runs = (0..clause.nodes.len()).filter(|&i| clause.time(i).is_some()).map(run);
    let mut rows = runs.map(|run| run.filter_map(|i| clause.time(i)).collect::<Vec<_>>());
    rows.find(|row| many > 1 && row.len() == many)
}

/// The parts of the one office that all of them were given: "consul, envoy and judge".
fn offices(text: &str, followed: &[Followed]) -> Option<Vec<Span>> {
    let role = followed.first()?.role.filter(|_| followed.len() > 1)?;
    let shared = followed.iter().all(|one| one.role == Some(role));
    let mut parts: Vec<Span> = Vec::new();
    for part in role.of(text).split(" and ").flat_map(|part| part.split(", ")) {
        let from = parts.last().map_or(role.start, |last| last.end);
        let start = from + text[from..role.end].find(part)?;
        parts.push(Span::new(start, start + part.len()));
    }
    (shared && parts.len() == followed.len()).then_some(parts)
}
