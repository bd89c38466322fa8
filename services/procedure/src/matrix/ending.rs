//! What a track that starts does to tracks that run, and when a penalty falls away.

use jiefen_vocab::{DisputeKind as K, TrackKind as T};

use super::{Bar, Circumstance as C, Present, Standing, Verdict, is_suit};

/// A running track that the law ends or stops because another has started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ended {
    /// The track.
    pub track: T,
    /// True: its clock stops and its notices remain; false: it ends.
    pub only_stopped: bool,
    /// The article or rule id.
    pub basis: &'static str,
    /// What to tell, in plain Chinese.
    pub zh: &'static str,
    /// The same in English.
    pub en: &'static str,
}

/// The running tracks that end or stop when `started` is accepted.
pub fn ended_by(present: &Present, started: T) -> Vec<Ended> {
    let mut ended = Vec::new();
    if is_suit(started) {
        ended.extend(by_suit(present));
    }
    if present.kind == K::Medical {
        ended.extend(by_other_medical_mediation(present, started));
    }
    if is_suit(started) || STOPS_PETITION.contains(&started) {
        ended.extend(stop(
            present,
            T::Petition,
            "T-L-08 信访工作条例31",
            "该事项已进入法定途径，信访办理期限停止计算，告知义务仍在",
            "a statutory channel has begun: the petition clock stops, its notices remain",
        ));
    }
    ended
}

/// Channels other than a suit that take the matter out of the petition road.
const STOPS_PETITION: &[T] = &[
    T::LabourArbitration,
    T::LandArbitration,
    T::CommercialArbitration,
    T::AdministrativeReconsideration,
    T::AdministrativeRuling,
    T::PaymentOrder,
    T::Retrial,
];

fn by_suit(present: &Present) -> Vec<Ended> {
    let mut ended = Vec::new();
    if present.kind == K::Medical {
        for track in MEDICAL_MEDIATIONS {
            ended.extend(end(
                present,
                *track,
                "T-P-03 医疗纠纷预防和处理条例31、40",
                "法院已受理，调解终止",
                "the court has accepted the suit: the medical mediation ends",
            ));
        }
    }
    if present.kind == K::Traffic {
        for track in [T::PoliceMediation, T::AdministrativeMediation] {
            ended.extend(end(
                present,
                track,
                "T-O-05 道路交通安全法实施条例96",
                "当事人已经起诉，交警调解终止",
                "the suit is filed: the traffic police end their mediation",
            ));
        }
    }
    if present.kind == K::Consumer {
        ended.extend(end(
            present,
            T::AdministrativeMediation,
            "T-Q-07 市场监督管理投诉举报处理暂行办法15、21",
            "法院已受理，投诉调解终止",
            "the court has accepted the suit: the consumer mediation ends",
        ));
    }
    ended.extend(end(
        present,
        T::LandArbitration,
        "农村土地承包经营纠纷调解仲裁法22",
        "人民法院已受理，土地承包仲裁程序终止",
        "a court is seized: the rural-land arbitration ends",
    ));
    ended.extend(end(
        present,
        T::PaymentOrder,
        "T-F-05 民诉法解释430",
        "债权人就同一债权债务又起诉，督促程序终结，支付令自行失效",
        "a suit on the same debt ends the payment-order procedure; the order lapses",
    ));
    ended
}

const MEDICAL_MEDIATIONS: &[T] = &[
    T::PeopleMediation,
    T::PeopleMediationTown,
    T::IndustryMediation,
    T::JointMediation,
    T::AdministrativeMediation,
];

fn by_other_medical_mediation(present: &Present, started: T) -> Vec<Ended> {
    if !MEDICAL_MEDIATIONS.contains(&started) {
        return Vec::new();
    }
    let administrative = started == T::AdministrativeMediation;
    MEDICAL_MEDIATIONS
        .iter()
        .filter(|track| (**track == T::AdministrativeMediation) != administrative)
        .flat_map(|track| {
            end(
                present,
                *track,
                "T-P-03 医疗纠纷预防和处理条例31、40",
                "另一调解机构已受理，本调解终止",
                "the other mediating body has accepted: this mediation ends",
            )
        })
        .collect()
}

fn end(
    present: &Present,
    track: T,
    basis: &'static str,
    zh: &'static str,
    en: &'static str,
) -> Option<Ended> {
    present.runs(track).then_some(Ended { track, only_stopped: false, basis, zh, en })
}

fn stop(
    present: &Present,
    track: T,
    basis: &'static str,
    zh: &'static str,
    en: &'static str,
) -> Option<Ended> {
    present.runs(track).then_some(Ended { track, only_stopped: true, basis, zh, en })
}

/// Whether a public-order penalty is still possible (治安管理处罚法(2025)9): none once the parties'
/// agreement has been performed before the decision and the police have accepted it.
pub fn penalty_open(present: &Present) -> Verdict {
    let police_settled = present.tracks.get(&T::PoliceMediation) == Some(&Standing::Agreed);
    if present.has(C::PerformedBeforeDecision) && !present.has(C::PolicePenaltyOnly) {
        return Verdict::Excluded(Bar {
            cell: "performed_no_penalty",
            basis: if police_settled {
                "T-N-05 治安管理处罚法(2025)9"
            } else {
                "T-N-06 治安管理处罚法(2025)9(4)"
            },
            zh: "协议在作出处罚决定前已经履行并经公安机关认可，不予处罚",
            en: "the agreement was performed before the decision and accepted by the police: no penalty",
            instead: &[],
        });
    }
    Verdict::Allowed
}
