//! Whom a pronoun means: a person that suits it and stands where subjects do, else whom the sentence before is about.

use crate::Span;
use crate::parse::event::Article;
use crate::parse::event::clause::Clause;
use crate::parse::event::draft::Person;
use crate::parse::event::trigger::Frame;
use crate::parse::mention::{Mention, MentionKind};
use crate::parse::sex::Sex;
use crate::parse::word::{Class, Shape};
use crate::statement::Kind;

use super::{Memory, REACH};

impl<'d> Memory<'d> {
    /// Whom the pronoun at the node `at` means.
    pub(crate) fn antecedent(
        &mut self,
        article: &Article<'d>,
        number: usize,
        clause: &Clause<'d>,
        at: usize,
    ) -> Option<Span> {
        if clause.is_any(at + 1, &["himself", "herself"])
            && let Some(before) = number.checked_sub(1)
        {
            // "Hansen's aide denied it. He himself said": the one that the other belongs to.
            let before = article.near(before);
            let first = (0..before.nodes.len()).find(|&i| self.is_person(&before, i));
            let owner = |m: Mention| m.organization.filter(|&owner| self.names().knows_exactly(owner)).or(m.name);
            return first.and_then(|i| owner(before.mention(i)?)).map(|name| self.names().fullest(name));
        }
        if let Some(nth) = of_two(clause, at) {
            return self.pair(article, number, clause, at).map(|pair| pair[nth]);
        }
        if let Some(of_whom) = said_of(clause, at).and_then(|node| clause.mention(node)?.name) {
            return Some(self.names().fullest(of_whom));
        }
        if let Some(whom) = addressed(clause, at).and_then(|node| clause.mention(node)?.name) {
            return Some(self.names().fullest(whom));
        }
        if let Some(of_whom) = self.in_relative(clause, at) {
            return Some(of_whom);
        }
        if let Some(other) = self.who_comes_next(article, number, clause, at) {
            return Some(other);
        }
        if let Some(earlier) = self.same_pronoun(clause, at) {
            return self.antecedent(article, number, clause, earlier);
        }
        // "As Emil Novak writes, "… by the time he left"": not who writes it.
        let quoted = opened_quotation(clause, at);
        let tells = quoted.is_some_and(|open| (0..open).any(|i| tells_words(clause, i)));
        let first = quoted.filter(|_| tells).map_or(0, |open| open + 1);
        let people = (first..at).filter(|&i| self.is_person(clause, i) && self.suits(clause, i, at));
        let object = clause.is_any(at, &["him", "her"]) && clause.mention(at).is_some() || is_named(clause, at);
        let found = if object {
            // The subject of its own verb is someone else, unless it is a body: "and the Senate confirmed her".
            let verb = at.checked_sub(1).filter(|&verb| clause.trigger(verb).is_some());
            let subject = verb.and_then(|verb| clause.subject(clause.group(verb).start));
            let stands_for = subject.and_then(|subject| clause.mention(subject));
            let finite = verb.is_some_and(|verb| verb > 0 && !clause.is_any(verb - 1, &["to"]));
            // "his colleagues elected him": nobody who is named.
            let before = verb.and_then(|verb| clause.group(verb).start.checked_sub(1));
            let common = before.is_some_and(|i| {
                clause.mention(i).is_none()
                    && clause.nodes[i].token.shape == Shape::Lower
                    && !clause.is(i, Class::FUNCTION)
            });
            let acts = |m: Mention| m.kind != MentionKind::Body && !(finite && m.kind == MentionKind::Person);
            let first = !common && stands_for.is_none_or(acts) && !begins_with_body(clause);
            let last = people.filter(|&i| first || Some(i) != subject).skip(usize::from(first)).last();
            last.map(|last| self.heir_of(clause, last, at).unwrap_or(last))
        } else {
            people
                .clone()
                .find(|&i| stands_as_subject(clause, i))
                .or_else(|| (first..at).find(|&i| self.suits(clause, i, at) && self.is_subject(clause, i)))
                .or_else(|| people.clone().next().filter(|_| tells))
                // "was headed by Jens Hansen, but his appointment"
                .or_else(|| {
                    let (one, another) = (people.clone().next()?, people.clone().nth(1));
                    let by = one > 0 && clause.is_any(one - 1, &["by"]);
                    // "Hansen's contract was not renewed, and he"
                    let owns = clause.nodes.get(one + 1).is_some_and(|next| next.token.shape == Shape::Genitive);
                    let owns =
                        one == 0 && owns && !clause.is_word(one + 2, Class::KIN) && clause.mention(one + 2).is_none();
                    (another.is_none() && (by || owns)).then_some(one)
                })
                .or_else(|| {
                    // "King Ole married Ana of Lom; she": the other one.
                    let named = |&i: &usize| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Person);
                    let mut named = (first..at).filter(named).skip_while(|&i| self.suits(clause, i, at));
                    named.next().and_then(|_| named.find(|&i| self.suits(clause, i, at)))
                })
        };
        let name = found.and_then(|i| clause.mention(i)?.name);
        let name = name.or_else(|| self.profiled(article, number, clause, at));
        let sex = Sex::of_pronoun(clause.words(at));
        let before = number.checked_sub(1).filter(|_| name.is_none()).map(|before| article.near(before));
        if before.is_some_and(|before| is_about_kin(&before, sex)) {
            return None;
        }
        let name = name.or_else(|| number.checked_sub(1).and_then(|before| self.spoken_of(article, before, sex)));
        let Some(name) = name else {
            // A guess, that nothing else rests on.
            return self.ahead(article, number, clause, at).map(|name| self.names().fullest(name));
        };
        let name = self.names().fullest(name);
        // Either of two.
        let ahead = self.may_be_ahead(article, number, clause, at);
        if ahead.is_some_and(|ahead| ahead.of(self.text) != name.of(self.text)) {
            return None;
        }
        self.meant(number, sex, name);
        Some(name)
    }

    /// Whom the text is about, where somebody else is told to have gone before the pronoun at `at` gets an office: "When
    /// Hansen retired, he became chief justice".
    fn who_comes_next(&mut self, article: &Article<'d>, number: usize, clause: &Clause<'d>, at: usize) -> Option<Span> {
        let comma =
            at.checked_sub(1).filter(|&comma| clause.is_mark(comma, b',') && clause.is_any(at, &["he", "she"]))?;
        let gets = (at + 1..at + 4).any(|i| clause.trigger(i).is_some_and(|t| t.kind.starts_tenure()));
        let leaves = |i: usize| clause.trigger(i).is_some_and(|t| t.kind.ends_tenure() || t.kind == Kind::Death);
        let when = (0..comma).rev().find(|&i| clause.is_any(i, &["when", "after", "once"])).filter(|_| gets)?;
        let gone = clause.mention(when + 1).filter(|m| m.kind == MentionKind::Person)?.name?;
        let next = (when + 2..comma).take_while(|&i| clause.mention(i).is_none()).any(leaves);
        let about = self.focus(article, number.checked_sub(1).filter(|_| next)?, REACH)?;
        let (about, gone) = (self.names().fullest(about), self.names().fullest(gone));
        let suits = Sex::of_pronoun(clause.words(at)).is_none_or(|sex| sex.suits(self.sex(about)));
        (suits && about.of(self.text) != gone.of(self.text)).then_some(about)
    }

    /// Remembers whom "he" or "she" meant in the sentence `number`.
    fn meant(&mut self, number: usize, sex: Option<Sex>, name: Span) {
        let Some(sex) = sex else { return };
        self.said_of.entry(name.of(self.text)).or_insert(sex);
        self.meant_last[sex as usize] = Some((number, name));
    }

    /// Of whom a relative clause is told that the pronoun at `at` stands in: "Hansen, who keeps the chair until his
    /// retirement".
    fn in_relative(&self, clause: &Clause<'d>, at: usize) -> Option<Span> {
        let near = (at.saturating_sub(12)..at)
            .rev()
            .take_while(|&i| !clause.is_mark(i, b',') || clause.is_any(i + 1, &["who"]));
        let who = near.into_iter().find(|&i| clause.is_any(i, &["who"]))?;
        let comma = usize::from(clause.is_mark(who.checked_sub(1)?, b','));
        let whom = who.checked_sub(1 + comma).filter(|&i| self.is_person(clause, i) && self.suits(clause, i, at))?;
        let others =
            (who..at).any(|i| clause.mention(i).is_some_and(|m| m.name.is_some() || m.kind == MentionKind::Pronoun));
        clause.mention(whom)?.name.filter(|_| !others).map(|name| self.names().fullest(name))
    }

    /// Who was told to follow the person at `gone`, and so is who is told of next: "knew that Silva would succeed Hansen when
    /// it recruited him".
    fn heir_of(&self, clause: &Clause<'d>, gone: usize, at: usize) -> Option<usize> {
        let verb = gone.checked_sub(1).filter(|&i| clause.trigger(i).is_some_and(|t| t.frame == Frame::Succeed))?;
        let group = clause.group(verb);
        let heir = clause.subject(group.start).filter(|_| !group.passive)?;
        (self.is_person(clause, heir) && self.suits(clause, heir, at)).then_some(heir)
    }

    /// Whether the pronoun at `at` stands in a clause before the one whose subject may be whom it means, and who was told of
    /// in the sentence before as well: "Silva fills Hansen's seat. Once he retires, Hansen".
    fn may_be_ahead(&self, article: &Article<'d>, number: usize, clause: &Clause<'d>, at: usize) -> Option<Span> {
        let comma = (at + 1..at + 8).find(|&i| clause.is_mark(i, b','))?;
        let leads = at == 1 && clause.is(0, Class::SUBORDINATOR) && self.is_subject(clause, comma + 1);
        let name = clause.mention(comma + 1).filter(|_| leads)?.name.map(|name| self.names().fullest(name))?;
        let before = article.near(number.checked_sub(1)?);
        let told = |m: Mention| {
            let names = [m.name, m.organization].into_iter().flatten();
            names.map(|told| self.names().fullest(told)).any(|told| told.of(self.text) == name.of(self.text))
        };
        (0..before.nodes.len()).any(|i| before.mention(i).is_some_and(told)).then_some(name)
    }

    /// A pronoun before the one at `at` that means the same: "He said that his", "Silva asked her to stay, and she"; not
    /// where someone is told of between them.
    fn same_pronoun(&self, clause: &Clause<'d>, at: usize) -> Option<usize> {
        let sex = |i: usize| {
            let word = clause.nodes[i].token.span.of(clause.text);
            HIS.iter().any(|w| word.eq_ignore_ascii_case(w))
        };
        let is_pronoun =
            |&i: &usize| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Pronoun) || is_named(clause, i);
        let earlier = (0..at).rev().filter(is_pronoun).find(|&i| of_two(clause, i).is_none())?;
        let named = (earlier + 1..at).any(|i| self.is_person(clause, i));
        // "he took over; in May parliament elected him": not where he is the subject of the verb himself.
        let subject = || clause.subject(clause.group(at.checked_sub(1)?).start);
        let object = clause.is_any(at, &["him"]) || clause.is_any(at, &["her"]) && clause.mention(at).is_some();
        let object =
            object && !subject().is_some_and(|subject| subject > earlier && clause.is_any(earlier, &["he", "she"]));
        (sex(earlier) == sex(at) && !named && !object && of_two(clause, at).is_none()).then_some(earlier)
    }

    /// The two people whom "both", "the former" and "the latter" at the node `at` mean: of this sentence, else of the one
    /// before.
    pub(super) fn pair(
        &mut self,
        article: &Article<'d>,
        number: usize,
        clause: &Clause<'d>,
        at: usize,
    ) -> Option<[Span; 2]> {
        self.two(article, number, clause, at).or_else(|| {
            let before = number.checked_sub(1)?;
            let clause = article.near(before);
            self.two(article, before, &clause, clause.nodes.len())
        })
    }

    /// The two people of a sentence that were named last before the node `end`, a pronoun for one of them included; who
    /// did to them what is told is not one of them.
    fn two(&mut self, article: &Article<'d>, number: usize, clause: &Clause<'d>, end: usize) -> Option<[Span; 2]> {
        let mut first: Option<Span> = None;
        let mut last: Option<Span> = None;
        for i in 0..end {
            let pronoun = clause.is_any(i, &["he", "she"]);
            let Some(name) = (pronoun || self.is_person(clause, i))
                .then(|| self.person(article, number, clause, Person::Node(i)))
                .flatten()
            else {
                continue;
            };
            if last.is_none_or(|last| last.of(self.text) != name.of(self.text)) {
                (first, last) = (last, Some(name));
            }
        }
        first.zip(last).map(|(first, last)| [first, last])
    }

    /// A person told only after the pronoun: "Before he resigned, Jens Hansen had", or in the next sentences.
    fn ahead(&self, article: &Article<'d>, number: usize, clause: &Clause<'d>, at: usize) -> Option<Span> {
        let subject = |clause: &Clause<'d>, from: usize| {
            let node = (from..clause.nodes.len()).find(|&i| self.is_subject(clause, i))?;
            clause.mention(node)?.name
        };
        // "Since his election", "Two months after he resigned", "Having submitted his resignation"
        let leads = |at: usize| clause.is_any(at, &["since", "after", "before", "having"]);
        let opened =
            clause.is(0, Class::SUBORDINATOR | Class::PREPOSITION) || leads(0) || clause.time(0).is_some() && leads(1);
        let here = (at..clause.nodes.len())
            .find(|&i| opened && clause.is_mark(i, b','))
            .and_then(|comma| subject(clause, comma + 1));
        let next = number + 1..article.sentences.len().min(number + 3);
        here.or_else(|| next.filter(|_| number < 2).find_map(|next| subject(&article.near(next), 0)))
    }

    /// Whom the text is about, where the pronoun at the node `at` opens a paragraph of a profile and suits them: what the
    /// paragraph before told last of another is told.
    fn profiled(&self, article: &Article<'d>, number: usize, clause: &Clause<'d>, at: usize) -> Option<Span> {
        let before = article.text.get(..article.sentences[number].start)?.trim_end_matches(' ');
        let title = article.document.title.as_deref().filter(|_| before.ends_with("\n\n"))?;
        let profiled = *self.profiled.get_or_init(|| self.names().profiled(title));
        let is_any = |words: &[&str]| clause.is_any(at, words);
        let (name, is_his) = profiled?;
        (is_any(&["i"]) || if is_his { is_any(HIS) } else { is_any(HERS) }).then_some(name)
    }

    /// Whom a pronoun means behind the sentence `number`: who that is about, else the nearest told whom it is said of.
    fn spoken_of(&mut self, article: &Article<'d>, number: usize, sex: Option<Sex>) -> Option<Span> {
        let focus = self.focus(article, number, REACH);
        let Some(sex) = sex else { return focus };
        match focus.map(|focus| self.sex(focus)) {
            Some(Some(told)) if told == sex => return focus,
            // "She was succeeded by Aru Lom. In May she": the one who was "she" before.
            Some(None) => {
                let before = self.meant_last[sex as usize].filter(|&(told, _)| told + REACH > number);
                // "Ana Silva, 58, was named consul": with a full name a paragraph begins to tell of another.
                if focus.is_some_and(|focus| self.opens_paragraph(article, number, focus)) {
                    return focus;
                }
                return before.map(|(_, name)| name).or(focus);
            }
            _ => {}
        }
        (number.saturating_sub(REACH)..=number).rev().find_map(|number| {
            let clause = article.near(number);
            let people = (0..clause.nodes.len()).filter(|&i| self.is_person(&clause, i));
            let names = people.filter_map(|i| clause.mention(i)?.name).map(|name| self.names().fullest(name));
            let suiting = names.map(|name| (name, self.sex(name))).filter(|&(_, told)| sex.suits(told));
            // What tells nothing may be a town's name, where nobody was told of.
            let suiting = suiting.filter(|(_, told)| focus.is_some() || told.is_some());
            suiting.min_by_key(|(_, told)| told.is_none()).map(|(name, _)| name)
        })
    }

    /// Whether the sentence `number` opens a paragraph with the full name of `person`, told for the first time.
    fn opens_paragraph(&self, article: &Article<'d>, number: usize, person: Span) -> bool {
        let sentence = article.sentences[number];
        let opens = article.text[..sentence.start].trim_end_matches(' ').ends_with('\n');
        let lead = sentence.start..sentence.start + OPENING;
        opens && lead.contains(&self.names().fullest(person).start)
    }

    pub(super) fn sex(&self, name: Span) -> Option<Sex> {
        Sex::of_name(self.text, name).or_else(|| self.said_of.get(name.of(self.text)).copied())
    }

    /// Whether the pronoun at `at` can mean the person at `person`: no king is "she".
    fn suits(&self, clause: &Clause<'d>, person: usize, at: usize) -> bool {
        let Some(sex) = Sex::of_pronoun(clause.words(at)) else { return true };
        let name = clause.mention(person).and_then(|mention| mention.name);
        name.is_none_or(|name| sex.suits(self.sex(name)) && sex.suits(self.sex(self.names().fullest(name))))
    }

    /// Who the sentence `number` is about.
    pub(super) fn focus(&mut self, article: &Article<'d>, number: usize, reach: usize) -> Option<Span> {
        if let Some(&known) = self.focus.get(&number) {
            return known;
        }
        let clause = article.near(number);
        let nodes = 0..clause.nodes.len();
        let pronoun = nodes.clone().find(|&i| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Pronoun));
        let subject = nodes.clone().find(|&i| self.is_subject(&clause, i));
        let found = match (subject, pronoun) {
            (Some(subject), Some(pronoun)) if subject < pronoun => Some(subject),
            (Some(subject), None) => Some(subject),
            (_, Some(_)) => None,
            (None, None) => nodes.clone().find(|&i| self.is_person(&clause, i)),
        };
        let found = found.and_then(|i| Some((i, clause.mention(i)?.name?)));
        // "Governor Slade invited him": still about the one who was spoken of before.
        let invited = found.filter(|&(subject, _)| pronoun.is_some_and(|at| is_object_of(&clause, at, subject)));
        let name = found.map(|(_, name)| name).filter(|_| invited.is_none());
        let name = name.or_else(|| self.profiled(article, number, &clause, pronoun?));
        let name = name.or_else(|| {
            let before = number.checked_sub(1).filter(|_| reach > 0)?;
            self.focus(article, before, reach - 1)
        });
        let name = name.or(invited.map(|(_, name)| name));
        self.focus.insert(number, name);
        name
    }

    /// Whether the node is a person that its sentence is about; a lone name counts where a verb follows it.
    pub(super) fn is_subject(&self, clause: &Clause<'d>, at: usize) -> bool {
        let named = clause.mention(at).is_some_and(|m| m.kind == MentionKind::Person && m.name.is_some());
        // "Wounded twice, he"
        let opening = at == 0 && clause.words(at).ends_with("ed");
        // "Skating had been Hansen's passion"
        let owned = |i: usize| clause.nodes.get(i).is_some_and(|node| node.token.shape == Shape::Genitive);
        let opening = opening || at == 0 && clause.words(at).ends_with("ing") && (2..6).any(owned);
        // "the Royal Engineers": the end of a name that is no person's.
        let modified = at > 0 && clause.is(at - 1, Class::ROLE_MODIFIER | Class::DEMONYM) && {
            clause.nodes[at - 1].token.is_capital()
        };
        let opening = opening || modified;
        if opening || !named || !stands_as_subject(clause, at) {
            return false;
        }
        let next = clause.nodes.get(at + 1).is_some_and(|next| {
            // "Resolution 14 was passed"
            !matches!(next.token.shape, Shape::Mark(_) | Shape::Number)
                && !next.token.is(Class::PREPOSITION | Class::CONJUNCTION)
                && !next.token.is_capital()
        });
        // "Reshuffle shakes cabinet": a headline may begin with any word.
        let in_prose = at > 0 || clause.span.of(clause.text).ends_with(['.', '!', '?', '"', '”']);
        self.is_person(clause, at) || next && in_prose
    }

    /// Whether the node is surely a person's name.
    pub(crate) fn is_person(&self, clause: &Clause<'d>, at: usize) -> bool {
        // "The Eastern Standard" is a paper.
        let thing = |m: Mention| m.definite && m.name.is_some_and(|name| is_behind_the(clause.text, name));
        clause.mention(at).is_some_and(|mention| {
            mention.kind == MentionKind::Person
                && mention.name.is_some_and(|name| mention.titled || self.names().knows(name) && !thing(mention))
        })
    }
}

