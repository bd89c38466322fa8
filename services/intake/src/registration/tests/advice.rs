//! What the machine says, before a registration and with it.

use super::*;

const WAGES: &str = "工地欠我们三个人工钱，老板说年后给，电话也不接";

fn asked(summary: &str, channel: &str) -> pb::AdviseRequest {
    pb::AdviseRequest {
        place: "640122101203".to_owned(),
        summary: summary.to_owned(),
        channel: channel.to_owned(),
        on: Some(date_to(TODAY)),
        ..Default::default()
    }
}

async fn advised(counter: &Counter, request: pb::AdviseRequest) -> Result<pb::Advice, Status> {
    let answer = counter.intake.clone().advise(counter.clerk(request)).await?;
    Ok(answer.into_inner().advice.unwrap())
}

#[tokio::test]
async fn a_clerk_is_told_kind_unit_track_clock_and_why_before_anything_is_registered() {
    let counter = Counter::open().await;
    let advice = advised(&counter, asked(WAGES, "phone")).await.unwrap();
    let told = (advice.kind.as_str(), advice.unit.as_str(), advice.track.as_str());
    assert_eq!(told, ("labour", "hrss", "labour_mediation"));
    assert_eq!((advice.limit.as_str(), advice.due), ("T-H-01", Some(date_to(date(2026, 3, 26)))));
    assert_eq!(advice.why.len(), 3);
    assert!(advice.why[2].contains("四(三)2") && !advice.words.is_empty(), "{:?}", advice.why);
    assert!(advice.rejected.iter().all(|rejected| rejected.rule != advice.rule));
    let name = format!("cases/{}", case_id(dispute(9)));
    let call = counter.clerk(pb::GetDisputeRequest { name });
    assert_eq!(counter.intake.clone().get_dispute(call).await.unwrap_err().code(), Code::NotFound);
}

#[tokio::test]
async fn a_danger_comes_before_any_offer_of_mediation() {
    let counter = Counter::open().await;
    let text = "丈夫喝了酒拿刀要砍我，我和娃躲在邻居家不敢回";
    let advice = advised(&counter, asked(text, "phone")).await.unwrap();
    let flags: Vec<&str> = advice.signs.iter().map(|sign| sign.flag.as_str()).collect();
    assert!(flags.contains(&"safety_alert"), "{flags:?}");
    assert_eq!(advice.track, "joint_mediation");
    assert!(advice.with.contains(&"police".to_owned()), "{:?}", advice.with);
}

#[tokio::test]
async fn what_the_machine_said_is_kept_with_the_registration_whatever_the_clerk_decided() {
    let counter = Counter::open().await;
    counter.received(1).await;
    let request = registration(1, |content| {
        content.kind = "contract_debt".to_owned();
        content.summary = WAGES.to_owned();
    });
    counter.register(request).await.unwrap();
    let kept = counter.dispute(1).await;
    assert_eq!(kept.content.unwrap().kind, "contract_debt");
    let advice = kept.advice.unwrap();
    assert_eq!(advice.kind, "labour");
    assert_eq!(advice.version, jiefen_triage::advice::version());
}

#[tokio::test]
async fn a_wrong_question_names_each_wrong_field() {
    let counter = Counter::open().await;
    let wrong = pb::AdviseRequest {
        kind: "labor".to_owned(),
        place: "999999".to_owned(),
        channel: "fax".to_owned(),
        summary: "长".repeat(40_000),
        on: Some(date_to(TODAY)),
        ..Default::default()
    };
    let status = advised(&counter, wrong).await.unwrap_err();
    let details = status.get_details_bad_request().unwrap();
    let fields: Vec<&str> =
        details.field_violations.iter().map(|violation| violation.field.as_str()).collect();
    for field in ["kind", "channel", "summary", "place"] {
        assert!(fields.contains(&field), "{field}: {fields:?}");
    }
}
