//! The law of the petition area's procedures. Pure.
