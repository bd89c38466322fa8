//! The dossier with what was said in the mediation room.

use jiefen_ledger::shelf::Spoken;
use jiefen_proto::jiefen::documents::v1 as pb;
use jiefen_vocab::{Moment, Private};
use serde_json::json;

use super::pages::text;
use super::room::{Room, TODAY};

async fn say(room: &Room, by: &str, note: bool, words: &str) {
    let spoken = Spoken {
        by: by.to_owned(),
        note,
        text: Private::new(words.to_owned()),
        request_id: format!("{by} {words}"),
    };
    let at = Moment::from_local(TODAY.at(10, 30, 0, 0));
    room.node.ledger.store().say(room.case_id(), spoken, at).await.unwrap();
}

async fn bound(room: &Room) -> (pb::Paper, String) {
    let typed = json!({ "keep": "三十年", "archived_on": "2026-03-11", "archivist": "李静",
        "closed_on": "2026-03-11", "result": "达成协议" });
    let message = pb::BindDossierRequest {
        dispute: room.dispute.to_string(),
        case: room.case(),
        typed: typed.to_string(),
        names: room.asked("", json!({})).unwrap().names,
        request_id: "d-1".to_owned(),
        role: String::new(),
    };
    let answer = room.papers().bind_dossier(room.mine(message)).await.unwrap().into_inner();
    let paper = answer.paper.unwrap();
    let bytes = room.read(&paper.check).await.unwrap();
    (paper, text(&bytes))
}

#[tokio::test]
async fn what_was_said_to_all_is_bound_and_a_note_of_a_private_talk_never_is() {
    let mut room = Room::open().await;
    room.accept().await;
    room.draft().await;
    room.agreement("r-1").await;
    say(&room, "party/1", false, "我同意改建排水沟😀").await;
    say(&room, "640122101203.village_mediation/mediator-1", true, "底线是八百元").await;
    say(&room, "640122101203.village_mediation/mediator-1", false, "请双方周五到场").await;
    let (_, text) = bound(&room).await;
    for there in
        ["调解室沟通记录", "马建国", "我同意改建排水沟□", "请双方周五到场", "2026-03-11 10:30"]
    {
        assert!(text.contains(there), "{there}: {text}");
    }
    assert!(!text.contains("底线是八百元"), "a private note: {text}");
    let report = text.rsplit_once("卷内备考表").unwrap().1;
    assert!(report.contains("调解室沟通记录按需1份"), "{report}");
}

#[tokio::test]
async fn a_room_in_which_nobody_spoke_is_said_to_be_empty() {
    let mut room = Room::open().await;
    room.accept().await;
    room.draft().await;
    room.agreement("r-1").await;
    say(&room, "640122101203.village_mediation/mediator-1", true, "底线是八百元").await;
    let (_, text) = bound(&room).await;
    assert!(text.contains("调解室沟通记录按需无"), "{text}");
}
