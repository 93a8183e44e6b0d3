//! What the rows of a list leave to the lines above them: whom they are about, which is the person of the heading, else
//! who the prose above is about; and the office that the heading names.

use std::ops::Range;

use crate::Span;
use crate::parse::event::clause::Clause;
use crate::parse::event::row::table::{self, Columns};
use crate::parse::event::{Article, roster};
use crate::parse::mention::MentionKind;
use crate::parse::word::Class;

use super::{Memory, Office, REACH};

/// So many lines above are asked, so that a page of rows stays linear.
const LINES: usize = 24;

/// So many sentences are looked at for the heading of a table: some paragraphs may stand between.
const HEADS: usize = 12;

/// No heading with a name is longer, in bytes.
const HEADING: usize = 90;

impl<'d> Memory<'d> {
    /// Whom the row that is the sentence `number` is about.
    pub(super) fn above(&mut self, article: &Article<'d>, number: usize) -> Option<Span> {
        if let Some((last, person)) = self.above.filter(|&(last, _)| last + 1 == number) {
            self.above = Some((last + 1, person));
            return Some(person);
        }
        let person = (number.saturating_sub(LINES)..number).rev().find_map(|before| {
            let line = article.sentences[before].of(self.text);
            if line.ends_with('.') {
                // "Lom had fires in 1880": a name of one word is a place's as often.
                let person = self.focus(article, before, REACH);
                return Some(person.filter(|&name| self.names().fullest(name).of(self.text).contains(' ')));
            }
            let named = (line.len() <= HEADING).then(|| self.named_alone(&article.near(before))).flatten();
            named.map(Some)
        })??;
        self.above = Some((number, person));
        Some(person)
    }

    /// The office that the heading above the row names which is the sentence `number`.
    pub(in crate::parse::event) fn office_above(&mut self, article: &Article<'d>, number: usize) -> Option<Office> {
        let last = self.listed.filter(|&(last, _)| last + 1 == number).map(|(_, office)| office);
        // The names of columns may stand between.
        let office = last.or_else(|| {
            (number.saturating_sub(2)..number).rev().find_map(|before| {
                let line = article.sentences[before].of(self.text);
                (line.len() <= HEADING).then(|| roster::heading(&article.near(before))).flatten()
            })
        })?;
        self.listed = Some((number, office));
        Some(office)
    }

    /// The columns of the table that the row is of which is the sentence `number`, and the office whose holders it lists.
    pub(in crate::parse::event) fn table_above(
        &mut self,
        article: &Article<'d>,
        number: usize,
    ) -> Option<(Columns, Office)> {
        // The rows of one table follow each other without a blank line.
        let is_row = |&i: &usize| {
            let (row, next) = (article.sentences[i], article.sentences[i + 1]);
            table::is_row(row.of(self.text)) && !self.text[row.end..next.start].contains("\n\n")
        };
        let rows = |between: Range<usize>| between.rev().take_while(is_row);
        let known = self.table.filter(|&(last, _)| rows(last..number).count() == number - last);
        let found = match known {
            Some((_, table)) => table,
            None => self.table_of(article, rows(0..number).last()?),
        };
        self.table = Some((number, found));
        found
    }

    /// The columns of the table whose first row is the sentence `head`, and the office of whose holders it is.
    fn table_of(&self, article: &Article<'d>, head: usize) -> Option<(Columns, Office)> {
        let (columns, titled) = table::head(self.text, article.sentences[head].start)?;
        let heading = (head.saturating_sub(HEADS)..head).rev().find_map(|before| {
            let line = article.sentences[before].of(self.text);
            let heads = line.len() <= HEADING && !line.ends_with('.');
            heads.then(|| roster::office_alone(&article.near(before))).flatten()
        });
        Some((columns, heading.or(titled.map(|office| (office, None)))?))
    }

    /// The one person whom a line without a verb names: "Curriculum vitae of Ana Silva".
    pub(in crate::parse::event) fn named_alone(&self, clause: &Clause<'d>) -> Option<Span> {
        let nodes = 0..clause.nodes.len();
        let acts = Class::BE | Class::HAVE | Class::MODAL;
        if nodes.clone().any(|i| clause.is(i, acts) || clause.trigger(i).is_some() || clause.time(i).is_some()) {
            return None;
        }
        let whole = |name: &Span| name.of(self.text).contains(' ') && !is_title(name.of(self.text));
        let people = nodes.filter_map(|i| clause.mention(i)).filter(|m| m.kind == MentionKind::Person);
        let mut names = people.filter_map(|m| m.name.filter(whole));
        names.next().filter(|_| names.next().is_none())
    }
}

/// "Professional Experience": what stands over rows and is nobody's name.
fn is_title(words: &str) -> bool {
    words.split(' ').any(|word| crate::parse::word::class(word).has(Class::CAREER))
}
