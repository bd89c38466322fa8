//! The counter: registering once, whatever is sent; my work; search.

use super::browser::{Answer, Browser};
use super::{counter, today};

const SAID: &str = "地界被挪了一米多，浇水的渠也不让用，想请村里给量一量。";

/// What a clerk types.
pub fn visitor(summary: &'static str) -> Vec<(&'static str, &'static str)> {
    vec![
        ("name", "马建国"),
        ("phone", "13812345678"),
        ("other", "王秀英"),
        ("place", "640122101203"),
        ("place_code", "640122101203"),
        ("summary", summary),
        ("willing", "yes"),
        ("identity", "document_shown"),
    ]
}

/// Registers and comes to the receipt; says the dispute.
pub async fn register(browser: &mut Browser, summary: &'static str) -> String {
    browser.get("/register").await;
    let answer = browser.send("/register", &visitor(summary)).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.to.trim_start_matches("/disputes/").trim_end_matches("/receipt").to_owned()
}

fn field_ids(page: &Answer) -> Vec<String> {
    let names = page.text().split("<label for=\"").skip(1);
    names.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn five_facts_become_a_dispute_with_a_receipt_and_a_duty() {
    let unit = counter().await;
    let mut browser = unit.logged_in("zhangmin").await;
    let empty = browser.get("/").await;
    assert!(empty.has("今天没有要办的事"), "{}", empty.text());
    let dispute = register(&mut browser, SAID).await;
    let receipt = browser.get(&format!("/disputes/{dispute}/receipt")).await;
    assert_eq!(receipt.status, 200);
    assert!(receipt.has("回执码"), "{}", receipt.text());
    let work = browser.get("/").await;
    assert!(work.has("马建国、王秀英"), "{}", work.text());
    assert!(work.has(&format!("/disputes/{dispute}")));
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("马建国 与 王秀英") && page.has("138****5678"), "{}", page.text());
    assert!(page.has("收到反映") && page.has("现在谁在办") && page.has("不成怎么办"));
    assert!(!page.has("13812345678"), "the number is not shown whole");
    let found = browser.get("/search?q=mjg").await;
    assert!(found.has(&format!("/disputes/{dispute}")), "{}", found.text());
}

#[tokio::test]
async fn a_form_that_is_sent_twice_is_one_dispute() {
    let unit = counter().await;
    let mut browser = unit.logged_in("zhangmin").await;
    browser.get("/register").await;
    let id = browser.request_id.clone();
    let first = browser.send("/register", &visitor(SAID)).await;
    browser.request_id = id;
    let second = browser.send("/register", &visitor(SAID)).await;
    assert_eq!((first.status, second.status), (303, 303));
    assert_eq!(first.to, second.to);
    let facts = unit.node.facts().await;
    assert_eq!(facts.iter().filter(|fact| *fact == "inquiry_recorded").count(), 1, "{facts:?}");
}

#[tokio::test]
async fn what_is_wrong_is_said_above_and_beside_the_field_and_everything_typed_stays() {
    let unit = counter().await;
    let mut browser = unit.logged_in("zhangmin").await;
    browser.get("/register").await;
    let typed =
        [("phone", "13812345678"), ("other", "王秀英"), ("place", "新平村"), ("summary", SAID)];
    let answer = browser.send("/register", &typed).await;
    assert_eq!(answer.status, 422);
    assert!(answer.has("id=\"errors\"") && answer.has("href=\"#name\""), "{}", answer.text());
    assert!(answer.has("href=\"#identity\""));
    for kept in ["13812345678", "王秀英", SAID] {
        assert!(answer.has(kept), "{kept}");
    }
    assert!(unit.node.facts().await.is_empty(), "nothing was recorded");
    // A service's own refusal is said in the same way, at the field that it means.
    let mut wrong = visitor(SAID);
    wrong.retain(|(name, _)| *name != "phone");
    wrong.push(("phone", "12"));
    let answer = browser.send("/register", &wrong).await;
    assert_eq!(answer.status, 409, "{}", answer.text());
    assert!(answer.has("href=\"#phone\"") && !answer.has("可能是同一件事"), "{}", answer.text());
    assert!(answer.has("回执有效"), "the visit is recorded");
    let case = answer.value("case");
    let mut right = visitor(SAID);
    right.push(("case", &case));
    let answer = browser.send("/register", &right).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
}

#[tokio::test]
async fn no_text_of_a_visitor_becomes_a_part_of_a_page() {
    let unit = counter().await;
    let mut browser = unit.logged_in("zhangmin").await;
    const EVIL: &str = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
    browser.get("/register").await;
    let mut fields = visitor("占了<script>alert(1)</script>\"'><img src=x onerror=alert(2)>的地");
    for (name, value) in &mut fields {
        if ["name", "other"].contains(name) {
            *value = EVIL;
        }
    }
    fields.push(("look", "1"));
    let escaped = |answer: &Answer, what: &str| {
        assert!(
            !answer.has("<script>alert") && !answer.has("<img src=x"),
            "{what}: {}",
            answer.text()
        );
    };
    escaped(&browser.send("/register", &fields).await, "the form");
    escaped(&browser.send("/register/advice", &fields).await, "the advice");
    fields.pop();
    let answer = browser.send("/register", &fields).await;
    escaped(&answer, "the refusal");
    if answer.status == 303 {
        escaped(&browser.get(&answer.to).await, "the receipt");
        escaped(&browser.get(answer.to.trim_end_matches("/receipt")).await, "the dispute");
        escaped(&browser.get("/").await, "the work");
    }
    escaped(&browser.get("/search?q=%3Cscript%3Ealert(1)%3C/script%3E").await, "the search");
    escaped(
        &browser.get("/login?next=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").await,
        "the log-in",
    );
}

