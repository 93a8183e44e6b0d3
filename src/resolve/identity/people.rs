//! Who is who: one index for all spellings of one name.

use std::rc::Rc;

use super::name::{Name, sound};
use super::role::Office;
use crate::hash::{HashMap, HashSet};
use crate::resolve::saying::Saying;
use crate::resolve::window::Window;
use crate::statement::{Certainty, Kind};

/// The person of each statement, as an index that all spellings of one name share; and the office.
#[derive(Debug)]
pub(in crate::resolve) struct People {
    persons: Vec<Option<usize>>,
    names: Vec<Name>,
    by_key: HashMap<String, Vec<usize>>,
    /// The names that are told with "Jr" or the like of one who lives when the other of that name is dead.
    outlived: HashSet<Name>,
    offices: Vec<Rc<Office>>,
}

impl People {
    /// Tells the persons of `statements` apart.
    ///
    /// A family name alone is the person of that name in the same document, else the only one of that name anywhere, else
    /// who is named so first in the same document, as where family names stand first; else somebody of their own.
    pub(in crate::resolve) fn new(statements: &[Saying]) -> People {
        let mut people = People {
            persons: vec![None; statements.len()],
            names: Vec::new(),
            by_key: HashMap::default(),
            outlived: HashSet::default(),
            offices: offices(statements),
        };
        let (folded, spelled) = names(statements);
        people.outlived = outlived(statements, &folded, &spelled);
        let mut full: Vec<&Name> = folded.iter().flatten().filter(|name| !name.given.is_empty()).collect();
        full.sort_by(|a, b| b.given.len().cmp(&a.given.len()).then_with(|| a.cmp(b)));
        full.dedup();
        let known: HashMap<&Name, usize> = full.into_iter().map(|name| (name, people.enter(name))).collect();
        let known: Vec<Option<usize>> = folded.iter().map(|name| known.get(name.as_ref()?).copied()).collect();

        for (person, spelling) in people.persons.iter_mut().zip(&spelled) {
            *person = spelling.and_then(|spelling| known[spelling]);
        }
        let named = |index: usize| folded[spelled[index]?].as_ref();
        let is_short = |&index: &usize| named(index).is_some_and(|name| name.given.is_empty());
        let short: Vec<usize> = (0..statements.len()).filter(is_short).collect();
        if short.is_empty() {
            return people;
        }
        let named_in_full = statements.iter().zip(&people.persons);
        let present: HashSet<(&str, usize)> =
            named_in_full.filter_map(|(statement, person)| Some((statement.document.as_str(), (*person)?))).collect();
        let by_first_name = people.by_first_name();
        let titles = Titles::new(statements, &people.persons, &short, named);
        let mut alone: HashMap<(&Name, Option<Title>), usize> = HashMap::default();
        for index in short {
            let Some(name) = named(index) else { continue };
            let title = titles.of(index);
            let here = |&person: &usize| present.contains(&(statements[index].document.as_str(), person));
            let mut bearers = people.bearers(name);
            bearers.retain(|person| titles.allow(*person, title));
            let only = |persons: &[usize]| {
                let mut local = persons.iter().copied().filter(here);
                local.next().filter(|_| local.next().is_none())
            };
            let named_first = || only(by_first_name.get(&name.family).filter(|_| bearers.is_empty())?);
            let person = match (only(&bearers), bearers.as_slice()) {
                (Some(person), _) | (None, &[person]) => person,
                // Miss Harper and Mr Harper are two; Harper is the first of that name.
                _ => named_first().unwrap_or_else(|| {
                    let known = |of: Option<Title>| alone.get(&(name, of)).copied();
                    let of_other = match title {
                        Some(Title::Man) => known(Some(Title::Woman)),
                        Some(Title::Woman) => known(Some(Title::Man)),
                        None => None,
                    };
                    let mut known = [title, None, Some(Title::Man), Some(Title::Woman)].into_iter().filter_map(known);
                    let person = known.find(|&person| Some(person) != of_other).unwrap_or_else(|| people.add(name));
                    alone.entry((name, title)).or_insert(person);
                    person
                }),
            };
            people.persons[index] = Some(person);
        }
        people
    }

    /// The person of the statement at `index`.
    pub(in crate::resolve) fn of(&self, index: usize) -> Option<usize> {
        self.persons[index]
    }

    /// The office that the statement at `index` names.
    pub(in crate::resolve) fn office(&self, index: usize) -> &Rc<Office> {
        &self.offices[index]
    }

    /// The persons whom `name` can mean.
    pub(in crate::resolve) fn called(&self, name: &str) -> Vec<usize> {
        Name::new(name).map(|name| self.bearers(&name)).unwrap_or_default()
    }

