//! Which tracks exclude or require which (I4): the matrix of case-lifecycle §7, as far as the umbrella
//! sees it. What only the receiving body can judge (title, status, earlier preservation) stays with it.

use jiefen_vocab::{DisputeKind, Flag, TrackKind};

use TrackKind as K;

/// Why a track may not start beside the tracks that run or were used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exclusion {
    /// The track that was asked for.
    pub wanted: TrackKind,
    /// The track in its way; none when the kind of dispute or a flag is.
    pub by: Option<TrackKind>,
    /// Why, in plain Chinese.
    pub zh: &'static str,
    /// Why, in English.
    pub en: &'static str,
    /// The rule.
    pub basis: &'static str,
    /// What would be allowed, in plain Chinese.
    pub instead: &'static str,
}

/// What the umbrella knows when a track is asked for.
#[derive(Debug, Clone)]
pub struct Situation<'a> {
    /// The kind of dispute.
    pub kind: DisputeKind,
    /// Its flags.
    pub flags: &'a [Flag],
    /// The tracks that run now.
    pub running: &'a [TrackKind],
    /// The tracks that have ended.
    pub ended: &'a [TrackKind],
    /// The parties chose or insisted on the track themselves.
    pub chosen: bool,
}

/// True for tracks in which somebody mediates.
pub const fn is_mediation(track: TrackKind) -> bool {
    match track {
        K::PeopleMediation
        | K::PeopleMediationTown
        | K::AdministrativeMediation
        | K::PoliceMediation
        | K::IndustryMediation
        | K::ThirdPartyFinancialMediation
        | K::LabourMediation
        | K::LawyerMediation
        | K::InvitedMediation
        | K::JointMediation
        | K::CourtEntrustedMediation
        | K::CourtEntrustedMediationInLitigation => true,
        K::Negotiation
        | K::NeutralEvaluation
        | K::JudicialConfirmation
        | K::LabourArbitration
        | K::LandArbitration
        | K::CommercialArbitration
        | K::AdministrativeRuling
        | K::AdministrativeReconsideration
        | K::FastTrack
        | K::SummaryProcedure
        | K::PaymentOrder
        | K::NotarizedEnforcement
        | K::Petition
        | K::ProcuratorateSupervision
        | K::PublicInterestLitigation
        | K::CriminalReferral
        | K::Litigation
        | K::Retrial
        | K::MergeIntoOriginal
        | K::NoneUntilInformation => false,
    }
}

/// True for a suit before the court, in whatever procedure it is tried.
pub const fn is_suit(track: TrackKind) -> bool {
    matches!(track, K::Litigation | K::FastTrack | K::SummaryProcedure)
}

/// True for entries of the track list that are notes for the desk, not procedures.
pub const fn is_no_track(track: TrackKind) -> bool {
    matches!(track, K::MergeIntoOriginal | K::NoneUntilInformation)
}

/// True for tracks that end on withdrawal only by leave of the body that has them.
pub const fn needs_leave(track: TrackKind) -> bool {
    is_suit(track)
        || matches!(
            track,
            K::AdministrativeReconsideration
                | K::Retrial
                | K::PublicInterestLitigation
                | K::ProcuratorateSupervision
        )
}

/// The statutory routes that an offer must show for a kind of dispute: a mediation offer never hides
/// the way to a decision (C-003; 人民调解法 3).
pub const fn must_show(kind: DisputeKind) -> &'static [TrackKind] {
    match kind {
        DisputeKind::Labour => &[K::LabourArbitration],
        DisputeKind::LandContracting => &[K::LandArbitration, K::Litigation],
        DisputeKind::Administrative | DisputeKind::LandExpropriation => {
            &[K::AdministrativeReconsideration, K::Litigation]
        }
        DisputeKind::MarriageFamily
        | DisputeKind::Neighbour
        | DisputeKind::HousingHomestead
        | DisputeKind::ContractDebt
        | DisputeKind::ProductionBusiness
        | DisputeKind::TortDamages
        | DisputeKind::Environment
        | DisputeKind::PropertyManagement
        | DisputeKind::Consumer
        | DisputeKind::Medical
        | DisputeKind::Traffic
        | DisputeKind::Campus
        | DisputeKind::Finance
        | DisputeKind::Ip
        | DisputeKind::Other => &[K::Litigation],
    }
}

/// Whether a track may start in this situation.
///
/// # Errors
/// The exclusion, with its rule and what would be allowed instead.
pub fn may_start(wanted: TrackKind, now: &Situation<'_>) -> Result<(), Exclusion> {
    let exclusion = by_nature(wanted, now).or_else(|| by_track(wanted, now));
    exclusion.map_or(Ok(()), Err)
}

