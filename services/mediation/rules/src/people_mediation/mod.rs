//! People's mediation 人民调解 (人民调解法; T-B rows): from the application over consent, sessions and
//! agreement to performance. Also the procedure of industry committees, which are people's
//! committees by law.

mod chart;
mod decide;
mod evolve;
mod perform;
mod refusal;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod sessions;
mod settle;
mod slots;
mod state;
mod table;
mod tell;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use jiefen_procedure::{Brief, Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::{DisputeKind, Role, TrackKind};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use chart::CHART;
pub use refusal::Refusal;
pub use slots::{Answer, Offered, Slot};
pub use state::{
    Beginning, Checks, Danger, Decline, Ending, Replaced, Signature, Signer, Stage, State,
    length_rule,
};

use crate::agreement::{Draft, Force, Form, Through, Window};
use crate::session::{Held, Mode, Planned, Sitting};

/// What somebody asks of a people's mediation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Opens it.
    Open { brief: Box<Brief>, by: Beginning, on: Date },
    /// A party agrees to mediation; `how`: counter, phone, paper, online.
    GiveConsent { party: u32, on: Date, how: String },
    /// A party clearly refuses.
    RefuseConsent { party: u32, on: Date, how: String },
    /// A party withdraws its consent; it ends the mediation the same day.
    WithdrawConsent { party: u32, how: String },
    /// The committee accepts, with a named mediator.
    Accept { on: Date, mediator: String, checks: Checks },
    /// The committee does not accept.
    Decline { on: Date, ground: Decline },
    /// Another mediator takes over: chosen by the parties or named by the committee.
    ChooseMediator { mediator: String, on: Date, by_parties: bool },
    /// A party does not accept the mediator.
    ObjectMediator { party: u32, on: Date },
    /// Sets a session.
    ScheduleSession { on: Date, place: String, mode: Mode },
    /// Offers the parties times for a session.
    OfferSlots { slots: Vec<Slot> },
    /// A party says which of the times suit; none of them: an empty set.
    ChooseSlots { party: u32, picked: BTreeSet<u32> },
    /// Records a session.
    HoldSession { session: Sitting },
    /// The parties extend the term, in the rule's own units (months, days, working days).
    Extend { units: u32, agreed: Vec<u32>, on: Date },
    /// An appraisal begins; its days do not count where the rule says so.
    BeginAppraisal { on: Date },
    /// The appraisal's result is in.
    EndAppraisal { on: Date },
    /// A danger was found and is reported to the police; `ends` when mediation may not go on.
    ReportDanger { found_on: Date, danger: Danger, ends: bool },
    /// Puts a text before the parties.
    DraftAgreement { draft: Draft, on: Date },
    /// A party confirms the text with this hash.
    ConfirmDraft { party: u32, hash: String, on: Date },
    /// A signature or the seal is set under the text.
    Sign { signer: Signer, on: Date },
    /// Records an oral agreement.
    RecordOral { draft: Draft, agreed: Vec<u32>, on: Date },
    /// The parties have jointly applied within a window.
    NoteApplication { window: Window, on: Date },
    /// The agreement was given greater force.
    RecordForce { force: Force, on: Date },
    /// An obligation was performed; `proof` names the receipt in the file.
    RecordPerformance { no: u32, on: Date, through: Through, proof: String },
    /// An obligation was broken; `declared` when the obligor said it would not perform.
    ReportBreach { no: u32, on: Date, declared: bool },
    /// Ends the follow-up of a broken agreement, its routes having been told.
    EndUnperformed { on: Date },
    /// The applicant withdraws the application.
    Withdraw { party: u32, on: Date },
    /// Mediation has failed (人民调解法 26).
    EndFailed { on: Date },
    /// Mediation is suspected to be a sham.
    EndSham { on: Date },
    /// A court has accepted the dispute.
    EndForSuit { on: Date },
    /// The term is over.
    Lapse,
}

