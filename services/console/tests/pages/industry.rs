//! 行业调解 in the pages: from the hand-over to an agreement that both have confirmed, and a plan that is objected to.

use jiefen_handoff::Mode;
use jiefen_procedure::Brief;
use jiefen_vocab::{DisputeKind, Role, TrackKind};
use jiff::ToSpan as _;

use super::browser::Browser;
use super::handover::brief;
use super::talks::act;
use super::{TOWN, chamber, today};

fn file(n: u128) -> Brief {
    let mut file = brief(n);
    file.kind = DisputeKind::ContractDebt;
    file.track = TrackKind::IndustryMediation;
    file
}

/// From the words of both sides to the acceptance.
async fn accepted(browser: &mut Browser, dispute: &str, day: &str) {
    let on = ("on", day);
    let check = [("members", "2"), ("court_linked", "yes"), on];
    act(browser, dispute, "核对双方是不是本组织会员", &check).await;
    for party in ["1", "2"] {
        let said = [("party", party), ("how", "phone"), on];
        act(browser, dispute, "一方同意行业调解", &said).await;
    }
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    let address = page.link("确定中立的调解员并受理");
    browser.get(&address).await;
    let member = [("mediator", "mediator-1"), ("checked", "yes"), ("interest", ""), on];
    let answer = browser.send(&address, &member).await;
    assert_eq!(answer.status, 409, "a member does not mediate: {}", answer.text());
    assert!(answer.has("会员"), "{}", answer.text());
    let outside = [&member[..], &[("outside", "yes")]].concat();
    act(browser, dispute, "确定中立的调解员并受理", &outside).await;
}

#[tokio::test]
async fn a_chamber_leads_a_dispute_of_its_trade_to_an_agreement_that_both_have_confirmed() {
    let mut unit = chamber().await;
    let file = file(21);
    unit.node.hand_over(TOWN, &file, Mode::Delegate, Role::Mediator).await;
    let mut browser = unit.logged_in("wangshanghui").await;
    let dispute = file.dispute.to_string();
    let day = today().to_string();
    let on = ("on", day.as_str());
    let due = today().checked_add(30.days()).unwrap().to_string();
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("征询意愿") && page.has("移交来的"), "{}", page.text());
    accepted(&mut browser, &dispute, &day).await;
    let session = [on, ("place", "商会调解室"), ("mode", "together")];
    act(&mut browser, &dispute, "安排行业调解", &session).await;
    let held = [
        ("present", "1"),
        ("present", "2"),
        ("record", "货款"),
        ("reached", "agreed_in_substance"),
    ];
    act(&mut browser, &dispute, "记录行业调解", &[&session[..], &held].concat()).await;
    let text = [
        ("facts", "双方就货款达成一致"),
        ("obligations.0.obligor", "2"),
        ("obligations.0.obligee", "1"),
        ("obligations.0.what", "支付货款"),
        ("obligations.0.amount", "800.00"),
        ("obligations.0.due", due.as_str()),
        on,
    ];
    act(&mut browser, &dispute, "把协议文本交各方核对", &text).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("支付货款 800.00元"), "{}", page.text());
    let form = browser.get(&page.link("一方确认协议文本")).await;
    let hash = form.value("text");
    assert_eq!(hash.len(), 64, "{}", form.text());
    let again = browser.get(&page.link("把协议文本交各方核对")).await;
    assert!(again.has("双方就货款达成一致"), "nobody writes the text twice");
    let confirm = |party| [("party", party), ("text", hash.as_str()), on];
    act(&mut browser, &dispute, "一方确认协议文本", &confirm("1")).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    let address = page.link("收齐各方签名和印章");
    let signed = [("text", hash.as_str()), ("signed", "1"), ("signed", "2"), ("sealed", "yes"), on];
    browser.get(&address).await;
    let answer = browser.send(&address, &signed).await;
    assert_eq!(answer.status, 409, "the other has not confirmed: {}", answer.text());
    act(&mut browser, &dispute, "一方确认协议文本", &confirm("2")).await;
    act(&mut browser, &dispute, "收齐各方签名和印章", &signed).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("达成协议") && page.has("共同申请司法确认"), "{}", page.text());
    let apply = [("window", "confirmation"), on];
    act(&mut browser, &dispute, "登记共同申请司法确认", &apply).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("调解成功"), "{}", page.text());
}

#[tokio::test]
async fn a_text_that_has_changed_is_confirmed_by_nobody_and_a_written_objection_ends_a_plan() {
    let mut unit = chamber().await;
    let file = file(22);
    unit.node.hand_over(TOWN, &file, Mode::Delegate, Role::Mediator).await;
    let mut browser = unit.logged_in("wangshanghui").await;
    let dispute = file.dispute.to_string();
    let day = today().to_string();
    let on = ("on", day.as_str());
    accepted(&mut browser, &dispute, &day).await;
    let due = today().checked_add(30.days()).unwrap().to_string();
    let text = |sum: &'static str| {
        [
            ("facts", "货款"),
            ("obligations.0.obligor", "2"),
            ("obligations.0.obligee", "1"),
            ("obligations.0.what", "支付货款"),
            ("obligations.0.amount", sum),
            ("obligations.0.due", due.as_str()),
            on,
        ]
    };
    act(&mut browser, &dispute, "把协议文本交各方核对", &text("800")).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    let address = page.link("一方确认协议文本");
    let old = browser.get(&address).await.value("text");
    act(&mut browser, &dispute, "把协议文本交各方核对", &text("900")).await;
    browser.get(&address).await;
    let answer = browser.send(&address, &[("party", "1"), ("text", old.as_str()), on]).await;
    assert_eq!(answer.status, 422, "another text: {}", answer.text());
    assert!(answer.has("文本已经改动"), "{}", answer.text());
    let served = [("agreed", "1"), ("agreed", "2"), ("served", day.as_str())];
    let plan = [&text("850")[..], &served].concat();
    act(&mut browser, &dispute, "送达无异议调解方案", &plan).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("调解方案待异议") && page.has("850.00元"), "{}", page.text());
    let object = [("party", "1"), ("written", "yes"), on];
    act(&mut browser, &dispute, "一方对方案提出异议", &object).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("有书面异议，调解不成立"), "{}", page.text());
}
