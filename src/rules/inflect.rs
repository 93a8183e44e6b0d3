//! The regular forms of English verbs and nouns, made from the base: of several words, of the first or the last.
//!
//! Where spelling depends on stress ("visited", "committed"), both are made: the one that is no word does no harm.

use crate::parse::event::trigger::Form;

/// The forms of a verb: the base, and where they are irregular its past and participle and -ing form. What follows the
/// first word ("call off") stays.
pub(super) fn verb(forms: &[String]) -> Vec<(Form, String)> {
    let Some((base, irregular)) = forms.split_first() else { return Vec::new() };
    let (head, tail) = base.split_at(base.find(' ').unwrap_or(base.len()));
    let mut all = vec![(Form::Base, base.clone()), (Form::Third, with_s(head) + tail)];
    match irregular {
        [] => all.extend(with(head, "ed").into_iter().map(|past| (Form::PastOrParticiple, past + tail))),
        [past] => all.push((Form::PastOrParticiple, past.clone())),
        [past, participle, ..] => {
            all.extend([(Form::Past, past.clone()), (Form::Participle, participle.clone())]);
        }
    }
    match irregular {
        [_, _, gerund, ..] => all.push((Form::Gerund, gerund.clone())),
        _ => all.extend(with(head, "ing").into_iter().map(|gerund| (Form::Gerund, gerund + tail))),
    }
    all
}

/// A noun and its plural.
pub(super) fn noun(noun: &str) -> Vec<(Form, String)> {
    vec![(Form::Noun, noun.to_owned()), (Form::Noun, with_s(noun))]
}

/// `scrubs`, `launches`, `treaties`
fn with_s(word: &str) -> String {
    if let Some(stem) = word.strip_suffix('y').filter(|stem| ends_in_consonant(stem)) {
        return format!("{stem}ies");
    }
    let hisses = ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end));
    format!("{word}{}", if hisses { "es" } else { "s" })
}

/// A verb with `ed` or `ing`: `scrubbed`, `launched`, `agreed`, `ratifying`; two where spelling alone cannot tell.
fn with(word: &str, ending: &str) -> Vec<String> {
    let past = ending == "ed";
    if let Some(stem) = word.strip_suffix('y').filter(|stem| past && ends_in_consonant(stem)) {
        return vec![format!("{stem}ied")];
    }
    if let Some(stem) = word.strip_suffix("ie").filter(|_| !past) {
        return vec![format!("{stem}ying")];
    }
    // "agreeing", "shoeing": only an e that is not heard falls.
    let silent = word.strip_suffix('e').filter(|stem| past || !stem.ends_with(['e', 'o', 'y']));
    if let Some(stem) = silent {
        return vec![format!("{stem}{ending}")];
    }
    let plain = format!("{word}{ending}");
    match word.chars().next_back().filter(|_| doubles(word)) {
        Some(last) if syllables(word) == 1 => vec![format!("{word}{last}{ending}")],
        Some(last) => vec![plain, format!("{word}{last}{ending}")],
        None => vec![plain],
    }
}

/// Whether a word ends as "scrub" does: one consonant after one vowel.
fn doubles(word: &str) -> bool {
    let mut back = word.chars().rev();
    let (last, vowel, before) = (back.next(), back.next(), back.next());
    let consonant = |c: Option<char>| c.is_some_and(|c| !is_vowel(c));
    // "quit": the u belongs to the q.
    let single = consonant(before) || before == Some('u') && back.next() == Some('q');
    consonant(last) && !matches!(last, Some('w' | 'x' | 'y')) && vowel.is_some_and(is_vowel) && single
}

fn syllables(word: &str) -> usize {
    let word = word.replace("qu", "q");
    word.split(|c| !is_vowel(c)).filter(|vowels| !vowels.is_empty()).count()
}

fn ends_in_consonant(stem: &str) -> bool {
    stem.chars().next_back().is_some_and(|last| !is_vowel(last))
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(given: &[&str]) -> Vec<String> {
        let given: Vec<String> = given.iter().map(|&form| form.to_owned()).collect();
        verb(&given).into_iter().map(|(_, form)| form).collect()
    }

    #[test]
    fn verbs_take_their_regular_endings() {
        assert_eq!(forms(&["scrub"]), ["scrub", "scrubs", "scrubbed", "scrubbing"]);
        assert_eq!(forms(&["call off"]), ["call off", "calls off", "called off", "calling off"]);
        assert_eq!(forms(&["ratify"]), ["ratify", "ratifies", "ratified", "ratifying"]);
        assert_eq!(forms(&["agree"]), ["agree", "agrees", "agreed", "agreeing"]);
        assert_eq!(forms(&["postpone"]), ["postpone", "postpones", "postponed", "postponing"]);
        assert_eq!(forms(&["untie"]), ["untie", "unties", "untied", "untying"]);
        assert_eq!(forms(&["launch"]), ["launch", "launches", "launched", "launching"]);
        assert_eq!(forms(&["fix"])[2], "fixed");
        assert_eq!(forms(&["halt"])[2], "halted");
        assert_eq!(forms(&["equip"])[2..4], ["equiped", "equipped"]);
    }

    #[test]
    fn listed_forms_stand_in_place_of_the_regular_ones() {
        assert_eq!(forms(&["lay up", "laid up"]), ["lay up", "lays up", "laid up", "laying up"]);
        let broken = ["break off", "breaks off", "broke off", "broken off", "breaking off"];
        assert_eq!(forms(&["break off", "broke off", "broken off"]), broken);
        assert_eq!(forms(&["picnic", "picnicked", "picnicked", "picnicking"])[4], "picnicking");
    }

    #[test]
    fn nouns_take_their_plural() {
        let plural = |word| noun(word)[1].1.clone();
        assert_eq!(
            [plural("launch scrub"), plural("treaty"), plural("crash")],
            ["launch scrubs", "treaties", "crashes"]
        );
    }
}