/// What has happened in a people's mediation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// It was opened.
    Opened { brief: Box<Brief>, by: Beginning, on: Date },
    /// A party agreed.
    ConsentGiven { party: u32, on: Date, how: String },
    /// A party refused.
    ConsentRefused { party: u32, on: Date, how: String },
    /// A party withdrew its consent.
    ConsentWithdrawn { party: u32, on: Date, how: String },
    /// It was accepted; the term runs under `rule` from `from`.
    Accepted { on: Date, mediator: String, rule: String, from: Date },
    /// Another mediator took over.
    MediatorChosen { mediator: String, on: Date, by_parties: bool },
    /// A party did not accept the mediator.
    MediatorObjected { party: u32, mediator: String, on: Date },
    /// A session was set.
    SessionScheduled { session: Planned },
    /// Times were offered.
    SlotsOffered { slots: Vec<Slot>, on: Date },
    /// A party said which of them suit.
    SlotsChosen { party: u32, picked: BTreeSet<u32>, on: Date },
    /// A session was held.
    SessionHeld { session: Held },
    /// The term was extended.
    TermExtended { units: u32, on: Date },
    /// An appraisal began.
    AppraisalBegun { on: Date },
    /// An appraisal's result came in.
    AppraisalEnded { on: Date },
    /// A danger was reported.
    DangerReported { danger: Danger, found_on: Date, on: Date },
    /// A text was put before the parties.
    AgreementDrafted { draft: Draft, on: Date },
    /// A party confirmed the text.
    DraftConfirmed { party: u32, on: Date },
    /// A signature or the seal was set.
    AgreementSigned { signature: Signature },
    /// The agreement took effect.
    AgreementInForce { draft: Draft, form: Form, effective_on: Date, windows: Vec<Window> },
    /// A joint application was made within a window.
    ApplicationNoted { window: Window, on: Date },
    /// The agreement was given greater force.
    ForceRaised { force: Force, on: Date },
    /// An obligation was performed.
    ObligationPerformed { no: u32, on: Date, through: Through, proof: String },
    /// An obligation was broken.
    ObligationBroken { no: u32, on: Date, declared: bool, force: Force },
    /// The mediation ended; `open` are obligations that were never performed.
    /// `track` is the route on which it ran; facts of earlier versions do not say it.
    Ended {
        ending: Ending,
        on: Date,
        open: Vec<u32>,
        kind: DisputeKind,
        #[serde(default)]
        track: Option<TrackKind>,
    },
}

/// The procedure.
pub struct PeopleMediation;

impl Procedure for PeopleMediation {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "people_mediation";
    const COMMANDS: &'static [&'static str] = table::COMMANDS;

    fn decide(
        state: Option<&State>,
        command: &Command,
        ctx: &Circumstances<'_>,
    ) -> Result<Vec<Fact>, Refusal> {
        decide::decide(state, command, ctx)
    }

    fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
        evolve::evolve(state, fact)
    }

    fn outline(state: &State) -> Outline {
        tell::outline(state)
    }

    fn clocks(fact: &Fact) -> Vec<ClockEffect> {
        tell::clocks(fact)
    }

    fn notices(fact: &Fact) -> Vec<Notice> {
        tell::notices(fact)
    }

    fn expired(state: &State, clock: &str) -> Option<Command> {
        match &state.stage {
            Stage::Mediating | Stage::Drafted { .. } if clock == "mediate" => Some(Command::Lapse),
            Stage::ConsentAsked
            | Stage::Mediating
            | Stage::Drafted { .. }
            | Stage::InForce { .. }
            | Stage::Breached { .. }
            | Stage::Ended { .. } => None,
        }
    }

    fn name(command: &Command) -> &'static str {
        table::verb(command).name()
    }

    fn roles(command: &str) -> &'static [Role] {
        tell::roles(command)
    }

    fn needs_holding(command: &str) -> bool {
        tell::needs_holding(command)
    }

    fn chart() -> &'static Chart {
        &CHART
    }
}
