//! Reports of one event that repeat another's, by what they say themselves.
//!
//! Two who write on their own choose other words. So where nearly all words of two sentences are the same in the same
//! order, one was written from the other; and a sentence that names another of the sources as where its news comes from
//! ("the Harbour Post reported") is that source's word, whoever prints it.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use memchr::memmem::Finder;

use crate::digest::Digest;
use crate::hash::HashMap;
use crate::lexicon;
use crate::resolve::saying::Saying;

/// Shorter sentences are alike by chance.
const SHORTEST: usize = 8;

/// One word in so many may be added or left out; another in its place counts twice.
const EDITED: usize = 5;

/// As many wordings of one event are held against each further one.
const HEADS: usize = 16;

/// A sentence by its letters and digits alone, which reprints keep; 0 where there is none.
pub(super) fn printed(sentence: &str) -> u64 {
    if sentence.trim().is_empty() {
        return 0;
    }
    let letters = sentence.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    letters.fold(Digest::new(), |hash, letter| hash.with_number(u32::from(letter).into())).value()
}

/// Gives the `members` of one event that are nearly alike the wording of the first of them.
pub(super) fn join(statements: &[Saying], members: &[usize], wordings: &mut [u64]) {
    let mut known: HashMap<u64, u64> = HashMap::default();
    let mut heads: Vec<(u64, Vec<u64>)> = Vec::new();
    for &member in members {
        if wordings[member] == 0 {
            continue;
        }
        let own = &mut wordings[member];
        *own = *known.entry(*own).or_insert_with(|| {
            let words = words(&statements[member].sentence);
            if let Some((head, _)) = heads.iter().find(|(_, head)| are_near(head, &words)) {
                return *head;
            }
            if heads.len() < HEADS && words.len() >= SHORTEST {
                heads.push((*own, words));
            }
            *own
        });
    }
}

fn words(sentence: &str) -> Vec<u64> {
    sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(printed).collect()
}

/// Whether few edits make one of the other.
fn are_near(a: &[u64], b: &[u64]) -> bool {
    a.len().min(b.len()) >= SHORTEST && is_within(a, b, a.len().max(b.len()) / EDITED)
}

/// Whether `most` words added and left out make `b` of `a` (E. Myers, Algorithmica 1986: what is looked at grows with the
/// edits allowed).
fn is_within(a: &[u64], b: &[u64], most: usize) -> bool {
    if a.len().abs_diff(b.len()) > most {
        return false;
    }
    // By how many more words of `a` than of `b` are passed, how far in `a` so many edits come.
    let mut reach = vec![0_usize; 2 * most + 3];
    let middle = most + 1;
    for edits in 0..=most {
        for diagonal in (middle - edits..=middle + edits).step_by(2) {
            let from_above =
                diagonal == middle - edits || (diagonal != middle + edits && reach[diagonal - 1] < reach[diagonal + 1]);
            let mut x = if from_above { reach[diagonal + 1] } else { reach[diagonal - 1] + 1 };
            let Some(mut y) = (x + middle).checked_sub(diagonal) else { continue };
            while x < a.len() && y < b.len() && a[x] == b[y] {
                (x, y) = (x + 1, y + 1);
            }
            reach[diagonal] = x;
            if x >= a.len() && y >= b.len() {
                return true;
            }
        }
    }
    false
}

/// Looks for the sources that sentences name as where their news comes from.
pub(in crate::resolve) struct Credits {
    names: AhoCorasick,
    speakers: Vec<usize>,
}

/// Shorter names of one word are words of other meaning too.
const NAME: usize = 6;

/// A name of a source has so many words at most.
const NAMED: usize = 5;

struct Cues {
    before: Vec<&'static str>,
    behind: Vec<&'static str>,
    /// Those of them beside which no others than sources stand.
    only_before: Vec<Cue>,
    only_behind: Vec<Cue>,
}

/// Words that are looked for in every sentence: what finds them is made once.
struct Cue {
    words: &'static str,
    /// All but the first letter, which may be of either case.
    tail: Finder<'static>,
}

impl Cue {
    fn new(words: &'static str) -> Cue {
        Cue { words, tail: Finder::new(words.get(1..).unwrap_or_default()) }
    }
}

