//! Coming in: the log-in, its limits, forms from elsewhere, and what was filled in when the time ran out.

use axum::body::Body;
use http::Method;

use super::counter::visitor;
use super::{PASSWORD, counter, counter_for};

#[tokio::test]
async fn who_has_not_logged_in_is_asked_to_and_comes_back_to_the_page() {
    let unit = counter().await;
    let mut browser = unit.browser();
    let answer = browser.get("/search?q=x").await;
    assert_eq!((answer.status, answer.to.as_str()), (303, "/login?next=%2Fsearch%3Fq%3Dx"));
    let page = browser.get(&answer.to).await;
    assert!(page.has("登录名"), "{}", page.text());
    let fields = [("login", "zhangmin"), ("password", PASSWORD), ("next", "/search?q=x")];
    let answer = browser.send("/login", &fields).await;
    assert_eq!((answer.status, answer.to.as_str()), (303, "/search?q=x"));
    let work = browser.get("/").await;
    assert_eq!(work.status, 200);
    assert!(work.has("张敏") && work.has("窗口工作人员"), "{}", work.text());
    browser.send("/logout", &[]).await;
    assert_eq!(browser.get("/").await.status, 303);
}

#[tokio::test]
async fn a_wrong_password_is_refused_and_too_many_attempts_are_held_up() {
    let unit = counter().await;
    let mut browser = unit.browser();
    browser.get("/login").await;
    for _ in 0..5 {
        let answer = browser.send("/login", &[("login", "zhangmin"), ("password", "wrong")]).await;
        assert_eq!(answer.status, 401);
        assert!(answer.has("不对") && answer.has("value=\"zhangmin\""), "{}", answer.text());
    }
    let answer = browser.send("/login", &[("login", "zhangmin"), ("password", PASSWORD)]).await;
    assert_eq!(answer.status, 429);
}

#[tokio::test]
async fn a_form_from_elsewhere_changes_nothing() {
    let unit = counter().await;
    let mut browser = unit.logged_in("zhangmin").await;
    browser.get("/register").await;
    let secret = browser.csrf.clone();
    for (csrf, headers) in [
        ("", vec![]),
        ("guessed", vec![]),
        (secret.as_str(), vec![("sec-fetch-site", "cross-site")]),
    ] {
        let body = format!("csrf={csrf}&size=elder&back=/");
        let answer = browser.post("/preferences", body, &headers).await;
        assert_eq!(answer.status, 403, "{csrf}");
        assert!(answer.has("FOREIGN_FORM"));
    }
    let mut stranger = unit.browser();
    let answer = stranger.post("/preferences", format!("csrf={secret}"), &[]).await;
    assert_eq!(answer.status, 403, "the secret of another browser");
    let json = [("content-type", "application/json")];
    let answer = browser.ask(Method::POST, "/register", Body::from("{}"), &json).await;
    assert_eq!(answer.status, 415);
    assert!(!browser.get("/").await.has("class=\"elder\""));
    let answer = browser.send("/preferences", &[("size", "elder"), ("back", "//evil")]).await;
    assert_eq!((answer.status, answer.to.as_str()), (303, "/"));
    assert!(browser.get("/").await.has("class=\"elder\""));
}

#[tokio::test]
async fn a_form_that_is_too_long_is_refused_with_a_sentence() {
    let unit = counter().await;
    let mut browser = unit.logged_in("zhangmin").await;
    let long = "x".repeat(300 * 1024);
    let answer = browser.send("/register", &[("summary", &long)]).await;
    assert_eq!(answer.status, 413);
    assert!(answer.has("太长"));
}

#[tokio::test]
async fn every_page_has_a_strict_policy_and_is_not_kept() {
    let unit = counter().await;
    let mut browser = unit.logged_in("zhangmin").await;
    for address in ["/", "/login", "/register", "/search", "/nowhere"] {
        let answer = browser.get(address).await;
        let policy = answer.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("script-src 'self'") && !policy.contains("unsafe"), "{address}");
        assert_eq!(answer.headers["x-content-type-options"], "nosniff");
        if answer.status == 200 {
            assert_eq!(answer.headers["cache-control"], "no-store", "{address}");
            assert!(!answer.has(" style=\"") && !answer.has("<script>") && !answer.has(" onclick"));
        }
    }
}

#[tokio::test]
async fn english_is_a_choice_that_lasts() {
    let unit = counter().await;
    let mut browser = unit.logged_in("zhangmin").await;
    browser.get("/register").await;
    browser.send("/preferences", &[("language", "en"), ("back", "/register")]).await;
    let page = browser.get("/register").await;
    assert!(page.has("What was said") && page.has("lang=\"en\""), "{}", page.text());
}

#[tokio::test]
async fn what_was_filled_in_when_the_time_ran_out_waits_behind_the_log_in_for_the_same_person() {
    let unit = counter_for(0).await;
    let mut browser = unit.browser();
    browser.get("/login").await;
    browser.send("/login", &[("login", "zhangmin"), ("password", PASSWORD)]).await;
    // The page was open while the time ran out: the form knows the session's secret.
    browser.csrf = browser.get("/login").await.value("csrf");
    browser.request_id = "0199c0de-0000-7000-8000-000000000001".to_owned();
    let late = browser.send("/register", &visitor("地界被挪了一米多")).await;
    assert_eq!(late.status, 401, "{}", late.text());
    assert!(late.has("刚才填写的内容还在"), "{}", late.text());
    let kept = late.value("kept");
    assert!(!kept.is_empty() && !late.has("马建国"), "sealed");
    browser.request_id.clear();
    let fields = [("login", "zhangmin"), ("password", PASSWORD), ("kept", kept.as_str())];
    let page = browser.send("/login", &fields).await;
    assert!(page.has("action=\"/register\"") && page.has("继续提交"), "{}", page.text());
    for (name, value) in visitor("地界被挪了一米多") {
        assert_eq!(page.value(name), value, "{name}");
    }
    assert_eq!(page.value("request_id"), "0199c0de-0000-7000-8000-000000000001");
    // Somebody else at the same machine gets nothing of it.
    let fields = [("login", "guanli"), ("password", PASSWORD), ("kept", kept.as_str())];
    browser.request_id.clear();
    let other = browser.send("/login", &fields).await;
    assert!(other.status == 303 && !other.has("马建国"), "{}", other.text());
    let forged = [("login", "zhangmin"), ("password", PASSWORD), ("kept", "AAAA")];
    assert_eq!(browser.send("/login", &forged).await.status, 303);
}
