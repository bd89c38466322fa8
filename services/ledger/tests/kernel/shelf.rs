//! What lies beside the cases: a content once under its hash, drafts as typed, each with its limits.

use super::*;
use jiefen_ledger::shelf::{DRAFTS_MAX, Draft, PART, sha256};

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
