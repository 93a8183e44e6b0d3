//! The fields of a statement's JSON, for who writes it with another program: which there are, which are not, and what a
//! shorter form of one means.

use std::fmt;

use serde::de::value::{Error, MapAccessDeserializer};
use serde::de::{Error as _, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, forward_to_deserialize_any};

use super::{Statement, Target};

/// The names that [`Statement`]'s own reader knows.
pub(super) fn of_statement() -> &'static [&'static str] {
    let mut names: &[&str] = &[];
    let asked = Statement::deserialize(Asked(&mut names));
    debug_assert!(asked.is_err(), "who asks for names has no statement to give");
    names
}

/// The names in the JSON object `line` that are none of a statement's.
pub(super) fn unknown(line: &[u8]) -> Vec<String> {
    let known = of_statement();
    let Ok(Names(names)) = serde_json::from_slice(line) else { return Vec::new() };
    names.into_iter().filter(|name| !known.contains(&name.as_str())).collect()
}

/// Tells which fields are asked of it, and gives none.
struct Asked<'n>(&'n mut &'static [&'static str]);

impl<'de> Deserializer<'de> for Asked<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("only a struct has fields"))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Error> {
        *self.0 = fields;
        Err(Error::custom("the names alone were asked for"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct newtype_struct seq
        tuple tuple_struct map enum identifier ignored_any
    }
}

/// The names in an object, whatever they hold.
struct Names(Vec<String>);

impl<'de> Deserialize<'de> for Names {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Names, D::Error> {
        struct OfObject;

        impl<'de> Visitor<'de> for OfObject {
            type Value = Names;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Names, A::Error> {
                let mut names = Vec::new();
                while let Some((name, IgnoredAny)) = map.next_entry()? {
                    names.push(name);
                }
                Ok(Names(names))
            }
        }

        deserializer.deserialize_map(OfObject)
    }
}

/// Reads a [`Target`]: `"s-12ab"`, or an object that says which of the two it is.
pub(super) struct TargetVisitor;

impl<'de> Visitor<'de> for TargetVisitor {
    type Value = Target;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the id of a statement, or an object with `statement` or `event`")
    }

    fn visit_str<E: serde::de::Error>(self, id: &str) -> Result<Target, E> {
        Ok(Target::Statement(id.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Target, A::Error> {
        Target::deserialize(MapAccessDeserializer::new(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Rounding;
    use crate::statement::Kind;

    #[test]
    fn the_fields_of_a_statement_are_known_and_others_are_not() {
        for name in ["id", "document", "person", "relations", "no_such_day", "source"] {
            assert!(of_statement().contains(&name), "{name}");
        }
        assert!(!of_statement().contains(&"span"), "counted in bytes, it is of no JSON");
        let line = br#"{"document": "a", "persn": "Anna Lind", "date": "1922", "note": {"persn": 1}}"#;
        assert_eq!(unknown(line), ["persn", "note"]);
        assert!(unknown(b"[1]").is_empty() && unknown(b"{\"a").is_empty());
    }

    #[test]
    fn a_relation_may_be_told_in_short() {
        let line = r#"{"id": "b", "date": "1922", "relations": [{"from": "a", "to": "b", "gap": {"period": "P2W"}}]}"#;
        let statement = Statement::from_json(line.as_bytes()).unwrap();
        let relation = &statement.relations[0];
        assert_eq!(relation.from, Target::Statement("a".to_owned()));
        assert_eq!(relation.gap.unwrap().rounding, Rounding::Stated);
        let full = serde_json::to_string(&statement).unwrap();
        assert!(full.contains(r#""from":{"statement":"a"}"#), "{full}");
        assert_eq!(Statement::from_json(full.as_bytes()).unwrap(), statement);
        let event = r#"{"date": "1922", "relations": [{"from": {"event": {"kind": "death", "person": "Anna Lind"}}, "to": "b"}]}"#;
        let told = &Statement::from_json(event.as_bytes()).unwrap().relations[0];
        assert!(matches!(&told.from, Target::Event { kind: Kind::Death, .. }));
    }

    #[test]
    fn what_a_relation_has_not_is_told() {
        for (relation, told) in [
            (r#"{"from": "a", "to": "b", "period": "P2W"}"#, "`period` is no field here, but `from`, `to`, `gap`, "),
            (r#"{"from": 1, "to": "b"}"#, "a number stands where the id of a statement, or an object"),
            (r#"{"from": {"person": "x"}, "to": "b"}"#, "`person` stands where"),
        ] {
            let line = format!(r#"{{"date": "1922", "relations": [{relation}]}}"#);
            let error = Statement::from_json(line.as_bytes()).unwrap_err().to_string();
            assert!(error.contains(told), "{error}");
        }
    }
}
