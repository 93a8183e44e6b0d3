//! Dates that stand above what they date: a chronicle's entry, the paragraphs of a decree, the news of one day.

use crate::parse::word::{Class, class};
use crate::span::Span;
use crate::timex::Timex;

use super::items::{List, is_decree, is_item};
use crate::parse::event::article::Article;
use crate::parse::event::row::table;

/// A sentence that is read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Prose {
    pub(crate) number: usize,
    /// The date that heads the whole text, a chronicle's.
    pub(crate) heading: Option<usize>,
    /// The one that heads its paragraph.
    pub(crate) dated_by: Option<usize>,
    /// Whether it tells offices alone: a row of a table, what heads the items of a list.
    pub(crate) offices_alone: bool,
    /// Whether it is an item of a decree, which does what it names: "1. To appoint Ana Silva consul."
    pub(crate) enacted: bool,
}

/// The sentences that are `wanted` and no headings, with the dates that head them.
pub(crate) fn prose(article: &Article<'_>, wanted: impl Fn(usize) -> bool) -> Vec<Prose> {
    let document = article.document;
    let mut prose = Vec::new();
    let mut heading = None;
    let mut dated_by = None;
    // The date that the line of a chronology opens with.
    let mut line = None;
    // The date that the sentence before is all about.
    let mut said = None;
    // What dates the paragraphs below it, up to the next of its kind.
    let mut under = None;
    // Whether that is a decree's, so that what it orders below is done.
    let mut decreed = false;
    // What heads the list.
    let mut list: Option<List> = None;
    let is_digest = is_digest(article);
    let first_line = article.sentences.first().copied();
    for (number, &sentence) in article.sentences.iter().enumerate() {
        // A chronicle's entry: a date alone on the first line, its text right below.
        let is_first = Some(sentence) == first_line;
        if is_first && is_heading(&document.text, sentence, article.times(number)) {
            heading = Some(article.held[number].times.start);
            continue;
        }
        let day = heads_day(article, number);
        if day.is_some() {
            (under, dated_by, list) = (day, None, None);
            continue;
        }
        // A list of news: the same, for the paragraph below alone.
        let parted = document.text[..sentence.start].trim_end_matches(' ').ends_with("\n\n");
        if parted {
            dated_by = None;
        }
        if parted && is_heading(&document.text, sentence, article.times(number)) {
            dated_by = Some(article.held[number].times.start);
            under = if is_digest { dated_by } else { under };
            continue;
        }
        let begins = begins_line(&document.text, sentence);
        if parted || number == 0 || is_digest && begins {
            match headed(article, number, is_digest) {
                Headed::By(time) => {
                    under = Some(time);
                    decreed = opens_decree(sentence.of(&document.text));
                    continue;
                }
                Headed::Anew if parted => (under, decreed) = (None, false),
                Headed::Anew | Headed::Prose => {}
            }
        }
        let item = is_item(sentence.of(&document.text));
        let head = if begins && !item { List::headed(article, number) } else { None };
        if begins && !item {
            list = head.or_else(|| list?.goes_on(article, number));
        }
        let heads = head.is_some();
        let first = first_word(&document.text, sentence);
        let of_line = line.filter(|_| goes_on(&document.text, sentence) && article.times(number).is_empty());
        let of_next = said.take().filter(|_| goes_on(&document.text, sentence) && article.times(number).is_empty());
        said = says_day(article, number)
            .or_else(|| names_below(article, number))
            .or_else(|| orders_below(article, number));
        if begins {
            line = opens_entry(article, number, first);
        }
        let in_table = document.region_at(first).is_some();
        // A table is furniture, but for the rows of a life and of those who held an office.
        let dated_row = || !article.times(number).is_empty() && table::is_row(sentence.of(&document.text));
        if wanted(number) && (!in_table || dated_row()) {
            let of_list = list.filter(|_| !heads);
            let time = of_list.and_then(|list| list.time);
            let dated_by = time.or(of_line).or(of_next).or(dated_by).or(under);
            let offices_alone = in_table || head.is_some_and(|head| head.time.is_some());
            let enacted = item && of_list.is_some_and(|list| list.enacts) || decreed && begins;
            prose.push(Prose { number, heading, dated_by, offices_alone, enacted });
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
        let gazette = || is_notice(article, line, timex);
        // "Decree of 4 May 1931, No. 12"
        let behind = article.text[timex.span.end..line.end].trim_start_matches([',', ' ']);
        let closes = behind.is_empty() || ["No", "№", "Nr"].iter().any(|number| behind.starts_with(number));
        if alone || closes && opens_decree(words) || gazette() {
            return Headed::By(time);
        }
    }
    let upper = words.bytes().any(|byte| byte.is_ascii_uppercase()) && !words.bytes().any(|b| b.is_ascii_lowercase());
    if upper { Headed::Anew } else { Headed::Prose }
}

/// Whether a line begins with a word for a decree.
fn opens_decree(line: &str) -> bool {
    line.split(' ').next().is_some_and(is_decree)
}

/// Whether a place and a day stand above a notice of a gazette: "Foreign Office, May 4, 1874." above "The Queen has been
/// pleased to appoint".
fn is_notice(article: &Article<'_>, line: Span, timex: &Timex) -> bool {
    let closes = article.text[timex.span.end..line.end].trim_start_matches('.').is_empty();
    let place = article.text[line.start..timex.span.start].trim_end();
    let named =
        place.ends_with(',') && place.split([' ', ',']).all(|word| !word.starts_with(|c: char| c.is_lowercase()));
    let below = article.text[line.end..].lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    closes && named && below.contains(" pleased to ")
}

/// Whether a sentence is the first of its line.
fn begins_line(text: &str, sentence: Span) -> bool {
    let before = text[..sentence.start].trim_end_matches([' ', '\t', '\r']);
    before.is_empty() || before.ends_with('\n')
}

/// The date that opens an entry of a chronology, whose sentences all are of it: "2004 – Ana Silva was named consul. Jens
/// Hansen resigned."
fn opens_entry(article: &Article<'_>, number: usize, first: usize) -> Option<usize> {
    let timex = article.times(number).first().filter(|timex| timex.span.start == first)?;
    let behind = article.text[timex.span.end..].trim_start_matches([' ', '*', '_', '.']);
    // "4 May 1931. Ana Silva was": the day is a sentence of its own.
    let rest = article.text.get(timex.span.end..article.sentences[number].end);
    let alone = rest.is_some_and(|rest| !rest.contains(char::is_alphanumeric));
    // "**4 May 1931.** Ana Silva was": set off by its type.
    let marks = article.text[timex.span.end..].trim_start_matches(['.', ':']);
    let bold = ["**", "__"].iter().any(|mark| marks.starts_with(mark) && article.text[..first].ends_with(mark));
    let marked = bold || behind.starts_with([':', '-', '–', '—']) || alone && !behind.starts_with('\n');
    let one = timex.range.is_none() && timex.date.is_some();
    (marked && one).then_some(article.held[number].times.start)
}

/// The day that a sentence tells and nothing else, for the one behind it: "It was 4 May 1931. The council met."
fn says_day(article: &Article<'_>, number: usize) -> Option<usize> {
    let timex = article.times(number).last()?;
    let sentence = article.sentences[number];
    let lead = article.text.get(sentence.start..timex.span.start)?.trim_end();
    let lead = lead.strip_suffix(" on").unwrap_or(lead);
    let says = ["It was", "The day was", "The date was", "The year was"].contains(&lead);
    let closed = article.text.get(timex.span.end..sentence.end).is_some_and(|rest| rest.trim() == ".");
    let told = says && closed && timex.range.is_none() && timex.date.is_some();
    told.then_some(article.held[number].times.end - 1)
}

/// The day of a ceremony whose envoys the next sentence names: "Three envoys presented credentials on May 4. Those who
/// presented their credentials were Ana Silva".
fn names_below(article: &Article<'_>, number: usize) -> Option<usize> {
    let [_] = article.times(number) else { return None };
    let of_credentials = |sentence: &str| sentence.contains("credentials") || sentence.contains("credence");
    let next = article.sentences.get(number + 1)?.of(article.text);
    let told = of_credentials(article.sentences[number].of(article.text)) && of_credentials(next);
    (told && [" were ", " are "].iter().any(|be| next.contains(be))).then_some(article.held[number].times.start)
}

/// The day of an order whose content the next sentence tells: "signed two decrees on Monday. Under the decrees, Ana Silva was".
fn orders_below(article: &Article<'_>, number: usize) -> Option<usize> {
    let [_] = article.times(number) else { return None };
    let next = article.sentences.get(number + 1)?.of(article.text);
    let order = LEADS.iter().find_map(|lead| next.strip_prefix(lead))?.split([' ', ',']).next()?;
    let stem = order.strip_suffix('s').unwrap_or(order);
    let told = class(stem).has(Class::DECREES) && article.sentences[number].of(article.text).contains(stem);
    told.then_some(article.held[number].times.start)
}

/// How a sentence points back to the orders of the one before.
const LEADS: [&str; 9] = [
    "Under the ",
    "Under these ",
    "Under this ",
    "By the ",
    "By this ",
    "According to the ",
    "In accordance with the ",
    "Pursuant to the ",
    "With this ",
];

/// Whether a sentence further on in a line tells what happened then: not what had, nor what came of it.
fn goes_on(text: &str, sentence: Span) -> bool {
    let mut words = sentence.of(text).split(' ');
    !begins_line(text, sentence)
        && !words.any(|word| ["had", "later", "previously", "earlier", "until"].contains(&word))
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

/// Whether a line of its own is the day of a page of current events, which is told over again in brackets: "November 17,
/// 2014 (Monday)", "Current events of November 17, 2014 (2014-11-17) (Monday)".
///
/// Right below it stands the first topic, or the first of the news.
fn heads_day(article: &Article<'_>, number: usize) -> Option<usize> {
    let times = article.times(number);
    let line = article.sentences[number];
    let is_day = |timex: &Timex| timex.date.is_some_and(|date| date.as_day().is_some());
    // A weekday, where nothing tells what it is counted from.
    let is_over = |timex: &Timex| is_day(timex) || timex.value.starts_with("XXXX-WXX-");
    // "Current" is an expression, too.
    let first = times.iter().position(is_day)?;
    let [day, over, further @ ..] = &times[first..] else { return None };
    let lead = article.text.get(line.start..day.span.start).unwrap_or_default();
    let bracket = article.text.get(day.span.end..over.span.start).is_some_and(|between| between == " (");
    if !bracket || !(lead.is_empty() || DAY_OF.contains(&lead)) {
        return None;
    }
    let mut end = over.span.end;
    let closes = further.iter().all(|timex| {
        let between = article.text.get(end..timex.span.start);
        end = timex.span.end;
        between == Some(") (") && is_over(timex)
    });
    let rest = article.text.get(end..line.end);
    // A headline below tells the news of a paper's own day.
    let next = number + 1;
    let topic = article.sentences.get(next).is_some_and(|below| {
        is_item(below.of(article.text)) || article.text[line.end..].starts_with('\n') && article.is_silent(next)
    });
    let told = closes && is_over(over) && matches!(rest, Some(")" | "):" | ").")) && topic;
    told.then_some(article.held[number].times.start + first)
}

/// What may stand before the day of such a page.
const DAY_OF: [&str; 3] = ["Current events of ", "Current events for ", "Current events on "];

/// Whether a line is a date alone with text on the very next one.
fn is_heading(text: &str, line: Span, times: &[Timex]) -> bool {
    let below = text.get(line.end..).and_then(|rest| rest.trim_start_matches([' ', '\r']).strip_prefix('\n'));
    let prose = below.is_some_and(|below| below.starts_with(|c: char| !c.is_whitespace()));
    prose && times.first().is_some_and(|timex| timex.span == line && timex.date.is_some())
}
