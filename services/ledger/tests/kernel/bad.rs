//! Messages that are believed and cannot be handled: kept, with a cause that says what is wrong and what would
//! be right; they hold up their own dispute alone.

use super::*;

/// The causes with which messages were parked.
async fn causes(node: &TestNode<Small>) -> Vec<String> {
    node.parked().await.into_iter().map(|(_, cause)| cause).collect()
}

#[tokio::test]
async fn an_unknown_version_of_an_event_waits_for_a_build_that_knows_it() {
    let mut node = node("640122.centre").await;
    let (one, other) = (brief(51), brief(52));
    for (kind, brief, applied) in [
        ("small.v2.Worked", &one, false),
        // What this node never reads is no business of its own, whatever its version.
        ("small.v2.Rested", &other, true),
        ("small.v1.Worked", &other, true),
    ] {
        let outcome = node.hear("640122.court", kind, Some(brief.dispute), vec![]).await;
        assert_eq!(outcome == Delivered::Applied, applied, "{kind}: {outcome:?}");
    }
    let causes = causes(&node).await;
    assert_eq!(causes.len(), 1);
    for said in ["type", "small.v2.Worked", "small.v1.Worked", "redrive"] {
        assert!(causes[0].contains(said), "{said}: {}", causes[0]);
    }
}

#[tokio::test]
async fn a_message_that_does_not_read_is_parked_with_the_field_that_is_wrong() {
    let mut node = node("640122.centre").await;
    let whole = handoff::Message::Accepted { epoch: handoff::Epoch::new(0, 2) };
    let payload = jiefen_ledger::wire::encode_beside(&whole, &jiefen_procedure::Beside::default());
    let cut = payload[..payload.len() - 1].to_vec();
    for (n, kind, payload, said) in [
        (61, "jiefen.handoff.v1.Accepted", cut, "payload"),
        (62, "jiefen.handoff.v1.Accepted", vec![], "message"),
        (63, "jiefen.handoff.v2.Accepted", payload, "jiefen.handoff.v2.Accepted"),
    ] {
        let envelope = Envelope {
            dst: Destination::Agency(node.ledger.agency()),
            seq: n - 60,
            kind: kind.into(),
            payload,
            ..event(&brief(n as u128), n)
        };
        let outcome = node.ledger.deliver(vec![envelope]).await.unwrap().remove(0);
        let Delivered::Parked(cause) = outcome else { panic!("{n}: {outcome:?}") };
        assert!(cause.contains(said), "{n}: {cause}");
    }
    assert_eq!(causes(&node).await.len(), 3);
    // Other disputes go on.
    let outcome =
        node.hear("640122.police", "small.v1.Worked", Some(brief(64).dispute), vec![]).await;
    assert_eq!(outcome, Delivered::Applied);
}