/// Whether "the" stands right before a name.
fn is_behind_the(text: &str, name: Span) -> bool {
    text[..name.start].ends_with("The ") || text[..name.start].ends_with(" the ")
}

/// Whether a body is what a sentence is told of: "The court barred Ole Lie from office, forcing him to".
fn begins_with_body(clause: &Clause<'_>) -> bool {
    let body = (0..2).find(|&i| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Body));
    let next = body.and_then(|body| clause.nodes.get(body + 1)).map(|next| next.token);
    next.is_some_and(|next| next.shape == Shape::Lower && !next.is(Class::PREPOSITION | Class::CONJUNCTION))
}

/// Whether a sentence begins with someone's kin who has no name and whom the pronoun suits: "The son swore … He was named".
fn is_about_kin(clause: &Clause<'_>, sex: Option<Sex>) -> bool {
    let definite = clause.is(0, Class::DETERMINER | Class::POSSESSIVE) && clause.is_word(1, Class::KIN);
    let lower = clause.nodes.get(1).is_some_and(|node| node.token.shape == Shape::Lower);
    let named = (2..4).any(|i| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Person));
    let woman = WOMEN.iter().any(|woman| clause.words(1).contains(woman)) && !clause.is_any(1, &["widower"]);
    let of_kin = if woman { Sex::Hers } else { Sex::His };
    definite && lower && !named && sex == Some(of_kin)
}

