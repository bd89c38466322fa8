//! Mass incidents: from the first signal to the review in the pages; a risk opened by hand; what is due stands first.

use jiefen_intake::IntakeArea;
use jiefen_platform::config::Area;
use jiefen_vocab::Role;

use super::browser::{Answer, Browser};
use super::counter::register;
use super::house::{County, House, act};

const CENTRE: &str = "640122.centre";
const PEOPLE: &[(&str, &[Role])] = &[
    ("head", &[Role::CentreDirector, Role::WindowClerk]),
    ("police", &[Role::PoliceOfficer]),
    ("clerk", &[Role::WindowClerk]),
    ("judge", &[Role::Judge]),
];
const SIGNAL: &[(&str, &str)] = &[
    ("kind", "common_claim"),
    ("place", "640122101"),
    ("people", "20"),
    ("cause", "property_management"),
    ("against", "某物业公司"),
    ("channel", "phone"),
];
const LANES: &[(&str, &str)] = &[
    ("lanes.0.lane", "on_site"),
    ("lanes.0.unit", "640122.police"),
    ("lanes.0.person", "值班民警"),
    ("lanes.1.lane", "area"),
    ("lanes.1.unit", CENTRE),
    ("lanes.1.person", "值班主任"),
    ("lanes.2.lane", "information"),
    ("lanes.2.unit", "640122.publicity"),
    ("lanes.2.person", "值班编辑"),
];

async fn centre(county: &County) -> House<IntakeArea> {
    let limits = jiefen_intake::Limits { paper_bytes: 1024, uploads: 1, draft_days: 30 };
    let add = |routes: &mut _, app| jiefen_intake::add_services(routes, app, &limits);
    county.unit((CENTRE, Area::Intake), PEOPLE, &[], add).await
}

/// The page of an incident that twenty people want something.
async fn reported(head: &mut Browser) -> String {
    let to = act(head, "/incidents", "报告突发事件", SIGNAL).await;
    to.split('?').next().unwrap().to_owned()
}

/// The page with what is due before everything else.
async fn due(browser: &mut Browser, at: &str, first: &str) -> Answer {
    let page = browser.get(at).await;
    let text = page.text();
    let dues = text.find("现在要办").unwrap_or_else(|| panic!("{text}"));
    let list = &text[dues..];
    let what = list.split("<li").nth(1).unwrap_or_else(|| panic!("nothing is due: {text}"));
    assert!(what.contains(first), "{first}: {what}");
    assert!(text.find("经过").is_none_or(|course| course > dues), "what is due stands first");
    page
}

/// Does what a page has as due.
async fn do_due(browser: &mut Browser, at: &str, what: &str, fields: &[(&str, &str)]) {
    act(browser, at, &format!("<b>{what}</b>"), fields).await;
}

#[tokio::test]
async fn a_signal_is_checked_warned_of_and_lifted_and_the_page_says_what_is_due_by_when_and_whom() {
    let county = County::new();
    let centre = centre(&county).await;
    let mut head = centre.logged_in("head").await;
    assert!(head.get("/incidents").await.has("现在没有突发事件"));
    let at = reported(&mut head).await;
    let page = due(&mut head, &at, "核实信号").await;
    for shown in ["还有2小时", "今天 ", "综治中心负责人、民警", "20人", "多人同一诉求"]
    {
        assert!(page.has(shown), "{shown}: {}", page.text());
    }
    assert!(!page.has("解除预警") && !page.has("启动响应"), "not yet lawful, not offered");
    let list = head.get("/incidents").await;
    assert!(list.has("核实信号") && list.has("还有2小时"), "{}", list.text());
    // Below every threshold a person names the level; without it nothing is lost.
    let form = page.link("<b>核实信号</b>");
    head.get(&form).await;
    let nothing = head.send(&form, &[("holds", "yes"), ("finding", "业主群有人号召")]).await;
    assert_eq!(nothing.status, 409, "{}", nothing.text());
    assert!(nothing.has("id=\"errors\"") && nothing.has("业主群有人号召"), "{}", nothing.text());
    let check = [("holds", "yes"), ("level", "orange"), ("finding", "业主群有人号召")];
    do_due(&mut head, &at, "核实信号", &check).await;
    // Orange is reported up at once, to the city.
    let page = due(&mut head, &at, "向上级报告").await;
    assert!(page.has("报银川市人民政府"), "{}", page.text());
    assert!(page.has("还没有联系当事人") && page.has("应当上报的还没有上报"), "{}", page.text());
    let form = head.get(&page.link("<b>向上级报告</b>")).await;
    assert!(form.has("value=\"640100\" checked"), "the next level is likely: {}", form.text());
    let up = [("to", "640100"), ("text", "某小区业主拟聚集，已派人劝解"), ("people", "20")];
    do_due(&mut head, &at, "向上级报告", &up).await;
    do_due(&mut head, &at, "联系当事人", &[]).await;
    let page = head.get(&at).await;
    assert!(!page.has("结束以前还要") && page.has("某小区业主拟聚集"), "{}", page.text());
    let to = act(&mut head, &at, "解除预警", &[("why", "业委会已约定协商")]).await;
    let page = head.get(&to).await;
    for shown in ["已办好：解除预警", "业委会已约定协商", "没有正在计算的期限"]
    {
        assert!(page.has(shown), "{shown}: {}", page.text());
    }
    assert!(head.get("/incidents").await.has("现在没有突发事件"));
    assert!(head.get("/incidents?all=1").await.has("预警已解除"));
    let mut judge = centre.logged_in("judge").await;
    assert_eq!(judge.get("/incidents").await.status, 403);
    assert_eq!(judge.get(&at).await.status, 403);
}

