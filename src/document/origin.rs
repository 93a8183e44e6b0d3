//! The way back from a text as it is read to the text as it came.

use crate::Span;

/// A text as it came, where it is read otherwise: without marks that only set it in type.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The text as it came.
    pub text: String,
    /// From this code point of the text as it is read on, its place in the text as it came; in order of both.
    steps: Vec<(usize, usize)>,
    /// Where what is called the text as it came here was itself read from another.
    before: Option<Box<Origin>>,
}

impl Origin {
    /// Of a text that has been read the same so far.
    pub(super) fn new(text: &str) -> Origin {
        Origin { text: text.to_owned(), steps: Vec::new(), before: None }
    }

    /// Notes that the code point `read` and what follows it stand at `came` in the text as it came.
    pub(super) fn step(&mut self, read: usize, came: usize) {
        self.steps.pop_if(|(last, _)| *last == read);
        self.steps.push((read, came));
    }

    /// The way back over both, where what this leads back to came from `before`.
    pub(super) fn over(mut self, before: Option<Box<Origin>>) -> Origin {
        if let Some(mut before) = before {
            self.text = std::mem::take(&mut before.text);
            self.before = Some(before);
        }
        self
    }

    /// A stretch of the text as it is read, in the text as it came; both in code points.
    pub fn span(&self, read: Span) -> Span {
        let start = self.place(read.start);
        // What is left out behind the last code point does not belong to it.
        let end = read.end.checked_sub(1).map_or(0, |last| self.place(last) + 1);
        let span = Span { start, end: end.max(start) };
        self.before.as_ref().map_or(span, |before| before.span(span))
    }

    fn place(&self, read: usize) -> usize {
        let next = self.steps.partition_point(|(from, _)| *from <= read);
        let step = next.checked_sub(1).and_then(|last| self.steps.get(last));
        step.map_or(read, |(from, came)| read - from + came)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_lead_back_and_leave_out_what_was_left_out_beside_them() {
        // "a<bc<<d" is read as "abcd".
        let mut origin = Origin::new("a<bc<<d");
        origin.step(1, 2);
        origin.step(3, 6);
        let back = |start, end| origin.span(Span { start, end });
        assert_eq!(back(0, 1), Span::new(0, 1));
        assert_eq!(back(1, 3), Span::new(2, 4));
        assert_eq!(back(0, 4), Span::new(0, 7));
        assert_eq!(back(4, 4), Span::new(7, 7));
        // "abcd" itself is read as "bcd".
        let mut again = Origin::new("abcd");
        again.step(0, 1);
        let again = again.over(Some(Box::new(origin)));
        assert_eq!((again.text.as_str(), again.span(Span::new(0, 3))), ("a<bc<<d", Span::new(2, 7)));
    }
}