fn by_nature(wanted: TrackKind, now: &Situation<'_>) -> Option<Exclusion> {
    let because =
        |zh, en, basis, instead| Some(Exclusion { wanted, by: None, zh, en, basis, instead });
    if is_no_track(wanted) {
        return because(
            "这不是一种办理程序",
            "this is no procedure",
            "case-lifecycle §5",
            "并案请用“并案”，补充材料请用“要求补充”",
        );
    }
    if now.kind == DisputeKind::LandExpropriation && wanted == K::LandArbitration {
        return because(
            "征地补偿争议不属于农村土地承包仲裁的范围",
            "expropriation compensation is outside rural-land arbitration",
            "T-I-08",
            "告知可以申请行政复议或者提起诉讼",
        );
    }
    if is_mediation(wanted) && now.flags.contains(&Flag::NotMediable) {
        return because(
            "本案已标记为不适宜调解",
            "the dispute is not suited to mediation",
            "T-E-19",
            "选择仲裁、裁决、复议或者诉讼",
        );
    }
    if is_mediation(wanted) && now.flags.contains(&Flag::SafetyAlert) && !now.chosen {
        return because(
            "有人身安全危险，先保护再谈调解，且只能由受害人自己提出",
            "safety first: mediation only at the victim's own wish",
            "T-R-02",
            "先报警、协助申请人身安全保护令",
        );
    }
    if now.kind == DisputeKind::Labour
        && is_suit(wanted)
        && !now.ended.contains(&K::LabourArbitration)
        && !now.ended.contains(&K::PaymentOrder)
        && !now.chosen
    {
        return because(
            "劳动争议应当先申请仲裁",
            "labour disputes go to arbitration first",
            "劳动争议解释(一) 13、15",
            "先移送劳动仲裁；只有工资欠条或者支付令失效的，由当事人选择诉讼",
        );
    }
    None
}

fn by_track(wanted: TrackKind, now: &Situation<'_>) -> Option<Exclusion> {
    now.running.iter().find_map(|running| {
        let (zh, en, basis, instead) = pair(*running, wanted, now.kind)?;
        Some(Exclusion { wanted, by: Some(*running), zh, en, basis, instead })
    })
}

type Words = (&'static str, &'static str, &'static str, &'static str);

/// The exclusion between a running track and a wanted one. A suit is never kept out by a mediation: the
/// court accepts it and the mediation ends (T-O-05, T-P-03).
fn pair(running: TrackKind, wanted: TrackKind, kind: DisputeKind) -> Option<Words> {
    let arbitration = matches!(running, K::CommercialArbitration | K::LandArbitration);
    if running == wanted {
        return Some((
            "同一程序正在办理",
            "the same track is already running",
            "T-L-10",
            "等待该程序的结果",
        ));
    }
    if is_suit(running) && is_suit(wanted) {
        return Some(("已经起诉", "a suit is pending", "民事诉讼法 127", "在该案中提出"));
    }
    if kind == DisputeKind::Medical
        && is_mediation(wanted)
        && (is_mediation(running) || is_suit(running))
    {
        return Some((
            "医疗纠纷的人民调解、卫健部门调解和诉讼互相排斥",
            "medical mediation routes and the suit exclude each other",
            "T-P-03",
            "待正在进行的程序终结后再申请",
        ));
    }
    if is_suit(running) && wanted == K::PoliceMediation {
        return Some((
            "当事人已经起诉，公安机关不再调解",
            "a suit is pending, the police no longer mediate",
            "T-O-05",
            "由法院委托调解",
        ));
    }
    if kind == DisputeKind::Consumer
        && wanted == K::AdministrativeMediation
        && (is_suit(running) || is_mediation(running) || arbitration)
    {
        return Some((
            "消费投诉已由法院、仲裁机构或者其他组织受理",
            "the consumer complaint is already in hand elsewhere",
            "T-Q-07",
            "等待正在进行的程序",
        ));
    }
    let suit_and_review = (is_suit(running) && wanted == K::AdministrativeReconsideration)
        || (running == K::AdministrativeReconsideration && is_suit(wanted));
    if suit_and_review {
        return Some((
            "行政复议与行政诉讼不能同时进行",
            "reconsideration and suit never run together",
            "行政复议法 29",
            "待复议决定作出后起诉，或者待诉讼终结",
        ));
    }
    pair_of_arbitration(running, wanted)
}

