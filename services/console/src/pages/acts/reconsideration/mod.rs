//! 行政复议: from the application to the decision and what follows from it.

pub(in crate::pages) mod door;
pub(in crate::pages) mod outcome;
pub(in crate::pages) mod review;

use jiefen_proto::jiefen::administrative::v1 as pb;
use jiefen_vocab::Role::{self, ReviewHead, Reviewer, WindowClerk};

use super::Act;
use super::fields::{Choice, Field, Kind, Read, field};
use super::usual::{flag, hinted, one};

const REGISTRY: &[Role] = &[WindowClerk, Reviewer, ReviewHead];
const OFFICE: &[Role] = &[Reviewer, ReviewHead];
const HEAD: &[Role] = &[ReviewHead];

/// Why an application is not accepted, or dismissed later.
const GROUND: &[Choice] = &[
    ("wrong_parties", "没有明确的申请人或者符合规定的被申请人", "wrong parties"),
    ("no_interest", "与行政行为没有利害关系", "no interest"),
    ("no_clear_claim", "没有具体的请求和理由", "no clear claim"),
    ("late", "超过法定申请期限", "late"),
    ("out_of_scope", "不属于行政复议范围", "out of scope"),
    ("not_ours", "不属于本机关管辖", "not ours"),
    ("already_reviewed", "同一行政行为已申请复议并被受理", "already reviewed"),
    ("suit_pending", "人民法院已受理同一行政行为的诉讼", "a suit is pending"),
];
pub(in crate::pages) const ACT_KIND: &[Choice] = &[
    ("on_the_spot", "当场作出的处罚等", "made on the spot"),
    ("warning", "警告、通报批评", "warning"),
    ("penalty", "罚款、没收等处罚", "penalty"),
    ("coercion", "行政强制", "coercion"),
    ("licence", "行政许可", "licence"),
    ("natural_resource", "自然资源权属", "natural resources"),
    ("expropriation", "征收征用及其补偿", "expropriation"),
    ("failure_to_act", "不履行法定职责", "failure to act"),
    ("information", "政府信息公开", "information"),
    ("agreement", "行政协议", "agreement"),
    ("agency_mediation", "对民事纠纷作出的调解", "mediation by an agency"),
    ("other", "其他", "other"),
];
pub(in crate::pages) const TOLD: &[Choice] = &[
    ("with_act", "作出时就告知了", "with the act"),
    ("learnt", "后来才知道", "learnt later"),
    ("never", "一直没有告知", "never"),
];

pub(super) const KIND: Field = one("act_kind", "被复议的行政行为", "Kind of act", ACT_KIND);
pub(super) const MADE_ON: Field =
    hinted(field("made_on", "哪一天作出", "Made on", Kind::Later), "不履行职责的不填");
pub(super) const KNEW_ON: Field = field("knew_on", "申请人哪一天知道", "Knew on", Kind::Later);
pub(super) const WHEN_TOLD: Field =
    one("told", "有没有告知复议权利、机关和期限", "Told of right, body and limit", TOLD);
pub(super) const LEARNT_ON: Field =
    hinted(field("learnt_on", "后来哪一天知道", "Learnt on", Kind::Later), "后来才知道的填写");
pub(super) const REAL_ESTATE: Field = flag("real_estate", "涉及不动产", "Real estate");
pub(super) const AMOUNT: Field =
    hinted(field("amount", "涉及金额（元）", "Amount, yuan", Kind::Yuan), "没有的不填");
pub(super) const LONGER: Field = hinted(
    field("longer_until", "其他法律规定的更长期限到哪一天", "Longer limit until", Kind::Later),
    "没有的不填",
);
pub(super) const EXCUSED: Field = hinted(
    field(
        "excused",
        "因不可抗力等正当理由耽误的日子",
        "Days lost for good cause",
        Kind::Rows(&[
            field("from", "从哪一天", "From", Kind::Later),
            field("to", "到哪一天", "To", Kind::Later),
        ]),
    ),
    "没有的不填",
);

/// The act under review as a form tells it.
pub(super) fn act(read: &mut Read<'_>) -> pb::Act {
    let rows = read.rows("excused");
    pb::Act {
        kind: read.text("act_kind"),
        made_on: read.day("made_on"),
        knew_on: read.day("knew_on"),
        told: read.text("told"),
        learnt_on: read.day("learnt_on"),
        real_estate: read.flag("real_estate"),
        amount_fen: read.yuan("amount"),
        longer_until: read.day("longer_until"),
        excused: rows
            .into_iter()
            .map(|row| pb::Days {
                from: read.day_in("excused", &format!("{row}.from")),
                to: read.day_in("excused", &format!("{row}.to")),
            })
            .collect(),
    }
}

const DUTY_PARTY: Field =
    hinted(field("duty_party", "谁要履行", "Whose duty", Kind::Party), "没有要履行的不选");
const DUTY_BY: Field = field("duty_by", "最迟哪一天履行", "By", Kind::Later);
const DUTY_AMOUNT: Field =
    hinted(field("duty_amount", "履行金额（元）", "Amount, yuan", Kind::Yuan), "不是要钱的不填");

/// What somebody must do, when anything.
fn duty(read: &mut Read<'_>) -> Option<pb::Duty> {
    let party = read.number_or_none("duty_party");
    let by = read.day("duty_by");
    let amount_fen = read.yuan("duty_amount");
    let nothing = party == 0 && by.is_none() && amount_fen.is_none();
    (!nothing).then_some(pb::Duty { party, by, amount_fen })
}

/// Every act, in the order of the procedure.
pub(super) fn acts() -> impl Iterator<Item = &'static Act> {
    door::ACTS.iter().chain(review::ACTS).chain(outcome::ACTS)
}
