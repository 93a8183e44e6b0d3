//! Beginnings of a tenure without the word of who gave it: taking office, becoming, succeeding, "since".
//!
//! **Recognises** "become", "take office", "sworn in as", "assume", "succeed", "replace", "has been … since", "served
//! as … from".
//!
//! **Examples**: "Jens Hansen, 54, becomes chairman, succeeding Ana Silva"; "Silva was sworn in on Thursday"; "Hansen
//! was replaced as mayor by Ana Silva"; "Silva, treasurer since May 2001"; "Ana Silva is the new mayor".
//!
//! **Not**: "became involved", "took over the company", "the fund replaced the council", "would become mayor if".

use crate::Span;
use crate::parse::mention::{Mention, MentionKind};
use crate::parse::word::{Class, Shape, class};
use crate::statement::{Certainty, Kind};

use crate::parse::event::certainty;
use crate::parse::event::clause::{Clause, Verb};
use crate::parse::event::draft::{Draft, Person, Slot};
use crate::parse::event::frame::slot::{command, further_offices, is_seat, named_behind, office};
use crate::parse::event::frame::{install, noun, people, serve, succeed};
use crate::parse::event::row::list;
use crate::parse::event::trigger::{Form, Frame, Trigger};

pub(crate) fn read(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> Vec<Draft> {
    match trigger.frame {
        Frame::Noun => noun::read(clause, at, &trigger.kind, "term-start-noun"),
        Frame::Succeed => succeed::read(clause, at, trigger),
        Frame::Serve => serve::read(clause, at, trigger),
        Frame::Is if trigger.needs_role => is_the_new(clause, at).into_iter().collect(),
        Frame::Is => succeed::heir(clause, at).into_iter().collect(),
        _ => enter(clause, at, trigger),
    }
}

/// "Silva took office as mayor"
pub(crate) fn enter(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> Vec<Draft> {
    let verb = clause.verb(at);
    if is_ceremony(clause, at) && !verb.passive && !is_reduced(clause, at, verb.auxiliary) {
        return sworn_in_by(clause, at, trigger);
    }
    // "occupied the post of consul from 1982 to 1991"
    if ["occup", "fill"].iter().any(|verb| trigger.word.starts_with(verb)) {
        let held = serve::read(clause, at, trigger);
        if !held.is_empty() {
            return held;
        }
    }
    // "The new provosts, who took office on July 1, are Ana Silva, of Lom College; and"
    // "Two judges were sworn in on Monday: Ana Silva at Vik and Jens Hansen at Lom"
    let subject = verb.start.checked_sub(1).filter(|_| verb.passive);
    if subject.is_some_and(|i| people::is_plural(clause, i)) || list::several(clause, at).is_some() {
        let named = list::read(clause, at, &trigger.kind, "term-start");
        if !named.is_empty() {
            return named;
        }
    }
    if let Some(draft) = falls_to(clause, at, trigger, verb) {
        return vec![draft];
    }
    let falls = ["pass", "f", "giv", "gav", "hand", "entrust"].iter().any(|verb| trigger.word.starts_with(verb));
    let never_taken = ["pass", "confer", "bestow", "devolve"].iter().any(|verb| trigger.word.starts_with(verb));
    if falls && trigger.word.ends_with(" to") || never_taken {
        return Vec::new();
    }
    let verb = victory(clause, verb).unwrap_or(verb);
    let mut persons = people::subjects(clause, at, verb.start);
    if persons.is_empty() {
        persons.extend(people::fronted(clause, at));
    }
    if persons.is_empty() {
        persons = who_left_for_it(clause, verb);
    }
    // "since coming to power": of whoever is told of, in passing.
    let gerund = trigger.form == Form::Gerund;
    let undated = people::fronted(clause, at).is_none_or(|behind| (at..behind).all(|i| clause.time(i).is_none()));
    let undated = undated && (at + 1..at + 4).all(|i| clause.time(i).is_none());
    let after = at > 0 && clause.is_any(at - 1, &["after", "since", "before", "upon"]);
    let in_passing = gerund && (trigger.word.ends_with("power") || trigger.word == "taking office" && after && undated);
    if in_passing {
        return Vec::new();
    }
    // "was the eighth bishop of Lom, consecrated in 1947": who was.
    if let [office] = persons[..]
        && clause.mention(office).is_some_and(|m| m.kind == MentionKind::Role)
        && let Some(was) = people::who_was(clause, office).filter(|_| is_ceremony(clause, at))
    {
        let draft = Draft::new(clause, at, trigger.kind.clone(), "term-start", Person::Node(was));
        let draft = Draft { certainty: verb.certainty, ..draft };
        return vec![draft.with_role(self::office(clause, at + 1), clause.mention(office))];
    }
    let Some(&subject) = persons.last() else { return Vec::new() };
    // "will head for Lima as consul"
    if trigger.word == "will head" && clause.is(at + 1, Class::PREPOSITION) {
        return Vec::new();
    }
    // "joined a string of mayors who were convicted"
    let joins_row = trigger.word.starts_with("join") && clause.is_any(at + 1, &["a"]) && clause.is_any(at + 3, &["of"]);
    if joins_row || of_another(clause, at) || is_one_of_those(clause, at) {
        return Vec::new();
    }
    // "She takes over from Jens Hansen"
    // "who took over in 2011 from Jens Hansen"
    let lead = clause.skip(at + 1);
    let from = Some(lead + 1).filter(|_| trigger.word.ends_with("over") && clause.is_any(lead, &["from"]));
    let heir_of = from.filter(|&i| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Person));
    // "rose to become governor", "rose to be governor"
    let led = at + usize::from(clause.is_any(at + 1, &["become", "be"]));
    let seat = seat(clause, at);
    let slot = command(clause, at)
        .or_else(|| office(clause, heir_of.unwrap_or(led) + 1))
        .or_else(|| throne(clause, at))
        .or_else(|| office_in_body(clause, at + 1))
        .or_else(|| department(clause, at + 1).filter(|_| leads_on(trigger)))
        .or_else(|| apposed(clause, subject))
        .or_else(|| install::title_of_the_first(clause, subject).filter(|_| leads_on(trigger)))
        .or(seat);
    // "takes over the portfolio": whichever was told.
    let slot = slot.filter(|slot| slot.role.is_none_or(|role| role.of(clause.text) != "portfolio"));
    // "resumed talks"
    let resumes = trigger.word.starts_with("resum") && !trigger.word.contains(' ');
    if resumes && slot.is_none() {
        return Vec::new();
    }
    // "assumed control of the estate", "assumed senior status": no office
    let assumes = trigger.word.starts_with("assum") && slot.is_none();
    let behind = (at + 1..at + 5).take_while(|&i| !clause.is_mark(i, b',') && !clause.is(i, Class::PREPOSITION));
    if assumes && !behind.into_iter().any(|i| clause.is_word(i, Class::POSTS) || clause.mention(i).is_some()) {
        return Vec::new();
    }
    // "becomes an Officer of the Order of the Lion"
    if (at + 1..at + 3).any(|i| install::names_an_order(clause.words(i))) {
        return Vec::new();
    }
    // "rose to become provincial governors": of whom each was one is not told.
    if led > at && slot.and_then(|slot| slot.role).is_some_and(|role| role.of(clause.text).ends_with('s')) {
        return Vec::new();
    }
    // "took the helm of the yacht"
    let of_a_thing = leads_on(trigger) && clause.is_any(at + 1, &["of"]);
    if of_a_thing && slot.is_none() && (at + 2..at + 6).all(|i| clause.mention(i).is_none()) {
        return Vec::new();
    }
    // "took up residence", "takes up the case"
    let office = |i: usize| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Role);
    let posts = |i: usize| clause.is_word(i, Class::POSTS) || office(i);
    let behind = clause.skip(at + 1) == at + 1 && slot.is_none();
    let of_no_post = trigger.word.ends_with(" up") && behind && !(at + 1..at + 5).any(posts);
    if of_no_post && !ends_there(clause, at + 1) {
        return Vec::new();
    }
    // "becoming the third minister to leave": nothing that she becomes.
    if slot.is_some_and(|slot| clause.is_any(slot.end, &["to"]) && clause.trigger(slot.end + 1).is_some()) {
        return Vec::new();
    }
    let further = slot.map_or(Vec::new(), |slot| further_offices(clause, slot.end));
    // What one becomes or joins is told with it, or it is no office.
    let told_before = ["duty", "duties"].iter().any(|word| trigger.word.ends_with(word));
    let names_it =
        NAMED_WITH.iter().any(|verb| trigger.word.starts_with(verb)) && !told_before || trigger.word.ends_with(" to");
    let mut drafts = Vec::new();
    if let Some(end) = slot.filter(|slot| slot.role.is_some()).map(|slot| slot.end) {
        let draft = |person| Draft::new(clause, at, trigger.kind.clone(), "term-start", person);
        let others = install::gapped(clause, end).into_iter();
        drafts.extend(
            others
                .map(|(person, slot)| Draft { certainty: verb.certainty, ..draft(person).with_role(Some(slot), None) }),
        );
    }
    for person in persons {
        let mut draft = Draft::new(clause, at, trigger.kind.clone(), "term-start", Person::Node(person));
        draft.certainty = if trigger.word.starts_with("will ") { Certainty::Planned } else { verb.certainty };
        for &(node, further) in &further {
            drafts.push(Draft { at: node, ..draft.clone() }.with_role(Some(further), None));
        }
        draft.shares_role = slot.is_none() && !names_it && !is_over_a_thing(clause, at) && !is_of_a_body(clause, at);
        draft.heir_of = heir_of;
        if draft.heir_of.is_some() {
            (draft.weak, draft.rule) = (true, "term-start-succession");
        }
        // "He takes over on Monday": the office that he was told to get.
        draft.elsewhere = draft.shares_role && ends_there(clause, at + 1);
        // "is to take up her duties on May 4": an office, whatever it is called.
        let named = (at + 1..at + 4).any(|i| clause.is_word(i, Class::POSTS));
        // "assumed the role of a hero"
        let of = (at + 1..at + 5).any(|i| clause.is_any(i, &["of"]));
        let duties = slot.is_none() && named && !of && !clause.is_any(at + 1, &["a", "an"]);
        draft.elsewhere |= duties;
        draft.needs_role &= !(duties || seat.is_some());
        // "Finance chief Ana Silva takes the helm": not of what she heads already.
        // "his deputy, Ana Silva, has assumed his duties"
        // "Trade Minister Ana Silva will take on his duties"
        let his = clause.is(at + 1, Class::POSSESSIVE) && ["on", "over"].iter().any(|end| trigger.word.ends_with(end));
        let of_another = duties && clause.mention(person).is_some_and(|m| m.possessive || his && m.role.is_some());
        let leads = leads_on(trigger) && !clause.is(verb.start.wrapping_sub(1), Class::RELATIVE) || of_another;
        // "Ana Silva, provost since 1993, takes office in July": another one.
        let held = clause.mention(person).is_some_and(|m| m.apposed) && clause.is_any(person + 1, &["since"]);
        draft.elsewhere |= held && slot.is_none();
        let names_it = names_it || held;
        drafts.push(
            draft.with_role(
                slot,
                clause
                    .mention(person)
                    .filter(|m| !names_it && (!leads || m.apposed || install::is_of_the_first(clause, person))),
            ),
        );
    }
    drafts
}

