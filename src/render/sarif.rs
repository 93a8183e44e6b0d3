//! Findings for code hosts: SARIF 2.1.0 (OASIS, 2020).
//!
//! Columns and offsets count Unicode code points, which `columnKind` says. In a file that holds a document a line the
//! region is that line of the file, as offsets into a document's text would point elsewhere in it.

use std::io::{self, Write};

use serde_json::{Value, json};

use crate::Span;
use crate::diagnostic::{Diagnostic, Severity};
use crate::finding::{Finding, Label, RULES, Texts};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// A snippet is no longer than this many bytes.
const SNIPPET: usize = 400;

/// Writes a log with one run. Notifications tell what could not be read, and what was odd in the rest; where something is
/// missing, the run is not `complete`.
///
/// # Errors
///
/// Those of `out`.
pub fn findings(
    out: &mut dyn Write,
    findings: &[Finding],
    texts: &Texts,
    diagnostics: &[Diagnostic],
    complete: bool,
) -> io::Result<()> {
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "timeline",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules(),
            }},
            "invocations": [{
                "executionSuccessful": complete,
                "toolExecutionNotifications": diagnostics.iter().map(notification).collect::<Vec<_>>(),
            }],
            "columnKind": "unicodeCodePoints",
            "results": findings.iter().map(|finding| result(finding, texts)).collect::<Vec<_>>(),
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    out.write_all(b"\n")
}

fn notification(Diagnostic { severity, document, line, message }: &Diagnostic) -> Value {
    let place = line.map_or_else(|| document.clone(), |line| format!("{document}:{line}"));
    json!({"level": level(*severity), "message": {"text": format!("{place}: {message}")}})
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn rules() -> Vec<Value> {
    let rule = |rule: &crate::finding::Rule| {
        json!({
            "id": rule.code,
            "shortDescription": {"text": rule.summary},
            "fullDescription": {"text": rule.help},
            "help": {"text": rule.help},
        })
    };
    RULES.iter().map(rule).collect()
}

fn result(finding: &Finding, texts: &Texts) -> Value {
    let Finding { code, id, evidence, severity, message, labels, help, runner_up, ignored, .. } = finding;
    let runner_up = runner_up.as_ref().map(|runner_up| format!("\nNext best: {runner_up}")).unwrap_or_default();
    let mut result = json!({
        "ruleId": code,
        "level": level(*severity),
        "message": {"text": format!("{message}\nHelp: {help}{runner_up}")},
        "partialFingerprints": {"conflict/v1": id},
        "properties": {"evidence": evidence},
        "locations": labels.first().map(|label| location(label, texts)).into_iter().collect::<Vec<_>>(),
    });
    if let Some(rule) = RULES.iter().position(|rule| rule.code == code) {
        result["ruleIndex"] = rule.into();
    }
    if labels.len() > 1 {
        let related = labels.iter().enumerate().skip(1).map(|(at, label)| {
            let mut location = location(label, texts);
            location["id"] = at.into();
            location
        });
        result["relatedLocations"] = related.collect();
    }
    if let Some(reason) = ignored {
        result["suppressions"] = json!([{"kind": "external", "status": "accepted", "justification": reason}]);
    }
    result
}

fn location(label: &Label, texts: &Texts) -> Value {
    let snippet = texts.get(&label.document).map(|source| {
        let end = source.ceil(label.span.end.min(label.span.start + SNIPPET));
        Span { start: label.span.start, end: end.max(label.span.start) }.of(&source.text)
    });
    let mut region = match label.file_line {
        Some(line) => json!({"startLine": line}),
        None => json!({
            "startLine": label.from.line,
            "startColumn": label.from.column,
            "endLine": label.to.line,
            "endColumn": label.to.column,
            "charOffset": label.start,
            "charLength": label.end - label.start,
        }),
    };
    if let Some(snippet) = snippet.filter(|snippet| !snippet.is_empty()) {
        region["snippet"] = json!({"text": snippet});
    }
    json!({
        "physicalLocation": {"artifactLocation": {"uri": uri(&label.file)}, "region": region},
        "logicalLocations": [{"name": label.document, "kind": "resource"}],
        "message": {"text": label.text},
    })
}

/// A path as a relative or absolute URI reference: what is not allowed in one is percent-encoded.
fn uri(path: &str) -> String {
    let path = path.strip_prefix("./").unwrap_or(path);
    let mut uri = String::with_capacity(path.len());
    if path.starts_with('/') {
        uri.push_str("file://");
    }
    for &byte in path.as_bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            b'\\' => uri.push('/'),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Position, Text};

    fn log(ignored: Option<&str>, file_line: Option<usize>) -> Value {
        let mut text = Text::new("a", "./my news/a.txt", "– He left in 1920.");
        text.file_line = file_line;
        let texts: Texts = [text].into_iter().collect();
        let label = |text: &str| texts.label("a", |_| Span::new(15, 19), text.to_owned(), true).unwrap();
        let finding = Finding {
            code: "gap".to_owned(),
            id: "c-1".to_owned(),
            evidence: "00000000".to_owned(),
            severity: Severity::Warning,
            message: "m".to_owned(),
            labels: vec![label("one"), label("two")],
            unshown: 0,
            help: "h".to_owned(),
            runner_up: None,
            ignored: ignored.map(str::to_owned),
        };
        assert_eq!(finding.labels[0].from, Position { line: 1, column: 14 });
        let mut out = Vec::new();
        findings(&mut out, &[finding], &texts, &[], true).unwrap();
        serde_json::from_slice(&out).unwrap()
    }

    #[test]
    fn a_result_points_at_its_rule_and_its_places() {
        let log = log(None, None);
        let run = &log["runs"][0];
        let result = &run["results"][0];
        let rule = &run["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().unwrap() as usize];
        assert_eq!((&rule["id"], &result["level"]), (&json!("gap"), &json!("warning")));
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "my%20news/a.txt");
        let region = json!({"startLine": 1, "startColumn": 14, "endLine": 1, "endColumn": 18, "charOffset": 13,
                            "charLength": 4, "snippet": {"text": "1920"}});
        assert_eq!(place["region"], region);
        assert_eq!(result["relatedLocations"][0]["id"], 1);
        assert!(result.get("suppressions").is_none());
    }

    #[test]
    fn what_is_ignored_is_a_suppression_and_a_document_in_a_line_is_that_line() {
        let log = log(Some("known"), Some(7));
        let result = &log["runs"][0]["results"][0];
        assert_eq!(result["suppressions"][0]["justification"], "known");
        let region = &result["locations"][0]["physicalLocation"]["region"];
        assert_eq!((&region["startLine"], region.get("charOffset")), (&json!(7), None));
    }
}
