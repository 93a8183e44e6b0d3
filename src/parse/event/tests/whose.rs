//! Whom and what a sentence tells of, where another one stands nearer.

use super::{check, none, offices, statements};

#[test]
fn a_son_of_the_same_name_is_another_one() {
    check(&[(
        "Edmund Slade was the rector of Lom University. Slade was elected rector of Lom University on 14 June 1998. He \
         is survived by his son, Edmund Slade Jr, a judge. Edmund Slade Sr resigned as chairman on 3 May 2001.",
        &[
            "election | Edmund Slade | rector of Lom University | 1998-06-14",
            "resignation | Edmund Slade Sr | chairman | 2001-05-03",
        ],
    )]);
    // Told of before, he is who is called so without it.
    check(&[(
        "Edmund Slade Jr was sworn in as judge on 3 May 2019. Edmund Slade resigned as judge on 4 May 2020.",
        &["term_start | Edmund Slade Jr | judge | 2019-05-03", "resignation | Edmund Slade Jr | judge | 2020-05-04"],
    )]);
}

#[test]
fn who_died_in_an_aside_does_nothing_afterwards() {
    check(&[(
        "Pal Moe was a deputy. On 4 August 2014, upon the death of Ewa Lind, he became acting mayor; on 2 September 2014 \
         the council elected him mayor. He resigned on 18 June 2018.",
        &[
            "death | Ewa Lind | mayor | 2014-08-04",
            "term_start | Pal Moe | acting mayor | 2014-08-04",
            "election | Pal Moe | mayor | 2014-09-02",
            "resignation | Pal Moe | mayor | 2018-06-18",
        ],
    )]);
}

#[test]
fn who_follows_another_is_who_is_told_of_next() {
    check(&[(
        "The firm knew that Luca Moe would succeed Peter Lom as treasurer when it recruited him as controller in 2018.",
        &["appointment | Luca Moe | controller | 2018"],
    )]);
    // Either of two.
    none(&["Peter Lom will fill the seat of Fred Moe. Once he retires, Moe will write a book."]);
}

#[test]
fn an_office_stays_with_its_holder() {
    check(&[
        (
            "Mohammed Lom, the minister of trade, was moved to the ministry of health, while the Minister of Works, Lom \
             Aru, is to take over as Minister of Power.",
            &["term_start | Lom Aru | Minister of Power | -"],
        ),
        (
            "Ole Brok resigned as treasurer for health reasons on 8 January 2018.",
            &["resignation | Ole Brok | treasurer | 2018-01-08"],
        ),
        (
            "The promotion of Anna Lind from trade secretary to foreign secretary was announced on 3 May 2020.",
            &["appointment | Anna Lind | foreign secretary | 2020-05-03"],
        ),
    ]);
    none(&["The promotion of Anna Lind from trade secretary means that two women hold the top jobs."]);
}

#[test]
fn each_verb_has_its_own_day() {
    check(&[(
        "Ana Moe became chancellor on 1 October 1989, when she was 58, and resigned on 30 September 2011.",
        &["term_start | Ana Moe | chancellor | 1989-10-01", "resignation | Ana Moe | chancellor | 2011-09-30"],
    )]);
    check(&[(
        "The board on Tuesday named an interim president in the wake of President Ole Moe announcing his departure.",
        &["resignation | Ole Moe | President | -"],
    )]);
}

#[test]
fn the_line_above_a_list_dates_its_items() {
    check(&[
        (
            "Among the changes made on Monday:\n\n- Ana Roe was appointed minister of trade\n- Ole Moe was dismissed as \
             minister of justice\n\nBen Coe was named envoy.",
            &[
                "appointment | Ana Roe | minister of trade | 2020-06-08",
                "dismissal | Ole Moe | minister of justice | 2020-06-08",
                "appointment | Ben Coe | envoy | -",
            ],
        ),
        (
            "On Sept. 17, 2013 the following two ambassadors presented their credentials to King Ole:\n\n• Her Excellency \
             Eva Roe, ambassador of Malta\n• His Excellency Jan Coe, ambassador of Peru",
            &[
                "credentials | Eva Roe | ambassador of Malta | 2013-09-17",
                "credentials | Jan Coe | ambassador of Peru | 2013-09-17",
            ],
        ),
        // When each of them came is not told.
        (
            "Those who were named since 2010:\n\n- Ana Roe was appointed minister of trade",
            &["appointment | Ana Roe | minister of trade | -"],
        ),
    ]);
    let told = statements("Among the changes made on Monday:\n\n- Ana Roe was appointed minister of trade");
    assert_eq!(told.len(), 1, "what heads a list is no entry: {told:?}");
}

#[test]
fn words_that_are_no_names_hold_no_office() {
    none(&[
        "2023 – Annual General Meeting.",
        "The leader wants to promote more recently elected MPs.",
        "Reshuffle shakes cabinet\n\nShe will leave on January 5.",
        "The mayor wrote to The Eastern Standard. He will be replaced when his term ends on 30 October.",
    ]);
    assert_eq!(
        offices(
            "\"Given that, I feel that I should resign,\" Ole Moe said. He gave no reason why he decided to step down."
        ),
        ["resignation | Ole Moe | - | -"]
    );
}

#[test]
fn a_long_headline_ends_with_its_clause() {
    let title = |text: &str| statements(text).into_iter().find_map(|s| s.title).unwrap_or_default();
    assert_eq!(
        title(
            "The town saw a short outbreak of cholera in 1852, which left some dead and a number of others ill but \
             happy to see the end of it."
        ),
        "The town saw a short outbreak of cholera in 1852"
    );
    assert_eq!(
        title("The pier burned down in 1901 after a lamp fell from the wall and set fire to the curtains of the hall."),
        "The pier burned down in 1901 after a lamp fell from the wall"
    );
    // What the date stands in is needed.
    assert_eq!(
        title(
            "The keeper of the old lighthouse at the end of the long pier and his wife left the town for good in 1901."
        ),
        "The keeper of the old lighthouse at the end of the long pier and his wife left the town for good in 1901"
    );
}

#[test]
fn who_acts_may_stand_for_another() {
    let by = |text: &str| statements(text).into_iter().map(|s| s.by.unwrap_or_default()).collect::<Vec<_>>();
    assert_eq!(
        by("President Ivo Balan appointed Mira Petrescu minister of health on 4 May 2019. He dismissed Radu Stan as \
            minister of trade on 6 May 2019. On 8 May 2019 the president named Ion Vas envoy."),
        ["Ivo Balan", "Ivo Balan", "the president"],
    );
    // Nobody who is told of.
    assert_eq!(by("He dismissed Radu Stan as minister of trade on 6 May 2019."), [""]);
    assert_eq!(by("It dismissed Radu Stan as minister of trade on 6 May 2019."), [""]);
}

#[test]
fn what_is_denied_right_behind_is_no_event_of_another_kind() {
    assert!(
        statements("Finance Minister Olga Renn resigned on 3 May, a paper wrote. The ministry denied this.").is_empty()
    );
    let told = statements("Finance Minister Olga Renn resigned on 3 May, a paper wrote. The ministry denied debts.");
    assert_eq!(told.len(), 1);
}
