//! The mediation room, from the first consent to the agreement.

use jiefen_vocab::Role;

use super::browser::Browser;
use super::handover::brief;
use super::{TOWN, committee, today};

/// Opens an act of the dispute and sends its form.
pub async fn act(browser: &mut Browser, dispute: &str, name: &str, fields: &[(&str, &str)]) {
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    let address = page.link(name);
    let form = browser.get(&address).await;
    assert_eq!(form.status, 200, "{name}: {}", form.text());
    let answer = browser.send(&address, fields).await;
    assert_eq!(answer.status, 303, "{name}: {}", answer.text());
}

#[tokio::test]
async fn a_mediator_leads_a_dispute_to_an_agreement_that_both_confirm() {
    let mut unit = committee().await;
    let brief = brief(1);
    let mode = jiefen_handoff::Mode::Delegate;
    unit.node.hand_over(TOWN, &brief, mode, Role::Mediator).await;
    let mut browser = unit.logged_in("liuchangshun").await;
    let dispute = brief.dispute.to_string();
    let day = today().to_string();
    let due = today().checked_add(jiff::Span::new().days(7)).unwrap().to_string();
    let on = ("on", day.as_str());
    for party in ["1", "2"] {
        act(&mut browser, &dispute, "一方同意调解", &[("party", party), ("how", "counter"), on])
            .await;
    }
    let accept = [
        ("mediator", "mediator-1"),
        on,
        ("rights_told", "yes"),
        ("not_handled_elsewhere", "yes"),
        ("safety_cleared", "yes"),
    ];
    act(&mut browser, &dispute, "受理", &accept).await;
    let session = [on, ("place", "村议事厅"), ("mode", "together")];
    act(&mut browser, &dispute, "安排调解", &session).await;
    let held = [
        ("present", "1"),
        ("present", "2"),
        ("record", "界桩恢复"),
        ("reached", "agreed_in_substance"),
    ];
    act(&mut browser, &dispute, "记录调解", &[&session[..], &held].concat()).await;
    let page = browser.get(&format!("/disputes/{dispute}/room")).await;
    let address = page.link("起草协议");
    browser.get(&address).await;
    let draft = [
        ("facts", "双方就排水达成一致"),
        ("rows", "1"),
        ("obligor-1", "2"),
        ("obligee-1", "1"),
        ("what-1", "改建排水沟"),
        ("amount-1", "800.00"),
        ("due-1", due.as_str()),
        on,
        ("draft", "1"),
    ];
    let answer = browser.send(&address, &draft).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("协议草稿") && page.has("改建排水沟"), "{}", page.text());
    let room = browser.get(&format!("/disputes/{dispute}/room")).await;
    let hash = room.value("hash");
    for party in ["1", "2"] {
        browser.get(&format!("/disputes/{dispute}/room")).await;
        let confirm = [("party", party), ("hash", hash.as_str())];
        let answer = browser.send(&format!("/disputes/{dispute}/room/confirm"), &confirm).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
    }
    for party in ["1", "2"] {
        act(&mut browser, &dispute, "签名、盖章", &[("signer", "party"), ("party", party), on])
            .await;
    }
    act(&mut browser, &dispute, "签名、盖章", &[("signer", "mediator"), on]).await;
    act(&mut browser, &dispute, "签名、盖章", &[("signer", "seal"), on]).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("协议生效"), "{}", page.text());
}
