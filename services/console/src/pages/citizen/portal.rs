//! The way to the counter's service for citizens: the portal shows its own token, and a mark of the connection.

use std::time::Duration;

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::documents::v1 as documents;
use jiefen_proto::jiefen::documents::v1::documents_service_client::DocumentsServiceClient;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::citizen_service_client::CitizenServiceClient;
use jiefen_proto::jiefen::mediation::v1 as mediation;
use jiefen_proto::jiefen::mediation::v1 as talks;
use jiefen_proto::jiefen::mediation::v1::room_service_client::RoomServiceClient;
use jiefen_proto::jiefen::mediation::v1::times_service_client::TimesServiceClient;
use jiefen_vocab::Role;

use crate::Console;
use crate::guard::Visit;
use crate::layout::now;
use crate::lines::ask;
use crate::session::{Own, Staff};
use crate::told::Told;

/// The token of the portal lasts as long as one call may take.
const TOKEN: Duration = Duration::from_secs(120);

/// The portal as the services know it: a party, never a member of staff.
pub(super) fn portal(console: &Console) -> Result<Staff, Told> {
    let roles = vec![Role::Party];
    let token = console.issuer.token("portal", console.agency, &roles, TOKEN).map_err(|error| {
        tracing::error!(%error, "no token can be signed for the portal");
        let text = "暂时办不了，请稍后再试，填写的内容不会丢 (not possible now; try again)";
        Told::own(http::StatusCode::SERVICE_UNAVAILABLE, "NO_TOKEN", text)
    })?;
    let until = now().saturating_add(120);
    Ok(Staff { name: String::new(), person: "portal".to_owned(), roles, token, until })
}

/// Files a matter.
pub(super) async fn file(
    console: &Console,
    matter: pb::FileDisputeRequest,
) -> Result<pb::FileDisputeResponse, Told> {
    ask!(console, &portal(console)?, Area::Intake, CitizenServiceClient, file_dispute, matter)
}

/// Where a dispute stands.
pub(super) async fn track(
    console: &Console,
    visit: &Visit,
    own: &Own,
) -> Result<pb::TrackedDispute, Told> {
    let message = pb::TrackDisputeRequest { proof: Some(proof(visit, own)) };
    let answer = ask!(
        console,
        &portal(console)?,
        Area::Intake,
        CitizenServiceClient,
        track_dispute,
        message
    )?;
    Ok(answer.dispute.unwrap_or_default())
}

/// Her papers at one service of this node.
pub(super) async fn papers(
    console: &Console,
    visit: &Visit,
    own: &Own,
    area: Area,
) -> Result<documents::ListOwnPapersResponse, Told> {
    let message = documents::ListOwnPapersRequest {
        receipt: own.receipt.clone(),
        phone_digits: own.digits.clone(),
        client: visit.client().to_owned(),
    };
    let staff = portal(console)?;
    ask!(console, &staff, area, DocumentsServiceClient, list_own_papers, message)
}

/// Asks something of the unit that keeps the dispute.
pub(super) async fn lodge(
    console: &Console,
    message: pb::LodgeRequestRequest,
) -> Result<pb::LodgeRequestResponse, Told> {
    ask!(console, &portal(console)?, Area::Intake, CitizenServiceClient, lodge_request, message)
}

/// The times of her mediation.
pub(super) async fn times(
    console: &Console,
    visit: &Visit,
    own: &Own,
) -> Result<talks::PartyTimes, Told> {
    let message = talks::ShowTimesRequest { proof: Some(times_proof(visit, own)) };
    let staff = portal(console)?;
    let answer = ask!(console, &staff, Area::Mediation, TimesServiceClient, show_times, message)?;
    Ok(answer.times.unwrap_or_default())
}

/// Says which times suit.
pub(super) async fn pick(
    console: &Console,
    message: talks::PickTimesRequest,
) -> Result<talks::PickTimesResponse, Told> {
    ask!(console, &portal(console)?, Area::Mediation, TimesServiceClient, pick_times, message)
}

/// Leaves the mediation.
pub(super) async fn leave(
    console: &Console,
    message: talks::LeaveMediationRequest,
) -> Result<talks::LeaveMediationResponse, Told> {
    ask!(console, &portal(console)?, Area::Mediation, TimesServiceClient, leave_mediation, message)
}

/// By what the mediation is hers.
pub(super) fn times_proof(visit: &Visit, own: &Own) -> talks::TimesProof {
    talks::TimesProof {
        receipt: own.receipt.clone(),
        phone_digits: own.digits.clone(),
        client: visit.client().to_owned(),
    }
}

/// Goes to court with the dispute.
pub(super) async fn sue(
    console: &Console,
    message: pb::FileSuitRequest,
) -> Result<pb::FileSuitResponse, Told> {
    ask!(console, &portal(console)?, Area::Intake, CitizenServiceClient, file_suit, message)
}

/// By what the dispute is hers.
pub(super) fn proof(visit: &Visit, own: &Own) -> pb::Proof {
    pb::Proof {
        receipt: own.receipt.clone(),
        phone_digits: own.digits.clone(),
        client: visit.client().to_owned(),
    }
}

/// What a party sees in the mediation room, as soon as it is newer than what she has seen.
pub(super) async fn enter(
    console: &Console,
    client: &str,
    own: &Own,
    seen: (&str, u64),
    wait_ms: i32,
) -> Result<mediation::EnterRoomResponse, Told> {
    let message = mediation::EnterRoomRequest {
        proof: Some(party_proof(client, own)),
        seen: seen.0.to_owned(),
        after: seen.1,
        wait_ms,
    };
    ask!(console, &portal(console)?, Area::Mediation, RoomServiceClient, enter_room, message)
}

/// Says something in the room.
pub(super) async fn speak(
    console: &Console,
    message: mediation::SpeakRequest,
) -> Result<mediation::SpeakResponse, Told> {
    ask!(console, &portal(console)?, Area::Mediation, RoomServiceClient, speak, message)
}

/// Confirms the text that was shown.
pub(super) async fn confirm(
    console: &Console,
    message: mediation::ConfirmTextRequest,
) -> Result<mediation::ConfirmTextResponse, Told> {
    ask!(console, &portal(console)?, Area::Mediation, RoomServiceClient, confirm_text, message)
}

/// By what the mediation is hers.
pub(super) fn party_proof(client: &str, own: &Own) -> mediation::PartyProof {
    mediation::PartyProof {
        receipt: own.receipt.clone(),
        phone_digits: own.digits.clone(),
        client: client.to_owned(),
    }
}
