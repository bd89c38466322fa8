//! Units of one dispute tell each other which papers there are, and nothing of what stands in them.

use jiefen_handoff::{Epoch, Message};
use jiefen_ledger::{Delivered, wire};
use jiefen_procedure::{Beside, IssuedPaper};
use jiefen_vocab::Moment;
use jiff::civil::date;
use serde_json::json;

use super::room::{Room, TODAY, TOWN};

/// What was sent of papers: to whom, and which.
async fn sent(room: &Room) -> Vec<(String, IssuedPaper)> {
    let mut papers = Vec::new();
    for (to, kind, payload) in room.node.outbox().await {
        if kind == "jiefen.handoff.v1.ProgressReported" {
            let (_, beside) = wire::decode(&payload).unwrap();
            papers.extend(beside.issued.into_iter().map(|paper| (to.clone(), paper)));
        }
    }
    papers
}

#[tokio::test]
async fn who_handed_the_dispute_over_is_told_of_a_paper_once_and_of_nobody_in_it() {
    let mut room = Room::open().await;
    room.accept().await;
    room.draft().await;
    let paper = room.agreement("r-1").await;
    assert_eq!(room.agreement("r-1").await, paper, "the same request again");
    let internal =
        json!({ "lines": [{ "speaker": "调解员", "words": "请说" }], "recorder": "李静" });
    room.issue("mediation_record", internal, "r-2").await.unwrap();
    let told = sent(&room).await;
    let [(to, issued)] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!(to, TOWN);
    let expected = IssuedPaper {
        family: "mediation_agreement".to_owned(),
        number: paper.number.clone(),
        on: TODAY,
        check: paper.check.clone(),
    };
    assert_eq!(*issued, expected);
    for (to, kind, payload) in room.node.outbox().await {
        let text = String::from_utf8_lossy(&payload).into_owned();
        let everybody = to != TOWN;
        assert!(!everybody || !text.contains(&paper.check), "{kind} tells everybody");
        assert!(!kind.contains("Progress") || !text.contains("马建国"), "{kind} names a person");
    }
}

#[tokio::test]
async fn what_another_unit_has_told_stands_among_the_papers_of_the_dispute() {
    let mut room = Room::open().await;
    let before = room.list().await.elsewhere;
    assert_eq!(before.len(), 1, "the township took part and has told of nothing: {before:?}");
    let issued = vec![IssuedPaper {
        family: "assignment_order".to_owned(),
        number: "习街综治交〔2026〕3号".to_owned(),
        on: date(2026, 3, 10),
        check: "7K3M-0Q8T-1ACD-EF23".to_owned(),
    }];
    let at = Moment::from_local(TODAY.at(9, 0, 0, 0));
    let epoch = Epoch::new(0, 2);
    let message = Message::ProgressReported { epoch, at, track: None, next: None };
    let beside = Beside { issued, ..Beside::default() };
    let (dispute, desk) = (room.dispute, room.node.desk_of(room.dispute).await.desk);
    let outcome = room.node.receive_beside(TOWN, dispute, &message, &beside).await;
    assert_eq!(outcome, Delivered::Applied);
    assert_eq!(room.node.desk_of(dispute).await.desk, desk, "it moves nothing");
    let stranger = room.node.receive_beside("640122.court", dispute, &message, &beside).await;
    assert_eq!(stranger, Delivered::Applied);
    let after = room.list().await.elsewhere;
    let [paper] = after.as_slice() else { panic!("{after:?}") };
    assert_eq!(
        (paper.unit.as_str(), paper.zh.as_str(), paper.number.as_str(), paper.issued_on.as_str()),
        (TOWN, "矛盾纠纷交办单", "习街综治交〔2026〕3号", "2026-03-10")
    );
}
