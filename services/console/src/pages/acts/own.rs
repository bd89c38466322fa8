//! 本单位受理的: how the unit's own track of a dispute ends. What other units do comes back by itself.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::intake_service_client::IntakeServiceClient;
use jiefen_vocab::Role::{
    self, ArbitrationDirector, Arbitrator, CentreDirector, Judge, MediationHead, Mediator,
    PetitionHead, ReviewHead, Reviewer,
};

use super::fields::{Choice, Field, Kind, Read, field};
use super::usual::{ON, flag, hinted, one};
use super::{Act, After, Sending, Sent};
use crate::lines::ask;
use crate::pages::dispute::Known;

const DISPUTE: &str = "dispute";
const MEDIATION: &[Role] = &[Mediator, MediationHead];
const DECIDERS: &[Role] =
    &[Judge, Arbitrator, ArbitrationDirector, Reviewer, ReviewHead, PetitionHead];
const ENDERS: &[Role] = &[
    Mediator,
    MediationHead,
    Judge,
    Arbitrator,
    ArbitrationDirector,
    Reviewer,
    ReviewHead,
    PetitionHead,
    CentreDirector,
];

const EFFECT: &[Choice] = &[
    ("contract", "调解协议（合同效力）", "a contract"),
    ("labour_agreement", "劳动争议调解协议", "a labour agreement"),
    ("public_order", "治安调解协议", "a public order agreement"),
    ("statement", "调解书", "a mediation statement"),
];
const GROUND: &[Choice] = &[
    ("no_agreement", "差距过大，无法达成协议", "too far apart"),
    ("refused", "一方明确拒绝", "a party refuses"),
    ("term_passed", "期限届满未达成协议", "the term has passed"),
    ("unreachable", "当事人无法联系", "a party cannot be reached"),
    ("other_route", "当事人选择其他途径", "another route was chosen"),
    ("not_lawful", "依法不得调解或者不予受理", "not lawful here"),
    ("deemed_withdrawn", "视为撤回", "deemed withdrawn"),
];
const REMEDY: &[Choice] = &[
    ("", "没有，或者不清楚", "none, or not known"),
    ("T-H-16", "不服仲裁裁决，收到之日起十五日内起诉", "suit within fifteen days"),
    (
        "T-K-16.after_reconsideration",
        "不服行政复议决定，收到之日起十五日内起诉",
        "suit within fifteen days",
    ),
];

const OBLIGATIONS: Field = Field {
    name: "obligations",
    zh: "要履行的",
    en: "What is owed",
    hint: "一行一项；当场履行完的和没有义务的不填",
    kind: Kind::Rows(&[
        field("party", "谁履行", "Who owes", Kind::Party),
        field("due", "最迟哪一天", "By", Kind::Later),
        field("amount", "金额（元）", "Amount, yuan", Kind::Yuan),
    ]),
};

sends! {
    IntakeServiceClient at Some(Area::Intake), head = head, after = case(case);

    fn agreement = record_agreement(RecordAgreementRequest) |read, sent| {
        unit: sent.console.agency.to_string(),
        on: read.day("on"),
        effect: read.text("effect"),
        signed: read.numbers("signed"),
        lawful: read.flag("lawful"),
        obligations: owed(&mut read),
        confirmable: read.flag("confirmable"),
    }
    fn decision = record_decision(RecordDecisionRequest) |read, sent| {
        unit: sent.console.agency.to_string(),
        on: read.day("on"),
        obligations: owed(&mut read),
        remedy: read.text("remedy"),
    }
    fn unresolved = end_unresolved(EndUnresolvedRequest) |read, sent| {
        unit: sent.console.agency.to_string(),
        ground: read.text("ground"),
        on: read.day("on"),
    }
}

/// What each row owes.
fn owed(read: &mut Read<'_>) -> Vec<pb::Owed> {
    let rows = read.rows("obligations");
    let one = |row: String| pb::Owed {
        party: read.number_or_none(&format!("{row}.party")),
        due: read.day_in("obligations", &format!("{row}.due")),
        amount_fen: read.yuan_in("obligations", &format!("{row}.amount")),
    };
    rows.into_iter().map(one).collect()
}

/// Whether the unit has a track of its own that runs: nobody records the result of another unit's.
pub(super) fn fits(key: &str, known: &Known) -> bool {
    if !ACTS.iter().any(|act| act.key == key) {
        return true;
    }
    let own = known.home.map(|home| home.to_string()).unwrap_or_default();
    let mut tracks = known.umbrella.iter().flat_map(|found| &found.tracks);
    tracks.any(|track| track.unit == own && track.state == "running")
}

/// The acts.
#[rustfmt::skip]
pub(super) const ACTS: &[Act] = &[
    Act { key: "own-agreement", procedure: DISPUTE, states: &["in_process"], roles: MEDIATION, zh: "登记本单位调成的协议", en: "Our mediation has ended in an agreement", send: agreement, fields: &[
        one("effect", "什么协议", "What it is", EFFECT),
        hinted(field("signed", "谁签了名", "Who signed", Kind::Parties), "双方都签了才算达成；代表只约束本人签名的人"),
        hinted(flag("lawful", "自愿、合法，不损害他人，不是虚假调解", "Voluntary, lawful, no harm, nothing sham"), "逐项核对以后再选"),
        OBLIGATIONS,
        hinted(flag("confirmable", "可以共同申请司法确认", "Joint confirmation is open"), "身份关系、物权确权等不能确认（民事诉讼法司法解释第三百五十五条）"),
        field("on", "最后一方哪一天签名", "Last signed on", Kind::Day),
    ] },
    Act { key: "own-decision", procedure: DISPUTE, states: &["in_process"], roles: DECIDERS, zh: "登记本单位作出的决定", en: "Our body has decided", send: decision, fields: &[
        OBLIGATIONS, one("remedy", "不服怎么办", "Remedy", REMEDY), ON,
    ] },
    Act { key: "own-unresolved", procedure: DISPUTE, states: &["in_process", "enforcing"], roles: ENDERS, zh: "记录本单位没有化解", en: "Our track ended without result", send: unresolved, fields: &[
        one("ground", "为什么", "Why", GROUND), hinted(ON, "系统告知当事人还可以走的途径（人民调解法第二十六条）"),
    ] },
];
