//! Findings for code hosts: SARIF 2.1.0.
