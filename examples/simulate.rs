//! True chronologies of offices, told by several sources with slips of known kinds and rates, resolved and scored.
//!
//! ```text
//! cargo run --release --example simulate                 the figures, a majority vote beside them
//! cargo run --release --example simulate -- --sizes      time against size; numbers of offices may follow
//! cargo run --release --example simulate -- --lines 16000
//!                                                        what is told of so many offices, for `timeline resolve`:
//!                                                        a million statements
//! ```
//!
//! Everything follows from a seed: the same numbers on every machine and every run.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::{self, Write};
use std::time::Instant;

use chrono::{Datelike, Days, NaiveDate};
use timeline::Timeline;
use timeline::calendar::{Date, Period, Qualifier, Rounding};
use timeline::render::json;
use timeline::resolve::{Input, resolve};
use timeline::statement::{Gap, Kind, Relation, Statement, Target};

fn main() {
    let asked = |option: &str| std::env::args().any(|argument| argument == option);
    if asked("--sizes") {
        sizes();
    } else if asked("--lines") {
        // A reader that has seen enough closes the pipe.
        let _ = lines(&mut io::stdout().lock());
    } else {
        figures();
    }
}

/// Slips in a hundred statements.
const SLIPS: u64 = 5;

fn figures() {
    println!(
        "{SLIPS} % of the statements slip; another 5 % are coarse; a tenth of the slips of one source is copied by the next"
    );
    println!("sources  dates right  majority  unresolved  breaking slips found  false conflicts");
    for sources in [1, 2, 3, 5] {
        let world = World::new(400, 7);
        let told = Telling::new(&world, sources, SLIPS, 11);
        let score = told.score(&world, &resolve(told.input()));
        println!("{sources:7}  {score}");
    }
}

/// The numbers of offices on the command line, else `usual`.
fn offices(usual: &[usize]) -> Vec<usize> {
    let asked: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    if asked.is_empty() { usual.to_vec() } else { asked }
}

fn lines(out: &mut dyn Write) -> io::Result<()> {
    for offices in offices(&[1000]) {
        json::statements(out, &Telling::new(&World::new(offices, 7), 3, SLIPS, 11).statements)?;
    }
    Ok(())
}

fn sizes() {
    println!("statements  components  seconds  statements a second");
    for offices in offices(&[100, 1000, 10_000]) {
        let statements = Telling::new(&World::new(offices, 7), 3, SLIPS, 11).statements;
        let (count, input) = (statements.len(), Input { statements, ..Input::default() });
        let start = Instant::now();
        let timeline = resolve(input);
        let seconds = start.elapsed().as_secs_f64();
        assert!(!timeline.entries.is_empty());
        println!("{count:10}  {offices:10}  {seconds:7.2}  {:19.0}", count as f64 / seconds);
    }
}

/// Offices, each with its holders one after another.
struct World {
    tenures: Vec<Tenure>,
}

struct Tenure {
    office: usize,
    person: String,
    role: String,
    start: NaiveDate,
    end: NaiveDate,
}

impl World {
    fn new(offices: usize, seed: u64) -> World {
        let mut random = Random(seed);
        let mut tenures = Vec::new();
        let mut known = BTreeSet::new();
        for office in 0..offices {
            let role = loop {
                let place = random.name(4);
                // Offices are told apart by six letters, and few places of this world share those.
                if known.insert(place[..6].to_owned()) {
                    break format!("Governor of {place}");
                }
            };
            let mut start = NaiveDate::from_ymd_opt(1850, 1, 1).unwrap_or_default() + Days::new(random.below(20_000));
            for _ in 0..5 + random.below(12) {
                let end = start + Days::new(200 + random.below(2000));
                let person = format!("{} {}", random.name(3), random.name(4));
                tenures.push(Tenure { office, person, role: role.clone(), start, end });
                start = end + Days::new(random.below(4));
            }
        }
        World { tenures }
    }

    /// The true day of an event: even numbers are starts of tenures, odd ones their ends.
    fn day(&self, event: usize) -> NaiveDate {
        let tenure = &self.tenures[event / 2];
        if event.is_multiple_of(2) { tenure.start } else { tenure.end }
    }

    fn events(&self) -> usize {
        2 * self.tenures.len()
    }
}

/// What the sources say: by event and source, in that order.
struct Telling {
    statements: Vec<Statement>,
    event_of: HashMap<String, usize>,
    /// Ids of the statements whose date or stated length is wrong.
    slipped: BTreeSet<String>,
}

