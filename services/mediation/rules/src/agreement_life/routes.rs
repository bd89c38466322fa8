//! What the other side may do when an agreement is broken, and from which day enforcement is counted.

use jiefen_vocab::{DisputeKind, PartyKind};
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

use super::{Deed, LabourItem, Level, Maker, State};
use crate::agreement::Obligation;

/// Instalments due before this day have their own two years under the text then in force; later ones
/// run from the last instalment (民事诉讼法 2021年修正, in force 2022-01-01, now art. 250).
pub const EACH_INSTALMENT_UNTIL: Date = date(2022, 1, 1);

/// A way on after a breach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BreachRoute {
    /// 申请强制执行
    Enforcement,
    /// 申请出具执行证书
    ExecutionCertificate,
    /// 就协议起诉
    SuitOnAgreement,
    /// 申请支付令
    PaymentOrder,
    /// 申请劳动仲裁
    LabourArbitration,
    /// 恢复治安处罚程序
    PenaltyResumes,
    /// 重新协商或者调解
    Renegotiation,
}

impl BreachRoute {
    /// What the party is told, Chinese.
    pub fn zh(self) -> &'static str {
        match self {
            BreachRoute::Enforcement => "向人民法院申请强制执行",
            BreachRoute::ExecutionCertificate => "向公证机构申请执行证书后申请强制执行",
            BreachRoute::SuitOnAgreement => "就调解协议向人民法院起诉",
            BreachRoute::PaymentOrder => "向人民法院申请支付令",
            BreachRoute::LabourArbitration => "申请劳动仲裁",
            BreachRoute::PenaltyResumes => "由公安机关依法恢复处罚程序",
            BreachRoute::Renegotiation => "再次协商或者申请调解",
        }
    }

    /// The article or rule id.
    pub fn basis(self) -> &'static str {
        match self {
            BreachRoute::Enforcement => "民事诉讼法 206、247、250；T-D-10",
            BreachRoute::ExecutionCertificate => "T-G-05",
            BreachRoute::SuitOnAgreement => "人民调解法 32；劳动争议解释（一）51",
            BreachRoute::PaymentOrder => "T-F-01；T-F-08",
            BreachRoute::LabourArbitration => "劳动争议调解仲裁法 15",
            BreachRoute::PenaltyResumes => "T-N-05",
            BreachRoute::Renegotiation => "民法典 543；人民调解法 31",
        }
    }
}

/// True when a worker is owed money by an employer, of the items of 劳动争议调解仲裁法 16.
fn labour_order(state: &State, owed: &Obligation) -> bool {
    let kind = |no: u32| state.brief.parties.iter().find(|p| p.no == no).map(|p| p.kind);
    let employer = kind(owed.obligor) == Some(PartyKind::Org);
    matches!(&state.maker, Maker::Labour { items, .. } if !items.is_empty() && employer)
}

/// True when a worker may sue on a labour agreement without arbitration: the payment order on it has
/// lapsed (T-F-08), or it settles unpaid wages and nothing else (劳动争议解释（一）51(2)).
pub(super) fn sues_without_arbitration(state: &State, deed: &Deed) -> bool {
    match &state.maker {
        Maker::Labour { items, only, .. } => {
            let wages = *only && items.iter().all(|item| *item == LabourItem::Wages);
            deed.order_lapsed || wages && !items.is_empty()
        }
        Maker::People
        | Maker::Industry
        | Maker::Delegated
        | Maker::Agency
        | Maker::RuralLand
        | Maker::Negotiation
        | Maker::PublicOrder
        | Maker::Court
        | Maker::Arbitration
        | Maker::Reconsideration => true,
    }
}

/// The routes that are open when this obligation is broken.
pub fn routes(state: &State, deed: &Deed, owed: &Obligation) -> Vec<BreachRoute> {
    use BreachRoute::{
        Enforcement, ExecutionCertificate, LabourArbitration, PaymentOrder, PenaltyResumes,
        Renegotiation, SuitOnAgreement,
    };
    let order = owed.amount.is_some() && !deed.order_lapsed;
    match deed.level {
        Level::Contract => {
            let mut open = vec![SuitOnAgreement];
            if order && state.brief.kind != DisputeKind::Labour {
                open.push(PaymentOrder);
            }
            open.push(Renegotiation);
            open
        }
        Level::LabourAgreement => {
            let mut open = Vec::new();
            if order && labour_order(state, owed) {
                open.push(PaymentOrder);
            }
            if sues_without_arbitration(state, deed) {
                open.push(SuitOnAgreement);
            }
            open.extend([LabourArbitration, Renegotiation]);
            open
        }
        Level::PublicOrder => vec![PenaltyResumes, SuitOnAgreement],
        Level::Notarised => vec![ExecutionCertificate],
        Level::ArbitralStatement
        | Level::Confirmed
        | Level::CourtStatement
        | Level::ReconsiderationStatement => vec![Enforcement],
    }
}

/// The clock of the enforcement limit for an obligation and the day from which it runs: each
/// instalment its own for a notarised instrument (T-G-04) and for what fell due before
/// [`EACH_INSTALMENT_UNTIL`]; else the last instalment of the agreement (T-D-10).
pub fn enforcement_from(deed: &Deed, owed: &Obligation) -> Option<(String, Date)> {
    deed.level.enforcement()?;
    if deed.level == Level::Notarised || owed.due < EACH_INSTALMENT_UNTIL {
        return Some((format!("enforce:{}", owed.no), owed.due));
    }
    let last = deed.agreement.draft.obligations.iter().map(|one| one.due).max();
    Some(("enforce:0".to_owned(), last.unwrap_or(owed.due)))
}
