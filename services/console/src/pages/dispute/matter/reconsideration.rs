//! The file of the reconsideration office.

use jiefen_proto::jiefen::administrative::v1 as pb;
use jiff::civil::Date;

use super::{Facts, iso_or_none, yuan};
use crate::layout::agency_name;
use crate::pages::acts::fields::Choice;
use crate::pages::acts::likely::passed;
use crate::pages::acts::reconsideration::{ACT_KIND, TOLD};

const TRACK: &[Choice] =
    &[("ordinary", "普通程序", "ordinary"), ("simplified", "简易程序", "simplified")];
const RESULT: &[Choice] = &[
    ("refused", "不予受理", "not accepted"),
    ("dismissed", "驳回申请", "dismissed"),
    ("mediated", "调解书", "mediation statement"),
    ("change", "变更", "change"),
    ("annul", "撤销或者部分撤销", "annul"),
    ("annul_and_redo", "撤销并责令重新作出", "annul and redo"),
    ("confirm_unlawful", "确认违法", "unlawful"),
    ("order_to_act", "责令限期履行", "order to act"),
    ("confirm_void", "确认无效", "void"),
    ("uphold", "维持", "uphold"),
    ("dismiss_claim", "驳回复议请求", "claim dismissed"),
    ("order_under_agreement", "责令履行协议、补救或者补偿", "order under an agreement"),
];
const SETTLED: &[Choice] =
    &[("performed", "已履行", "performed"), ("enforced", "已转强制执行", "enforced")];
const HOW: &[Choice] = &[
    ("abandoned", "逾期不补正，视为放弃", "abandoned"),
    ("not_open", "不予受理或者驳回", "not open"),
    ("withdrawn", "准予撤回", "withdrawn"),
    ("settled", "和解撤回", "settled"),
    ("terminated", "终止", "terminated"),
    ("suspension_over", "中止满六十日终止", "suspension over"),
    ("in_court", "已起诉", "in court"),
    ("concluded", "复议决定生效", "concluded"),
    ("mediated", "调解书生效", "mediated"),
    ("performed", "已履行", "performed"),
    ("enforced", "已转强制执行", "enforced"),
];

/// One reconsideration.
pub(super) fn facts(facts: &mut Facts<'_>, own: &pb::Reconsideration) {
    facts.add("案号", "Case number", &own.number);
    facts.day("收到申请", "Applied", own.applied_on.as_ref());
    facts.people("申请人", "Applicants", &own.applicants);
    match &own.act {
        Some(act) => {
            facts.code("行政行为", "Act", ACT_KIND, &act.kind);
            facts.day("作出", "Made on", act.made_on.as_ref());
            facts.day("申请人知道", "Known since", act.knew_on.as_ref());
            facts.code("告知", "Told", TOLD, &act.told);
            let amount = act.amount_fen.map(|fen| format!("{}元", yuan(fen)));
            facts.add("涉及金额", "Amount", amount.unwrap_or_default());
        }
        None => {
            let text = facts.t("还没有登记", "not registered yet");
            facts.add("行政行为", "Act", text);
        }
    }
    facts.add("复议人员", "Reviewer", &own.reviewer);
    if let Some(correcting) = &own.correcting {
        facts.day("通知补正", "Corrections asked", correcting.asked_on.as_ref());
        facts.day("补正通知送达", "Notice received", correcting.served_on.as_ref());
    }
    if let Some(review) = &own.review {
        review_facts(facts, review);
    }
    for withdrawal in &own.withdrawals {
        let text = format!("{} {}", facts.name(withdrawal.party), facts.on(withdrawal.on.as_ref()));
        facts.add("要求撤回", "Withdrawal asked", text);
    }
    if let Some(decided) = &own.decided {
        decided_facts(facts, decided);
    }
    for opinion in &own.opinions {
        let reported = match &opinion.reported_on {
            Some(on) => format!("{} {}", facts.t("已报告", "reported"), facts.on(Some(on))),
            None => facts.t("等待报告", "no report yet").to_owned(),
        };
        facts.add("意见书", "Opinion", format!("{} {reported}", agency_name(&opinion.agency)));
    }
    if let Some(ended) = &own.ended {
        facts.code("结果", "Ended", HOW, &ended.how);
        facts.day("结案", "Ended on", ended.on.as_ref());
    }
}