/// Kin whom "she" suits, "stepdaughter" and "sister-in-law" included.
const WOMEN: [&str; 7] = ["daughter", "sister", "mother", "wife", "widow", "niece", "aunt"];

/// What stands before a name that opens a sentence is no longer, in bytes: "His Excellency the Right Reverend".
const OPENING: usize = 40;

const HIS: &[&str] = &["he", "him", "his"];
const HERS: &[&str] = &["she", "her"];

/// Whether the node at `at` is one that reads as the owner of an office, and is who gets it: "the king named her consul".
fn is_named(clause: &Clause<'_>, at: usize) -> bool {
    let owner = clause.mention(at).is_some_and(|m| m.kind == MentionKind::Role && m.possessive);
    owner && at > 0 && clause.trigger(at - 1).is_some_and(|t| t.frame == Frame::Install)
}

/// Which of two people the pronoun at `at` means: "the former", "the latter"; the halves of "both" are told apart by
/// [`both`].
fn of_two(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let word = clause.words(at).rsplit(' ').next().unwrap_or_default().to_ascii_lowercase();
    match &*word {
        "former" | "both" => Some(0),
        "latter" => Some(1),
        _ => None,
    }
}

/// Whether the pronoun at `at` is the object of what the one at `subject` does: "Ana Silva invited him".
fn is_object_of(clause: &Clause<'_>, at: usize, subject: usize) -> bool {
    let is_object = at > subject && clause.is_any(at, &["him", "her"]);
    is_object && clause.subject(clause.group(at - 1).start) == Some(subject)
}

