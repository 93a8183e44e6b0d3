//! Texts and statements made to trap whatever is not linear: each can be asked for in any size.

use timeline::calendar::Date;
use timeline::statement::Kind;
use timeline::{Document, Statement, extract, resolve};

use crate::corpus;
use crate::stage::{Work, warm_up};

/// A trap.
pub struct Trap {
    /// As it is written in tables and on the command line.
    pub name: &'static str,
    /// The size at which it has to be passed.
    pub full: usize,
    /// A size at which its growth is visible, and counting takes a moment only.
    pub small: usize,
    make: fn(usize) -> Input,
}

enum Input {
    Text(String),
    Statements(Vec<Statement>),
}

impl Trap {
    /// Makes the trap in a size, and gives the way through it as work.
    pub fn prepare(&self, size: usize) -> Work {
        warm_up();
        match (self.make)(size) {
            Input::Text(text) => {
                let document = Document::new("trap", text);
                Box::new(move || extract(&document).0.len())
            }
            Input::Statements(statements) => {
                let input = resolve::Input { statements, ..resolve::Input::default() };
                Box::new(move || {
                    let timeline = resolve::resolve(input);
                    timeline.entries.len() + timeline.undated.len()
                })
            }
        }
    }
}

/// Every trap.
pub const TRAPS: &[Trap] = &[
    // Sizes in bytes.
    Trap {
        name: "line",
        full: 10_000_000,
        small: 50_000,
        make: |size| Input::Text(corpus::text(size).replace('\n', " ")),
    },
    Trap {
        name: "no-stop",
        full: 10_000_000,
        small: 50_000,
        make: |size| Input::Text(corpus::text(size).replace(['\n', '.'], " ")),
    },
    Trap { name: "one-word", full: 10_000_000, small: 50_000, make: |size| repeat("a", size) },
    Trap { name: "digits", full: 10_000_000, small: 50_000, make: |size| repeat("1", size) },
    Trap { name: "breaks", full: 10_000_000, small: 50_000, make: |size| repeat("\n", size) },
    // Sizes in repetitions.
    Trap { name: "dates", full: 1_000_000, small: 4_000, make: |size| repeat("March 5, 2019 ", size) },
    Trap { name: "years", full: 1_000_000, small: 4_000, make: |size| repeat("1999-", size) },
    Trap { name: "weekdays", full: 1_000_000, small: 4_000, make: |size| repeat("last Monday, ", size) },
    Trap { name: "triggers", full: 1_000_000, small: 4_000, make: |size| repeat("was appointed ", size) },
    Trap {
        name: "events",
        full: 100_000,
        small: 500,
        make: |size| repeat("On 5 May 1987 Anna Berg was appointed mayor. ", size),
    },
    Trap {
        name: "landmarks",
        full: 100_000,
        small: 500,
        make: |size| repeat("On 5 May 1987 Anna Berg opened a bridge. Two days after the gala she left. ", size),
    },
    Trap {
        name: "quotes",
        full: 1_000_000,
        small: 5_000,
        make: |size| nested("“", "He resigned on 5 May 1987.", "”", size),
    },
    Trap {
        name: "brackets",
        full: 1_000_000,
        small: 5_000,
        make: |size| nested("(", "he resigned on 5 May 1987", ")", size),
    },
    Trap { name: "names", full: 100_000, small: 500, make: names },
    // Sizes in statements.
    Trap { name: "namesakes", full: 100_000, small: 500, make: namesakes },
    // What compares every date with every other is first seen among thousands.
    Trap { name: "one-person", full: 100_000, small: 5_000, make: one_person },
    Trap { name: "offices", full: 1_000_000, small: 4_000, make: offices },
    Trap { name: "one-event", full: 10_000, small: 500, make: one_event },
];

fn repeat(part: &str, size: usize) -> Input {
    Input::Text(part.repeat(size))
}

