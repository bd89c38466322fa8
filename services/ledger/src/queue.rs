//! The queue before the one writer: a client may hang up, its command may not.

use std::sync::Arc;

use jiefen_handoff as handoff;
use jiefen_procedure::material::Material;
use jiefen_procedure::{Actor, IssuedPaper};
use jiefen_vocab::{CaseId, DisputeId};
use tokio::sync::{mpsc, oneshot};

use crate::area::{Area, CaseOf, CommandOf};
use crate::envelope::{Envelope, Receipt};
use crate::error::Error;
use crate::quarantine::Quarantined;

/// What somebody asks this node to do.
#[derive(Debug, Clone)]
pub enum Order<A: Area> {
    /// A command of the area's law on a case.
    Case {
        /// The case.
        case: CaseId,
        /// The command.
        command: CommandOf<A>,
    },
    /// Cases that begin together: all of them or, when one is refused, none. When one of them is there already
    /// the order is [`Error::Overtaken`].
    Begin {
        /// The steps, in order; those of one case follow each other.
        steps: Vec<Step<A>>,
    },
    /// A step of the hand-off protocol by staff.
    Desk {
        /// The dispute.
        dispute: DisputeId,
        /// The step.
        input: handoff::Input,
        /// The agency's own case number, given with an acceptance.
        number: String,
    },
    /// Tells those who handed the dispute over of a paper that was issued here. It moves nothing.
    Told {
        /// The dispute.
        dispute: DisputeId,
        /// The paper.
        paper: IssuedPaper,
    },
    /// Files a material with a dispute; its content is kept already.
    File {
        /// The dispute.
        dispute: DisputeId,
        /// The material.
        material: Box<Material>,
    },
    /// Asks the unit that keeps the bytes of a material for them.
    Want {
        /// The dispute.
        dispute: DisputeId,
        /// Which: the SHA-256 of its content.
        sha256: String,
    },
}

impl<A: Area> Order<A> {
    /// The id under which the request is kept; of cases that begin together the first stands for all.
    pub(crate) fn about(&self) -> String {
        match self {
            Order::Case { case, .. } => case.to_string(),
            Order::Begin { steps } => {
                steps.first().map(|step| step.case.to_string()).unwrap_or_default()
            }
            Order::Desk { dispute, .. }
            | Order::Told { dispute, .. }
            | Order::File { dispute, .. }
            | Order::Want { dispute, .. } => dispute.to_string(),
        }
    }
}

/// The request's name: the same person's same request id at the same agency.
pub(crate) fn request_key<A: Area>(request: &Request<A>) -> String {
    format!("{}|{}|{}", request.actor.agency, request.actor.person, request.request_id)
}

/// A command on a case that begins.
#[derive(Debug, Clone)]
pub struct Step<A: Area> {
    /// The dispute, whose desk is new too.
    pub dispute: DisputeId,
    /// The case.
    pub case: CaseId,
    /// The command.
    pub command: CommandOf<A>,
}

/// An order with everything that makes it safe to repeat.
#[derive(Debug, Clone)]
pub struct Request<A: Area> {
    /// What is asked.
    pub order: Order<A>,
    /// Who asks.
    pub actor: Actor,
    /// The client's id of the request; with the actor's person it names the request.
    pub request_id: String,
    /// A digest of the request's content: the same id with other content is refused.
    pub fingerprint: Vec<u8>,
    /// The version the client read.
    pub expected: Option<i64>,
    /// The journal's last number before the client read what it decided on, for orders that depend on more
    /// than their own case: when anything has been written since, the order is [`Error::Overtaken`].
    pub seen: Option<i64>,
    /// Decide, but change nothing.
    pub validate_only: bool,
    /// The W3C trace context.
    pub trace: Option<String>,
}

/// The answer to an order.
#[derive(Debug, Clone)]
pub struct Answer<A: Area> {
    /// The case, when the order was for one.
    pub case: Option<CaseId>,
    /// Its version.
    pub version: i64,
    /// Its state.
    pub state: Option<Arc<CaseOf<A>>>,
    /// The dispute.
    pub dispute: Option<DisputeId>,
    /// The desk after a hand-off step.
    pub desk: Option<handoff::Desk>,
}

impl<A: Area> Default for Answer<A> {
    fn default() -> Self {
        Answer { case: None, version: 0, state: None, dispute: None, desk: None }
    }
}

/// What became of one delivered message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivered {
    /// Its effect is in the database.
    Applied,
    /// It had been received before.
    Repeated,
    /// It is kept until what comes before it arrives.
    Waiting,
    /// It cannot be handled; it is kept with the cause, an owner and a clock.
    Parked(String),
}

/// One piece of the writer's work.
pub(crate) enum Work<A: Area> {
    /// An order.
    Order(Box<Request<A>>, oneshot::Sender<Result<Answer<A>, Error>>),
    /// Verified messages of others, in the order of arrival.
    Deliver(Vec<Envelope>, oneshot::Sender<Result<Vec<Delivered>, Error>>),
    /// Signed receipts of others.
    Receipts(Vec<Receipt>, oneshot::Sender<Result<(), Error>>),
    /// Messages that are not believed.
    Quarantine(Vec<Quarantined>, oneshot::Sender<Result<(), Error>>),
    /// Clocks and offers that are due.
    Sweep(Option<String>, oneshot::Sender<Result<u32, Error>>),
    /// An operator's verb: handle parked messages again.
    Redrive(Redrive, Actor, oneshot::Sender<Result<(u32, u32), Error>>),
}

/// Which parked messages are handled again.
#[derive(Debug, Clone, Default)]
pub struct Redrive {
    /// Only this message.
    pub id: Option<String>,
    /// Only this dispute's messages.
    pub dispute: Option<String>,
    /// Say how many, change nothing.
    pub dry_run: bool,
    /// Why, for the record.
    pub reason: String,
}

/// The sending side of the queue.
pub(crate) type Queue<A> = mpsc::Sender<Work<A>>;
