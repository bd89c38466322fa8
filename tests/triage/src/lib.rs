//! How the model of triage is made and how good it is. The texts are in `corpus/`, each with its kind and its source.

pub mod care;
pub mod corpus;
pub mod heard;
pub mod judge;
pub mod step;
pub mod train;
