//! Which office is meant where a sentence leaves it out: the person's own, the one that another leaves or takes in it, or
//! the one that was told last.

use crate::Span;
use crate::parse::event::clause::Clause;
use crate::parse::event::frame::slot::named_behind;
use crate::parse::event::trigger::{Form, Frame};
use crate::parse::mention::MentionKind;
use crate::parse::role::sits;
use crate::parse::word::{Class, class};
use crate::statement::Kind;

use super::{Followed, Memory, Office};

impl<'d> Memory<'d> {
    /// Fills in the offices that drafts leave out.
    pub(super) fn share(&mut self, number: usize, clause: &Clause<'d>, followed: &mut [Followed]) {
        let created =
            self.created.filter(|&(told, _)| (told + 1..told + 3).contains(&number)).map(|(_, office)| office);
        let predecessors: Vec<Span> = predecessors(clause).map(|name| self.names().fullest(name)).collect();
        // Who comes is told before who goes, whatever their order in the sentence.
        // Who comes where another goes may find the office only then: "Hansen leaves on May 4; Silva takes over".
        for (pass, leaving) in [false, true, false].into_iter().enumerate() {
            for i in 0..followed.len() {
                let one = &followed[i];
                // "he resigned; Silva was named to succeed him": in what is yet to be found.
                let open = |o: &Followed| o.draft.kind.ends_tenure() && o.role.is_none() && Some(o.person) == one.heir;
                let told = |o: &Followed| o.role.is_some() && Some(o.person) == one.heir;
                if pass == 0 && followed.iter().any(open) && followed.iter().any(told) {
                    continue;
                }
                let leaves = one.draft.kind.ends_tenure() || matches!(one.draft.kind, Kind::Death | Kind::Credentials);
                if one.role.is_some() || one.draft.seat || leaves != leaving || is_seat(&followed[..i], one, self.text)
                {
                    continue;
                }
                // "left the bank to become its director": what one gets by it.
                let gets = |o: &Followed| o.person == one.person && clause.is_any(o.draft.at.wrapping_sub(1), &["to"]);
                let got = |role: Span| followed[i + 1..].iter().any(|o| leaves && o.role == Some(role) && gets(o));
                let missing = self.missing(followed, i, &predecessors).filter(|&(role, _)| !got(role));
                // "lost his seat": not the governorship.
                let seat = one.draft.trigger.of(self.text).trim_end_matches('s').ends_with(" seat");
                let missing = missing
                    .filter(|&(role, _)| !seat || is_of_a_seat(role.of(self.text)) || is_elective(role.of(self.text)));
                // "The act created the post of consul. Silva was appointed on May 4."
                let comes = one.draft.kind.starts_tenure() || one.draft.kind == Kind::Nomination;
                let open = || created.filter(|_| comes && one.organization.is_none());
                // "replaced its president, naming Silva to succeed Hansen"
                let replaced = || replaced(clause).filter(|_| one.draft.shares_role && one.draft.kind.starts_tenure());
                let vacated = || self.vacated(clause, one.draft.at).filter(|_| leaves);
                let lost = || lost_before(clause, followed, i);
                let missing = missing.or_else(open).or_else(replaced).or_else(vacated).or_else(lost);
                if let Some((role, organization)) = missing {
                    // "became acting consul following the resignation of Hansen": he was the consul.
                    let lent = leaves && followed.iter().any(|o| o.role == Some(role) && o.person != one.person);
                    let role = if lent { in_full(role, self.text) } else { role };
                    let one = &mut followed[i];
                    one.role = Some(role);
                    one.organization = one.organization.or(organization);
                }
            }
        }
    }

    /// "Silva fills the vacancy left by the resignation of Hansen": what he left is what she was told to get.
    fn vacated(&self, clause: &Clause<'d>, at: usize) -> Option<Office> {
        let vacancy = (0..at).find(|&i| clause.is_any(i, &["vacancy"]))?;
        let who = (0..vacancy).find_map(|i| clause.mention(i).filter(|m| m.kind == MentionKind::Person)?.name)?;
        self.offices.get(self.names().fullest(who).of(self.text)).copied()
    }

