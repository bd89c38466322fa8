//! Which day it is for the services: a demonstration's clock is not the machine's.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use jiefen_platform::clock::{Clock as _, ClockSource, SystemClock};
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::node::v1::GetStatusRequest;
use jiefen_proto::jiefen::node::v1::node_service_client::NodeServiceClient;
use jiff::civil::{Date, DateTime};

use crate::Console;
use crate::lines::{At, ask};
use crate::session::Staff;
use crate::told::Told;

/// For so long a demonstration's day is not asked for again.
const KNOWN_FOR: Duration = Duration::from_secs(5);

/// The day, by whichever clock the node has.
pub(crate) struct Today {
    source: ClockSource,
    known: Mutex<Option<(Instant, Date)>>,
}

impl Today {
    pub(crate) fn new(source: ClockSource) -> Today {
        Today { source, known: Mutex::new(None) }
    }
}

impl Console {
    /// The time by the clock of the service of this area, local. An office tells its clock to nobody: there it is that
    /// of this node.
    pub(crate) async fn now(&self, staff: &Staff, area: Area, at: At) -> Result<DateTime, Told> {
        let own = match at {
            At::Own => Some(area),
            At::Office => self.lines.areas().next(),
        };
        let Some(area) = own.filter(|_| self.today.source == ClockSource::Demo) else {
            return Ok(SystemClock.now().local());
        };
        let status = ask!(self, staff, area, NodeServiceClient, get_status, GetStatusRequest {})?;
        Ok(status.now.parse().unwrap_or_else(|_| SystemClock.now().local()))
    }

    /// The day on which the service of this area works.
    pub(crate) async fn today(&self, staff: &Staff, area: Area) -> Result<Date, Told> {
        if self.today.source != ClockSource::Demo {
            return Ok(SystemClock.now().day());
        }
        let known = *self.today.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, day)) = known.filter(|(at, _)| at.elapsed() < KNOWN_FOR) {
            return Ok(day);
        }
        let status = ask!(self, staff, area, NodeServiceClient, get_status, GetStatusRequest {})?;
        let day = status.today.parse().unwrap_or_else(|_| SystemClock.now().day());
        *self.today.known.lock().unwrap_or_else(PoisonError::into_inner) =
            Some((Instant::now(), day));
        Ok(day)
    }
}
