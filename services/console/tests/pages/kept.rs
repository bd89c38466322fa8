//! What is typed and not sent: kept for the same clerk, offered again, gone when it is registered or not wanted.

use super::counter;
use super::counter::visitor;

const SAID: &str = "地界被挪了一米多，浇水的渠也不让用";

#[tokio::test]
async fn a_form_that_was_never_sent_waits_for_the_same_clerk_until_it_is_registered() {
    let unit = counter().await;
    let mut browser = unit.logged_in("zhangmin").await;
    browser.get("/register").await;
    let id = browser.request_id.clone();
    let mut form = form_urlencoded::Serializer::new(String::new());
    form.append_pair("csrf", &browser.csrf).append_pair("request_id", &id);
    form.extend_pairs([("name", "马建国"), ("summary", SAID), ("draft", "")]);
    let kept = browser.post("/register/keep", form.finish(), &[("hx-request", "true")]).await;
    assert!(kept.has("已自动保存") && !kept.has("<html"), "{}", kept.text());
    let draft = kept.value("draft");
    assert!(draft.starts_with("drafts/"), "{}", kept.text());
    // Another browser of the same clerk, and one of somebody else.
    let mut again = unit.logged_in("zhangmin").await;
    let page = again.get("/register").await;
    assert!(page.has("还没有登记完的") && page.has("马建国"), "{}", page.text());
    let mut other = unit.logged_in("guanli").await;
    assert!(!other.get("/register").await.has("马建国"));
    assert_eq!(other.get(&format!("/register?draft={draft}")).await.status, 404);
    let page = again.get(&format!("/register?draft={draft}")).await;
    assert!(page.has(SAID) && page.value("name") == "马建国", "{}", page.text());
    assert_eq!(again.request_id, id, "sent before or not, it is one dispute");
    let whole = [&visitor(SAID)[..], &[("draft", draft.as_str())]].concat();
    let answer = again.send("/register", &whole).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    assert!(!again.get("/register").await.has("还没有登记完的"));
    assert_eq!(again.get(&format!("/register?draft={draft}")).await.status, 404);
}

#[tokio::test]
async fn a_form_that_is_not_wanted_is_thrown_away() {
    let unit = counter().await;
    let mut browser = unit.logged_in("zhangmin").await;
    browser.get("/register").await;
    let answer = browser.send("/register/keep", &[("name", "马建国")]).await;
    assert_eq!(answer.to, "/register", "without htmx the page comes again");
    let page = browser.get("/register").await;
    let draft = page.text().split("/register?draft=").nth(1).unwrap();
    let draft = draft.split('"').next().unwrap().to_owned();
    assert_eq!(browser.send("/register/drop", &[("draft", &draft)]).await.status, 303);
    assert!(!browser.get("/register").await.has("还没有登记完的"));
    let twice = browser.send("/register/drop", &[("draft", &draft)]).await;
    assert_eq!(twice.status, 303, "what is gone is gone");
}
