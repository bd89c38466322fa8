//! What has ended begins once more on the file that is known: a second petition, a second suit.

use jiff::ToSpan as _;

use super::browser::Browser;
use super::talks::act;
use super::{court, petition_office, today};

async fn begun(browser: &mut Browser, key: &str, more: &[(&str, &str)]) -> String {
    let day = today().to_string();
    let fields = [
        ("applicants.0.name", "马建国"),
        ("others.0.name", "王秀英"),
        ("place", "640122101203"),
        ("summary", "借款三万元到期没有还，请求归还"),
        ("on", day.as_str()),
    ];
    let address = format!("/begin/{key}");
    browser.get(&address).await;
    let answer = browser.send(&address, &[&fields[..], more].concat()).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.to.trim_start_matches("/disputes/").split('?').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_withdrawn_petition_is_registered_once_more_without_telling_it_again() {
    let unit = petition_office().await;
    let mut browser = unit.logged_in("zhao").await;
    let day = today().to_string();
    let on = ("on", day.as_str());
    let first =
        [("form", "visit"), ("matter", "claim"), ("kind", "environment"), ("number", "信2026-1")];
    let dispute = begun(&mut browser, "petition", &first).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(!page.has(">再次登记信访事项</a>"), "the first one goes on: {}", page.text());
    act(&mut browser, &dispute, "登记信访人撤回", &[on]).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    let form = browser.get(&page.link("再次登记信访事项")).await;
    assert!(!form.has("name=\"summary\"") && !form.has("name=\"applicants"), "{}", form.text());
    let more = [("form", "letter"), ("matter", "claim"), ("number", "信2026-2"), on];
    act(&mut browser, &dispute, "再次登记信访事项", &more).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("信2026-1") && page.has("信2026-2"), "both files: {}", page.text());
    assert!(!page.has(">再次登记信访事项</a>"), "the second one goes on");
    let list = browser.get("/petitions").await;
    assert!(list.has("待分类转送 1"), "{}", list.text());
    let ended = browser.get("/petitions?show=ended").await;
    assert!(ended.has("已结 1 件"), "{}", ended.text());
}

#[tokio::test]
async fn after_a_suit_has_ended_a_complaint_is_received_once_more() {
    let unit = court().await;
    let mut browser = unit.logged_in("han").await;
    let day = today().to_string();
    let on = ("on", day.as_str());
    let first = [("kind", "contract_debt"), ("sum", "30000"), ("number", "收2026-1")];
    let dispute = begun(&mut browser, "complaint", &first).await;
    let missing = [("missing", "身份证明"), on];
    act(&mut browser, &dispute, "一次性告知补正", &missing).await;
    let after = today().checked_add(40.days()).unwrap();
    unit.node.on(after);
    let late = after.to_string();
    let on = ("on", late.as_str());
    act(&mut browser, &dispute, "逾期未补正，退回诉状", &[on]).await;
    let more = [("party", "1"), ("number", "收2026-2"), on];
    act(&mut browser, &dispute, "接收起诉", &more).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("收2026-1") && page.has("收2026-2"), "{}", page.text());
    assert!(!page.has(">接收起诉</a>"), "one goes on: {}", page.text());
}
