//! Which routes stay open when mediation ends without result (人民调解法 26): those of the one matrix, as
//! the parties are told them.

use jiefen_procedure::matrix::{Present, Route, is_mediation, routes_after_failure};
use jiefen_vocab::{DisputeKind, TrackKind};

/// The general limitation, where no route has a limit of its own.
const LIMITATION: &str = "T-A-06";

/// What the parties are told, Chinese, and the rule whose last day they are told with it: the routes that
/// lead to a decision, the one with its own limit first named.
pub fn remedies(kind: DisputeKind) -> (String, &'static str) {
    let mut routes = routes_after_failure(&Present::of(kind), TrackKind::PeopleMediation);
    routes.retain(|route| !is_mediation(route.track));
    let rule = routes.iter().find_map(|route| route.apply_by).unwrap_or(LIMITATION);
    let told: Vec<String> = routes.iter().map(told).collect();
    (format!("可以依法选择下列途径解决：{}。请在所列期限内提出。", told.join("；")), rule)
}

fn told(route: &Route) -> String {
    format!("{}（{}）", route.track.zh(), route.cost_zh)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: DisputeKind, first: TrackKind, expected: &str) {
        let (zh, rule) = remedies(kind);
        assert_eq!(rule, expected, "{kind}");
        assert!(zh.contains(first.zh()), "{zh}");
        assert!(!zh.contains(TrackKind::PeopleMediation.zh()), "{zh}");
    }

    #[test]
    fn each_kind_of_dispute_has_its_own_way_on() {
        check(DisputeKind::Labour, TrackKind::LabourArbitration, "T-H-05");
        check(DisputeKind::LandContracting, TrackKind::LandArbitration, "T-I-01");
        check(DisputeKind::LandContracting, TrackKind::Litigation, "T-I-01");
        check(DisputeKind::Administrative, TrackKind::AdministrativeReconsideration, "T-K-01");
        check(DisputeKind::Neighbour, TrackKind::Litigation, "T-A-06");
        // Nobody is sent to court where arbitration comes first.
        assert!(!remedies(DisputeKind::Labour).0.contains(TrackKind::Litigation.zh()));
    }

    #[test]
    fn nobody_is_left_without_a_way_to_a_decision() {
        for kind in DisputeKind::ALL {
            assert!(remedies(*kind).0.contains('（'), "{kind}");
        }
    }
}