/// Verified as red and reported up; the lanes are prepared and called out, and the city is told of it.
async fn called_out(head: &mut Browser) -> String {
    let at = reported(head).await;
    let check = [("holds", "yes"), ("level", "red"), ("finding", "已经有人到场")];
    do_due(head, &at, "核实信号", &check).await;
    let up = [("to", "640100"), ("text", "约20人聚集"), ("people", "20")];
    do_due(head, &at, "向上级报告", &up).await;
    // A lane without anybody is refused in words, and what was written stays.
    let form = head.get(&at).await.link("安排三线力量");
    head.get(&form).await;
    let two = head.send(&form, &LANES[..6]).await;
    assert!(two.has("没有安排舆论引导") && two.has("值班民警"), "{}", two.text());
    act(head, &at, "安排三线力量", LANES).await;
    let form = head.get(&at).await.link("启动响应");
    let form = head.get(&form).await;
    assert!(form.has("640122.publicity") && form.has("值班编辑"), "as prepared: {}", form.text());
    act(head, &at, "启动响应", &[&[("commander", "副县长")], LANES].concat()).await;
    let page = due(head, &at, "向上级报告").await;
    for shown in ["力量到场", "值班民警；", "还没有到", "还有1小时0分", "副县长"]
    {
        assert!(page.has(shown), "{shown}: {}", page.text());
    }
    do_due(head, &at, "向上级报告", &up).await;
    at
}

/// The dispute behind it is linked, named as people know it; one that nobody has is refused at its field.
async fn linked(head: &mut Browser, at: &str) -> String {
    let page = head.get(at).await;
    assert!(page.has("诉求还没有落到纠纷") && !page.has(">解除响应</a>"), "{}", page.text());
    let dispute = register(head, "业主与物业为收费发生争执").await;
    let form = page.link("关联纠纷");
    head.get(&form).await;
    let none = head.send(&form, &[("dispute", "查无此人")]).await;
    assert!(none.has("href=\"#dispute\"") && none.has("查无此人"), "{}", none.text());
    act(head, at, "关联纠纷", &[("dispute", &dispute)]).await;
    dispute
}

#[tokio::test]
async fn lanes_are_called_out_together_arrive_close_and_the_response_ends_in_a_dispute() {
    let county = County::new();
    let centre = centre(&county).await;
    let mut head = centre.logged_in("head").await;
    let mut police = centre.logged_in("police").await;
    let at = called_out(&mut head).await;
    for unit in ["640122.police", CENTRE, "640122.publicity"] {
        do_due(&mut police, &at, "力量到场", &[("unit", unit)]).await;
    }
    // Force is the police's alone.
    let form = head.get(&at).await.link("记录采取的措施");
    let form = head.get(&form).await;
    assert!(form.has("劝解、疏导") && !form.has("临时警戒线"), "{}", form.text());
    let measure = [("measure", "guard"), ("why", "道路被堵")];
    act(&mut police, &at, "记录采取的措施", &measure).await;
    let now = [("people", "25"), ("text", "人群开始散去")];
    do_due(&mut police, &at, "研判并续报情况", &now).await;
    for lane in ["on_site", "area", "information"] {
        act(&mut police, &at, "收线", &[("lane", lane), ("result", "已完成")]).await;
    }
    let dispute = linked(&mut head, &at).await;
    act(&mut head, &at, "解除响应", &[("why", "诉求转入调解")]).await;
    let review = [
        ("cause", "物业费上涨"),
        ("lessons", "提前公示"),
        ("trace.0.of", dispute.as_str()),
        ("trace.0.held_by", CENTRE),
        ("trace.0.since", "2026-03-01"),
        ("trace.0.done", "两次调解"),
        ("data_settled", "yes"),
    ];
    do_due(&mut head, &at, "事后评估", &review).await;
    let page = head.get(&at).await;
    for shown in [
        "已评估办结",
        "物业费上涨",
        "两次调解",
        "临时警戒线",
        "人群开始散去",
        "上报银川市 · 一般",
        "到场",
        "启动响应",
        "没有正在计算的期限",
    ] {
        assert!(page.has(shown), "{shown}: {}", page.text());
    }
    let (headers, bytes) = head.download("/export/incidents.xlsx?all=1").await;
    assert!(bytes.starts_with(b"PK") && !headers.is_empty());
}

