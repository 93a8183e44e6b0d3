//! The whole derivation of an entry in a paragraph: what each source says and how it was read, what that was held
//! against, what was rejected, and what the bounds follow from.
//!
//! It is told from the [`Timeline`] alone, so it can be asked of a timeline that was built long ago.

use crate::decisions;
use crate::timeline::{Check, Conflict, Entry, Source, Timeline};

/// As many statements are told one by one.
const TOLD: usize = 12;

/// The entries that are meant by `query`: the one with this id, or with a statement of this id; else those whose titles
/// hold the words, in any case.
pub fn find<'t>(timeline: &'t Timeline, query: &str) -> Vec<&'t Entry> {
    let all = || timeline.entries.iter().chain(&timeline.undated);
    let named = |entry: &&Entry| entry.id == query || entry.sources.iter().any(|source| source.statement == query);
    if let Some(entry) = all().find(named) {
        return vec![entry];
    }
    let query = query.to_lowercase();
    all().filter(|entry| !query.is_empty() && entry.title.to_lowercase().contains(&query)).collect()
}

/// How `entry` of `timeline` came about: its name and date, a paragraph, and what names its evidence in a decision.
pub fn entry(timeline: &Timeline, entry: &Entry) -> String {
    let date = entry.date.map_or_else(|| "undated".to_owned(), |date| date.to_string());
    let mut sentences = vec![match entry.sources.len() {
        1 => "One statement tells of it.".to_owned(),
        count => format!("{count} statements tell of it."),
    }];
    sentences.extend(entry.sources.iter().take(TOLD).map(told));
    if entry.sources.len() > TOLD {
        sentences.push(format!("{} more say the like.", entry.sources.len() - TOLD));
    }
    sentences.extend(entry.derivation.iter().cloned());
    sentences.extend(bounds(entry));
    let checks = checks(timeline, entry);
    let is_settled = checks.iter().any(|check| check.verdict == "decided");
    sentences.extend(checks.into_iter().map(checked));
    let part = |conflict: &&Conflict| entry.conflicts.contains(&conflict.id);
    sentences.extend(timeline.conflicts.iter().filter(part).map(contradiction));
    sentences.push(match (entry.date, entry.conflicts.is_empty()) {
        (None, _) => "No date follows from this.".to_owned(),
        (Some(_), true) if is_settled => format!("Nothing else contradicts it; confidence {}.", entry.confidence),
        (Some(_), true) => format!("Nothing contradicts it; confidence {}.", entry.confidence),
        (Some(_), false) => format!("Confidence {}.", entry.confidence),
    });
    format!(
        "{}: {date} ({})\n\n{}\n\nevidence: {}@{}\n",
        entry.title,
        entry.kind,
        sentences.join(" "),
        entry.id,
        decisions::evidence_of_entry(entry)
    )
}

/// `gazette.txt (s-1a2b): “On 3.4. …”; “3.4.” could also be 2019-03-04 (month first).` What it was read as is in the
/// derivation.
fn told(source: &Source) -> String {
    let Source { document, statement, quote, date_text, read_as, readings, .. } = source;
    let quote = if quote.is_empty() { "said without words".to_owned() } else { format!("“{quote}”") };
    let others: Vec<String> = readings
        .iter()
        .filter(|reading| Some(reading.date) != *read_as)
        .map(|reading| format!("{} ({})", reading.date, reading.because))
        .collect();
    let others = match (date_text, others.is_empty()) {
        (Some(text), false) => format!("; “{text}” could also be {}", others.join(" or ")),
        _ => String::new(),
    };
    let stop = if others.is_empty() && quote.ends_with(".”") { "" } else { "." };
    format!("{document} ({statement}): {quote}{others}{stop}")
}

