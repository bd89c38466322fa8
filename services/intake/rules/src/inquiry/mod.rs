//! A visit that becomes no dispute: asked, answered and signed, or carried on as a dispute. Nobody is
//! sent to "another department" (首问负责制, plan 五(二)2).

#[cfg(any(test, feature = "kit"))]
pub mod samples;
#[cfg(test)]
mod tests;

use jiefen_procedure::{
    Chart, Circumstances, ClockEffect, Ending, Notice, Outline, Owner, Procedure, Stage, Step,
};
use jiefen_vocab::{Agency, Channel, DisputeId, Private, Role};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::content::check_text;
use crate::dispute::bars::Bar;
use crate::dispute::orders::{Advice, AdviceOnly};
use crate::dispute::{Refusal, answerable};

/// The code of the procedure.
pub const KIND: &str = "inquiry";

/// An inquiry at a window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// Where it was asked.
    pub channel: Channel,
    /// The unit asked.
    pub unit: Agency,
    /// The person who received it.
    pub person: String,
    /// On which day.
    pub on: Date,
    /// What was asked.
    pub question: Private<String>,
    /// How far it is.
    pub stage: At,
}

/// How far an inquiry is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum At {
    /// 待答复
    Asked,
    /// 已答复
    Answered {
        /// Why no dispute follows.
        why: AdviceOnly,
        /// The answer.
        answer: Private<String>,
        /// Who signed.
        signed_by: String,
        /// On which day.
        on: Date,
    },
    /// 已登记为纠纷
    Carried {
        /// Which dispute.
        dispute: DisputeId,
    },
}

/// A command to an inquiry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// 接待
    Ask {
        /// Where.
        channel: Channel,
        /// What was asked.
        question: Private<String>,
        /// On which day.
        on: Date,
    },
    /// 答复: advice only, signed.
    TurnAway(Advice),
    /// 转为纠纷: it is a dispute after all.
    CarryOn {
        /// The dispute that was recorded for it.
        dispute: DisputeId,
    },
    /// 催办
    Chase,
}

/// A fact of an inquiry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// `inquiry.asked`
    Asked {
        /// Where.
        channel: Channel,
        /// Whom.
        unit: Agency,
        /// Who received it.
        person: String,
        /// What was asked.
        question: Private<String>,
        /// On which day.
        on: Date,
    },
    /// `inquiry.answered`
    Answered {
        /// Why no dispute follows.
        why: AdviceOnly,
        /// The answer.
        answer: Private<String>,
        /// Who signed.
        signed_by: String,
        /// On which day.
        on: Date,
    },
    /// `inquiry.carried_on`
    CarriedOn {
        /// The dispute.
        dispute: DisputeId,
    },
    /// `clock.expired`: the unit has not answered; the clock runs again.
    Chased {
        /// On which day.
        on: Date,
    },
}

/// The inquiry as a procedure.
#[derive(Debug, Clone, Copy)]
pub struct Inquiry;

impl Procedure for Inquiry {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = KIND;

    fn decide(
        state: Option<&State>,
        command: &Command,
        ctx: &Circumstances<'_>,
    ) -> Result<Vec<Fact>, Refusal> {
        let stage = state.map(|state| &state.stage);
        match (stage, command) {
            (None, Command::Ask { channel, question, on }) => ask(*channel, question, *on, ctx),
            (Some(At::Asked), Command::TurnAway(advice)) => {
                let asked_on = state.map_or(advice.on, |state| state.on);
                answer(advice, asked_on, ctx)
            }
            (Some(At::Asked), Command::CarryOn { dispute }) => {
                Ok(vec![Fact::CarriedOn { dispute: *dispute }])
            }
            (Some(At::Asked), Command::Chase) => Ok(vec![Fact::Chased { on: ctx.today() }]),
            (None, Command::TurnAway(_) | Command::CarryOn { .. } | Command::Chase) => {
                Err(Refusal::NotBegun { command: Inquiry::name(command) })
            }
            (Some(At::Asked), Command::Ask { .. })
            | (
                Some(At::Answered { .. } | At::Carried { .. }),
                Command::Ask { .. }
                | Command::TurnAway(_)
                | Command::CarryOn { .. }
                | Command::Chase,
            ) => Err(misplaced(stage, command)),
        }
    }

    fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
        match (state, fact) {
            (None, Fact::Asked { channel, unit, person, question, on }) => Some(State {
                channel: *channel,
                unit: *unit,
                person: person.clone(),
                on: *on,
                question: question.clone(),
                stage: At::Asked,
            }),
            (Some(state), Fact::Answered { why, answer, signed_by, on }) => {
                let (answer, signed_by) = (answer.clone(), signed_by.clone());
                let stage = At::Answered { why: *why, answer, signed_by, on: *on };
                Some(State { stage, ..state })
            }
            (Some(state), Fact::CarriedOn { dispute }) => {
                Some(State { stage: At::Carried { dispute: *dispute }, ..state })
            }
            (state, Fact::Asked { .. } | Fact::Chased { .. })
            | (state @ None, Fact::Answered { .. } | Fact::CarriedOn { .. }) => state,
        }
    }

    fn outline(state: &State) -> Outline {
        let (code, zh) = names(&state.stage);
        let open = state.stage == At::Asked;
        Outline {
            kind: KIND,
            state: code,
            state_zh: zh,
            open,
            next_zh: if open { "答复或者登记为纠纷".to_owned() } else { String::new() },
            next_en: if open { "answer or register a dispute".to_owned() } else { String::new() },
            person: open.then(|| state.person.clone()),
        }
    }

    fn clocks(fact: &Fact) -> Vec<ClockEffect> {
        let key = || "answer".to_owned();
        match fact {
            Fact::Asked { on, .. } | Fact::Chased { on } => vec![ClockEffect::Start {
                key: key(),
                rule: "policy.first_contact".to_owned(),
                from: *on,
            }],
            Fact::Answered { .. } | Fact::CarriedOn { .. } => vec![ClockEffect::Met { key: key() }],
        }
    }

    fn notices(fact: &Fact) -> Vec<Notice> {
        match fact {
            Fact::Answered { .. } => vec![Notice {
                to: Vec::new(),
                form: "advice".to_owned(),
                zh: "答复意见见附页，由答复人签名。".to_owned(),
                rule: None,
            }],
            Fact::Asked { .. } | Fact::CarriedOn { .. } | Fact::Chased { .. } => Vec::new(),
        }
    }

    fn expired(state: &State, clock: &str) -> Option<Command> {
        (clock == "answer" && state.stage == At::Asked).then_some(Command::Chase)
    }

    fn name(command: &Command) -> &'static str {
        match command {
            Command::Ask { .. } => "ask",
            Command::TurnAway(_) => "turn_away",
            Command::CarryOn { .. } => "carry_on",
            Command::Chase => "chase",
        }
    }

    fn roles(command: &str) -> &'static [Role] {
        match command {
            "ask" | "turn_away" | "carry_on" => &[
                Role::WindowClerk,
                Role::CentreDirector,
                Role::Mediator,
                Role::MediationHead,
                Role::PetitionOfficer,
                Role::FilingClerk,
            ],
            "chase" => &[Role::System, Role::CentreDirector],
            _ => &[],
        }
    }

    fn needs_holding(_command: &str) -> bool {
        // An inquiry is never handed over: it is answered where it was asked, or becomes a dispute.
        false
    }

    const COMMANDS: &'static [&'static str] = &["ask", "turn_away", "carry_on", "chase"];

    fn chart() -> &'static Chart {
        &CHART
    }
}

/// The chart of an inquiry.
pub static CHART: Chart = Chart {
    kind: KIND,
    zh: "咨询",
    stages: &[
        Stage {
            state: "asked",
            zh: "待答复",
            owner: Owner::Agency,
            clocks: &["answer"],
            ending: Ending::Open,
        },
        ENDED,
        Stage { state: "carried", zh: "已登记为纠纷", ..ENDED },
    ],
    steps: &[
        Step { from: "", by: "ask", to: "asked", basis: BASIS },
        Step { from: "asked", by: "turn_away", to: "answered", basis: BASIS },
        Step { from: "asked", by: "carry_on", to: "carried", basis: BASIS },
        Step { from: "asked", by: "chase", to: "asked", basis: "policy.first_contact" },
        Step { from: "asked", by: "clock:answer", to: "asked", basis: "policy.first_contact" },
    ],
};

const BASIS: &str = "实施方案 五(二)2 首问负责制";
const ENDED: Stage = Stage {
    state: "answered",
    zh: "已答复",
    owner: Owner::None,
    clocks: &[],
    ending: Ending::Ended,
};

fn names(stage: &At) -> (&'static str, &'static str) {
    match stage {
        At::Asked => ("asked", "待答复"),
        At::Answered { .. } => ("answered", "已答复"),
        At::Carried { .. } => ("carried", "已登记为纠纷"),
    }
}

fn misplaced(stage: Option<&At>, command: &Command) -> Refusal {
    let (code, zh) = stage.map_or(("", ""), names);
    let open = stage == Some(&At::Asked);
    let allowed =
        if open { "turn_away、carry_on" } else { "没有后续步骤，可以登记新的来访" };
    Refusal::WrongStage {
        stage: zh,
        code,
        command: Inquiry::name(command),
        allowed: allowed.to_owned(),
    }
}

fn ask(
    channel: Channel,
    question: &Private<String>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    check_text(question.reveal())?;
    if question.reveal().trim().is_empty() {
        return Err(Bar::ReasonMissing.into());
    }
    if on > ctx.today() {
        return Err(Bar::DateInFuture.into());
    }
    let (unit, person) = (ctx.actor.agency, ctx.actor.person.clone());
    Ok(vec![Fact::Asked { channel, unit, person, question: question.clone(), on }])
}

fn answer(advice: &Advice, asked_on: Date, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    answerable(advice)?;
    if advice.on > ctx.today() {
        return Err(Bar::DateInFuture.into());
    }
    if advice.on < asked_on {
        return Err(Bar::DateBeforeDispute.into());
    }
    Ok(vec![Fact::Answered {
        why: advice.why,
        answer: advice.answer.clone(),
        signed_by: advice.signed_by.clone(),
        on: advice.on,
    }])
}
