//! Requests of the area, parsed once.

mod door;
mod parts;
mod remedy;
mod special;
mod trial;

pub use door::*;
pub use remedy::*;
pub use special::*;
pub use trial::*;

use jiefen_arbitration_rules::labour_arbitration::Command;
use jiefen_ledger::Error;
use jiefen_ledger::serve::{App, Parsed};
use jiefen_ledger::wire::Fields;
use jiefen_proto::jiefen::common::v1::CommandHead;
use jiefen_vocab::CaseId;

use crate::ArbitrationArea;

type Outcome = Result<Parsed<ArbitrationArea>, Error>;

/// A value that was parsed elsewhere; what was wrong is told with every other wrong field.
fn noted<T>(fields: &mut Fields, field: &str, parsed: Result<T, Error>) -> Option<T> {
    parsed
        .map_err(|error| match error {
            Error::Invalid(faults) => {
                for fault in faults {
                    fields.fault(fault.field, fault.problem);
                }
            }
            other @ (Error::NotFound { .. }
            | Error::Stale { .. }
            | Error::Overtaken
            | Error::Refused(_)
            | Error::Forbidden(_)
            | Error::Reused
            | Error::Busy
            | Error::Draining
            | Error::Store { .. }
            | Error::Corrupt { .. }
            | Error::Crashed) => fields.fault(field, other),
        })
        .ok()
}

/// The case that the head names.
fn named(head: Option<&CommandHead>, fields: &mut Fields) -> Option<CaseId> {
    noted(fields, "head.name", App::<ArbitrationArea>::named(head))
}

/// A command on the case that the head names.
fn on(head: Option<&CommandHead>, mut fields: Fields, command: Option<Command>) -> Outcome {
    let case = named(head, &mut fields);
    let (case, command) = fields.done(case.zip(command))?;
    Ok(Parsed { case, command: command.into() })
}

/// One verb: its request, its fields, each of which is looked at, and the command made of them.
macro_rules! verb {
    ($verb:ident($request:ident) |$m:ident, $fields:ident| { $($field:ident = $parse:expr;)* } => $command:expr) => {
        /// Parses the request of this verb.
        ///
        /// # Errors
        /// Every wrong field.
        pub fn $verb($m: &pb::$request) -> $crate::wire::Outcome {
            #[allow(unused_mut)] // a verb without fields parses none
            let mut $fields = jiefen_ledger::wire::Fields::new();
            $(let $field = $parse;)*
            let command = jiefen_ledger::wire::made(|| {
                $(let $field = $field?;)*
                Some($command)
            });
            $crate::wire::on($m.head.as_ref(), $fields, command)
        }
    };
}
use verb;