/// "became King Haakon VII of Norway": the throne, with the name that is worn on it.
fn throne(clause: &Clause<'_>, at: usize) -> Option<Slot> {
    let reigns = clause.skip(at + 1);
    let named = clause.mention(reigns).filter(|m| m.kind == MentionKind::Person && !m.apposed && !m.definite)?;
    let throne = class(named.role?.of(clause.text)).has(Class::REGNAL);
    let owner = clause.nodes.get(reigns + 1).is_some_and(|next| next.token.shape == Shape::Genitive);
    (throne && !owner).then_some(Slot {
        role: named.role,
        organization: named.organization,
        end: reigns + 1,
        ..Slot::default()
    })
}

/// "moved from the Foreign Office to become", "left the bank in May to become": who moved or left.
fn who_left_for_it(clause: &Clause<'_>, verb: Verb) -> Vec<usize> {
    let to = Some(verb.start).filter(|&to| clause.is_any(to, &["to"]));
    let moves = |&i: &usize| {
        let leaves = |t: &Trigger| t.kind.ends_tenure() && t.form != Form::Noun || t.word.starts_with("move");
        clause.trigger(i).is_some_and(leaves)
    };
    let near = to.into_iter().flat_map(|to| (to.saturating_sub(10)..to).rev());
    let left = near.take_while(|&i| !clause.is_mark(i, b',') && !clause.is_mark(i, b';')).find(moves);
    left.map_or(Vec::new(), |left| people::subjects(clause, left, clause.group(left).start))
}

