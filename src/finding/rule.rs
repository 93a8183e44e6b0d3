//! The kinds of findings, each with the code that reports, ignore files and code hosts know it by.

/// One kind of finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rule {
    /// Stable: reports and code hosts refer to it.
    pub code: &'static str,
    /// What is wrong, in one line.
    pub summary: &'static str,
    /// What it means and what to do.
    pub help: &'static str,
}

/// Every rule, in the order in which conflicts are told.
pub const RULES: &[Rule] = &[
    Rule {
        code: "life",
        summary: "Somebody acts before birth or after death",
        help: "Often one year is wrong, or two people of one name are taken for one.",
    },
    Rule {
        code: "order",
        summary: "Dates contradict the order of events",
        help: "An end would come before its start, or the text orders two events otherwise than their dates do. \
               Often one year is that of the neighbouring paragraph.",
    },
    Rule {
        code: "gap",
        summary: "A stated distance contradicts the dates",
        help: "The text says how far two events are apart, rounding allowed for, and the dates are not. Either a \
               date is wrong or the distance was miscounted.",
    },
    Rule {
        code: "succession",
        summary: "A successor comes before the predecessor is gone",
        help: "Two people would hold one post at a time, by more than a handover. It may be a shared post, or two \
               posts named alike.",
    },
    Rule {
        code: "publication",
        summary: "A report appeared before what it reports",
        help: "An article cannot tell of a later day as done. Often its year is wrong, or the publication date is.",
    },
    Rule {
        code: "calendar",
        summary: "The calendar has no such day",
        help: "No year has a 31 April, and few a 29 February. Which day was meant cannot be told, and its month is taken.",
    },
    Rule {
        code: "weekday",
        summary: "The weekday is not that of the date",
        help: "Either the day is wrong or the weekday was taken from memory.",
    },
    Rule {
        code: "tense",
        summary: "What was past is told as still to come",
        help: "The article says \"will\" of a day before it appeared, within a year or so. The year may be wrong, the words \
               a quotation, or the page was changed later.",
    },
    Rule {
        code: "term",
        summary: "One term is given two ends",
        help: "One source tells a term from its start to its end, and another an end long before that: one of them may \
               be wrong, or another term lie between. Or one tells as a resignation what another tells as a dismissal.",
    },
    Rule {
        code: "age",
        summary: "Ages and births do not fit",
        help: "By the ages and births that the texts tell, one person would be born at two times, more than a stale \
               age apart.",
    },
    Rule {
        code: "number",
        summary: "Holders of an office are numbered otherwise than they follow",
        help: "Two holders have one number, a later one has the lower number, or more holders are known than are counted.",
    },
    Rule {
        code: "sources",
        summary: "Sources disagree on a date",
        help: "They tell one event and give it different dates. What is decided follows the weightier side; a draw \
               is left open.",
    },
    Rule {
        code: "ambiguous",
        summary: "A date can be read in two ways",
        help: "The words leave open whether the day or the month comes first, or of which year a day is that is told as done \
               and would come after the article; and nothing beside them decides. The likelier reading stands, as uncertain.",
    },
];

impl Rule {
    /// The rule with this code.
    pub fn of(code: &str) -> Option<&'static Rule> {
        RULES.iter().find(|rule| rule.code == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_in_the_manual() {
        let manual = include_str!("../../docs/check.md");
        for Rule { code, .. } in RULES {
            assert!(manual.contains(&format!("| `{code}` |")), "{code}");
        }
    }
}
