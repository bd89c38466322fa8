//! A dispute that the counter's own unit has accepted: how it ends there.

use jiefen_console::{Accounts, NewAccount};
use jiefen_vocab::Role;

use super::browser::Browser;
use super::counter::register;
use super::talks::act;
use super::{PASSWORD, Unit, counter_with, today};

/// The counter of a township, with a mediator of its own.
async fn township() -> Unit<jiefen_intake::IntakeArea> {
    counter_with(|_, dir| {
        let mediator = NewAccount {
            login: "mali".to_owned(),
            name: "马丽".to_owned(),
            person: "mediator-7".to_owned(),
            roles: vec![Role::Mediator],
            password: PASSWORD.to_owned(),
            second_factor: false,
        };
        Accounts::add(&dir.join("accounts.toml"), mediator).unwrap();
    })
    .await
}

async fn accepted(browser: &mut Browser) -> String {
    let dispute = register(browser, "两家因院墙排水发生争执，想请镇里调解").await;
    let sorted = [("kind", "neighbour"), ("risk", "normal"), ("why", "邻里排水")];
    act(browser, &dispute, "梳理分类", &sorted).await;
    let own = [("track", "people_mediation"), ("power", "五(二)1"), ("person", "mediator-7")];
    act(browser, &dispute, "本单位受理", &own).await;
    dispute
}

#[tokio::test]
async fn a_mediator_of_the_unit_records_the_agreement_with_what_is_owed() {
    let unit = township().await;
    let mut clerk = unit.logged_in("zhangmin").await;
    let dispute = accepted(&mut clerk).await;
    let page = clerk.get(&format!("/disputes/{dispute}")).await;
    assert!(!page.has(">登记本单位调成的协议</a>"), "who keeps the counter agrees on nothing");
    let mut mediator = unit.logged_in("mali").await;
    let day = today().to_string();
    let due = today().tomorrow().unwrap().to_string();
    let page = mediator.get(&format!("/disputes/{dispute}")).await;
    let address = page.link("登记本单位调成的协议");
    mediator.get(&address).await;
    let half = [("effect", "contract"), ("signed", "1"), ("lawful", "yes"), ("on", day.as_str())];
    let answer = mediator.send(&address, &half).await;
    assert!(answer.status != 303 && answer.has("id=\"errors\""), "one signature is no agreement");
    let whole = [
        ("effect", "contract"),
        ("signed", "1"),
        ("signed", "2"),
        ("lawful", "yes"),
        ("obligations.0.party", "2"),
        ("obligations.0.due", due.as_str()),
        ("obligations.0.amount", "800"),
        ("on", day.as_str()),
    ];
    act(&mut mediator, &dispute, "登记本单位调成的协议", &whole).await;
    act(&mut clerk, &dispute, "开始跟进履行", &[]).await;
}

#[tokio::test]
async fn a_mediation_of_the_unit_that_failed_goes_to_the_next_route() {
    let unit = township().await;
    let mut clerk = unit.logged_in("zhangmin").await;
    let dispute = accepted(&mut clerk).await;
    let day = today().to_string();
    let failed = [("ground", "no_agreement"), ("on", day.as_str())];
    act(&mut clerk, &dispute, "记录本单位没有化解", &failed).await;
    let page = clerk.get(&format!("/disputes/{dispute}")).await;
    assert!(page.has(">移交给别的单位</a>"), "{}", page.text());
    assert!(!page.has(">记录本单位没有化解</a>"), "the track has ended");
    // What is open now is one press away, with the route in the form.
    let again = page.link("再次人民调解");
    let form = clerk.get(&again).await;
    assert!(form.has("value=\"people_mediation\" selected"), "{}", form.text());
}
