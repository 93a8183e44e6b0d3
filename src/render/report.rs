//! Findings for people: compiler-style, with the source lines and the contradictory spans underlined.