fn nested(open: &str, inner: &str, close: &str, depth: usize) -> Input {
    Input::Text(format!("{}{inner}{}", open.repeat(depth), close.repeat(depth)))
}

/// One document in which many people of like names take office.
fn names(size: usize) -> Input {
    let one = |n: usize| format!("Anna {} was appointed mayor on 5 May 1987. ", surname(n));
    Input::Text((0..size).map(one).collect())
}

/// Statements of many people of like names.
fn namesakes(size: usize) -> Input {
    let person =
        |n: usize, statement: Statement| Statement { person: Some(format!("Anna {}", surname(n))), ..statement };
    Input::Statements((0..size).map(|n| person(n, statement(n, n))).collect())
}

/// One person's statements, no two on the same event.
fn one_person(size: usize) -> Input {
    let kind = |n| if n % 2 == 0 { Kind::Appointment } else { Kind::Dismissal };
    Input::Statements((0..size).map(|n| Statement { kind: kind(n), ..statement(n, n) }).collect())
}

/// Offices that have nothing to do with each other, each with one holder whose coming and going two sources tell; of every
/// fourth, one source has a year wrong, so that the end comes before the start.
fn offices(size: usize) -> Input {
    let told = |n: usize| {
        let (office, leaves, source) = (n / 4, n % 4 / 2, n % 2);
        let slips = office % 4 == 0 && leaves == 1 && source == 1;
        let place = word(office, 3, "aeio");
        // Names that differ in more than a spelling: in their consonants, or in short given names.
        let (given, family) = (word(office / 4096, 2, "ae"), word(office % 4096, 3, "a"));
        let year = 1500 + office % 400 + leaves - usize::from(slips);
        Statement {
            id: format!("s-{n}"),
            document: format!("d-{source}"),
            kind: if leaves == 0 { Kind::Appointment } else { Kind::Dismissal },
            person: Some(format!("{given} {family}berg")),
            role: Some(format!("mayor of {place}")),
            date: format!("{year}-{:02}-{:02}", 5 - leaves, 1 + office % 28).parse::<Date>().ok(),
            ..Statement::default()
        }
    };
    Input::Statements((0..size).map(told).collect())
}

/// One event, told by as many sources; every tenth errs.
fn one_event(size: usize) -> Input {
    Input::Statements((0..size).map(|n| statement(n, if n % 10 == 0 { n } else { 1 })).collect())
}

/// The `n`th document's statement that Anna Berg took an office, on the `day`th of a row of days.
fn statement(n: usize, day: usize) -> Statement {
    let (year, month, day) = (1000 + day / 336 % 1000, 1 + day / 28 % 12, 1 + day % 28);
    Statement {
        id: format!("s-{n}"),
        document: format!("d-{n}"),
        publisher: Some(format!("Courier {n}")),
        sentence: "Anna Berg was appointed mayor of Tolford.".to_owned(),
        kind: Kind::Appointment,
        person: Some("Anna Berg".to_owned()),
        role: Some("mayor of Tolford".to_owned()),
        date: format!("{year}-{month:02}-{day:02}").parse::<Date>().ok(),
        ..Statement::default()
    }
}

/// A word of so many syllables with these vowels, another for each number.
fn word(mut n: usize, syllables: usize, vowels: &str) -> String {
    const CONSONANTS: &[u8] = b"bdfglmnprstvzkhc";
    let mut word = String::new();
    for _ in 0..syllables {
        word.push(char::from(CONSONANTS[n % CONSONANTS.len()]));
        n /= CONSONANTS.len();
        word.push(char::from(vowels.as_bytes()[n % vowels.len()]));
        n /= vowels.len();
    }
    word
}

/// Surnames that begin alike.
fn surname(mut n: usize) -> String {
    let mut name = "Berg".to_owned();
    while n > 0 {
        name.push(char::from(b'a' + (n % 26) as u8));
        n /= 26;
    }
    name
}
