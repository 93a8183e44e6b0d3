//! What pages do to a text: what they tell of it, and what they set in it for looks.

use crate::support::{Folder, timeline};

const PROSE: &str = "Ada Moe was appointed Minister of Fisheries on March 3, 1932. She resigned on Monday.";

/// The line of the sources, and whether the text told of a resignation on the Monday before.
fn built(name: &str, file: &str, text: &str) -> (String, bool) {
    let folder = Folder::new(name).with(file, text);
    let run = timeline(&folder, &["build", file]);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{text}");
    let source = run.out.lines().find_map(|line| line.split_once("Published ")).map(|(_, how)| how.to_owned());
    (source.unwrap_or_default(), run.out.contains("**7 March 1932** – Ada Moe resigns"))
}

#[test]
fn a_page_tells_its_date_wherever_it_stands() {
    for (number, (file, text, how)) in [
        ("a.txt", format!("{PROSE}\n\nFirst published 9 March 1932\n"), "dateline “9 March 1932”"),
        ("a.txt", format!("{PROSE}\n\nSource: https://example.org/1932/03/09/moe\n"), "date in the address"),
        ("a.txt", format!("OSLO, March 9, 1932 (AP) - {PROSE}\n"), "dateline “March 9, 1932”"),
        ("a.txt", format!("The Oslo Post\nMoe out\nAda Lie, Oslo\n9 March 1932\n{PROSE}\n"), "dateline “9 March 1932”"),
        ("a.md", format!("---\ntitle: Moe out\ndate: 1932-03-09\n---\n\n{PROSE}\n"), "front matter “1932-03-09”"),
    ]
    .into_iter()
    .enumerate()
    {
        let (source, resigned) = built(&format!("page_date_{number}"), file, &text);
        assert!(source.starts_with(&format!("9 March 1932: {how}")) && resigned, "{text}: {source}");
    }
}

#[test]
fn a_saved_page_is_read_without_its_markup() {
    let page = "<!doctype html><html><head><title>Moe out | The Oslo Post</title>\
                <meta property=\"article:published_time\" content=\"1932-03-09T08:30:00Z\"></head>\
                <body><nav>8 March 1931: Lie in London</nav><article><p>Ada Moe <b>re</b>signed as \
                <a href=\"#\">Minister of Fisheries</a> on&nbsp;Monday.</p></article></body></html>";
    let (source, resigned) = built("saved_page", "a.html", page);
    assert!(source.starts_with("9 March 1932, 08:30:00 UTC: the page's metadata") && resigned, "{source}");
    let folder = Folder::new("saved_page_places").with("a.html", page);
    let statement: serde_json::Value =
        serde_json::from_str(timeline(&folder, &["extract", "a.html"]).out.lines().next().unwrap()).unwrap();
    let at = |field: &str| usize::try_from(statement[field].as_u64().unwrap()).unwrap();
    assert_eq!(&page[at("date_start")..at("date_end")], "Monday");
    assert_eq!(&page[at("trigger_start")..at("trigger_end")], "re</b>signed");
}

#[test]
fn places_count_in_the_file_as_it_is() {
    let text = "Moe out\n\n9 March 1932\n\nAda Moe re\u{AD}signed on 7\u{202F}March\u{200B} 1932. After the appoint-\nment \
                of Eli Lie on March 8 she left.\n";
    let folder = Folder::new("page_places").with("a.txt", text);
    let points: Vec<char> = text.chars().collect();
    let run = timeline(&folder, &["extract", "a.txt"]);
    let mut dates = Vec::new();
    for line in run.out.lines() {
        let statement: serde_json::Value = serde_json::from_str(line).unwrap();
        let at = |field: &str| usize::try_from(statement[field].as_u64().unwrap()).unwrap();
        let words: String = points[at("date_start")..at("date_end")].iter().collect();
        dates.push((
            statement["kind"].as_str().unwrap().to_owned(),
            words,
            statement["date"].as_str().unwrap().to_owned(),
        ));
    }
    let told = |kind: &str, words: &str, date: &str| (kind.to_owned(), words.to_owned(), date.to_owned());
    assert_eq!(
        dates,
        [
            told("resignation", "7\u{202F}March\u{200B} 1932", "1932-03-07"),
            told("appointment", "March 8", "1932-03-08")
        ]
    );
}

#[test]
fn a_report_underlines_the_lines_of_the_file() {
    let text = "Moe out\n\n9 March 1932\n\nThe Min\u{AD}ister, Ada Moe, resigned on Friday, 7 Mar\u{AD}ch 1932.\n";
    let folder = Folder::new("page_underlined").with("a.txt", text);
    let run = timeline(&folder, &["check", "a.txt"]);
    assert!(run.out.contains("a.txt:5:"), "{}", run.out);
    assert!(run.out.contains("7 Mar\u{AD}ch 1932"), "{}", run.out);
}
