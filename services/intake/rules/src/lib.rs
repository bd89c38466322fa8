//! The law of the intake area's procedures. Pure.
