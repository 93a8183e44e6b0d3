//! Resignations: someone leaves an office by their own act, retirement and an announced stepping down included.
//!
//! **Recognises** "resign", "step down", "retire as", "quit as", "leave office" and the nouns.
//!
//! **Examples**: "Hansen resigned as mayor on Monday, effective June 30"; "will step down in May"; "tendered her
//! resignation"; "the resignation of Prime Minister Jens Hansen".
//!
//! **Not**: "called on Hansen to resign", "refused to resign", "threatened to quit", "resigned to his fate", "left
//! for Lima on Monday".

use crate::Span;
use crate::parse::mention::MentionKind;
use crate::parse::word::{Class, Shape, class};
use crate::statement::Kind;

use crate::parse::event::clause::Clause;
use crate::parse::event::draft::{Draft, Person, Slot};
use crate::parse::event::frame::slot::{command, leaves_a_party, named_after, named_after_word, office, post};
use crate::parse::event::frame::{noun, people, serve};
use crate::parse::event::trigger::{Form, Frame, Trigger};

pub(crate) fn read(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> Vec<Draft> {
    // "his exit as mayor"
    let exit = trigger.form == Form::Base && at > 0 && clause.is(at - 1, Class::POSSESSIVE);
    if trigger.frame == Frame::Noun || exit {
        return noun::read(clause, at, &trigger.kind, "resignation-noun");
    }
    // "appointed to the vacated post"
    if trigger.form.is_participle() && at > 0 && clause.is(at - 1, Class::DETERMINER) {
        return Vec::new();
    }
    // "laid down his arms"
    let names_office = (at + 1..at + 3).any(|i| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Role));
    if trigger.word.starts_with("la") && trigger.word.ends_with(" down") && trigger.needs_role && !names_office {
        return Vec::new();
    }
    // "Bishop Jens Hansen, retired Archbishop of Lima,"
    let titles = clause.mention(at + 1).is_some_and(|m| m.kind == MentionKind::Role && !m.definite);
    if trigger.word == "retired" && titles && at > 0 && clause.is_mark(at - 1, b',') {
        return Vec::new();
    }
    // "withdrew the troops, leaving a unit in Lima"
    let behind = clause.nodes.get(clause.skip(at + 1)).map_or("", |node| node.token.span.of(clause.text));
    if trigger.word == "leaving" && at > 0 && clause.is_mark(at - 1, b',') && ["a", "an", "only"].contains(&behind) {
        return Vec::new();
    }
    // "lost the presidency", not "lost the race for it", "lost his hat"
    let loses = ["lose", "losing", "lost", "ced"].iter().any(|word| trigger.word.starts_with(word));
    if loses && trigger.needs_role && post(clause, at + 1).is_none() {
        return Vec::new();
    }
    // "was elected to complete his term": another's.
    let of_another = trigger.word.starts_with("complete") || trigger.word.starts_with("finish");
    if of_another && trigger.form == Form::Base && clause.is_any(at - usize::from(at > 0), &["to"]) {
        return Vec::new();
    }
    let verb = clause.verb(at);
    if verb.passive
        && !clause.is_any(at - 1, &["being"])
        && trigger.word == "resigned"
        && clause.is_any(at + 1, &["to"])
    {
        return Vec::new();
    }
    // "temporarily stepped aside", "resigned from a ministerial post": no end of a term, and of none that is told.
    let for_a_time = (at.saturating_sub(2)..at + 2).any(|i| clause.is_any(i, &["temporarily"]));
    let some = clause.is_any(at + 1, &["from"]) && clause.is_any(at + 2, &["a", "an"]);
    if for_a_time || some && (at + 3..at + 6).any(|i| clause.is_word(i, Class::POSTS)) {
        return Vec::new();
    }
    // "handed over her letters of credence": she has just come.
    if (at + 1..at + 5).any(|i| clause.trigger(i).is_some_and(|t| t.frame == Frame::Present)) {
        return Vec::new();
    }
    let hands = [
        "hand",
        "relinquish",
        "give",
        "gave",
        "giving",
        "turn",
        "yield",
        "surrender",
        "transfer",
        "pass",
        "mak",
        "made",
        "los",
        "ced",
    ]
    .iter()
    .any(|word| trigger.word.starts_with(word));
    let to_whom = hands && clause.is_any(at + 1, &["to"]);
    // "handed over to Ana Silva as mayor"
    let heir = named_after(clause, at + 1).filter(|_| to_whom).or_else(|| in_favour_of(clause, at));
    let as_heir = heir.and_then(|heir| office(clause, heir + 1).filter(|_| clause.is_any(heir + 1, &["as"])));
    let slot = slot(clause, at).filter(|_| !to_whom).or_else(|| after_years(clause, at)).or(as_heir);
    let slot = slot.or_else(|| bare_command(clause, at)).or_else(|| served_before(clause, at));
    let seat = clause.is_any(at + 1, &["from"]) && office(clause, at + 1).is_some_and(|slot| slot.seat);
    let chamber = if slot.is_none() && seat { office(clause, at + 1).and_then(|slot| slot.organization) } else { None };
    let chamber = chamber
        .filter(|body| body.of(clause.text).split(' ').any(|word| class(word).has(Class::CHAMBERS) && word != "house"));
    let slot = slot.or_else(|| as_its_head(clause, at));
    let of_none = || is_of_no_office(clause, at, trigger) || leaves_a_party(clause, at + 1);
    if is_of_contest(clause, at, trigger) || slot.is_none() && of_none() {
        return Vec::new();
    }
    let mut leavers = people::subjects(clause, at, verb.start);
    // "After stepping down in 2011, Ana Silva"
    if leavers.is_empty() {
        leavers.extend(people::fronted_and_dated(clause, at));
    }
    let successor = || named_after(clause, clause.skip(slot.map_or(at + 1, |slot| slot.end))).filter(|_| hands);
    let successor = heir.or_else(successor);
    let successor = successor.zip(leavers.first()).map(|(successor, &leaver)| {
        let mut draft = Draft::new(clause, at, Kind::TermStart, "term-start-succession", Person::Node(successor));
        draft.certainty = verb.certainty;
        draft.weak = true;
        draft.heir_of = Some(leaver);
        draft.shares_role = slot.is_none();
        draft.elsewhere = slot.is_none();
        draft.with_role(slot, None)
    });
    let left = leavers
        .into_iter()
        // "the government of Prime Minister Ana Silva resigned"
        .map(|leaver| people::headed(clause, leaver).unwrap_or(leaver))
        .filter(|&person| clause.mention(person).is_some_and(|m| m.kind != MentionKind::Body))
        .map(|person| {
            let mut draft = Draft::new(clause, at, trigger.kind.clone(), "resignation", Person::Node(person));
            draft.certainty = verb.certainty;
            let bare = is_departure(clause, at);
            draft.needs_role &= !(bare && ["le", "quit"].iter().any(|word| trigger.word.starts_with(word)));
            // "will retire from the Supreme Court": a seat in it.
            draft.needs_role &= !(slot.is_none() && seat);
            // "Mayor Ana Silva resigned from the Senate": from that, whatever else she is.
            let chamber = chamber.filter(|&body| !sits_in(clause, body, person));
            draft.organization = chamber;
            draft.seat = chamber.is_some();
            // "In 1939 she retired": from what she was told to hold.
            let the_post = trigger.word.rsplit(' ').next().is_some_and(|word| class(word).has(Class::POSTS))
                || (at + 1..at + 3).any(|i| clause.is_word(i, Class::POSTS));
            draft.elsewhere |= slot.is_none() && (bare || is_closed(clause, at) || successor.is_some() || the_post);
            // "had been consul, a post she left in 2003"
            let beside = (person > 0 && slot.is_none() && clause.is_word(person - 1, Class::POSTS))
                .then(|| serve::beside_the_post(clause, person))
                .flatten();
            // "takes over as mayor on May 4, when Hansen retires", "will be the next mayor after Hansen retires"
            draft.shares_role |= draft.elsewhere && person > 0 && clause.is_any(person - 1, &["when", "after"]);
            // "filling the vacancy left when Hansen resigned in May"
            let filled = person > 0 && slot.is_none() && clause.is_any(person - 1, &["when", "by"]);
            let filled =
                filled && (person.saturating_sub(5)..person).any(|i| clause.is_any(i, &["vacancy", "seat", "place"]));
            draft.shares_role |= filled;
            draft.elsewhere |= filled;
            if draft.seat { draft } else { draft.with_role(slot.or(beside), clause.mention(person)) }
        });
    left.chain(successor.clone()).collect()
}

