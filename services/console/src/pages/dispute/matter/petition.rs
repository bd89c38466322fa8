//! The file of the petition office.

use jiefen_proto::jiefen::petition::v1 as pb;

use super::{Facts, iso_or_none};
use crate::layout::agency_name;
use crate::pages::acts::begin::{FORM, MATTER};
use crate::pages::acts::fields::Choice;
use crate::pages::acts::petition::VERDICT;
use crate::words;

const BRANCH: &[Choice] = &[
    ("legal", "第三十一条（一）司法机关法定程序", "art. 31 (1) courts, procuratorate, police"),
    ("arbitration", "第三十一条（二）仲裁程序", "art. 31 (2) arbitration"),
    ("party_appeal", "第三十一条（三）党员申诉、申请复审", "art. 31 (3) appeals of party members"),
    (
        "administrative_procedure",
        "第三十一条（四）行政程序",
        "art. 31 (4) administrative procedures",
    ),
    ("duty_to_act", "第三十一条（五）依法履行职责", "art. 31 (5) a duty to act"),
    ("opinion", "第三十一条（六）信访处理意见", "art. 31 (6) a petition opinion"),
];
const HOW: &[Choice] = &[
    ("in_hand", "已在办理，不予受理", "in hand elsewhere"),
    ("road_ended", "已复核终结，不予受理", "its road had ended"),
    ("routed", "导入法定途径", "led to its statutory route"),
    ("transferred", "转有权机关", "transferred"),
    ("answered", "已回复", "answered"),
    ("settled", "调解或者和解", "settled"),
    ("opinion_stands", "处理意见成为最终", "the opinion stands"),
    ("review_stands", "复查意见成为最终", "the review stands"),
    ("terminated", "复核终结", "terminated"),
    ("withdrawn", "信访人撤回", "withdrawn"),
];

/// What was sorted and proposed before.
pub(super) fn known(own: &pb::Petition, act: &str) -> Vec<(String, String)> {
    let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let proposed = own.objected.as_ref().map_or("", |objected| objected.proposes.as_str());
    let report_by = own.handed.as_ref().map(|handed| iso_or_none(handed.report_by.as_ref()));
    match (act, &own.classified) {
        ("classify", Some(sorted)) => {
            vec![field("branch", &sorted.branch), field("route", &sorted.route)]
        }
        ("forward", _) => {
            vec![field("unit", proposed), field("report_by", &report_by.unwrap_or_default())]
        }
        ("designate", _) => vec![field("unit", proposed)],
        _ => Vec::new(),
    }
}

/// One petition.
pub(super) fn facts(facts: &mut Facts<'_>, own: &pb::Petition) {
    facts.add("登记编号", "Number", &own.number);
    facts.day("收到", "Received", own.received_on.as_ref());
    facts.code("形式", "Form", FORM, &own.form);
    facts.code("事项", "Matter", MATTER, &own.matter);
    facts.people("代表", "Representatives", &own.representatives);
    if own.to_report {
        let text = facts.t("重大、紧急，还没有报告", "grave, not reported yet");
        facts.add("报告", "Report", text);
    }
    if let Some(classified) = &own.classified {
        facts.code("分类", "Branch", BRANCH, &classified.branch);
        facts.add("法定途径", "Route", words::track(&classified.route));
    }
    if let Some(handed) = &own.handed {
        let on = facts.on(handed.on.as_ref());
        facts.add("转送、交办", "Forwarded", format!("{} {on}", agency_name(&handed.unit)));
        facts.day("最迟反馈", "Report back by", handed.report_by.as_ref());
        facts.day("对方收到", "Received there", handed.received_on.as_ref());
        let told = if handed.told {
            facts.t("已告知", "told")
        } else {
            facts.t("还没有告知", "not told yet")
        };
        facts.add("告知信访人", "Petitioner", told);
    }
    if let Some(objected) = &own.objected {
        facts.day("对方提出异议", "Objected", objected.on.as_ref());
        let proposes = match objected.proposes.as_str() {
            "" => String::new(),
            unit => agency_name(unit),
        };
        facts.add("对方认为归", "It names", proposes);
    }
    if let Some(handling) = &own.handling {
        facts.day("受理", "Accepted", handling.accepted_on.as_ref());
    }
    for (zh, en, opinion) in [
        ("处理意见", "Opinion", own.opinion.as_ref()),
        ("复查意见", "Review opinion", own.reviewed.as_ref()),
    ] {
        if let Some(opinion) = opinion {
            let on = facts.on(opinion.on.as_ref());
            let verdict = facts.word(VERDICT, &opinion.verdict).to_owned();
            facts.add(zh, en, format!("{verdict} {on}"));
            facts.day("送达", "Served", opinion.served_on.as_ref());
        }
    }
    for (zh, en, asked) in [
        ("请求复查", "Review asked", own.review.as_ref()),
        ("请求复核", "Re-review asked", own.rereview.as_ref()),
    ] {
        facts.day(zh, en, asked.and_then(|asked| asked.on.as_ref()));
        facts.day(
            "听证开始",
            "Hearing since",
            asked.and_then(|asked| asked.hearing_since.as_ref()),
        );
    }
    if let Some(ended) = &own.ended {
        facts.code("结果", "Ended", HOW, &ended.how);
        facts.day("办结", "Ended on", ended.on.as_ref());
    }
}
