//! A form on its way to a service, and what the service says would follow.

use std::pin::Pin;

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::handoff::v1::{Desk, StepHead};

use super::super::dispute::Known;
use super::DESK;
use crate::Console;
use crate::form::Form;
use crate::session::Staff;
use crate::told::Told;

/// What a service answers: the case as it stands, or would stand, then.
pub(super) type Sending<'a> = Pin<Box<dyn Future<Output = Result<After, Told>> + Send + 'a>>;

/// A form on its way to a service.
pub(super) struct Sent<'a> {
    pub(super) console: &'a Console,
    pub(super) staff: &'a Staff,
    pub(super) form: &'a Form,
    pub(super) area: Area,
    pub(super) dispute: &'a str,
    pub(super) case: &'a str,
    pub(super) request_id: &'a str,
    pub(super) known: &'a Known,
    /// Only look.
    pub(super) look: bool,
}

impl Sent<'_> {
    /// What every command carries. At a window there is no case yet.
    pub(super) fn head(&self) -> Option<common::CommandHead> {
        let begins = self.case.is_empty() || self.case == DESK;
        Some(common::CommandHead {
            name: if begins { String::new() } else { format!("cases/{}", self.case) },
            request_id: self.request_id.to_owned(),
            validate_only: self.look,
            ..common::CommandHead::default()
        })
    }

    pub(super) fn step(&self) -> Option<StepHead> {
        Some(StepHead {
            dispute: self.dispute.to_owned(),
            request_id: self.request_id.to_owned(),
            validate_only: self.look,
            role: String::new(),
        })
    }
}

/// What follows of an act.
#[derive(Default)]
pub(super) struct After {
    pub(super) state: String,
    pub(super) next: String,
    pub(super) holder: String,
    pub(super) dispute: String,
}

impl After {
    pub(super) fn case(head: Option<common::CaseHead>) -> After {
        let head = head.unwrap_or_default();
        After {
            state: head.state_zh,
            next: head.next_zh,
            holder: head.holder,
            dispute: head.dispute,
        }
    }

    pub(super) fn desk(desk: Option<Desk>) -> After {
        let desk = desk.unwrap_or_default();
        let state = match (desk.status.as_str(), desk.holds) {
            ("tentative", _) => "已签收，等对方确认",
            (_, true) => "由本单位承办",
            _ => "不由本单位承办",
        };
        After { state: state.to_owned(), holder: desk.holder, ..After::default() }
    }
}