/// Whether the office that stands beside the name of the person at `at` is a place in the body.
fn sits_in(clause: &Clause<'_>, body: Span, at: usize) -> bool {
    let Some(role) = clause.mention(at).and_then(|m| m.role).map(|role| role.of(clause.text)) else { return false };
    let head = role.split(" of ").next().unwrap_or_default();
    let heads: &[&str] = if body.of(clause.text).to_lowercase().contains("board") {
        &["director", "chairman", "chairwoman", "chair", "member"]
    } else {
        &["senator", "member", "deputy", "mp", "speaker", "congressman", "congresswoman", "representative", "president"]
    };
    head.rsplit(' ').next().is_some_and(|head| heads.iter().any(|word| head.eq_ignore_ascii_case(word)))
}

/// Who comes in "stepped down as mayor in 1961 in favour of his son Ole".
fn in_favour_of(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let near = (at + 1..at + 12).take_while(|&i| !clause.is_mark(i, b';') && clause.trigger(i).is_none());
    let favour = near.into_iter().find(|&i| clause.is_any(i, &["favour", "favor"]) && clause.is_any(i - 1, &["in"]))?;
    named_after_word(clause, favour + 1, "of")
}

/// "as mayor", "from his post as mayor", "the office of mayor"
fn slot(clause: &Clause<'_>, at: usize) -> Option<Slot> {
    // "turned over command of the fleet" holds its "command".
    let slot = command(clause, at).or_else(|| office(clause, at + 1));
    // "left the bank to become its director": what one gets.
    let gets =
        |slot: Slot| (at + 1..slot.end).any(|i| clause.is_any(i, &["to"]) && clause.is_word(i + 1, Class::PURSUITS));
    slot.filter(|&slot| slot.role.is_some() && !gets(slot))
}

