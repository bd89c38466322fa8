//! What others change while a page is open: told in a line, never moving what is being read or typed.

use askama::Template as _;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::response::sse::Event;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::mediation::v1 as pb;
use jiefen_proto::jiefen::mediation::v1::room_service_client::RoomServiceClient;
use jiefen_proto::jiefen::node::v1 as node;
use jiefen_proto::jiefen::node::v1::node_service_client::NodeServiceClient;

use super::super::dispute::journal;
use super::said::Row;
use super::view::Said;
use crate::Console;
use crate::guard::Clerk;
use crate::lines::ask;
use crate::session::Staff;
use crate::told::Told;

/// What a page has seen.
#[derive(Clone, Debug, PartialEq)]
struct Seen {
    revision: String,
    /// The last entry of the journal.
    seq: i64,
    /// The last line of the room; none: the page shows no lines.
    line: Option<u64>,
}

impl Seen {
    fn parse(text: &str) -> Seen {
        // It goes back as the id of an event, which has one line.
        let plain: String = text.chars().filter(|letter| !letter.is_control()).collect();
        let mut parts = plain.split('~');
        let revision = parts.next().unwrap_or_default().to_owned();
        let seq = parts.next().and_then(|seq| seq.parse().ok()).unwrap_or_default();
        Seen { revision, seq, line: parts.next().and_then(|line| line.parse().ok()) }
    }

    fn text(&self) -> String {
        let line = self.line.map(|line| format!("~{line}")).unwrap_or_default();
        format!("{}~{}{line}", self.revision, self.seq)
    }
}

/// Where a page hears news, from what it has seen on.
pub(crate) fn address(
    dispute: &str,
    area: Area,
    revision: &str,
    seq: i64,
    line: Option<u64>,
) -> String {
    let seen = Seen { revision: revision.to_owned(), seq, line };
    let path = format!("/disputes/{dispute}/news?");
    let start = path.len();
    let mut address = form_urlencoded::Serializer::for_suffix(path, start);
    address.append_pair("area", &area.to_string()).append_pair("seen", &seen.text());
    address.finish()
}

/// Somebody who listens.
#[derive(Clone)]
struct Listening {
    console: Console,
    staff: Staff,
    english: bool,
    area: Area,
    dispute: String,
    /// The room's case; empty: the page shows no lines.
    room: String,
    seen: Seen,
}

/// Tells news while the page is open.
pub(super) async fn tell(
    State(console): State<Console>,
    Path(dispute): Path<String>,
    clerk: Clerk,
    headers: http::HeaderMap,
) -> Response {
    // A browser that lost the line says what it heard last.
    let heard = headers.get("last-event-id").and_then(|id| id.to_str().ok()).map(str::to_owned);
    let seen = Seen::parse(&heard.unwrap_or_else(|| clerk.visit.query("seen")));
    let area = clerk.visit.query("area").parse().unwrap_or(Area::Intake);
    let room = match seen.line {
        Some(_) => super::mediation(&console, &clerk.staff, &dispute).await,
        None => Ok(Default::default()),
    };
    let room = match room {
        Ok((_, mediation)) => super::case_name(&mediation),
        Err(told) => return crate::layout::refused(&console, &clerk.visit, &told),
    };
    let english = clerk.visit.session().english;
    let streams = console.streams.clone();
    let staff = clerk.staff;
    let listening = Listening { console, staff, english, area, dispute, room, seen };
    streams.send(listening, |listening| listening.next())
}

impl Listening {
    /// What comes next; none when it cannot be known: the browser asks again.
    async fn next(self) -> Option<(Vec<Event>, Listening)> {
        let lines = self.clone().lines();
        let changes = self.clone().changes();
        let next = if self.room.is_empty() {
            changes.await
        } else {
            tokio::select! { next = changes => next, next = lines => next }
        };
        next.ok()
    }

    async fn changes(mut self) -> Result<(Vec<Event>, Listening), Told> {
        let console = &self.console;
        let message = node::AwaitDisputeRequest {
            dispute: self.dispute.clone(),
            seen: self.seen.revision.clone(),
            wait_ms: console.lines.wait_ms(),
        };
        let now = ask!(console, &self.staff, self.area, NodeServiceClient, await_dispute, message)?;
        if now.revision == self.seen.revision {
            return Ok((Vec::new(), self));
        }
        let from = journal::From { area: self.area, dispute: &self.dispute, seq: self.seen.seq };
        let (entries, seq) = journal::entries(console, &self.staff, self.english, from).await?;
        self.seen = Seen { revision: now.revision, seq, ..self.seen };
        let told = entries.first().map(|entry| self.told(entry));
        let told = told.unwrap_or_else(|| self.t("这件事有新变化。", "Something has changed."));
        let event = Event::default().event("news").id(self.seen.text()).data(told);
        Ok((vec![event], self))
    }

    fn told(&self, entry: &journal::Entry) -> String {
        let who = match (entry.person == self.staff.person, self.english) {
            (true, false) => "您在另一个页面",
            (true, true) => "You, on another page",
            (false, _) => &entry.who,
        };
        let what = entry.what;
        self.t(&format!("{who}刚才办了：{what}。"), &format!("{who}: {what}."))
    }

    fn t(&self, zh: &str, en: &str) -> String {
        if self.english { en } else { zh }.to_owned()
    }

    async fn lines(mut self) -> Result<(Vec<Event>, Listening), Told> {
        let message = pb::ListLinesRequest {
            name: self.room.clone(),
            after: self.seen.line.unwrap_or_default(),
            wait_ms: self.console.lines.wait_ms(),
        };
        let console = &self.console;
        let heard =
            ask!(console, &self.staff, Area::Mediation, RoomServiceClient, list_lines, message)?;
        let mut events = Vec::new();
        for line in &heard.lines {
            self.seen.line = Some(line.no);
            let row = Row { line: Said::of(line, self.english), english: self.english };
            if let Ok(row) = row.render() {
                events.push(
                    Event::default().event("line").id(self.seen.text()).data(row.replace('\r', "")),
                );
            }
        }
        Ok((events, self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_seen_comes_back_as_it_was() {
        for (revision, seq, line) in [("12.3", 7, None), ("", 0, None), ("a", 1, Some(9))] {
            let seen = Seen { revision: revision.to_owned(), seq, line };
            assert_eq!(Seen::parse(&seen.text()), seen);
        }
        let strange = Seen::parse("\nx~y\r~z~~");
        assert_eq!(strange, Seen { revision: "x".to_owned(), seq: 0, line: None });
    }

    #[test]
    fn an_address_says_what_was_seen() {
        let address = address("d1", Area::Mediation, "1/2", 7, Some(3));
        assert_eq!(address, "/disputes/d1/news?area=mediation&seen=1%2F2%7E7%7E3");
    }
}
