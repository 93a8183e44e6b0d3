//! Words as data, a folder a language. Adding a word touches no code: the tables in `en/` are compiled in and read once.
//!
//! A table is lines of `key = form, form, …` under `[class]` headings; `#` begins a comment.

pub(crate) mod first_word;
pub(crate) mod letters;
pub(crate) mod table;
pub(crate) mod time;
pub(crate) mod words;

/// What tells the kind of an event that is no office event.
pub(crate) const EVENTS: &str = include_str!("en/events.txt");

/// The words of the page round an article.
pub(crate) const PAGE: &str = include_str!("en/page.txt");

/// What phrases for offices say when they are compared.
pub(crate) const OFFICES: &str = include_str!("en/offices.txt");

/// States, each with the adjectives and the names of its people.
pub(crate) const PLACES: &str = include_str!("en/places.txt");

/// Words that reports of one event use for each other.
pub(crate) const CONCEPTS: &str = include_str!("en/concepts.txt");

/// Acts that befall one thing once.
pub(crate) const ACTS: &str = include_str!("en/acts.txt");

/// How a report names the paper that it has its news from.
pub(crate) const CREDITS: &str = include_str!("en/credits.txt");

/// Given names that are one name in several languages or alphabets.
pub(crate) const GIVEN_NAMES: &str = include_str!("en/given_names.txt");

/// How a page takes back a date that it printed.
pub(crate) const CORRECTIONS: &str = include_str!("en/corrections.txt");

/// The forms of one class of [`PAGE`], whatever their keys.
pub(crate) fn of_page(class: &str) -> Vec<&'static str> {
    entries(PAGE).filter(|entry| entry.class == class).map(|entry| entry.form).collect()
}

/// Whether a word is among a few forms, case aside; longer lists are a [`table`].
pub(crate) fn is_one_of(forms: &[&str], word: &str) -> bool {
    forms.iter().any(|form| form.eq_ignore_ascii_case(word))
}

/// One form of a table, with the class and the key that it stands under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry<'t> {
    pub(crate) class: &'t str,
    pub(crate) key: &'t str,
    pub(crate) form: &'t str,
}

/// The forms of a table, in its order.
pub(crate) fn entries(table: &str) -> impl Iterator<Item = Entry<'_>> {
    let mut class = "";
    table.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).flat_map(move |line| {
        let heading = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        class = heading.unwrap_or(class);
        let (class, (key, forms)) = (class, line.split_once('=').unwrap_or_default());
        let forms = forms.split(',').map(str::trim).filter(|form| !form.is_empty());
        forms.map(move |form| Entry { class, key: key.trim(), form })
    })
}

/// The lines of a plain list, each with the `[section]` it stands under.
pub(crate) fn sections(list: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut section = "";
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).filter_map(move |line| {
        let heading = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        section = heading.unwrap_or(section);
        heading.is_none().then_some((section, line))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_by_class_and_key() {
        let table = "# months\n[month]\n1 = january, jan\n\n[era]\nbc = b.c.\n";
        let read: Vec<_> = entries(table).map(|entry| (entry.class, entry.key, entry.form)).collect();
        assert_eq!(read, [("month", "1", "january"), ("month", "1", "jan"), ("era", "bc", "b.c.")]);
    }
}