    /// "Ana Silva was appointed consul, succeeding Jens Hansen": whom the only one who comes succeeds.
    pub(super) fn succession(&self, clause: &Clause<'d>, followed: &mut [Followed]) {
        let mut coming = followed.iter().filter(|one| one.draft.kind.starts_tenure()).map(|one| one.person);
        let Some(first) = coming.next().filter(|first| coming.all(|other| other.of(self.text) == first.of(self.text)))
        else {
            return;
        };
        let mut predecessors = predecessors(clause).map(|name| self.names().fullest(name));
        let (Some(predecessor), None) = (predecessors.next(), predecessors.next()) else { return };
        if predecessor.of(self.text) != first.of(self.text) {
            let coming = followed.iter_mut().filter(|one| one.draft.kind.starts_tenure());
            coming.for_each(|one| one.succeeds = one.succeeds.or(Some(predecessor)));
        }
    }

    /// The office that the draft `i` leaves out.
    fn missing(&self, followed: &[Followed], i: usize, predecessors: &[Span]) -> Option<Office> {
        let one = &followed[i];
        let name = one.person.of(self.text);
        // "Former mayor Ana Silva was elected in May", "former captain Jens Hansen, dismissed by Acme": something else.
        let elsewhere = one.draft.kind.starts_tenure() || one.draft.by.is_some();
        let past = elsewhere && one.draft.role.is_none() && self.formers.contains(name);
        let known = self.offices.get(name).copied().filter(|_| !past);
        let own = own(followed, one, self.text);
        // "Silva succeeds Hansen, who becomes chairman": what he gets is not what she gets.
        let heir = one.heir.map(|heir| heir.of(self.text));
        let others = || followed.iter().filter(|o| heir != Some(o.person.of(self.text)));
        // "His death was confirmed by Ana Silva, mayor since 2019": what she holds beside it is hers.
        let beside = |o: &Followed| one.draft.kind == Kind::Death && o.draft.rule == "tenure-bound";
        let gets = || others().filter(|o| !o.draft.kind.ends_tenure() && !beside(o));
        // "was elected deputy in 1999 and, after the resignation of Hansen, leader": what comes of it.
        let next = gets().filter(|o| o.draft.at > one.draft.at).find_map(Followed::office);
        let leaves = one.draft.kind.ends_tenure();
        let gained = next.filter(|_| leaves).or_else(|| gets().find_map(Followed::office));
        // "dismissed Hansen as mayor and named Silva in his place"
        let vacated = || followed.iter().filter(|o| o.draft.kind.ends_tenure()).find_map(Followed::office);
        let left = || {
            let gets = |whom: Span, office: &Office| {
                let mut comes = followed.iter().filter(|o| o.draft.kind.starts_tenure() && o.role == Some(office.0));
                comes.any(|o| whom.of(self.text) == o.person.of(self.text))
            };
            // "Hansen was dismissed and named envoy. Silva succeeded him": in what he left.
            let quit = |heir: &Span| self.left.get(heir.of(self.text)).copied().flatten();
            let just = |heir: Span| {
                let leaves = |o: &&Followed| o.draft.kind.ends_tenure() && o.person.of(self.text) == heir.of(self.text);
                followed.iter().filter(leaves).find_map(Followed::office)
            };
            let held = |heir: Span| {
                just(heir).or_else(|| quit(&heir)).or_else(|| self.offices.get(heir.of(self.text)).copied())
            };
            let heir = one.heir.and_then(|heir| held(heir).filter(|office| !gets(heir, office)));
            let known = |&p: &Span| self.offices.get(p.of(self.text)).copied().filter(|office| !gets(p, office));
            let named = || predecessors.iter().find_map(known);
            heir.or_else(named).or_else(|| vacated().filter(|_| one.draft.kind.starts_tenure()))
        };
        // "replacing Hansen, who had held the post since 2009"
        let had = one.draft.elsewhere && one.draft.rule.starts_with("tenure");
        if predecessors.iter().any(|p| p.of(self.text) == name) && (had || !one.draft.kind.starts_tenure()) {
            // "Silva, who has been treasurer since 1984, replaces Hansen": in what she was told before to get.
            let held = |office: &Office| {
                let told = |o: &&Followed| o.office() == Some(*office);
                known.is_some() && followed.iter().filter(told).all(|o| o.draft.rule.starts_with("tenure-"))
            };
            return gained.filter(|office| !held(office)).or(known).or(gained);
        }
        let told = !matches!(one.draft.kind, Kind::Dismissal | Kind::Resignation);
        let last = self.last.map(|(_, office)| office);
        if one.draft.shares_role && told {
            let told_before = one.draft.weak || one.draft.elsewhere;
            // "appointed in his stead": the office that was told last.
            // "takes over": what another was told to leave; "took the job" may be any.
            let takes_it = ["over", "assum", "charge", "helm", "reins"]
                .iter()
                .any(|verb| one.draft.trigger.of(self.text).contains(verb));
            let chosen = matches!(one.draft.kind, Kind::Appointment | Kind::Election) || takes_it;
            let chosen = chosen && one.draft.kind.starts_tenure() && one.draft.elsewhere;
            let takes_office = TAKES_OFFICE.iter().any(|word| one.draft.trigger.of(self.text).contains(word));
            // "Ambassador Ana Silva replaced Hansen, who retired in May": as ambassador. What a ruler does is another thing.
            let replaces =
                one.draft.trigger.of(self.text).starts_with("replac") && one.draft.rule != "term-end-succession";
            let replaces = replaces && known.is_some_and(|(role, _)| !is_ruler(role.of(self.text)));
            let known = known.filter(|_| told_before && (takes_office || replaces || self.told.contains(name)));
            // "Silva took over from Hansen in May": what she was said to be before.
            let past = one.draft.trigger.of(self.text).starts_with("took") && own.is_none();
            if let Some(office) = self.offices.get(name).filter(|_| past && one.draft.heir_of.is_some()) {
                return Some(*office);
            }
            // "was made secretary in 1966, and when the governor fell ill was appointed to succeed him": in what he left.
            let chosen_heir = one.heir.is_some() && !one.draft.weak && one.draft.kind == Kind::Appointment;
            let own = if chosen_heir { left().or(own) } else { own };
            // "Silva was named mayor on Monday. She replaces Hansen, who will be envoy; Silva will take over": what she was
            // told to get just before.
            let just = |last: usize| self.started.get(name).is_some_and(|&started| started + 3 > last);
            let due = self.last.is_some_and(|(last, _)| takes_it && just(last));
            let own = own.or(known.filter(|_| due));
            // "The treasurer will leave on 1 October. Silva takes the helm that day and Lie is co-opted as a director": what
            // was left just before.
            let quit =
                last.filter(|office| takes_it && chosen && self.left.values().flatten().any(|left| left == office));
            return own.or_else(left).or(quit).or(gained).or(known).or(last.filter(|_| chosen));
        }
        let again = one.draft.kind.starts_tenure() && one.draft.trigger.of(self.text).starts_with("re");
        let leaves = one.draft.kind.ends_tenure() || matches!(one.draft.kind, Kind::Death | Kind::Credentials);
        // "led the agency from 2005 to 2013": what was led is told, and no office.
        let led = one.draft.rule == "tenure" && !one.draft.elsewhere;
        if led || one.draft.organization.is_some() && !leaves || one.draft.needs_role && !one.draft.elsewhere {
            return None;
        }
        // "was appointed minister, a post she held until 2016": the one told just before.
        let here = followed[..i].iter().rev().filter(|o| o.person.of(self.text) == name).find_map(Followed::office);
        // "was appointed to the post": the one that was told last.
        let last = last.filter(|_| one.draft.elsewhere && one.draft.kind.starts_tenure());
        // "Hansen was removed and Consul Ana Silva was promoted to the post": what he left, not what she has been.
        let vacated = vacated().filter(|_| one.draft.elsewhere && one.draft.kind.starts_tenure());
        // "Treasurer Ana Silva was named to the interim post": what was told last, not what she holds.
        let held = own.or(known).filter(|_| !one.draft.acting);
        let heard = here.filter(|_| one.draft.elsewhere).or(vacated).or(held).or(last);
        // "Mayor Ana Silva, who was elected in 2011"
        let elected =
            one.draft.kind == Kind::Election && known.is_some_and(|(role, _)| is_elective(role.of(self.text)));
        let heard = heard.filter(|_| leaves || again || elected || one.draft.elsewhere);
        heard.or(gained.filter(|_| one.draft.shares_role))
    }
}

