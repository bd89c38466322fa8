//! 中立第三方主持的调解: what a mediator does who is named as a neutral: in the trade's own body, in a lawyers'
//! studio.

/// What mediations under a named neutral send alike: each verb and its request.
macro_rules! alike {
    (
        $give_consent:ident $give_consent_m:ident,
        $refuse_consent:ident $refuse_consent_m:ident,
        $withdraw_consent:ident $withdraw_consent_m:ident,
        $disclose:ident $disclose_m:ident,
        $waive:ident $waive_m:ident,
        $challenge:ident $challenge_m:ident,
        $decide_challenge:ident $decide_challenge_m:ident,
        $replace:ident $replace_m:ident,
        $schedule:ident $schedule_m:ident,
        $hold:ident $hold_m:ident,
        $extend:ident $extend_m:ident,
        $confirm_text:ident $confirm_text_m:ident,
        $note_application:ident $note_application_m:ident,
        $close_window:ident $close_window_m:ident,
        $end_failed:ident $end_failed_m:ident,
        $end_sham:ident $end_sham_m:ident,
        $lapse:ident $lapse_m:ident,
        $put_text:ident $put_text_m:ident,
    ) => {
        sends! {
            MediationServiceClient at AREA, head = head, after = case(case);

            fn consent = $give_consent($give_consent_m) |read, sent| {
                party: read.number("party"), how: read.text("how"), on: read.day("on"),
            }
            fn refuse = $refuse_consent($refuse_consent_m) |read, sent| {
                party: read.number("party"), on: read.day("on"),
            }
            fn withdraw = $withdraw_consent($withdraw_consent_m) |read, sent| {
                party: read.number("party"), how: read.text("how"),
            }
            fn disclose = $disclose($disclose_m) |read, sent| {
                interest: read.text("interest"), on: read.day("on"),
            }
            fn waive = $waive($waive_m) |read, sent| {
                party: read.number("party"), on: read.day("on"),
            }
            fn challenge = $challenge($challenge_m) |read, sent| {
                party: read.number("party"), interest: read.text("interest"), on: read.day("on"),
            }
            fn decide = $decide_challenge($decide_challenge_m) |read, sent| {
                granted: read.text("granted") == "yes", on: read.day("on"),
            }
            fn replace = $replace($replace_m) |read, sent| {
                mediator: candidate(&read, "mediator"), on: read.day("on"),
            }
            fn schedule = $schedule($schedule_m) |read, sent| {
                on: read.day("on"), place: read.text("place"), mode: read.text("mode"),
            }
            fn hold = $hold($hold_m) |read, sent| {
                on: read.day("on"),
                place: read.text("place"),
                mode: read.text("mode"),
                present: read.numbers("present"),
                guardians: read.numbers("guardians"),
                reached: read.text("reached"),
                record: read.text("record"),
            }
            fn extend = $extend($extend_m) |read, sent| {
                days: read.count("days"), agreed: read.numbers("agreed"), on: read.day("on"),
            }
            fn confirm = $confirm_text($confirm_text_m) |read, sent| {
                party: read.number("party"),
                hash: text::before(&mut read, &sent).unwrap_or_default().hash,
                on: read.day("on"),
            }
            fn apply = $note_application($note_application_m) |read, sent| {
                window: read.text("window"), on: read.day("on"),
            }
            fn close = $close_window($close_window_m) |read, sent| {
                window: read.text("window"),
            }
            fn failed = $end_failed($end_failed_m) |read, sent| {
                on: read.day("on"),
                undisputed: read.text("undisputed"),
                facts_agreed: read.numbers("facts_agreed"),
            }
            fn sham = $end_sham($end_sham_m) |read, sent| { on: read.day("on") }
            fn lapse = $lapse($lapse_m) |read, sent| {}
        }

        /// Puts the text before the parties, under the hash that the service makes of it.
        fn put_text(sent: Sent<'_>) -> Sending<'_> {
            Box::pin(async move {
                let mut read = Read::new(sent.form);
                let (draft, on) = (text::draft(&mut read), read.day("on"));
                read.done()?;
                let draft = text::hashed(&sent, draft).await?;
                let message = pb::$put_text_m { head: sent.head(), draft, on };
                let (console, staff, area) = (sent.console, sent.staff, sent.area);
                let answer = ask!(console, staff, area, MediationServiceClient, $put_text, message);
                Ok(After::case(answer?.case))
            })
        }
    };
}

pub(super) mod industry;
pub(super) mod lawyer;
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
pub(in crate::pages) const HOST: &[Choice] = &[
    ("court", "人民法院律师调解工作室（不收费）", "a court's studio, free"),
    ("legal_service", "公共法律服务中心、站（不收费）", "a public legal service's studio, free"),
    ("bar_association", "律师协会律师调解中心（不收费）", "the bar association's centre, free"),
    ("law_firm", "律师事务所调解工作室（可以低价收费）", "a law firm's studio"),
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
const ROSTER: Field = flag("on_roster", "在律师调解员名册里", "On the roster of lawyer mediators");
const TRAINED: Field = flag("trained", "经过上岗培训", "Trained before entry");
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
    industry::ACTS.iter().chain(lawyer::ACTS)
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

/// The brief with the words of the parties who come to the body's own window.
fn applied(
    brief: Option<common::Brief>,
    parties: &[u32],
    on: Option<common::Date>,
) -> Option<common::Brief> {
    let mut brief = brief?;
    for party in parties {
        let (to, by) = (brief.track.clone(), "counter".to_owned());
        brief.consents.push(common::Consent { party: *party, to, given: true, on, by });
    }
    Some(brief)
}
