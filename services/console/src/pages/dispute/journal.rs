//! What happened, newest first, in words.

mod deciding;

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::node::v1 as node;
use jiefen_proto::jiefen::node::v1::node_service_client::NodeServiceClient;

use crate::accounts::Names;
use crate::layout::agency_name;
use crate::lines::ask;
use crate::session::Staff;
use crate::told::Told;
use crate::{Console, words};

/// How many pages of the journal are read: a dispute has tens of entries, not thousands.
const PAGES: usize = 5;
const ROWS: i32 = 200;

/// Something that happened.
pub(crate) struct Entry {
    pub(crate) what: &'static str,
    /// How often in a row, on one day by one person.
    pub(crate) times: u32,
    pub(crate) when: String,
    pub(crate) who: String,
    /// The person as the services know them.
    pub(crate) person: String,
}

/// Where in a journal to read on.
#[derive(Clone, Copy)]
pub(crate) struct From<'a> {
    pub(crate) area: Area,
    pub(crate) dispute: &'a str,
    /// The number of the last entry that was seen; 0: none.
    pub(crate) seq: i64,
}

/// The entries after that one, newest first, and the number of the last one. Steps of the machine that mean nothing to
/// people are left out.
pub(crate) async fn entries(
    console: &Console,
    staff: &Staff,
    english: bool,
    from: From<'_>,
) -> Result<(Vec<Entry>, i64), Told> {
    // The ids of another unit's staff are its own.
    let (own, names) = (console.agency.to_string(), Names::of(&console.accounts));
    let named = |entry: &node::JournalEntry| match entry.actor_agency == own {
        true => names.called(&entry.actor_person),
        false => entry.actor_person.clone(),
    };
    let mut found = Vec::new();
    let mut last = from.seq;
    let mut page_token = if from.seq > 0 { from.seq.to_string() } else { String::new() };
    for _ in 0..PAGES {
        let dispute = from.dispute.to_owned();
        let message = node::ListJournalRequest { dispute, page_size: ROWS, page_token };
        let page = ask!(console, staff, from.area, NodeServiceClient, list_journal, message)?;
        last = page.entries.last().map_or(last, |entry| entry.seq);
        let shown =
            page.entries.into_iter().filter_map(|entry| shown(named(&entry), entry, english));
        found.extend(shown);
        page_token = page.next_page_token;
        if page_token.is_empty() {
            break;
        }
    }
    found.reverse();
    Ok((folded(found), last))
}

/// What the same person did several times in a row at one time is one line.
fn folded(entries: Vec<Entry>) -> Vec<Entry> {
    let mut folded: Vec<Entry> = Vec::new();
    for entry in entries {
        match folded.last_mut() {
            Some(last)
                if (last.what, &last.when, &last.who) == (entry.what, &entry.when, &entry.who) =>
            {
                last.times += 1;
            }
            Some(_) | None => folded.push(entry),
        }
    }
    folded
}

/// What a fact is called; as the service calls it when no word is known.
pub(in crate::pages) fn word(fact: &str, english: bool) -> String {
    let found = FACTS.iter().chain(deciding::FACTS).find(|(known, ..)| *known == fact);
    found.map_or(fact, |(_, zh, en)| if english { en } else { zh }).to_owned()
}

fn shown(person: String, entry: node::JournalEntry, english: bool) -> Option<Entry> {
    let mut facts = FACTS.iter().chain(deciding::FACTS);
    let (_, zh, en) = facts.find(|(fact, ..)| *fact == entry.fact)?;
    let agency = agency_name(&entry.actor_agency);
    Some(Entry {
        what: if english { en } else { zh },
        times: 1,
        when: words::day(&entry.occurred_at, english),
        who: match entry.actor_role.as_str() {
            "system" => agency,
            "party" if english => "the party itself, online".to_owned(),
            "party" => "当事人本人，网上".to_owned(),
            _ => format!("{agency} {person}"),
        },
        person: entry.actor_person,
    })
}