/// An office that is called by its department alone: "takes over at Justice", "took charge at Foreign Affairs on Monday".
fn department(clause: &Clause<'_>, at: usize) -> Option<Slot> {
    let names = |i: usize| {
        clause.nodes.get(i).is_some_and(|node| {
            let words = Class::ROLE_MODIFIER | Class::FIELD | Class::ROLE;
            node.token.shape == Shape::Capital && node.token.is(words) && clause.time(i).is_none()
        })
    };
    let end = (at + 1..at + 4).find(|&i| !names(i)).filter(|&end| clause.is_any(at, &["at"]) && end > at + 1)?;
    let role = Span::new(clause.nodes[at + 1].span.start, clause.nodes[end - 1].span.end);
    // "at Trade House", "at Chief Justice Hansen's house"
    let named = clause.nodes.get(end).is_some_and(|n| n.token.is_capital() || n.token.shape == Shape::Genitive);
    let plain = role.of(clause.text).split(' ').all(|word| class(word).has(Class::ROLE_MODIFIER | Class::FIELD));
    (plain && !named).then(|| Slot { role: Some(role), end, ..Slot::default() })
}

/// The verb before whom somebody "beat to become mayor".
fn victory(clause: &Clause<'_>, verb: Verb) -> Option<Verb> {
    let loser = verb.start.checked_sub(1).filter(|_| clause.is_any(verb.start, &["to"]))?;
    clause.mention(loser).filter(|m| m.kind == MentionKind::Person)?;
    let wins = loser.checked_sub(1).filter(|&wins| clause.is_word(wins, Class::DEFEATS))?;
    Some(clause.verb(wins)).filter(|wins| !wins.passive)
}

