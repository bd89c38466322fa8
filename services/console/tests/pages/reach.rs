//! From the counter's page to the page of the unit that has the dispute now.

use jiefen_console::Reach;
use jiefen_handoff::Message;
use jiefen_ledger::Delivered;

use super::counter::register;
use super::talks::act;
use super::{COMMITTEE, counter};

#[tokio::test]
async fn the_counter_sees_where_a_dispute_can_be_opened_once_another_unit_holds_it() {
    let endpoints = ["10.0.0.7:7443".to_owned(), "https://xinping.example/".to_owned()];
    let known = Reach::of(&endpoints, Some("0951-8060001"));
    jiefen_console::reached([(COMMITTEE.parse().unwrap(), known)]);
    let mut unit = counter().await;
    let mut browser = unit.logged_in("zhangmin").await;
    let dispute = register(&mut browser, "两家因院墙排水发生争执，想请村里调解").await;
    let sorted = [("kind", "neighbour"), ("risk", "normal"), ("why", "邻里排水")];
    act(&mut browser, &dispute, "梳理分类", &sorted).await;
    let over = [
        ("unit", COMMITTEE),
        ("track", "people_mediation"),
        ("mode", "delegate"),
        ("basis", "贺党办〔2021〕15号 五(二)"),
    ];
    act(&mut browser, &dispute, "移交给别的单位", &over).await;
    let there = format!("https://xinping.example/disputes/{dispute}");
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(!page.has(&there), "as long as nobody has taken it, it is here: {}", page.text());
    let id = dispute.parse().unwrap();
    let epoch = unit.node.desk_of(id).await.desk.outstanding().unwrap().1.epoch;
    let taken = unit.node.receive(COMMITTEE, id, &Message::Accepted { epoch }, None).await;
    assert_eq!(taken, Delivered::Applied);
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has(&format!("href=\"{there}\"")), "{}", page.text());
    assert!(page.has("href=\"tel:0951-8060001\"") && page.has("需要在该单位有账号"));
    let receipt = browser.get(&format!("/disputes/{dispute}/receipt")).await;
    assert!(!receipt.has("xinping.example"), "what a citizen gets has no door for staff");
}
