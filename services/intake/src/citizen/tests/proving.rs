//! By what a dispute is somebody's: the code and the end of the number, and nothing for whoever guesses.

use super::*;
use jiefen_ledger::entity::attempts;
use sea_orm::EntityTrait as _;
use tonic::Code;

/// A code that is written as it should be and belongs to no dispute.
const UNKNOWN: &str = "01M7-Z3QK-7T2A-9XCD";

fn unknown() -> String {
    let signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U".chars();
    let codes = signs.map(|check| format!("{UNKNOWN}-{check}"));
    let right = |code: &String| code.parse::<jiefen_intake_rules::receipt::Receipt>().is_ok();
    codes.into_iter().find(right).unwrap()
}

#[tokio::test]
async fn an_unknown_code_and_a_wrong_number_are_answered_alike() {
    let counter = Counter::open().await;
    let receipt = counter.file(matter("f-1")).await.unwrap().receipt;
    let unknown = counter.track(pair(&unknown(), "0001")).await.unwrap_err();
    let wrong = counter.track(pair(&receipt, "9999")).await.unwrap_err();
    assert_eq!(reason(&unknown), "NO_SUCH_PAIR");
    assert_eq!(unknown.code(), wrong.code());
    assert_eq!(unknown.message(), wrong.message());
    assert_eq!(unknown.details(), wrong.details());
    assert!(counter.track(pair(&receipt, "0001")).await.is_ok());
    assert!(counter.track(pair(&receipt.replace('-', ""), "１３９９５１７０００１")).await.is_ok());
}

#[tokio::test]
async fn a_slip_of_the_pen_is_named_and_is_no_attempt() {
    let counter = Counter::open().await;
    let receipt = counter.file(matter("f-1")).await.unwrap().receipt;
    for _ in 0..12 {
        let slip = format!("O{}", &receipt[1..]);
        let refused = counter.track(pair(&slip, "")).await.unwrap_err();
        assert_eq!(wrong(&refused), ["proof.receipt", "proof.phone_digits"]);
        assert!(
            refused.get_error_details().bad_request().unwrap().field_violations[0]
                .description
                .contains("应为数字“0”")
        );
    }
    assert!(counter.track(pair(&receipt, "0001")).await.is_ok());
}

#[tokio::test]
async fn who_guesses_ten_times_waits_for_the_next_hour() {
    let counter = Counter::open().await;
    let receipt = counter.file(matter("f-1")).await.unwrap().receipt;
    for n in 0..10 {
        let refused = counter.track(pair(&receipt, &format!("90{n:02}"))).await.unwrap_err();
        assert_eq!(reason(&refused), "NO_SUCH_PAIR", "{n}");
    }
    let other = pb::Proof { client: "two".to_owned(), ..pair(&receipt, "0001") };
    let refused = counter.track(other.clone()).await.unwrap_err();
    assert_eq!(
        (refused.code(), reason(&refused).as_str()),
        (Code::ResourceExhausted, "TOO_MANY_ATTEMPTS")
    );
    counter.node.on(date(2026, 3, 12));
    assert!(counter.track(other).await.is_ok());
}

#[tokio::test]
async fn one_connection_guesses_thirty_times_and_others_are_not_held_up() {
    let counter = Counter::open().await;
    let receipts = [counter.file(matter("f-1")).await, counter.file(matter("f-2")).await];
    let receipts = receipts.map(|filed| filed.unwrap().receipt);
    let third = counter.file(matter("f-3")).await.unwrap().receipt;
    for n in 0..10 {
        for receipt in receipts.iter().chain([&third]) {
            counter.track(pair(receipt, &format!("90{n:02}"))).await.unwrap_err();
        }
    }
    let fourth = counter.file(matter("f-4")).await.unwrap().receipt;
    assert_eq!(
        reason(&counter.track(pair(&fourth, "0001")).await.unwrap_err()),
        "TOO_MANY_ATTEMPTS"
    );
    let other = pb::Proof { client: "two".to_owned(), ..pair(&fourth, "0001") };
    assert!(counter.track(other).await.is_ok());
}

#[tokio::test]
async fn looking_often_with_the_right_pair_is_no_guessing() {
    let counter = Counter::open().await;
    let receipt = counter.file(matter("f-1")).await.unwrap().receipt;
    for _ in 0..40 {
        counter.track(pair(&receipt, "0001")).await.unwrap();
    }
}

#[tokio::test]
async fn attempts_are_kept_as_digests_without_code_number_or_connection() {
    let counter = Counter::open().await;
    let receipt = counter.file(matter("f-1")).await.unwrap().receipt;
    counter.track(pair(&receipt, "9999")).await.unwrap_err();
    let rows = attempts::Entity::find().all(counter.node.ledger.store().readers()).await.unwrap();
    assert_eq!(rows.len(), 3, "one of filing, two of guessing");
    for row in rows {
        assert!(row.key.len() == 64 && row.key.bytes().all(|byte| byte.is_ascii_hexdigit()));
        assert_eq!(row.times, 1);
    }
}

#[tokio::test]
async fn each_party_sees_the_course_and_nothing_of_the_other() {
    let counter = Counter::open().await;
    let receipt = counter.file(matter("f-1")).await.unwrap().receipt;
    counter.lodge(pair(&receipt, "0001"), "complaint", "r-1").await.unwrap();
    let own = counter.track(pair(&receipt, "0001")).await.unwrap();
    assert_eq!(own.requests.len(), 1);
    let other = counter.track(pair(&receipt, "0002")).await.unwrap();
    assert!(!other.applicant && other.requests.is_empty());
    assert!(!other.may.contains(&"withdrawal".to_owned()));
    let text = serde_json::to_string(&other).unwrap();
    assert!(
        !text.contains(CANARY) && !text.contains("0001") && !text.contains(OTHER_PHONE),
        "{text}"
    );
}

