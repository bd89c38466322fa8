//! A deciding body with its pages: one node of one area, one member of its staff who holds every post of it.

use anyhow::Result;
use jiefen_ledger::Area;
use jiefen_ledger::serve::App;
use jiefen_ledger::testing::TestNode;
use jiefen_platform::config;
use jiefen_vocab::Role;
use jiff::civil::Date;
use tonic::service::RoutesBuilder;

use crate::LOGIN;
use crate::house::{County, House};

/// A deciding body that is open; dropping it closes it.
pub struct Office<A: Area> {
    /// Where the pages are, `http://localhost:…`.
    pub pages: String,
    /// Its node, on whose clock it works.
    pub node: TestNode<A>,
    _county: County,
}

impl<A: Area> Office<A> {
    /// Opens an agency's office on a day. `person`: name and staff id of who logs in, in these posts; `add`: its services.
    ///
    /// # Errors
    /// A key, an account or a port cannot be had.
    pub async fn open(
        agency: &str,
        area: config::Area,
        today: Date,
        (name, person, posts): (&str, &str, &[Role]),
        add: impl FnOnce(&mut RoutesBuilder, App<A>),
    ) -> Result<Office<A>> {
        let county = County::new(today)?;
        let people = [(LOGIN, name, person, posts)];
        let house = county.unit((agency, area), &people, |_, _, _| Ok(()), add).await?;
        let House { pages, node, .. } = house;
        Ok(Office { pages, node, _county: county })
    }
}
