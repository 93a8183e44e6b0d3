//! The corpus of temporal expressions in `tests/corpus/`: what is one, what is none, and what can be read in two ways,
//! at one fixed date of publication. `tests/corpus/README.md` tells how a line is written.

use std::fmt::{self, Write};
use std::fs;
use std::path::{Path, PathBuf};

use timeline::document::{Published, parse_stated};
use timeline::{Document, Timex, annotate};

#[test]
fn every_line_is_read_as_it_says() {
    let mut report = String::new();
    let (mut wrong, mut lines) = (0, 0);
    for file in files() {
        for case in &file.cases {
            lines += 1;
            let (expected, read) = (case.expected(), file.read(case));
            if !agree(&expected, &read) {
                wrong += 1;
                let _ = writeln!(report, "{}:{}: {}", file.name, case.line, case.text);
                differences(&mut report, "expected", &expected, &read);
                differences(&mut report, "read    ", &read, &expected);
            }
        }
    }
    assert!(wrong == 0, "{wrong} of {lines} lines are read otherwise\n\n{report}");
}

/// A grammar that is only ever shown dates learns to see them everywhere.
#[test]
fn what_is_no_date_has_as_many_lines_as_what_is_one() {
    let cases: Vec<Case> = files().into_iter().flat_map(|file| file.cases).collect();
    let negative = cases.iter().filter(|case| case.marks.is_empty()).count();
    assert!(2 * negative >= cases.len(), "{negative} of {} lines hold no expression", cases.len());
}

/// One family of cases, read at one date.
struct File {
    name: String,
    published: Option<Published>,
    /// A short message, where a day needs neither article nor capital; elsewhere the line stands in an article.
    message: bool,
    cases: Vec<Case>,
}

/// One line: a text, and what is marked in it.
struct Case {
    line: usize,
    text: String,
    marks: Vec<Mark>,
}

struct Mark {
    start: usize,
    end: usize,
    /// `DATE 2019-03 START or 2018-03`
    meaning: String,
}

/// What stands before each line, so that it is read as prose. It holds no temporal expression.
const ARTICLE: &str = "The harbour board of Lindhaven keeps its papers in a stone house behind the fish market. Its \
    clerks write down who came, who spoke and what was agreed, and anybody may ask to see the books. What follows was \
    copied from them as it stands, with the names of the speakers left out and the spelling of the clerks left in.\n\n";

impl File {
    fn parse(name: String, content: &str) -> File {
        let mut file = File { name, published: None, message: false, cases: Vec::new() };
        for (number, line) in (1..).zip(content.lines()) {
            let place = format!("{}:{number}", file.name);
            match line.split_once(": ") {
                _ if line.is_empty() || line.starts_with('#') => {}
                Some(("published", date)) if file.cases.is_empty() => {
                    let date = parse_stated(date).unwrap_or_else(|| panic!("{place}: no date: {date}"));
                    file.published = Some(Published { date, how: "given".to_owned() });
                }
                Some(("style", "message")) if file.cases.is_empty() => file.message = true,
                _ => file.cases.push(Case::parse(number, line).unwrap_or_else(|| panic!("{place}: odd brackets"))),
            }
        }
        file
    }

    fn read(&self, case: &Case) -> Vec<Reading> {
        let before = if self.message { "" } else { ARTICLE };
        let mut document = Document::new("case", format!("{before}{}", case.text));
        document.published = self.published.clone();
        annotate(&document).iter().map(|timex| Reading::of(timex, &document.text, before.len())).collect()
    }
}

impl Case {
    fn parse(line: usize, marked: &str) -> Option<Case> {
        let (mut text, mut marks) = (String::new(), Vec::new());
        let mut rest = marked;
        while let Some((before, after)) = rest.split_once('[') {
            let (mark, after) = after.split_once(']')?;
            let (words, meaning) = mark.split_once(" | ")?;
            text.push_str(before);
            let start = text.len();
            text.push_str(words);
            marks.push(Mark { start, end: text.len(), meaning: meaning.to_owned() });
            rest = after;
        }
        text.push_str(rest);
        Some(Case { line, text, marks })
    }

    fn expected(&self) -> Vec<Reading> {
        let reading = |mark: &Mark| Reading {
            start: mark.start,
            words: self.text[mark.start..mark.end].to_owned(),
            meaning: mark.meaning.split(" or ").next().unwrap_or_default().to_owned(),
            others: mark.meaning.split(" or ").skip(1).map(str::to_owned).collect(),
        };
        self.marks.iter().map(reading).collect()
    }
}

/// An expression as a line states it or as the library reads it.
struct Reading {
    start: usize,
    words: String,
    meaning: String,
    /// The other ways to understand it, as EDTF.
    others: Vec<String>,
}

impl Reading {
    fn of(timex: &Timex, text: &str, offset: usize) -> Reading {
        let mut meaning = timex.class.as_str().to_owned();
        if !timex.value.is_empty() {
            let _ = write!(meaning, " {}", timex.value);
        }
        if let Some(modifier) = timex.modifier {
            let _ = write!(meaning, " {}", modifier.as_str());
        }
        Reading {
            start: timex.span.start - offset,
            words: timex.span.of(text).to_owned(),
            meaning,
            others: timex.readings.iter().skip(1).map(|reading| reading.date.to_string()).collect(),
        }
    }

    /// Where a line names no other readings, there may be some.
    fn agrees(&self, other: &Reading) -> bool {
        self.start == other.start
            && self.words == other.words
            && self.meaning == other.meaning
            && (self.others.is_empty() || other.others.is_empty() || self.others == other.others)
    }
}

impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{} | {}", self.words, self.meaning)?;
        self.others.iter().try_for_each(|other| write!(f, " or {other}"))?;
        f.write_char(']')
    }
}

fn agree(expected: &[Reading], read: &[Reading]) -> bool {
    expected.len() == read.len()
        && expected.iter().zip(read).all(|(expected, read)| {
            expected.agrees(read) && (expected.others.is_empty() || expected.others == read.others)
        })
}

/// Writes down which of `these` are not among `those`.
fn differences(report: &mut String, who: &str, these: &[Reading], those: &[Reading]) {
    for this in these.iter().filter(|this| !those.iter().any(|that| this.agrees(that))) {
        let _ = writeln!(report, "    {who} {this}");
    }
}

fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut paths = Vec::new();
    gather(&root, &mut paths);
    paths.sort();
    let read = |path: &PathBuf| {
        let content = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        File::parse(path.strip_prefix(&root).unwrap_or(path).display().to_string(), &content)
    };
    paths.iter().map(read).collect()
}

fn gather(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the corpus is there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            gather(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            paths.push(path);
        }
    }
}
