//! A proposal as it is shown: it names units, tracks and rules, and nobody.

use jiefen_coordination_rules::Case;
use jiefen_coordination_rules::suggestion::{Proposed, Stage};
use jiefen_ledger::read::CaseView;
use jiefen_ledger::serve::case_head;
use jiefen_ledger::wire::date_to;
use jiefen_proto::jiefen::coordination::v1 as pb;

use crate::CoordinationArea;

fn route(route: &Proposed) -> pb::Route {
    pb::Route {
        track: route.track.code().to_owned(),
        body: route.body.clone(),
        apply_by: route.apply_by.clone().unwrap_or_default(),
        limits: route.limits.clone(),
        cost: route.cost.clone(),
        effect: route.effect.clone(),
        basis: route.basis.clone(),
    }
}

/// A proposal, whole.
pub fn suggestion(view: &CaseView<CoordinationArea>) -> pb::Suggestion {
    let Case::Suggestion(state) = &view.state;
    let (since, chosen) = match &state.stage {
        Stage::Open => (None, None),
        Stage::Reminded { on } | Stage::Raised { on } | Stage::Dropped { on } => (Some(*on), None),
        Stage::Chosen { track, on } => (Some(*on), Some(*track)),
    };
    let mut head = case_head(view);
    // Coordination never holds the dispute; the one that it tells does.
    head.holder = state.holder.to_string();
    pb::Suggestion {
        head: Some(head),
        holder: state.holder.to_string(),
        centre: state.centre.to_string(),
        rule: state.rule.clone(),
        trigger: state.trigger.to_string(),
        failed: state.failed.code().to_owned(),
        routes: state.routes.iter().map(route).collect(),
        opened_on: Some(date_to(state.opened_on)),
        told_on: state.told_on.map(date_to),
        since: since.map(date_to),
        chosen: chosen.map(|track| track.code().to_owned()).unwrap_or_default(),
    }
}