impl Telling {
    fn new(world: &World, sources: usize, slips: u64, seed: u64) -> Telling {
        let mut random = Random(seed);
        let mut told = Telling { statements: Vec::new(), event_of: HashMap::new(), slipped: BTreeSet::new() };
        for event in 0..world.events() {
            let mut copied = None;
            for source in 0..sources {
                let truth = world.day(event);
                let date = match copied.take() {
                    Some(wrong) => wrong,
                    None if random.percent(slips) => slip(truth, &mut random),
                    None if random.percent(5) => Date::month(truth.year(), truth.month() as u8).unwrap_or(truth.into()),
                    None => truth.into(),
                };
                let wrong = !Date::from(truth).within(date);
                if wrong && random.percent(10) {
                    copied = Some(date);
                }
                told.tell(world, event, source, date, wrong);
                if event % 2 == 1 && random.percent(20) {
                    told.state_length(world, event, source, random.percent(slips));
                }
            }
        }
        told
    }

    fn tell(&mut self, world: &World, event: usize, source: usize, date: Date, wrong: bool) {
        let tenure = &world.tenures[event / 2];
        let id = format!("{event}-{source}");
        if wrong {
            self.slipped.insert(id.clone());
        }
        self.event_of.insert(id.clone(), event);
        self.statements.push(Statement {
            id,
            document: format!("source {source}"),
            kind: if event.is_multiple_of(2) { Kind::Appointment } else { Kind::Dismissal },
            person: Some(tenure.person.clone()),
            role: Some(tenure.role.clone()),
            date: Some(date),
            date_text: Some(date.to_string()),
            ..Statement::default()
        });
    }

    /// Has the statement just told say how long the tenure was.
    fn state_length(&mut self, world: &World, event: usize, source: usize, wrong: bool) {
        let tenure = &world.tenures[event / 2];
        let mut period = Period::between(tenure.start, tenure.end);
        period.months += u32::from(wrong) * 3;
        let statement = |event: usize| Target::Statement(format!("{event}-{source}"));
        let relation = Relation {
            from: statement(event - 1),
            to: statement(event),
            gap: Some(Gap { period, rounding: Rounding::Stated }),
            text: format!("for {period}"),
            start: 0,
            end: 0,
        };
        if let Some(last) = self.statements.last_mut() {
            last.relations.push(relation);
            if wrong {
                self.slipped.insert(last.id.clone());
            }
        }
    }

    fn input(&self) -> Input {
        Input { statements: self.statements.clone(), ..Input::default() }
    }

    fn score(&self, world: &World, timeline: &Timeline) -> Score {
        let mut dates: BTreeMap<usize, Vec<Option<Date>>> = BTreeMap::new();
        for entry in timeline.entries.iter().chain(&timeline.undated) {
            let events: BTreeSet<usize> = entry.sources.iter().map(|source| self.event_of[&source.statement]).collect();
            for event in events {
                dates.entry(event).or_default().push(entry.date);
            }
        }
        let right = |event: usize| match dates.get(&event).map(Vec::as_slice) {
            Some([Some(date)]) => self.is_right(world, event, date.qualified(Qualifier::Exact)),
            _ => false,
        };
        let in_conflict: BTreeSet<&str> =
            timeline.conflicts.iter().flat_map(|conflict| conflict.statements.iter().map(String::as_str)).collect();
        let breaking = self.breaking(world);
        let unfounded = |conflict: &&timeline::timeline::Conflict| {
            !conflict.statements.iter().any(|statement| self.slipped.contains(statement))
        };
        let share = |count: usize, of: usize| 100.0 * count as f64 / of.max(1) as f64;
        let open = timeline.conflicts.iter().filter(|conflict| conflict.resolution.status == "unresolved").count();
        Score {
            right: share((0..world.events()).filter(|&event| right(event)).count(), world.events()),
            majority: share((0..world.events()).filter(|&event| self.majority(world, event)).count(), world.events()),
            unresolved: share(open, world.events()),
            breaking: breaking.len(),
            found: share(breaking.iter().filter(|id| in_conflict.contains(id.as_str())).count(), breaking.len()),
            unfounded: share(timeline.conflicts.iter().filter(unfounded).count(), timeline.entries.len()),
        }
    }

    /// Whether `date` is the true day, or as fine as any source that tells it truly.
    fn is_right(&self, world: &World, event: usize, date: Date) -> bool {
        let truth = Date::from(world.day(event));
        let finest = self.of(event).filter_map(|statement| statement.date).any(|told| told == truth);
        date == truth || (!finest && truth.within(date))
    }

