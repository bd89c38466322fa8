//! 系统: how the services of this node stand: peers, what waits for them, parked messages.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::node::v1 as pb;
use jiefen_proto::jiefen::node::v1::node_service_client::NodeServiceClient;
use jiefen_vocab::Role;

use crate::guard::Clerk;
use crate::layout::{Shell, agency_name, page, refused};
use crate::lines::ask;
use crate::told::Told;
use crate::{Console, words};

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

struct Service {
    name: &'static str,
    status: Option<pb::GetStatusResponse>,
    /// Why it does not answer.
    silent: String,
    peers: Vec<Peer>,
    parked: Vec<Parked>,
}

#[derive(Template)]
#[template(path = "system.html")]
struct Page {
    shell: Shell,
    services: Vec<Service>,
}

/// The page, for the operator.
pub(crate) async fn show(State(console): State<Console>, clerk: Clerk) -> Response {
    if !clerk.staff.holds(&[Role::Operator]) {
        let text = "系统页只给系统管理员看 (only the operator sees this page)";
        let told = Told::own(StatusCode::FORBIDDEN, "NOT_OPERATOR", text);
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
    let mut service = Service {
        name: words::area(area),
        status: None,
        silent: String::new(),
        peers: Vec::new(),
        parked: Vec::new(),
    };
    let staff = &clerk.staff;
    match ask!(console, staff, area, NodeServiceClient, get_status, pb::GetStatusRequest {}) {
        Ok(status) => {
            service.peers = status.links.iter().map(peer).collect();
            service.status = Some(status);
        }
        Err(told) => service.silent = told.text,
    }
    if service.status.is_some() {
        let message = pb::ListParkedRequest::default();
        match ask!(console, staff, area, NodeServiceClient, list_parked, message) {
            Ok(list) => service.parked = list.parked.into_iter().map(parked).collect(),
            Err(told) => service.silent = told.text,
        }
    }
    service
}

fn peer(link: &pb::Link) -> Peer {
    let name = if link.peer == "evt" { "公共事件".to_owned() } else { agency_name(&link.peer) };
    let open = link.sent.saturating_sub(link.receipted).max(0);
    Peer { name, sent: link.sent, open, received: link.received }
}

fn parked(message: pb::Parked) -> Parked {
    let pb::Parked { r#type, from, state, cause, due, .. } = message;
    Parked { kind: r#type, from: agency_name(&from), state, cause, due }
}