/// Whether what one takes is the lead, of whatever it may be.
fn leads_on(trigger: &Trigger) -> bool {
    ["helm", "reins", "charge", "control", "power", "over", " head", " chair"]
        .iter()
        .any(|word| trigger.word.ends_with(word))
}

/// "takes over trade": something else is taken over than what an office told beside it names.
fn is_over_a_thing(clause: &Clause<'_>, at: usize) -> bool {
    let thing = clause.nodes.get(at + 1).filter(|_| clause.mention(at + 1).is_none() && clause.time(at + 1).is_none());
    let plain = thing.is_some_and(|next| {
        next.token.shape == Shape::Lower && !next.token.is(Class::FUNCTION | Class::TRIGGER | Class::ADVERB)
    });
    plain && clause.words(at).ends_with(" over")
}

/// "took charge of Lom United": of what is named, and in no office told elsewhere.
fn is_of_a_body(clause: &Clause<'_>, at: usize) -> bool {
    let unnamed = |m: Mention| m.kind == MentionKind::Body || m.kind == MentionKind::Person && !m.titled;
    clause.is_any(at + 1, &["of"]) && clause.mention(at + 2).is_some_and(unnamed)
}

/// How the words begin that tell an office only where it stands behind them.
const NAMED_WITH: &[&str] = &["bec", "crown", "join", "return", "start", "enter", "go", "went", "move", "rise", "rose"];

