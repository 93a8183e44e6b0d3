//! Events: who took or left which office, what else happened, and when.
//!
//! A trigger's kind and frame choose the file that reads it; a file gives drafts, whose people are then followed
//! through the document (`follow`), dated (`when`), told once (`merge`) and given a headline (`title`).

mod accept;
mod appointment;
mod asked;
mod brackets;
mod brief;
mod career;
mod certainty;
mod charge;
mod clause;
mod credentials;
mod death;
mod described;
mod dismissal;
mod draft;
mod election;
mod follow;
mod gapped;
mod install;
pub(crate) mod landmark;
mod list;
mod merge;
mod nomination;
mod noun;
mod other;
mod parties;
mod passing;
mod people;
mod piece;
mod place;
mod resignation;
mod respectively;
mod roster;
pub(crate) mod rule;
mod serve;
mod singular;
mod slot;
mod succeed;
mod teller;
mod tense;
mod term_end;
mod term_start;
#[cfg(test)]
mod tests;
mod title;
pub(crate) mod trigger;
mod when;

use std::borrow::Cow;
use std::fmt::Write as _;
use std::ops::Range;

use crate::document::Document;
use crate::many;
use crate::parse::word::{Class, class};
use crate::scan::sentence::sentences;
use crate::span::{CodePoints, Span};
use crate::statement::{Certainty, Kind, Statement, Tense};
use crate::timex::Timex;

use clause::{Clause, Item, dates};
use draft::{Draft, Person};
use follow::{Followed, Memory};
use trigger::{Form, Frame, Hit, Table, Trigger};

/// What a document tells, in text order.
#[derive(Debug, Default)]
pub(crate) struct Told<'d> {
    pub(crate) statements: Vec<Statement>,
    /// The document's expressions, those that are counted from its events among them.
    pub(crate) timexes: Cow<'d, [Timex]>,
    /// Of the whole document; none where it has no statements.
    pub(crate) sentences: Vec<Span>,
}

/// Reads the events of a document that the triggers of `table` tell.
pub(crate) fn told<'d>(document: &Document, timexes: &'d [Timex], table: &Table) -> Told<'d> {
    let hits: Vec<Hit> = table.hits(&document.text).collect();
    if hits.is_empty() && !timexes.iter().any(dates) {
        return Told::default();
    }
    // Sentences are rarely shorter.
    let mut sentences = Vec::with_capacity(document.text.len() / 64 + 1);
    sentences.extend(self::sentences(&document.text));
    let article = Article::new(document, timexes, (table, hits), sentences);
    let mut statements = all(&article);
    let dated = landmark::dated(&article, &statements);
    let Article { hits, sentences, .. } = article;
    let (timexes, sentences) = match dated {
        Some(dated) => {
            let article = Article::new(document, &dated, (table, hits), sentences);
            statements = all(&article);
            let sentences = article.sentences;
            (dated.into(), sentences)
        }
        None => (timexes.into(), sentences),
    };
    finish(document, &mut statements);
    Told { statements, timexes, sentences }
}

/// What all the sentences tell that are worth asking.
fn all(article: &Article<'_>) -> Vec<Statement> {
    merge::once(found(article, |number| article.tells(number)))
}

/// What those of the sentences tell that are `wanted`, by their numbers.
fn found(article: &Article<'_>, wanted: impl Fn(usize) -> bool) -> Vec<Statement> {
    let mut memory = Memory::new(article);
    let prose = prose(article, wanted);
    // Statements are large, and most of these sentences tell one.
    let mut found = Vec::with_capacity(prose.len());
    let mut clauses = Vec::with_capacity(prose.len().min(AT_ONCE));
    for some in prose.chunks(AT_ONCE) {
        clauses.extend(some.iter().map(|prose| article.clause(prose.number)));
        for (&Prose { number, heading, dated_by, in_table }, clause) in some.iter().zip(clauses.drain(..)) {
            let before = found.len();
            offices(article, &mut memory, number, &clause, dated_by.or(heading), &mut found);
            found.extend(described::unframed(article, &mut memory, number, &clause, heading));
            if article.held[number].dated && !in_table {
                let others = other::read(article, &mut memory, number, &clause, &found[before..]);
                found.extend(others);
            }
        }
    }
    found
}

