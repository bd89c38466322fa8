//! Where a dispute stands: who has it, what comes next and by when, what she can do herself.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use jiefen_proto::jiefen::intake::v1 as pb;

use super::{day, portal, refused};
use crate::Console;
use crate::guard::Visit;
use crate::layout::{Shell, now, page};
use crate::session::Own;

/// A unit, with how and where it is reached.
#[derive(Default)]
pub(super) struct Unit {
    name: String,
    phone: String,
    address: String,
}

struct Step {
    text: String,
    state: String,
}

struct Limit {
    text: String,
    due: String,
    provisional: bool,
    yours: bool,
    source: String,
}

struct Asked {
    about: String,
    on: String,
    text: String,
    due: String,
    answer: String,
    answered_on: String,
}

/// Something she can do.
struct Act {
    about: &'static str,
    text: &'static str,
}

#[derive(Template)]
#[template(path = "citizen/dispute.html")]
struct Dispute {
    shell: Shell,
    /// It has only just been filed.
    fresh: bool,
    /// What was just asked; empty: nothing.
    done: &'static str,
    receipt: String,
    now: String,
    next: String,
    by: String,
    holder: Unit,
    offered: Option<Unit>,
    steps: Vec<Step>,
    limits: Vec<Limit>,
    requests: Vec<Asked>,
    acts: Vec<Act>,
    looks: Vec<String>,
    /// The court to which the way is open; empty: it is not.
    court: String,
}

/// The dispute that is open in this browser; none: the time is over, or there was none.
pub(super) fn opened(visit: &Visit) -> Option<&Own> {
    visit.session().citizen.as_ref().filter(|own| own.until > now())
}

/// The page.
pub(super) async fn show(State(console): State<Console>, visit: Visit) -> Response {
    let Some(own) = opened(&visit) else {
        return Redirect::to("/citizen/track").into_response();
    };
    match portal::track(&console, &visit, own).await {
        Ok(dispute) => {
            let shell = Shell::new(&console, &visit, "", ("办到哪一步了", "Where it stands"));
            page(StatusCode::OK, &shown(shell, &visit, dispute))
        }
        Err(told) => refused(&console, &visit, &told),
    }
}

fn shown(shell: Shell, visit: &Visit, dispute: pb::TrackedDispute) -> Dispute {
    let unit =
        |unit: pb::PublicUnit| Unit { name: unit.name, phone: unit.phone, address: unit.address };
    let step = |step: pb::TrackedStep| Step { text: step.zh, state: step.state };
    let limits = dispute.clocks.into_iter().map(|clock| Limit {
        due: day(&shell, clock.due.as_ref()),
        text: clock.zh,
        provisional: clock.provisional,
        yours: clock.yours,
        source: clock.source,
    });
    let requests = dispute.requests.into_iter().map(|asked| Asked {
        on: day(&shell, asked.on.as_ref()),
        due: day(&shell, asked.due.as_ref()),
        answered_on: day(&shell, asked.answered_on.as_ref()),
        about: asked.about_zh,
        text: asked.text,
        answer: asked.answer,
    });
    let looks = dispute
        .looks
        .iter()
        .map(|look| format!("{} {} {}", day(&shell, look.on.as_ref()), look.unit, look.post_zh));
    let acts = dispute.may.iter().filter_map(|about| act(&shell, about));
    Dispute {
        fresh: visit.query("fresh") == "1",
        done: done(&shell, &visit.query("done")),
        receipt: dispute.receipt,
        now: dispute.now_zh,
        next: dispute.next_zh,
        by: day(&shell, dispute.by.as_ref()),
        holder: dispute.holder.map(unit).unwrap_or_default(),
        offered: dispute.offered_to.map(unit),
        steps: dispute.steps.into_iter().map(step).collect(),
        limits: limits.collect(),
        requests: requests.collect(),
        acts: acts.collect(),
        looks: looks.collect(),
        court: dispute.suit.and_then(|suit| suit.court).map(|court| court.name).unwrap_or_default(),
        shell,
    }
}

fn act(shell: &Shell, about: &str) -> Option<Act> {
    let act = |about, zh, en| {
        let text = if shell.english { en } else { zh };
        Some(Act { about, text })
    };
    match about {
        "withdrawal" => act("withdrawal", "不想办了，申请撤回", "Ask to withdraw"),
        "other_mediator" => act("other_mediator", "想换一位调解员", "Ask for another mediator"),
        "complaint" => act("complaint", "投诉", "Complain"),
        "suggestion" => act("suggestion", "提意见", "Make a suggestion"),
        _ => None,
    }
}

fn done(shell: &Shell, about: &str) -> &'static str {
    let (zh, en) = match about {
        "withdrawal" => (
            "撤回申请已经收到，工作人员会打电话核实。",
            "Your request to withdraw has arrived; the staff will telephone.",
        ),
        "other_mediator" => {
            ("换人的申请已经收到。", "Your request for another mediator has arrived.")
        }
        "suit" => (
            "已经交给法院。法院接收以前，还由现在的单位负责；接收以后，法院按期决定立不立案。",
            "It is with the court now; until the court accepts it, the unit above answers.",
        ),
        "complaint" => {
            ("投诉已经收到，由负责人答复。", "Your complaint has arrived; the head answers it.")
        }
        "suggestion" => {
            ("意见已经收到，会答复您。", "Your suggestion has arrived; it will be answered.")
        }
        _ => ("", ""),
    };
    if shell.english { en } else { zh }
}
