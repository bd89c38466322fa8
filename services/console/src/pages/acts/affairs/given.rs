//! What a form of an act says, on its way to a service.

use jiefen_proto::jiefen::common::v1 as common;
use jiefen_vocab::Moment;
use jiff::civil::DateTime;

use super::super::fields::Read;
use super::NEW;
use crate::Console;
use crate::form::Form;
use crate::lines::At;
use crate::session::Staff;

/// A form on its way to a service.
pub(super) struct Given<'a> {
    pub(super) console: &'a Console,
    pub(super) staff: &'a Staff,
    pub(super) form: &'a Form,
    pub(super) at: At,
    pub(super) case: &'a str,
    pub(super) request_id: &'a str,
    pub(super) now: DateTime,
    pub(super) look: bool,
}

impl Given<'_> {
    pub(super) fn head(&self) -> Option<common::CommandHead> {
        let begins = self.case == NEW;
        Some(common::CommandHead {
            name: if begins { String::new() } else { format!("cases/{}", self.case) },
            request_id: self.request_id.to_owned(),
            validate_only: self.look,
            etag: self.form.get("etag").to_owned(),
            ..common::CommandHead::default()
        })
    }

    /// The moment at which it is done.
    pub(super) fn moment(&self) -> Option<pbjson_types::Timestamp> {
        Some(stamp(self.now))
    }

    /// The moment that was written; that at which it is done when none was, or when it is of this very minute.
    pub(super) fn when(&self, read: &mut Read<'_>, name: &str) -> Option<pbjson_types::Timestamp> {
        let text = read.text(name);
        if text.is_empty() {
            return self.moment();
        }
        let Ok(at) = text.parse::<DateTime>() else {
            read.fault(name, "时间应写成 2026-04-28 08:30 (a time such as 2026-04-28 08:30)");
            return None;
        };
        let same = at.date() == self.now.date()
            && (at.hour(), at.minute()) == (self.now.hour(), self.now.minute());
        Some(stamp(if same { self.now } else { at }))
    }
}

/// A local moment, as the services take it.
pub(in crate::pages::acts) fn stamp(at: DateTime) -> pbjson_types::Timestamp {
    let micros = Moment::from_local(at).0;
    let (seconds, rest) = (micros.div_euclid(1_000_000), micros.rem_euclid(1_000_000));
    let nanos = i32::try_from(rest * 1000).unwrap_or(0);
    pbjson_types::Timestamp { seconds, nanos }
}
