//! What the commission does from the hand-over or the window to the defence.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::arbitration::v1 as pb;
use jiefen_proto::jiefen::arbitration::v1::arbitration_service_client::ArbitrationServiceClient;

use super::super::fields::{Choice, Kind, Read, field};
use super::super::usual::{ON, PARTY, flag, hinted, one};
use super::super::{Act, After, Sending, Sent};
use super::{CLAIMS, DIRECTOR, OFFICE, REGISTRY};
use crate::lines::ask;

const LABOUR: &str = "labour_arbitration";

const GROUND: &[Choice] = &[
    ("out_of_scope", "不属于劳动人事争议", "out of scope"),
    ("no_clear_claim", "没有明确的仲裁请求和事实理由", "no clear claim"),
    ("wrong_parties", "申请人没有直接利害关系，或者被申请人不明确", "wrong parties"),
    ("not_ours", "不属于本仲裁委员会管辖", "not ours"),
    ("already_decided", "已经裁决、调解书生效或者法院已受理", "already decided"),
];

sends! {
    ArbitrationServiceClient at Some(Area::Arbitration), head = head, after = case(case);

    fn contact = contact(ContactRequest) |read, sent| { on: read.day("on") }
    fn forgo = forgo(ForgoRequest) |read, sent| { on: read.day("on") }
    fn apply = apply(ApplyRequest) |read, sent| {
        brief: None,
        number: read.text("number"),
        on: read.day("on"),
        workers: read.numbers("workers"),
        employers: read.numbers("employers"),
        claims: claims(&mut read),
        common_claim: read.flag("common_claim"),
        knew_on: read.day("knew_on"),
        employment_ended_on: read.day("employment_ended_on"),
    }
    fn accept = accept(AcceptRequest) |read, sent| { on: read.day("on") }
    fn refuse = refuse(RefuseRequest) |read, sent| { on: read.day("on"), ground: read.text("ground") }
    fn lapse = lapse_acceptance(LapseAcceptanceRequest) |read, sent| {}
    fn serve_copy = serve_copy(ServeCopyRequest) |read, sent| {
        party: read.number("party"), on: read.day("on"),
    }
    fn defence = file_defence(FileDefenceRequest) |read, sent| {
        party: read.number("party"), on: read.day("on"),
    }
    fn forward = forward_defence(ForwardDefenceRequest) |read, sent| { on: read.day("on") }
    fn limitation = raise_limitation(RaiseLimitationRequest) |read, sent| {
        party: read.number("party"), on: read.day("on"),
    }
    fn represent = represent(RepresentRequest) |read, sent| {
        on: read.day("on"), representatives: read.numbers("representatives"),
    }
    fn withdraw = withdraw(WithdrawRequest) |read, sent| {
        on: read.day("on"), applicants: read.numbers("applicants"), settled: read.flag("settled"),
    }
}

/// What each row claims.
fn claims(read: &mut Read<'_>) -> Vec<pb::Claim> {
    let rows = read.rows("claims");
    let claim = |row: String| pb::Claim {
        worker: read.number_or_none(&format!("{row}.worker")),
        kind: read.text(&format!("{row}.kind")),
        amount_fen: read.yuan_in("claims", &format!("{row}.amount")),
    };
    rows.into_iter().map(claim).collect()
}

/// The acts, in the order of a case.
#[rustfmt::skip]
pub(in crate::pages::acts) const ACTS: &[Act] = &[
    Act { key: "apply", procedure: LABOUR, states: &["received"], roles: REGISTRY, zh: "登记仲裁申请", en: "Register the application", send: apply, fields: &[
        field("number", "仲裁案号", "Case number", Kind::Text),
        field("on", "哪一天收到申请", "Received on", Kind::Day),
        field("workers", "劳动者一方", "Worker side", Kind::Parties),
        hinted(field("employers", "用人单位一方", "Employer side", Kind::Parties), "劳务派遣的，派遣单位和用工单位都选"),
        CLAIMS,
        flag("common_claim", "十人以上有共同请求", "A common claim of ten or more"),
        hinted(field("knew_on", "哪一天知道权利受侵害", "Knew on", Kind::Later), "只作记录；时效由对方提出"),
        hinted(field("employment_ended_on", "劳动关系哪一天终止", "Employment ended on", Kind::Later), "还在职的不填"),
    ] },
    Act { key: "contact", procedure: LABOUR, states: &["received"], roles: REGISTRY, zh: "联系申请人", en: "Contact the applicant", send: contact, fields: &[ON] },
    Act { key: "accept", procedure: LABOUR, states: &["applied", "unanswered"], roles: OFFICE, zh: "受理", en: "Accept", send: accept, fields: &[ON] },
    Act { key: "refuse", procedure: LABOUR, states: &["applied", "unanswered"], roles: OFFICE, zh: "不予受理", en: "Refuse", send: refuse, fields: &[one("ground", "理由（办案规则第三十条）", "Ground", GROUND), ON] },
    Act { key: "serve_copy", procedure: LABOUR, states: &["hearing", "stayed", "overdue"], roles: REGISTRY, zh: "送达申请书副本", en: "Serve the copy", send: serve_copy, fields: &[PARTY, ON] },
    Act { key: "file_defence", procedure: LABOUR, states: &["hearing", "stayed", "overdue"], roles: REGISTRY, zh: "收到答辩书", en: "A defence is in", send: defence, fields: &[PARTY, ON] },
    Act { key: "forward_defence", procedure: LABOUR, states: &["hearing", "stayed", "overdue"], roles: REGISTRY, zh: "送达答辩书副本", en: "Forward the defence", send: forward, fields: &[ON] },
    Act { key: "forgo", procedure: LABOUR, states: &["received"], roles: OFFICE, zh: "记录不申请仲裁", en: "The applicant does not apply", send: forgo, fields: &[ON] },
];

/// What may come at any time.
#[rustfmt::skip]
pub(in crate::pages::acts) const LATER: &[Act] = &[
    Act { key: "represent", procedure: LABOUR, states: &["applied", "unanswered", "hearing", "stayed", "overdue"], roles: REGISTRY, zh: "登记推举的代表", en: "Record the representatives", send: represent, fields: &[
        hinted(field("representatives", "代表", "Representatives", Kind::Parties), "三至五名"), ON,
    ] },
    Act { key: "raise_limitation", procedure: LABOUR, states: &["hearing", "stayed", "overdue"], roles: REGISTRY, zh: "登记时效抗辩", en: "Limitation is pleaded", send: limitation, fields: &[PARTY, ON] },
    Act { key: "withdraw", procedure: LABOUR, states: &["applied", "unanswered", "hearing", "stayed", "overdue"], roles: REGISTRY, zh: "撤回仲裁申请", en: "Withdraw", send: withdraw, fields: &[
        field("applicants", "哪些申请人", "Who", Kind::Parties), flag("settled", "双方已经和解", "They settled"), ON,
    ] },
    Act { key: "lapse_acceptance", procedure: LABOUR, states: &["applied"], roles: DIRECTOR, zh: "记录逾期未作受理决定", en: "Five days passed unanswered", send: lapse, fields: &[] },
];
