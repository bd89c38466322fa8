//! The public record of one dispute, for who leads: which unit did what, when. No name of a party.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::assessment::v1 as pb;
use jiefen_proto::jiefen::assessment::v1::cockpit_service_client::CockpitServiceClient;
use jiefen_vocab::Regions;

use super::{admit, day};
use crate::guard::Clerk;
use crate::layout::{Shell, agency_name, shown};
use crate::lines::ask;
use crate::pages::dispute::known;
use crate::told::Told;
use crate::{Console, words};

struct Entry {
    when: String,
    who: String,
    what: String,
    limit: String,
    late: bool,
}

#[derive(Template)]
#[template(path = "cockpit/trace.html")]
struct Page {
    shell: Shell,
    receipt: String,
    title: String,
    place: String,
    entries: Vec<Entry>,
    cut_off: String,
    /// The dispute's own page, when this unit handles it.
    own: String,
}

/// The page.
pub(crate) async fn show(
    State(console): State<Console>,
    Path(dispute): Path<String>,
    clerk: Clerk,
) -> Response {
    shown(&console, &clerk.visit, made(&console, &clerk, dispute).await)
}

async fn made(console: &Console, clerk: &Clerk, dispute: String) -> Result<Page, Told> {
    admit(clerk)?;
    let message = pb::GetTraceRequest { dispute: dispute.clone() };
    let (staff, area) = (&clerk.staff, Area::Assessment);
    let found = ask!(console, staff, area, CockpitServiceClient, get_trace, message)?;
    let trace = found.trace.unwrap_or_default();
    let kind = words::kind(&trace.kind);
    let title = if kind.is_empty() { "纠纷".to_owned() } else { format!("{kind}纠纷") };
    let shell = Shell::new(console, &clerk.visit, "/cockpit", (&title, &title));
    let place = trace.place.parse().ok().and_then(|place| Regions::shipped().full_name(place));
    let here = known(console, staff, &dispute).await.is_ok();
    let cut_off = found.cut_off.unwrap_or_default();
    Ok(Page {
        title,
        place: place.unwrap_or_default(),
        entries: trace.entries.iter().rev().map(|one| entry(&shell, one)).collect(),
        cut_off: day(cut_off.day.as_ref(), shell.english),
        own: if here { format!("/disputes/{dispute}") } else { String::new() },
        receipt: words::receipt(&dispute),
        shell,
    })
}

fn entry(shell: &Shell, entry: &pb::TraceEntry) -> Entry {
    let what = shell.t(&entry.zh, &entry.en);
    let to = match entry.to.as_str() {
        "" => String::new(),
        to => format!(" → {}", agency_name(to)),
    };
    Entry {
        when: day(entry.on.as_ref(), shell.english),
        who: agency_name(&entry.agency),
        what: format!("{what}{to}"),
        limit: shell.t(&entry.limit_zh, &entry.limit_en).to_owned(),
        late: entry.event.ends_with("Expired"),
    }
}