/// So many sentences are taken apart before the first of them is asked what it tells: to take apart and to ask is each
/// more code than the processor keeps at hand beside the other.
const AT_ONCE: usize = 32;

/// A sentence that is read.
#[derive(Clone, Copy, Debug)]
struct Prose {
    number: usize,
    /// The date that heads the whole text.
    heading: Option<usize>,
    /// The one that heads its paragraph.
    dated_by: Option<usize>,
    /// Whether it is a row of a table, which tells offices alone.
    in_table: bool,
}

/// The sentences that are `wanted` and no headings, with the dates that head them.
fn prose(article: &Article<'_>, wanted: impl Fn(usize) -> bool) -> Vec<Prose> {
    let document = article.document;
    let mut prose = Vec::new();
    let mut heading = None;
    let mut dated_by = None;
    // What dates the paragraphs below it, up to the next of its kind.
    let mut under = None;
    let is_digest = is_digest(article);
    let first_line = article.sentences.first().copied();
    for (number, &sentence) in article.sentences.iter().enumerate() {
        // A chronicle's entry: a date alone on the first line, its text right below.
        if Some(sentence) == first_line && is_heading(&document.text, sentence, article.times(number)) {
            heading = Some(article.held[number].times.start);
            continue;
        }
        // A list of news: the same, for the paragraph below alone.
        let parted = document.text[..sentence.start].trim_end_matches(' ').ends_with("\n\n");
        if parted {
            dated_by = None;
        }
        if parted && is_heading(&document.text, sentence, article.times(number)) {
            dated_by = Some(article.held[number].times.start);
            continue;
        }
        if parted || number == 0 {
            match headed(article, number, is_digest) {
                Headed::By(time) => {
                    under = Some(time);
                    continue;
                }
                Headed::Anew => under = None,
                Headed::Prose => {}
            }
        }
        let first = first_word(&document.text, sentence);
        let in_table = document.region_at(first).is_some();
        // A table is furniture, but for the rows of a life.
        let dated = || article.times(number).first().is_some_and(|timex| timex.span.start == first);
        if wanted(number) && (!in_table || sentence.of(&document.text).starts_with('|') && dated()) {
            prose.push(Prose { number, heading, dated_by: dated_by.or(under), in_table });
        }
    }
    prose
}

/// What the first line of a paragraph is to those below.
enum Headed {
    /// A heading with their date, by its place among the document's.
    By(usize),
    /// A heading of another part.
    Anew,
    Prose,
}

/// Whether the sentence of this number heads paragraphs with a date: "DECREE No. 311 of 18 November 2019", and in a digest
/// a date alone.
fn headed(article: &Article<'_>, number: usize, is_digest: bool) -> Headed {
    let line = article.sentences[number];
    let words = line.of(article.text);
    let ends = article.text[line.end..].starts_with('\n') && words.len() <= HEADING;
    if !ends {
        return Headed::Prose;
    }
    let time = article.held[number].times.start;
    if let [timex] = article.times(number)
        && timex.date.is_some_and(|date| date.as_day().is_some())
    {
        let alone = is_digest && timex.span == line;
        let decree = || words.split(' ').next().is_some_and(|word| class(word).has(Class::DECREES));
        if alone || timex.span.end == line.end && decree() {
            return Headed::By(time);
        }
    }
    let upper = words.bytes().any(|byte| byte.is_ascii_uppercase()) && !words.bytes().any(|b| b.is_ascii_lowercase());
    if upper { Headed::Anew } else { Headed::Prose }
}

/// No heading is longer, in bytes.
const HEADING: usize = 90;

