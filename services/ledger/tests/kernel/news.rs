//! Waiting for news of a dispute, as staff's programs do.

use std::sync::Arc;
use std::time::Duration;

use jiefen_handoff as handoff;
use jiefen_ledger::Ledger;
use jiefen_ledger::serve::{App, NodeServer};
use jiefen_ledger::testing::TestNode;
use jiefen_platform::auth::{Gate, Issuer};
use jiefen_platform::config::AuthConfig;
use jiefen_proto::jiefen::node::v1::node_service_server::NodeService;
use jiefen_proto::jiefen::node::v1::{AwaitDisputeRequest, AwaitDisputeResponse};
use jiefen_vocab::Role;
use tonic::{Code, Request, Status};

use super::{brief, carry, node};
use crate::area::{Command, Small, case_of};

const ME: &str = "640122.centre";
const COURT: &str = "640122.court";

struct Desk {
    server: NodeServer<Small>,
    issuer: Issuer,
}

impl Desk {
    fn at(node: &TestNode<Small>) -> Desk {
        Desk::with(node, node.ledger.clone())
    }

    fn with(node: &TestNode<Small>, ledger: Ledger<Small>) -> Desk {
        let config = AuthConfig::default();
        let (issuer, _) = Issuer::generate(&config).unwrap();
        let gate = Gate::with_keys(&config, node.ledger.agency(), &issuer.jwks()).unwrap();
        let app = App { ledger, gate: Arc::new(gate) };
        Desk { server: NodeServer(app), issuer }
    }

    async fn wait(
        &self,
        staff_of: &str,
        dispute: &str,
        seen: &str,
        wait_ms: i32,
    ) -> Result<AwaitDisputeResponse, Status> {
        let (agency, minute) = (staff_of.parse().unwrap(), Duration::from_secs(60));
        let token = self.issuer.token("p1", agency, &[Role::Mediator], minute).unwrap();
        let message =
            AwaitDisputeRequest { dispute: dispute.to_owned(), seen: seen.to_owned(), wait_ms };
        let mut call = Request::new(message);
        call.metadata_mut().insert("authorization", format!("Bearer {token}").parse().unwrap());
        self.server.await_dispute(call).await.map(tonic::Response::into_inner)
    }
}

#[tokio::test]
async fn who_waits_for_a_dispute_hears_of_its_next_change() {
    let node = node(ME).await;
    let (desk, brief) = (Desk::at(&node), brief(31));
    let (case, dispute) = (case_of(brief.dispute), brief.dispute.to_string());
    let before = desk.wait(ME, &dispute, "", 0).await.unwrap();
    assert_eq!((before.revision.as_str(), before.desk, before.cases.len()), ("", None, 0));
    let open = Command::Open(Box::new(brief));
    let waiting = desk.wait(ME, &dispute, "", 30_000);
    let (opened, heard) = futures::join!(node.command(case, open, Role::Mediator), waiting);
    opened.unwrap();
    let heard = heard.unwrap();
    assert!(!heard.revision.is_empty() && heard.desk.unwrap().holds);
    assert_eq!(heard.cases[0].name, format!("cases/{case}"));
    let waiting = desk.wait(ME, &dispute, &heard.revision, 30_000);
    let (worked, more) = futures::join!(node.command(case, Command::Work, Role::Mediator), waiting);
    worked.unwrap();
    assert_ne!(more.unwrap().revision, heard.revision);
}

#[tokio::test]
async fn without_news_the_wait_ends_with_what_there_is() {
    let node = node(ME).await;
    let (desk, brief) = (Desk::at(&node), brief(32));
    let dispute = brief.dispute.to_string();
    let open = Command::Open(Box::new(brief.clone()));
    node.command(case_of(brief.dispute), open, Role::Mediator).await.unwrap();
    let seen = desk.wait(ME, &dispute, "", 0).await.unwrap();
    let again = desk.wait(ME, &dispute, &seen.revision, 20).await.unwrap();
    assert_eq!((again.revision, again.cases.len()), (seen.revision, 1));
}

#[tokio::test]
async fn another_units_staff_and_a_wrong_number_are_refused() {
    let node = node(ME).await;
    let desk = Desk::at(&node);
    let dispute = brief(33).dispute.to_string();
    let stranger = desk.wait("640122.police", &dispute, "", 0).await.unwrap_err();
    assert_eq!(stranger.code(), Code::PermissionDenied);
    let wrong = desk.wait(ME, "no dispute", "", 0).await.unwrap_err();
    assert_eq!(wrong.code(), Code::InvalidArgument);
}

#[tokio::test]
async fn an_offer_that_comes_in_is_news_though_nothing_was_decided_here() {
    let (centre, court) = (node(ME).await, node(COURT).await);
    let (desk, brief) = (Desk::at(&court), brief(34));
    let (case, dispute) = (case_of(brief.dispute), brief.dispute.to_string());
    centre.command(case, Command::Open(Box::new(brief)), Role::Mediator).await.unwrap();
    let to = court.ledger.agency();
    centre.command(case, Command::Send { to }, Role::Mediator).await.unwrap();
    let waiting = desk.wait(COURT, &dispute, "", 30_000);
    let (carried, heard) = futures::join!(carry(&centre, &court, 0), waiting);
    assert_eq!(carried, [jiefen_ledger::Delivered::Applied]);
    assert!(!heard.unwrap().desk.unwrap().pending_epoch.is_empty());
}

#[tokio::test]
async fn what_a_waiter_hears_from_memory_is_what_the_database_has() {
    let (centre, court) = (node(ME).await, node(COURT).await);
    let brief = brief(35);
    let (case, dispute) = (case_of(brief.dispute), brief.dispute);
    centre.command(case, Command::Open(Box::new(brief)), Role::Mediator).await.unwrap();
    let to = court.ledger.agency();
    centre.command(case, Command::Send { to }, Role::Mediator).await.unwrap();
    carry(&centre, &court, 0).await;
    let epoch = court.desk_of(dispute).await.desk.pending.unwrap().offer.epoch;
    court.desk(dispute, handoff::Input::Accept { epoch }, Role::Mediator).await.unwrap();
    carry(&court, &centre, 0).await;
    carry(&centre, &court, 1).await;
    for (name, node) in [(ME, &centre), (COURT, &court)] {
        let here = Desk::at(node);
        // A process that has written nothing remembers nothing.
        let elsewhere = Desk::with(node, node.twin());
        let dispute = dispute.to_string();
        let heard = here.wait(name, &dispute, "", 0).await.unwrap();
        assert_eq!(heard, elsewhere.wait(name, &dispute, "", 0).await.unwrap(), "{name}");
        assert_eq!(heard.cases.len(), 1, "{name}");
    }
}
