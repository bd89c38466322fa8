//! The cockpit and supervision: from a number to the dispute behind it, a letter out and its answer back.

use jiefen_assessment::AssessmentArea;
use jiefen_intake::IntakeArea;
use jiefen_ledger::wire::{date_to, stamp};
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::common::v1::FactHead;
use jiefen_proto::jiefen::{
    handoff::v1 as handoff, intake::v1 as intake, mediation::v1 as mediation,
};
use jiefen_vocab::{DisputeId, Moment, Role};
use prost::Message;

use super::TOWN;
use super::house::{County, House, TODAY, act};

const OFFICE: &str = "640122.assessment";
const COUNTY: &str = "640122.centre";

pub fn dispute(n: u128) -> DisputeId {
    DisputeId::from_bits((5 << 80) | n)
}

pub fn head(n: u128, from: &str) -> Option<FactHead> {
    Some(FactHead {
        dispute: dispute(n).to_string(),
        case: dispute(n).to_string(),
        agency: from.to_owned(),
        occurred_at: Some(stamp(Moment::from_local(TODAY.at(8, 0, 0, 0)))),
        version: 1,
        basis: "T".to_owned(),
    })
}

/// The township that is assessed: its head and a clerk, whose pages reach the office.
pub async fn town(county: &County, office: &House<AssessmentArea>) -> House<IntakeArea> {
    let heads: &[(&str, &[Role])] =
        &[("head", &[Role::CentreDirector]), ("clerk", &[Role::WindowClerk])];
    let limits = jiefen_intake::Limits { paper_bytes: 1024, uploads: 1, draft_days: 30 };
    let add = |routes: &mut _, app| jiefen_intake::add_services(routes, app, &limits);
    let reach = [(Area::Assessment, office.at)];
    county.unit((TOWN, Area::Intake), heads, &reach, add).await
}

/// The office has heard of three disputes: each was registered, offered to a township and left unanswered; of the
/// first there is an agreement, and a time limit that passed.
pub async fn office(county: &County) -> House<AssessmentArea> {
    let people: &[(&str, &[Role])] = &[
        ("leader", &[Role::Leader]),
        ("assessor", &[Role::Assessor]),
        ("guanli", &[Role::Operator]),
    ];
    let add = jiefen_assessment::add_services;
    let mut office = county.unit((OFFICE, Area::Assessment), people, &[], add).await;
    for n in 1..=3 {
        let registered = intake::DisputeRegistered {
            head: head(n, COUNTY),
            kind: "neighbour".to_owned(),
            place: "640122101".to_owned(),
            people: 2,
        };
        hear(&mut office, COUNTY, "jiefen.intake.v1.DisputeRegistered", n, &registered).await;
        let (to, mode) = (TOWN.to_owned(), "transfer".to_owned());
        let epoch = "1.2".to_owned();
        let offered =
            handoff::ReferralOffered { head: head(n, COUNTY), to, mode, epoch: epoch.clone() };
        hear(&mut office, COUNTY, "jiefen.handoff.v1.ReferralOffered", n, &offered).await;
        let expired =
            handoff::ReferralExpired { head: head(n, COUNTY), by: TOWN.to_owned(), epoch };
        hear(&mut office, COUNTY, "jiefen.handoff.v1.ReferralExpired", n, &expired).await;
    }
    let agreed = mediation::AgreementMade {
        head: head(1, COUNTY),
        effective_on: Some(date_to(TODAY)),
        ..Default::default()
    };
    hear(&mut office, COUNTY, "jiefen.mediation.v1.AgreementMade", 1, &agreed).await;
    let late = handoff::ClockExpired {
        head: head(1, COUNTY),
        key: "work".to_owned(),
        rule: "T-B-02".to_owned(),
        due: TODAY.to_string(),
        effect: "overdue".to_owned(),
    };
    hear(&mut office, COUNTY, "jiefen.handoff.v1.ClockExpired", 1, &late).await;
    office
}

pub async fn hear(
    office: &mut House<AssessmentArea>,
    from: &str,
    kind: &str,
    n: u128,
    event: &impl Message,
) {
    let heard = office.node.hear(from, kind, Some(dispute(n)), event.encode_to_vec()).await;
    assert_eq!(heard, jiefen_ledger::Delivered::Applied, "{kind}");
}

