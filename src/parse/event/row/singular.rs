//! The office of one of several: lists and rows name it in the plural, "mayors of Lima", and each of them is
//! mayor. Sentences are left as they are written: "were elected directors".

use std::borrow::Cow;

use crate::parse::word::{Class, class};

use crate::parse::event::line::one_line;

/// An office as a statement tells it of one person, who may only act for its holder.
pub(crate) fn of_one(role: &str, acting: bool) -> String {
    let acting = if acting { "acting " } else { "" };
    format!("{acting}{}", one_line(&singular(role)))
}

/// An office as one person holds it: "mayors of Lima" to "mayor of Lima".
pub(crate) fn singular(role: &str) -> Cow<'_, str> {
    match plural(role) {
        Some((stem, end, ending)) => format!("{}{ending}{}", &role[..stem], &role[end..]).into(),
        None => role.into(),
    }
}

/// Whether an office is named as that of several.
pub(crate) fn is_plural(role: &str) -> bool {
    plural(role).is_some()
}

/// Where the stem of the office's head ends and its plural does, and what takes the plural's place.
fn plural(role: &str) -> Option<(usize, usize, &'static str)> {
    let end = COMPLEMENTS.iter().filter_map(|complement| role.find(complement)).min().unwrap_or(role.len());
    let head = &role[..end];
    let word = head.rfind([' ', '-']).map_or(0, |space| space + 1);
    let is_office = |stem: &str| class(stem).has(Class::ROLE);
    if let Some(stem) = head[word..].strip_suffix("men") {
        return is_office(&format!("{stem}man")).then_some((word + stem.len(), end, "man"));
    }
    if !head.ends_with('s') {
        return None;
    }
    let of_y = || head[word..].strip_suffix("ies").filter(|stem| is_office(&format!("{stem}y")));
    match of_y() {
        Some(stem) => Some((word + stem.len(), end, "y")),
        None => head[word..].strip_suffix('s').filter(|stem| is_office(stem)).map(|stem| (word + stem.len(), end, "")),
    }
}

/// What begins the complement of an office.
const COMPLEMENTS: &[&str] = &[" of ", " for ", " to ", " in ", ","];

#[cfg(test)]
mod tests {
    use super::singular;

    #[test]
    fn the_head_of_an_office_alone_is_told_of_one() {
        for (several, one) in [
            ("mayors of Lom", "mayor of Lom"),
            ("Chiefs of Staff", "Chief of Staff"),
            ("Deputies", "Deputy"),
            ("vice chairmen", "vice chairman"),
            ("ambassadors to the United Nations", "ambassador to the United Nations"),
            ("members of the board of governors", "member of the board of governors"),
        ] {
            assert_eq!(singular(several), one);
        }
        for one in ["headmistress", "minister of public works", "Director, Communications", "chargé d'affaires", "boss"]
        {
            assert_eq!(singular(one), one);
        }
    }
}