/// Whether an office is one of those who give others: "president".
fn is_ruler(role: &str) -> bool {
    class(role.rsplit(' ').next().unwrap_or_default()).has(Class::RULERS)
}

/// What was lost with whom the sentence opens: "Following the death of Bishop Hansen, the chapter elected Ole Lie".
fn lost_before(clause: &Clause<'_>, followed: &[Followed], i: usize) -> Option<Office> {
    let one = &followed[i];
    let opens = clause.is_any(0, &["following", "after", "on", "upon", "at"]) && clause.time(1).is_none();
    let chosen = matches!(one.draft.kind, Kind::Election | Kind::Appointment) && one.organization.is_none();
    // "was elected to the diet"
    let chosen = chosen && !clause.is_any(clause.skip(one.draft.at + 1), &["to"]);
    let lost = |o: &&Followed| {
        let ends = o.draft.kind.ends_tenure() || o.draft.kind == Kind::Death;
        ends && o.draft.rule.ends_with("-noun") && o.draft.at < one.draft.at && o.person != one.person
    };
    followed.iter().find(lost).filter(|_| opens && chosen).and_then(Followed::office)
}

/// The office whose holder, who is not named, is replaced: "has replaced its president".
fn replaced(clause: &Clause<'_>) -> Option<Office> {
    let replaces = |&at: &usize| {
        let active = || !clause.group(at).passive;
        clause.trigger(at).is_some_and(|t| t.frame == Frame::Succeed && t.word.starts_with("replac")) && active()
    };
    let at = (0..clause.nodes.len()).find(replaces)?;
    let mention = clause.mention(at + 1).filter(|m| m.kind == MentionKind::Role && m.possessive && m.name.is_none())?;
    Some((mention.role?, mention.organization))
}