/// Whether dates alone head several of the paragraphs: news of several days, the newest first or last.
fn is_digest(article: &Article<'_>) -> bool {
    let alone = |number: &usize| {
        let line = article.sentences[*number];
        let day = |timex: &Timex| timex.span == line && timex.date.is_some_and(|date| date.as_day().is_some());
        article.text[line.end..].starts_with('\n') && article.times(*number).first().is_some_and(day)
    };
    (0..article.sentences.len()).filter(alone).nth(1).is_some()
}

/// Where the words of a sentence begin, behind the marks of a list or a heading.
fn first_word(text: &str, sentence: Span) -> usize {
    sentence.start + sentence.of(text).find(char::is_alphanumeric).unwrap_or_default()
}

/// Whether a line is a date alone with text on the very next one.
fn is_heading(text: &str, line: Span, times: &[Timex]) -> bool {
    let below = text.get(line.end..).and_then(|rest| rest.trim_start_matches([' ', '\r']).strip_prefix('\n'));
    let prose = below.is_some_and(|below| below.starts_with(|c: char| !c.is_whitespace()));
    prose && times.first().is_some_and(|timex| timex.span == line && timex.date.is_some())
}

/// Whether the date that heads an entry heads the whole document.
fn heads_all(article: &Article<'_>, heading: usize) -> bool {
    article.sentences.first().is_some_and(|first| first.overlaps(article.timexes[heading].span))
}

/// A document with what was found in it before any grammar.
#[derive(Debug)]
pub(crate) struct Article<'d> {
    pub(crate) document: &'d Document,
    pub(crate) text: &'d str,
    pub(crate) timexes: &'d [Timex],
    pub(crate) sentences: Vec<Span>,
    table: &'d Table,
    hits: Vec<Hit>,
    /// What each of the sentences holds.
    held: Vec<Held>,
}

/// What was found in a sentence, as places among the document's.
#[derive(Debug)]
struct Held {
    /// The sentence behind what its line opens with.
    prose: Span,
    times: Range<usize>,
    hits: Range<usize>,
    /// Whether one of the expressions can date an event.
    dated: bool,
}

impl<'d> Article<'d> {
    fn new(
        document: &'d Document,
        timexes: &'d [Timex],
        (table, hits): (&'d Table, Vec<Hit>),
        sentences: Vec<Span>,
    ) -> Article<'d> {
        let (mut time, mut hit) = (0, 0);
        let held = sentences.iter().map(|sentence| {
            let prose = brief::behind_opening(&document.text, *sentence);
            let times = within(timexes, &mut time, prose, |timex| timex.span.start);
            let hits = within(&hits, &mut hit, prose, |hit| hit.span.start);
            let dated = timexes[times.clone()].iter().any(dates);
            Held { prose, times, hits, dated }
        });
        let held = held.collect();
        Article { document, text: &document.text, timexes, sentences, table, hits, held }
    }

    /// The expressions in the sentence of this number.
    fn times(&self, number: usize) -> &'d [Timex] {
        &self.timexes[self.held[number].times.clone()]
    }

    /// Whether the sentence of this number has a date or a trigger: what the others say is only asked for where needed.
    pub(crate) fn tells(&self, number: usize) -> bool {
        self.held[number].dated || !self.held[number].hits.is_empty()
    }

    /// The sentence of this number, taken apart.
    pub(crate) fn clause(&self, number: usize) -> Clause<'d> {
        let Held { prose, times, hits, .. } = &self.held[number];
        Clause::new(self.text, *prose, (times.start, self.times(number)), (self.table, &self.hits[hits.clone()]))
    }
}

/// Those of `found` that begin in a sentence, where `next` is the first that may, and is left at the one behind them.
fn within<T>(found: &[T], next: &mut usize, sentence: Span, start: impl Fn(&T) -> usize) -> Range<usize> {
    let count = |from: usize, until: usize| found[from..].iter().take_while(|one| start(one) < until).count();
    let from = *next + count(*next, sentence.start);
    *next = from + count(from, sentence.end);
    from..*next
}

