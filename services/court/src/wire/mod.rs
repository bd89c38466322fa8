//! Requests of the area, parsed once.

mod confirmation;
mod enforcement;
mod filing;
mod parts;
mod payment_order;
mod protection;
mod trial;

pub use confirmation::*;
pub use enforcement::*;
pub use filing::*;
pub use payment_order::*;
pub use protection::*;
pub use trial::*;

use jiefen_court_rules::Command;
use jiefen_ledger::Error;
use jiefen_ledger::serve::{App, Parsed};
use jiefen_ledger::wire::Fields;
use jiefen_proto::jiefen::common::v1::CommandHead;

use crate::CourtArea;

type Outcome = Result<Parsed<CourtArea>, Error>;

/// A command on the case that the head names; a wrong name is told with every other wrong field.
fn on(head: Option<&CommandHead>, mut fields: Fields, command: Option<Command>) -> Outcome {
    let case = match App::<CourtArea>::named(head) {
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