/// The office that a sentence tells to have been made: "created the post of consul", "the post of consul was restored".
pub(super) fn created(clause: &Clause<'_>) -> Option<Office> {
    if !clause.holds(Class::CREATED) {
        return None;
    }
    let made = |i: usize| clause.is_word(i, Class::CREATED);
    let office = |&i: &usize| {
        let post = i > 1 && clause.is_any(i - 1, &["of"]) && clause.is_word(i - 2, Class::POSTS);
        post && clause.mention(i).is_some_and(|m| m.kind == MentionKind::Role && m.name.is_none() && !m.former)
    };
    // "authorized an additional assistant secretary"
    let one_more = |i: usize| {
        let more =
            ["additional", "new", "second"].iter().any(|more| clause.words(i).split(' ').any(|word| word == *more));
        i > 0 && made(i - 1) && more && clause.mention(i).is_some_and(|m| m.kind == MentionKind::Role)
    };
    let office = |i: &usize| office(i) || one_more(*i);
    let nodes = 0..clause.nodes.len();
    let found = nodes.clone().any(made).then(|| nodes.clone().find(office)).flatten();
    let mention = clause.mention(found?)?;
    Some((mention.role?, mention.organization))
}

/// An office without the word that it is held for another.
pub(super) fn in_full(role: Span, text: &str) -> Span {
    let words = role.of(text);
    let lead = ["acting ", "interim "]
        .iter()
        .find(|lead| words.get(..lead.len()).is_some_and(|w| w.eq_ignore_ascii_case(lead)));
    Span::new(role.start + lead.map_or(0, |lead| lead.len()), role.end)
}

/// Makes of the office that somebody was to get the one that they have once they took it: "Governor-elect Silva was sworn in".
pub(super) fn begun(one: &mut Followed, text: &str) {
    if !matches!(one.draft.kind, Kind::TermStart | Kind::Credentials) {
        return;
    }
    if let Some(role) = one.role {
        let ends = ["-elect", "-designate", " elect", " designate"];
        let end = ends.iter().find(|end| role.of(text).ends_with(**end)).map_or(0, |end| end.len());
        one.role = Some(Span::new(role.start, role.end - end));
    }
}

/// Whether voters or members choose who holds an office.
fn is_elective(role: &str) -> bool {
    let head = role.split(" of ").next().unwrap_or_default();
    !head.contains(' ') && class(head).has(Class::ELECTIVE)
}