static CUES: LazyLock<Cues> = LazyLock::new(|| {
    let of = |wanted: &str| -> Vec<&'static str> {
        lexicon::sections(lexicon::CREDITS).filter(|(section, _)| *section == wanted).map(|(_, line)| line).collect()
    };
    let (only_before, only_behind) = (of("of sources before"), of("of sources behind"));
    let with = |wanted: &str, only: &[&'static str]| [&of(wanted), only].concat();
    let (before, behind) = (with("before", &only_before), with("behind", &only_behind));
    let cues = |words: Vec<&'static str>| words.into_iter().map(Cue::new).collect();
    Cues { before, behind, only_before: cues(only_before), only_behind: cues(only_behind) }
});

/// The source outside all that is read that a sentence has its news from: "according to Norpress", ", the Northern Wire
/// reported."
pub(super) fn outside(sentence: &str) -> Option<&str> {
    CUES.only_before
        .iter()
        .find_map(|cue| named_behind(sentence, cue))
        .or_else(|| CUES.only_behind.iter().find_map(|cue| named_before(sentence, cue)))
}

/// "according to *the Northern Wire*"
fn named_behind<'t>(sentence: &'t str, cue: &Cue) -> Option<&'t str> {
    let rest = places(sentence, cue).find_map(|at| sentence[at + cue.words.len()..].strip_prefix(' '))?;
    named_first(without_article(rest))
}

/// ", *the Northern Wire* reported."
fn named_before<'t>(sentence: &'t str, cue: &Cue) -> Option<&'t str> {
    let closes = |&at: &usize| matches!(sentence.as_bytes().get(at + cue.words.len()), None | Some(b'.' | b','));
    let before = places(sentence, cue).find(closes).map(|at| sentence[..at].trim_end())?;
    let name = without_article(before.rsplit([',', '“', '”', '"']).next()?.trim_start());
    named_first(name).filter(|named| named.len() == name.len())
}

/// Where the words of `cue` stand in a sentence, whatever the case of its first letter.
fn places<'t>(sentence: &'t str, cue: &'t Cue) -> impl Iterator<Item = usize> + 't {
    let words = cue.words;
    cue.tail.find_iter(sentence.as_bytes()).filter_map(move |at| {
        let from = at.checked_sub(1).filter(|&from| sentence.is_char_boundary(from))?;
        let whole = from == 0 || !sentence[..from].ends_with(char::is_alphanumeric);
        (whole && sentence[from..at].eq_ignore_ascii_case(&words[..1])).then_some(from)
    })
}

fn without_article(text: &str) -> &str {
    ["the ", "The "].iter().find_map(|article| text.strip_prefix(article)).unwrap_or(text)
}

/// The capitalised words that `text` begins with.
fn named_first(text: &str) -> Option<&str> {
    let mut end = 0;
    for word in text.split(' ').take(NAMED) {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        if !word.starts_with(char::is_uppercase) {
            break;
        }
        let from = if end == 0 { 0 } else { end + 1 };
        end = from + bare.len();
        if bare.len() < word.len() {
            break;
        }
    }
    (end > 0).then(|| &text[..end])
}

impl Credits {
    /// From the names of the speakers; `None` where none of them can be named.
    pub(in crate::resolve) fn new<S: AsRef<str>>(names: &[S]) -> Option<Credits> {
        let can_be_told =
            |name: &str| name.starts_with(char::is_uppercase) && (name.contains(' ') || name.chars().count() >= NAME);
        let named = names.iter().map(|name| without_article(name.as_ref())).enumerate();
        Credits::of_all(named.filter(|(_, name)| can_be_told(name)))
    }

