//! Who takes part in an event that is no office event: the subject of the word that tells it, and who is named with "by".
//!
//! **Examples**: "President *Silva* opened the museum", "*Norway* signed the treaty", "the treaty was signed by *Norway*".
//!
//! **Not**: a name without a title, which may be a person's or a firm's; "the company", which names nobody.

use crate::Span;
use crate::parse::mention::{Mention, MentionKind};
use crate::parse::word::Class;
use crate::statement::Statement;

use crate::parse::event::clause::Clause;
use crate::parse::event::plain;

/// Fills in who takes part in what the word at `teller` tells, or else the nodes from `from` up to `to`.
pub(crate) fn fill(statement: &mut Statement, clause: &Clause<'_>, teller: Option<usize>, from: usize, to: usize) {
    let text = |span: Span| plain(span.of(clause.text));
    let verb = teller.map(|teller| clause.group(teller).start);
    let subject = verb.and_then(|verb| clause.subject(verb));
    let first = subject.or_else(|| (from..teller.unwrap_or(to)).find(|&i| clause.mention(i).is_some()));
    statement.person = first.and_then(|first| person(&clause.mention(first)?)).map(text);
    // "The board of Acme, in Oslo since May, met": a body is the subject where it stands right before its verb.
    let before = verb.and_then(|verb| verb.checked_sub(1));
    let adjacent = subject.filter(|&subject| Some(subject) == before);
    statement.organization = adjacent.and_then(|subject| body(clause, &clause.mention(subject)?)).map(text);
    let agent = verb.zip(teller).and_then(|(start, teller)| agent(clause, (start, teller), to));
    statement.by = agent.and_then(|agent| person(&agent).or_else(|| body(clause, &agent))).map(text);
}

/// Who is named with "by" behind the passive verb at `verb`, whose group begins at `start`.
fn agent(clause: &Clause<'_>, (start, verb): (usize, usize), to: usize) -> Option<Mention> {
    let passive = (start..verb).any(|i| clause.is(i, Class::BE));
    let by = (verb + 1..to.min(verb + NEAR)).find(|&i| passive && clause.is_any(i, &["by"]))?;
    clause.mention(by + 1)
}

/// "was signed in Oslo on May 4 by": so many nodes lie between at most.
const NEAR: usize = 6;

fn person(mention: &Mention) -> Option<Span> {
    mention.name.filter(|_| mention.kind == MentionKind::Person && mention.titled)
}

fn body(clause: &Clause<'_>, mention: &Mention) -> Option<Span> {
    let name = mention.organization.filter(|_| mention.kind == MentionKind::Body)?;
    // "M4" is a motorway, a rocket or a phone.
    let named = |name: &str| name.starts_with(char::is_uppercase) && !name.contains(|c: char| c.is_ascii_digit());
    named(name.of(clause.text)).then_some(name)
}

#[cfg(test)]
mod tests {
    use crate::document::Document;

    #[test]
    fn who_takes_part_is_told_where_the_words_are_clear() {
        for (text, parties) in [
            (
                "After a visit to Lima, President Ana Silva met the envoys on 4 May 1921.",
                [Some("Ana Silva"), None, None],
            ),
            ("Norway signed the treaty on 4 May 1921.", [None, Some("Norway"), None]),
            ("The treaty was signed on 4 May 1921 by Norway.", [None, None, Some("Norway")]),
            ("The museum was opened by President Ana Silva on 4 May 1921.", [None, None, Some("Ana Silva")]),
            ("Norway officials met on 4 May 1921.", [None, None, None]),
            ("In Norway a treaty was signed on 4 May 1921.", [None, None, None]),
            ("The R34 landed on 4 May 1921.", [None, None, None]),
            ("The company sold two ferries on 4 May 1921.", [None, None, None]),
            ("The treaty was signed by night on 4 May 1921.", [None, None, None]),
        ] {
            let (statements, _) = crate::extract(&Document::new("d", text));
            let told = &statements[0];
            let slots = [&told.person, &told.organization, &told.by].map(Option::as_deref);
            assert_eq!(slots, parties, "{text}");
        }
    }
}
