use chrono::NaiveDateTime;

/// The earliest and latest moment something can have been, both inclusive; `None` is no bound.
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

impl Bounds {
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