/// Whether a mention is neither governed by a preposition nor a possessor.
fn stands_as_subject(clause: &Clause<'_>, at: usize) -> bool {
    // "From 1999 on Jens Hansen"
    let onwards = |i: usize| i > 0 && clause.is_any(i, &["on"]) && clause.time(i - 1).is_some();
    let governed = |at: usize| {
        at > 0 && clause.is(at - 1, Class::PREPOSITION) && !clause.is(at - 1, Class::SUBORDINATOR) && !onwards(at - 1)
    };
    // "with the US journalist Jens Hansen"
    let modifies = |i: usize| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Body && m.name.is_none());
    let common = (at.saturating_sub(2)..at).rev().take_while(|&i| super::is_plain(clause, i) || modifies(i)).last();
    let article = common.and_then(|i| i.checked_sub(1)).filter(|&i| clause.is(i, Class::DETERMINER));
    let governed = governed(at) || article.is_some_and(governed);
    let possessor = clause.nodes.get(at + 1).is_some_and(|next| next.token.shape == Shape::Genitive);
    let addressed = at > 0 && clause.is_any(at - 1, ADDRESSES);
    !governed && !possessor && !addressed
}

/// The mark that opens the quotation in which the node at `at` stands.
fn opened_quotation(clause: &Clause<'_>, at: usize) -> Option<usize> {
    // Single ones may be apostrophes.
    let double = |&i: &usize| clause.is_mark(i, b'"') && matches!(clause.words(i), "\"" | "“" | "”" | "«" | "»" | "„");
    let marks = (0..at).filter(double);
    let (count, last) = marks.fold((0, None), |(count, _), i| (count + 1, Some(i)));
    last.filter(|_| count % 2 == 1)
}

