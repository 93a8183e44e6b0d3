//! What sort of file it is, by its beginning: a file given to the wrong command is told with the right one.

use std::path::Path;

use serde_json::{Map, Value};

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// JSON Lines with texts.
    Articles,
    Text,
    /// What `timeline annotate` prints.
    Expressions,
    /// What `timeline extract` prints.
    Statements,
    /// What `timeline build --format json` prints.
    Timeline,
    /// What `timeline check --format json` prints.
    Findings,
    /// A list of anything in JSON.
    List,
}

impl Sort {
    /// By the first bytes of a file; `None` where they are of no sort that is known. What can be read as `wanted` is of
    /// that sort, whatever else its fields would fit: articles may carry somebody's annotations.
    pub(crate) fn of(head: &[u8], wanted: Sort) -> Option<Sort> {
        let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
        if head.is_empty() {
            return None;
        }
        if head.strip_prefix(b"[").is_some_and(|rest| rest.trim_ascii_start().starts_with(b"{")) {
            return Some(Sort::List);
        }
        let is_object = |line: &[u8]| line.trim_ascii_start().starts_with(b"{");
        if !head.split(|&byte| byte == b'\n').any(is_object) {
            return (!head.starts_with(b"[")).then_some(Sort::Text);
        }

        let first = head.split(|&byte| byte == b'\n').next().unwrap_or_default();
        match serde_json::from_slice::<Map<String, Value>>(first) {
            Ok(object) => Sort::of_object(&object, wanted),
            // These are printed over many lines.
            Err(_) => [("timeline/", Sort::Timeline), ("timeline-check/", Sort::Findings)].into_iter().find_map(
                |(schema, sort)| memchr::memmem::find(head, format!("\"schema\": \"{schema}").as_bytes()).map(|_| sort),
            ),
        }
    }

    fn of_object(object: &Map<String, Value>, wanted: Sort) -> Option<Sort> {
        let has = |field: &str| object.contains_key(field);
        // A text makes an article, whatever else is known of it: corpora carry their annotation along.
        let sorts = [
            (Sort::Timeline, has("schema") && has("entries")),
            (Sort::Articles, has("text")),
            (Sort::Expressions, has("timexes")),
            (Sort::Statements, has("kind") || has("sentence") || has("date_text")),
        ];
        let mut fitting = sorts.into_iter().filter(|(_, fits)| *fits).map(|(sort, _)| sort);
        let first = fitting.next()?;
        Some(if fitting.any(|sort| sort == wanted) { wanted } else { first })
    }

    /// What to say of a file that is of this sort where another is wanted: what it is, and what to do with it.
    pub(crate) fn instead_of(self, wanted: Sort, path: &Path) -> Option<String> {
        let path = path.display();
        let build = || format!("`timeline build {path}` builds a timeline from");
        let told = match self {
            _ if self == wanted => return None,
            Sort::Articles | Sort::Text if matches!(wanted, Sort::Articles | Sort::Text) => return None,
            Sort::Articles => format!("holds articles; {} them", build()),
            Sort::Text => format!("is a text; {} it", build()),
            Sort::Expressions => {
                "holds what `timeline annotate` printed, which is made into nothing else; go back to the articles"
                    .to_owned()
            }
            Sort::Statements => format!("holds statements; `timeline resolve {path}` builds a timeline from them"),
            Sort::Timeline => format!("is a timeline; `timeline render {path}` writes it in another format"),
            Sort::Findings => {
                "holds what `timeline check` found, which is made into nothing else; go back to the articles".to_owned()
            }
            Sort::List => format!("is one list; `jq -c '.[]' {path}` makes a line of each of its objects"),
        };
        let wanted = match wanted {
            Sort::Articles | Sort::Text => "articles",
            Sort::Expressions => "expressions",
            Sort::Statements => "statements",
            Sort::Timeline => "a timeline",
            Sort::Findings | Sort::List => "findings",
        };
        Some(format!("{wanted} expected, but this {told}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beginning_tells_the_sort() {
        for (head, sort) in [
            (r#"{"id": "a", "text": "Ada Moe resigned."}"#, Some(Sort::Articles)),
            (r#"{"id": "a", "text": "Ada Moe resigned.", "kind": "news", "timexes": []}"#, Some(Sort::Articles)),
            (r#"{"id":"a","timexes":[]}"#, Some(Sort::Expressions)),
            (r#"{"document": "a", "kind": "death"}"#, Some(Sort::Statements)),
            ("{\n  \"schema\": \"timeline/1\",\n  \"documents\": [", Some(Sort::Timeline)),
            (r#"{"schema":"timeline/1","entries":[]}"#, Some(Sort::Timeline)),
            ("Ada Moe resigned.\n", Some(Sort::Text)),
            ("no\n{\"kind\": \"death\"}\n", None),
            ("[1, 2]", None),
            ("[{\"id\": \"a\"}]", Some(Sort::List)),
            ("{\n  \"schema\": \"timeline-check/1\",\n", Some(Sort::Findings)),
            (" \n", None),
        ] {
            assert_eq!(Sort::of(head.as_bytes(), Sort::Articles), sort, "{head}");
        }
    }

    #[test]
    fn what_fits_is_taken() {
        let annotated = br#"{"id": "a", "text": "Ada Moe resigned.", "timexes": [], "kind": "news"}"#;
        assert_eq!(Sort::of(annotated, Sort::Articles), Some(Sort::Articles));
        assert_eq!(Sort::of(annotated, Sort::Statements), Some(Sort::Statements));
        assert_eq!(Sort::of(annotated, Sort::Timeline), Some(Sort::Articles));
    }
}
