//! What a party asks of the unit that keeps her dispute: a complaint, a suggestion, another mediator, to take
//! the matter back; and what anybody writes to the unit without a dispute: a complaint, a question, a suggestion, found
//! again by its own code. Each gets an answer within a limit, signed, and the answer is shown to her
//! (国办函〔2026〕12号). Nothing here changes the dispute: a withdrawal counts when a person has asked whether
//! it is free (case-lifecycle §8), a complaint is answered by the head and not by whom it may be about.

mod refusal;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
#[cfg(test)]
mod tests;

use jiefen_procedure::{
    Chart, Circumstances, ClockEffect, Ending, Notice, Outline, Owner, Procedure, Stage, Step,
};
use jiefen_vocab::receipt::Receipt;
use jiefen_vocab::{DisputeId, Private, Role};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::content::check_text;
use crate::dispute::{self, bars::Bar};

pub use refusal::Refusal;

/// The code of the procedure.
pub const KIND: &str = "citizen_request";
/// The rule of the answer.
const RULE: &str = "policy.citizen_answer";

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// 投诉
    Complaint,
    /// 意见建议
    Suggestion,
    /// 申请更换调解员
    OtherMediator,
    /// 申请撤回
    Withdrawal,
    /// 提问
    Question,
}

impl About {
    /// Everything that may be asked.
    pub const ALL: [About; 5] = [
        About::Complaint,
        About::Suggestion,
        About::OtherMediator,
        About::Withdrawal,
        About::Question,
    ];

    /// True for what may be asked without a dispute.
    pub const fn of_anybody(self) -> bool {
        match self {
            About::Complaint | About::Suggestion | About::Question => true,
            About::OtherMediator | About::Withdrawal => false,
        }
    }

    /// The code that stands in requests.
    pub const fn code(self) -> &'static str {
        match self {
            About::Complaint => "complaint",
            About::Suggestion => "suggestion",
            About::OtherMediator => "other_mediator",
            About::Withdrawal => "withdrawal",
            About::Question => "question",
        }
    }

    /// Its name in plain Chinese.
    pub const fn zh(self) -> &'static str {
        match self {
            About::Complaint => "投诉",
            About::Suggestion => "意见建议",
            About::OtherMediator => "申请更换调解员",
            About::Withdrawal => "申请撤回",
            About::Question => "提问",
        }
    }
}

/// By what somebody without a dispute is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// The code with which the answer is read.
    pub code: Receipt,
    /// The unit or the matter that it is about, in her words.
    pub of: Option<Private<String>>,
    /// By what the unit can call back.
    pub phone: Option<Private<String>>,
}

/// A request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The dispute; none: it is a letter.
    pub dispute: Option<DisputeId>,
    /// Who asks: the party's number; 0: somebody without a dispute.
    pub party: u32,
    /// What only a letter has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<Letter>,
    /// What is asked.
    pub about: About,
    /// Her words.
    pub text: Private<String>,
    /// On which day.
    pub on: Date,
    /// How far it is.
    pub stage: At,
}

/// How far a request is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum At {
    /// 待答复
    Lodged,
    /// 已答复
    Answered {
        /// The answer.
        answer: Private<String>,
        /// Who signed, staff id.
        signed_by: String,
        /// On which day.
        on: Date,
    },
}

/// A command to a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// 提出
    Lodge {
        /// The dispute.
        dispute: DisputeId,
        /// Who asks.
        party: u32,
        /// What.
        about: About,
        /// Her words.
        text: Private<String>,
    },
    /// 来信
    WriteIn {
        /// By what it is answered.
        letter: Letter,
        /// What.
        about: About,
        /// Her words.
        text: Private<String>,
    },
    /// 答复
    Answer {
        /// The answer.
        answer: Private<String>,
        /// Who signs, staff id.
        signed_by: String,
    },
    /// 催办
    Chase,
}

