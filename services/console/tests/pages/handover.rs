//! Handing over and taking: what the next unit sees, and what no other unit does.

use jiefen_handoff as handoff;
use jiefen_procedure::Brief;
use jiefen_vocab::{Channel, DisputeId, DisputeKind, Party, Private, TrackKind};
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};

use super::{TOWN, committee, counter, today};
use crate::counter::register;

/// What travels with a hand-over.
pub fn brief(n: u128) -> Brief {
    let party = |no, name: &str, role: &str| -> Party {
        let text = serde_json::json!({"no": no, "name": name, "role": role, "kind": "person", "minor": false});
        serde_json::from_value(text).unwrap()
    };
    Brief {
        dispute: DisputeId::from_bits((0x0199 << 112) | n),
        code: "7K3M-Q9TX".into(),
        kind: DisputeKind::Neighbour,
        channel: Channel::ZzTown,
        place: "640122101203".parse().unwrap(),
        other_place: None,
        summary: Private::new("院墙排水".into()),
        parties: vec![party(1, "马建国", "applicant"), party(2, "王秀英", "respondent")],
        amount: None,
        people: 2,
        flags: Default::default(),
        received_on: today(),
        track: TrackKind::PeopleMediation,
        basis: "五(二)1".into(),
        known: Default::default(),
        consents: vec![],
    }
}

fn offer(brief: &Brief, due: jiefen_vocab::Moment) -> handoff::Message {
    handoff::Message::Offered(handoff::Offer {
        epoch: handoff::Epoch::new(0, 2),
        mode: handoff::Mode::Delegate,
        due: Some(due),
        brief: jiefen_vocab::FactId::from_bits(brief.dispute.0.bits()),
        binding: handoff::Binding::Free,
        co_units: Default::default(),
        result_due: None,
        declines: 0,
        ground: None,
    })
}

#[tokio::test]
async fn an_offer_is_a_duty_and_can_be_accepted_after_a_look() {
    let mut unit = committee().await;
    let brief = brief(1);
    let due = unit.node.ledger.identity().clock.now().plus_seconds(86_400);
    unit.node.receive(TOWN, brief.dispute, &offer(&brief, due), Some(&brief)).await;
    let mut browser = unit.logged_in("liuchangshun").await;
    let work = browser.get("/").await;
    assert!(work.has("签收或退回") && work.has("马建国、王秀英"), "{}", work.text());
    let page = browser.get(&format!("/disputes/{}", brief.dispute)).await;
    assert!(page.has("移送到本单位") && page.has("院墙排水"), "{}", page.text());
    let address = page.link("签收");
    browser.get(&address).await;
    let look = browser.send(&address, &[("number", ""), ("look", "1")]).await;
    assert!(look.has("已签收，等对方确认"), "{}", look.text());
    assert!(unit.node.desk_of(brief.dispute).await.desk.pending.is_some(), "only a look");
    let done = browser.send(&address, &[("number", "（2026）调字1号")]).await;
    assert_eq!(done.status, 303, "{}", done.text());
    assert!(unit.node.desk_of(brief.dispute).await.desk.pending.is_none());
}

#[tokio::test]
async fn a_unit_that_declines_must_say_who_is_competent() {
    let mut unit = committee().await;
    let brief = brief(2);
    let due = unit.node.ledger.identity().clock.now().plus_seconds(86_400);
    unit.node.receive(TOWN, brief.dispute, &offer(&brief, due), Some(&brief)).await;
    let mut browser = unit.logged_in("liuchangshun").await;
    let page = browser.get(&format!("/disputes/{}", brief.dispute)).await;
    let address = page.link("退回");
    browser.get(&address).await;
    let answer = browser.send(&address, &[("ground", "not_competent")]).await;
    assert!([409, 422].contains(&answer.status), "{} {}", answer.status, answer.text());
    assert!(
        answer.has("id=\"errors\"") && answer.has("not_competent\" selected"),
        "{}",
        answer.text()
    );
    let right = [("ground", "not_competent"), ("proposal", "640122101.town_mediation")];
    let answer = browser.send(&address, &right).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
}

