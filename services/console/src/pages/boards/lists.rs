//! Which cases stand in which column.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::node::v1 as pb;
use jiefen_vocab::Role::{
    self, ArbitrationDirector, Arbitrator, CourtPresident, FilingClerk, Judge, PetitionHead,
    PetitionOfficer, ReviewHead, Reviewer, WindowClerk,
};

/// A stage of a procedure: its states, and the rules of a clock by which those of one kind are known.
pub(crate) struct Stage(&'static str, &'static [&'static str], &'static [&'static str]);

/// A column of a list.
pub(crate) struct Column {
    pub(super) key: &'static str,
    pub(super) zh: &'static str,
    pub(super) en: &'static str,
    pub(super) about_zh: &'static str,
    pub(super) about_en: &'static str,
    stages: &'static [Stage],
}

impl Column {
    /// As the node takes it.
    pub(super) fn asked(&self, page_token: &str) -> pb::DocketColumn {
        let texts = |of: &[&str]| of.iter().map(|text| (*text).to_owned()).collect();
        let stage = |Stage(procedure, states, rules): &Stage| pb::DocketStage {
            procedure: (*procedure).to_owned(),
            states: texts(states),
            rules: texts(rules),
        };
        pb::DocketColumn {
            stages: self.stages.iter().map(stage).collect(),
            page_token: page_token.to_owned(),
            ..pb::DocketColumn::default()
        }
    }
}

/// A list of one deciding body.
pub(crate) struct List {
    pub(crate) address: &'static str,
    pub(crate) area: Area,
    /// Who works with it.
    pub(crate) roles: &'static [Role],
    pub(crate) zh: &'static str,
    pub(crate) en: &'static str,
    /// What begins here.
    pub(super) procedures: &'static [&'static str],
    pub(super) columns: &'static [Column],
    /// Columns beside each other.
    pub(super) beside: bool,
}

impl List {
    /// The list as an address names it.
    pub(super) fn key(&self) -> &'static str {
        self.address.trim_start_matches('/')
    }

    /// What of it has ended, as the node takes it: in one year, or with 0 ever.
    pub(super) fn ended(&self, year: i32, page_token: &str) -> pb::DocketColumn {
        let of = |procedure: &&str| pb::DocketStage {
            procedure: (*procedure).to_owned(),
            ..pb::DocketStage::default()
        };
        pb::DocketColumn {
            stages: self.procedures.iter().map(of).collect(),
            page_token: page_token.to_owned(),
            ended: true,
            year,
        }
    }
}

/// Every list, in the order of the menu.
pub(crate) const ALL: [&List; 4] = [&COURT, &ARBITRATION, &PETITIONS, &RECONSIDERATIONS];

/// The trial limits of small claims and summary procedure, and of the ordinary one.
const QUICK: &[&str] = &["T-E-08", "T-E-10"];
const ORDINARY: &[&str] = &["T-E-11"];

/// 分调裁审.
#[rustfmt::skip]
pub(super) static COURT: List = List {
    address: "/court", area: Area::Court, roles: &[FilingClerk, Judge, CourtPresident],
    zh: "分调裁审", en: "Court board", procedures: &["protection_order", "filing", "confirmation", "payment_order", "enforcement"], beside: true,
    columns: &[
        Column { key: "divert", zh: "分", en: "Divert", about_zh: "立案、分流；保护令申请立即受理", about_en: "filing and diversion; protection orders are accepted at once", stages: &[
            Stage("protection_order", &["applied"], &[]),
            Stage("payment_order", &["applied", "correcting"], &[]),
            Stage("filing", &["received", "correcting", "refused", "refusal_appealed", "filed", "fee_due"], &[]),
        ] },
        Column { key: "mediate", zh: "调", en: "Mediate", about_zh: "委派委托调解、司法确认", about_en: "mediation and confirmation", stages: &[
            Stage("filing", &["delegated", "entrusted", "statement_made"], &[]),
            Stage("confirmation", &["applied", "correcting", "examined", "confirmed", "objected", "effective"], &[]),
        ] },
        Column { key: "quick", zh: "裁", en: "Quick", about_zh: "人身安全保护令、支付令；小额、简易速裁", about_en: "protection and payment orders; small claims and summary procedure", stages: &[
            Stage("protection_order", &["accepted", "in_force", "rejected"], &[]),
            Stage("payment_order", &["accepted", "issued", "contested", "effective"], &[]),
            Stage("filing", &["on_trial", "judged"], QUICK),
        ] },
        Column { key: "try", zh: "审", en: "Try", about_zh: "普通程序", about_en: "ordinary procedure", stages: &[
            Stage("filing", &["on_trial", "judged"], ORDINARY),
        ] },
        Column { key: "enforce", zh: "执", en: "Enforce", about_zh: "强制执行", about_en: "enforcement", stages: &[
            Stage("enforcement", &["applied", "accepted", "enforcing", "settled", "ended_for_now", "closing"], &[]),
        ] },
    ],
};

/// 仲裁案卷.
#[rustfmt::skip]
pub(super) static ARBITRATION: List = List {
    address: "/arbitration", area: Area::Arbitration, roles: &[Arbitrator, ArbitrationDirector, WindowClerk],
    zh: "仲裁案件", en: "Arbitration", procedures: &["labour_arbitration"], beside: false,
    columns: &[
        Column { key: "apply", zh: "待申请", en: "To apply", about_zh: "移交来的，联系申请人", about_en: "handed over", stages: &[Stage("labour_arbitration", &["received"], &[])] },
        Column { key: "accept", zh: "待受理", en: "To accept", about_zh: "五日内决定是否受理", about_en: "within five days", stages: &[Stage("labour_arbitration", &["applied", "unanswered"], &[])] },
        Column { key: "hear", zh: "审理中", en: "Heard", about_zh: "送达、组庭、开庭、裁决", about_en: "service, tribunal, hearing, award", stages: &[Stage("labour_arbitration", &["hearing", "stayed", "overdue"], &[])] },
        Column { key: "awarded", zh: "已裁决", en: "Awarded", about_zh: "送达，等当事人起诉、申请撤销期满", about_en: "service and remedies", stages: &[Stage("labour_arbitration", &["awarded"], &[])] },
    ],
};

/// 信访事项.
#[rustfmt::skip]
pub(super) static PETITIONS: List = List {
    address: "/petitions", area: Area::Petition, roles: &[PetitionOfficer, PetitionHead, WindowClerk],
    zh: "信访事项", en: "Petitions", procedures: &["petition"], beside: false,
    columns: &[
        Column { key: "sort", zh: "待分类转送", en: "To sort", about_zh: "十五日内分类、转送", about_en: "sorted and forwarded within fifteen days", stages: &[Stage("petition", &["registered", "objected"], &[])] },
        Column { key: "forwarded", zh: "已转送", en: "Forwarded", about_zh: "等对方收到，告知信访人", about_en: "receipt, and the petitioner is told", stages: &[Stage("petition", &["forwarded"], &[])] },
        Column { key: "handle", zh: "办理中", en: "Handled", about_zh: "六十日内出具处理意见", about_en: "an opinion within sixty days", stages: &[Stage("petition", &["handling"], &[])] },
        Column { key: "review", zh: "答复、复查、复核", en: "Answered and reviewed", about_zh: "送达，等复查、复核", about_en: "service, review, re-review", stages: &[Stage("petition", &["opinion", "review", "reviewed", "rereview"], &[])] },
    ],
};

/// 行政复议.
#[rustfmt::skip]
pub(super) static RECONSIDERATIONS: List = List {
    address: "/reconsiderations", area: Area::Administrative, roles: &[Reviewer, ReviewHead, WindowClerk],
    zh: "行政复议", en: "Reconsideration", procedures: &["reconsideration"], beside: false,
    columns: &[
        Column { key: "door", zh: "审查申请", en: "At the door", about_zh: "五日内决定是否受理", about_en: "within five days", stages: &[Stage("reconsideration", &["received", "correcting"], &[])] },
        Column { key: "review", zh: "审理中", en: "Under review", about_zh: "答复、听取意见、听证、调解", about_en: "reply, hearing, mediation", stages: &[Stage("reconsideration", &["reviewing", "overdue", "suspended", "mediating"], &[])] },
        Column { key: "decided", zh: "已决定", en: "Decided", about_zh: "送达、履行", about_en: "service and performance", stages: &[Stage("reconsideration", &["decided"], &[])] },
        Column { key: "report", zh: "待报告落实", en: "To report", about_zh: "意见书的落实情况", about_en: "what agencies did about opinions", stages: &[Stage("reconsideration", &["reporting"], &[])] },
    ],
};

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiefen_procedure::Ending;

    use super::ALL;

    /// A case in a state that no list has would be seen by nobody.
    #[test]
    fn every_open_state_of_the_deciding_bodies_stands_in_a_list() {
        let listed: BTreeSet<(&str, &str)> = ALL
            .iter()
            .flat_map(|list| list.columns)
            .flat_map(|column| column.stages)
            .flat_map(|stage| stage.1.iter().map(|state| (stage.0, *state)))
            .collect();
        let charts = crate::pages::acts::tests::deciding();
        let open: BTreeSet<(&str, &str)> = charts
            .iter()
            .flat_map(|chart| chart.stages.iter().map(|stage| (chart.kind, stage)))
            .filter(|(_, stage)| stage.ending == Ending::Open)
            .map(|(kind, stage)| (kind, stage.state))
            .collect();
        assert_eq!(listed, open);
    }
}