/// A fact of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// `citizen_request.request_lodged`
    RequestLodged {
        /// The dispute; none: it is a letter.
        dispute: Option<DisputeId>,
        /// Who asks; 0: somebody without a dispute.
        party: u32,
        /// What only a letter has.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        letter: Option<Letter>,
        /// What.
        about: About,
        /// Her words.
        text: Private<String>,
        /// On which day.
        on: Date,
    },
    /// `citizen_request.request_answered`
    RequestAnswered {
        /// The answer.
        answer: Private<String>,
        /// Who signed.
        signed_by: String,
        /// On which day.
        on: Date,
    },
    /// `clock.expired`: nobody has answered; the clock runs again.
    Chased {
        /// On which day.
        on: Date,
    },
}

/// A party's request as a procedure.
#[derive(Debug, Clone, Copy)]
pub struct CitizenRequest;

impl Procedure for CitizenRequest {
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
        match (state.map(|state| (&state.stage, state.about)), command) {
            (None, Command::Lodge { dispute, party, about, text }) => {
                lodge((Some(*dispute), *party, None), *about, text, ctx)
            }
            (None, Command::WriteIn { letter, about, text }) => {
                if !about.of_anybody() {
                    return Err(Refusal::NeedsDispute);
                }
                lodge((None, 0, Some(letter.clone())), *about, text, ctx)
            }
            (Some((At::Lodged, about)), Command::Answer { answer, signed_by }) => {
                self::answer(about, answer, signed_by, ctx)
            }
            (Some((At::Lodged, _)), Command::Chase) => Ok(vec![Fact::Chased { on: ctx.today() }]),
            (None, Command::Answer { .. } | Command::Chase) => {
                Err(dispute::Refusal::NotBegun { command: CitizenRequest::name(command) }.into())
            }
            (Some((stage @ At::Lodged, _)), Command::Lodge { .. } | Command::WriteIn { .. })
            | (
                Some((stage @ At::Answered { .. }, _)),
                Command::Lodge { .. }
                | Command::WriteIn { .. }
                | Command::Answer { .. }
                | Command::Chase,
            ) => Err(misplaced(stage, command)),
        }
    }

    fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
        match (state, fact) {
            (None, Fact::RequestLodged { dispute, party, letter, about, text, on }) => {
                Some(State {
                    dispute: *dispute,
                    party: *party,
                    letter: letter.clone(),
                    about: *about,
                    text: text.clone(),
                    on: *on,
                    stage: At::Lodged,
                })
            }
            (Some(state), Fact::RequestAnswered { answer, signed_by, on }) => {
                let (answer, signed_by) = (answer.clone(), signed_by.clone());
                Some(State { stage: At::Answered { answer, signed_by, on: *on }, ..state })
            }
            (state, Fact::RequestLodged { .. } | Fact::Chased { .. })
            | (state @ None, Fact::RequestAnswered { .. }) => state,
        }
    }

    fn outline(state: &State) -> Outline {
        let (code, zh) = names(&state.stage);
        let open = state.stage == At::Lodged;
        let (next_zh, next_en) = if open { next(state.about) } else { ("", "") };
        Outline {
            kind: KIND,
            state: code,
            state_zh: zh,
            open,
            next_zh: next_zh.to_owned(),
            next_en: next_en.to_owned(),
            person: None,
        }
    }

    fn clocks(fact: &Fact) -> Vec<ClockEffect> {
        let key = || "answer".to_owned();
        match fact {
            Fact::RequestLodged { on, .. } | Fact::Chased { on } => {
                vec![ClockEffect::Start { key: key(), rule: RULE.to_owned(), from: *on }]
            }
            Fact::RequestAnswered { .. } => vec![ClockEffect::Met { key: key() }],
        }
    }

    fn notices(_fact: &Fact) -> Vec<Notice> {
        // The answer stands where the request was lodged: beside the progress of the dispute.
        Vec::new()
    }

    fn expired(state: &State, clock: &str) -> Option<Command> {
        (clock == "answer" && state.stage == At::Lodged).then_some(Command::Chase)
    }

    fn name(command: &Command) -> &'static str {
        match command {
            Command::Lodge { .. } => "lodge",
            Command::WriteIn { .. } => "write_in",
            Command::Answer { .. } => "answer",
            Command::Chase => "chase",
        }
    }

    fn roles(command: &str) -> &'static [Role] {
        match command {
            "lodge" | "write_in" => &[Role::Party],
            "answer" => &[Role::CentreDirector, Role::MediationHead, Role::WindowClerk],
            "chase" => &[Role::System, Role::CentreDirector],
            _ => &[],
        }
    }

    fn needs_holding(_command: &str) -> bool {
        // Whoever has the dispute meanwhile, the unit that was asked answers.
        false
    }

    const COMMANDS: &'static [&'static str] = &["lodge", "write_in", "answer", "chase"];

    fn chart() -> &'static Chart {
        &CHART
    }
}

