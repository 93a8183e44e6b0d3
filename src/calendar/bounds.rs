use chrono::NaiveDateTime;

/// The earliest and latest moment something can have been, both inclusive; `None` is no bound.
///
/// Moments are those of the clock at the place: "10:00+09:00" and "10:00Z" are one, whatever lies between them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Bounds {
    /// Not before this moment.
    pub earliest: Option<NaiveDateTime>,
    /// Not after this moment.
    pub latest: Option<NaiveDateTime>,
}

/// How two dates lie to each other, given what is known of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Order {
    /// Every moment of the first is before every moment of the second.
    Before,
    /// Every moment of the first is after every moment of the second.
    After,
    /// Their bounds overlap: the order is open.
    Possible,
}

/// Whether something is so, given what is known of two dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Modality {
    /// It cannot be.
    Impossible,
    /// It can be, and need not.
    Possible,
    /// It cannot be otherwise.
    Definite,
}

impl Bounds {
    /// Whether what lies in this comes before what lies in `other`.
    ///
    /// ```
    /// use timeline::calendar::{Date, Modality};
    ///
    /// let before = |a: &str, b: &str| Ok(a.parse::<Date>()?.bounds().before(b.parse::<Date>()?.bounds()));
    /// assert_eq!(before("2022", "2023-01-05")?, Modality::Definite);
    /// assert_eq!(before("2023", "2023-01-05")?, Modality::Possible);
    /// assert_eq!(before("2023-01-06", "2023-01-05")?, Modality::Impossible);
    /// # Ok::<(), timeline::calendar::ParseDateError>(())
    /// ```
    pub fn before(self, other: Bounds) -> Modality {
        match self.order(other) {
            Order::Before => Modality::Definite,
            Order::After => Modality::Impossible,
            Order::Possible if self.earliest.is_some() && self.earliest == other.latest => Modality::Impossible,
            Order::Possible => Modality::Possible,
        }
    }

    /// The order of two bounds, definite only where no moment is shared.
    pub fn order(self, other: Bounds) -> Order {
        if matches!((self.latest, other.earliest), (Some(a), Some(b)) if a < b) {
            Order::Before
        } else if matches!((other.latest, self.earliest), (Some(a), Some(b)) if a < b) {
            Order::After
        } else {
            Order::Possible
        }
    }

    /// Whether every moment of this lies in `outer`; an open end lies only in an open end.
    pub fn within(self, outer: Bounds) -> bool {
        let from = match (outer.earliest, self.earliest) {
            (None, _) => true,
            (Some(o), Some(s)) => o <= s,
            (Some(_), None) => false,
        };
        let to = match (outer.latest, self.latest) {
            (None, _) => true,
            (Some(o), Some(s)) => s <= o,
            (Some(_), None) => false,
        };
        from && to
    }

    /// The smallest bounds that hold both.
    pub fn span(self, other: Bounds) -> Bounds {
        Bounds {
            earliest: self.earliest.zip(other.earliest).map(|(a, b)| a.min(b)),
            latest: self.latest.zip(other.latest).map(|(a, b)| a.max(b)),
        }
    }

    /// What both allow; `None` where nothing is left.
    pub fn intersect(self, other: Bounds) -> Option<Bounds> {
        let earliest = self.earliest.max(other.earliest);
        let latest = match (self.latest, other.latest) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        let empty = matches!((earliest, latest), (Some(e), Some(l)) if e > l);
        (!empty).then_some(Bounds { earliest, latest })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;

    fn bounds(text: &str) -> Bounds {
        text.parse::<Date>().unwrap().bounds()
    }

    #[test]
    fn order_is_definite_only_without_a_shared_moment() {
        use Modality::{Definite, Impossible, Possible};
        for (first, second, order, before) in [
            ("2022", "2023-01-05", Order::Before, Definite),
            ("2023-01-05", "2022", Order::After, Impossible),
            ("2023", "2023-01-05", Order::Possible, Possible),
            ("2023-01-05", "2023-01-05", Order::Possible, Possible),
            ("2023-01-05T10:00:00", "2023-01-05T10:00:00", Order::Possible, Impossible),
            ("2023-01-05", "2023-01-06T00:00", Order::Before, Definite),
            ("2023-01-06/..", "2023-01-05", Order::After, Impossible),
            ("../2023-01-05", "2023-01-05/..", Order::Possible, Possible),
            ("../2023-01-05", "2022", Order::Possible, Possible),
            ("XXXX-03", "2022", Order::Possible, Possible),
        ] {
            assert_eq!(bounds(first).order(bounds(second)), order, "{first}, {second}");
            assert_eq!(bounds(first).before(bounds(second)), before, "{first}, {second}");
        }
    }

    #[test]
    fn an_open_end_lies_only_in_an_open_end() {
        assert!(bounds("2023-01-05").within(bounds("2023")));
        assert!(bounds("2023/..").within(bounds("2022/..")));
        assert!(!bounds("2023/..").within(bounds("2023")));
        assert!(!bounds("2022").within(bounds("2023")));
    }

    #[test]
    fn two_bounds_meet_and_span() {
        let meet =
            |a: &str, b: &str| bounds(a).intersect(bounds(b)).and_then(Date::spanning).map(|date| date.to_string());
        let span = |a: &str, b: &str| Date::spanning(bounds(a).span(bounds(b))).map(|date| date.to_string());
        assert_eq!(meet("2023", "2023-10/.."), Some("2023-10/2023-12".to_owned()));
        assert_eq!(meet("2023", "2024"), None);
        assert_eq!(span("2023-10-06", "2023-12"), Some("2023-10-06/2023-12-31".to_owned()));
        assert_eq!(span("2023", "2022/.."), Some("2022-01-01/..".to_owned()));
    }
}