fn bounds(entry: &Entry) -> Option<String> {
    let (date, earliest, latest) = (entry.date?, entry.earliest, entry.latest);
    // Of a date told to the day, its bounds say nothing more.
    let told = earliest != latest && [earliest, latest].iter().flatten().any(|bound| *bound != date);
    match (earliest, latest) {
        _ if !told => None,
        (Some(earliest), Some(latest)) => Some(format!("So it lies between {earliest} and {latest}.")),
        (Some(earliest), None) => Some(format!("So it is no earlier than {earliest}.")),
        (None, Some(latest)) => Some(format!("So it is no later than {latest}.")),
        (None, None) => None,
    }
}

/// What the texts offer to check of it.
fn checks<'t>(timeline: &'t Timeline, entry: &Entry) -> Vec<&'t Check> {
    let of_entry = |statement: &String| entry.sources.iter().any(|source| source.statement == *statement);
    timeline.checks.iter().filter(|check| check.statements.iter().any(of_entry)).collect()
}

fn checked(check: &Check) -> String {
    match check.verdict.as_str() {
        "corrected" | "decided" => check.message.clone(),
        verdict => format!("{} That is {verdict}.", check.message),
    }
}

fn contradiction(conflict: &Conflict) -> String {
    let resolution = &conflict.resolution;
    let mut sentence = format!("Contradiction {} ({}): {}", conflict.id, resolution.status, conflict.message);
    // What is left open is changed by nobody.
    for change in resolution.changes.iter().filter(|_| resolution.status != "unresolved") {
        sentence.push_str(&match change.to {
            Some(to) => format!(" {} of {} is taken for {to}: {}.", change.from, change.statement, change.slip),
            None => format!(" {} of {} is set aside.", change.from, change.statement),
        });
    }
    sentence.push_str(&format!(" {}", resolution.because));
    if let Some(runner_up) = &resolution.runner_up {
        let odds = resolution.odds().map(|odds| format!(", {odds}")).unwrap_or_default();
        let rank = if resolution.status == "unresolved" { "It could also be" } else { "Rejected" };
        sentence.push_str(&format!(" {rank}: {runner_up}{odds}."));
    }
    if let Some(reason) = &conflict.ignored {
        sentence.push_str(&format!(" It is let be: {reason}."));
    }
    sentence
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolve::{Input, resolve};
    use crate::statement::{Kind, Statement};
    use crate::timex::Reading;

    fn timeline() -> Timeline {
        let statement = Statement {
            id: "s-1".to_owned(),
            document: "a".to_owned(),
            kind: Kind::Resignation,
            person: Some("Ada Moe".to_owned()),
            sentence: "Ada Moe resigned on 3.4.".to_owned(),
            date: "1932-04-03".parse().ok(),
            date_text: Some("3.4.".to_owned()),
            published: "1932-04-09".parse().ok(),
            anchor: Some("the publication (1932-04-09)".to_owned()),
            readings: vec![Reading { date: "1932-03-04".parse().unwrap(), cost: 9, because: "month first".into() }],
            ..Statement::default()
        };
        resolve(Input { statements: vec![statement], ..Input::default() })
    }

    #[test]
    fn tells_how_the_words_were_read_and_how_not() {
        let timeline = timeline();
        let told = entry(&timeline, &timeline.entries[0]);
        for words in [
            "Ada Moe's resignation: 1932-04-03 (resignation)",
            "1932-04-03 in a (“3.4.”), counted from the publication (1932-04-09)",
            "“3.4.” could also be 1932-03-04 (month first)",
            "Nothing contradicts it",
        ] {
            assert!(told.contains(words), "{words}: {told}");
        }
    }

    #[test]
    fn an_entry_is_found_by_its_ids_and_by_its_words() {
        let timeline = timeline();
        for query in [timeline.entries[0].id.as_str(), "s-1", "ada moe"] {
            assert_eq!(find(&timeline, query).len(), 1, "{query}");
        }
        assert!(find(&timeline, "").is_empty() && find(&timeline, "e-0").is_empty());
    }
}
