//! Coming in by the agency's own identity provider: who gets in, and what is not believed.

use serde_json::{Value, json};

use super::browser::{Answer, Browser};
use super::counter::visitor;
use super::provider::{CLIENT, Provider, SECRET};
use super::{TOWN, Unit, counter_with};

/// 张敏, as the provider knows her.
fn zhangmin() -> Value {
    json!({ "sub": "u-17", "name": "张敏", "unit": TOWN, "groups": ["窗口", "食堂"] })
}

async fn open(provider: &Provider) -> Unit<jiefen_intake::IntakeArea> {
    open_for(provider, 8).await
}

/// The same with log-ins that last so many hours.
async fn open_for(provider: &Provider, hours: u32) -> Unit<jiefen_intake::IntakeArea> {
    let url = provider.url.clone();
    counter_with(move |config, dir| {
        config.console.session_h = hours;
        let secret = dir.join("oidc.secret");
        std::fs::write(&secret, SECRET).unwrap();
        let oidc = &mut config.console.oidc;
        oidc.issuer_url = Some(url);
        oidc.client_id = Some(CLIENT.to_owned());
        oidc.client_secret_file = Some(secret);
        oidc.pages_url = Some("http://localhost:1".to_owned());
        oidc.agency_claim = Some("unit".to_owned());
        oidc.roles_claim = "groups".to_owned();
        oidc.posts = vec!["窗口=window_clerk".parse().unwrap()];
    })
    .await
}

/// The way back from the provider, within the pages.
fn inside(address: &str) -> String {
    address.strip_prefix("http://localhost:1").unwrap().to_owned()
}

async fn comes_back(browser: &mut Browser, provider: &Provider) -> Answer {
    let out = browser.get("/login/oidc?next=%2Fsearch").await;
    assert_eq!(out.status, 303, "{}", out.text());
    let back = inside(&provider.allows(&out.to));
    browser.get(&back).await
}

#[tokio::test]
async fn the_staff_log_in_with_their_own_provider_and_hold_the_posts_that_its_groups_mean() {
    let provider = Provider::start(zhangmin()).await;
    let unit = open(&provider).await;
    let mut browser = unit.browser();
    assert!(browser.get("/login").await.has("统一身份认证"));
    let answer = comes_back(&mut browser, &provider).await;
    assert_eq!((answer.status, answer.to.as_str()), (303, "/search"), "{}", answer.text());
    let work = browser.get("/").await;
    assert!(work.has("张敏") && work.has("窗口工作人员"), "{}", work.text());
    browser.get("/").await;
    let left = browser.send("/logout", &[]).await;
    let page = browser.get(&left.to).await;
    assert!(page.has("已经退出本系统") && page.has("/login/oidc/leave"), "{}", page.text());
    let gone = browser.get("/login/oidc/leave").await;
    assert!(gone.to.starts_with(&format!("{}/end?", provider.url)), "{}", gone.to);
}

#[tokio::test]
async fn a_token_that_is_forged_expired_or_for_others_lets_nobody_in() {
    for (claim, value, reason) in [
        ("exp", json!(1_000_000), "TOKEN_EXPIRED"),
        ("aud", json!("another-system"), "TOKEN_FOR_OTHERS"),
        ("iss", json!("http://localhost:9"), "TOKEN_OF_OTHER_ISSUER"),
        ("nonce", json!("of another log-in"), "TOKEN_REPLAYED"),
        ("unit", json!("640122.court"), "OTHER_AGENCY"),
        ("groups", json!(["食堂"]), "NO_POST"),
        ("forged", json!(true), "TOKEN_FORGED"),
    ] {
        let provider = Provider::start(zhangmin()).await;
        let unit = open(&provider).await;
        if claim == "forged" {
            provider.forges()
        } else {
            provider.says(claim, value)
        }
        let mut browser = unit.browser();
        let answer = comes_back(&mut browser, &provider).await;
        assert_eq!(answer.status, 401, "{claim}: {}", answer.text());
        assert!(answer.has(reason) && answer.has("没有办成"), "{claim}: {}", answer.text());
        assert_eq!(browser.get("/").await.status, 303, "{claim}: nobody is in");
    }
}

