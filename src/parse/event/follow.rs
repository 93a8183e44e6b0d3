//! From a mention to the person: pronouns, family names and offices followed through the document, and offices that a
//! sentence leaves out taken from where they were told.

mod above;
mod acting;
mod heard;
mod office;
mod pronoun;
mod who;

use std::cell::OnceCell;
use std::sync::LazyLock;

use chrono::NaiveDateTime;

use crate::Span;
use crate::hash::{HashMap, HashSet};
use crate::lexicon::table::WordTable;
use crate::parse::mention::{Mention, MentionKind};
use crate::parse::reference::Names;
use crate::parse::sex::Sex;
use crate::parse::word::{Class, Shape, section_lines};
use crate::statement::Kind;

use super::article::Article;
use super::clause::Clause;
use super::draft::{Draft, Person};
use super::row::table::Columns;
use super::trigger::Frame;
use heard::Heard;

/// A draft with its people and offices known.
#[derive(Clone, Debug)]
pub(crate) struct Followed {
    pub(crate) draft: Draft,
    pub(crate) person: Span,
    pub(crate) role: Option<Span>,
    pub(crate) organization: Option<Span>,
    /// Whom the person succeeds, by the draft's own words.
    heir: Option<Span>,
    /// Whom the person succeeds, by anything in the sentence.
    pub(crate) succeeds: Option<Span>,
}

/// An office and the body or state in it.
pub(super) type Office = (Span, Option<Span>);

impl Followed {
    fn office(&self) -> Option<Office> {
        self.role.map(|role| (role, self.organization))
    }
}

/// What was read so far of who is who.
#[derive(Debug)]
pub(crate) struct Memory<'d> {
    /// Gathered from the whole text when the first of them is asked for.
    names: OnceCell<Names<'d>>,
    text: &'d str,
    /// Whom a profile is about, and whether "he" is said of them.
    profiled: OnceCell<Option<(Span, bool)>>,
    /// Whom a pronoun in the sentence after this one means.
    focus: HashMap<usize, Option<Span>>,
    /// Whether "he" or "she" was said of a person, by full name.
    said_of: HashMap<&'d str, Sex>,
    /// In which sentence "he" was last said of whom, and "she".
    meant_last: [Option<(usize, Span)>; 2],
    /// The office last told of a person, by full name; one that they had earlier does not displace a later one.
    offices: HashMap<&'d str, Office>,
    /// The office of a person with the latest date so far, and that date.
    latest: HashMap<&'d str, (NaiveDateTime, Office)>,
    /// When a person was last told to leave an office, and which.
    left_on: HashMap<&'d str, (NaiveDateTime, Span)>,
    /// Whose office was only told as one that they had before: "former mayor Ana Silva".
    formers: HashSet<&'d str>,
    /// Whose office was told by an event.
    told: HashSet<&'d str>,
    /// Who was last told to give or take an office, and in which sentence.
    acted: Option<(usize, Span)>,
    /// Who was last told to get an office in which sentence.
    started: HashMap<&'d str, usize>,
    /// Who was told to leave an office, and which.
    left: HashMap<&'d str, Option<Office>>,
    /// Who was told to hold which office, and in which sentence, in text order.
    holders: Vec<(usize, Span, Span)>,
    /// Whom the row of a list told last is about, and its sentence.
    above: Option<(usize, Span)>,
    /// The office that the row of a list told last is of, and its sentence.
    listed: Option<(usize, Office)>,
    /// The table that the row asked for last is of, where it is one of the holders of an office, and that row's sentence.
    table: Option<(usize, Option<(Columns, Office)>)>,
    /// The office of the event told last, and in which sentence.
    last: Option<(usize, Office)>,
    /// The office that was last told to have been made, and in which sentence: "created the post of consul".
    created: Option<(usize, Office)>,
    /// Whether the offices of each sentence are known.
    read: Vec<bool>,
    /// What was told of offices since somebody last asked: most documents tell nothing that does.
    heard: Vec<Heard>,
}

/// Whether a name is a large city's.
fn is_city(name: &str) -> bool {
    !name.contains(' ') && CITIES.get(name).is_some()
}

static CITIES: LazyLock<WordTable<()>> = LazyLock::new(|| {
    let lines = section_lines(crate::lexicon::PLACES, "[city]");
    lines.flat_map(str::split_whitespace).map(|city| (city, ())).collect()
});

