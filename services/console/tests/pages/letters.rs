//! The complaint box without a dispute: written on a phone without a script, answered by the unit, read with the code.

use super::browser::{Answer, Browser};
use super::{Unit, counter};

const SAID: &str = "窗口的人说话很凶，<b>我</b>排了两个小时";

/// What a page says in its panel: the code.
fn code(page: &Answer) -> String {
    let rest =
        page.text().split("class=\"code\">").nth(1).unwrap_or_else(|| panic!("{}", page.text()));
    rest.split('<').next().unwrap().to_owned()
}

async fn writes(unit: &Unit<jiefen_intake::IntakeArea>, about: &str) -> (Browser, String) {
    let mut phone = unit.browser();
    let home = phone.get("/citizen").await;
    assert!(home.has("/citizen/box") && home.has("/citizen/answer"), "{}", home.text());
    phone.get("/citizen/box").await;
    let letter =
        [("about", about), ("text", SAID), ("concerns", "二号窗口"), ("phone", "13995170001")];
    let sent = phone.send("/citizen/box", &letter).await;
    assert_eq!(
        (sent.status, sent.to.as_str()),
        (303, "/citizen/answer?fresh=1"),
        "{}",
        sent.text()
    );
    let read = phone.get(&sent.to).await;
    assert!(read.has("还没有答复，最迟") && read.has("已经收到"), "{}", read.text());
    assert!(!read.has("13995170001") && !read.has("<b>我</b>"), "{}", read.text());
    let code = code(&read);
    (phone, code)
}

#[tokio::test]
async fn a_complaint_without_a_dispute_is_answered_by_the_head_and_read_with_its_code() {
    let unit = counter().await;
    let (mut phone, code) = writes(&unit, "complaint").await;
    let mut clerk = unit.logged_in("zhangmin").await;
    let work = clerk.get("/").await;
    assert!(work.has("负责人答复投诉") && work.has("href=\"/requests\""), "{}", work.text());
    let list = clerk.get("/requests").await;
    for shown in ["排了两个小时", "二号窗口", "13995170001", "最迟", "没有对应的纠纷"]
    {
        assert!(list.has(shown), "{shown}: {}", list.text());
    }
    let address = list.link("答复<span class=\"off\">：投诉</span>");
    let form = clerk.get(&address).await;
    assert!(form.status == 200 && form.has("排了两个小时"), "{}", form.text());
    let looked = [("answer", "已经批评，向您道歉"), ("signed_by", "director-1"), ("look", "1")];
    assert!(clerk.send(&address, &looked).await.has("可以办"));
    let answered = clerk.send(&address, &looked[..2]).await;
    assert_eq!((answered.status, answered.to.as_str()), (303, "/requests?done=box.answer"));
    assert!(clerk.get(&answered.to).await.has("已经答复"));
    assert!(clerk.get("/requests?all=1").await.has("已经批评，向您道歉"));
    assert!(phone.get("/citizen/answer").await.has("已经批评，向您道歉"), "where it is still open");
    // On another telephone, later: with the code alone.
    let mut other = unit.browser();
    assert!(other.get("/citizen/answer").await.has("name=\"code\""));
    let opened =
        other.send("/citizen/answer", &[("code", &code.replace('-', "").to_lowercase())]).await;
    assert_eq!((opened.status, opened.to.as_str()), (303, "/citizen/answer"), "{}", opened.text());
    let read = other.get("/citizen/answer").await;
    assert!(read.has("已经批评，向您道歉") && !read.has("director-1"), "{}", read.text());
    other.send("/citizen/leave", &[]).await;
    assert!(
        !other.get("/citizen/answer").await.has("已经批评"),
        "closed on a telephone that others use"
    );
}

#[tokio::test]
async fn what_is_wrong_with_a_letter_is_said_and_what_was_typed_stays() {
    let unit = counter().await;
    let mut phone = unit.browser();
    phone.get("/citizen/box").await;
    let nothing = phone.send("/citizen/box", &[("text", ""), ("concerns", "二号窗口")]).await;
    assert_eq!(nothing.status, 422, "{}", nothing.text());
    for shown in ["href=\"#about\"", "href=\"#text\"", "二号窗口"] {
        assert!(nothing.has(shown), "{shown}: {}", nothing.text());
    }
    let wrong = [("about", "question"), ("text", SAID), ("phone", "12")];
    let wrong = phone.send("/citizen/box", &wrong).await;
    assert!(wrong.status == 422 && wrong.has("href=\"#phone\""), "{}", wrong.text());
    assert!(wrong.has("排了两个小时"), "{}", wrong.text());
    // Another mediator is asked for within a dispute.
    let other = phone.send("/citizen/box", &[("about", "other_mediator"), ("text", SAID)]).await;
    assert_eq!(other.status, 422, "{}", other.text());
    let larger = [("about", "question"), ("text", SAID), ("size", "elder")];
    let larger = phone.send("/citizen/box", &larger).await;
    assert!(larger.has("class=\"elder\"") && larger.has("排了两个小时"), "{}", larger.text());
    assert!(unit.node.facts().await.is_empty(), "nothing was kept");
}

#[tokio::test]
async fn a_letter_that_is_sent_twice_is_one_and_too_many_are_held_up() {
    let unit = counter().await;
    let mut phone = unit.browser();
    phone.get("/citizen/box").await;
    let id = phone.request_id.clone();
    let letter = [("about", "suggestion"), ("text", SAID)];
    for _ in 0..2 {
        phone.request_id = id.clone();
        assert_eq!(phone.send("/citizen/box", &letter).await.status, 303);
    }
    assert_eq!(unit.node.facts().await.len(), 1);
    let mut last = 303;
    for _ in 0..10 {
        phone.get("/citizen/box").await;
        last = phone.send("/citizen/box", &letter).await.status;
    }
    assert_eq!(last, 429, "ten in an hour");
}

#[tokio::test]
async fn who_guesses_codes_learns_nothing_and_is_held_up() {
    let unit = counter().await;
    let (_, code) = writes(&unit, "question").await;
    let mut guess = unit.browser();
    guess.get("/citizen/answer").await;
    let slip = format!("{}{}", if code.starts_with('0') { "1" } else { "0" }, &code[1..]);
    let wrong = guess.send("/citizen/answer", &[("code", &slip)]).await;
    assert!(wrong.status >= 400 && wrong.has("href=\"#code\""), "{}", wrong.text());
    // Of a dispute the code alone opens nothing.
    let mut clerk = unit.logged_in("zhangmin").await;
    let dispute = super::counter::register(&mut clerk, "两家因院墙排水发生争执").await;
    let receipt = clerk.get(&format!("/disputes/{dispute}/receipt")).await;
    let of_dispute = self::code(&receipt);
    let mut last = 404;
    for _ in 0..11 {
        let answer = guess.send("/citizen/answer", &[("code", &of_dispute)]).await;
        assert!(answer.status >= 400, "{}", answer.text());
        last = answer.status;
    }
    assert_eq!(last, 429, "ten of one code in an hour");
}
