//! Requests of the area, parsed once.

mod entrusted;
mod industry;
mod lawyer;
mod matter;
mod neutral;
mod parts;
mod people;
mod times;

pub use entrusted::*;
pub use industry::*;
pub use lawyer::*;
pub use matter::*;
pub use parts::draft;
pub use people::*;
pub use times::*;

use jiefen_ledger::Error;
use jiefen_ledger::serve::{App, Parsed};
use jiefen_ledger::wire::Fields;
use jiefen_mediation_rules::Command;
use jiefen_proto::jiefen::common::v1::CommandHead;

use crate::MediationArea;

type Outcome = Result<Parsed<MediationArea>, Error>;

/// A command on the case that the head names; a wrong name is told with every other wrong field.
fn on(head: Option<&CommandHead>, mut fields: Fields, command: Option<Command>) -> Outcome {
    let case = match App::<MediationArea>::named(head) {
        Ok(case) => Some(case),
        Err(Error::Invalid(faults)) => {
            for fault in faults {
                fields.fault(fault.field, fault.problem);
            }
            None
        }
        Err(other) => return Err(other),
    };
    let (case, command) = fields.done(case.zip(command))?;
    Ok(Parsed { case, command })
}

/// One verb: its request, and how its command is made of the fields.
macro_rules! verb {
    ($verb:ident, $request:ident, |$m:ident, $fields:ident| $body:expr) => {
        /// Parses the request of this verb.
        ///
        /// # Errors
        /// Every wrong field.
        pub fn $verb($m: &pb::$request) -> crate::wire::Outcome {
            #[allow(unused_mut)] // a verb without fields parses none
            let mut $fields = jiefen_ledger::wire::Fields::new();
            let command = jiefen_ledger::wire::made(|| Some($body));
            crate::wire::on($m.head.as_ref(), $fields, command.map(Into::into))
        }
    };
}
use verb;
