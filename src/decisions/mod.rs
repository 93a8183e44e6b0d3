//! What a person decided, applied at each build: each with its reason, and told of when its evidence has changed.
