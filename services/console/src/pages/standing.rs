//! Where a case that is no dispute stands: the words at the head of its page, its clocks, and what can be done.

use jiefen_proto::jiefen::common::v1::CaseHead;

use super::acts::affairs::{self, About, Offered};
use super::clocks::{Clock, clocks};
use crate::guard::Clerk;
use crate::layout::Shell;
use crate::lines::At;

/// Where a case stands.
pub(crate) struct Standing {
    /// What was just done.
    pub(crate) said: String,
    pub(crate) state: String,
    /// The colour that goes with the state.
    pub(crate) tag: &'static str,
    pub(crate) next: String,
    pub(crate) clocks: Vec<Clock>,
    pub(crate) acts: Vec<Offered>,
}

impl Standing {
    /// Of a case; `answers`: the clerk's unit is the one that is asked; `today` by the service's calendar.
    pub(crate) fn of(
        (shell, clerk): (&Shell, &Clerk),
        (about, at): (About, At),
        head: &CaseHead,
        answers: bool,
        today: &str,
    ) -> Standing {
        let english = shell.english;
        Standing {
            said: affairs::said(&clerk.visit.query("done"), english),
            state: head.state_zh.clone(),
            tag: "info",
            next: shell.t(&head.next_zh, &head.next_en).to_owned(),
            clocks: clocks(shell, head, today),
            acts: affairs::of((about, at), head, answers, &clerk.staff, english),
        }
    }

    /// Without the act of this key, when there is nothing to do it with.
    pub(crate) fn without(&mut self, key: &str, useless: bool) {
        self.acts.retain(|act| !useless || !act.is(key));
    }
}