/// The office events of one sentence.
fn offices<'d>(
    article: &Article<'d>,
    memory: &mut Memory<'d>,
    number: usize,
    clause: &Clause<'d>,
    heading: Option<usize>,
    found: &mut Vec<Statement>,
) {
    let mut drafts = career::row(clause);
    let listed = roster::rows(article, memory, number, clause);
    let nodes = if listed.is_empty() { &clause.nodes[..] } else { &[] };
    drafts.extend(listed);
    for (at, node) in nodes.iter().enumerate() {
        match node.item {
            Item::Trigger(_) => {
                drafts.extend(clause.trigger(at).into_iter().flat_map(|one| read(clause, at, one)));
                drafts.extend(credentials::named_below(article, number, clause, at));
            }
            Item::Word if node.token.is_mark(b'(') => drafts.extend(brackets::read(clause, at)),
            Item::Word if node.token.is(Class::BE) => {
                drafts.extend(serve::was(clause, at));
                drafts.extend(term_start::is_new(clause, at));
                drafts.extend(install::gazetted(clause, at));
            }
            Item::Word if node.token.is(Class::PREPOSITION) && clause.is_any(at, &["with"]) => {
                drafts.extend(serve::with_holders(clause, at, heading.is_some()));
            }
            Item::Word if node.token.is(Class::PREPOSITION) && clause.is_any(at, &["from", "between"]) => {
                drafts.extend(serve::spanned(clause, at));
            }
            Item::Word | Item::Mention(_) | Item::Time(_) => {}
        }
    }
    drafts.retain(|draft| {
        matches!(draft.certainty, Certainty::Reported | Certainty::Planned) && !certainty::is_denied(clause, draft.at)
    });
    if !drafts.is_empty() && is_taken_back(article, number + 1) {
        drafts.clear();
    }
    let mut followed = memory.follow(article, number, clause, drafts);
    let mut told: Vec<usize> = followed.iter().map(|one| one.draft.at).collect();
    told.dedup();
    let tenures: Vec<usize> = followed.iter().filter_map(|one| one.draft.when.time()).collect();
    let nearest = |one: &Followed| {
        // "until his death in 1902" dates both.
        // "until 2009, when he was succeeded by Silva", too.
        let when = |time| (0..one.draft.at).any(|i| clause.time(i) == Some(time) && when::opens_when(clause, i));
        let both = one.draft.kind == Kind::Death || is_until(clause, one.draft.at);
        let found = when::nearest(clause, article.timexes, one.draft.at, &told);
        found.filter(|&time| both || !tenures.contains(&time) || when(time))
    };
    let mut times: Vec<Option<usize>> =
        followed.iter().map(|one| one.draft.when.time().or_else(|| nearest(one))).collect();
    of_one_act(article, clause, &followed, &mut times);
    of_one_succession(clause, &followed, &mut times);
    let one_by_one = respectively::share_out(clause, &mut followed, &mut times);
    for (mut one, time) in followed.into_iter().zip(times) {
        // "was dismissed six years after her appointment": told in passing.
        let starts = one.draft.kind.starts_tenure();
        if time.is_none()
            && starts
            && matches!(one.draft.person, Person::Pronoun(_))
            && when::is_aside(clause, one.draft.at)
        {
            continue;
        }
        // "was re-elected in 2015 and 2019"
        let again = time
            .filter(|_| starts && !one_by_one)
            .map_or(Vec::new(), |time| when::again(clause, article.timexes, time));
        memory.date(&mut one, clause.span, time.or(heading).and_then(|time| article.timexes[time].date));
        found.extend(again.into_iter().map(|time| statement(article, clause, &one, Some(time))));
        // "was appointed on May 4, with effect from June 1": the act, and what it begins.
        if let Some(act) = time.and_then(|effect| when::act_before(clause, article.timexes, one.draft.at, effect))
            && one.draft.kind == Kind::Appointment
        {
            found.push(statement(article, clause, &one, Some(act)));
            one.draft.kind = Kind::TermStart;
            one.draft.rule = "term-start-effect";
        }
        let chronicle = heading.is_some_and(|heading| heads_all(article, heading));
        let forward = chronicle
            || one.draft.certainty == Certainty::Planned
            || time.is_some_and(|time| when::is_effective(clause, time));
        let mut statement = statement(article, clause, &one, time.or(heading));
        if chronicle {
            statement.tense = Some(Tense::Either);
        }
        if forward && time.is_some() {
            when::forward(&mut statement, article.document);
        }
        found.extend(described::finished(statement, clause, one.draft.at));
    }
}