#[tokio::test]
async fn the_machine_advises_beside_the_form_and_proposes_what_may_be_the_same() {
    let unit = counter().await;
    let mut browser = unit.logged_in("zhangmin").await;
    let dispute = register(&mut browser, SAID).await;
    browser.get("/register").await;
    let answer = browser.send("/register/advice", &visitor(SAID)).await;
    assert_eq!(answer.status, 200);
    assert!(answer.has("建议去向") && answer.has("土地承包"), "{}", answer.text());
    assert!(answer.has("可能是同一件事") && answer.has(&dispute), "{}", answer.text());
    // Without JavaScript the same stands in the page, and nothing is registered.
    let mut look = visitor(SAID);
    look.push(("look", "1"));
    let page = browser.send("/register", &look).await;
    assert!(
        page.has("建议去向") && page.has("可能是同一件事") && page.has("马建国"),
        "{}",
        page.text()
    );
    let places = browser.send("/register/places", &[("place", "xpc")]).await;
    assert!(places.has("data-place"), "{}", places.text());
}

#[tokio::test]
async fn nothing_is_asked_twice_in_the_life_of_a_dispute() {
    let unit = counter().await;
    let mut browser = unit.logged_in("zhangmin").await;
    let page = browser.get("/register").await;
    let asked = field_ids(&page);
    let mut once = asked.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), asked.len(), "{asked:?}");
    let dispute = register(&mut browser, SAID).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    let sort = browser.get(&page.link("梳理分类")).await;
    for again in ["name", "phone", "other", "place", "summary"] {
        assert!(!field_ids(&sort).contains(&again.to_owned()), "{again} is asked again");
    }
    // The one thing that both show is already filled in, from what was registered.
    assert!(sort.has("value=\"land_contracting\" selected"), "{}", sort.text());
}

#[tokio::test]
async fn the_clerk_takes_away_what_the_machine_found_and_it_stays_away() {
    const THREAT: &str = "邻居喝了酒拿着菜刀堵在我家门口，说要砍死我，现在还在骂，我不敢出门。";
    let checked = "value=\"safety_alert\" checked";
    let unit = counter().await;
    let mut browser = unit.logged_in("zhangmin").await;
    let dispute = register(&mut browser, THREAT).await;
    let address = browser.get(&format!("/disputes/{dispute}")).await.link("梳理分类");
    let form = browser.get(&address).await;
    assert!(form.has(checked), "{}", form.text());
    let sorted = [("kind", "neighbour"), ("risk", "normal"), ("why", "民警已处置，双方和解")];
    assert_eq!(browser.send(&address, &sorted).await.status, 303);
    let form = browser.get(&address).await;
    assert!(form.has("value=\"safety_alert\"") && !form.has(checked), "{}", form.text());
    browser.send(&address, &[&sorted[..], &[("flags", "safety_alert")]].concat()).await;
    let form = browser.get(&address).await;
    assert!(form.has(checked), "{}", form.text());
}

#[tokio::test]
async fn a_look_ahead_says_what_would_follow_and_changes_nothing() {
    let unit = counter().await;
    let mut browser = unit.logged_in("zhangmin").await;
    let dispute = register(&mut browser, SAID).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    let address = page.link("梳理分类");
    browser.get(&address).await;
    let sorted = [("kind", "land_contracting"), ("risk", "normal"), ("why", "相邻地界")];
    let before = unit.node.facts().await;
    let look = browser.send(&address, &[&sorted[..], &[("look", "1")]].concat()).await;
    assert_eq!(look.status, 200, "{}", look.text());
    assert!(look.has("办了以后") && look.has("</b>梳理；"), "{}", look.text());
    assert_eq!(unit.node.facts().await, before);
    let done = browser.send(&address, &sorted).await;
    assert_eq!(done.status, 303, "{}", done.text());
    let page = browser.get(&done.to).await;
    assert!(page.has("已办好：梳理分类"), "{}", page.text());
    let refused = browser.get(&address).await;
    assert_eq!(refused.status, 200, "the law allows sorting again");
}

#[tokio::test]
async fn an_unlawful_step_is_refused_with_its_article_and_the_input_stays() {
    let unit = counter().await;
    let mut browser = unit.logged_in("zhangmin").await;
    let dispute = register(&mut browser, SAID).await;
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    let address = page.link("登记撤回");
    browser.get(&address).await;
    let day = today().to_string();
    let answer = browser.send(&address, &[("party", "1"), ("on", &day)]).await;
    assert_eq!(answer.status, 409, "{}", answer.text());
    assert!(answer.has("id=\"errors\"") && answer.has("依据"), "{}", answer.text());
    assert!(answer.has("value=\"1\" checked"), "the choice stays: {}", answer.text());
}

#[tokio::test]
async fn the_operator_sees_the_services_and_nobody_else_does() {
    let unit = counter().await;
    let mut clerk = unit.logged_in("zhangmin").await;
    assert_eq!(clerk.get("/system").await.status, 403);
    let mut operator = unit.logged_in("guanli").await;
    let page = operator.get("/system").await;
    assert!(page.has("受理") && page.has("没有搁置的消息"), "{}", page.text());
    assert!(!operator.get("/").await.has("/register"), "the operator registers nothing");
}
