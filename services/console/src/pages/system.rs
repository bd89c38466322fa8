//! 系统: how the services of this node stand: peers, what waits for them, parked messages, what was done last.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::node::v1 as pb;
use jiefen_proto::jiefen::node::v1::node_service_client::NodeServiceClient;
use jiefen_vocab::Role;

use super::dispute::journal::word;
use super::export::{self, ROWS};
use crate::guard::Clerk;
use crate::layout::{Shell, agency_name, page, refused};
use crate::lines::ask;
use crate::sheet::{self, ROWS_MAX, Sheet};
use crate::told::Told;
use crate::{Console, words};

/// So many entries of the journal stand on the page; the workbook has all.
const LAST: i64 = 20;

struct Peer {
    name: String,
    sent: i64,
    open: i64,
    received: i64,
}

struct Parked {
    kind: String,
    from: String,
    state: String,
    cause: String,
    due: String,
}

/// An entry of the journal.
struct Entry {
    seq: i64,
    at: String,
    what: String,
    unit: String,
    person: String,
    post: String,
    dispute: String,
    hash: String,
}

struct Service {
    name: &'static str,
    status: Option<pb::GetStatusResponse>,
    /// Why it does not answer.
    silent: String,
    peers: Vec<Peer>,
    parked: Vec<Parked>,
    entries: Vec<Entry>,
    /// Where its peers, its parked messages and its journal are as workbooks.
    linked: String,
    held: String,
    done: String,
}

#[derive(Template)]
#[template(path = "system.html")]
struct Page {
    shell: Shell,
    services: Vec<Service>,
}

/// Refuses whoever does not run the node.
fn admit(clerk: &Clerk) -> Result<(), Told> {
    if clerk.staff.holds(&[Role::Operator]) {
        return Ok(());
    }
    let text = "系统页只给系统管理员看 (only the operator sees this page)";
    Err(Told::own(StatusCode::FORBIDDEN, "NOT_OPERATOR", text))
}

/// The page, for the operator.
pub(crate) async fn show(State(console): State<Console>, clerk: Clerk) -> Response {
    if let Err(told) = admit(&clerk) {
        return refused(&console, &clerk.visit, &told);
    }
    let shell = Shell::new(&console, &clerk.visit, "/system", ("系统", "System"));
    let mut services = Vec::new();
    for area in console.lines.areas() {
        services.push(service(&console, &clerk, area).await);
    }
    page(StatusCode::OK, &Page { shell, services })
}

/// A service that does not answer is shown as such, and the others all the same.
async fn service(console: &Console, clerk: &Clerk, area: Area) -> Service {
    let code = area.to_string();
    let of = [("area", code.as_str())];
    let mut service = Service {
        name: words::area(area),
        status: None,
        silent: String::new(),
        peers: Vec::new(),
        parked: Vec::new(),
        entries: Vec::new(),
        linked: export::address("peers", &of),
        held: export::address("parked", &of),
        done: export::address("audit", &of),
    };
    match lists(console, clerk, area, &mut service).await {
        Ok(status) => service.status = Some(status),
        Err(told) => service.silent = told.text,
    }
    service
}

async fn lists(
    console: &Console,
    clerk: &Clerk,
    area: Area,
    service: &mut Service,
) -> Result<pb::GetStatusResponse, Told> {
    let status = status(console, clerk, area).await?;
    service.peers = status.links.iter().map(peer).collect();
    service.parked = some_parked(console, clerk, area, String::new(), 0).await?.0;
    let from = status.journal.saturating_sub(LAST);
    let english = clerk.visit.session().english;
    service.entries = entries(console, clerk, (area, from), english).await?;
    Ok(status)
}

async fn status(
    console: &Console,
    clerk: &Clerk,
    area: Area,
) -> Result<pb::GetStatusResponse, Told> {
    let message = pb::GetStatusRequest {};
    ask!(console, &clerk.staff, area, NodeServiceClient, get_status, message)
}

fn peer(link: &pb::Link) -> Peer {
    let name = if link.peer == "evt" { "公共事件".to_owned() } else { agency_name(&link.peer) };
    let open = link.sent.saturating_sub(link.receipted).max(0);
    Peer { name, sent: link.sent, open, received: link.received }
}