/// Whether the sentence of this number denies the one before it.
fn is_taken_back(article: &Article<'_>, number: usize) -> bool {
    let next = article.sentences.get(number).map(|next| next.of(article.text));
    next.is_some_and(certainty::may_deny) && certainty::is_taken_back(&article.clause(number))
}

/// Whether a bound of a tenure is told by the event at `at`: "served until Ana Silva was sworn in on May 4".
fn is_until(clause: &Clause<'_>, at: usize) -> bool {
    let mut near = (at.saturating_sub(6)..at).rev().take_while(|&i| !clause.is_mark(i, b','));
    near.any(|i| clause.is_any(i, &["until", "till"]) && clause.time(i + 1).is_none())
}

/// Gives the two halves of one act the only date of their sentence: "dismissed Hansen on Thursday and replaced him with
/// Ana Silva", "approved the dismissal of Hansen and appointed Silva in his place on May 4".
fn of_one_act(article: &Article<'_>, clause: &Clause<'_>, followed: &[Followed], times: &mut [Option<usize>]) {
    let mut dated = (0..clause.nodes.len()).filter_map(|i| clause.time(i)).filter(|&i| dates(&article.timexes[i]));
    let (Some(time), None) = (dated.next(), dated.next()) else { return };
    for (n, pair) in followed.windows(2).enumerate() {
        let [leaves, comes] = pair else { continue };
        let replaces = comes.draft.shares_role && comes.draft.kind == Kind::Appointment;
        // "dismissed Hansen on Thursday, replacing him with Silva"
        let joins = |at: usize| clause.is_any(at, &["and"]) || comes.draft.weak && clause.is_mark(at, b',');
        let same_subject = comes.draft.at > leaves.draft.at && joins(comes.draft.at - 1);
        // "dismissed Hansen on Thursday and named Silva in his place": the naming may have come later.
        let dated = times[n + 1] == Some(time) || times[n] == Some(time) && comes.draft.weak;
        if leaves.draft.kind == Kind::Dismissal && replaces && same_subject && dated {
            times[n..n + 2].fill(Some(time));
        }
    }
}

/// Gives who comes the date on which the one before went, where one sentence tells both of one subject: "retired on
/// September 30 and was succeeded by Ana Silva".
fn of_one_succession(clause: &Clause<'_>, followed: &[Followed], times: &mut [Option<usize>]) {
    for n in 1..followed.len() {
        let comes = &followed[n].draft;
        let start = clause.group(comes.at).start;
        let joined = start > 0 && clause.is_any(start - 1, &["and"]);
        let undated = (start..clause.nodes.len()).all(|i| clause.time(i).is_none());
        if !joined || !undated || times[n].is_some() || comes.rule != "term-start-succession" {
            continue;
        }
        let gone = (0..n).rev().find(|&m| followed[m].draft.kind.ends_tenure() && followed[m].draft.at < start);
        times[n] = gone.and_then(|gone| times[gone]);
    }
}