#[tokio::test]
async fn what_happened_earlier_is_written_with_its_time_and_what_is_still_to_come_is_refused() {
    let county = County::new();
    let centre = centre(&county).await;
    let mut head = centre.logged_in("head").await;
    head.get("/affairs/incidents/own/new/report_signal").await;
    let form = "/affairs/incidents/own/new/report_signal";
    let early = [SIGNAL, &[("at", "2026-03-10T18:05")]].concat();
    let sent = head.send(form, &early).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    let page = head.get(&sent.to).await;
    assert!(page.has("2026年3月10日 星期二 18:05") && page.has("已超过"), "{}", page.text());
    head.get(form).await;
    let ahead = [SIGNAL, &[("at", "2026-03-12T18:05")]].concat();
    let refused = head.send(form, &ahead).await;
    assert!(refused.status == 409 && refused.has("还没有到"), "{}", refused.text());
    let none = [SIGNAL, &[("at", "gestern")]].concat();
    let wrong = head.send(form, &none).await;
    assert!(wrong.has("href=\"#at\""), "{}", wrong.text());
}

#[tokio::test]
async fn a_risk_is_opened_by_hand_with_a_reason_and_its_payments_are_proved() {
    let county = County::new();
    let centre = centre(&county).await;
    let mut head = centre.logged_in("head").await;
    let dispute = register(&mut head, "三户与开发商因交房发生争执").await;
    let few = [
        ("kind", "complaint"),
        ("place", "640122101"),
        ("people", "3"),
        ("cause", "property_management"),
        ("channel", "phone"),
        ("disputes", dispute.as_str()),
    ];
    head.get("/affairs/risks/own/new/open").await;
    let refused = head.send("/affairs/risks/own/new/open", &few).await;
    assert!(refused.has("没有写明立项理由") && refused.has(&dispute), "{}", refused.text());
    let why = [&few[..], &[("why", "开发商已停工，人越来越多")]].concat();
    let to = act(&mut head, "/patrol", "手工立项风险", &why).await;
    let at = to.split('?').next().unwrap().to_owned();
    let page = head.get(&at).await;
    assert!(page.has("开发商已停工") && page.has(&dispute), "{}", page.text());
    assert!(!page.has("款已付清"), "there is no payment to prove");
    let joined = [
        ("kind", "gathering"),
        ("place", "640122101"),
        ("people", "8"),
        ("cause", "property_management"),
        ("channel", "police"),
    ];
    act(&mut head, &at, "并入新信号", &joined).await;
    let owed =
        [("of", dispute.as_str()), ("people", "3"), ("amount", "60000"), ("due", "2026-04-01")];
    act(&mut head, &at, "登记要付的款", &owed).await;
    let page = head.get(&at).await;
    assert!(page.has("60000.00元") && page.has("聚集"), "{}", page.text());
    act(&mut head, &at, "款已付清", &[("payment", "1"), ("proof", "看过三户签收表")]).await;
    assert!(head.get(&at).await.has("看过三户签收表"));
    // It grows: the form of an incident knows place and cause, and no name stands in its address.
    let page = head.get(&at).await;
    let grows = page.link("人已经聚集或者要聚集？报告突发事件");
    assert!(grows.contains("place=640122101") && grows.contains("cause="), "{grows}");
    let form = head.get(&grows.replace("&#38;", "&")).await;
    assert!(form.has("value=\"property_management\" selected"), "{}", form.text());
    act(&mut head, &at, "登记群体性事件", &[("ended", "no")]).await;
    assert!(head.get(&at).await.has("结束以前不能销号"));
    act(&mut head, &at, "登记群体性事件", &[("ended", "yes")]).await;
    assert!(!head.get(&at).await.has("结束以前不能销号"));
}

#[tokio::test]
async fn my_work_leads_to_the_incident_whose_limit_runs() {
    let county = County::new();
    let centre = centre(&county).await;
    let mut head = centre.logged_in("head").await;
    let at = reported(&mut head).await;
    let work = head.get("/").await;
    assert!(work.has(&format!("href=\"{at}\"")), "{}", work.text());
    let mut clerk = centre.logged_in("clerk").await;
    let page = clerk.get(&at).await;
    assert!(
        page.has("<b>核实信号</b>") && !page.has("/verify\""),
        "seen, not offered: {}",
        page.text()
    );
    let verify = format!("{}/verify", at.replace("/incidents/own/", "/affairs/incidents/own/"));
    assert_eq!(clerk.get(&verify).await.status, 404);
}
