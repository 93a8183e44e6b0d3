//! A statement as its line of `timeline extract`, which is longer than the text that tells it.

use crate::statement::Statement;
use crate::timex::Reading;

use super::line::Line;

/// Writes what serde would, in the same order.
pub(super) fn write(line: &mut Line, statement: &Statement) {
    // Every field is named, so that none can be added and forgotten here.
    let Statement {
        id,
        document,
        start,
        end,
        span: _,
        sentence,
        kind,
        person,
        role,
        organization,
        by,
        place,
        trigger,
        trigger_start,
        trigger_end,
        trigger_span: _,
        date,
        date_text,
        date_start,
        date_end,
        date_span: _,
        published,
        certainty,
        tense,
        rule,
        title,
        publisher,
        source,
        event,
        anchor,
        readings,
        weekday,
        no_such_day,
        succeeds,
        correction,
        born,
        ordinal,
        relations,
    } = statement;
    line.raw("{");
    if !id.is_empty() {
        line.raw(r#""id":"#);
        line.text(id);
        line.raw(",");
    }
    line.raw(r#""document":"#);
    line.text(document);
    line.raw(r#","start":"#);
    line.number(*start);
    line.raw(r#","end":"#);
    line.number(*end);
    line.raw(r#","sentence":"#);
    line.text(sentence);
    line.raw(r#","kind":"#);
    line.text(kind.as_str());
    let slots = [
        (r#","person":"#, person),
        (r#","role":"#, role),
        (r#","organization":"#, organization),
        (r#","by":"#, by),
        (r#","place":"#, place),
        (r#","trigger":"#, trigger),
    ];
    for (name, slot) in slots {
        line.raw(name);
        line.text_or_null(slot.as_deref());
    }
    offsets(line, [(r#","trigger_start":"#, trigger_start), (r#","trigger_end":"#, trigger_end)]);
    line.raw(r#","date":"#);
    line.date_or_null(*date);
    line.raw(r#","date_text":"#);
    line.text_or_null(date_text.as_deref());
    offsets(line, [(r#","date_start":"#, date_start), (r#","date_end":"#, date_end)]);
    line.raw(r#","published":"#);
    line.date_or_null(*published);
    line.raw(r#","certainty":"#);
    line.text(certainty.as_str());
    if let Some(tense) = tense {
        line.raw(r#","tense":"#);
        line.text(tense.as_str());
    }
    line.raw(r#","rule":"#);
    line.text(rule);
    optional(line, r#","title":"#, title.as_deref());
    optional(line, r#","publisher":"#, publisher.as_deref());
    if let Some(source) = source {
        line.raw(r#","source":"#);
        line.value(source);
    }
    optional(line, r#","event":"#, event.as_deref());
    optional(line, r#","anchor":"#, anchor.as_deref());
    if !readings.is_empty() {
        line.raw(r#","readings":"#);
        write_readings(line, readings);
    }
    if let Some(weekday) = weekday {
        line.raw(r#","weekday":"#);
        line.shown(weekday);
    }
    if *no_such_day {
        line.raw(r#","no_such_day":true"#);
    }
    optional(line, r#","succeeds":"#, succeeds.as_deref());
    if let Some(correction) = correction {
        line.raw(r#","correction":"#);
        line.value(correction);
    }
    if let Some(born) = born {
        line.raw(r#","born":"#);
        line.value(born);
    }
    if let Some(ordinal) = ordinal {
        line.raw(r#","ordinal":"#);
        line.value(ordinal);
    }
    if !relations.is_empty() {
        line.raw(r#","relations":"#);
        line.value(relations);
    }
    line.raw("}");
}

fn offsets(line: &mut Line, offsets: [(&str, &Option<usize>); 2]) {
    for (name, offset) in offsets {
        if let Some(offset) = *offset {
            line.raw(name);
            line.number(offset);
        }
    }
}

/// Most statements that are counted from something have some.
fn write_readings(line: &mut Line, readings: &[Reading]) {
    for (number, Reading { date, cost, because }) in readings.iter().enumerate() {
        line.raw(if number == 0 { r#"[{"date":"# } else { r#",{"date":"# });
        line.date(*date);
        line.raw(r#","cost":"#);
        line.number(*cost as usize);
        line.raw(r#","because":"#);
        line.text(because);
        line.raw("}");
    }
    line.raw("]");
}

fn optional(line: &mut Line, name: &str, text: Option<&str>) {
    if let Some(text) = text {
        line.raw(name);
        line.text(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agree(json: &str) {
        let statement = Statement::from_json(json.as_bytes()).unwrap();
        let mut line = Line::with_capacity(0);
        write(&mut line, &statement);
        let expected = serde_json::to_vec(&statement).unwrap();
        assert_eq!(String::from_utf8_lossy(line.as_bytes()), String::from_utf8_lossy(&expected));
    }

    #[test]
    fn a_line_is_as_serde_writes_it() {
        agree(r#"{"document":"d"}"#);
        agree(
            r#"{"kind":"launch","date":"2001-05","published":"2001-06-01T10:00Z","certainty":"planned","tense":"either"}"#,
        );
        agree(
            r#"{"id":"s-1","document":"d","start":3,"end":17,"sentence":"A \"B\"\tC","kind":"appointment","person":"P",
            "role":"r","organization":"o","by":"b","place":"p","trigger":"t","trigger_start":4,
            "trigger_end":5,"date":"2001-05-04","date_text":"May 4",
            "date_start":5,"date_end":9,"published":"../2001-06","certainty":"reported","tense":"past","rule":"x",
            "title":"T","publisher":"N","source":{"id":"d","title":null,"publisher":"N","url":null,"published":null},
            "event":"e","anchor":"a","readings":[{"date":"2000-05-04","cost":3,"because":"w"},
            {"date":"2000-05","cost":10,"because":"\"v\""}],"weekday":"Friday","no_such_day":true,
            "succeeds":"Q","correction":{"date":"2001-05-05","text":"May 5","start":1,"end":3},"born":{"date":"1950","text":"51","start":1,"end":3},
            "ordinal":{"number":3,"text":"third","start":2,"end":4},
            "relations":[{"from":{"statement":"s-1"},"to":{"statement":"s-2"},"text":"later","start":1,"end":2}]}"#,
        );
    }
}
