//! The law of the court area's procedures. Pure.
