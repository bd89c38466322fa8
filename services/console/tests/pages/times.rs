//! The time of a session: offered by the mediator, chosen by the parties on their telephones, set when it suits all.

use jiefen_procedure::Brief;
use jiefen_vocab::receipt::Receipt;
use jiefen_vocab::{Party, Role};

use super::browser::{Answer, Browser};
use super::handover::brief;
use super::{TOWN, Unit, committee, today};

const PHONES: [&str; 2] = ["13995170001", "13895170002"];

/// A dispute whose parties can be reached.
fn reachable(n: u128) -> Brief {
    let mut brief = brief(n);
    for (party, phone) in brief.parties.iter_mut().zip(PHONES) {
        let mut text = serde_json::to_value(&*party).unwrap();
        text["more"] = serde_json::json!({ "phone": phone });
        *party = serde_json::from_value::<Party>(text).unwrap();
    }
    brief
}

/// The mediator's browser, in a mediation that both have agreed to.
async fn mediating(unit: &mut Unit<jiefen_mediation::MediationArea>, brief: &Brief) -> Browser {
    let mode = jiefen_handoff::Mode::Delegate;
    unit.node.hand_over(TOWN, brief, mode, Role::Mediator).await;
    let mut browser = unit.logged_in("liuchangshun").await;
    let (dispute, day) = (brief.dispute.to_string(), today().to_string());
    let on = ("on", day.as_str());
    for party in ["1", "2"] {
        let fields = [("party", party), ("how", "phone"), on];
        act(&mut browser, &dispute, "一方同意调解", &fields).await;
    }
    let accept =
        [("mediator", "mediator-1"), on, ("rights_told", "yes"), ("not_handled_elsewhere", "yes")];
    act(&mut browser, &dispute, "受理", &accept).await;
    browser
}

async fn act(browser: &mut Browser, dispute: &str, name: &str, fields: &[(&str, &str)]) {
    let page = browser.get(&format!("/disputes/{dispute}")).await;
    let address = page.link(name);
    browser.get(&address).await;
    let answer = browser.send(&address, fields).await;
    assert_eq!(answer.status, 303, "{name}: {}", answer.text());
}

async fn offers(browser: &mut Browser, dispute: &str) {
    let day = |days: i64| today().checked_add(jiff::Span::new().days(days)).unwrap().to_string();
    let (first, second) = (day(2), day(3));
    let fields = [
        ("on1", first.as_str()),
        ("at1", "9:30"),
        ("on2", second.as_str()),
        ("at2", "14：30"),
        ("place", "村议事厅"),
        ("mode", "apart"),
    ];
    act(browser, dispute, "提几个时间让双方选", &fields).await;
}

/// A party's telephone, with the mediation open.
async fn party(unit: &Unit<jiefen_mediation::MediationArea>, brief: &Brief, no: usize) -> Browser {
    let mut browser = unit.browser();
    let door = browser.get("/citizen/times").await;
    assert_eq!((door.status, door.to.as_str()), (303, "/citizen/track?to=times"));
    browser.get(&door.to).await;
    let code = Receipt::of(brief.dispute).to_string();
    let fields = [("code", code.as_str()), ("digits", &PHONES[no - 1][7..]), ("to", "times")];
    let open = browser.send("/citizen/track", &fields).await;
    assert_eq!((open.status, open.to.as_str()), (303, "/citizen/times"), "{}", open.text());
    browser
}

async fn picks(browser: &mut Browser, slots: &[(&str, &str)]) -> Answer {
    browser.get("/citizen/times").await;
    browser.send("/citizen/times", slots).await
}

#[tokio::test]
async fn two_parties_choose_on_their_telephones_and_the_first_common_time_is_set() {
    let mut unit = committee().await;
    let brief = reachable(11);
    let mut mediator = mediating(&mut unit, &brief).await;
    let dispute = brief.dispute.to_string();
    let mut one = party(&unit, &brief, 1).await;
    assert!(one.get("/citizen/times").await.has("现在没有要选的时间"));
    offers(&mut mediator, &dispute).await;
    let page = one.get("/citizen/times").await;
    assert!(page.has("09:30") && page.has("村议事厅") && page.has("分开谈"), "{}", page.text());
    assert!(!page.has("王秀英"), "of the other side nothing");
    let empty = picks(&mut one, &[]).await;
    assert!(empty.status == 422 && empty.has("请至少选一个时间"), "{}", empty.text());
    let answer = picks(&mut one, &[("slot", "1"), ("slot", "2")]).await;
    assert_eq!(answer.to, "/citizen/times?done=chosen", "{}", answer.text());
    assert!(one.get(&answer.to).await.has("等对方选"));
    let work = mediator.get(&format!("/disputes/{dispute}")).await;
    assert!(work.has("等王秀英选调解时间"), "{}", work.text());
    let mut other = party(&unit, &brief, 2).await;
    picks(&mut other, &[("slot", "2")]).await;
    for browser in [&mut one, &mut other] {
        let page = browser.get("/citizen/times").await;
        assert!(page.has("调解时间定了") && page.has("14:30 村议事厅"), "{}", page.text());
    }
    other.request_id = "sent-from-an-old-page".to_owned();
    let late = other.send("/citizen/times", &[("slot", "1")]).await;
    assert!(late.status == 409, "{}", late.text());
}

#[tokio::test]
async fn where_no_time_suits_the_mediator_is_told_to_offer_others() {
    let mut unit = committee().await;
    let brief = reachable(12);
    let mut mediator = mediating(&mut unit, &brief).await;
    let dispute = brief.dispute.to_string();
    offers(&mut mediator, &dispute).await;
    let mut one = party(&unit, &brief, 1).await;
    picks(&mut one, &[("none", "1")]).await;
    // The other one says it by telephone, and the mediator notes it.
    act(&mut mediator, &dispute, "代记当事人选的时间", &[("party", "2"), ("picked", "1、2")]).await;
    assert!(one.get("/citizen/times").await.has("没有一个时间都合适"));
    let page = mediator.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has("没有双方都合适的时间"), "{}", page.text());
}

#[tokio::test]
async fn a_party_who_does_not_want_to_mediate_any_more_ends_it_the_same_day() {
    let mut unit = committee().await;
    let brief = reachable(13);
    let mut mediator = mediating(&mut unit, &brief).await;
    let mut one = party(&unit, &brief, 1).await;
    let page = one.get("/citizen/times/leave").await;
    assert!(page.has("人民调解法3、23、26"), "{}", page.text());
    let left = one.send("/citizen/times/leave", &[]).await;
    assert_eq!(left.to, "/citizen/times?done=left", "{}", left.text());
    let page = one.get("/citizen/times").await;
    assert!(page.has("这次调解已经结束") && !page.has("/citizen/times/leave"), "{}", page.text());
    let page = mediator.get(&format!("/disputes/{}", brief.dispute)).await;
    assert!(page.has("撤回"), "{}", page.text());
}

#[tokio::test]
async fn nobody_sees_times_with_a_wrong_number() {
    let mut unit = committee().await;
    let brief = reachable(14);
    mediating(&mut unit, &brief).await;
    let mut browser = unit.browser();
    browser.get("/citizen/track?to=times").await;
    let code = Receipt::of(brief.dispute).to_string();
    let fields = [("code", code.as_str()), ("digits", "9999"), ("to", "times")];
    let wrong = browser.send("/citizen/track", &fields).await;
    assert!(wrong.status == 404 && wrong.has("对不上"), "{}", wrong.text());
    assert_eq!(browser.get("/citizen/times").await.status, 303);
}