/// "served for ten years as mayor before retiring in 2011": what the one who retires served as.
fn served_before(clause: &Clause<'_>, at: usize) -> Option<Slot> {
    let before = at.checked_sub(1).filter(|&i| clause.is_any(i, &["before", "until"]))?;
    let gerund = clause.trigger(at).is_some_and(|trigger| trigger.form == Form::Gerund);
    let office = before.checked_sub(1).filter(|_| gerund && clause.skip(at + 1) > at + 1)?;
    let served = (office.saturating_sub(6)..office).any(|i| serve::serves(clause, i));
    let held = clause.mention(office).filter(|m| m.kind == MentionKind::Role && !m.former)?;
    (served && clause.is_any(office - 1, &["as"])).then(|| Slot::of(held, at + 1))
}

/// "left the Budget Office as its head": the office behind the body.
fn as_its_head(clause: &Clause<'_>, at: usize) -> Option<Slot> {
    let body = (at + 1..at + 3).find(|&i| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Body))?;
    let lead = Some(body + 1).filter(|&lead| clause.is_any(lead, &["as"]))?;
    let slot = office(clause, lead).filter(|slot| slot.role.is_some())?;
    Some(Slot { organization: slot.organization.or(clause.mention(body)?.organization), ..slot })
}

/// "transferred command to Ana Silva": an office by itself.
fn bare_command(clause: &Clause<'_>, at: usize) -> Option<Slot> {
    let span = clause.nodes[at].span;
    let role = clause.words(at).ends_with(" command").then(|| Span::new(span.end - "command".len(), span.end));
    role.map(|role| Slot { role: Some(role), end: at + 1, ..Default::default() })
}

/// "left office after two terms as mayor"
fn after_years(clause: &Clause<'_>, at: usize) -> Option<Slot> {
    let after = (at + 1..at + 6).find(|&i| clause.is_any(i, &["after", "following"]))?;
    let lead = (after + 1..after + 7).find(|&i| clause.is_any(i, &["as"]))?;
    let length = clause.time(lead - 1).is_some() || clause.is_word(lead - 1, Class::TERMS);
    office(clause, lead).filter(|slot| length && slot.role.is_some())
}

