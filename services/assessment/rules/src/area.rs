//! The assessment area as one procedure for the hands.

use jiefen_procedure::{Chart, Circumstances, ClockEffect, Explain, Notice, Outline, Procedure};
use jiefen_vocab::Role;
use serde::{Deserialize, Serialize};

use crate::{order, sheet, supervision_ladder};

/// A case of the area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "procedure", rename_all = "snake_case")]
pub enum Case {
    /// A score sheet.
    Sheet(sheet::State),
    /// A supervision order.
    Order(order::State),
}

/// A command of the area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// On a score sheet.
    Sheet(sheet::Command),
    /// On a supervision order.
    Order(order::Command),
}

/// A fact of the area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "procedure", rename_all = "snake_case")]
pub enum Fact {
    /// About a score sheet.
    Sheet(sheet::Fact),
    /// About a supervision order.
    Order(order::Fact),
}

/// Why the area refuses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// A sheet refuses.
    Sheet(sheet::Refusal),
    /// An order refuses.
    Order(order::Refusal),
    /// The command belongs to another procedure.
    WrongProcedure,
}

impl Refusal {
    fn inner(&self) -> Option<&dyn Explain> {
        match self {
            Refusal::Sheet(refusal) => Some(refusal),
            Refusal::Order(refusal) => Some(refusal),
            Refusal::WrongProcedure => None,
        }
    }
}

impl Explain for Refusal {
    fn name(&self) -> &'static str {
        self.inner().map_or("WRONG_PROCEDURE", Explain::name)
    }

    fn zh(&self) -> String {
        self.inner().map_or_else(|| "该操作不适用于这类案件".to_owned(), Explain::zh)
    }

    fn en(&self) -> String {
        self.inner().map_or_else(|| "the command is of another procedure".to_owned(), Explain::en)
    }

    fn basis(&self) -> &'static str {
        self.inner().map_or("实施方案九(三)", Explain::basis)
    }

    fn instead(&self) -> String {
        self.inner().map_or_else(|| "打开对应的考核表或者督办单办理".to_owned(), Explain::instead)
    }
}

impl From<sheet::State> for Case {
    fn from(state: sheet::State) -> Case {
        Case::Sheet(state)
    }
}

impl From<order::State> for Case {
    fn from(state: order::State) -> Case {
        Case::Order(state)
    }
}

impl From<sheet::Command> for Command {
    fn from(command: sheet::Command) -> Command {
        Command::Sheet(command)
    }
}

impl From<order::Command> for Command {
    fn from(command: order::Command) -> Command {
        Command::Order(command)
    }
}

impl From<sheet::Fact> for Fact {
    fn from(fact: sheet::Fact) -> Fact {
        Fact::Sheet(fact)
    }
}

impl From<order::Fact> for Fact {
    fn from(fact: order::Fact) -> Fact {
        Fact::Order(fact)
    }
}

/// The law of the area.
#[derive(Debug, Clone, Copy)]
pub struct Law;

