//! The clock of a demonstration's node.

use std::time::Duration;

use anyhow::{Context, Result};
use jiefen_platform::auth::Issuer;
use jiefen_platform::config::AuthConfig;
use jiefen_proto::jiefen::common::v1::{CommandHead, Date};
use jiefen_proto::jiefen::intake::v1::RecordInquiryRequest;
use jiefen_proto::jiefen::intake::v1::intake_service_client::IntakeServiceClient;
use jiefen_proto::jiefen::node::v1::node_service_client::NodeServiceClient;
use jiefen_proto::jiefen::node::v1::{ListJournalRequest, SetDemoClockRequest};
use jiefen_vocab::{Moment, Role};
use jiff::civil::date;
use tonic::Request;
use tonic::transport::Channel;

use crate::cases;
use crate::county::{County, Wishes};

const COUNTER: &str = "640122101.centre";

/// The counter's staff at its node, which is found anew after each start.
struct Staff {
    issuer: Issuer,
    line: Channel,
}

impl Staff {
    async fn at(county: &County) -> Result<Staff> {
        let issuer = Issuer::load(&AuthConfig::default(), county.dir().join("issuer.key"))?;
        let address = format!("http://{}", county.nodes[COUNTER].grpc()?);
        let line = Channel::from_shared(address)?.connect().await?;
        Ok(Staff { issuer, line })
    }

    fn says<M>(&self, message: M) -> Result<Request<M>> {
        let roles = [Role::WindowClerk, Role::Operator];
        let token = self.issuer.token("p1", COUNTER.parse()?, &roles, Duration::from_secs(600))?;
        let mut request = Request::new(message);
        request.metadata_mut().insert("authorization", format!("Bearer {token}").parse()?);
        Ok(request)
    }

    /// Records an inquiry of a day, and returns what the journal says of when that was.
    async fn records(&self, on: Date, id: &str) -> Result<String> {
        let inquiry = RecordInquiryRequest {
            head: Some(CommandHead { request_id: id.to_owned(), ..CommandHead::default() }),
            channel: "zz_town".to_owned(),
            kind: "neighbour".to_owned(),
            place: "640122101211".to_owned(),
            summary: "两家因院墙排水发生争执".to_owned(),
            on: Some(on),
            ..RecordInquiryRequest::default()
        };
        let mut intake = IntakeServiceClient::new(self.line.clone());
        let answer = intake.record_inquiry(self.says(inquiry)?).await?.into_inner();
        let dispute = answer.case.context("no case")?.dispute;
        let journal = ListJournalRequest { dispute, page_size: 1, ..ListJournalRequest::default() };
        let mut node = NodeServiceClient::new(self.line.clone());
        let answer = node.list_journal(self.says(journal)?).await?.into_inner();
        Ok(answer.entries.first().context("an empty journal")?.occurred_at.clone())
    }
}

#[tokio::test]
async fn a_demonstration_node_that_starts_again_stands_where_its_clock_was_set() -> Result<()> {
    let wishes = Wishes { disputes: cases::some(1)?, ..Wishes::default() };
    let mut county = County::prepare(wishes).await?;
    county.node("640122.registry")?.start()?;
    county.node(COUNTER)?.start()?;
    county.node(COUNTER)?.until_ready().await?;
    // A leap day, years before the machine's own day and after it.
    for (round, day) in [date(2024, 2, 29), date(2036, 2, 29)].into_iter().enumerate() {
        let staff = Staff::at(&county).await?;
        let now = Moment::from_local(day.at(9, 30, 0, 0));
        let set = SetDemoClockRequest { now_micros: now.0 };
        NodeServiceClient::new(staff.line.clone()).set_demo_clock(staff.says(set)?).await?;
        county.node(COUNTER)?.kill9()?;
        county.node(COUNTER)?.start()?;
        county.node(COUNTER)?.until_ready().await?;
        let staff = Staff::at(&county).await?;
        let on = Date { year: day.year().into(), month: 2, day: 29 };
        let at = staff.records(on, &format!("r{round}")).await?;
        assert!(at.starts_with(&format!("{day}T09:30:00")), "{at}");
    }
    county.done();
    Ok(())
}