fn review_facts(facts: &mut Facts<'_>, review: &pb::Review) {
    facts.day("受理", "Accepted", review.accepted_on.as_ref());
    facts.code("适用程序", "Procedure", TRACK, &review.track);
    for (zh, en, days) in
        [("副本送达", "Copy served", &review.served), ("书面答复", "Reply", &review.replied)]
    {
        for day in days {
            let text = format!("{} {}", facts.name(day.party), facts.on(day.on.as_ref()));
            facts.add(zh, en, text);
        }
    }
    facts.people("逾期没有答复", "No reply in time", &review.silent);
    facts.day("听取意见", "Parties heard", review.parties_heard_on.as_ref());
    facts.day("听证时间", "Hearing on", review.hearing_on.as_ref());
    facts.day("已听证", "Heard on", review.heard_on.as_ref());
    if let Some(statement) = &review.statement {
        facts.day("调解书", "Statement", statement.made_on.as_ref());
        facts.people("已签字", "Signed", &statement.signed);
    }
    facts.day("逾期未决定", "Overdue since", review.overdue_on.as_ref());
}

fn decided_facts(facts: &mut Facts<'_>, decided: &pb::Decided) {
    facts.code("决定", "Decision", RESULT, &decided.result);
    facts.day("决定日期", "Decided on", decided.on.as_ref());
    if let Some(duty) = &decided.duty {
        let by = facts.on(duty.by.as_ref());
        let amount = duty.amount_fen.map(|fen| format!(" {}元", yuan(fen))).unwrap_or_default();
        facts.add("要履行的", "Duty", format!("{}{amount} {by}", facts.name(duty.party)));
    }
    for received in &decided.received {
        let text = format!("{} {}", facts.name(received.party), facts.on(received.on.as_ref()));
        facts.add("送达", "Served", text);
    }
    facts.people("已起诉", "Sued", &decided.sued);
    facts.code("履行情况", "Settled", SETTLED, &decided.settled);
}

/// The opinions that wait for a report.
pub(super) fn opinions(own: &pb::Reconsideration) -> Vec<(String, String)> {
    let open = own.opinions.iter().filter(|opinion| opinion.reported_on.is_none());
    open.map(|opinion| (opinion.no.to_string(), agency_name(&opinion.agency))).collect()
}

/// Who reviews, and when the parties are heard: as it was set before.
pub(super) fn review(own: &pb::Reconsideration, act: &str, today: Date) -> Vec<(String, String)> {
    let set = own.review.as_ref().map(|review| iso_or_none(review.hearing_on.as_ref()));
    let set = set.unwrap_or_default();
    match act {
        "accept" | "name_reviewer" => vec![("reviewer".to_owned(), own.reviewer.clone())],
        "notify_hearing" => vec![("hearing_on".to_owned(), set)],
        "hold_hearing" => {
            vec![("on".to_owned(), passed(set, today)), ("chair".to_owned(), own.reviewer.clone())]
        }
        _ => Vec::new(),
    }
}

/// The act as it is registered.
pub(super) fn act(own: &pb::Reconsideration) -> Vec<(String, String)> {
    let Some(act) = &own.act else { return Vec::new() };
    let field = |name: &str, value: String| (name.to_owned(), value);
    let mut known = vec![
        field("act_kind", act.kind.clone()),
        field("made_on", iso_or_none(act.made_on.as_ref())),
        field("knew_on", iso_or_none(act.knew_on.as_ref())),
        field("told", act.told.clone()),
        field("learnt_on", iso_or_none(act.learnt_on.as_ref())),
        field("amount", act.amount_fen.map(yuan).unwrap_or_default()),
        field("longer_until", iso_or_none(act.longer_until.as_ref())),
    ];
    if act.real_estate {
        known.push(field("real_estate", "yes".to_owned()));
    }
    for (row, days) in act.excused.iter().enumerate() {
        known.push(field(&format!("excused.{row}.from"), iso_or_none(days.from.as_ref())));
        known.push(field(&format!("excused.{row}.to"), iso_or_none(days.to.as_ref())));
    }
    known
}
