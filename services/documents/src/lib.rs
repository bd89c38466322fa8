//! The county's official papers as PDF: which families there are, what each needs, and their pages.
//!
//! A paper is made of a family (its fields and its template, both files under `papers/`), the fields of one case, and
//! an edition: a preview, or a paper issued on a day. The same three and the same fonts give the same bytes. There is no
//! database, no network and no clock here. A paper is PDF/A-2a and PDF/UA-1, so that a character without a shape cannot
//! be printed as a box: it is refused and named.

mod catalogue;
mod check;
mod dossier;
mod family;
mod fault;
mod fields;
mod fonts;
mod money;
mod press;
mod qr;
mod value;
mod world;

pub use catalogue::{families, family};
pub use check::CheckCode;
pub use dossier::{Dossier, Entry, PAPERS_MAX, missing};
pub use family::{Family, Field, Kind, Shape};
pub use fault::{Fault, Problem, Wrong};
pub use fields::{Fields, TEXT_MAX, TOTAL_MAX};
pub use fonts::{Fonts, Role};
pub use money::{FEN_MAX, capitals, figures};
pub use press::{Edition, Issued, Paper, Press};
