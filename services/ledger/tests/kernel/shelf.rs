//! What lies beside the cases: a content once under its hash, drafts as typed, each with its limits.

use super::*;
use jiefen_ledger::shelf::{DRAFTS_MAX, Draft, Line, PART, Spoken, sha256};

fn draft(id: &str, body: &str) -> Draft {
    let (title, body) = (Private::new("漏水".to_owned()), Private::new(body.to_owned()));
    Draft { id: id.to_owned(), title, body }
}

#[tokio::test]
async fn a_content_lies_once_under_its_hash_and_reads_back_in_parts() {
    let node = node("640122.centre").await;
    let (store, now) = (node.ledger.store(), node.ledger.identity().clock.now());
    for length in [1, PART - 1, PART, PART + 1, 3 * PART] {
        let content: Vec<u8> = (0..length).map(|at| (at % 253) as u8).collect();
        let hash = sha256(&content);
        assert_eq!(store.paper_parts(&hash).await.unwrap(), None);
        assert!(store.keep_paper(&hash, &content, now).await.unwrap());
        assert!(!store.keep_paper(&hash, &content, now).await.unwrap(), "it was there");
        let parts = store.paper_parts(&hash).await.unwrap().unwrap();
        let mut read = Vec::new();
        for no in 0..parts {
            read.extend(store.paper_part(&hash, no).await.unwrap());
        }
        assert!(read == content, "{length}");
        assert!(store.paper_part(&hash, parts).await.is_err());
    }
}

/// Two uploads of the same content at the same time: one of them is the first, both end well.
#[tokio::test]
async fn the_same_content_from_two_windows_at_once_lies_there_once() {
    let node = node("640122.centre").await;
    let (store, now) = (node.ledger.store(), node.ledger.identity().clock.now());
    let content = vec![7; 2 * PART];
    let hash = sha256(&content);
    let (one, other) = tokio::join!(
        store.keep_paper(&hash, &content, now),
        store.keep_paper(&hash, &content, now)
    );
    assert!(one.unwrap() != other.unwrap());
    assert_eq!(store.paper_parts(&hash).await.unwrap(), Some(2));
}

#[tokio::test]
async fn a_person_keeps_no_more_than_so_many_drafts_and_expired_ones_make_room() {
    let node = node("640122.centre").await;
    let (store, now) = (node.ledger.store(), node.ledger.identity().clock.now());
    let until = now.plus_seconds(60);
    for n in 0..DRAFTS_MAX {
        store.new_draft("a", draft(&format!("d{n}"), "\u{0}一"), now, until).await.unwrap();
    }
    let full = store.new_draft("a", draft("more", ""), now, until).await.unwrap_err();
    assert!(matches!(full, Error::Invalid(_)), "{full}");
    store.new_draft("b", draft("other", ""), now, until).await.unwrap();
    assert_eq!(store.draft("a", "d0", now).await.unwrap().draft, draft("d0", "\u{0}一"));
    assert_eq!(store.drafts("a", now).await.unwrap().len() as u64, DRAFTS_MAX);
    let later = now.plus_seconds(61);
    assert!(store.draft("a", "d0", later).await.is_err());
    store.new_draft("a", draft("more", ""), later, later.plus_seconds(60)).await.unwrap();
    assert_eq!(store.drafts("a", later).await.unwrap().len(), 1);
}

fn room_of(n: u128) -> jiefen_vocab::CaseId {
    case_of(brief(n).dispute)
}

fn spoken(by: &str, text: &str, note: bool, request: &str) -> Spoken {
    let text = Private::new(text.to_owned());
    Spoken { by: by.to_owned(), note, text, request_id: request.to_owned() }
}

#[tokio::test]
async fn what_is_said_in_a_room_is_numbered_and_a_note_is_read_by_its_writer_alone() {
    let node = node("640122.centre").await;
    let (store, now) = (node.ledger.store(), node.ledger.identity().clock.now());
    let (room, other) = (room_of(1), room_of(2));
    let first = store.say(room, spoken("party/1", "量一量\u{0}", false, "a"), now).await.unwrap();
    let note = store.say(room, spoken("m", "她肯让", true, "b"), now).await.unwrap();
    let again = store.say(room, spoken("party/1", "量一量\u{0}", false, "a"), now).await.unwrap();
    assert_eq!((first.no, note.no), (1, 2));
    assert_eq!(again, first, "the same request is the same line");
    let reused = store.say(room, spoken("party/1", "别的", false, "a"), now).await.unwrap_err();
    assert!(matches!(reused, Error::Reused), "{reused}");
    let elsewhere = store.say(other, spoken("party/1", "别的", false, "a"), now).await.unwrap();
    assert_eq!(elsewhere.no, 1, "every room counts for itself");
    let numbers = |lines: Vec<Line>| lines.iter().map(|line| line.no).collect::<Vec<_>>();
    assert_eq!(numbers(store.lines(room, 0, "m").await.unwrap()), [1, 2]);
    assert_eq!(numbers(store.lines(room, 0, "party/1").await.unwrap()), [1]);
    assert_eq!(numbers(store.lines(room, 0, "colleague").await.unwrap()), [1]);
    assert_eq!(numbers(store.lines(room, 1, "m").await.unwrap()), [2]);
    assert_eq!(store.lines(room, 0, "m").await.unwrap()[0], first);
}

#[tokio::test]
async fn two_who_speak_at_once_are_both_heard() {
    let node = node("640122.centre").await;
    let (store, now) = (node.ledger.store(), node.ledger.identity().clock.now());
    let say = |n: u32| {
        let store = store.clone();
        let line = spoken("party/1", "好", false, &n.to_string());
        async move { store.say(room_of(1), line, now).await.unwrap().no }
    };
    let mut said = [0; 6];
    (said[0], said[1], said[2], said[3], said[4], said[5]) =
        tokio::join!(say(0), say(1), say(2), say(3), say(4), say(5));
    said.sort_unstable();
    assert_eq!(said, [1, 2, 3, 4, 5, 6]);
}
