//! Requests of assessment, parsed once.

mod order;
mod question;
mod sheet;

pub use order::*;
pub(crate) use question::THRESHOLD;
pub use question::*;
pub use sheet::*;

use jiefen_assessment_rules::Command;
use jiefen_ledger::Error;
use jiefen_ledger::serve::Parsed;
use jiefen_ledger::wire::Fields;
use jiefen_proto::jiefen::common::v1::CommandHead;

use crate::AssessmentArea;

/// The longest reason, demand or text.
const TEXT: usize = 2000;
/// The longest variant of a figure or ground of an order.
pub(crate) const NAME: usize = 200;

type Outcome = Result<Parsed<AssessmentArea>, Error>;

/// A command on the case that the head names; a wrong name is told with every other wrong field.
fn on(
    head: Option<&CommandHead>,
    mut fields: Fields,
    command: Option<impl Into<Command>>,
) -> Outcome {
    let case = fields.case(head);
    let (case, command) = fields.done(case.zip(command))?;
    Ok(Parsed { case, command: command.into() })
}
