//! Offices: when two phrases can mean one post.

use crate::statement::Statement;

/// What an office phrase says, as stems in order of the alphabet.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::resolve) struct Office {
    stems: Vec<String>,
    rank: Vec<String>,
}

/// Letters of a word that tell its stem: "minister", "ministry" and "ministerial" share six.
const STEM: usize = 6;

/// Words that name any office, or none.
const EMPTY: [&str; 26] = [
    "the", "of", "for", "and", "to", "in", "at", "on", "a", "an", "his", "her", "their", "s", "new", "newly", "post",
    "posts", "office", "position", "job", "role", "duties", "republic", "state", "current",
];

/// Words that make another office of the one they stand before.
const RANKS: [&str; 12] = [
    "deputy",
    "vice",
    "acting",
    "interim",
    "assistant",
    "associate",
    "junior",
    "caretaker",
    "co",
    "under",
    "shadow",
    "elect",
];

impl Office {
    /// From a statement's role and organization.
    pub(in crate::resolve) fn new(role: Option<&str>, organization: Option<&str>) -> Office {
        let mut office = Office::default();
        for text in [role, organization].into_iter().flatten() {
            for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
                let word = word.to_lowercase();
                if RANKS.contains(&word.as_str()) {
                    office.rank.push(word);
                } else if !EMPTY.contains(&word.as_str()) {
                    office.stems.push(word.chars().take(STEM).collect());
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
    pub(super) fn of(statement: &Statement) -> Office {
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
        self.rank == other.rank && self.shared(other) * 2 >= self.stems.len().min(other.stems.len())
    }

    /// Whether it is a post that one person holds at a time, told fully enough to know it from others of its name.
    pub(in crate::resolve) fn is_single(&self) -> bool {
        const SINGLE: [&str; 14] = [
            "minist", "presid", "ambass", "govern", "mayor", "chairm", "chairp", "chair", "chance", "premie", "secret",
            "king", "queen", "direct",
        ];
        self.stems.len() >= 2 && self.stems.iter().any(|stem| SINGLE.contains(&stem.as_str()))
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
    }

    #[test]
    fn keeps_posts_apart() {
        assert!(!fit("Deputy Minister of Fisheries", "Minister of Fisheries"));
        assert!(!fit("Governor of Maine", "Member of the Senate"));
        assert!(!fit("acting president", "president"));
    }
}