    /// From names, each with the number of its speaker, that are known to be told.
    pub(super) fn of_all<'n>(names: impl Iterator<Item = (usize, &'n str)>) -> Option<Credits> {
        let (speakers, names): (Vec<usize>, Vec<&str>) = names.unzip();
        if speakers.is_empty() {
            return None;
        }
        let names = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&names).ok()?;
        Some(Credits { names, speakers })
    }

    /// Whom `sentence`, which `speaker` prints, has its news from.
    pub(in crate::resolve) fn of(&self, sentence: &str, speaker: usize) -> Option<usize> {
        let credited = |at: &aho_corasick::Match| {
            let (before, behind) = (&sentence[..at.start()], &sentence[at.end()..]);
            let whole = !before.ends_with(char::is_alphanumeric) && !behind.starts_with(char::is_alphanumeric);
            whole && (has_cue_before(before) || has_cue_behind(behind))
        };
        let names = self.names.find_iter(sentence).filter(credited).map(|at| self.speakers[at.pattern().as_usize()]);
        names.into_iter().find(|&named| named != speaker)
    }
}

fn has_cue_before(text: &str) -> bool {
    let text = text.trim_end();
    let text = ["the", "The"].iter().find_map(|article| text.strip_suffix(article)).map_or(text, str::trim_end);
    CUES.before.iter().any(|cue| {
        let Some(at) = text.len().checked_sub(cue.len()) else { return false };
        let apart = |at: usize| at == 0 || text.as_bytes()[at - 1] == b' ';
        text.as_bytes()[at..].eq_ignore_ascii_case(cue.as_bytes()) && apart(at)
    })
}

fn has_cue_behind(text: &str) -> bool {
    let Some(text) = text.strip_prefix(' ') else { return false };
    let is_cue = |cue: &&str| text.strip_prefix(*cue).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    CUES.behind.iter().any(is_cue)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: &str, b: &str) -> bool {
        are_near(&words(a), &words(b))
    }

    #[test]
    fn one_word_in_ten_makes_no_other_report() {
        let first = "Anna Lind was dismissed as harbour master of Bergen on 3 May.";
        assert!(near(first, "Anna Lind was removed as harbour master of Bergen on 3 May."));
        assert!(near(first, "Anna Lind was dismissed as harbour master of old Bergen on 3 May."));
        assert!(!near(first, "On 3 May the council of Bergen removed its harbour master, Anna Lind."));
        assert!(!near("Anna Lind left on 3 May.", "Anna Lind resigned on 3 May."), "too short to tell");
        assert!(!near(first, ""));
    }

    #[test]
    fn edits_are_counted_in_any_place() {
        let row = |text: &str| text.bytes().map(u64::from).collect::<Vec<_>>();
        for (a, b, edits) in
            [("abcdefgh", "abcdefgh", 0), ("abcdefgh", "xabcefgh", 2), ("abcd", "", 4), ("ab", "ba", 2)]
        {
            assert!(is_within(&row(a), &row(b), edits), "{a} {b}");
            assert!(edits == 0 || !is_within(&row(a), &row(b), edits - 1), "{a} {b}");
        }
    }

    #[test]
    fn a_sentence_names_whom_it_has_the_news_from() {
        let names = ["Harbour Post", "The Beacon", "c.txt"].map(str::to_owned);
        let credits = Credits::new(&names).unwrap();
        assert_eq!(credits.of("Lind left on 3 May, the Harbour Post reported.", 1), Some(0));
        assert_eq!(credits.of("According to The Beacon, Lind left on 3 May.", 0), Some(1));
        assert_eq!(credits.of("Lind left on 3 May, the Harbour Post reported.", 0), None, "its own name");
        assert_eq!(credits.of("Lind left the Harbour Post on 3 May.", 1), None);
        assert!(Credits::new(&names[2..]).is_none());
    }

    #[test]
    fn a_source_that_is_not_read_is_named_as_one() {
        for (sentence, named) in [
            ("According to Norpress, Lind left on 3 May.", Some("Norpress")),
            ("Lind left on 3 May, according to the Northern Wire.", Some("Northern Wire")),
            ("Lind left on 3 May, Norpress reported.", Some("Norpress")),
            ("“Lind left on 3 May,” the Northern Wire reported, and wept.", Some("Northern Wire")),
            ("Lind left on 3 May, according to police.", None),
            ("On 3 May Lind reported to the court.", None),
            ("Lind left on 3 May, a clerk told Norpress.", None),
        ] {
            assert_eq!(outside(sentence), named, "{sentence}");
        }
    }
}