/// The office that the sentence tells of the person of `one`: what was told last before one left it.
fn own(followed: &[Followed], one: &Followed, text: &str) -> Option<Office> {
    let same = || followed.iter().filter(|other| other.person.of(text) == one.person.of(text));
    let before = || same().filter(|other| other.draft.at < one.draft.at).filter_map(Followed::office).next_back();
    let ends = one.draft.kind.ends_tenure();
    // "is stepping down, but will serve as adviser": what one gets behind it is not what one leaves.
    let later =
        |other: &&Followed| ends && other.draft.kind.starts_tenure() && !other.draft.rule.starts_with("tenure-");
    // "whose appointment was announced in May, was treasurer until 2007": to something else.
    let noun = one.draft.rule.ends_with("-noun");
    // "replaced him with Silva, who had been deputy since 2018": in what he was.
    let heir = one.draft.weak && one.heir.is_some();
    let other_one = one.draft.kind.starts_tenure() && (noun || heir);
    let held = |other: &&Followed| other_one && other.draft.rule.starts_with("tenure");
    let any = same().filter(|other| !later(other) && !held(other)).find_map(Followed::office);
    // "who had been minister there, was appointed ambassador and presented her credentials"
    let last = ends || one.draft.kind == Kind::Credentials;
    last.then(before).flatten().or(any)
}

/// What one does who holds the office that stands before the name: "Governor Silva, who took office in 2018".
const TAKES_OFFICE: &[&str] = &["office", "oath", "sworn", "inaugurated", "on duty", "duties"];

/// "member of parliament for Lom", "Senator"
fn is_of_a_seat(role: &str) -> bool {
    role.split([' ', ',']).any(sits)
}

/// Whether `one` is elected again to the body that the same person was told to be elected to before.
fn is_seat(before: &[Followed], one: &Followed, text: &str) -> bool {
    let body = |other: &Followed| other.role.is_none() && other.organization.is_some();
    is_again(one, text) && before.iter().any(|other| other.person.of(text) == one.person.of(text) && body(other))
}

fn is_again(one: &Followed, text: &str) -> bool {
    one.draft.kind == Kind::Election && one.draft.trigger.of(text).starts_with("re")
}

/// Gives "and served until 2004" the seat that the same person was told to get in the sentence.
pub(super) fn seats(followed: &mut [Followed], text: &str) {
    for i in 0..followed.len() {
        let one = &followed[i];
        // "was elected to parliament in 2011 and re-elected in 2015"
        if (one.draft.elsewhere || is_again(one, text)) && one.role.is_none() && one.organization.is_none() {
            let same = |other: &&Followed| other.person.of(text) == one.person.of(text) && other.role.is_none();
            followed[i].organization = followed.iter().filter(same).find_map(|other| other.organization);
        }
    }
}

/// Whom others succeed in this sentence: "succeeding Hansen", "to replace Hansen", "is replaced by".
fn predecessors<'c>(clause: &'c Clause<'_>) -> impl Iterator<Item = Span> + 'c {
    (0..clause.nodes.len()).filter_map(|at| {
        // "was appointed consul in succession to Jens Hansen"
        let succession = clause.is_any(at, &["succession"]) && clause.is_any(at + 1, &["to"]);
        let in_place =
            clause.is_any(at, &["place"]) && clause.is_any(at + 1, &["of"]) && at > 0 && clause.is_any(at - 1, &["in"]);
        if succession || in_place {
            return clause.mention(named_behind(clause, at + 2))?.name;
        }
        let trigger = clause.trigger(at).filter(|t| t.frame == Frame::Succeed)?;
        let passive = trigger.form.is_participle() && clause.group(at).passive;
        let active = !passive || trigger.form == Form::Gerund;
        if !active {
            return clause.mention(clause.subject(clause.group(at).start)?)?.name;
        }
        // "succeeding caretaker Jens Hansen"
        let first = clause.skip(at + 1);
        // "replaced him with Ana Silva": she is who comes.
        let ends = |i: usize| clause.is_mark(i, b',') || clause.is_any(i, &["with"]);
        (first..first + 3).take_while(|&i| !ends(i)).find_map(|i| clause.mention(i)?.name)
    })
}