#[tokio::test]
async fn a_leader_goes_from_a_number_to_the_dispute_behind_it() {
    let county = County::new();
    let office = office(&county).await;
    let mut leader = office.logged_in("leader").await;
    let cockpit = leader.get("/cockpit").await;
    assert_eq!(cockpit.status, 200, "{}", cockpit.text());
    for shown in ["2026年3月", "调解成功率", "100.00%", "怎么算", "数据截止", "金贵镇", "不排名次"]
    {
        assert!(cockpit.has(shown), "{shown}: {}", cockpit.text());
    }
    assert!(cockpit.has("<title id=\"course-t\">") && cockpit.has("<desc id=\"course-d\">"));
    assert!(cockpit.has("<table><thead>"), "the same numbers as a table");
    let number = leader.get("/cockpit/figures/M-05?of=all&period=2026-03&list=late").await;
    for shown in ["按期办结率", "0 / 1", "口径", "依据", "由这些相加", "1 件纠纷"]
    {
        assert!(number.has(shown), "{shown}: {}", number.text());
    }
    let to = format!("/cockpit/disputes/{}", dispute(1));
    assert!(number.has(&to), "{}", number.text());
    let trace = leader.get(&to).await;
    for shown in
        ["登记纠纷", "移送逾期未答", "调解协议生效", "逾期", "当事人姓名和材料由承办单位掌握"]
    {
        assert!(trace.has(shown), "{shown}: {}", trace.text());
    }
    // Quarters, English, a period without data, a figure that there is not.
    let quarter = leader.get("/cockpit?period=2026-Q1&show=M-05").await;
    assert!(quarter.has("2026年第1季度"), "{}", quarter.text());
    let before = leader.get("/cockpit?period=2020-01").await;
    assert!(before.has("无数据"), "nothing is no data, never zero");
    assert_eq!(leader.get("/cockpit/figures/M-99?of=all").await.status, 422);
    assert_eq!(leader.get("/cockpit/figures/M-05?of=all&list=nobody").await.status, 422);
    let mut operator = office.logged_in("guanli").await;
    assert_eq!(operator.get("/cockpit").await.status, 403);
    assert!(!operator.get("/system").await.has("考核看板"), "nor is it offered");
}

#[tokio::test]
async fn a_supervision_letter_goes_out_and_its_answer_comes_back() {
    let county = County::new();
    let office = office(&county).await;
    let town = town(&county, &office).await;
    let mut assessor = office.logged_in("assessor").await;
    let cockpit = assessor.get("/cockpit").await;
    assert!(cockpit.has("可以发督办函的单位"), "three went unanswered: {}", cockpit.text());
    let draft = cockpit.link("起草督办函<span class=\"off\">：贺兰县金贵镇综治中心</span>");
    let form = assessor.get(&draft.replace("&#38;", "&")).await;
    assert!(form.has("3件移送逾期未答") && form.has(&dispute(1).to_string()), "{}", form.text());
    let ids = [dispute(1).to_string(), dispute(2).to_string()].join("\n");
    let fields = [
        ("unit", TOWN),
        ("ground", "移送逾期未答"),
        ("disputes", &ids),
        ("demand", "逐件签收办理"),
    ];
    let sent = assessor.send("/affairs/letters/own/new/draft", &fields).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    let letter = sent.to.split('?').next().unwrap().to_owned();
    let mut head = town.logged_in("head").await;
    assert!(head.get("/letters").await.has("没有发给本单位的督办函"), "a draft is not theirs yet");
    let mut leader = office.logged_in("leader").await;
    act(&mut leader, &letter, "签发", &[]).await;
    let list = head.get("/letters").await;
    assert!(list.has("移送逾期未答") && list.has("最迟"), "with its clock: {}", list.text());
    let theirs = letter.replace("/own/", "/office/");
    let nothing = head.get(&theirs).await.link("答复督办函");
    head.get(&nothing).await;
    let empty = head.send(&nothing, &[("measures", "")]).await;
    assert!(empty.has("href=\"#measures\""), "{}", empty.text());
    act(&mut head, &theirs, "答复督办函", &[("measures", "三件都已签收，专人办理")]).await;
    let page = leader.get(&letter).await;
    assert!(page.has("三件都已签收，专人办理") && page.has("已答复，待核查"), "{}", page.text());
    let check = [("performed", "yes"), ("finding", "已逐件核对")];
    act(&mut assessor, &letter, "核查答复", &check).await;
    assert!(assessor.get("/letters?all=1").await.has("已核查办结"));
    let mut clerk = town.logged_in("clerk").await;
    assert_eq!(clerk.get("/letters").await.status, 403);
    assert!(!clerk.get("/").await.has("href=\"/letters\""));
}