/// How many sentences back a pronoun reaches, and "the post".
const REACH: usize = 8;

impl<'d> Memory<'d> {
    pub(crate) fn new(article: &Article<'d>) -> Memory<'d> {
        let text = article.text;
        Memory {
            names: OnceCell::new(),
            text,
            profiled: OnceCell::new(),
            focus: HashMap::default(),
            said_of: HashMap::default(),
            meant_last: [None; 2],
            offices: HashMap::default(),
            latest: HashMap::default(),
            left_on: HashMap::default(),
            formers: HashSet::default(),
            told: HashSet::default(),
            acted: None,
            started: HashMap::default(),
            left: HashMap::default(),
            holders: Vec::new(),
            above: None,
            listed: None,
            table: None,
            last: None,
            created: None,
            read: vec![false; article.sentences.len()],
            heard: Vec::new(),
        }
    }

    fn names(&self) -> &Names<'d> {
        self.names.get_or_init(|| Names::new(self.text))
    }

    /// The drafts of the sentence `number` whose person is found and whose office, where one is needed, is known.
    pub(crate) fn follow(
        &mut self,
        article: &Article<'d>,
        number: usize,
        clause: &Clause<'d>,
        drafts: Vec<Draft>,
    ) -> Vec<Followed> {
        if article.tells(number) {
            self.remember(number, clause);
        }
        if drafts.iter().all(|draft| is_of_no_office(clause, draft)) {
            return Vec::new();
        }
        self.settle();
        // "was appointed to the post" far below is about another one.
        self.last = self.last.filter(|&(sentence, _)| sentence + REACH > number);
        let mut followed: Vec<Followed> = Vec::with_capacity(drafts.len());
        for draft in drafts.into_iter().flat_map(|draft| both(clause, draft)) {
            let one = self.found(article, number, clause, draft, &followed);
            followed.extend(one);
        }
        self.drop_retold(number, clause, &mut followed);
        if followed.iter().any(|one| one.role.is_none()) {
            self.recall(article, number);
        }
        for one in &followed {
            if let Some(office) = one.office() {
                self.offices.entry(one.person.of(self.text)).or_insert(office);
            }
        }
        self.share(number, clause, &mut followed);
        self.succession(clause, &mut followed);
        office::seats(&mut followed, self.text);
        followed.iter_mut().for_each(|one| office::begun(one, self.text));
        drop_of_no_office(&mut followed);
        self.take_in(number, clause, &followed);
        followed
    }

    /// A draft with its person, its office by its own words, and whom the person follows; `before` are those of its
    /// sentence that are found.
    fn found(
        &mut self,
        article: &Article<'d>,
        number: usize,
        clause: &Clause<'d>,
        mut draft: Draft,
        before: &[Followed],
    ) -> Option<Followed> {
        // "named her chief of staff, a post she left in 2007": the one who got it.
        let last = before.last().filter(|_| is_of_the_post(clause, draft.person));
        // "Silva succeeded Hansen as mayor, a post he had held since 2009": the one who had it.
        let had = matches!(draft.person, Person::Node(at) if clause.is_any(at + 1, &["had"]));
        let holder = last.map(|last| last.heir.filter(|_| had).unwrap_or(last.person));
        let person = holder.or_else(|| self.person(article, number, clause, draft.person))?;
        let person = self.other_than_by(article, number, clause, &draft, person)?;
        // "the fall of Lom" is a town's.
        let titled = |at: usize| clause.mention(at).is_some_and(|m| m.titled || m.kind == MentionKind::Pronoun);
        let known =
            matches!(draft.person, Person::Node(at) if titled(at)) || self.offices.contains_key(person.of(self.text));
        if draft.trigger.of(self.text).starts_with("fall") && !known {
            return None;
        }
        // "at 7 Eaton Place, London, upon relinquishing": a city.
        if matches!(draft.person, Person::Node(at) if clause.mention(at).is_some_and(|m| !m.titled))
            && is_city(person.of(self.text))
        {
            return None;
        }
        let (person, heir) = self.heir(article, number, clause, &draft, person);
        // "dismissed Hansen and replaced him with Ana Silva": who was just told to leave.
        let him = draft.heir_of.filter(|&him| draft.weak && clause.is_any(him, &["him", "her"]));
        let gone = before.iter().rev().find(|one| one.draft.kind.ends_tenure() && one.draft.at < him.unwrap_or(0));
        let heir = gone.filter(|_| him.is_some()).map(|gone| gone.person).filter(|&gone| gone != person).or(heir);
        draft.by = draft.by.and_then(|by| self.acting(article, number, clause, by, person));
        draft.by = draft.by.map(|by| if self.names().knows_exactly(by) { self.names().fullest(by) } else { by });
        // "King retired": who, and no office.
        let surname = |m: Mention| m.role.is_some() && m.role == draft.role && self.is_surname(m);
        if matches!(draft.person, Person::Node(at) if clause.mention(at).is_some_and(surname)) {
            (draft.role, draft.organization) = (None, None);
        }
        let told = self.spelled_out(&draft, person);
        let (role, organization) = match self.fuller(clause, &draft, person) {
            Some((role, organization)) => (Some(role), organization),
            None if told.0.is_none() => self.as_before(article, number, clause, &draft, before).unwrap_or(told),
            None => told,
        };
        let titled = || self.titled_before(clause, &draft, person);
        let (role, organization) = match role {
            None if draft.needs_role && organization.is_none() => titled().unwrap_or((role, organization)),
            _ => (role, organization),
        };
        Some(Followed { draft, person, role, organization, heir, succeeds: heir })
    }

