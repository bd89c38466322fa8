//! Screenings, warnings and the citizens' box: a township signs "none found", a centre acts on a warning, a complaint
//! is answered and the citizen reads the answer.

use jiefen_intake::IntakeArea;
use jiefen_platform::config::Area;
use jiefen_vocab::Role;

use super::browser::Browser;
use super::counter::register;
use super::house::{County, House, act};
use super::{TOWN, counter};

const CENTRE: &str = "640122.centre";
const PEOPLE: &[(&str, &[Role])] =
    &[("head", &[Role::CentreDirector, Role::WindowClerk]), ("judge", &[Role::Judge])];

pub async fn centre(
    county: &County,
    agency: &str,
    offices: &[(Area, std::net::SocketAddr)],
) -> House<IntakeArea> {
    let limits = jiefen_intake::Limits { paper_bytes: 1024, uploads: 1, draft_days: 30 };
    let add = |routes: &mut _, app| jiefen_intake::add_services(routes, app, &limits);
    county.unit((agency, Area::Intake), PEOPLE, offices, add).await
}

/// A signed screening of the county, to which its own centre and a township must report; says where it stands.
pub async fn screening(head: &mut Browser) -> String {
    let units = format!("{TOWN}\n{CENTRE}");
    let plan = [("mode", "campaign"), ("theme", "节前欠薪"), ("units", &units), ("rounds", "1")];
    let at = act(head, "/patrol", "布置排查", &plan).await;
    let at = at.split('?').next().unwrap().to_owned();
    act(head, &at, "签发，开始第一轮", &[]).await;
    at
}

#[tokio::test]
async fn a_grid_worker_signs_none_found_and_the_county_sees_who_signed() {
    let county = County::new();
    let centre_ = centre(&county, CENTRE, &[]).await;
    let town = centre(&county, TOWN, &[(Area::Intake, centre_.at)]).await;
    let mut head = centre_.logged_in("head").await;
    let at = screening(&mut head).await;
    let open = head.get(&at).await;
    assert!(open.has("本轮还没有报") && open.has("金贵镇综治中心"), "{}", open.text());
    let mut grid = town.logged_in("head").await;
    let list = grid.get("/patrol").await;
    assert!(list.has("节前欠薪") && list.has("本单位还没有报"), "{}", list.text());
    let theirs = at.replace("/own/", "/office/");
    let to =
        act(&mut grid, &theirs, "签字：没有发现", &[("round", "1"), ("signed_by", "head-1")]).await;
    let signed = grid.get(&to).await;
    assert!(signed.has("已办好：签字：没有发现"), "{}", signed.text());
    assert!(!grid.get("/patrol").await.has("本单位还没有报"));
    let seen = head.get(&at).await;
    assert!(seen.has("签字：没有发现") && seen.has("head-1"), "{}", seen.text());
    // What was signed stands: a finding beside it is refused in words, and nothing typed is lost.
    let form = format!("/affairs/screenings/office/{}/found", at.rsplit('/').next().unwrap());
    assert_eq!(grid.get(&form).await.status, 200);
    let found = [
        ("round", "1"),
        ("place", TOWN_PLACE),
        ("kind", "labour"),
        ("people", "3"),
        ("summary", "三人说没发工资"),
    ];
    let refused = grid.send(&form, &found).await;
    assert_eq!(refused.status, 409, "{}", refused.text());
    assert!(refused.has("id=\"errors\"") && refused.has("三人说没发工资"), "{}", refused.text());
    let mut judge = town.logged_in("judge").await;
    assert_eq!(judge.get("/patrol").await.status, 403);
}

const TOWN_PLACE: &str = "640122101203";

#[tokio::test]
async fn a_signal_of_ten_workers_is_a_warning_with_its_signals_on_which_the_head_acts() {
    let county = County::new();
    let centre = centre(&county, CENTRE, &[]).await;
    let mut head = centre.logged_in("head").await;
    assert!(head.get("/patrol").await.has("现在没有预警"));
    let at = screening(&mut head).await;
    let found = [
        ("round", "1"),
        ("place", "640122101"),
        ("kind", "labour"),
        ("people", "10"),
        ("summary", "工地停工，工人说三个月没发工资"),
        ("signal_only", "yes"),
    ];
    act(&mut head, &at, "报告发现的问题", &found).await;
    let list = head.get("/patrol").await;
    assert!(list.has("色预警") && list.has("1 个信号"), "{}", list.text());
    let risk = list.link("去处置<span class=\"off\">：贺兰县金贵镇 黄色预警</span>");
    let page = head.get(&risk).await;
    for shown in ["哪些信号", "10人", "为什么是这个等级", "首次接触", "还没有指定"]
    {
        assert!(page.has(shown), "{shown}: {}", page.text());
    }
    // Too early: it says what is missing, and keeps what was typed.
    let close = page.link("销号");
    head.get(&close).await;
    let early = head.send(&close, &[("why", "钱已经发了")]).await;
    assert!(early.has("id=\"errors\"") && early.has("钱已经发了"), "{}", early.text());
    act(&mut head, &risk, "记录首次接触", &[]).await;
    act(&mut head, &risk, "指定核查人", &[("person", "head-1")]).await;
    let task = [("unit", TOWN), ("what", "核对工资表"), ("due", "2026-03-18")];
    act(&mut head, &risk, "交办任务", &task).await;
    act(&mut head, &risk, "任务已办好", &[("task", "1"), ("evidence", "工资表已核对")]).await;
    let page = head.get(&risk).await;
    assert!(page.has("工资表已核对") && page.has("2026年3月11日"), "{}", page.text());
}

#[tokio::test]
async fn a_complaint_stands_in_the_box_until_the_head_answers_and_the_citizen_reads_it() {
    let unit = counter().await;
    let mut clerk = unit.logged_in("zhangmin").await;
    assert!(clerk.get("/requests").await.has("没有等待答复的来件"));
    let dispute = register(&mut clerk, "两家因院墙排水发生争执").await;
    let receipt = clerk.get(&format!("/disputes/{dispute}/receipt")).await;
    let code = receipt.text().split("class=\"code\">").nth(1).unwrap();
    let code = code.split('<').next().unwrap().to_owned();
    let mut citizen = unit.browser();
    citizen.get("/citizen/track").await;
    let proof = [("code", code.as_str()), ("digits", "5678")];
    let opened = citizen.send("/citizen/track", &proof).await;
    assert_eq!(opened.status, 303, "{}", opened.text());
    citizen.get("/citizen/ask?about=complaint").await;
    let said = [("about", "complaint"), ("text", "打了三次电话没有人接")];
    assert_eq!(citizen.send("/citizen/ask", &said).await.status, 303);
    let list = clerk.get("/requests").await;
    for shown in ["投诉", "打了三次电话没有人接", "最迟", "待答复"] {
        assert!(list.has(shown), "{shown}: {}", list.text());
    }
    let address = list.link("答复<span class=\"off\">：投诉</span>");
    clerk.get(&address).await;
    let answer = [("answer", "明天上午专人联系您"), ("signed_by", "director-1")];
    let answered = clerk.send(&address, &answer).await;
    assert_eq!(answered.status, 303, "{}", answered.text());
    assert!(clerk.get("/requests").await.has("没有等待答复的来件"));
    assert!(clerk.get("/requests?all=1").await.has("明天上午专人联系您"));
    let read = citizen.get("/citizen/dispute").await;
    assert!(read.has("明天上午专人联系您"), "{}", read.text());
    let mut operator = unit.logged_in("guanli").await;
    assert_eq!(operator.get("/requests").await.status, 403);
}
