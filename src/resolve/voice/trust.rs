//! How far a person trusts each source.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Severity};

/// How often sources are right, as a person has it: it stands in place of any estimate.
///
/// ```
/// use timeline::resolve::Trust;
///
/// let mut trust = Trust::default();
/// let remarks = trust.read("trust.toml", "# the gazette prints decrees\n\"State Gazette\" = 0.99\nrumours = 0.4\n");
/// assert!(remarks.is_empty());
/// assert_eq!(trust.of("State Gazette"), Some(0.99));
/// assert_eq!(trust.of("others"), None);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trust(BTreeMap<String, Given>);

/// How far one source is trusted, and where that is said.
#[derive(Clone, Debug, PartialEq)]
struct Given {
    share: f64,
    file: String,
    line: usize,
}

/// As many sources are named to somebody who named one that is none.
const NAMED: usize = 5;

impl Trust {
    /// Takes in a file: a line `source = share` for each source, the share of its dates that are right above 0 and below
    /// 1, names with spaces in quotation marks. It is TOML; comments and headings are passed over. What cannot be read is
    /// told and left out.
    pub fn read(&mut self, file: &str, text: &str) -> Vec<Diagnostic> {
        let mut remarks = Vec::new();
        let mut lines: BTreeMap<String, usize> = BTreeMap::new();
        for (number, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with(['#', '[']) {
                continue;
            }
            match read(line) {
                // TOML forbids it, and which of the two is meant cannot be told.
                Some((source, _)) if lines.contains_key(&source) => remarks.push(Diagnostic {
                    severity: Severity::Error,
                    document: file.to_owned(),
                    line: Some(number + 1),
                    message: format!("`{source}` has its share in line {} already; keep one of the two", lines[&source]),
                }),
                Some((source, share)) => {
                    lines.insert(source.clone(), number + 1);
                    self.0.insert(source, Given { share, file: file.to_owned(), line: number + 1 });
                }
                None => remarks.push(Diagnostic {
                    severity: Severity::Error,
                    document: file.to_owned(),
                    line: Some(number + 1),
                    message: format!("`{line}` is no trust in a source; write one such as \"State Gazette\" = 0.99, a share above 0 and below 1"),
                }),
            }
        }
        remarks
    }

    /// Trusts `source`, a publisher or a document without one, in `share` of its dates, above 0 and below 1; any other share is
    /// none, and the source is weighed as its agreement with others has it.
    pub fn set(&mut self, source: impl Into<String>, share: f64) {
        let source = source.into();
        if share > 0.0 && share < 1.0 {
            self.0.insert(source, Given { share, file: String::new(), line: 0 });
        } else {
            self.0.remove(&source);
        }
    }

    /// How often `source` is right, where that is told. A source is a publisher, or a document without one.
    pub fn of(&self, source: &str) -> Option<f64> {
        self.0.get(source).map(|given| given.share)
    }

    /// What there is to say where somebody is trusted who is none of `sources`.
    pub(in crate::resolve) fn unmatched(&self, sources: &BTreeSet<&str>) -> Vec<Diagnostic> {
        let known: Vec<String> = sources.iter().take(NAMED).map(|source| format!("`{source}`")).collect();
        let more = if sources.len() > NAMED { ", …" } else { "" };
        let unknown = self.0.iter().filter(|(name, _)| !sources.contains(name.as_str()));
        let remark = |(name, Given { file, line, .. }): (&String, &Given)| Diagnostic {
            severity: Severity::Warning,
            document: file.clone(),
            line: Some(*line),
            message: format!("no document is from `{name}`; the sources are {}{more}", known.join(", ")),
        };
        unknown.map(remark).collect()
    }

    /// Whether nothing is told.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

fn read(line: &str) -> Option<(String, f64)> {
    let (source, rest) = if let Some(quoted) = line.strip_prefix('"') {
        unescaped(quoted)?
    } else if let Some(quoted) = line.strip_prefix('\'') {
        quoted.split_once('\'').map(|(source, rest)| (source.to_owned(), rest))?
    } else {
        let (source, rest) = line.split_at(line.find(['=', ' '])?);
        (source.to_owned(), rest)
    };
    let share = rest.trim_start().strip_prefix('=')?.split('#').next()?.trim().parse().ok()?;
    (share > 0.0 && share < 1.0 && !source.is_empty()).then_some((source, share))
}

/// A name up to its closing mark, and what is behind that: `\"` and `\\` stand for themselves.
fn unescaped(quoted: &str) -> Option<(String, &str)> {
    let mut name = String::new();
    let mut chars = quoted.char_indices();
    while let Some((at, char)) = chars.next() {
        match char {
            '"' => return Some((name, &quoted[at + 1..])),
            '\\' => name.push(chars.next()?.1),
            _ => name.push(char),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_that_nobody_is_is_told() {
        let mut trust = Trust::default();
        assert!(trust.read("t", "Gazete = 0.9\nGazette = 0.9").is_empty());
        let remarks = trust.unmatched(&BTreeSet::from(["Gazette", "b.txt"]));
        let [remark] = &remarks[..] else { panic!("{remarks:?}") };
        assert_eq!((remark.line, remark.severity), (Some(1), Severity::Warning));
        assert_eq!(remark.message, "no document is from `Gazete`; the sources are `Gazette`, `b.txt`");
    }

    #[test]
    fn a_source_with_two_shares_is_an_error() {
        let mut trust = Trust::default();
        let remarks = trust.read("t", "Gazette = 0.9\n\n\"Gazette\" = 0.1");
        let [remark] = &remarks[..] else { panic!("{remarks:?}") };
        assert_eq!((remark.line, remark.severity), (Some(3), Severity::Error));
        assert_eq!(remark.message, "`Gazette` has its share in line 1 already; keep one of the two");
        assert_eq!(trust.of("Gazette"), Some(0.9));
        assert!(trust.read("later", "Gazette = 0.2").is_empty(), "a later file overrides an earlier one");
    }

    #[test]
    fn a_name_may_hold_marks() {
        let mut trust = Trust::default();
        let read = trust.read("t", "\"The \\\"Post\\\"\" = 0.9\n'Lom \"Blad\"' = 0.8\n");
        assert!(read.is_empty(), "{read:?}");
        assert_eq!((trust.of("The \"Post\""), trust.of("Lom \"Blad\"")), (Some(0.9), Some(0.8)));
        trust.set("Gazette", 0.95);
        trust.set("The \"Post\"", 1.0);
        assert_eq!((trust.of("Gazette"), trust.of("The \"Post\"")), (Some(0.95), None));
    }

    #[test]
    fn a_line_that_is_none_is_told_and_left_out() {
        let mut trust = Trust::default();
        let remarks = trust.read("t", "[sources]\na = 1.5\n\nb\n\"c d\" = 0.5 # half\ne=0.25");
        assert_eq!(remarks.iter().map(|remark| remark.line).collect::<Vec<_>>(), [Some(2), Some(4)]);
        assert_eq!((trust.of("a"), trust.of("c d"), trust.of("e")), (None, Some(0.5), Some(0.25)));
    }
}