    /// Whom the person of a draft follows by its own words, "as his successor"; where "he" would be both, the person is
    /// another one.
    fn heir(
        &mut self,
        article: &Article<'d>,
        number: usize,
        clause: &Clause<'d>,
        draft: &Draft,
        person: Span,
    ) -> (Span, Option<Span>) {
        let whom = |node| if clause.mention(node).is_some() { Person::Node(node) } else { Person::Pronoun(node) };
        let heir = draft.heir_of.and_then(|node| self.person(article, number, clause, whom(node)));
        // "When the mayor, Jens Hansen, fell ill he was named to succeed him": who was spoken of before.
        let him = draft.heir_of.filter(|&him| clause.is_any(him, &["him", "her"]));
        let he = him.and_then(|_| self.is_pronoun(clause, draft).then(|| number.checked_sub(1)).flatten());
        let spoken_of = he.filter(|_| heir == Some(person)).and_then(|before| self.focus(article, before, REACH));
        let person = spoken_of.map_or(person, |other| self.names().fullest(other));
        // "dismissed Hansen and named Silva to replace him": nobody replaces himself.
        // "The pope appointed Ana Silva to be his successor": not his own.
        let by = draft.by.map(|by| self.names().fullest(by).of(self.text));
        let acts = heir.is_some_and(|heir| by == Some(heir.of(self.text)));
        let heir = if heir == Some(person) || acts { self.other_before(clause, draft, person) } else { heir };
        let heir = heir.or_else(|| {
            // "took his place" is one word.
            let his = |him: usize| clause.is_any(him, &["him", "her", "his"]) || clause.words(him).ends_with(" place");
            draft.heir_of.filter(|&him| his(him))?;
            self.focus(article, number.checked_sub(1)?, REACH)
        });
        (person, heir)
    }

    /// Drops "She replaces Jens Hansen" right behind what told of her appointment: only whom she follows is new, and what
    /// he left is what she got.
    fn drop_retold(&mut self, number: usize, clause: &Clause<'d>, followed: &mut Vec<Followed>) {
        let retold = |one: &Followed| {
            let started =
                self.started.get(one.person.of(self.text)).is_some_and(|&told| told < number && told + 3 > number);
            let present = ["replaces", "succeeds", "replace", "succeed"].contains(&one.draft.trigger.of(self.text));
            let comma = (one.draft.at..clause.nodes.len()).take_while(|&i| !clause.is_mark(i, b','));
            let undated = || (0..one.draft.at).chain(comma).all(|i| clause.time(i).is_none());
            started && present && one.draft.rule == "term-start-succession" && undated()
        };
        let Some(at) = followed.iter().position(retold) else { return };
        let one = followed.remove(at);
        let office = self.offices.get(one.person.of(self.text)).copied();
        if let (Some(heir), Some(office)) = (one.heir, office) {
            self.offices.insert(heir.of(self.text), office);
        }
    }

