//! What changed from one timeline to the next, and why.
