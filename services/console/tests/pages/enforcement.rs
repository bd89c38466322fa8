//! 强制执行 in the pages: at the court's window, of what it has confirmed, and as the counter asks for it.

use jiefen_handoff::{Epoch, Message};
use jiefen_vocab::{FactId, Moment, TrackKind};
use jiff::ToSpan as _;

use super::browser::{Answer, Browser};
use super::handover::brief;
use super::talks::act;
use super::{TOWN, court, today};

fn column(board: &Answer, title: &str) -> u32 {
    let mark = format!("aria-label=\"{title}\"><h2>");
    let at = board.text().find(&mark).unwrap_or_else(|| panic!("{title}: {}", board.text()));
    let head = board.text()[at + mark.len()..].split("</h2>").next().unwrap();
    head.rsplit(' ').next().unwrap().parse().unwrap()
}

/// From acceptance to the notice that the debtor has received.
async fn noticed(browser: &mut Browser, dispute: &str) {
    let day = today().to_string();
    let on = ("on", day.as_str());
    let accept = [("case_no", "（2026）宁0122执1号"), ("judge", "judge-1"), on];
    act(browser, dispute, "执行立案", &accept).await;
    act(browser, dispute, "发出执行通知", &[on]).await;
    act(browser, dispute, "送达执行通知", &[("party", "2"), on]).await;
}

#[tokio::test]
async fn a_judgment_is_enforced_from_the_window_to_the_last_yuan() {
    let unit = court().await;
    let mut browser = unit.logged_in("han").await;
    let day = today().to_string();
    let on = ("on", day.as_str());
    let due = today().checked_sub(30.days()).unwrap().to_string();
    let fields = [
        ("applicants.0.name", "马建国"),
        ("others.0.name", "王秀英"),
        ("origin", "judgment"),
        ("kind", "contract_debt"),
        ("place", "640122101203"),
        ("summary", "判决归还三万元，到期没有还"),
        ("sum", "30000"),
        ("due.0.day", due.as_str()),
        ("effective", "yes"),
        ("competent", "yes"),
        ("number", "收2026-9"),
        on,
    ];
    let address = "/begin/enforcement";
    browser.get(address).await;
    let answer = browser.send(address, &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let dispute = answer.to.trim_start_matches("/disputes/").split('?').next().unwrap().to_owned();
    let board = browser.get("/court").await;
    assert_eq!(column(&board, "执"), 1, "{}", board.text());
    noticed(&mut browser, &dispute).await;
    act(&mut browser, &dispute, "查封、扣押、冻结", &[("kind", "freeze"), ("party", "2"), on])
        .await;
    let listed = [("kind", "consumption"), ("party", "2"), on];
    act(&mut browser, &dispute, "纳入失信名单、限制消费", &listed).await;
    act(&mut browser, &dispute, "收到执行异议", &[("against", "act"), ("by", "2"), on]).await;
    let ruled = [("objection", "1"), ("upheld", "no"), on];
    act(&mut browser, &dispute, "对执行异议作出裁定", &ruled).await;
    act(&mut browser, &dispute, "登记执行到位款", &[("amount", "10000"), on]).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("已执行到位") && page.has("10000.00元"), "{}", page.text());
    assert!(page.has("冻结存款") && page.has("王秀英 限制消费"), "{}", page.text());
    let agreed = [("agreed", "1"), ("agreed", "2"), ("due_on", day.as_str()), on];
    act(&mut browser, &dispute, "执行和解", &agreed).await;
    act(&mut browser, &dispute, "登记执行到位款", &[("amount", "20000"), on]).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("待解除名单后结案"), "{}", page.text());
    act(&mut browser, &dispute, "解除失信、限制消费", &[("restriction", "1"), on]).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("执行完毕") && page.has("（2026）宁0122执1号"), "{}", page.text());
    let board = browser.get("/court").await;
    assert!(board.has("在办 0 件"), "{}", board.text());
}

#[tokio::test]
async fn what_the_court_has_confirmed_is_enforced_without_writing_it_again() {
    let unit = court().await;
    let mut browser = unit.logged_in("han").await;
    let day = today().to_string();
    let on = ("on", day.as_str());
    let fields = [
        ("applicants.0.name", "马建国"),
        ("others.0.name", "王秀英"),
        ("kind", "contract_debt"),
        ("place", "640122101203"),
        ("summary", "调解书约定归还三万元"),
        ("effective_on", day.as_str()),
        ("body", "贺兰县金贵镇人民调解委员会"),
        ("subjects", "money"),
        ("content", "王秀英当日归还马建国三万元"),
        ("due.0.day", day.as_str()),
        ("competence", "body_seat"),
        ("number", "收2026-3"),
        on,
    ];
    browser.get("/begin/confirmation").await;
    let answer = browser.send("/begin/confirmation", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let dispute = answer.to.trim_start_matches("/disputes/").split('?').next().unwrap().to_owned();
    let accept = [("case_no", "（2026）宁0122民特1号"), ("judge", "judge-1"), on];
    act(&mut browser, &dispute, "受理司法确认", &accept).await;
    act(&mut browser, &dispute, "裁定确认有效", &[on]).await;
    for party in ["1", "2"] {
        act(&mut browser, &dispute, "送达裁定", &[("party", party), on]).await;
    }
    let after = today().checked_add(20.days()).unwrap();
    unit.node.on(after);
    let late = after.to_string();
    act(&mut browser, &dispute, "收到执行申请", &[("party", "1"), ("on", &late)]).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("待执行立案") && page.has("司法确认裁定"), "{}", page.text());
    let board = browser.get("/court").await;
    assert_eq!((column(&board, "调"), column(&board, "执")), (0, 1), "{}", board.text());
}

#[tokio::test]
async fn what_another_unit_passes_on_waits_on_the_desk_for_the_creditor() {
    let mut unit = court().await;
    let mut file = brief(9);
    file.track = TrackKind::Enforcement;
    let due = Moment::end_of(today());
    let given = Message::TaskGiven { task: FactId::from_bits(7), epoch: Epoch::new(0, 1), due };
    unit.node.receive(TOWN, file.dispute, &given, Some(&file)).await;
    let mut browser = unit.logged_in("han").await;
    let dispute = file.dispute.to_string();
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has(">登记执行申请</a>") && !page.has(">接收起诉</a>"), "{}", page.text());
    let day = today().to_string();
    let due = today().checked_sub(10.days()).unwrap().to_string();
    let fields = [
        ("creditor", "1"),
        ("debtors", "2"),
        ("origin", "award"),
        ("amount", "800"),
        ("due.0.day", due.as_str()),
        ("effective", "yes"),
        ("competent", "yes"),
        ("on", day.as_str()),
    ];
    act(&mut browser, &dispute, "登记执行申请", &fields).await;
    noticed(&mut browser, &dispute).await;
    act(&mut browser, &dispute, "登记执行完毕", &[("on", &day)]).await;
    let told = unit.node.outbox().await;
    assert!(
        told.iter().any(|(to, kind, _)| to == TOWN && kind == "jiefen.handoff.v1.TaskDone"),
        "who asked learns of it"
    );
}
