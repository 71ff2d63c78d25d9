//! Scoring without a browser.
