//! Tests of the area's hands.
