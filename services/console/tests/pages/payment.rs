//! 支付令 in the pages: from the creditor's window to enforcement, and an objection that becomes a suit.

use jiefen_handoff::Mode;
use jiefen_vocab::{DisputeKind, Role, TrackKind};
use jiff::ToSpan as _;

use super::handover::brief;
use super::talks::act;
use super::{TOWN, court, today};

#[tokio::test]
async fn an_order_from_the_window_is_served_becomes_effective_and_is_enforced() {
    let unit = court().await;
    let mut browser = unit.logged_in("han").await;
    let day = today().to_string();
    let on = ("on", day.as_str());
    let due = today().checked_sub(30.days()).unwrap().to_string();
    let fields = [
        ("applicants.0.name", "马建国"),
        ("others.0.name", "王秀英"),
        ("basis", "ordinary"),
        ("kind", "contract_debt"),
        ("place", "640122101203"),
        ("summary", "借款三万元到期没有还"),
        ("claims.0.thing", "money"),
        ("claims.0.amount", "30000"),
        ("claims.0.due_on", due.as_str()),
        ("competent", "yes"),
        ("number", "收2026-7"),
        on,
    ];
    browser.get("/begin/payment").await;
    let answer = browser.send("/begin/payment", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let dispute = answer.to.trim_start_matches("/disputes/").split('?').next().unwrap().to_owned();
    let accept = [("case_no", "（2026）宁0122民督1号"), ("judge", "judge-1"), on];
    act(&mut browser, &dispute, "受理支付令申请", &accept).await;
    act(&mut browser, &dispute, "发出支付令", &[on]).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    let address = page.link("送达支付令");
    browser.get(&address).await;
    let notice = [("party", "2"), ("manner", "public_notice"), on];
    let answer = browser.send(&address, &notice).await;
    assert_eq!(answer.status, 409, "no public notice: {}", answer.text());
    let signed = [("party", "2"), ("manner", "signed"), on];
    act(&mut browser, &dispute, "送达支付令", &signed).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("等待清偿或者异议") && page.has("30000.00元"), "{}", page.text());
    let after = today().checked_add(20.days()).unwrap();
    unit.node.on(after);
    assert!(unit.node.ledger.sweep().await.unwrap() > 0);
    let late = after.to_string();
    act(&mut browser, &dispute, "收到支付令执行申请", &[("on", &late)]).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("待执行立案") && page.has("已申请执行"), "{}", page.text());
}

#[tokio::test]
async fn what_was_handed_over_waits_for_the_creditor_and_an_objection_becomes_a_suit() {
    let mut unit = court().await;
    let mut file = brief(11);
    file.kind = DisputeKind::ContractDebt;
    file.track = TrackKind::PaymentOrder;
    unit.node.hand_over(TOWN, &file, Mode::Delegate, Role::FilingClerk).await;
    let mut browser = unit.logged_in("han").await;
    let dispute = file.dispute.to_string();
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(!page.has(">接收起诉</a>") && page.has(">登记支付令申请</a>"), "{}", page.text());
    let day = today().to_string();
    let on = ("on", day.as_str());
    let due = today().checked_sub(30.days()).unwrap().to_string();
    let fields = [
        ("creditor", "1"),
        ("debtors", "2"),
        ("basis", "ordinary"),
        ("claims.0.thing", "money"),
        ("claims.0.amount", "800"),
        ("claims.0.due_on", due.as_str()),
        ("competent", "yes"),
        on,
    ];
    act(&mut browser, &dispute, "登记支付令申请", &fields).await;
    let accept = [("case_no", "（2026）宁0122民督2号"), ("judge", "judge-1"), on];
    act(&mut browser, &dispute, "受理支付令申请", &accept).await;
    act(&mut browser, &dispute, "发出支付令", &[on]).await;
    let signed = [("party", "2"), ("manner", "signed"), on];
    act(&mut browser, &dispute, "送达支付令", &signed).await;
    let denied =
        [("party", "2"), ("claims", "1"), ("form", "written"), ("ground", "debt_denied"), on];
    act(&mut browser, &dispute, "收到债务人异议", &denied).await;
    act(&mut browser, &dispute, "裁定异议成立，终结督促程序", &[("party", "2"), on]).await;
    act(&mut browser, &dispute, "债权人收到终结裁定", &[("ruling", "1"), on]).await;
    unit.node.on(today().checked_add(20.days()).unwrap());
    assert!(unit.node.ledger.sweep().await.unwrap() > 0);
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("视为起诉") && page.has(">登记立案</a>"), "{}", page.text());
}