    /// The office that stands beside the name of whom a pronoun means: "Mayor Ana Silva said she will retire in May".
    fn titled_before(&self, clause: &Clause<'d>, draft: &Draft, person: Span) -> Option<(Option<Span>, Option<Span>)> {
        if !draft.kind.ends_tenure() || !self.is_pronoun(clause, draft) {
            return None;
        }
        let same = |m: &Mention| m.name.is_some_and(|name| self.names().fullest(name) == person);
        let held = |m: &Mention| m.titled && !m.former && m.role.is_some();
        let mention = (0..draft.at).filter_map(|i| clause.mention(i)).find(|m| held(m) && same(m))?;
        Some((mention.role, mention.organization))
    }

    /// Whether a draft is told of "he" or "she".
    fn is_pronoun(&self, clause: &Clause<'d>, draft: &Draft) -> bool {
        match draft.person {
            Person::Pronoun(_) => true,
            Person::Node(at) => clause.mention(at).is_some_and(|m| m.kind == MentionKind::Pronoun),
            _ => false,
        }
    }

    /// The office of a draft, in full where it stands as "PM" and the person was told to hold it by its words.
    fn spelled_out(&self, draft: &Draft, person: Span) -> (Option<Span>, Option<Span>) {
        let known = self.offices.get(person.of(self.text)).filter(|(known, _)| {
            let short = draft.role.map_or("", |role| role.of(self.text));
            let words = known.of(self.text).split(' ').filter_map(|word| word.chars().next());
            let acronym = short.len() > 1 && short.bytes().all(|byte| byte.is_ascii_uppercase());
            acronym && words.take(short.len()).map(|c| c.to_ascii_uppercase()).eq(short.chars())
        });
        known.map_or((draft.role, draft.organization), |&(role, organization)| (Some(role), organization))
    }

    /// The last person named before the event of `draft` who is not `person`, nor the one who acts.
    fn other_before(&self, clause: &Clause<'d>, draft: &Draft, person: Span) -> Option<Span> {
        let people = (0..draft.at).rev().filter(|&i| self.is_person(clause, i)).filter_map(|i| clause.mention(i)?.name);
        let by = draft.by.map(|by| self.names().fullest(by));
        people.map(|name| self.names().fullest(name)).find(|&name| name != person && Some(name) != by)
    }

    /// The office in "her predecessor, Jens Hansen, resigned": the one that she holds.
    fn as_before(
        &mut self,
        article: &Article<'d>,
        number: usize,
        clause: &Clause<'d>,
        draft: &Draft,
        before: &[Followed],
    ) -> Option<(Option<Span>, Option<Span>)> {
        let Person::Node(at) = draft.person else { return None };
        // Who dismisses a predecessor does so from another office.
        if draft.kind == Kind::Dismissal && at > draft.at {
            return None;
        }
        let comma = at.checked_sub(1).filter(|&comma| clause.is_mark(comma, b','))?;
        // "his successor in that office, Jens Hansen,"
        let led = |i: usize| clause.is_any(i, &["in"]) && clause.is_word(comma - 1, Class::POSTS);
        let noun = comma.checked_sub(4).filter(|&noun| led(noun + 1)).or(comma.checked_sub(1))?;
        let whose = noun.checked_sub(1).filter(|_| clause.is_any(noun, &["predecessor", "successor"]))?;
        let other = if clause.is_any(whose, &["his", "her"]) {
            self.antecedent(article, number, clause, whose)?
        } else {
            let owner = whose.checked_sub(1).filter(|_| clause.nodes[whose].token.shape == Shape::Genitive)?;
            self.person(article, number, clause, Person::Node(owner))?
        };
        // "Justice Silva was sworn in as chief justice after her predecessor, Hansen, retired": in what she gets.
        let gets = before.iter().rev().find(|one| {
            one.draft.kind.starts_tenure() && one.role.is_some() && one.person.of(self.text) == other.of(self.text)
        });
        let held = || self.offices.get(other.of(self.text)).copied();
        gets.and_then(Followed::office).or_else(held).map(|(role, organization)| (Some(role), organization))
    }

    /// The office of the person whom "the minister" means, where it is known by more words: "finance minister".
    fn fuller(&self, clause: &Clause<'d>, draft: &Draft, person: Span) -> Option<Office> {
        let Person::Node(at) = draft.person else { return None };
        let mention = clause.mention(at).filter(|m| m.kind == MentionKind::Role)?;
        let short = mention.role.filter(|_| draft.role == mention.role)?.of(self.text).to_lowercase();
        let known = self.offices.get(person.of(self.text)).copied()?;
        let head = known.0.of(self.text).to_lowercase();
        (head.len() > short.len() && head.split(" of ").next()?.ends_with(&short)).then_some(known)
    }
}