#[tokio::test]
async fn duties_stand_in_the_order_of_their_deadlines() {
    let mut unit = committee().await;
    let now = unit.node.ledger.identity().clock.now();
    for (n, hours) in [(1_u128, 50_i64), (2, -30), (3, 90), (4, 2)] {
        let mut brief = brief(n);
        brief.parties.truncate(1);
        brief.parties[0].name = Private::new(format!("当事人{n}"));
        let due = now.plus_seconds(hours * 3600);
        unit.node.receive(TOWN, brief.dispute, &offer(&brief, due), Some(&brief)).await;
    }
    let mut browser = unit.logged_in("liuchangshun").await;
    let page = browser.get("/").await;
    let at = |n: u32| {
        page.text()
            .find(&format!("<br>当事人{n} "))
            .unwrap_or_else(|| panic!("{n}: {}", page.text()))
    };
    assert!(at(2) < at(4) && at(4) < at(1) && at(1) < at(3), "{}", page.text());
    assert!(page.has("1 件已超期"), "{}", page.text());
}

#[tokio::test]
async fn the_list_is_in_the_order_of_the_deadlines_over_all_its_pages() {
    let mut unit = committee().await;
    let now = unit.node.ledger.identity().clock.now();
    let mut rng = StdRng::seed_from_u64(20_261_127);
    let mut right = Vec::new();
    for n in 1..=120_u128 {
        let mut brief = brief(n);
        brief.parties.truncate(1);
        brief.parties[0].name = Private::new(format!("当事人{n}"));
        // Many end in the same hour, many are late.
        let due = now.plus_seconds(rng.random_range(-20..20) * 3600);
        right.push((due, brief.dispute.to_string(), n));
        unit.node.receive(TOWN, brief.dispute, &offer(&brief, due), Some(&brief)).await;
    }
    right.sort();
    let mut browser = unit.logged_in("liuchangshun").await;
    let (mut listed, mut pages, mut address) = (Vec::new(), 0, "/".to_owned());
    loop {
        let page = browser.get(&address).await;
        pages += 1;
        listed.extend(
            page.text()
                .split("<br>当事人")
                .skip(1)
                .map(|rest| rest.split(' ').next().unwrap().parse::<u128>().unwrap()),
        );
        assert!(page.has("件已超期"), "every page says how many are late: {}", page.text());
        if !page.has("看后面的") {
            break;
        }
        address = page.link("看后面的");
    }
    let right: Vec<u128> = right.into_iter().map(|(.., n)| n).collect();
    assert_eq!((pages, listed), (3, right));
}

#[tokio::test]
async fn another_units_dispute_is_not_found_and_looks_like_none() {
    let (town, village) = (counter().await, committee().await);
    let mut clerk = town.logged_in("zhangmin").await;
    let dispute = register(&mut clerk, "两家因院墙排水发生争执").await;
    let mut mediator = village.logged_in("liuchangshun").await;
    let theirs = mediator.get(&format!("/disputes/{dispute}")).await;
    let none = mediator.get(&format!("/disputes/{}", brief(9).dispute)).await;
    assert_eq!((theirs.status, none.status), (404, 404));
    assert!(!theirs.has("马建国"));
    let text = |answer: &super::browser::Answer, id: &str| answer.text().replace(id, "");
    let (a, b) = (text(&theirs, &dispute), text(&none, &brief(9).dispute.to_string()));
    let cut = |text: &str| text[text.find("<main").unwrap()..].to_owned();
    assert_eq!(cut(&a), cut(&b), "a refusal does not say whether it exists");
    let odd = mediator.get("/disputes/not-a-code").await;
    assert_eq!(odd.status, 422);
    // A browser of one unit is nobody at another.
    mediator.cookie.clone_from(&clerk.cookie);
    assert_eq!(mediator.get("/").await.status, 303);
}
