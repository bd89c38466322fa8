//! 人身安全保护令 in the pages: from the alert at the counter's window to the order and its end, and at the court's own window.

use jiefen_handoff::Message;
use jiefen_ledger::wire;
use jiefen_procedure::Brief;
use jiff::ToSpan as _;

use super::browser::{Answer, Browser};
use super::counter::register;
use super::talks::act;
use super::{TOWN, counter, court, today};

const COURT: &str = "640122.court";
const SAID: &str = "丈夫昨晚又喝酒打我，家暴好几年了，我害怕他再动手，想请帮忙";

/// The number of cases that the board counts in a column.
fn column(board: &Answer, title: &str) -> u32 {
    let mark = format!("aria-label=\"{title}\"><h2>");
    let at = board.text().find(&mark).unwrap_or_else(|| panic!("{title}: {}", board.text()));
    let head = board.text()[at + mark.len()..].split("</h2>").next().unwrap();
    head.rsplit(' ').next().unwrap().parse().unwrap()
}

/// What a node has sent to a unit, the last of a kind.
async fn sent<A: jiefen_ledger::Area>(
    node: &jiefen_ledger::testing::TestNode<A>,
    to: &str,
    kind: &str,
) -> (Message, Option<Brief>) {
    let rows = node.outbox().await.into_iter().rev();
    let mut rows = rows.filter(|(dst, of, _)| dst == to && of.ends_with(kind));
    let (.., payload) = rows.next().unwrap_or_else(|| panic!("no {kind} went to {to}"));
    let (message, beside) = wire::decode(&payload).unwrap();
    (message, beside.brief)
}

/// The name of the first thing that a page offers to do.
fn first_act(page: &Answer) -> String {
    let at = page.text().find("<div class=\"btns noprint\"><a class=\"btn\"").unwrap();
    let link = page.text()[at..].split("</a>").next().unwrap();
    link.rsplit('>').next().unwrap().to_owned()
}

async fn order_is_made(browser: &mut Browser, dispute: &str) {
    let day = today().to_string();
    let on = ("on", day.as_str());
    act(browser, dispute, "受理保护令申请", &[("judge", "judge-1")]).await;
    let board = browser.get("/court").await;
    assert_eq!((column(&board, "分"), column(&board, "裁")), (0, 1), "{}", board.text());
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    let form = browser.get(&page.link("作出人身安全保护令")).await;
    assert!(form.has("value=\"no_violence\" checked"), "what was asked for: {}", form.text());
    let order = [("measures", "no_violence"), ("measures", "move_out"), ("months", "6")];
    act(browser, dispute, "作出人身安全保护令", &order).await;
    for to in ["applicant", "respondent", "police", "committee"] {
        act(browser, dispute, "送达保护令", &[("to", to), on]).await;
    }
}