/// Whether something else is left than an office: "left the hall", "quit smoking", "retired to her room", "left for Lima".
fn is_of_no_office(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> bool {
    let next = clause.skip(at + 1);
    let body = |i: usize| {
        let country = clause.is_word(i, Class::COUNTRY | Class::STATE);
        !country && clause.mention(i).is_some_and(|m| m.kind == MentionKind::Body)
    };
    let thing = |i: usize| {
        let shape = clause.nodes.get(i).map(|node| node.token.shape);
        let word = shape == Some(Shape::Lower) && !clause.is_word(i, Class::FUNCTION | Class::ADVERB);
        let named = clause.mention(i).is_some() || clause.is_word(i, Class::COUNTRY | Class::STATE);
        clause.is(i, Class::DETERMINER | Class::POSSESSIVE) || named || word
    };
    // "left the Senate chamber", "left the bank building"
    let room = |i: usize| {
        let word = clause.nodes.get(i).map(|node| node.token);
        word.is_some_and(|word| word.shape == Shape::Lower && !word.is(Class::FUNCTION | Class::ADVERB))
            && clause.mention(i).is_none()
            && clause.time(i).is_none()
            && clause.trigger(i).is_none()
    };
    match &*trigger.word {
        word if word.starts_with("le") && word.contains(" the ") => room(at + 1),
        // "had two years of his second term left"
        "left" if is_rest(clause, at) => true,
        "leave" | "leaves" | "left" | "leaving" => {
            // "Her predecessor, Jens Hansen, left Oslo in 2018": for good.
            let home = (0..at).any(|i| clause.words(i).contains("predecessor"))
                && clause.nodes.get(next).is_some_and(|node| node.token.is_capital());
            // "I am leaving and I will see you tomorrow"
            let goes_on = clause.is_any(next, &["and"]) && clause.is_any(next + 1, &["i", "we"]);
            let body = |i: usize| body(i) && !room(i + 1);
            thing(next) && !body(next) && !home || goes_on || sets_out(clause, at)
        }
        // "walked out of the room"
        "walk out" | "walks out" | "walked out" | "walking out" => {
            clause.is_any(at + 1, &["of"]) && !(at + 2..at + 4).any(|i| clause.is_word(i, Class::SEATS | Class::BODY))
        }
        "quit" | "quits" | "quitting" => clause.words(next).ends_with("ing"),
        "retire" | "retires" | "retired" | "retiring" => clause.is_any(next, &["to"]),
        _ => false,
    }
}

/// Whether the "left" at `at` is said of what remains: "had a year left", "with two years of his term left".
fn is_rest(clause: &Clause<'_>, at: usize) -> bool {
    let rest = |i: usize| clause.time(i).is_some() || clause.is_word(i, Class::TERMS);
    let has = |i: usize| clause.is(i, Class::HAVE) || clause.is_any(i, &["with"]);
    at > 0 && rest(at - 1) && (at.saturating_sub(8)..at - 1).any(has)
}

/// "quit the race for president"
fn is_of_contest(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> bool {
    let next = clause.skip(at + 1);
    trigger.word.starts_with("quit") && (next..next + 3).any(|i| clause.is_any(i, &["race", "campaign", "contest"]))
}

/// Whether the leaving is the beginning of a journey: "left for Lima on Monday", "left on Monday for talks".
fn sets_out(clause: &Clause<'_>, at: usize) -> bool {
    let open = |i: &usize| clause.time(*i).is_some() || clause.is(*i, Class::PREPOSITION);
    let lead = (at + 1..at + 5).take_while(open).find(|&i| clause.is_any(i, &["for"]));
    let whereto = |i: usize| {
        let goes = crate::parse::event::other::kind(clause, i).is_some_and(|kind| ["meeting", "move"].contains(&kind));
        // "left for Calder Shipping": for a new employer.
        let employer = clause.mention(i).is_some_and(|m| m.kind == MentionKind::Body)
            && !clause.is_word(i, Class::COUNTRY | Class::STATE);
        goes || !employer && clause.nodes.get(i).is_some_and(|node| node.token.is_capital())
    };
    lead.is_some_and(|lead| whereto(clause.skip(lead + 1)))
}

/// Whether nothing more is told of the leaving: "she retired and", "he quit."
fn is_closed(clause: &Clause<'_>, at: usize) -> bool {
    clause
        .nodes
        .get(at + 1)
        .is_none_or(|next| matches!(next.token.shape, Shape::Mark(_)) || next.token.is(Class::CONJUNCTION))
}

/// "left on January 31", "is leaving to travel": a bare leaving with its day or its reason.
fn is_departure(clause: &Clause<'_>, at: usize) -> bool {
    let pursues = clause.is_word(at + 2, Class::PURSUITS);
    // "quit the fund to head the central bank"
    let mut object = (at + 1..at + 3).take_while(|&i| !clause.is_any(i, &["for"]));
    let body = object.find(|&i| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Body));
    let to = body.map(|body| clause.skip(body + 1)).filter(|&to| clause.is_any(to, &["to"]));
    if to.is_some_and(|to| clause.is_word(to + 1, Class::PURSUITS)) {
        return true;
    }
    let reason = clause.is_any(at + 1, &["to"])
        && (pursues || clause.is_any(at, &["leaving"]) && clause.mention(at + 2).is_none());
    reason || clause.time(at + 1).is_some() || clause.time(at + 2).is_some() && clause.is_any(at + 1, &["on", "in"])
}