    /// The person of a full name: one already known by a spelling that fits, or a new one.
    fn enter(&mut self, name: &Name) -> usize {
        let block = self.by_key.get(&block(name));
        let are_kin = |other: &Name| {
            name.suffix.is_some() != other.suffix.is_some()
                && [name, other].iter().any(|name| self.outlived.contains(&name.without_suffix()))
        };
        let fits = |&person: &usize| self.names[person].fits(name) && !are_kin(&self.names[person]);
        let fitting = block.and_then(|block| block.iter().copied().find(fits));
        fitting.unwrap_or_else(|| self.add(name))
    }

    fn by_first_name(&self) -> HashMap<String, Vec<usize>> {
        let mut persons: HashMap<String, Vec<usize>> = HashMap::default();
        for (person, name) in self.names.iter().enumerate() {
            let Some(first) = name.given.first() else { continue };
            persons.entry(first.clone()).or_default().push(person);
        }
        persons
    }

    fn add(&mut self, name: &Name) -> usize {
        let person = self.names.len();
        self.names.push(name.clone());
        for initial in name.initials() {
            self.by_key.entry(under(name, Some(initial))).or_default().push(person);
        }
        if !name.given.is_empty() {
            self.by_key.entry(name.key()).or_default().push(person);
        }
        person
    }

    /// The persons with given names whom `name` fits.
    fn bearers(&self, name: &Name) -> Vec<usize> {
        let key = if name.given.is_empty() { name.key() } else { block(name) };
        let block = self.by_key.get(&key).map(Vec::as_slice).unwrap_or_default();
        block.iter().copied().filter(|&person| self.names[person].fits(name)).collect()
    }
}

/// What a title before a name says of whom it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Title {
    Man,
    Woman,
}

impl Title {
    /// That of the person of a statement, right before the name in its sentence.
    fn of(told: &Saying) -> Option<Title> {
        const MEN: [&str; 4] = ["Mr", "Mr.", "Sir", "Lord"];
        const WOMEN: [&str; 7] = ["Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Lady", "Dame"];
        let person = told.person.as_deref()?;
        let last = person.rsplit(' ').next().unwrap_or(person);
        [person, last].into_iter().find_map(|name| {
            let (before, _) = told.sentence.split_once(name)?;
            let word = before.trim_end().rsplit(|c: char| c.is_whitespace() || c == '(').next()?;
            match word {
                _ if MEN.contains(&word) => Some(Title::Man),
                _ if WOMEN.contains(&word) => Some(Title::Woman),
                _ => None,
            }
        })
    }
}

/// The titles by which statements name their people, as far as one name is told with both.
#[derive(Default)]
struct Titles {
    by_statement: HashMap<usize, Title>,
    by_person: HashMap<usize, Title>,
}

impl Titles {
    /// `short` are the statements that have a family name alone; who has no title there has that of the same document.
    fn new<'n>(
        statements: &[Saying],
        persons: &[Option<usize>],
        short: &[usize],
        named: impl Fn(usize) -> Option<&'n Name>,
    ) -> Titles {
        let told = |at: &usize| Some((*at, Title::of(&statements[*at])?));
        let titled: Vec<(usize, Title)> = short.iter().filter_map(told).collect();
        let mut titles = Titles::default();
        if titled.is_empty() {
            return titles;
        }
        let full = (0..statements.len()).filter(|&at| persons[at].is_some());
        for (at, title) in full.filter_map(|at| told(&at)) {
            titles.by_person.entry(persons[at].unwrap_or_default()).or_insert(title);
        }
        let mut of_document: HashMap<(&str, &Name), Title> = HashMap::default();
        for &(at, title) in &titled {
            if let Some(name) = named(at) {
                of_document.entry((&statements[at].document, name)).or_insert(title);
            }
        }
        let in_document = |at: usize| of_document.get(&(&*statements[at].document, named(at)?)).copied();
        titles.by_statement = short.iter().filter_map(|&at| Some((at, in_document(at)?))).collect();
        titles.by_statement.extend(titled);
        titles
    }

    fn of(&self, statement: usize) -> Option<Title> {
        self.by_statement.get(&statement).copied()
    }

    /// Whether nothing is known of `person` that speaks against the title.
    fn allow(&self, person: usize, title: Option<Title>) -> bool {
        title.zip(self.by_person.get(&person)).is_none_or(|(title, &known)| title == known)
    }
}