/// "command of the fleet passed to Ana Silva", "the job went to Jens Hansen": the office is the subject.
fn falls_to(clause: &Clause<'_>, at: usize, trigger: &Trigger, verb: Verb) -> Option<Draft> {
    // "the job was given to Ana Silva"
    let given =
        ["given", "handed", "entrusted", "conferred", "bestowed"].iter().any(|verb| trigger.word.starts_with(verb));
    let given = verb.passive && given;
    let goes = ["pass", "go", "went", "fall", "fell", "devolve"].iter().any(|verb| trigger.word.starts_with(verb));
    let falls = given || trigger.word.contains(' ') && goes;
    let last = verb.start.checked_sub(1).filter(|_| falls)?;
    // "went in 1964 to Ana Silva"
    let particle = clause.skip(at + 1);
    let behind = if particle > at + 1 && clause.is_any(particle, &["to"]) { particle + 1 } else { at + 1 };
    // "passed from Ana Silva to Ben Hart"
    let leaver = Some(behind).filter(|_| trigger.word.ends_with(" from"));
    let behind = match leaver {
        Some(leaver) => (leaver + 1..leaver + 6).find(|&i| clause.is_any(i, &["to"]))? + 1,
        None => behind,
    };
    let person = people::behind_title(clause, behind).unwrap_or_else(|| named_behind(clause, behind));
    clause.mention(person).filter(|m| m.kind == MentionKind::Person)?;
    let of_post = last > 1 && clause.is_any(last - 1, &["of"]) && clause.is_word(last - 2, Class::POSTS);
    let named = clause.mention(last).filter(|m| m.kind == MentionKind::Role && (m.definite || of_post));
    let commanded = (last.saturating_sub(6)..last).find_map(|i| command(clause, i).filter(|c| c.end == last + 1));
    let post = clause.is_word(last, Class::POSTS);
    // "command passed to Jens Hansen": an office by itself.
    let bare = Some(last).filter(|&i| clause.is_any(i, &["command"])).map(|i| clause.nodes[i].span);
    let bare = bare.map(|role| Slot { role: Some(role), end: last + 1, ..Slot::default() });
    let commanded = commanded.or(bare);
    if named.is_none() && commanded.is_none() && !post {
        return None;
    }
    let rule = if given { "appointment" } else { "term-start-succession" };
    let mut draft = Draft::new(clause, at, trigger.kind.clone(), rule, Person::Node(person));
    draft.certainty = verb.certainty;
    draft.elsewhere = named.is_none() && commanded.is_none();
    draft.heir_of = leaver.filter(|&i| clause.mention(i).is_some_and(|m| m.name.is_some()));
    Some(draft.with_role(commanded, named))
}

/// "will assume Hansen's duties", "the additional duties of": for the time being, and no office is taken.
fn of_another(clause: &Clause<'_>, at: usize) -> bool {
    if clause.is_any(at + 2, &["additional"]) && clause.is_any(at + 3, &["duties", "responsibilities"]) {
        return true;
    }
    let genitive = clause.nodes.get(at + 2).is_some_and(|node| node.token.shape == Shape::Genitive);
    let whose = if genitive { at + 3 } else { at + 2 };
    let his = clause.is_any(at + 1, &["his", "her"]) && clause.words(at).ends_with("over");
    (genitive || his) && clause.is_any(whose, &["duties", "responsibilities"])
}

/// "became the third minister to leave the cabinet": that is told by how they left.
fn is_one_of_those(clause: &Clause<'_>, at: usize) -> bool {
    let ends = |i: usize| clause.trigger(i).is_some_and(|t| t.kind.ends_tenure() || t.kind == Kind::Death);
    let to = (at + 2..at + 8).find(|&i| clause.is_any(i, &["to"]));
    let done = |to: usize| (to + 1..to + 4).any(ends);
    clause.words(at).starts_with("bec") && to.is_some_and(done)
}

/// "Commander of the Reserve, a role she assumed in 2003": the office before the subject.
fn apposed(clause: &Clause<'_>, subject: usize) -> Option<Slot> {
    let post = (subject.saturating_sub(2)..subject).find(|&i| clause.is_word(i, Class::POSTS))?;
    let comma = (post.saturating_sub(2)..post).find(|&i| clause.is_mark(i, b','))?;
    let office = (comma.saturating_sub(4)..comma).rev().find_map(|i| clause.mention(i).filter(|m| m.role.is_some()))?;
    Some(Slot { role: Some(office.role?), organization: office.organization, ..Slot::default() })
}

/// "Justice Hansen swore in Ana Silva as president": it is the object who takes office.
fn sworn_in_by(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> Vec<Draft> {
    let object = clause.skip(at + 1);
    let Some(mention) = clause.mention(object).filter(|m| m.kind == MentionKind::Person) else { return Vec::new() };
    // "swore Ana Silva in as governor"
    let apart = trigger.word.starts_with("sw") && !trigger.word.contains(' ');
    if apart && !clause.is_any(object + 1, &["in", "in as"]) {
        return Vec::new();
    }
    let lead = object + 1 + usize::from(apart);
    let slot = office(clause, lead).filter(|_| clause.is_any(lead, &["as"]) || clause.is_any(lead - 1, &["in as"]));
    let draft = Draft::new(clause, at, trigger.kind.clone(), "term-start", Person::Node(object));
    vec![draft.with_role(slot, Some(mention))]
}

/// Whether somebody else can be the subject of the verb at `at`: "swore in", "inaugurated".
fn is_ceremony(clause: &Clause<'_>, at: usize) -> bool {
    class(clause.words(at).split(' ').next().unwrap_or_default()).has(Class::CEREMONIES)
}

/// "joins the board of Acme": a place in a body.
fn seat(clause: &Clause<'_>, at: usize) -> Option<Slot> {
    let is_any = |words: &[&str]| words.iter().any(|word| clause.words(at).starts_with(word));
    let finite = |t: &Trigger| t.form != Form::Gerund;
    let joins = clause.trigger(at).is_some_and(finite) && is_any(&["join", "rejoin"]);
    let body = (at + 1..at + 3).find(|&i| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Body))?;
    let organization = clause.mention(body)?.organization;
    let slot = Slot { organization, seat: true, end: body + 1, ..Slot::default() };
    // "took over the finance ministry": whoever does is its minister.
    let ministry = leads_on(clause.trigger(at)?)
        && ["ministry", "portfolio"].iter().any(|word| clause.words(body).ends_with(word));
    Some(slot).filter(|_| joins && is_seat(clause, organization) || ministry)
}