impl Procedure for Law {
    type State = Case;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "assessment";
    const COMMANDS: &'static [&'static str] = &[
        "sheet.freeze",
        "sheet.recompute",
        "sheet.correct",
        "sheet.appeal",
        "sheet.decide_appeal",
        "sheet.close_appeals",
        "sheet.sign",
        "sheet.flag_late",
        "order.draft",
        "order.sign",
        "order.withdraw",
        "order.answer",
        "order.mark_overdue",
        "order.circulate",
        "order.verify",
        "order.raise_talk",
        "order.flag_late",
    ];

    fn decide(
        state: Option<&Case>,
        command: &Command,
        ctx: &Circumstances<'_>,
    ) -> Result<Vec<Fact>, Refusal> {
        match (state, command) {
            (None, Command::Sheet(command)) => sheet_facts(None, command, ctx),
            (Some(Case::Sheet(state)), Command::Sheet(command)) => {
                sheet_facts(Some(state), command, ctx)
            }
            (None, Command::Order(command)) => order_facts(None, command, ctx),
            (Some(Case::Order(state)), Command::Order(command)) => {
                order_facts(Some(state), command, ctx)
            }
            (Some(Case::Sheet(_)), Command::Order(_))
            | (Some(Case::Order(_)), Command::Sheet(_)) => Err(Refusal::WrongProcedure),
        }
    }

    fn evolve(state: Option<Case>, fact: &Fact) -> Option<Case> {
        match (state, fact) {
            (None, Fact::Sheet(fact)) => sheet::Sheet::evolve(None, fact).map(Case::Sheet),
            (Some(Case::Sheet(state)), Fact::Sheet(fact)) => {
                sheet::Sheet::evolve(Some(state), fact).map(Case::Sheet)
            }
            (None, Fact::Order(fact)) => order::Order::evolve(None, fact).map(Case::Order),
            (Some(Case::Order(state)), Fact::Order(fact)) => {
                order::Order::evolve(Some(state), fact).map(Case::Order)
            }
            (state @ Some(Case::Sheet(_)), Fact::Order(_))
            | (state @ Some(Case::Order(_)), Fact::Sheet(_)) => state,
        }
    }

    fn outline(state: &Case) -> Outline {
        match state {
            Case::Sheet(state) => sheet::Sheet::outline(state),
            Case::Order(state) => order::Order::outline(state),
        }
    }

    fn clocks(fact: &Fact) -> Vec<ClockEffect> {
        match fact {
            Fact::Sheet(fact) => sheet::Sheet::clocks(fact),
            Fact::Order(fact) => order::Order::clocks(fact),
        }
    }

    fn notices(fact: &Fact) -> Vec<Notice> {
        match fact {
            Fact::Sheet(fact) => sheet::Sheet::notices(fact),
            Fact::Order(fact) => order::Order::notices(fact),
        }
    }

    fn expired(state: &Case, clock: &str) -> Option<Command> {
        match state {
            Case::Sheet(state) => sheet::Sheet::expired(state, clock).map(Command::Sheet),
            Case::Order(state) => order::Order::expired(state, clock).map(Command::Order),
        }
    }

    fn name(command: &Command) -> &'static str {
        let (prefix, plain) = match command {
            Command::Sheet(command) => ("sheet", sheet::Sheet::name(command)),
            Command::Order(command) => ("order", order::Order::name(command)),
        };
        let same = |dotted: &&&str| dotted.split_once('.') == Some((prefix, plain));
        Law::COMMANDS.iter().find(same).copied().unwrap_or(plain)
    }

    fn roles(command: &str) -> &'static [Role] {
        match command.split_once('.') {
            Some(("sheet", plain)) => sheet::Sheet::roles(plain),
            Some(("order", plain)) => order::Order::roles(plain),
            Some(_) | None => &[],
        }
    }

    fn needs_holding(command: &str) -> bool {
        match command.split_once('.') {
            Some(("sheet", plain)) => sheet::Sheet::needs_holding(plain),
            Some(("order", plain)) => order::Order::needs_holding(plain),
            Some(_) | None => false,
        }
    }

    /// The chart of the first procedure; [`charts`] has all.
    fn chart() -> &'static Chart {
        sheet::Sheet::chart()
    }
}

/// The charts of the area's procedures.
pub fn charts() -> Vec<&'static Chart> {
    vec![
        sheet::Sheet::chart(),
        order::Order::chart(),
        supervision_ladder::SupervisionLadder::chart(),
    ]
}

fn sheet_facts(
    state: Option<&sheet::State>,
    command: &sheet::Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let facts = sheet::Sheet::decide(state, command, ctx).map_err(Refusal::Sheet)?;
    Ok(facts.into_iter().map(Fact::Sheet).collect())
}

fn order_facts(
    state: Option<&order::State>,
    command: &order::Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let facts = order::Order::decide(state, command, ctx).map_err(Refusal::Order)?;
    Ok(facts.into_iter().map(Fact::Order).collect())
}
