//! Offices: when two phrases can mean one post.

use std::sync::LazyLock;

use crate::hash::{HashMap, HashSet};
use crate::lexicon;
use crate::resolve::saying::Saying;

/// What an office phrase says, as stems in order of the alphabet.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::resolve) struct Office {
    stems: Vec<String>,
    rank: Vec<String>,
    /// By its line in the lexicon.
    level: Option<usize>,
}

/// Letters of a word that tell its stem: "minister", "ministry" and "ministerial" share six. Names of states are known whole:
/// Mauritius is not Mauritania, and what is Mauritian is of Mauritius.
const STEM: usize = 6;

/// Words as offices are compared by: `en/offices.txt`.
struct Words {
    /// They name any office, or none.
    empty: HashSet<&'static str>,
    /// They make another office of the one they stand before.
    rank: HashSet<&'static str>,
    /// Stems of offices that one person holds at a time.
    single: HashSet<String>,
    /// Of what an office is: the town, the county.
    levels: HashMap<&'static str, usize>,
    /// By the words for a state, its name.
    states: HashMap<String, String>,
    /// By its letters, what an office is called in full.
    short: HashMap<&'static str, &'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let of = |wanted: &'static str| {
        lexicon::sections(lexicon::OFFICES)
            .filter(move |(section, _)| *section == wanted)
            .flat_map(|(_, line)| line.split_whitespace())
    };
    Words {
        empty: of("empty").collect(),
        rank: of("rank").collect(),
        single: of("single").map(stem).collect(),
        levels: lexicon::sections(lexicon::OFFICES)
            .filter(|(section, _)| *section == "level")
            .enumerate()
            .flat_map(|(level, (_, line))| line.split_whitespace().map(move |word| (word, level)))
            .collect(),
        states: lexicon::sections(lexicon::PLACES)
            .filter(|(section, _)| *section == "country")
            .flat_map(|(_, line)| state(line))
            .collect(),
        short: lexicon::sections(lexicon::OFFICES)
            .filter(|(section, _)| *section == "short")
            .filter_map(|(_, line)| line.split_once(": "))
            .collect(),
    }
});

/// The words for the state of a line such as `Norway: Norwegian`, each with its name.
fn state(line: &str) -> impl Iterator<Item = (String, String)> {
    let (name, people) = line.split_once(':').unwrap_or((line, ""));
    let name = name.trim().to_lowercase();
    let own = (!name.contains([' ', '-'])).then(|| name.clone());
    own.into_iter().chain(people.split_whitespace().map(str::to_lowercase)).map(move |word| (word, name.clone()))
}

fn stem(word: &str) -> String {
    word.chars().take(STEM).collect()
}

impl Office {
    /// From a statement's role and organization.
    pub(in crate::resolve) fn new(role: Option<&str>, organization: Option<&str>) -> Office {
        let mut office = Office::default();
        for text in [role, organization].into_iter().flatten() {
            for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
                let word = word.to_lowercase();
                if WORDS.rank.contains(word.as_str()) {
                    office.rank.push(word);
                    continue;
                }
                office.level = office.level.or_else(|| WORDS.levels.get(word.as_str()).copied());
                if let Some(words) = WORDS.short.get(word.as_str()) {
                    office.stems.extend(words.split(' ').map(stem));
                } else if !WORDS.empty.contains(word.as_str()) {
                    office.stems.push(WORDS.states.get(&word).cloned().unwrap_or_else(|| stem(&word)));
                }
            }
        }
        office.stems.sort_unstable();
        office.stems.dedup();
        office.rank.sort_unstable();
        office.rank.dedup();
        office
    }

    /// The office that `statement` names.
    pub(super) fn of(statement: &Saying) -> Office {
        Office::new(statement.role.as_deref(), statement.organization.as_deref())
    }

    /// Whether nothing particular is said.
    pub(in crate::resolve) fn is_empty(&self) -> bool {
        self.stems.is_empty()
    }

    /// How much it says.
    pub(in crate::resolve) fn len(&self) -> usize {
        self.stems.len()
    }

    /// Whether both can mean one post: one says nothing, or they share at least half of what the shorter says.
    pub(in crate::resolve) fn fits(&self, other: &Office) -> bool {
        if self.is_empty() || other.is_empty() {
            return true;
        }
        self.is_alike(other) && self.shared(other) * 2 >= self.stems.len().min(other.stems.len())
    }

    /// Whether both tell one post, or neither any: all that the shorter says stands in the longer.
    pub(in crate::resolve) fn agrees(&self, other: &Office) -> bool {
        let shorter = self.stems.len().min(other.stems.len());
        self.is_empty() == other.is_empty() && self.is_alike(other) && self.shared(other) == shorter
    }

    /// Whether both are of one rank, and of one level where both tell it.
    fn is_alike(&self, other: &Office) -> bool {
        let level = self.level.zip(other.level);
        self.rank == other.rank && level.is_none_or(|(own, other)| own == other)
    }

    /// Whether both tell of whom or of what, beside any title, and have nothing of that in common: the king of one country
    /// and the president of another.
    pub(in crate::resolve) fn is_elsewhere(&self, other: &Office) -> bool {
        let particular = |office: &Office| office.stems.iter().any(|stem| !WORDS.single.contains(stem));
        let shared = |stem: &String| !WORDS.single.contains(stem) && other.stems.binary_search(stem).is_ok();
        particular(self) && particular(other) && !self.stems.iter().any(shared)
    }

    /// Whether it is a post that one person holds at a time, told fully enough to know it from others of its name.
    pub(in crate::resolve) fn is_single(&self) -> bool {
        self.stems.len() >= 2 && self.stems.iter().any(|stem| WORDS.single.contains(stem))
    }

    fn shared(&self, other: &Office) -> usize {
        self.stems.iter().filter(|stem| other.stems.binary_search(stem).is_ok()).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(a: &str, b: &str) -> bool {
        let (a, b) = (Office::new(Some(a), None), Office::new(Some(b), None));
        a.fits(&b) && b.fits(&a)
    }

    #[test]
    fn knows_one_post_by_several_phrases() {
        assert!(fit("Minister of Fisheries of Norway", "fisheries minister"));
        assert!(fit("ministerial post", "Minister of Fisheries of Norway"));
        assert!(fit("Ambassador of Norway to Lisbon", "Ambassador of Norway to Portugal"));
        assert!(fit("office", "Governor of Maine"));
        assert!(fit("head of the company", "Head of Maine Shipping"));
        assert!(fit("CEO of Maine Shipping", "Chief Executive of Maine Shipping"));
        assert_eq!(Office::new(Some("Norwegian king"), None), Office::new(Some("King of Norway"), None));
    }

    #[test]
    fn keeps_states_apart_that_begin_alike() {
        let stems = |role: &str| Office::new(Some(role), None).stems;
        for (one, other) in [("Mauritius", "Mauritania"), ("Dominica", "Dominican Republic"), ("Niger", "Nigeria")] {
            assert_ne!(stems(one), stems(other));
        }
        assert_eq!(stems("Mauritania"), stems("Mauritanian"));
    }

    #[test]
    fn keeps_posts_apart() {
        assert!(!fit("Deputy Minister of Fisheries", "Minister of Fisheries"));
        assert!(!fit("Governor of Maine", "Member of the Senate"));
        assert!(!fit("acting president", "president"));
        assert!(!fit("town clerk", "clerk of the parish council"));
        assert!(fit("town clerk of Lom", "municipal clerk"));
    }
}
