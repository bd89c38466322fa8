//! One town's counter.

use std::path::Path;

use anyhow::Result;
use jiefen_intake::{IntakeArea, Limits, add_services};
use jiefen_platform::config::{Area, Config};
use jiefen_proto::jiefen::intake::v1::intake_service_client::IntakeServiceClient;
use jiefen_proto::jiefen::node::v1::node_service_client::NodeServiceClient;
use jiefen_vocab::Role;
use jiff::civil::Date;
use tonic::Request;
use tonic::transport::Channel;

use crate::house::{County, House};

/// The counter's unit: 金贵镇综治中心.
pub const TOWN: &str = "640122101.centre";
/// The clerk's log-in.
pub const LOGIN: &str = "zhangmin";

/// A counter that is open; dropping it closes it.
pub struct Counter {
    /// Where the pages are, `http://localhost:…`.
    pub pages: String,
    /// The same pages, where every log-in is over as soon as it begins.
    pub hasty: String,
    county: County,
    house: House<IntakeArea>,
    services: Channel,
}

impl Counter {
    /// Opens a counter on the day `today`.
    ///
    /// # Errors
    /// A key, an account or a port cannot be had.
    pub async fn open(today: Date) -> Result<Counter> {
        Counter::open_with(today, |_, _, _| Ok(())).await
    }

    /// The same with a configuration that is changed; `change` has the folder of its files and the address of its pages.
    ///
    /// # Errors
    /// A key, an account or a port cannot be had.
    pub async fn open_with(
        today: Date,
        change: impl FnOnce(&mut Config, &Path, &str) -> Result<()>,
    ) -> Result<Counter> {
        let county = County::new(today)?;
        let limits = Limits { paper_bytes: 1024 * 1024, uploads: 2, draft_days: 30 };
        let posts = &[Role::WindowClerk, Role::CentreDirector][..];
        let clerk = (LOGIN, "张敏", "clerk-1", posts);
        let add = |routes: &mut _, app| add_services(routes, app, &limits);
        let house = county.unit((TOWN, Area::Intake), &[clerk], change, add).await?;
        let hasty = county.more_pages(&house, |config| config.console.session_h = 0).await?;
        let (pages, services) = (house.pages.clone(), house.services()?);
        Ok(Counter { pages, hasty, county, house, services })
    }

    /// The counter's own service.
    pub fn intake(&self) -> IntakeServiceClient<Channel> {
        IntakeServiceClient::new(self.services.clone())
    }

    /// What every node offers.
    pub fn node(&self) -> NodeServiceClient<Channel> {
        NodeServiceClient::new(self.services.clone())
    }

    /// A request of somebody of the counter.
    ///
    /// # Errors
    /// No token can be signed.
    pub fn by<M>(&self, person: &str, role: Role, message: M) -> Result<Request<M>> {
        self.county.by(&self.house, (person, role), message)
    }
}