/// Whether a word leads to what somebody said or wrote.
fn tells_words(clause: &Clause<'_>, at: usize) -> bool {
    clause.is(at, Class::SAY) || clause.is_any(at, &["writes", "wrote", "argues", "argued", "explains", "explained"])
}

/// Who is spoken to behind these.
const ADDRESSES: &[&str] = &["told", "informed", "notified", "reminded"];

/// Who hears that something was done to "he" at the node `at`, who is the same: "informed Hansen that he had been removed".
fn addressed(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let that = at.checked_sub(1).filter(|&that| clause.is_any(that, &["that"]) && clause.is_any(at, &["he", "she"]))?;
    let act = (at + 1..at + 5).find(|&i| clause.trigger(i).is_some())?;
    let named = |&i: &usize| clause.mention(i).is_some_and(|m| m.kind == MentionKind::Person);
    let whom = (that.saturating_sub(4)..that).rev().find(named)?;
    let told = whom > 0 && clause.is_any(whom - 1, ADDRESSES);
    (told && clause.group(act).passive).then_some(whom)
}

/// Whom a pronoun inside a quotation means where the words behind it tell: `"He resigned," she said of Jens Hansen.`
fn said_of(clause: &Clause<'_>, at: usize) -> Option<usize> {
    let close = (at + 1..clause.nodes.len().min(at + 24)).find(|&i| clause.is_mark(i, b'"'))?;
    let said = (close + 1..close + 4).find(|&i| clause.is(i, Class::SAY))?;
    let person = said + 2;
    let named = clause.mention(person).is_some_and(|m| m.kind == MentionKind::Person);
    (named && clause.is_any(said + 1, &["of", "about"]) && clause.is_any(at, &["he", "she", "his", "her", "him"]))
        .then_some(person)
}
