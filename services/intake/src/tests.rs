//! Tests of the counter's hands.