#[tokio::test]
async fn a_number_that_fits_both_sides_must_be_given_whole() {
    let counter = Counter::open().await;
    let alike = pb::FileDisputeRequest { other_phone: "13895170001".to_owned(), ..matter("f-1") };
    let receipt = counter.file(alike).await.unwrap().receipt;
    assert_eq!(reason(&counter.track(pair(&receipt, "0001")).await.unwrap_err()), "MORE_DIGITS");
    assert!(counter.track(pair(&receipt, OWN_PHONE)).await.unwrap().applicant);
    assert!(!counter.track(pair(&receipt, "13895170001")).await.unwrap().applicant);
}

#[tokio::test]
async fn nobody_but_the_portal_of_this_unit_is_served() {
    let counter = Counter::open().await;
    let receipt = counter.file(matter("f-1")).await.unwrap().receipt;
    let track = || pb::TrackDisputeRequest { proof: Some(pair(&receipt, "0001")) };
    for (unit, role) in
        [(TOWN, Role::WindowClerk), (TOWN, Role::Leader), ("640122.centre", Role::Party)]
    {
        let call = counter.by(unit, role, track());
        let refused = counter.citizens.clone().track_dispute(call).await.unwrap_err();
        assert_eq!(refused.code(), Code::PermissionDenied, "{unit} {role}");
    }
    let bare = counter.citizens.clone().track_dispute(track()).await.unwrap_err();
    assert_eq!(bare.code(), Code::Unauthenticated);
}

#[tokio::test]
async fn the_portal_gives_no_command_of_the_staff() {
    let counter = Counter::open().await;
    let receipt = counter.file(matter("f-1")).await.unwrap().receipt;
    let name = counter.dispute(&receipt).await.head.unwrap().name;
    let get = counter.portal(pb::GetDisputeRequest { name: name.clone() });
    assert_eq!(
        counter.intake.clone().get_dispute(get).await.unwrap_err().code(),
        Code::PermissionDenied
    );
    let withdraw = pb::WithdrawRequest {
        head: head(&name, "w-1"),
        party: 1,
        on: Some(common::Date { year: 2026, month: 3, day: 11 }),
        risk_checked: true,
        ..Default::default()
    };
    let refused = counter.intake.clone().withdraw(counter.portal(withdraw)).await.unwrap_err();
    assert_eq!(refused.code(), Code::PermissionDenied);
}

#[tokio::test]
async fn the_register_tells_the_units_own_name_and_number() {
    use jiefen_county::{Bundle, County, Entry, Profile, UnitKind};
    let counter = Counter::open().await;
    let receipt = counter.file(matter("f-1")).await.unwrap().receipt;
    let name = counter.dispute(&receipt).await.head.unwrap().name;
    let case = name.trim_start_matches("cases/").parse().unwrap();
    let umbrella = counter.node.case(case).await;
    let profile = Profile {
        kind: UnitKind::Centre,
        name: "金贵镇社会矛盾纠纷调处化解中心".to_owned(),
        posts: vec![],
        duties: vec![],
        served_by: None,
        source: "贺党办〔2021〕15号".to_owned(),
        valid_from: date(2021, 2, 10),
        valid_to: None,
        also: Default::default(),
        phone: Some("09518062110".to_owned()),
        address: Some("贺兰县金贵镇银河东路8号".to_owned()),
        membership: None,
    };
    let town = TOWN.parse().unwrap();
    let entry = Entry::added(town, profile, None, None, date(2021, 2, 10));
    let bundle = Bundle::sorted(1, date(2021, 2, 10), vec![entry]);
    let mut identity = counter.node.ledger.identity().clone();
    let county = County::new(&bundle, "640122.registry".parse().unwrap());
    identity.county = Some(Arc::new(county));
    let seen = super::super::view::tracked(&umbrella, &[], (1, &[]), &identity).unwrap();
    let holder = seen.holder.unwrap();
    assert_eq!(holder.name, "金贵镇社会矛盾纠纷调处化解中心");
    assert_eq!(holder.phone, "09518062110");
    assert_eq!(holder.address, "贺兰县金贵镇银河东路8号");
}

#[tokio::test]
async fn a_party_sees_which_posts_have_looked_into_her_file_on_which_day() {
    let counter = Counter::open().await;
    let receipt = counter.file(matter("f-1")).await.unwrap().receipt;
    assert!(counter.track(pair(&receipt, "0001")).await.unwrap().looks.is_empty());
    for _ in 0..2 {
        counter.dispute(&receipt).await;
    }
    let name = counter.dispute(&receipt).await.head.unwrap().name;
    counter.node.on(date(2026, 3, 12));
    let call = counter.by("640122.centre", Role::CentreDirector, pb::GetDisputeRequest { name });
    counter.intake.clone().get_dispute(call).await.unwrap();
    let looks = counter.track(pair(&receipt, "0001")).await.unwrap().looks;
    let seen: Vec<(u32, &str, &str)> = looks
        .iter()
        .map(|look| (look.on.unwrap().day as u32, look.unit.as_str(), look.post_zh.as_str()))
        .collect();
    assert_eq!(
        seen,
        [(12, "贺兰县综治中心", "综治中心负责人"), (11, "贺兰县金贵镇综治中心", "窗口工作人员")]
    );
}
