//! 律师调解 in the pages: both sides are asked, a lawyer of the roster takes it, the text is confirmed and signed.

use jiefen_handoff::Mode;
use jiefen_vocab::{DisputeKind, Role, TrackKind};
use jiff::ToSpan as _;

use super::handover::brief;
use super::talks::act;
use super::{TOWN, studio, today};

#[tokio::test]
async fn a_lawyer_who_acts_for_nobody_leads_a_dispute_to_an_agreement() {
    let mut unit = studio().await;
    let mut file = brief(31);
    file.kind = DisputeKind::ContractDebt;
    file.track = TrackKind::LawyerMediation;
    unit.node.hand_over(TOWN, &file, Mode::Delegate, Role::Mediator).await;
    let mut browser = unit.logged_in("chenlvshi").await;
    let dispute = file.dispute.to_string();
    let day = today().to_string();
    let on = ("on", day.as_str());
    for party in ["1", "2"] {
        act(&mut browser, &dispute, "一方同意律师调解", &[("party", party), ("how", "phone"), on])
            .await;
    }
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    let address = page.link("核查利益冲突并确定律师调解员");
    browser.get(&address).await;
    let taken = |tie: &'static str| {
        let roster = [("mediator", "lawyer-1"), ("on_roster", "yes"), ("trained", "yes")];
        let found = [("checked", "yes"), ("interest", tie), ("host", "legal_service"), on];
        [&roster[..], &found].concat()
    };
    let answer = browser.send(&address, &taken("agent")).await;
    assert_eq!(answer.status, 409, "who acted for a party is no neutral: {}", answer.text());
    act(&mut browser, &dispute, "核查利益冲突并确定律师调解员", &taken("")).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("公共法律服务中心") && !page.has(">确定律师调解费</a>"), "{}", page.text());
    let due = today().checked_add(30.days()).unwrap().to_string();
    let text = [
        ("facts", "借款"),
        ("obligations.0.obligor", "2"),
        ("obligations.0.obligee", "1"),
        ("obligations.0.what", "归还借款"),
        ("obligations.0.amount", "30000"),
        ("obligations.0.due", due.as_str()),
        on,
    ];
    act(&mut browser, &dispute, "把协议文本交各方核对", &text).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    let hash = browser.get(&page.link("一方确认协议文本")).await.value("text");
    for party in ["1", "2"] {
        let confirm = [("party", party), ("text", hash.as_str()), on];
        act(&mut browser, &dispute, "一方确认协议文本", &confirm).await;
    }
    let signed = [("text", hash.as_str()), ("signed", "1"), ("signed", "2")];
    let sealed = [("by_lawyer", "yes"), ("sealed", "yes"), on];
    act(&mut browser, &dispute, "收齐各方签名和印章", &[&signed[..], &sealed].concat()).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("达成协议") && page.has(">登记债权人申请支付令</a>"), "{}", page.text());
    let apply = [("window", "confirmation"), on];
    act(&mut browser, &dispute, "登记共同申请司法确认", &apply).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("调解成功"), "{}", page.text());
}
