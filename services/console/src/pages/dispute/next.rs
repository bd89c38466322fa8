//! 下一条途径: where a dispute can go when the route that it was on has ended without a result.

use jiefen_vocab::TrackKind;

use super::Known;
use crate::pages::acts;
use crate::session::Staff;
use crate::words;

/// A route that can be tried now.
pub(super) struct Route {
    pub(super) address: String,
    pub(super) text: String,
}

/// The mediations: one that has failed may be tried once more, with another mediator or another body.
const TALKS: [TrackKind; 4] = [
    TrackKind::PeopleMediation,
    TrackKind::PeopleMediationTown,
    TrackKind::IndustryMediation,
    TrackKind::JointMediation,
];

/// The routes that are open after one has failed: a mediation once more, then what the advice names. Each leads to the
/// form by which the dispute is handed over, with the route in it; whether the law lets it begin, the service says.
pub(super) fn routes(staff: &Staff, known: &Known, english: bool) -> Vec<Route> {
    let umbrella = known.cases.iter().find(|case| case.procedure == "dispute");
    let Some(case) = umbrella.filter(|case| case.state == "unresolved") else { return Vec::new() };
    if !acts::of_known(staff, known, case).iter().any(|act| act.key == "refer") {
        return Vec::new();
    }
    let found = known.umbrella.as_ref();
    let tracks = found.map(|found| found.tracks.as_slice()).unwrap_or_default();
    let tried =
        |code: &str| tracks.iter().any(|track| track.kind == code && track.state == "ended");
    let talks = TALKS.iter().map(|track| track.code()).filter(|code| tried(code));
    let advice = found.and_then(|found| found.advice.as_ref());
    let named = advice.map(|advice| advice.fallback.as_slice()).unwrap_or_default();
    let open = named.iter().map(String::as_str).filter(|code| !tried(code));
    let case = case.name.trim_start_matches("cases/");
    let route = |code: &str| Route {
        address: format!("/disputes/{}/{case}/refer?track={code}", known.desk.dispute),
        text: match (tried(code), english) {
            (true, false) => format!("再次{}", words::track(code)),
            (true, true) => format!("{} once more", words::track(code)),
            (false, false) => format!("转{}", words::track(code)),
            (false, true) => words::track(code).to_owned(),
        },
    };
    talks.chain(open).map(route).collect()
}
