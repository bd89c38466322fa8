//! 起诉: a party takes her dispute to court by herself, where the law opens the way.

use super::*;
use tonic::Code;

impl Counter {
    /// What she filed is registered and sorted by the clerk; the receipt.
    async fn sorted(&self) -> String {
        let receipt = self.file(matter("f-1")).await.unwrap().receipt;
        let dispute = self.dispute(&receipt).await;
        let name = dispute.head.unwrap().name;
        let register = pb::RegisterRequest {
            head: head(&name, "s-1"),
            content: dispute.content,
            identity: "document_shown".to_owned(),
            ..Default::default()
        };
        let call = self.by(TOWN, Role::WindowClerk, register);
        self.intake.clone().register(call).await.unwrap();
        let classify = pb::ClassifyRequest {
            head: head(&name, "s-2"),
            kind: "neighbour".to_owned(),
            risk: "normal".to_owned(),
            why: "相邻关系".to_owned(),
            ..Default::default()
        };
        let call = self.by(TOWN, Role::WindowClerk, classify);
        self.intake.clone().classify(call).await.unwrap();
        receipt
    }

    async fn sue(&self, proof: pb::Proof, id: &str) -> Result<pb::TrackedDispute, Status> {
        let m = pb::FileSuitRequest { head: head("", id), proof: Some(proof) };
        let answer = self.citizens.clone().file_suit(self.portal(m)).await?.into_inner();
        Ok(answer.dispute.unwrap())
    }
}

#[tokio::test]
async fn she_sees_the_way_to_court_with_its_articles_and_her_dispute_goes_there_at_once() {
    let counter = Counter::open().await;
    let receipt = counter.sorted().await;
    let own = pair(&receipt, "0001");
    let way = counter.track(own.clone()).await.unwrap().suit.unwrap();
    assert_eq!(way.court.unwrap().name, "贺兰县人民法院");
    assert!(way.basis.contains("民事诉讼法122、126"), "{}", way.basis);
    for _ in 0..2 {
        let after = counter.sue(own.clone(), "c-1").await.unwrap();
        assert_eq!(after.state, "assigned", "the same request again changes nothing");
        assert_eq!(after.offered_to.unwrap().agency, "640122.court");
        assert!(after.suit.is_none(), "it is on its way");
    }
    let offers = counter.node.outbox().await;
    let to_court = offers.iter().filter(|(to, ..)| to.contains("640122.court")).count();
    assert_eq!(to_court, 1, "{offers:?}");
    let again = counter.sue(own, "c-2").await.unwrap_err();
    assert_eq!(reason(&again), "WRONG_STAGE");
}

#[tokio::test]
async fn before_it_is_sorted_and_for_who_does_not_claim_the_way_is_closed() {
    let counter = Counter::open().await;
    let receipt = counter.file(matter("f-0")).await.unwrap().receipt;
    assert!(counter.track(pair(&receipt, "0001")).await.unwrap().suit.is_none());
    let early = counter.sue(pair(&receipt, "0001"), "c-1").await.unwrap_err();
    assert_eq!(reason(&early), "WRONG_STAGE");
    let receipt = counter.sorted().await;
    let other = pair(&receipt, "0002");
    assert!(counter.track(other.clone()).await.unwrap().suit.is_none());
    assert_eq!(reason(&counter.sue(other, "c-2").await.unwrap_err()), "NOT_CLAIMANT");
}

#[tokio::test]
async fn nobody_sues_with_a_code_alone_or_without_the_portal() {
    let counter = Counter::open().await;
    let receipt = counter.sorted().await;
    let guessed = counter.sue(pair(&receipt, "9999"), "c-1").await.unwrap_err();
    assert_eq!(reason(&guessed), "NO_SUCH_PAIR");
    let m = pb::FileSuitRequest { head: head("", "c-2"), proof: Some(pair(&receipt, "0001")) };
    let call = counter.by(TOWN, Role::WindowClerk, m);
    let refused = counter.citizens.clone().file_suit(call).await.unwrap_err();
    assert_eq!(refused.code(), Code::PermissionDenied);
    assert!(counter.track(pair(&receipt, "0001")).await.unwrap().suit.is_some());
}
