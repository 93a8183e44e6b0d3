//! Uses the library as another program would: see `tests/`.