/// Whether the verb at `at` is a participle by itself: "Ana Silva, sworn in on Monday,".
fn is_reduced(clause: &Clause<'_>, at: usize, auxiliary: bool) -> bool {
    let object = clause.mention(clause.skip(at + 1)).is_some_and(|m| m.kind == MentionKind::Person);
    // "consecrated the church"
    let thing = clause.nodes.get(at + 1).is_some_and(|next| next.token.is(Class::DETERMINER));
    let thing = thing && clause.time(at + 1).is_none();
    clause.trigger(at).is_some_and(|t| t.form.is_participle()) && !auxiliary && !object && !thing
}

/// Whether nothing but a time follows, so that no object says what was taken over.
fn ends_there(clause: &Clause<'_>, at: usize) -> bool {
    let next = clause.skip(at);
    clause.nodes.get(next).is_none_or(|node| matches!(node.token.shape, Shape::Mark(_)))
        || clause.is(next, Class::CONJUNCTION)
        || clause.is_any(next, &["from", "after", "in", "at", "on"])
}

/// "joined Acme as treasurer", "entered the Senate in 1922 as member for Eastwick": the office behind a body.
fn office_in_body(clause: &Clause<'_>, at: usize) -> Option<Slot> {
    let place = |m: Mention| m.kind == MentionKind::Body || m.kind == MentionKind::Person && !m.titled;
    let it = |i: usize| clause.is_any(i, &["it"]) && clause.is_any(i + 1, &["as"]);
    let body = (at..at + 2).find(|&i| clause.mention(i).is_some_and(place) || it(i));
    // "joined this maker of valves as treasurer"
    let plain = |i: usize| clause.mention(i).is_none() && !clause.is_mark(i, b',') && clause.trigger(i).is_none();
    let described = clause.is(at, Class::DETERMINER) && body.is_none();
    let lead = (at..at + 8).take_while(|&i| plain(i)).find(|&i| clause.is_any(i, &["as"])).filter(|_| described);
    let after = lead.unwrap_or_else(|| clause.skip(body.map_or(at, |body| body + 1)));
    let slot = office(clause, after).filter(|slot| clause.is_any(after, &["as"]) && slot.role.is_some())?;
    let organization = body.and_then(|body| clause.mention(body)?.organization);
    Some(Slot { organization: slot.organization.or(organization), ..slot })
}

/// "Ana Silva is the new mayor of Lima", "Ana Silva will be the next mayor".
fn is_the_new(clause: &Clause<'_>, at: usize) -> Option<Draft> {
    let person = clause.subject(at)?;
    clause.mention(person).filter(|m| m.kind == MentionKind::Person && m.name.is_some())?;
    // "will be the university's 14th president"
    let owned = clause.nodes.get(at + 2).is_some_and(|next| next.token.shape == Shape::Genitive);
    let owned = owned && clause.mention(at + 1).is_none_or(|m| m.kind == MentionKind::Body);
    let is_role = |&i: &usize| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Role);
    let at_office = if owned { (at + 3..at + 5).find(is_role)? } else { at + 1 };
    let office = clause.mention(at_office).filter(|m| m.kind == MentionKind::Role && m.name.is_none() && !m.former)?;
    // "is the new mayor's wife"; "is the new mayor from May 4" is told by its "from".
    let owns = clause.nodes.get(at_office + 1).is_some_and(|next| next.token.shape == Shape::Genitive);
    let bound = clause.is_any(at_office + 1, &["from"]) && clause.time(at_office + 2).is_some();
    // "whether Ana Silva will be the next mayor"
    let certainty = clause.certainty(person, at);
    let comes = clause.words(at).starts_with("will") && certainty == Certainty::Reported;
    let mut draft = Draft::new(clause, at, Kind::TermStart, "term-start-new", Person::Node(person));
    draft.certainty = if comes { Certainty::Planned } else { certainty };
    // "will be the speaker of the evening" is told by its words alone of an office only.
    let the = clause.words(at).ends_with("be the");
    let grand = office.role.is_some_and(|role| {
        let role = role.of(clause.text);
        owned || role.contains(" of ") || role.starts_with(char::is_uppercase)
    });
    let told = owns || bound && !comes || the && !grand || certainty::is_condition(clause);
    Some(draft.with_role(None, Some(office))).filter(|_| !told)
}

