//! What `timeline check` reports: each conflict of a timeline with a stable code, the spans it is about and its repair.