/// Whether a draft needs an office and neither it nor anything beside it could tell one, whoever its person is: "the board
/// made Ana Silva angry". The names of the document need not be known for that.
fn is_of_no_office(clause: &Clause<'_>, draft: &Draft) -> bool {
    let Draft { role: None, needs_role: true, shares_role: false, elsewhere: false, heir_of: None, .. } = *draft else {
        return false;
    };
    let Person::Node(at) = draft.person else { return false };
    // "her predecessor, Jens Hansen, resigned"; a pronoun tells of whom the next one is said.
    let named = clause.mention(at).is_some_and(|m| m.kind != MentionKind::Pronoun) && !clause.is_any(at, &["both"]);
    let apposed = at > 0 && clause.is_mark(at - 1, b',');
    let succeeds = |i: usize| clause.trigger(i).is_some_and(|trigger| trigger.frame == Frame::Succeed);
    named && !apposed && !(0..clause.nodes.len()).any(succeeds)
}

/// The event of each of the two where "both" are the subject.
fn both(clause: &Clause<'_>, draft: Draft) -> impl Iterator<Item = Draft> {
    let second = match draft.person {
        Person::Node(at) if clause.is_any(at, &["both"]) => Some(Draft { person: Person::Second(at), ..draft.clone() }),
        _ => None,
    };
    std::iter::once(draft).chain(second)
}

/// Drops the events that need an office and have none, and what another one of the sentence tells better.
fn drop_of_no_office(followed: &mut Vec<Followed>) {
    let dead: Vec<Span> = followed.iter().filter(|o| o.draft.kind == Kind::Death).map(|o| o.person).collect();
    let bounded = |one: &&Followed| one.draft.rule == "tenure-bound";
    let tenured: Vec<Span> = followed.iter().filter(bounded).map(|one| one.person).collect();
    let followed_by_another: Vec<Span> = followed.iter().filter_map(|one| one.heir).collect();
    followed.retain(|one| {
        let seat = one.draft.elsewhere && one.organization.is_some();
        // "died in May and was succeeded by", "who as mayor from 1991 to 1993 built it, died": he held something.
        let held = followed_by_another.contains(&one.person) || tenured.contains(&one.person);
        let succeeded = one.draft.kind == Kind::Death && held;
        one.role.is_some() || seat || succeeded || !one.draft.needs_role
    });
    died_after_leaving(followed);
    // "died in May and was replaced by": that death ended it.
    followed.retain(|one| one.draft.rule != "term-end-succession" || !dead.contains(&one.person));
}

/// Takes the office from a death where the sentence tells that it was left before: "Hansen, minister until 2012, died".
fn died_after_leaving(followed: &mut [Followed]) {
    let leaves = |one: &&Followed| one.draft.rule == "tenure-bound" && one.draft.kind == Kind::TermEnd;
    let left: Vec<_> = followed.iter().filter(leaves).map(|one| (one.person, one.role)).collect();
    // "until his death in 1902" ends it, so the death that counts is told by a verb, beside the office itself.
    let died = |one: &&mut Followed| {
        one.draft.rule.starts_with("death") && one.draft.role.is_some() && left.contains(&(one.person, one.role))
    };
    followed.iter_mut().filter(died).for_each(|one| (one.role, one.organization) = (None, None));
}

/// Whether a pronoun is the subject behind an office that stands beside what was told just before: ", a post he left".
fn is_of_the_post(clause: &Clause<'_>, person: Person) -> bool {
    let Person::Node(at) = person else { return false };
    let pronoun = clause.is_any(at, &["he", "she"]);
    let that = usize::from(at > 0 && clause.is_any(at - 1, &["that", "which"]));
    let post = at.checked_sub(1 + that).filter(|&post| pronoun && clause.is_word(post, Class::POSTS));
    post.is_some_and(|post| (post.saturating_sub(3)..post).any(|i| clause.is_mark(i, b',')))
}

/// Whether the node is a small word of no part in the grammar: "the economist".
fn is_plain(clause: &Clause<'_>, at: usize) -> bool {
    clause.mention(at).is_none()
        && clause.nodes.get(at).is_some_and(|node| node.token.shape == Shape::Lower)
        && !clause.is(at, Class::FUNCTION | Class::TIME | Class::TRIGGER)
}