    fn of(&self, event: usize) -> impl Iterator<Item = &Statement> {
        let each = self.sources();
        self.statements[event * each..(event + 1) * each].iter()
    }

    fn sources(&self) -> usize {
        self.statements.iter().take_while(|statement| statement.id.starts_with("0-")).count()
    }

    /// Whether the date that most sources tell is right; the first told, of equals.
    fn majority(&self, world: &World, event: usize) -> bool {
        let mut votes: Vec<(Date, usize)> = Vec::new();
        for date in self.of(event).filter_map(|statement| statement.date) {
            match votes.iter_mut().find(|(other, _)| *other == date) {
                Some((_, count)) => *count += 1,
                None => votes.push((date, 1)),
            }
        }
        let most = votes.iter().map(|&(_, count)| count).max();
        let first = votes.iter().find(|&&(_, count)| Some(count) == most);
        first.is_some_and(|&(date, _)| self.is_right(world, event, date))
    }

    /// The slipped statements that contradict another statement of their own source: an end before its start, a
    /// successor before the predecessor's end, a stated length that is not that of the dates.
    fn breaking(&self, world: &World) -> BTreeSet<String> {
        let each = self.sources();
        let bounds = |event: usize, source: usize| {
            let date = self.statements[event * each + source].date;
            date.map(Date::bounds).and_then(|bounds| bounds.earliest.zip(bounds.latest))
        };
        let mut broken = BTreeSet::new();
        for later in 1..world.events() {
            let earlier = later - 1;
            if world.tenures[earlier / 2].office != world.tenures[later / 2].office {
                continue;
            }
            for source in 0..each {
                let Some((from, to)) = bounds(earlier, source).zip(bounds(later, source)) else { continue };
                let statement = &self.statements[later * each + source];
                let length = statement.relations.iter().any(|relation| {
                    relation
                        .gap
                        .is_some_and(|gap| misses(from.0.date(), from.1.date(), to.0.date(), to.1.date(), gap.period))
                });
                if to.1 < from.0 || length {
                    let ids = [earlier, later].map(|event| format!("{event}-{source}"));
                    broken.extend(ids.into_iter().filter(|id| self.slipped.contains(id)));
                }
            }
        }
        broken
    }
}

/// Whether no two days in the ranges lie `period` apart, give or take a day.
fn misses(from: NaiveDate, from_last: NaiveDate, to: NaiveDate, to_last: NaiveDate, period: Period) -> bool {
    let (first, last) = (period.after(from), period.after(from_last));
    first.is_some_and(|first| first > to_last + Days::new(1)) || last.is_some_and(|last| last + Days::new(1) < to)
}

struct Score {
    right: f64,
    majority: f64,
    unresolved: f64,
    breaking: usize,
    found: f64,
    unfounded: f64,
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Score { right, majority, unresolved, breaking, found, unfounded } = self;
        write!(
            f,
            "{right:9.2} %  {majority:6.2} %  {unresolved:8.2} %  {found:8.2} % of {breaking:5}  {unfounded:13.2} %"
        )
    }
}

/// One slip of the pen: the year beside, the day beside, the month beside, day and month changed over.
fn slip(truth: NaiveDate, random: &mut Random) -> Date {
    let (year, month, day) = (truth.year(), truth.month(), truth.day());
    let sign = if random.percent(50) { 1 } else { -1 };
    let slipped = match random.below(4) {
        0 => NaiveDate::from_ymd_opt(year + sign, month, day),
        1 if day <= 12 && day != month => NaiveDate::from_ymd_opt(year, day, month),
        2 => NaiveDate::from_ymd_opt(year, (month as i32 + sign) as u32, day),
        _ => truth.checked_add_signed(chrono::TimeDelta::days(sign.into())),
    };
    slipped.unwrap_or(truth + Days::new(1)).into()
}

/// SplitMix64 (G. Steele, D. Lea, C. Flood, OOPSLA 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, count: u64) -> u64 {
        self.next() % count
    }

    fn percent(&mut self, share: u64) -> bool {
        self.below(100) < share
    }

    /// An invented name of so many syllables.
    fn name(&mut self, syllables: usize) -> String {
        const CONSONANTS: &[u8] = b"bdfglmnprstvz";
        const VOWELS: &[u8] = b"aeiou";
        let mut name = String::new();
        for _ in 0..syllables {
            name.push(CONSONANTS[self.below(CONSONANTS.len() as u64) as usize] as char);
            name.push(VOWELS[self.below(VOWELS.len() as u64) as usize] as char);
        }
        name[..1].to_uppercase() + &name[1..]
    }
}