/// What the trigger at `at` tells: one event kind one file.
fn read(clause: &Clause<'_>, at: usize, trigger: &Trigger) -> Vec<Draft> {
    if trigger.rule.is_some() {
        return described::framed(clause, at, trigger);
    }
    if trigger.frame == Frame::Present {
        return credentials::read(clause, at);
    }
    if matches!(trigger.frame, Frame::Serve | Frame::Enter) && matches!(trigger.form, Form::Base | Form::BaseOrPast) {
        let charged = asked::read(clause, at);
        if !charged.is_empty() {
            return charged;
        }
    }
    let mut drafts = match trigger.kind {
        Kind::Appointment => appointment::read(clause, at, trigger),
        Kind::Nomination => nomination::read(clause, at, trigger),
        Kind::Election => election::read(clause, at, trigger),
        Kind::TermStart => term_start::read(clause, at, trigger),
        Kind::TermEnd => term_end::read(clause, at, trigger),
        Kind::Dismissal => dismissal::read(clause, at, trigger),
        Kind::Resignation => resignation::read(clause, at, trigger),
        Kind::Credentials => credentials::read(clause, at),
        Kind::Death => death::read(clause, at, trigger),
        Kind::Event | Kind::Other(_) => Vec::new(),
    };
    if matches!(trigger.frame, Frame::Install | Frame::Enter | Frame::Leave | Frame::Remove) {
        drafts.extend(gapped::further(clause, &drafts));
    }
    drafts
}

fn statement(article: &Article<'_>, clause: &Clause<'_>, followed: &Followed, time: Option<usize>) -> Statement {
    let Followed { draft, person, role, organization, .. } = followed;
    let text = |span: Span| plain(span.of(article.text));
    let timex = time.map(|time| &article.timexes[time]);
    // What another sentence says of several is told of one here.
    let is_listed = |role: Span| draft.listed || !clause.span.contains(role);
    let slots = [Some(*person), *role, draft.by, timex.map(|t| t.span), Some(draft.trigger)];
    let taken: Vec<Span> = slots.into_iter().flatten().collect();
    let span = hull(slots.into_iter().flatten().filter(|slot| clause.span.contains(*slot)), draft.trigger);
    let mut statement = Statement {
        span,
        sentence: text(clause.span),
        kind: draft.kind.clone(),
        person: Some(text(*person)),
        role: role.map(|role| {
            if is_listed(role) { singular::of_one(role.of(article.text), draft.acting) } else { text(role) }
        }),
        organization: organization.map(text),
        by: draft.by.map(text),
        place: place::place(clause, draft.at, &taken).map(text),
        trigger: Some(text(draft.trigger)),
        trigger_span: Some(draft.trigger),
        certainty: draft.certainty,
        tense: tense::of(clause, draft, time),
        succeeds: followed.succeeds.map(text),
        rule: draft.rule.into(),
        ..Statement::default()
    };
    if let Some(timex) = timex {
        date(&mut statement, timex, article.text);
        let present = clause.trigger(draft.at).is_some_and(|trigger| matches!(trigger.form, Form::Base | Form::Third));
        // "The appointment takes effect on May 4"
        let takes_effect = matches!(draft.person, Person::Earlier);
        if (present || takes_effect)
            && draft.certainty == Certainty::Reported
            && when::is_ahead(&statement, article.document)
        {
            statement.certainty = Certainty::Planned;
        }
    }
    statement.title = title::office(&statement);
    statement
}

/// Gives a statement its date, and what is known of it.
pub(crate) fn date(statement: &mut Statement, timex: &Timex, text: &str) {
    statement.date = timex.date;
    statement.date_text = Some(plain(timex.span.of(text)));
    statement.date_span = Some(timex.span);
    statement.readings.clone_from(&timex.readings);
    statement.weekday = timex.weekday;
    statement.anchor = timex.anchor.map(|anchor| {
        // Few are longer, so that their room is made once.
        let mut text = String::with_capacity(32);
        // Memory takes any text.
        let _ = write!(text, "{anchor}");
        text
    });
}

/// The least span that holds all of `spans` and `seed`.
pub(crate) fn hull(spans: impl Iterator<Item = Span>, seed: Span) -> Span {
    spans.fold(seed, |hull, span| Span::new(hull.start.min(span.start), hull.end.max(span.end)))
}

/// A stretch of text on one line.
pub(crate) fn plain(text: &str) -> String {
    one_line(text).into_owned()
}