/// What the facts are called.
#[rustfmt::skip]
const FACTS: &[(&str, &str, &str)] = &[
    ("detected", "排查发现", "found by screening"),
    ("inquiry_recorded", "收到反映，出具回执", "inquiry recorded, receipt issued"),
    ("taken_over", "接收承办", "taken over"),
    ("registered", "登记", "registered"),
    ("request_lodged", "当事人来件", "a party asked something"),
    ("request_answered", "答复当事人来件", "the party's request answered"),
    ("answered", "当场答复", "answered at once"),
    ("merged", "并入另一件", "joined to another"),
    ("unmerged", "撤销并案", "joining undone"),
    ("absorbed", "接收并案", "another one joined"),
    ("released", "解除并案", "released"),
    ("linked", "关联另一件", "linked to another"),
    ("split_off", "分出一件", "split"),
    ("classified", "梳理分类", "sorted"),
    ("routes_offered", "告知可走的途径", "routes shown"),
    ("route_chosen", "当事人选定途径", "route chosen"),
    ("own_track_opened", "本单位受理", "accepted by this unit"),
    ("designation_requested", "请求上级指定", "designation requested"),
    ("designated", "指定承办单位", "unit designated"),
    ("objected", "对指定提出异议", "designation objected to"),
    ("designation_final", "指定生效", "designation final"),
    ("offered", "移送，等待签收", "handed over, not yet accepted"),
    ("accepted", "受理／签收", "accepted"),
    ("declined", "退回", "declined"),
    ("offer_expired", "逾期未签收", "not answered in time"),
    ("recalled", "撤回移送", "recalled"),
    ("back_to_triage", "回到本单位重新安排", "back to be placed again"),
    ("progress_noted", "办理进展", "progress"),
    ("track_ended", "一条途径办结", "a track ended"),
    ("agreement_made", "达成协议", "agreement made"),
    ("decision_made", "作出裁决或决定", "decided"),
    ("went_unresolved", "未能化解", "unresolved"),
    ("confirmation_ended", "司法确认有结果", "confirmation ended"),
    ("escalated", "上报", "escalated"),
    ("escalation_accepted", "上级已接收", "escalation accepted"),
    ("returned_down", "上级交回", "returned"),
    ("suspended", "中止", "suspended"),
    ("resumed", "恢复", "resumed"),
    ("withdrawn", "撤回", "withdrawn"),
    ("follow_up_started", "开始跟进履行", "follow-up began"),
    ("obligation_performed", "履行一项", "an obligation performed"),
    ("breached", "未按协议履行", "breached"),
    ("performed_in_full", "全部履行", "performed in full"),
    ("notice_served", "送达通知", "notice served"),
    ("channel_answered", "答复来源渠道", "channel answered"),
    ("consent_recorded", "记录当事人意愿", "consent recorded"),
    ("attached", "收存材料", "paper filed"),
    ("representatives_named", "推选代表人", "representatives named"),
    ("person_named", "确定承办人", "person named"),
    ("closed", "结案", "closed"),
    ("visited", "回访", "visited"),
    ("archived", "归档", "archived"),
    ("reopened", "重启", "reopened"),
    ("chased", "到期提醒", "deadline passed, reminded"),
    ("right_lapsed", "权利期限已过", "a right lapsed"),
    ("opened", "开始征求调解意愿", "mediation opened"),
    ("consent_given", "一方同意调解", "a party agreed to mediation"),
    ("consent_refused", "一方不同意调解", "a party refused mediation"),
    ("consent_withdrawn", "一方不再同意调解", "consent withdrawn"),
    ("mediator_chosen", "更换调解员", "another mediator"),
    ("mediator_objected", "对调解员提出异议", "mediator objected to"),
    ("session_scheduled", "安排调解", "session set"),
    ("session_held", "调解一次", "session held"),
    ("term_extended", "延长调解期限", "term extended"),
    ("appraisal_begun", "开始鉴定", "appraisal began"),
    ("appraisal_ended", "鉴定结束", "appraisal ended"),
    ("danger_reported", "报告危险", "danger reported"),
    ("agreement_drafted", "提出协议草稿", "agreement drafted"),
    ("draft_confirmed", "一方确认协议文本", "text confirmed by a party"),
    ("agreement_signed", "签名或盖章", "signed"),
    ("agreement_in_force", "协议生效", "agreement in force"),
    ("application_noted", "共同申请确认", "joint application noted"),
    ("force_raised", "协议效力提升", "force raised"),
    ("obligation_broken", "未按期履行", "an obligation broken"),
    ("ended", "调解结束", "mediation ended"),
    ("handoff.holding_began", "由本单位承办", "held by this unit"),
    ("handoff.offered", "发出移送", "offer sent"),
    ("handoff.material_asked", "向保存单位调取材料", "bytes of a material asked for"),
    ("handoff.material_filed", "收存材料", "material filed"),
    ("handoff.material_given", "向参办单位提供材料", "material given to a unit"),
    ("handoff.material_heard", "另一单位收存材料", "another unit filed a material"),
    ("handoff.materials_told", "向参办单位通报材料", "units told of a material"),
    ("handoff.paper_issued", "另一单位出具文书", "another unit issued a paper"),
    ("handoff.passed", "责任移交完成", "responsibility passed"),
    ("clock_expired", "期限届满", "a deadline passed"),
];
