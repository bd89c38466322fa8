//! 中立第三方主持的调解: what a mediator does who is named as a neutral, in the trade's own body.

pub(super) mod industry;
mod text;

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::mediation::v1 as pb;
use jiefen_vocab::Role::{self, MediationHead, Mediator, WindowClerk};

use super::Act;
use super::fields::{Choice, Field, HOW, Kind, Read, field};
use super::usual::{flag, hinted, one};

const HEAD: &[Role] = &[MediationHead];
const BOTH: &[Role] = &[Mediator, MediationHead];
const COUNTER: &[Role] = &[WindowClerk, Mediator, MediationHead];
const AREA: Option<Area> = Some(Area::Mediation);

pub(in crate::pages) const MODE: &[Choice] = &[
    ("together", "面对面", "together"),
    ("apart", "背对背", "apart"),
    ("video", "视频", "video"),
    ("phone", "电话", "phone"),
];
pub(in crate::pages) const REACHED: &[Choice] = &[
    ("goes_on", "继续调解", "goes on"),
    ("agreed_in_substance", "基本达成一致", "agreed in substance"),
    ("no_agreement", "未能达成一致", "no agreement"),
];
pub(in crate::pages) const INTEREST: &[Choice] = &[
    ("relative", "是当事人或者其代理人的近亲属", "a close relative"),
    ("stake", "与纠纷有利害关系", "has a stake"),
    ("agent", "担任或者曾担任一方的代理人、法律顾问", "acts or acted for a party"),
    ("employee", "受雇于一方当事人", "employed by a party"),
    ("other", "有其他可能影响公正调解的关系", "another tie"),
];
/// The same where nothing may have been found.
const FOUND: &[Choice] = &[
    ("", "没有", "none"),
    ("relative", "是当事人或者其代理人的近亲属", "a close relative"),
    ("stake", "与纠纷有利害关系", "has a stake"),
    ("agent", "担任或者曾担任一方的代理人、法律顾问", "acts or acted for a party"),
    ("employee", "受雇于一方当事人", "employed by a party"),
    ("other", "有其他可能影响公正调解的关系", "another tie"),
];
pub(in crate::pages) const WINDOW: &[Choice] = &[
    ("confirmation", "共同申请司法确认", "joint judicial confirmation"),
    ("labour_confirmation", "就金钱部分申请司法确认", "confirmation of money items"),
    ("arbitral_review", "共同申请仲裁审查", "joint arbitral review"),
];
pub(in crate::pages) const TRADE: &[Choice] = &[
    ("association", "行业协会、商会调解组织", "an association or chamber"),
    ("financial", "金融纠纷第三方调解组织", "a financial body"),
];
const GRANTED: &[Choice] = &[
    ("yes", "同意回避，调解员退出", "the neutral leaves"),
    ("no", "驳回，继续调解", "it goes on"),
];

const NEXT_ON: Field = field("on", "定在哪一天", "On", Kind::Later);
const PLACE: Field = field("place", "地点或者平台", "Place", Kind::Text);
const FORM: Field = field("mode", "方式", "Form", Kind::One(MODE));
const HOW_SAID: Field = field("how", "怎么表示的", "How", Kind::One(HOW));
const NEUTRAL: Field = Field {
    name: "mediator",
    zh: "调解员工号",
    en: "Neutral, staff id",
    hint: "可以从本单位名册里选，也可以直接写",
    kind: Kind::Mediator,
};
const CHECKED: Field =
    flag("checked", "已核查与各方没有利害关系，或者已经披露", "Checked for conflicts of interest");
const TIE: Field = one("interest", "查到或者披露的关系", "What was found", FOUND);
const MEMBERS: Field = Field {
    name: "members",
    zh: "哪些当事人是本组织会员或者出资人",
    en: "Which parties are members",
    hint: "都不是的不选；有会员的，由会员以外的人主持，非会员一方同意的除外",
    kind: Kind::Parties,
};
const LINKED: Field = hinted(
    flag("court_linked", "本组织与法院建立了诉调对接", "The body is linked with the court"),
    "对接的组织才可以提出无异议调解方案",
);
/// The text that was shown when the form was opened: nobody confirms or signs another one.
const TEXT: Field = field("text", "哪一稿", "Which text", Kind::Of("text"));
const WINDOWS: Field = field("window", "申请什么", "What for", Kind::Of("windows"));

/// Every act, in the order of a mediation.
pub(super) fn acts() -> impl Iterator<Item = &'static Act> {
    industry::ACTS.iter()
}

/// A person to be named, as the form says it.
fn candidate(read: &Read<'_>, field: &str) -> Option<pb::Candidate> {
    Some(pb::Candidate {
        person: read.text(field),
        on_roster: read.flag("on_roster"),
        trained: read.flag("trained"),
        checked: read.flag("checked"),
        interest: read.text("interest"),
    })
}

/// What each row says that a party pays.
fn shares(read: &mut Read<'_>) -> Vec<pb::FeeShare> {
    let rows = read.rows("shares");
    let share = |row: String| pb::FeeShare {
        party: read.number_or_none(&format!("{row}.party")),
        amount_fen: read.yuan_in("shares", &format!("{row}.amount")).unwrap_or_default(),
    };
    rows.into_iter().map(share).collect()
}

/// The brief with the word of the party who applies at the body's own window.
fn applied(
    brief: Option<common::Brief>,
    party: u32,
    on: Option<common::Date>,
) -> Option<common::Brief> {
    let mut brief = brief?;
    let (to, by) = (brief.track.clone(), "counter".to_owned());
    brief.consents.push(common::Consent { party, to, given: true, on, by });
    Some(brief)
}