#[tokio::test]
async fn the_alert_of_a_registration_leads_to_an_order_and_the_dispute_stays_at_the_counter() {
    let mut town = counter().await;
    let mut clerk = town.logged_in("zhangmin").await;
    let dispute = register(&mut clerk, SAID).await;
    let receipt = clerk.get(&format!("/disputes/{dispute}/receipt")).await;
    assert!(receipt.has("先报警110"), "{}", receipt.text());
    let page = clerk.get(&format!("/disputes/{dispute}")).await;
    assert_eq!(first_act(&page), "请法院发人身安全保护令", "safety comes first");
    let form = clerk.get(&page.link("请法院发人身安全保护令")).await;
    assert!(form.has(COURT), "the court of the county stands in the form: {}", form.text());
    act(&mut clerk, &dispute, "请法院发人身安全保护令", &[("unit", COURT)]).await;
    let page = clerk.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("人身安全保护令") && page.has("等待签收"), "{}", page.text());
    assert!(!page.has(">请法院发人身安全保护令</a>"), "it is asked for once");
    assert!(page.has("本单位</span>"), "the dispute stays here: {}", page.text());
    // The rest of the work goes on.
    let sorted = [
        ("kind", "marriage_family"),
        ("flags", "safety_alert"),
        ("risk", "normal"),
        ("why", "家暴"),
    ];
    act(&mut clerk, &dispute, "梳理分类", &sorted).await;

    let (task, brief) = sent(&town.node, COURT, "TaskGiven").await;
    let brief = brief.unwrap();
    let mut house = court().await;
    house.node.receive(TOWN, brief.dispute, &task, Some(&brief)).await;
    let mut judge = house.logged_in("han").await;
    let work = judge.get("/").await;
    assert!(work.has("立即受理"), "a duty of hours: {}", work.text());
    let board = judge.get("/court").await;
    assert_eq!(column(&board, "分"), 1, "{}", board.text());
    let page = judge.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("家暴好几年") && page.has("立即受理"), "{}", page.text());
    act(&mut judge, &dispute, "标明情况紧急", &[]).await;
    let page = judge.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("是，二十四小时内裁定"), "{}", page.text());
    order_is_made(&mut judge, &dispute).await;
    let page = judge.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("责令迁出申请人住所") && page.has("居（村）民委员会"), "{}", page.text());
    assert!(page.has("可以在五日内申请复议"), "{}", page.text());

    let (done, _) = sent(&house.node, TOWN, "TaskDone").await;
    town.node.receive(COURT, brief.dispute, &done, None).await;
    let page = clerk.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("一条途径办结") && page.has("已结束"), "{}", page.text());
    assert!(page.has("本单位</span>"), "the dispute stays here: {}", page.text());

    house.node.on(today().checked_add(7.months()).unwrap());
    assert!(house.node.ledger.sweep().await.unwrap() > 0);
    let page = judge.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("有效期届满"), "{}", page.text());
    let ended = judge.get("/court?show=ended&year=all").await;
    assert!(ended.has("已结 1 件"), "{}", ended.text());
}

#[tokio::test]
async fn at_the_window_of_the_court_somebody_applies_for_whoever_cannot() {
    let unit = court().await;
    let mut browser = unit.logged_in("han").await;
    let day = today().to_string();
    let on = ("on", day.as_str());
    let board = browser.get("/court").await;
    assert!(board.has("接收人身安全保护令申请"), "{}", board.text());
    let fields = [
        ("applicants.0.name", "李桂花"),
        ("others.0.name", "马某"),
        ("by", "womens_federation"),
        ("form", "oral"),
        ("kind", "marriage_family"),
        ("place", "640122101203"),
        ("summary", "年老卧床，儿子打骂"),
        ("measures", "no_violence"),
        ("urgent", "yes"),
        ("competent", "yes"),
        ("number", "收2026-8"),
        on,
    ];
    let address = "/begin/protection";
    browser.get(address).await;
    let answer = browser.send(address, &fields).await;
    assert_eq!(answer.status, 409, "{}", answer.text());
    assert!(answer.has("本人能够申请的，由本人申请") && answer.has("反家庭暴力法 23"));
    assert!(answer.has("年老卧床，儿子打骂"), "nothing is lost");
    let cannot = [&fields[..], &[("victim_cannot", "yes")]].concat();
    let answer = browser.send(address, &cannot).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let dispute = answer.to.trim_start_matches("/disputes/").split('?').next().unwrap().to_owned();
    order_is_made(&mut browser, &dispute).await;
    act(&mut browser, &dispute, "依申请延长保护令", &[("months", "3"), on]).await;
    act(&mut browser, &dispute, "收到复议申请", &[("party", "2"), on]).await;
    act(&mut browser, &dispute, "作出复议决定", &[("changed", "no"), on]).await;
    act(&mut browser, &dispute, "依申请撤销保护令", &[on]).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("保护令已撤销") && page.has("李桂花"), "{}", page.text());
    // New danger: it begins once more on what is on file.
    let again = [
        ("victim", "1"),
        ("respondent", "2"),
        ("by", "committee"),
        ("victim_cannot", "yes"),
        ("form", "oral"),
        ("facts", "又动手打人"),
        ("measures", "no_contact"),
        ("competent", "yes"),
    ];
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has(">登记人身安全保护令申请</a>"), "{}", page.text());
    act(&mut browser, &dispute, "登记人身安全保护令申请", &again).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("又动手打人") && page.has("待受理"), "{}", page.text());
}