/// The same, copied only where line breaks or rows of spaces have to go.
pub(crate) fn one_line(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    // Control characters, and rows of spaces, but for the last byte.
    let breaks = many::any_pair(bytes, |byte, next| (byte < b' ') | ((byte == b' ') & (next == b' ')));
    let edges = bytes.first() == Some(&b' ') || bytes.last().is_some_and(|&last| last <= b' ');
    let is_wide = |c: char| !c.is_ascii() && c.is_whitespace();
    if !breaks && !edges && (text.is_ascii() || !text.contains(is_wide)) {
        return text.into();
    }
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line.into()
}

/// Fills in what depends on the whole document: order, ids, places in code points.
pub(crate) fn finish(document: &Document, statements: &mut [Statement]) {
    statements.sort_by_key(|statement| (statement.span.start, statement.span.end));
    let spans = |s: &Statement| [Some(s.span), s.trigger_span, s.date_span];
    let spans = statements.iter().flat_map(spans).flatten();
    let mut offsets: Vec<usize> = Vec::with_capacity(6 * statements.len());
    offsets.extend(spans.flat_map(|span| [span.start, span.end]));
    offsets.sort_unstable();
    offsets.dedup();
    let mut points = CodePoints::new(&document.text);
    let points: Vec<usize> = offsets.iter().map(|&offset| points.at(offset)).collect();
    let point = |offset: usize| offsets.binary_search(&offset).map_or(0, |i| points[i]);
    let named = fnv(FNV, &[&document.id]);
    let mut hashes = Vec::with_capacity(statements.len());
    for statement in statements.iter_mut() {
        (statement.start, statement.end) = (point(statement.span.start), point(statement.span.end));
        statement.trigger_start = statement.trigger_span.map(|span| point(span.start));
        statement.trigger_end = statement.trigger_span.map(|span| point(span.end));
        statement.date_start = statement.date_span.map(|span| point(span.start));
        statement.date_end = statement.date_span.map(|span| point(span.end));
        statement.document.clone_from(&document.id);
        statement.published = document.published.as_ref().map(|published| published.date);
        statement.publisher.clone_from(&document.publisher);
        hashes.push((fingerprint(named, statement), hashes.len()));
    }
    // Of those alike the later ones are told apart by their number.
    hashes.sort_unstable();
    for alike in hashes.chunk_by(|(one, _), (next, _)| one == next) {
        for (&(hash, at), number) in alike.iter().zip(0_u64..) {
            statements[at].id = id(hash ^ number.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        }
    }
}

/// `s-` and the halves of a hash laid over each other, as eight hexadecimal digits.
fn id(hash: u64) -> String {
    let folded = (hash >> 32) ^ (hash & 0xFFFF_FFFF);
    let mut id = String::with_capacity(10);
    id.push_str("s-");
    for place in (0..8).rev() {
        id.push(char::from(b"0123456789abcdef"[(folded >> (4 * place)) as usize & 0xF]));
    }
    id
}

/// FNV-1a over what makes a statement what it is, from that of its document on: an edit elsewhere in the text changes
/// nothing.
fn fingerprint(document: u64, statement: &Statement) -> u64 {
    let who = statement.person.as_deref().or(statement.title.as_deref()).unwrap_or_default();
    // A clause of no kind is told by its headline, whichever of its words is taken for the verb.
    let trigger = statement.trigger.as_deref().filter(|_| statement.kind != Kind::Event).unwrap_or_default();
    let date = statement.date_text.as_deref().unwrap_or_default();
    fnv(document, &[statement.kind.as_str(), who, trigger, date])
}

/// What the hash of nothing is.
const FNV: u64 = 0xCBF2_9CE4_8422_2325;

/// The hash of `parts`, each with a zero behind it, after what is in `hash`.
fn fnv(hash: u64, parts: &[&str]) -> u64 {
    let fold = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
    parts.iter().fold(hash, |hash, part| fold(part.bytes().fold(hash, fold), 0))
}