/// A page of the parked messages, and where it goes on.
async fn some_parked(
    console: &Console,
    clerk: &Clerk,
    area: Area,
    page_token: String,
    page_size: i32,
) -> Result<(Vec<Parked>, String), Told> {
    let message = pb::ListParkedRequest { page_size, page_token };
    let list = ask!(console, &clerk.staff, area, NodeServiceClient, list_parked, message)?;
    let parked = list.parked.into_iter().map(|message| {
        let pb::Parked { r#type, from, state, cause, due, .. } = message;
        Parked { kind: r#type, from: agency_name(&from), state, cause, due }
    });
    Ok((parked.collect(), list.next_page_token))
}

/// The entries of the journal after this one, newest first.
async fn entries(
    console: &Console,
    clerk: &Clerk,
    (area, after): (Area, i64),
    english: bool,
) -> Result<Vec<Entry>, Told> {
    let mut found: Vec<Entry> = Vec::new();
    let mut page_token = if after > 0 { after.to_string() } else { String::new() };
    loop {
        let dispute = String::new();
        let message = pb::ListJournalRequest { dispute, page_size: ROWS, page_token };
        let list = ask!(console, &clerk.staff, area, NodeServiceClient, list_journal, message)?;
        found.extend(list.entries.into_iter().map(|entry| shown(entry, english)));
        page_token = list.next_page_token;
        if page_token.is_empty() || found.len() >= ROWS_MAX {
            found.reverse();
            return Ok(found);
        }
    }
}

fn shown(entry: pb::JournalEntry, english: bool) -> Entry {
    let at = entry.occurred_at.get(..19).unwrap_or(&entry.occurred_at);
    Entry {
        seq: entry.seq,
        at: at.replace('T', " "),
        what: word(&entry.fact, english),
        unit: agency_name(&entry.actor_agency),
        person: entry.actor_person,
        post: entry.actor_role.parse::<Role>().map_or("", |role| role.zh()).to_owned(),
        dispute: entry.dispute,
        hash: entry.hash.get(..16).unwrap_or_default().to_owned(),
    }
}

/// The service that the address of a workbook names.
fn named(console: &Console, clerk: &Clerk) -> Result<Area, Told> {
    admit(clerk)?;
    let area = clerk.visit.query("area").parse().ok().filter(|area| console.lines.has(*area));
    area.ok_or_else(|| {
        let text = "本单位没有这项业务 (this unit does not do this)";
        Told::own(StatusCode::NOT_FOUND, "AREA_NOT_HERE", text)
    })
}

/// The peers of a service as a workbook.
pub(super) async fn peers(console: &Console, clerk: &Clerk) -> Result<Sheet, Told> {
    let area = named(console, clerk)?;
    let columns = [("单位", 44), ("发出", 10), ("未回执", 10), ("收到", 10)];
    let mut sheet = Sheet::new(&format!("{} 与各单位的往来", words::area(area)), &columns);
    for row in status(console, clerk, area).await?.links.iter().map(peer) {
        sheet.add(vec![row.name.into(), row.sent.into(), row.open.into(), row.received.into()]);
    }
    Ok(sheet)
}

/// The parked messages of a service as a workbook.
pub(super) async fn parked(console: &Console, clerk: &Clerk) -> Result<Sheet, Told> {
    let area = named(console, clerk)?;
    let columns = [("消息", 40), ("从哪里来", 36), ("状态", 14), ("原因", 60), ("处理期限", 24)];
    let mut sheet = Sheet::new(&format!("{} 搁置的消息", words::area(area)), &columns);
    let mut token = String::new();
    loop {
        let (rows, next) = some_parked(console, clerk, area, token, ROWS).await?;
        let room = rows.into_iter().all(|row| {
            let told = [row.kind, row.from, row.state, row.cause, row.due];
            sheet.add(told.into_iter().map(Into::into).collect())
        });
        token = next;
        if !room || token.is_empty() {
            return Ok(sheet);
        }
    }
}

/// What was done at a service, as a workbook: the newest first, as many as a workbook has room for.
pub(super) async fn audit(console: &Console, clerk: &Clerk) -> Result<Sheet, Told> {
    let area = named(console, clerk)?;
    let most = i64::try_from(ROWS_MAX).unwrap_or(i64::MAX);
    let from = status(console, clerk, area).await?.journal.saturating_sub(most).max(0);
    let columns = [
        ("序号", 10),
        ("什么时候", 20),
        ("做了什么", 28),
        ("单位", 36),
        ("人员", 16),
        ("岗位", 18),
        ("纠纷", 38),
        ("校验值", 20),
    ];
    let mut sheet = Sheet::new(&format!("{} 办理日志", words::area(area)), &columns);
    for row in entries(console, clerk, (area, from), false).await? {
        let told = [row.at, row.what, row.unit, row.person, row.post, row.dispute, row.hash];
        let told = told.into_iter().map(sheet::Cell::from);
        sheet.add(std::iter::once(row.seq.into()).chain(told).collect());
    }
    Ok(sheet)
}
