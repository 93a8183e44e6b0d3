//! Front matter: the keys and values between two lines of `---` or `+++` at the very top of a Markdown file.
//!
//! Flat lines of one key and one value are read, as YAML and TOML both have them; lists and what stands below a key are
//! passed over.

use super::facts::Facts;
use super::lines::lines;
use crate::Span;

/// No longer, in lines.
const LINES: usize = 60;

/// The front matter of a text.
#[derive(Debug, Default)]
pub(super) struct Matter<'t> {
    /// From the first mark to the last; empty where there is none.
    pub(super) span: Span,
    /// What the keys tell.
    pub(super) facts: Facts<'t>,
}

/// Reads the front matter of `text`, where it has any that is closed.
pub(super) fn matter(text: &str) -> Matter<'_> {
    let Some((mark, parting)) = [("---", ':'), ("+++", '=')].into_iter().find(|(mark, _)| is_opened(text, mark)) else {
        return Matter::default();
    };
    let mut facts = Facts::default();
    let mut flat = true;
    for line in lines(text).take(LINES).skip(1) {
        let words = line.of(text);
        if words == mark {
            return Matter { span: Span::new(0, line.end), facts };
        }
        // The keys of a section are of something else, as are those that are set in.
        flat &= !(parting == '=' && words.starts_with('['));
        if flat && text[..line.start].ends_with('\n') {
            facts.takes(words, parting);
        }
    }
    Matter::default()
}

fn is_opened(text: &str, mark: &str) -> bool {
    text.strip_prefix(mark).is_some_and(|rest| rest.starts_with(['\n', '\r']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::layout::StampRole;

    #[test]
    fn keys_at_the_top_are_taken() {
        let text = "---\ndate: 1932-03-07\ntitle: \"Moe: Resigned\"\ntags: [a, b]\nsource: https://example.org/moe\n\
                    site:\n  title: Other\nlastmod: 1932-05-01\n---\n\nThe minister left.\n";
        let found = matter(text);
        assert_eq!((found.facts.title, found.facts.url), (Some("Moe: Resigned"), Some("https://example.org/moe")));
        assert_eq!(found.facts.stamp.unwrap().date.to_string(), "1932-03-07");
        assert_eq!(text[found.span.end..].trim(), "The minister left.");
        let text = "+++\r\ntitle = 'Moe Resigned'\r\ndate = 1932-03-07T08:30:00Z\r\n[extra]\r\ntitle = 'Other'\r\n+++\r\nShe left.";
        let found = matter(text);
        assert_eq!(found.facts.title, Some("Moe Resigned"));
        assert_eq!(found.facts.stamp.unwrap().date.to_string(), "1932-03-07T08:30:00Z");
    }

    #[test]
    fn a_change_is_taken_where_nothing_else_is_told() {
        let stamp = matter("---\nupdated: 9 March 1932\n---\nShe left.").facts.stamp.unwrap();
        assert_eq!((stamp.date.to_string().as_str(), stamp.role), ("1932-03-09", StampRole::Updated));
    }

    #[test]
    fn what_is_not_closed_is_prose() {
        for text in
            ["---\ndate: 1932-03-07\n\nThe minister left.", "Moe\n---\ndate: 1932-03-07\n---\n", "---", "", "+++"]
        {
            assert!(matter(text).span.is_empty(), "{text}");
        }
    }
}
