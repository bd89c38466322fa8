//! What every list shows of a case: the state, the next step, and what the law does when a clock expires.

use jiefen_procedure::Outline;

use super::codes::Paper;
use super::payload::LapseRight;
use super::state::{Hearing, Stage, State};
use super::{Command, chart, key};

impl State {
    pub(super) fn outline(&self) -> Outline {
        let (next_zh, next_en) = self.next();
        Outline {
            kind: "labour_arbitration",
            state: self.code(),
            state_zh: chart::zh(self.code()),
            open: !matches!(self.stage, Stage::Ended(_)),
            next_zh: next_zh.to_owned(),
            next_en: next_en.to_owned(),
            person: self.person.clone(),
        }
    }

    fn next(&self) -> (&'static str, &'static str) {
        match &self.stage {
            Stage::Received { contacted_on: None, .. } => {
                ("联系申请人，告知如何申请仲裁", "reach the applicant and explain how to apply")
            }
            Stage::Received { contacted_on: Some(_), .. } => (
                "等待并登记仲裁申请，或者记录不申请",
                "register the application, or that none is made",
            ),
            Stage::Applied => ("决定是否受理", "accept or refuse"),
            Stage::Unanswered { .. } => {
                ("补作受理决定，或者记录起诉", "answer late, or record the suit")
            }
            Stage::Hearing(hearing) | Stage::Overdue { hearing, .. } => {
                hearing.next(self.is_group())
            }
            Stage::Stayed { .. } => ("核对中止原因是否消除", "check whether the ground is gone"),
            Stage::Awarded(_) => {
                ("送达裁决书，等待当事人行使权利", "serve, and wait for the parties")
            }
            Stage::Ended(_) => ("", ""),
        }
    }

    pub(super) fn expired(&self, clock: &str) -> Option<Command> {
        let (name, party) = match clock.split_once(':') {
            Some((name, party)) => (name, party.parse().ok()),
            None => (clock, None),
        };
        let lapse = |paper| party.map(|party| Command::LapseRight(LapseRight { paper, party }));
        match name {
            key::ACCEPT => Some(Command::LapseAcceptance),
            key::AWARD => Some(Command::LapseAward),
            key::SUIT_FINAL | key::SET_ASIDE => lapse(Paper::Final),
            key::SUIT => lapse(Paper::NonFinal),
            key::SUIT_AFTER => lapse(Paper::Ruling),
            key::PART_SUIT_FINAL | key::PART_SET_ASIDE => lapse(Paper::PartFinal),
            key::PART_SUIT => lapse(Paper::PartNonFinal),
            key::PART_SUIT_AFTER => lapse(Paper::PartRuling),
            _ => None,
        }
    }
}

impl Hearing {
    fn next(&self, group: bool) -> (&'static str, &'static str) {
        if self.statement.is_some() {
            ("送达调解书并取得各方签收", "have the mediation statement signed for")
        } else if self.tribunal.is_empty() {
            ("组成仲裁庭并通知当事人", "form the tribunal and tell the parties")
        } else if group && self.heard_on.is_none() && self.guided_on.or(self.mediated_on).is_none()
        {
            ("开庭前引导协商或者先行调解", "lead the parties to talk before the hearing")
        } else if self.heard_on.is_none() && self.hearing_on.is_none() {
            ("通知开庭", "give notice of the hearing")
        } else if self.heard_on.is_none() {
            ("开庭", "hold the hearing")
        } else if self.mediated_on.is_none() {
            ("裁决前先行调解", "mediate before the award")
        } else {
            ("作出裁决", "make the award")
        }
    }
}