fn pair_of_arbitration(running: TrackKind, wanted: TrackKind) -> Option<Words> {
    if is_suit(running) && wanted == K::LandArbitration {
        return Some((
            "法院已经受理，仲裁委不再受理",
            "the seized court excludes rural-land arbitration",
            "农村土地承包经营纠纷调解仲裁法 22",
            "在诉讼中解决",
        ));
    }
    let agreed = (running == K::CommercialArbitration && is_suit(wanted))
        || (is_suit(running) && wanted == K::CommercialArbitration);
    if agreed {
        return Some((
            "有仲裁协议的争议，仲裁与诉讼只能择一",
            "an arbitration agreement excludes the suit",
            "T-J-03",
            "按仲裁协议办理",
        ));
    }
    let statutory = is_suit(running)
        || matches!(
            running,
            K::LabourArbitration
                | K::LandArbitration
                | K::CommercialArbitration
                | K::AdministrativeReconsideration
                | K::AdministrativeRuling
        );
    if statutory && wanted == K::Petition {
        return Some((
            "正在通过法定途径办理，信访不另行受理",
            "a statutory channel is open, the petition is not accepted beside it",
            "T-L-08",
            "告知当事人在法定程序中提出",
        ));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use DisputeKind as D;

    fn check(
        kind: DisputeKind,
        flags: &[Flag],
        running: &[TrackKind],
        wanted: TrackKind,
        expect: Option<&str>,
    ) {
        let now = Situation { kind, flags, running, ended: &[], chosen: false };
        let basis = may_start(wanted, &now).err().map(|exclusion| exclusion.basis);
        assert_eq!(basis, expect, "{kind} {running:?} → {wanted}");
    }

    #[test]
    fn what_excludes_what() {
        check(D::Neighbour, &[], &[], K::PeopleMediation, None);
        check(D::LandExpropriation, &[], &[], K::LandArbitration, Some("T-I-08"));
        check(D::LandContracting, &[], &[], K::LandArbitration, None);
        check(
            D::LandContracting,
            &[],
            &[K::Litigation],
            K::LandArbitration,
            Some("农村土地承包经营纠纷调解仲裁法 22"),
        );
        check(D::Medical, &[], &[K::PeopleMediation], K::AdministrativeMediation, Some("T-P-03"));
        check(D::Medical, &[], &[K::PeopleMediation], K::Litigation, None);
        check(D::Medical, &[], &[K::Litigation], K::PeopleMediation, Some("T-P-03"));
        check(D::Traffic, &[], &[K::Litigation], K::PoliceMediation, Some("T-O-05"));
        check(D::Consumer, &[], &[K::Litigation], K::AdministrativeMediation, Some("T-Q-07"));
        check(
            D::Administrative,
            &[],
            &[K::AdministrativeReconsideration],
            K::Litigation,
            Some("行政复议法 29"),
        );
        check(D::ContractDebt, &[], &[K::CommercialArbitration], K::Litigation, Some("T-J-03"));
        check(D::ContractDebt, &[], &[K::PaymentOrder], K::Litigation, None);
        check(D::ContractDebt, &[], &[K::Litigation], K::FastTrack, Some("民事诉讼法 127"));
        check(D::Labour, &[], &[K::LabourArbitration], K::Petition, Some("T-L-08"));
        check(D::Labour, &[], &[], K::Litigation, Some("劳动争议解释(一) 13、15"));
        check(D::Neighbour, &[Flag::NotMediable], &[], K::JointMediation, Some("T-E-19"));
        check(D::MarriageFamily, &[Flag::SafetyAlert], &[], K::PeopleMediation, Some("T-R-02"));
        check(D::Other, &[], &[], K::NoneUntilInformation, Some("case-lifecycle §5"));
        check(D::Neighbour, &[], &[K::PeopleMediation], K::PeopleMediation, Some("T-L-10"));
    }

    #[test]
    fn the_victims_own_choice_opens_mediation_and_insistence_opens_the_suit() {
        let mut now = Situation {
            kind: D::MarriageFamily,
            flags: &[Flag::SafetyAlert],
            running: &[],
            ended: &[],
            chosen: true,
        };
        assert_eq!(may_start(K::PeopleMediation, &now), Ok(()));
        now.kind = D::Labour;
        assert_eq!(may_start(K::Litigation, &now), Ok(()));
        now.chosen = false;
        now.ended = &[K::LabourArbitration];
        assert_eq!(may_start(K::Litigation, &now), Ok(()));
    }

    #[test]
    fn every_offer_shows_a_way_to_a_decision() {
        for kind in DisputeKind::ALL {
            assert!(must_show(*kind).iter().all(|track| !is_mediation(*track)), "{kind}");
        }
    }
}
