//! Who is who: one index for all spellings of one name.

use std::rc::Rc;

use super::name::{Name, sound};
use super::role::Office;
use crate::hash::{HashMap, HashSet};
use crate::resolve::saying::Saying;

/// The person of each statement, as an index that all spellings of one name share; and the office.
#[derive(Debug)]
pub(in crate::resolve) struct People {
    persons: Vec<Option<usize>>,
    names: Vec<Name>,
    by_key: HashMap<String, Vec<usize>>,
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
            offices: offices(statements),
        };
        let (folded, spelled) = names(statements);
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
        let mut alone: HashMap<&Name, usize> = HashMap::default();
        for index in short {
            let Some(name) = named(index) else { continue };
            let here = |&person: &usize| present.contains(&(statements[index].document.as_str(), person));
            let bearers = people.bearers(name);
            let only = |persons: &[usize]| {
                let mut local = persons.iter().copied().filter(here);
                local.next().filter(|_| local.next().is_none())
            };
            let named_first = || only(by_first_name.get(&name.family).filter(|_| bearers.is_empty())?);
            let person = match (only(&bearers), bearers.as_slice()) {
                (Some(person), _) | (None, &[person]) => person,
                _ => named_first().unwrap_or_else(|| *alone.entry(name).or_insert_with(|| people.add(name))),
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
        let fitting = block.and_then(|block| block.iter().copied().find(|&person| self.names[person].fits(name)));
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
    fn a_family_name_with_one_bearer_is_that_one() {
        let of = people(&[("a", "Anna Lind"), ("b", "Lind"), ("b", "A. Lind")]);
        assert!(of.iter().all(|&person| person == of[0]));
    }
}
