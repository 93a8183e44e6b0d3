//! The tags of a page, in order.

/// A tag, or a comment, which has no name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tag<'t> {
    pub(super) name: &'t str,
    /// What stands behind the name.
    rest: &'t str,
    /// `</p>`
    pub(super) closes: bool,
    /// `<br/>`
    pub(super) is_empty: bool,
    /// Where it stands in the page, in bytes.
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The tags of `page`. In a script nothing but its end is one. What is not closed ends with the page, so that nothing is
/// looked at twice.
pub(super) fn tags(page: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut at = 0;
    let mut raw: Option<&str> = None;
    std::iter::from_fn(move || {
        loop {
            let start = at + memchr::memchr(b'<', page.as_bytes().get(at..)?)?;
            at = start + 1;
            let closes_raw = |name: &str| {
                let behind = page[at..].strip_prefix('/').and_then(|behind| behind.get(..name.len()));
                behind.is_some_and(|behind| behind.eq_ignore_ascii_case(name))
            };
            if raw.is_some_and(|name| !closes_raw(name)) {
                continue;
            }
            let Some(tag) = tag(page, start) else { continue };
            let is_raw = !tag.closes && !tag.is_empty && ["script", "style"].iter().any(|name| tag.is(name));
            raw = is_raw.then_some(tag.name);
            at = tag.end;
            return Some(tag);
        }
    })
}

/// The tag at the byte `start`, if there is one.
fn tag(page: &str, start: usize) -> Option<Tag<'_>> {
    let behind = &page[start + 1..];
    if let Some(comment) = behind.strip_prefix("!--") {
        let end = comment.find("-->").map_or(page.len(), |at| page.len() - comment.len() + at + "-->".len());
        return Some(Tag { name: "", rest: "", closes: false, is_empty: true, start, end });
    }
    let inside = behind.strip_prefix('/').unwrap_or(behind);
    if !inside.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '!' | '?')) {
        return None;
    }
    let length = inside.find(|c: char| c.is_whitespace() || matches!(c, '/' | '>')).unwrap_or(inside.len());
    let (name, rest) = inside.split_at(length);
    let close = close(rest);
    let end = page.len() - rest.len() + close.map_or(rest.len(), |close| close + 1);
    let rest = &rest[..close.unwrap_or(rest.len())];
    let closes = inside.len() < behind.len();
    Some(Tag { name, rest, closes, is_empty: rest.ends_with('/') || name.starts_with(['!', '?']), start, end })
}

/// The `>` that closes a tag: not one in the quotation marks of a value. Others, by mistake, open none.
fn close(rest: &str) -> Option<usize> {
    let mut quoted = None;
    let mut before = b' ';
    rest.bytes().position(|byte| {
        match quoted {
            Some(mark) if mark == byte => quoted = None,
            None if matches!(byte, b'"' | b'\'') && before == b'=' => quoted = Some(byte),
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
        quoted.is_none() && byte == b'>'
    })
}

impl<'t> Tag<'t> {
    pub(super) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The value of an attribute, as it is written.
    pub(super) fn attribute(&self, name: &str) -> Option<&'t str> {
        self.attributes().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    fn attributes(&self) -> impl Iterator<Item = (&'t str, &'t str)> + use<'t> {
        let mut rest = self.rest;
        std::iter::from_fn(move || {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            let length = rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len());
            let name = rest.get(..length).filter(|_| !rest.is_empty())?;
            rest = rest[length..].trim_start();
            let Some(value) = rest.strip_prefix('=').map(str::trim_start) else { return Some((name, "")) };
            let mark = value.chars().next().filter(|mark| matches!(mark, '"' | '\''));
            let value = &value[usize::from(mark.is_some())..];
            let ends = |c: char| mark.map_or(c.is_whitespace(), |mark| c == mark);
            let (value, behind) = value.split_at(value.find(ends).unwrap_or(value.len()));
            rest = behind.get(usize::from(mark.is_some())..).unwrap_or_default();
            Some((name, value))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_their_attributes_are_found() {
        let page = "a<META name=author content='Ada > Moe'><br/><!-- <p> --></p >< b <i checked x=\"1\" y = 2>";
        let found: Vec<Tag<'_>> = tags(page).collect();
        let names: Vec<&str> = found.iter().map(|tag| tag.name).collect();
        assert_eq!(names, ["META", "br", "", "p", "i"]);
        assert_eq!((found[0].attribute("Name"), found[0].attribute("content")), (Some("author"), Some("Ada > Moe")));
        assert_eq!(found[4].attributes().collect::<Vec<_>>(), [("checked", ""), ("x", "1"), ("y", "2")]);
        assert!(found[1].is_empty && found[3].closes);
    }

    #[test]
    fn a_mark_too_many_swallows_no_tags() {
        let names: Vec<&str> = tags("<a title=\"5\" tall\">Moe</a><p>").map(|tag| tag.name).collect();
        assert_eq!(names, ["a", "a", "p"]);
    }

    #[test]
    fn a_script_has_no_tags_but_its_end() {
        let names: Vec<&str> = tags("<script>if (a<b) '</p>'</SCRIPT><p>").map(|tag| tag.name).collect();
        assert_eq!(names, ["script", "SCRIPT", "p"]);
    }

    #[test]
    fn what_is_not_closed_ends_with_the_page() {
        for page in ["<a href='>", "<!-- <p>", "<p"] {
            let found: Vec<Tag<'_>> = tags(page).collect();
            assert_eq!((found.len(), found[0].end), (1, page.len()), "{page}");
        }
    }
}