/// The chart of a party's request.
pub static CHART: Chart = Chart {
    kind: KIND,
    zh: "当事人来件",
    stages: &[
        Stage {
            state: "lodged",
            zh: "待答复",
            owner: Owner::Agency,
            clocks: &["answer"],
            ending: Ending::Open,
        },
        Stage {
            state: "answered",
            zh: "已答复",
            owner: Owner::None,
            clocks: &[],
            ending: Ending::Ended,
        },
    ],
    steps: &[
        Step { from: "", by: "lodge", to: "lodged", basis: BASIS },
        Step { from: "", by: "write_in", to: "lodged", basis: BASIS },
        Step { from: "lodged", by: "answer", to: "answered", basis: BASIS },
        Step { from: "lodged", by: "chase", to: "lodged", basis: RULE },
        Step { from: "lodged", by: "clock:answer", to: "lodged", basis: RULE },
    ],
};

const BASIS: &str = "国办函〔2026〕12号";

fn names(stage: &At) -> (&'static str, &'static str) {
    match stage {
        At::Lodged => ("lodged", "待答复"),
        At::Answered { .. } => ("answered", "已答复"),
    }
}

/// The next step, verb first (I3).
fn next(about: About) -> (&'static str, &'static str) {
    match about {
        About::Complaint => ("负责人答复投诉", "the head answers the complaint"),
        About::Suggestion => ("答复意见建议", "answer the suggestion"),
        About::Question => ("答复提问", "answer the question"),
        About::OtherMediator => ("答复更换调解员的申请", "answer the request for another mediator"),
        About::Withdrawal => {
            ("打电话核实是否自愿撤回，再答复", "ask by telephone whether it is free, then answer")
        }
    }
}

fn misplaced(stage: &At, command: &Command) -> Refusal {
    let (code, zh) = names(stage);
    let open = *stage == At::Lodged;
    let allowed = if open { "answer" } else { "没有后续步骤，当事人可以再次提出" };
    let command = CitizenRequest::name(command);
    let allowed = allowed.to_owned();
    dispute::Refusal::WrongStage { stage: zh, code, command, allowed }.into()
}

/// A text that says something and is not longer than a file keeps.
fn written(text: &Private<String>) -> Result<(), Refusal> {
    check_text(text.reveal())?;
    if text.reveal().trim().is_empty() { Err(Bar::ReasonMissing.into()) } else { Ok(()) }
}

fn lodge(
    (dispute, party, letter): (Option<DisputeId>, u32, Option<Letter>),
    about: About,
    text: &Private<String>,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    written(text)?;
    let (text, on) = (text.clone(), ctx.today());
    Ok(vec![Fact::RequestLodged { dispute, party, letter, about, text, on }])
}

fn answer(
    about: About,
    answer: &Private<String>,
    signed_by: &str,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    // A complaint may be about the clerk.
    if about == About::Complaint && ctx.actor.role == Role::WindowClerk {
        return Err(Refusal::HeadAnswers);
    }
    written(answer)?;
    if signed_by.trim().is_empty() {
        return Err(Bar::Unsigned.into());
    }
    let (answer, signed_by) = (answer.clone(), signed_by.to_owned());
    Ok(vec![Fact::RequestAnswered { answer, signed_by, on: ctx.today() }])
}
