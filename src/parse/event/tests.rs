//! What each kind takes, what it must not take, and what is ambiguous: invented people, one reference date.

mod whose;

use crate::calendar::Date;
use crate::document::{Document, Published};
use crate::statement::{Certainty, Kind, Statement, Tense};

/// The statements of a text published on Wednesday, 2020-06-10.
fn statements(text: &str) -> Vec<Statement> {
    let mut document = Document::new("test", text);
    document.published = Date::day(2020, 6, 10).map(|date| Published { date, how: "given".to_owned() });
    crate::extract(&document).0
}

/// The office events: `kind | person | role | date`, in text order.
fn offices(text: &str) -> Vec<String> {
    let line = |s: &Statement| {
        let slot = |slot: &Option<String>| slot.clone().unwrap_or_else(|| "-".to_owned());
        let date = s.date.map_or("-".to_owned(), |date| date.to_string());
        format!("{} | {} | {} | {date}", s.kind, slot(&s.person), slot(&s.role))
    };
    statements(text).iter().filter(|s| s.kind.is_office() && s.person.is_some()).map(line).collect()
}

fn check(cases: &[(&str, &[&str])]) {
    for (text, want) in cases {
        assert_eq!(offices(text), *want, "{text}");
    }
}

fn none(texts: &[&str]) {
    for text in texts {
        assert_eq!(offices(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn wires() {
    check(&[
        (
            "The board of Acme Corp on Friday named Ana Silva, 49, chief executive, replacing Jens Hansen, who stepped \
             down in February.",
            &[
                "appointment | Ana Silva | chief executive | 2020-06-05",
                "resignation | Jens Hansen | chief executive | 2020-02",
            ],
        ),
        (
            "Prime Minister Jens Hansen handed in his resignation to the head of state on Tuesday.",
            &["resignation | Jens Hansen | Prime Minister | 2020-06-09"],
        ),
        (
            "Colonel Jens Hansen, the army chief of staff, was dismissed yesterday and replaced by General Ole Lie.",
            &[
                "dismissal | Jens Hansen | army chief of staff | 2020-06-09",
                "term_start | Ole Lie | army chief of staff | 2020-06-09",
            ],
        ),
        (
            "The new mayor, Ana Silva, was sworn in on Monday, a day after the inauguration of President Lie.",
            &["term_start | Ana Silva | mayor | 2020-06-08", "term_start | Lie | President | 2020-06-07"],
        ),
        ("Ana Silva was named president of this maker of valves.", &["appointment | Ana Silva | president | -"]),
        (
            "The president on Monday fired her economy minister, Jens Hansen, and named Ana Silva in his place.",
            &[
                "dismissal | Jens Hansen | economy minister | 2020-06-08",
                "appointment | Ana Silva | economy minister | 2020-06-08",
            ],
        ),
        (
            "The governor's chief of staff, Jens Hansen, has handed in his notice and will leave on June 26.",
            &["resignation | Jens Hansen | chief of staff | 2020-06-26"],
        ),
        (
            "Mr. Hansen relinquished the title of chairman, which he had held since 1988.",
            &["resignation | Hansen | chairman | -", "term_start | Hansen | chairman | 1988"],
        ),
        (
            "Effective July 1, Ana Silva is appointed consul in Lima.",
            &["appointment | Ana Silva | consul in Lima | 2020-07-01"],
        ),
    ]);
    let by = |text: &str| statements(text).into_iter().map(|s| s.by).collect::<Vec<_>>();
    assert_eq!(by("Ana Silva was elected chairwoman by acclamation."), [None]);
    assert_eq!(by("Jens Hansen was dismissed as mayor and replaced by Ana Silva."), [None, None]);
    let later = by("Ana Silva was named bishop on 4 May and consecrated on 6 June by the dean, Jens Hansen.");
    assert_eq!(later.first(), Some(&None), "{later:?}");
    assert_eq!(by("The board of Acme Corp named Ana Silva president."), [Some("board".to_owned())]);
}

#[test]
fn a_chronicle_is_told_without_its_headings_and_marks() {
    let text = "## 1931\n\n- 3 March: Director Eli Moe signs a contract.\n- **June 4** – The *Fram* left Oslo.\n\n### July\n\n\
                - 5 July: The strike ended.\n";
    let mut document = Document::new("a", text);
    document.survey(None);
    let (statements, _) = crate::extract(&document);
    let told: Vec<_> =
        statements.iter().map(|one| (one.date.unwrap().to_string(), one.title.as_deref().unwrap())).collect();
    let told: Vec<_> = told.iter().map(|(date, title)| (date.as_str(), *title)).collect();
    assert_eq!(
        told,
        [
            ("1931-03-03", "Director Eli Moe signs a contract"),
            ("1931-06-04", "The Fram left Oslo"),
            ("1931-07-05", "The strike ended")
        ]
    );
}

#[test]
fn what_was_not_done_is_denied() {
    let certainty = |text: &str| statements(text)[0].certainty;
    for text in ["The pier was not opened on May 4, 2019.", "The pier wasn't opened on May 4, 2019."] {
        assert_eq!(certainty(text), Certainty::Denied, "{text}");
    }
    for text in
        ["The pier was not opened until May 4, 2019.", "The pier was not only opened on May 4, 2019, but blessed."]
    {
        assert_eq!(certainty(text), Certainty::Reported, "{text}");
    }
}

#[test]
fn a_headline_of_a_long_clause_begins_with_its_subject() {
    let titles = |text: &str| statements(text).into_iter().filter_map(|s| s.title).collect::<Vec<_>>();
    let end =
        "for the old harbour and for the rebuilding of the pier that the winter storms of many years had left in ruins";
    for (text, title) in [
        (
            format!("Holding on to what its founders had wished, the board of the port voted on May 4, 2019, {end}."),
            "The board of the port voted on May 4, 2019",
        ),
        (
            format!("A crowd of some 1,500 people from all the villages on the coast marched on May 4, 2019, {end}."),
            "A crowd of some 1,500 people from all the villages on the coast marched on May 4, 2019",
        ),
        (
            format!("The workers in the Lima, Peru, branch of the line left the harbour on May 4, 2019, {end}."),
            "The workers in the Lima, Peru, branch of the line left the harbour on May 4, 2019",
        ),
    ] {
        assert_eq!(titles(&text)[0].split(", for").next(), Some(title), "{text}");
    }
    let quoted = "\"We are here,\" she said, \"and the pier was opened on May 4, 2019.";
    assert!(!titles(quoted)[0].starts_with(['"', ' ']), "{:?}", titles(quoted));
}

#[test]
fn a_sentence_may_begin_with_but() {
    let titles = |text: &str| statements(text).into_iter().filter_map(|s| s.title).collect::<Vec<_>>();
    assert_eq!(titles("But since 2010 the town has grown."), ["Since 2010 the town has grown"]);
    // Nothing stands before the first mark either.
    assert!(!titles(", in 1895 joined the bank, was elected in 1903 and became consul in 1905.").is_empty());
}

#[test]
fn what_a_date_only_ranks_or_repeats_is_no_event() {
    let titles = |text: &str| statements(text).into_iter().filter_map(|s| s.title).collect::<Vec<_>>();
    for none in [
        "The minister said the flood was the worst to hit Lima since 1979.",
        "The blockade was the second since 2016.",
        "It was Lima's third strike since 2016.",
    ] {
        assert!(titles(none).is_empty(), "{none}: {:?}", titles(none));
    }
    assert_eq!(titles("The harbour has been shut since 1979."), ["The harbour has been shut since 1979"]);
    let hour = "The pier fell on Saturday, May 4, 2019, just before 7 p.m. local time (8 p.m. in Lima).";
    assert_eq!(titles(hour).len(), 1, "{:?}", titles(hour));
}

#[test]
fn headlines_tell_what_their_date_dates() {
    let titles = |text: &str| statements(text).into_iter().filter_map(|s| s.title).collect::<Vec<_>>();
    assert_eq!(
        titles(
            "Lima lay in the dark on May 5, 2019, after a flood broke the dyke and drowned the fields on May 4, 2019."
        )[1],
        "A flood broke the dyke and drowned the fields on May 4, 2019"
    );
    assert_eq!(
        titles("The union announced a strike in May 2019, but withdrew it in June 2019.")[1],
        "The union withdrew it in June 2019"
    );
    assert_eq!(
        titles("In the summer of 1953 a storm destroyed its first pier, and the second was not opened until 1961."),
        ["A storm destroyed its first pier", "The second was not opened until 1961"]
    );
    assert_eq!(
        titles("The Harbour Board worked from 1979 to 1984 and moved to Lima in 1985."),
        ["The Harbour Board worked from 1979 to 1984", "The Harbour Board moved to Lima in 1985"]
    );
    assert_eq!(
        titles("The pier was closed and burned in 1985."),
        ["The pier was closed and burned in 1985"],
        "one date for both"
    );
    assert_eq!(
        titles("The pier and the tower burned on May 4, 2019."),
        ["The pier and the tower burned on May 4, 2019"],
        "two subjects"
    );
}

#[test]
fn tenures_in_prose() {
    let mayor = ["term_start | Jens Hansen | mayor of Lima | 1991", "term_end | Jens Hansen | mayor of Lima | 1993"];
    check(&[
        ("Jens Hansen was mayor of Lima from 1991 to 1993.", &mayor),
        ("From 1991 to 1993 Jens Hansen was mayor of Lima.", &mayor),
        ("Jens Hansen, mayor of Lima (1991–1993), spoke of it.", &mayor),
        (
            "In 1983 Ana Silva became rector of the university, a position she held until her retirement in 1997.",
            &[
                "term_start | Ana Silva | rector of the university | 1983",
                "resignation | Ana Silva | rector of the university | 1997",
            ],
        ),
        (
            "Ana Silva had been mayor since 1990. She remained in office until 1995.",
            &["term_start | Ana Silva | mayor | 1990", "term_end | Ana Silva | mayor | 1995"],
        ),
        (
            "As Commander of the Reserve, a role she assumed in 2003, Ana Silva led the march.",
            &["term_start | Ana Silva | Commander of the Reserve | 2003"],
        ),
        (
            "The Senate confirmed Ana Silva as secretary of energy on Thursday. She takes over on Monday.",
            &[
                "appointment | Ana Silva | secretary of energy | 2020-06-04",
                "term_start | Ana Silva | secretary of energy | 2020-06-15",
            ],
        ),
    ]);
    none(&[
        "Jens Hansen was in Lima from 1991 to 1993.",
        "Sir Jens Hansen (1802–1871) was a painter.",
        "Ana Silva was ill from 1991 to 1993.",
        "He joined the ministry in 2004.",
        "Sources said that the minister had tendered his resignation on Sunday.",
    ]);
}

#[test]
fn several_at_once() {
    check(&[
        (
            "Three directors were elected to the board on Monday: Ana Silva, Ruth Klein and Jens Hansen.",
            &[
                "election | Ana Silva | - | 2020-06-08",
                "election | Ruth Klein | - | 2020-06-08",
                "election | Jens Hansen | - | 2020-06-08",
            ],
        ),
        (
            "Ministers appointed on Monday: Ana Silva (Justice) and Jens Hansen (Health).",
            &["appointment | Ana Silva | Justice | 2020-06-08", "appointment | Jens Hansen | Health | 2020-06-08"],
        ),
        (
            "The king on Monday accepted the resignations of Prime Minister Jens Hansen and Finance Minister Ana Silva.",
            &[
                "resignation | Jens Hansen | Prime Minister | 2020-06-08",
                "resignation | Ana Silva | Finance Minister | 2020-06-08",
            ],
        ),
        (
            "The president dismissed Jens Hansen as foreign minister on Tuesday and named Ana Silva to replace him.",
            &[
                "dismissal | Jens Hansen | foreign minister | 2020-06-09",
                "appointment | Ana Silva | foreign minister | 2020-06-09",
            ],
        ),
        (
            "Justice Ole Lie swore in President Jens Hansen on Monday.",
            &["term_start | Jens Hansen | President | 2020-06-08"],
        ),
    ]);
}

#[test]
fn appointments() {
    check(&[
        (
            "On May 4, 2019, President Ana Silva appointed Jens Hansen Minister of Public Works of Norway.",
            &["appointment | Jens Hansen | Minister of Public Works of Norway | 2019-05-04"],
        ),
        (
            "The board named Jens Hansen chairman and Ana Silva president.",
            &["appointment | Jens Hansen | chairman | -", "appointment | Ana Silva | president | -"],
        ),
        (
            "Jens Hansen was appointed to the post of mayor by decree of the president on May 4, 2019.",
            &["appointment | Jens Hansen | mayor | 2019-05-04"],
        ),
        (
            "Appointed by the king to the old and modest post of director of forests in 1864, Hansen moved north.",
            &["appointment | Hansen | director of forests | 1864"],
        ),
        ("Jens Hansen appointed Ambassador to Peru", &["appointment | Jens Hansen | Ambassador to Peru | -"]),
        ("The appointment of Jens Hansen as consul came late.", &["appointment | Jens Hansen | consul | -"]),
        (
            "Ana Silva was named as envoy to Chile, effective July 1.",
            &["appointment | Ana Silva | envoy to Chile | 2020-07-01"],
        ),
    ]);
    none(&[
        "A ship named Jens Hansen sank on May 4, 2019.",
        "Jens Hansen confirmed on Monday that the talks go on.",
        "Jens Hansen could be appointed mayor.",
        "The former ambassador Jens Hansen spoke.",
    ]);
}

#[test]
fn nominations_and_elections() {
    check(&[
        (
            "In May 1911 Silva was nominated by the king as the first inspector of bridges.",
            &["nomination | Silva | inspector of bridges | 1911-05"],
        ),
        ("Ana Silva was elected mayor of Lima in 1990.", &["election | Ana Silva | mayor of Lima | 1990"]),
        ("President Jens Hansen, elected in May 2019, spoke.", &["election | Jens Hansen | President | 2019-05"]),
        (
            "Jens Hansen and Ana Silva were elected directors.",
            &["election | Jens Hansen | directors | -", "election | Ana Silva | directors | -"],
        ),
    ]);
    none(&[
        "If Jens Hansen is elected president, taxes will fall.",
        "Jens Hansen ran for mayor in 2014 and lost the election to nobody known.",
        "Elections were held on May 4, 2019.",
        "The film was nominated for a prize.",
    ]);
}

#[test]
fn beginnings_of_tenures() {
    check(&[
        (
            "Ana Silva took office as prime minister on May 4, 2019.",
            &["term_start | Ana Silva | prime minister | 2019-05-04"],
        ),
        (
            "Jens Hansen becomes chairman, succeeding Ana Silva, who resigned on June 1.",
            &["term_start | Jens Hansen | chairman | -", "resignation | Ana Silva | chairman | 2020-06-01"],
        ),
        (
            "Jens Hansen was replaced by Ana Silva as mayor.",
            &["term_end | Jens Hansen | mayor | -", "term_start | Ana Silva | mayor | -"],
        ),
        ("Ana Silva, treasurer since May 2001, spoke.", &["term_start | Ana Silva | treasurer | 2001-05"]),
        (
            "Hansen assumed command of the 2nd Fleet in 1808.",
            &["term_start | Hansen | command of the 2nd Fleet | 1808"],
        ),
    ]);
    none(&[
        "Ana Silva became involved in 2019.",
        "The fund replaced the council in 2019.",
        "Ana Silva is the oldest mayor of Lima since 1902.",
        "The visa is replaced by a permit.",
    ]);
}

#[test]
fn both_ends_of_tenures() {
    let both: &[&str] =
        &["term_start | Jens Hansen | mayor of Bergen | 1991", "term_end | Jens Hansen | mayor of Bergen | 1993"];
    check(&[
        ("Jens Hansen served as mayor of Bergen from 1991 to 1993.", both),
        ("Jens Hansen was the fourth mayor of Bergen (1991–1993).", both),
        ("Ana Silva had been treasurer until July 1962.", &["term_end | Ana Silva | treasurer | 1962-07"]),
    ]);
}

#[test]
fn dismissals() {
    check(&[
        (
            "On May 4, 2019, President Ana Silva dismissed Prime Minister Jens Hansen.",
            &["dismissal | Jens Hansen | Prime Minister | 2019-05-04"],
        ),
        (
            "Jens Hansen became minister of works in 2018. He was relieved of his office on May 4, 2019.",
            &[
                "term_start | Jens Hansen | minister of works | 2018",
                "dismissal | Jens Hansen | minister of works | 2019-05-04",
            ],
        ),
        ("Jens Hansen is fired from his position as governor.", &["dismissal | Jens Hansen | governor | -"]),
    ]);
    none(&[
        "The court dismissed the claim on May 4, 2019.",
        "The army fired a missile.",
        "They removed the statue in 2019.",
    ]);
}

#[test]
fn one_behind_a_title_is_the_one_dismissed() {
    check(&[(
        "Mayor Ana Silva dismissed her predecessor, Jens Hansen, on May 4, 2019.",
        &["dismissal | Jens Hansen | - | 2019-05-04"],
    )]);
    none(&["He was fond of boats, said a sailor who served with Jens Hansen from 1914 to 1918."]);
}

#[test]
fn what_is_denied_is_no_event() {
    none(&[
        "Ivo Lund denied that he had resigned as mayor on 3 May 2020.",
        "The ministry denied that Ivo Lund had resigned on 3 May 2020.",
        "It is not true that Ivo Lund was dismissed on 3 May 2020, the ministry said.",
        "Reports that Ivo Lund was sacked as coach on 3 May 2020 are false.",
    ]);
    check(&[(
        "Ivo Lund denied any wrongdoing and resigned as mayor on 3 May 2020.",
        &["resignation | Ivo Lund | mayor | 2020-05-03"],
    )]);
}

#[test]
fn resignations() {
    check(&[
        ("Mayor Jens Hansen resigned on Monday.", &["resignation | Jens Hansen | Mayor | 2020-06-08"]),
        (
            "Jens Hansen announced his resignation as leader of the Farmers' Party, effective July 1.",
            &["resignation | Jens Hansen | leader of the Farmers' Party | 2020-07-01"],
        ),
        (
            "Parliament accepted the resignation of Prime Minister Jens Hansen.",
            &["resignation | Jens Hansen | Prime Minister | -"],
        ),
        ("Jens Hansen was forced to resign as mayor.", &["resignation | Jens Hansen | mayor | -"]),
    ]);
    none(&[
        "The opposition called on Mayor Jens Hansen to resign.",
        "Mayor Jens Hansen refused to resign.",
        "Mayor Jens Hansen did not step down.",
        "Mayor Jens Hansen threatened to quit as leader.",
    ]);
}

#[test]
fn credentials() {
    check(&[
        (
            "The first Ambassador to Peru, Ana Silva, presented her credentials on October 30, 1998.",
            &["credentials | Ana Silva | Ambassador to Peru | 1998-10-30"],
        ),
        (
            "Ambassador Jens Hansen had the honour to present his credentials to King Olav on May 4, 2019.",
            &["credentials | Jens Hansen | Ambassador | 2019-05-04"],
        ),
    ]);
    let by = statements("Ana Silva presented her credentials to President Jens Hansen on May 4, 2019.");
    assert_eq!(by[0].by.as_deref(), Some("Jens Hansen"));
    none(&[
        "An envoy waits before he presents his credentials to the chief of state.",
        "The presentation of the credentials is a formality.",
    ]);
}

#[test]
fn people_are_followed() {
    check(&[
        (
            "Jens Hansen, a teacher from Bergen, spoke first. In 2015 Hansen became mayor of Bergen.",
            &["term_start | Jens Hansen | mayor of Bergen | 2015"],
        ),
        (
            "Before he resigned as mayor in 2015, Jens Hansen had run a school.",
            &["resignation | Jens Hansen | mayor | 2015"],
        ),
        (
            "Jens Hansen, Ana Silva's predecessor as Ambassador to Peru, was appointed to this position on May 4, 2019.",
            &["appointment | Jens Hansen | Ambassador to Peru | 2019-05-04"],
        ),
    ]);
}

#[test]
fn an_office_told_without_date_or_trigger_is_known_afterwards() {
    check(&[(
        "Ana Silva is the new head of the railways. Nobody was surprised. She succeeds Jens Hansen.",
        &["term_start | Ana Silva | head of the railways | -"],
    )]);
}

#[test]
fn ends_of_tenures() {
    check(&[
        (
            "Jens Hansen's second term as governor expired on May 4, 2019.",
            &["term_end | Jens Hansen | governor | 2019-05-04"],
        ),
        ("Mayor Jens Hansen lost his post in May 2019.", &["term_end | Jens Hansen | Mayor | 2019-05"]),
    ]);
    none(&[
        "Jens Hansen's prison term ended on May 4, 2019.",
        "The term ended on May 4, 2019.",
        "Jens Hansen lost his way in May 2019.",
    ]);
}

#[test]
fn a_chronicle_dates_its_entry() {
    check(&[(
        "March 9, 1904\nJens B. Hansen was named keeper and Ana Silva was appointed librarian. She stayed on. Silva served until 1911.",
        &["appointment | Ana Silva | librarian | 1904-03-09", "term_end | Ana Silva | librarian | 1911"],
    )]);
}

#[test]
fn the_end_that_a_sentence_tells_outright_is_that_of_its_succession() {
    check(&[(
        "Consul Jens Hansen was replaced by Ana Silva in May 2019, after his resignation in March 2019.",
        &["term_start | Ana Silva | Consul | 2019-05", "resignation | Jens Hansen | Consul | 2019-03"],
    )]);
}

#[test]
fn what_the_present_tells_of_a_day_to_come_is_a_plan() {
    let told = |text: &str| {
        let line = |s: &Statement| {
            format!("{} {}", s.date.map_or("-".to_owned(), |date| date.to_string()), s.certainty.as_str())
        };
        statements(text).iter().map(line).collect::<Vec<_>>()
    };
    for text in ["Mayor Jens Hansen retires on 30 June.", "The fair opens on 30 June.", "The fair starts on 30 June."] {
        assert_eq!(told(text), ["2020-06-30 planned"], "{text}");
    }
    assert_eq!(told("The results were due on 9 March."), ["2020-03-09 planned"]);
    for text in ["Mayor Jens Hansen retires on 30 May.", "The fair opened on 30 May.", "The fair was held on 30 May."] {
        assert_eq!(told(text), ["2020-05-30 reported"], "{text}");
    }
    // A reason is no event.
    assert_eq!(told("The fair starts on 2 July because 1 July is a holiday."), ["2020-07-02 planned"]);
}

#[test]
fn an_event_told_twice_is_told_once_but_two_dates_both_stay() {
    check(&[
        (
            "Jens Hansen was appointed mayor of Bergen on May 4, 2019. The appointment of Jens Hansen as mayor surprised.",
            &["appointment | Jens Hansen | mayor of Bergen | 2019-05-04"],
        ),
        (
            "Jens Hansen was appointed mayor of Bergen on May 4, 2019. Hansen was appointed mayor on May 5, 2019.",
            &[
                "appointment | Jens Hansen | mayor of Bergen | 2019-05-04",
                "appointment | Jens Hansen | mayor | 2019-05-05",
            ],
        ),
    ]);
}

#[test]
fn other_dated_events_have_a_kind_a_place_and_a_headline() {
    let found = statements(
        "Thus, on May 4, 2019, the ministers of both states signed a treaty in Oslo. Nothing is dated here.",
    );
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].kind.as_str(), "agreement");
    assert_eq!(found[0].place.as_deref(), Some("Oslo"));
    assert_eq!(found[0].title.as_deref(), Some("The ministers of both states signed a treaty in Oslo"));
    assert!(statements("It is now for the courts. They waited five years.").is_empty());
}

#[test]
fn what_an_expression_dates_is_the_headline() {
    let headlines = |text: &str| -> Vec<String> {
        let line = |s: &Statement| format!("{} {}", s.date.unwrap(), s.title.as_deref().unwrap_or("-"));
        statements(text).iter().filter(|s| s.date.is_some()).map(line).collect()
    };
    for (text, want) in [
        // The clause is told of something else.
        ("After the 1953 floods, nobody trusted the dikes.", &["1953 The 1953 floods"][..]),
        ("It was reminiscent of the strikes of 1926-27.", &["1926/1927 The strikes of 1926-27"]),
        ("They fled after the December riots of 2011.", &["2011-12 The December riots of 2011"]),
        // The clause itself is dated.
        ("The strike of 1926 closed the port.", &["1926 The strike of 1926 closed the port"]),
        ("More than forty ships were lost since 2016.", &["2016/.. More than forty ships were lost since 2016"]),
        ("The past week was quiet in the port.", &["2020-06-01/2020-06-07 The past week was quiet in the port"]),
        // A relative clause tells of the one before it.
        (
            "Jens Hansen met the envoy, Ana Silva, who had left Lima in May 2019.",
            &["2019-05 The envoy, Ana Silva, had left Lima in May 2019"],
        ),
        (
            "The islands are served by Norway, which has owned them since 1921.",
            &["1921/.. Norway has owned them since 1921"],
        ),
        (
            "The port was built by Norway and Sweden, which were at war in 1921.",
            &["1921 The port was built by Norway and Sweden, which were at war in 1921"],
        ),
        (
            "Ana Silva, who had led the fleet in the north, sailed on 4 May 2019 with two ships.",
            &["2019-05-04 Ana Silva sailed on 4 May 2019 with two ships"],
        ),
        // What stands beside an office event is told too, with the subject that they share.
        (
            "Ana Silva joined the bank in 2011, was elected mayor in 2013 and became governor on 4 May 2015.",
            &[
                "2011 Ana Silva joined the bank in 2011",
                "2013 Ana Silva elected mayor",
                "2015-05-04 Ana Silva takes office as governor",
            ],
        ),
        (
            "The bridge was closed on 20 July 1921 and its ferry sold in 1922.",
            &["1921-07-20 The bridge was closed on 20 July 1921", "1922 Its ferry sold in 1922"],
        ),
        (
            "In 1921 the war between Norway and the others broke out.",
            &["1921 The war between Norway and the others broke out"],
        ),
        // A name in quotation marks dates nothing, nor does what only repeats a date.
        ("The calendar headed \"May 2019\" hung on the wall.", &[]),
        ("It is closed for the time being.", &[]),
    ] {
        assert_eq!(headlines(text), want, "{text}");
    }
}

#[test]
fn ids_outlive_an_edit_elsewhere() {
    let text = "Jens Hansen resigned as mayor on May 4, 2019.";
    let before = statements(text);
    let after = statements(&format!("Much rain fell over Bergen.\n\n{text}"));
    assert_eq!(before[0].id, after[0].id);
    assert_ne!(before[0].start, after[0].start);
    let twice = statements("Jens Hansen resigned as mayor on May 4, 2019. Ana Silva resigned as mayor on May 4, 2019.");
    assert_ne!(twice[0].id, twice[1].id);
}

#[test]
fn spans_count_code_points_and_bytes() {
    let text = "Größe: Jürgen Müller resigned as mayor on May 4, 2019.";
    let found = statements(text);
    let (start, end) = (found[0].start, found[0].end);
    let quoted: String = text.chars().skip(start).take(end - start).collect();
    assert_eq!(quoted, found[0].span.of(text));
    assert_eq!(quoted, "Jürgen Müller resigned as mayor on May 4, 2019");
}

/// A sentence without trigger and date tells nothing: looking at all of them finds no more.
#[test]
fn the_prefilter_misses_no_event() {
    let pieces = [
        "Mayor Jens Hansen resigned",
        "on May 4, 2019",
        "Ana Silva, the treasurer,",
        "was appointed consul in Lima",
        "He spoke to the board",
        "the new minister is Ole Berg",
        "succeeding Hansen",
        "the floods of 1953",
        "his predecessor",
        "since 2001",
        "and",
        "by President Silva",
        "The archbishop of Bergen (1991–1993)",
        "with Jens Hansen as envoy",
        "the harbour",
    ];
    let mut seed: u64 = 0x2545_F491_4F6C_DD1D;
    let mut draw = move |count: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % count
    };
    for _ in 0..500 {
        let mut text = String::new();
        for _ in 0..12 {
            text.push_str(pieces[draw(pieces.len())]);
            text.push_str([" ", " ", ", ", ". ", ".\n\n"][draw(5)]);
        }
        let document = Document::new("test", &text);
        let timexes = crate::annotate(&document);
        let table = super::Table::built_in();
        let hits = table.hits(&text).collect();
        let sentences = super::sentences(&text).collect();
        let article = super::Article::new(&document, &timexes, (table, hits), sentences);
        let (all, told) = (super::found(&article, |_| true), super::found(&article, |number| article.tells(number)));
        assert_eq!(all, told, "{text}");
    }
}

#[test]
fn words_of_many_uses_are_asked_only_in_sentences_with_an_office_or_a_date() {
    for (text, tells) in [
        ("She became angry.", false),
        ("She made a speech until they went to bed.", false),
        ("His wife died.", false),
        ("She became mayor of Lom.", true),
        ("She made it to the board.", true),
        ("She became angry in 1991.", true),
        ("She became angry and resigned.", true),
    ] {
        let document = Document::new("test", text);
        let timexes = crate::annotate(&document);
        let table = super::Table::built_in();
        let (hits, sentences) = (table.hits(text).collect(), super::sentences(text).collect());
        assert_eq!(super::Article::new(&document, &timexes, (table, hits), sentences).tells(0), tells, "{text}");
    }
}

#[test]
fn takes_any_text() {
    let odd = [
        "resigned",
        "was appointed",
        "appointed",
        "(May 4, 2019",
        ", who resigned",
        "since May 2019",
        "’s resignation",
        "by by by",
    ];
    for text in odd {
        statements(text);
        statements(&format!("{text} {text}, and {text}; {text}"));
        statements(&text.repeat(700));
    }
}

#[test]
fn a_pronoun_that_opens_a_paragraph_means_whom_a_profile_is_about() {
    let text = "Lie was a judge in Lom. Ole Lie liked his work, and Lie led a court.\n\n\
                The transport secretary, Robin Moe, survived a vote.\n\nHe served as treasurer of the club from 1998.";
    let person = |title: &str| {
        let document = Document { title: Some(title.to_owned()), ..Document::new("a", text) };
        crate::extract(&document).0.into_iter().find(|s| s.kind == Kind::TermStart).and_then(|s| s.person)
    };
    assert_eq!(person("Ole Lie, judge, dies at 88").as_deref(), Some("Ole Lie"));
    assert_eq!(person("Robin Moe survives a vote").as_deref(), Some("Robin Moe"));
}

#[test]
fn what_a_brief_opens_with_is_nobody() {
    let text =
        "BRIGHTWATER - Sacked coach Ole Lie after a defeat.\n\nLOM, June 3 (Newswire) - Ana Moe was named envoy.";
    let told = statements(text);
    let by: Vec<_> = told.iter().map(|s| (s.person.as_deref(), s.by.as_deref(), s.date)).collect();
    assert_eq!(by, [(Some("Ole Lie"), None, None), (Some("Ana Moe"), None, None)]);
}

#[test]
fn what_is_told_as_done_is_so_outside_offices_too() {
    let tense = |text: &str| {
        let mut document = Document::new("a", text);
        document.published = Some(Published { date: "1921-07-07".parse().unwrap(), how: "given".to_owned() });
        let (told, _) = crate::extract(&document);
        told.iter().map(|told| (told.tense, told.certainty)).next_back()
    };
    let done = Some((Some(Tense::Past), Certainty::Reported));
    for text in [
        "Parliament ratified the treaty on 12 July 1921.",
        "In August 1921 she received the medal.",
        "Police arrested the clerk on 12 July 1921.",
    ] {
        assert_eq!(tense(text), done, "{text}");
    }
    for text in [
        "The board called a meeting on 12 July 1921.",
        "The states agreed to sign the treaty on 12 July 1921.",
        "The treaty is to be ratified on 12 July 1921.",
        "The bank announced a treaty signing for 12 July 1921.",
    ] {
        assert_ne!(tense(text), done, "{text}");
    }
}
