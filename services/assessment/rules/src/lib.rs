//! The law of assessment: indicators as a pure fold over public events, score sheets that are frozen and
//! only visibly corrected, supervision orders. Pure.
//!
//! * [`event`]: the types of event that the indicators read; the announcing side matches this table.
//! * [`Tally`]: the fold; [`Tally::figures`]: the indicators M-01, M-03, M-05, M-07, M-09.
//! * [`sheet`]: the procedure of a frozen period; [`order`]: the procedure of a supervision order;
//!   [`supervision_ladder`]: the talk, the rectification and the list above it.
//!
//! No role of this area gives an outcome command of another: it counts, asks and reports (I10).

mod area;
pub mod event;
mod figure;
mod index;
mod indicators;
mod observed;
pub mod order;
pub mod sheet;
pub mod supervision_ladder;
mod tally;
mod total;
mod window;

pub use area::{Case, Command, Fact, Law, Refusal, charts};
pub use figure::{Behind, CutOff, Figure, Guard, Indicator, Inputs, Measure, Period, Scope, Value};
pub use observed::{Attributes, Field, Observed, Population};
pub use tally::{OrderDue, Tally};
pub use total::{parts, total, whole};