/// The names, without what tells father from son, of those of whom one with it acts when one without it is dead.
fn outlived(statements: &[Saying], folded: &[Option<Name>], spelled: &[Option<usize>]) -> HashSet<Name> {
    if folded.iter().flatten().all(|name| name.suffix.is_none()) {
        return HashSet::default();
    }
    let mut dead: HashMap<Name, i64> = HashMap::default();
    let mut acts: HashMap<Name, i64> = HashMap::default();
    for (statement, spelling) in statements.iter().zip(spelled) {
        let Some(name) = spelling.and_then(|spelling| folded[spelling].as_ref()) else { continue };
        let Some(Window { lo, hi }) = statement.date.map(Window::of) else { continue };
        let is_act = statement.kind.is_office() && statement.certainty == Certainty::Reported;
        match (&name.suffix, statement.kind == Kind::Death) {
            (None, true) => _ = dead.insert(name.without_suffix(), hi),
            (Some(_), false) if is_act => {
                let last = acts.entry(name.without_suffix()).or_insert(lo);
                *last = (*last).max(lo);
            }
            _ => {}
        }
    }
    dead.retain(|name, died| acts.get(name).is_some_and(|last| last > died));
    dead.into_keys().collect()
}

/// The spellings of all persons taken apart, and by statement the number of the one that it has.
fn names(statements: &[Saying]) -> (Vec<Option<Name>>, Vec<Option<usize>>) {
    let mut numbers: HashMap<&str, usize> = HashMap::default();
    let mut names = Vec::new();
    let mut number = |spelling| {
        *numbers.entry(spelling).or_insert_with(|| {
            names.push(Name::new(spelling));
            names.len() - 1
        })
    };
    let spelled = statements.iter().map(|statement| statement.person.as_deref().map(&mut number)).collect();
    (names, spelled)
}

/// The office of each statement; each phrase is taken apart once.
fn offices(statements: &[Saying]) -> Vec<Rc<Office>> {
    let mut known: HashMap<(Option<&str>, Option<&str>), Rc<Office>> = HashMap::default();
    statements
        .iter()
        .map(|statement| {
            let phrase = (statement.role.as_deref(), statement.organization.as_deref());
            known.entry(phrase).or_insert_with(|| Rc::new(Office::of(statement))).clone()
        })
        .collect()
}

/// Full names are compared within one family name and one first letter, which an initial shares.
fn block(name: &Name) -> String {
    let initial = name.given.first().and_then(|given| given.chars().next()).map(sound);
    under(name, initial)
}

fn under(name: &Name, initial: Option<char>) -> String {
    format!("{} {}", name.key(), initial.map(String::from).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statement::Statement;

    fn people(told: &[(&str, &str)]) -> Vec<Option<usize>> {
        let statements = told
            .iter()
            .map(|&(document, person)| Statement {
                document: document.to_owned(),
                person: Some(person.to_owned()),
                ..Statement::default()
            })
            .collect();
        People::new(&Saying::all(statements)).persons
    }

    #[test]
    fn a_family_name_alone_is_the_bearer_in_the_same_document() {
        let of = people(&[("a", "Anna Lind"), ("b", "Karl Lind"), ("a", "Lind"), ("c", "Lind")]);
        assert_eq!(of[0], of[2]);
        assert_ne!(of[0], of[1]);
        assert!(of[3] != of[0] && of[3] != of[1], "whom c means is open");
    }

    #[test]
    fn a_family_name_may_stand_first() {
        let of = people(&[("a", "Zhao Lihua"), ("a", "Zhao"), ("b", "Zhao")]);
        assert_eq!(of[0], of[1]);
        assert_ne!(of[0], of[2], "somebody in another document");
        let of = people(&[("a", "Martin Lund"), ("a", "Martin"), ("b", "Paul Martin")]);
        assert_eq!(of[1], of[2], "a family name before a first name");
    }

    #[test]
    fn a_title_tells_a_man_from_a_woman() {
        let people = |told: &[(&str, &str, &str)]| {
            let statement = |&(document, person, sentence): &(&str, &str, &str)| Statement {
                document: document.to_owned(),
                person: Some(person.to_owned()),
                sentence: sentence.to_owned(),
                ..Statement::default()
            };
            People::new(&Saying::all(told.iter().map(statement).collect())).persons
        };
        let miss = ("a", "Harper", "Miss Harper became librarian.");
        let of = people(&[miss, ("b", "Harper", "Mr Harper became librarian."), ("a", "Harper", "Harper left.")]);
        assert_ne!(of[0], of[1]);
        assert_eq!(of[0], of[2], "who has no title has that of the document");
        let of = people(&[miss, ("b", "Harper", "Harper became librarian.")]);
        assert_eq!(of[0], of[1]);
        let of = people(&[("b", "Thomas Harper", "Mr Thomas Harper became librarian."), miss]);
        assert_ne!(of[0], of[1]);
        let of = people(&[("b", "Thomas Harper", "Mr Thomas Harper came."), ("a", "Harper", "Mr. Harper left.")]);
        assert_eq!(of[0], of[1]);
    }

    #[test]
    fn a_family_name_with_one_bearer_is_that_one() {
        let of = people(&[("a", "Anna Lind"), ("b", "Lind"), ("b", "A. Lind")]);
        assert!(of.iter().all(|&person| person == of[0]));
    }
}
