//! From lines to decisions. A line that cannot be read is told of by file and line; the others are taken.

use super::{Decision, Decisions, Target, What};
use crate::diagnostic::{Diagnostic, Severity};

impl Decisions {
    /// Takes the decisions of a file; gives back what cannot be read in it.
    pub fn read(&mut self, file: &str, text: &str) -> Vec<Diagnostic> {
        self.lines(file, text, decision)
    }

    /// Takes an ignore file, with a line `CONFLICT reason` for each contradiction that may stand.
    pub fn read_ignored(&mut self, file: &str, text: &str) -> Vec<Diagnostic> {
        self.lines(file, text, ignored)
    }

    fn lines(
        &mut self,
        file: &str,
        text: &str,
        parse: impl Fn(&str) -> Result<(What, &str), String>,
    ) -> Vec<Diagnostic> {
        let mut remarks = Vec::new();
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        for (line, number) in text.lines().map(str::trim).zip(1..) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let read = parse(line).and_then(|(what, because)| {
                let decision = Decision { file: file.to_owned(), line: number, what, because: because.to_owned() };
                self.contradicted(&decision).map_or(Ok(decision), Err)
            });
            match read {
                Ok(decision) => self.0.push(decision),
                Err(message) => remarks.push(Diagnostic {
                    severity: Severity::Error,
                    document: file.to_owned(),
                    line: Some(number),
                    message,
                }),
            }
        }
        remarks
    }

    /// Why a decision cannot stand beside those before it.
    fn contradicted(&self, new: &Decision) -> Option<String> {
        let What::Date(target, _) = &new.what else { return None };
        let twin = self.0.iter().find(|old| matches!(&old.what, What::Date(other, _) if other.id == target.id))?;
        Some(format!("`{}` is dated already, in {} line {}; one of the two has to go", target.id, twin.file, twin.line))
    }
}

/// `date e-1a2b3c4d@5f3a91c2 1923-09-01 because the register has it`
fn decision(line: &str) -> Result<(What, &str), String> {
    let (head, because) = reason(line, " because ", "end the line with `because` and the reason")?;
    let mut words = head.split_whitespace();
    let verb = words.next().unwrap_or_default();
    let words: Vec<&str> = words.collect();
    let what = match (verb, words.as_slice()) {
        ("date", [entry, date]) => {
            let known = date
                .parse()
                .map_err(|_| format!("`{date}` is no date; write one such as 1923-09-01, 1923-09 or 1923 (EDTF)"))?;
            What::Date(target(entry)?, known)
        }
        ("date", _) => return Err("`date` takes an entry and a date: date e-1a2b3c4d 1923-09-01 because …".to_owned()),
        ("same", [_, _, ..]) => What::Same(targets(&words)?),
        ("same", _) => return Err("`same` takes two entries or more: same e-1a2b3c4d e-99aa00bb because …".to_owned()),
        ("apart", [_, _, ..]) => What::Apart(targets(&words)?),
        ("apart", _) => {
            return Err("`apart` takes two statements or more: apart s-1a2b3c4d s-99aa00bb because …".to_owned());
        }
        ("drop", [entry]) => What::Drop(target(entry)?),
        ("drop", _) => return Err("`drop` takes one entry or statement: drop e-1a2b3c4d because …".to_owned()),
        ("ignore", [conflict]) => What::Ignore(target(conflict)?),
        ("ignore", _) => return Err("`ignore` takes one conflict: ignore c-0a1b2c3d because …".to_owned()),
        _ => return Err(format!("`{verb}` is no decision; write `date`, `same`, `apart`, `drop` or `ignore`")),
    };
    Ok((what, because))
}

/// `c-0a1b2c3d@77aa00bb the two papers count from different days`
fn ignored(line: &str) -> Result<(What, &str), String> {
    let (conflict, because) = reason(line, " ", "say behind the id why this may stand")?;
    Ok((What::Ignore(target(conflict)?), because))
}

/// What stands before and behind `word`, the latter being a reason.
fn reason<'l>(line: &'l str, word: &str, otherwise: &str) -> Result<(&'l str, &'l str), String> {
    let (head, because) = line.split_once(word).map_or((line, ""), |(head, because)| (head, because.trim()));
    if because.is_empty() { Err(format!("no reason is given; {otherwise}")) } else { Ok((head, because)) }
}

fn targets(words: &[&str]) -> Result<Vec<Target>, String> {
    words.iter().map(|word| target(word)).collect()
}

fn target(word: &str) -> Result<Target, String> {
    match word.rsplit_once('@') {
        None => Ok(Target { id: word.to_owned(), evidence: None }),
        Some((id, evidence)) if !id.is_empty() && evidence.len() == 8 => {
            Ok(Target { id: id.to_owned(), evidence: Some(evidence.to_owned()) })
        }
        Some(_) => Err(format!("`{word}`: behind the `@` belong eight digits, as the report prints them")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn remarks(text: &str) -> Vec<String> {
        let mut decisions = Decisions::default();
        let told = decisions.read("d.txt", text);
        told.into_iter().map(|remark| format!("{}: {}", remark.line.unwrap_or_default(), remark.message)).collect()
    }

    #[test]
    fn takes_every_kind() {
        let mut decisions = Decisions::default();
        let text = "\u{FEFF}# ours\n\ndate e-1@5f3a91c2 1923-09 because of the register, because it is older\n\
                    same e-1 e-2 e-3 because they are\r\napart s-1 s-2 because one is the son\nignore c-1 because known\n\
                    drop e-4 because it is a caption";
        assert_eq!(decisions.read("d.txt", text), []);
        let lines: Vec<usize> = decisions.iter().map(|decision| decision.line).collect();
        assert_eq!(lines, [3, 4, 5, 6, 7]);
        let first = decisions.iter().next().unwrap();
        assert_eq!(first.because, "of the register, because it is older");
        let entry = Target { id: "e-1".to_owned(), evidence: Some("5f3a91c2".to_owned()) };
        assert_eq!(first.what, What::Date(entry, "1923-09".parse().unwrap()));
    }

    #[test]
    fn names_the_line_that_is_wrong_and_takes_the_others() {
        let mut decisions = Decisions::default();
        let told = decisions.read("d.txt", "ignore c-1 because known\nignore c-2\nignore c-3 because known too\n");
        assert_eq!((told.len(), told[0].line, decisions.iter().count()), (1, Some(2), 2));
        assert!(remarks("date e-1 soon because so")[0].contains("`soon` is no date"));
        assert!(remarks("move e-1 because so")[0].contains("`move` is no decision"));
        assert!(remarks("same e-1 because so")[0].contains("two entries"));
        assert!(remarks("ignore c-1@12 because so")[0].contains("eight digits"));
        assert!(remarks("date e-1 1923 because so\ndate e-1 1924 because not")[0].starts_with("2: `e-1` is dated"));
    }

    #[test]
    fn an_ignore_file_wants_reasons_too() {
        let mut decisions = Decisions::default();
        let told = decisions.read_ignored("i.txt", "c-1 the papers count from different days\nc-2\nc-3  \n");
        assert_eq!(told.iter().map(|remark| remark.line).collect::<Vec<_>>(), [Some(2), Some(3)]);
        assert_eq!(decisions.iter().next().unwrap().because, "the papers count from different days");
    }
}