/// "The new minister is Ana Silva", "Ana Silva will be the next mayor of Lima". `be` is the verb.
pub(crate) fn is_new(clause: &Clause<'_>, be: usize) -> Option<Draft> {
    // Who is the new minister is news where a date or another event stands beside it.
    let before = clause.group(be).start.checked_sub(1)?;
    let will = clause.is_any(before + 1, &["will"]);
    let now = clause.is_any(be + 1, &["now"]);
    let told = || (0..clause.nodes.len()).any(|i| clause.time(i).is_some() || clause.trigger(i).is_some());
    if !will && !now && !told() {
        return None;
    }
    let behind = be + 1 + usize::from(now);
    let is_role = |i: usize| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Role);
    if !is_role(before) && !is_role(behind) {
        return None;
    }
    let verb = clause.verb(be);
    let is_person = |i: &usize| clause.mention(*i).is_some_and(|m| m.kind == MentionKind::Person && m.name.is_some());
    // "will be the first director"
    let comes = matches!(verb.certainty, Certainty::Planned);
    // "will be minister of trade"
    let bare =
        |i: usize| clause.mention(i).is_some_and(|m| !m.definite && !m.former && !m.possessive && m.name.is_none());
    let is_office =
        |i: &usize| is_new_office(clause, *i, comes) || comes && will && *i == be + 1 && is_role(*i) && bare(*i);
    // "Hansen's successor as mayor will be Ana Silva"
    let next = |i: usize| i > 1 && clause.is_any(i - 1, &["as"]) && clause.is_any(i - 2, &["successor", "replacement"]);
    let is_office = |i: &usize| is_office(i) || next(*i) && is_role(*i);
    let (office, person) = match before {
        office if is_office(&office) => (office, Some(behind).filter(is_person)?),
        _ => (Some(behind).filter(is_office)?, clause.subject(verb.start).filter(is_person)?),
    };
    // "is the next mayor from May 4" is told by its "from".
    if !comes && clause.is_any(be + 2, &["from"]) && clause.time(be + 3).is_some() {
        return None;
    }
    // "The new mayor is Ana Silva, who was elected in May": that tells it.
    if clause.is_mark(person + 1, b',')
        && clause.is(person + 2, Class::RELATIVE)
        && clause.trigger(person + 4).is_some()
    {
        return None;
    }
    let mut draft = Draft::new(clause, be, Kind::TermStart, "term-start-new", Person::Node(person));
    draft.certainty = verb.certainty;
    Some(draft.with_role(None, clause.mention(office)))
}

/// "the new minister", "Norway's next foreign minister"
pub(crate) fn is_new_office(clause: &Clause<'_>, at: usize, comes: bool) -> bool {
    let Some(mention) = clause.mention(at).filter(|m| m.kind == MentionKind::Role && !m.former) else { return false };
    let lead = mention.role.and_then(|role| clause.text.get(clause.nodes[at].span.start..role.start));
    // "will be the first speaker at the fair"
    let speaks = clause.words(at).ends_with(" speaker") && clause.is_any(at + 1, &["at", "to", "on"]);
    let nth = |word: &str| {
        let figure = word.starts_with(|c: char| c.is_ascii_digit()) && word.ends_with(['t', 'd', 'h']);
        comes && !speaks && (figure || class(word).has(Class::ORDINAL))
    };
    let tells = |word: &str| class(word).has(Class::COMING) || nth(word);
    lead.is_some_and(|lead| lead.split_whitespace().any(tells))
}
