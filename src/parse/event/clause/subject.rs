//! The subject of a verb group, looked for leftwards over relative clauses, asides and what others say.
//!
//! **Examples**: "*Ana Silva*, who had been mayor, resigned"; "*the minister*, Jens Hansen said, was dismissed".

use crate::parse::mention::MentionKind;
use crate::parse::word::{Class, Shape, class};

use super::super::trigger::{Form, Frame};
use super::{Clause, Item};

/// So far apart two verbs of one relative clause stand.
const COORDINATED: usize = 16;

/// Brackets behind a name hold no more.
const BRACKETS: usize = 10;

impl Clause<'_> {
    /// The passive verb behind which the agent at `at` stands, where it leads to what somebody is made to do.
    fn forced_by(&self, at: usize) -> Option<usize> {
        let verb = at.checked_sub(2).filter(|_| self.is_any(at - 1, &["by"]))?;
        let forces =
            self.is_any(verb, &["forced", "compelled", "obliged", "pressured", "persuaded", "ordered", "asked"]);
        (forces && verb > 0 && self.is(verb - 1, Class::BE)).then_some(verb)
    }

    /// The subject of the verb group that begins at `start`: a node with a mention.
    pub(crate) fn subject(&self, start: usize) -> Option<usize> {
        let before = start.checked_sub(1)?;
        // "Jens Hansen "resigned" in May"
        let quoted = before.checked_sub(1).filter(|&named| self.mention(named).is_some_and(|m| m.name.is_some()));
        if self.is_mark(before, b'"') && quoted.is_some() {
            return self.subject(before);
        }
        // "Jens Hansen has informed the board of his intention to resign": his own.
        let intention = ["intention", "decision", "wish", "desire", "plan", "plans"];
        if self.is_any(start, &["of"])
            && self.is_any(start + 1, &["his", "her"])
            && self.is_any(start + 2, &intention)
            && self.is_any(start + 3, &["to"])
        {
            let person = |&i: &usize| {
                self.mention(i).is_some_and(|m| matches!(m.kind, MentionKind::Person | MentionKind::Pronoun))
            };
            return (0..start).find(person);
        }
        if let Some(mention) = self.mention(before) {
            // "was forced by the board to resign": who was forced.
            if let Some(forced) = self.forced_by(before).filter(|_| self.is_any(start, &["to"])) {
                return self.subject(self.group(forced).start);
            }
            // "resigned as mayor in 2011 to become": whoever resigned.
            let goes_on = self.is_any(start, &["to"]) || self.skip(start) > start;
            let left = mention.kind == MentionKind::Role && mention.name.is_none() && goes_on;
            if left && before > 0 && self.is_any(before - 1, &["as", "of"]) {
                return self.leftwards(before);
            }
            let head = self.head_of(before);
            // "a board headed by the investor Jens Hansen was"
            let plain =
                |i: usize| self.nodes[i].token.shape == Shape::Lower && !self.nodes[i].token.is(Class::FUNCTION);
            let lead = (before.saturating_sub(3)..before).rev().find(|&i| !plain(i) || self.mention(i).is_some());
            // "executives at mortgage lender Jens Hansen were"
            let headed = lead.is_some_and(|by| by + 1 < before && self.is_any(by, &["by", "at", "of"]));
            // "moved from the ministry to become": the trigger holds its "from".
            let left = |i: usize| mention.kind == MentionKind::Body && self.words(i).ends_with(" from");
            // "returned to Lima to accept the post": who returned.
            if before > 0 && self.words(before - 1).ends_with("to") && self.is_any(start, &["to"]) {
                return self.leftwards(before);
            }
            let governed = head == before
                && before > 0
                && (headed
                    || left(before - 1)
                    || self.is_any(before - 1, &["of", "at", "in", "for", "from", "with", "by", "over", "against"]));
            return Some(head).filter(|_| !governed || mention.titled);
        }
        let owned = |i: usize| self.is(i, Class::DETERMINER) || self.is_any(i, &["whose"]);
        let common = start < self.nodes.len() && before > 0 && owned(before - 1) && !self.is_adverb(before);
        if common && self.nodes[before].token.shape == Shape::Lower && matches!(self.nodes[before].item, Item::Word) {
            // "until a successor is elected", "whose father died": nobody that is named.
            return None;
        }
        if self.is(before, Class::SUBJECT) {
            // "they", "it": nobody that is named.
            return if self.words(before) == "I" { self.speaker(before) } else { None };
        }
        if self.is(before, Class::RELATIVE) || self.is_any(before, &["that"]) {
            let antecedent = before.checked_sub(1)?;
            let antecedent = self.before_comma(antecedent)?;
            // "named Ana Silva treasurer, who held": the one named.
            let office = self.mention(antecedent).is_some_and(|m| m.kind == MentionKind::Role && !m.definite);
            let named = antecedent.checked_sub(1).filter(|_| office);
            let chosen = |i: usize| i > 0 && self.trigger(i - 1).is_some_and(|t| t.frame == Frame::Install);
            if let Some(named) = named.filter(|&i| chosen(i) && self.mention(i).is_some_and(|m| m.name.is_some())) {
                return Some(named);
            }
            // "in favour of his son, who took the throne": nobody that is named.
            let kin = self.mention(antecedent).is_none() && self.nodes[antecedent].token.shape == Shape::Lower;
            if kin && antecedent > 0 && self.is(antecedent - 1, Class::POSSESSIVE) {
                return None;
            }
            // "after the coup that installed General Hansen": nobody that is named.
            let thing = self.is_any(before, &["that"]) && self.mention(antecedent).is_none();
            if thing && self.nodes[antecedent].token.shape == Shape::Lower {
                return None;
            }
            let antecedent = self.whose_kin(antecedent).unwrap_or(antecedent);
            return self.mention(antecedent).map(|_| self.head_of(antecedent)).or_else(|| self.leftwards(before));
        }
        // "She succeeds Jens Hansen, who became mayor in 2013 and stepped down in May": he did both.
        if self.is_any(before, &["and", "but"])
            && let Some(who) = (before.saturating_sub(COORDINATED)..before)
                .rev()
                .take_while(|&i| !self.is_mark(i, b','))
                .find(|&i| self.is_any(i, &["who"]) && i > 0 && !self.is_mark(i + 1, b','))
            && (who + 1..before)
                .any(|i| self.trigger(i).is_some() || self.may_be_past(i) || self.is(i, Class::BE | Class::HAVE))
        {
            return self.subject(who + 1);
        }
        // "Jens Hansen has informed the board of his intention to resign": his own.
        // "Jens Hansen (Labour, Lima) was"
        if let Some(open) = self.opens(before)
            && let Some(named) = open.checked_sub(1).filter(|&i| self.mention(i).is_some_and(|m| m.name.is_some()))
        {
            return Some(self.head_of(named));
        }
        if self.is_mark(before, b',') || self.is_mark(before, b')') || self.is_mark(before, b'-') {
            // "The envoys, Ana Silva and Jens Hansen, presented": the last of the row.
            let person = |i: usize| self.mention(i).is_some_and(|m| m.kind == MentionKind::Person && m.name.is_some());
            let joined = before >= 3 && self.is_any(before - 2, &["and"]) && person(before - 1) && person(before - 3);
            // "The secretary, Ana Silva, and the treasurer, Jens Hansen, were"
            let titled = |i: usize| person(i) && self.words(i).contains(',');
            let and = before >= 4 && self.is_any(before - 2, &["and"]) && self.is_mark(before - 3, b',');
            let joined = joined || and && titled(before - 1) && titled(before - 4);
            // "while the secretary, Ana Silva, is"
            let led =
                before >= 2 && titled(before - 1) && self.is_any(before - 2, &["while", "whereas", "but", "that"]);
            let joined = joined || led;
            if joined && self.is_mark(before, b',') {
                return Some(before - 1);
            }
            // "The secretary, Ole Lie, was", "The secretary, Ole Lie of Norway, was"
            let home = usize::from(before > 2 && self.is_any(before - 2, &["of"])) * 2;
            let titled = before.checked_sub(home + 1).filter(|&i| person(i) && i > 1 && self.is_mark(i - 1, b','));
            let office = |i: usize| {
                self.mention(i).is_some_and(|m| m.kind == MentionKind::Role && m.definite && m.name.is_none())
            };
            if let Some(named) = titled.filter(|&named| self.is_mark(before, b',') && office(named - 2)) {
                return Some(named);
            }
            // "Ana Silva, who resigned in May, and Jens Hansen, dismissed in June": he.
            let reduced = self.trigger(start).is_some_and(|trigger| trigger.form.is_participle());
            let another = before >= 3 && self.is_any(before - 2, &["and"]) && self.is_mark(before - 3, b',');
            if reduced && another && person(before - 1) && self.is_mark(before, b',') {
                return Some(before - 1);
            }
            if let Some(k) = self.described(before).filter(|_| self.is_mark(before, b',')) {
                return Some(k);
            }
            if let Some(k) = self.one_put_there(start, before) {
                return Some(k);
            }
            // "Ana Silva, a lawyer from Lima, was": the mention before the opening mark.
            let mut i = before;
            while let Some(j) = i.checked_sub(1) {
                // "chief financial officer since 2014" is no verb.
                let verb = self.trigger(j).is_some_and(|t| t.frame != Frame::Serve || t.form != Form::Noun);
                // "appointed in 2019 to succeed him, resigned"
                let infinite = j > 0 && self.is_any(j - 1, &["to"]);
                let acts = verb && !self.in_relative(j) && !self.in_aside(j) && !infinite;
                if self.is_mark(j, b';') || acts {
                    break;
                }
                // "After a year at Lom, Silva went out to the mission, became": she, before whose verb the comma stands.
                let goes_on = |k: usize| {
                    self.mention(k).is_some_and(|m| m.kind == MentionKind::Person && m.name.is_some() && !m.apposed)
                        && self.may_be_past(k + 1)
                        && k + 1 < before
                };
                if self.is_mark(j, b',') && goes_on(j + 1) {
                    return Some(j + 1);
                }
                let opens = self.is_mark(j, b',') || self.is_mark(j, b'(') || self.is_mark(j, b'-');
                let head = j.checked_sub(1).filter(|_| opens);
                if let Some(k) = head.filter(|&k| self.mention(k).is_some_and(|m| m.kind != MentionKind::Body)) {
                    return Some(self.head_of(k));
                }
                i = j;
            }
            // "was appointed by Ana Silva, resigned in May and": who did it is no subject.
            let acts = |k: usize| k > 0 && self.is_any(k - 1, &["by"]);
            // "worked for the bank, becoming its director": who worked.
            let gerund = self.trigger(start).is_some_and(|trigger| trigger.form == Form::Gerund);
            let acts = |k: usize| acts(k) || gerund && self.mention(k).is_some_and(|m| m.kind == MentionKind::Body);
            // "studied in Lima, joined the bank in 1990 and": who studied.
            let placed =
                |k: usize| k > 1 && self.is_any(k - 1, &["in", "at"]) && self.mention(k).is_some_and(|m| !m.titled);
            if let Some(k) = before.checked_sub(1).filter(|&k| self.mention(k).is_some() && !acts(k) && !placed(k)) {
                return Some(k);
            }
        }
        self.leftwards(start)
    }

    /// Where the brackets open that the mark at `at` closes.
    fn opens(&self, at: usize) -> Option<usize> {
        let close = Some(at).filter(|&at| self.is_mark(at, b')'))?;
        (close.saturating_sub(BRACKETS)..close).rev().find(|&i| self.is_mark(i, b'('))
    }

    /// Of "Ana Silva, the fifth child of Jens Hansen", with him at `at`, her.
    fn whose_kin(&self, at: usize) -> Option<usize> {
        let kin = at.checked_sub(2).filter(|&kin| self.is_any(kin + 1, &["of"]) && self.is_word(kin, Class::KIN))?;
        let comma = (kin.saturating_sub(4)..kin).rev().find(|&i| self.is_mark(i, b','))?;
        comma.checked_sub(1).filter(|&named| self.mention(named).is_some_and(|m| m.name.is_some()))
    }

    /// Who is described before the comma at `at`: "Ana Silva, head of the school at Lom College, in Norland, was".
    fn described(&self, at: usize) -> Option<usize> {
        let acts = |i: usize| {
            self.trigger(i).is_some()
                || self.is(i, Class::BE | Class::HAVE | Class::MODAL | Class::SAY | Class::RELATIVE)
                || self.is_mark(i, b';')
        };
        let described = |&i: &usize| {
            // "Ana Silva, a former consul and an adviser to the bank, was"
            let and = self.is_any(i + 1, &["and"])
                && self.mention(i + 2).is_some_and(|m| m.kind == MentionKind::Role && m.name.is_none());
            self.mention(i).is_some_and(|m| m.apposed && m.name.is_some())
                && (self.is(i + 1, Class::PREPOSITION) || and)
        };
        (at.saturating_sub(14)..at).rev().take_while(|&i| !acts(i)).find(described)
    }

    /// Who is told to get the office before the comma at `at`, where a gerund at `start` goes on with it: "was appointed
    /// consul, taking up the post", "named Ana Silva consul, effectively replacing".
    fn one_put_there(&self, start: usize, at: usize) -> Option<usize> {
        let gerund = self.trigger(start).is_some_and(|trigger| trigger.form == Form::Gerund);
        let office = at.checked_sub(1).filter(|_| gerund && self.is_mark(at, b','))?;
        self.mention(office).filter(|m| m.kind == MentionKind::Role && m.name.is_none())?;
        let verb = (office.saturating_sub(4)..office).rev().find(|&i| self.trigger(i).is_some())?;
        self.trigger(verb).filter(|trigger| trigger.frame == Frame::Install)?;
        let group = self.group(verb);
        let object = (verb + 1..office).find(|&i| self.mention(i).is_some_and(|m| m.kind == MentionKind::Person));
        if group.passive { self.subject(group.start) } else { object }
    }

    /// The node before a comma at `at`, an age between commas included ("Ian Hansen, 64, who"); else `at` itself.
    fn before_comma(&self, at: usize) -> Option<usize> {
        if !self.is_mark(at, b',') {
            return Some(at);
        }
        let before = at.checked_sub(1)?;
        // "64", "64 years old"
        let open = (before.saturating_sub(3)..before).rev().find(|&i| self.is_mark(i, b','));
        let aged = open.filter(|&open| self.nodes[open + 1].token.shape == Shape::Number);
        aged.map_or(Some(before), |open| open.checked_sub(1))
    }

    /// Whether the trigger at `at` stands in a relative clause: "who resigned".
    fn in_relative(&self, at: usize) -> bool {
        (at.saturating_sub(4)..at).any(|i| self.is(i, Class::RELATIVE))
    }

    /// Whether the trigger at `at` is a participle that opens an aside: "Hansen, elected in May, said".
    fn in_aside(&self, at: usize) -> bool {
        let form = self.trigger(at).map(|trigger| trigger.form);
        let opens = at.checked_sub(1).is_some_and(|before| self.is_mark(before, b','));
        // "Hansen, then serving as consul, said"
        let serving = form == Some(Form::Gerund) && at > 1 && self.is_adverb(at - 1) && self.is_mark(at - 2, b',');
        form.is_some_and(Form::is_participle) && opens || serving
    }

    /// Who says "I" at `at`: the one named beside a verb of saying behind the closing mark.
    pub(crate) fn speaker(&self, at: usize) -> Option<usize> {
        let close = (at..self.nodes.len()).find(|&i| self.is_mark(i, b'"'))?;
        let named =
            |i: &usize| self.mention(*i).is_some_and(|m| matches!(m.kind, MentionKind::Person | MentionKind::Pronoun));
        let near = close + 1..self.nodes.len().min(close + 4);
        near.clone().any(|i| self.is(i, Class::SAY)).then(|| near.clone().find(named))?
    }

    /// Of "Jens Hansen of the Labour Party", "the board of Acme", the first mention.
    fn head_of(&self, at: usize) -> usize {
        match at.checked_sub(2) {
            Some(head)
                if self.is_any(at - 1, &["of", "from", "for", "in", "at"])
                    && self.mention(head).is_some_and(|m| {
                        m.kind == MentionKind::Person || m.kind == MentionKind::Body && self.is_any(at - 1, &["of"])
                    }) =>
            {
                head
            }
            _ => at,
        }
    }

    /// Whether the noun at `last` ends what a sentence opens with before its subject at `subject`: "On the outbreak of war Jens
    /// Hansen".
    fn fronts(&self, last: usize, subject: usize) -> bool {
        let noun = self.nodes[last].token.shape == Shape::Lower && !self.is(last, Class::FUNCTION);
        let person = self.mention(subject).is_some_and(|m| m.kind == MentionKind::Person && m.name.is_some());
        let acts = |i: usize| self.trigger(i).is_some() || self.may_be_past(i) || self.is(i, Class::BE | Class::HAVE);
        noun && person && subject < 8 && self.is(0, Class::PREPOSITION) && !(0..subject).any(acts)
    }

    /// The nearest mention to the left of `start` that stands where subjects do.
    pub(crate) fn leftwards(&self, start: usize) -> Option<usize> {
        let mut i = start;
        while let Some(j) = i.checked_sub(1) {
            if self.is_mark(j, b';') {
                return None;
            }
            // "Ana Silva (born 3 May 1964, Lom) is a lawyer who was": nobody in the brackets.
            if let Some(open) = self.opens(j) {
                i = open;
                continue;
            }
            if let Some(mention) = self.mention(j).filter(|m| m.kind != MentionKind::Body || m.name.is_some()) {
                // "2. Ana Silva was appointed consul and dismissed as envoy"
                let counts = |k: usize| matches!(self.nodes[k].token.shape, Shape::Mark(_) | Shape::Number);
                let first = j == 0 || j <= 2 && (0..j).all(counts);
                let opens = || {
                    let k = j - 1;
                    self.is(k, Class::CONJUNCTION | Class::SAY)
                        || self.is(k, Class::SUBORDINATOR) && !self.is_any(k, &["as", "since", "until"])
                        || self.is_mark(k, b',')
                        || self.is_mark(k, b':')
                        || self.is_mark(k, b'"')
                        || self.is_mark(k, b'-')
                        || self.is_mark(k, b';')
                        || self.time(k).is_some()
                        || self.fronts(k, j)
                };
                let apposed =
                    !first && self.is_mark(j - 1, b',') && mention.kind == MentionKind::Role && !mention.definite;
                // "vice president, operations, and was": what the office is for.
                let field = j > 1
                    && [j - 1, j + 1].iter().all(|&i| self.is_mark(i, b','))
                    && self.mention(j - 2).is_some_and(|m| m.role.is_some() && m.ends_in_office())
                    && !mention.titled
                    && !self.words(j).contains(' ');
                // "was decorated in the New Year Honours and named"
                let thing = || {
                    let last = self.words(j).rsplit(' ').next().unwrap_or_default();
                    !mention.titled && !first && class(last).has(Class::THING)
                };
                if (first || opens()) && !apposed && !field && !thing() {
                    // "Hansen's widow died": nobody that is named.
                    let owner = self.nodes.get(j + 1).is_some_and(|next| next.token.shape == Shape::Genitive);
                    // "Remarks: appointed in 1880": a label.
                    let label = j == 0 && self.is_mark(1, b':') && !self.words(0).contains(' ');
                    return Some(j).filter(|_| !owner && !label);
                }
            }
            i = j;
        }
        None
    }
}