#[tokio::test]
async fn an_answer_that_belongs_to_no_log_in_of_this_browser_is_refused() {
    let provider = Provider::start(zhangmin()).await;
    let unit = open(&provider).await;
    let mut browser = unit.browser();
    let out = browser.get("/login/oidc").await;
    let back = inside(&provider.allows(&out.to));
    let mut stranger = unit.browser();
    let answer = stranger.get(&back).await;
    assert!(answer.status == 401 && answer.has("LOGIN_NOT_BEGUN"), "{}", answer.text());
    let forged = browser.get("/login/oidc/back?code=code-1&state=guessed").await;
    assert!(forged.status == 401 && forged.has("LOGIN_NOT_BEGUN"), "{}", forged.text());
    // What was refused is used up: the right answer comes too late now.
    assert_eq!(browser.get(&back).await.status, 401);
    let answer = comes_back(&mut browser, &provider).await;
    assert_eq!(answer.status, 303);
    let again = browser.get(&back).await;
    assert!(again.status == 401, "an answer counts once");
}

#[tokio::test]
async fn a_provider_that_says_no_or_is_away_is_named_in_a_sentence() {
    let provider = Provider::start(zhangmin()).await;
    let unit = open(&provider).await;
    let mut browser = unit.browser();
    let out = browser.get("/login/oidc").await;
    let (_, query) = out.to.split_once('?').unwrap();
    let asked: Vec<(String, String)> =
        form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    let state = &asked.iter().find(|(name, _)| name == "state").unwrap().1;
    let no = browser.get(&format!("/login/oidc/back?error=access_denied&state={state}")).await;
    assert!(no.status == 401 && no.has("PROVIDER_REFUSED"), "{}", no.text());
    let mut gone = provider;
    gone.url = "http://localhost:1".to_owned();
    let unit = open(&gone).await;
    let away = unit.browser().get("/login/oidc").await;
    assert!(away.status == 503 && away.has("PROVIDER_AWAY"), "{}", away.text());
}

#[tokio::test]
async fn where_no_provider_is_configured_there_is_no_such_door() {
    let unit = super::counter().await;
    let mut browser = unit.browser();
    assert!(!browser.get("/login").await.has("/login/oidc"));
    assert_eq!(browser.get("/login/oidc").await.status, 404);
    assert_eq!(browser.get("/login/oidc/back?code=1&state=2").await.status, 404);
}

#[tokio::test]
async fn a_form_that_met_the_end_of_the_log_in_goes_on_after_a_log_in_in_another_window() {
    let provider = Provider::start(zhangmin()).await;
    let mut late = open_for(&provider, 0).await.browser();
    comes_back(&mut late, &provider).await;
    let csrf = late.get("/login").await.value("csrf");
    late.csrf.clone_from(&csrf);
    late.request_id = "0199c0de-0000-7000-8000-000000000001".to_owned();
    let said = visitor("地界被挪了一米多");
    let page = late.send("/register", &said).await;
    assert!(page.status == 401 && page.has("在新窗口用"), "{}", page.text());
    let kept = page.value("kept");
    // The same browser at the same pages, with time again.
    let unit = open(&provider).await;
    let mut window = unit.browser();
    window.cookie.clone_from(&late.cookie);
    comes_back(&mut window, &provider).await;
    window.csrf = csrf;
    window.request_id.clear();
    let page = window.send("/login/resume", &[("kept", &kept)]).await;
    assert!(page.has("action=\"/register\"") && page.has("继续提交"), "{}", page.text());
    for (name, value) in said {
        assert_eq!(page.value(name), value, "{name}");
    }
}
