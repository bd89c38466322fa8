//! The types of public event (`ce-type`) that a rule may name in `when`, in one table. They are the names
//! under which the areas announce their facts.

/// A mediation ended without agreement. Says `outcome`, `kind`, `track`.
pub const MEDIATION_ENDED: &str = "jiefen.mediation.v1.MediationEnded";
/// A court accepted a case: the route was chosen.
pub const CASE_FILED: &str = "jiefen.court.v1.CaseFiled";
/// A payment order was applied for: the route was chosen.
pub const PAYMENT_ORDER_APPLIED: &str = "jiefen.court.v1.PaymentOrderApplied";
/// An arbitration body accepted a case: the route was chosen.
pub const ARBITRATION_ACCEPTED: &str = "jiefen.arbitration.v1.CaseAccepted";
/// A reconsideration body accepted a case: the route was chosen.
pub const RECONSIDERATION_ACCEPTED: &str = "jiefen.administrative.v1.ReconsiderationAccepted";
/// The holder recorded the parties' choice of a route.
pub const ROUTE_CHOSEN: &str = "jiefen.intake.v1.RouteChosen";
/// The holder showed the parties the routes: it has the proposal.
pub const ROUTE_OFFERED: &str = "jiefen.intake.v1.RouteOffered";
/// The holder offered the dispute to another unit for a track: the route was chosen.
pub const REFERRAL_OFFERED: &str = "jiefen.intake.v1.ReferralOffered";
/// A mediation was begun: the route was chosen.
pub const MEDIATION_APPLIED: &str = "jiefen.mediation.v1.MediationApplied";
/// The dispute was closed.
pub const DISPUTE_CLOSED: &str = "jiefen.intake.v1.DisputeClosed";

/// Every type of the table.
pub const ALL: &[&str] = &[
    MEDIATION_ENDED,
    CASE_FILED,
    PAYMENT_ORDER_APPLIED,
    ARBITRATION_ACCEPTED,
    RECONSIDERATION_ACCEPTED,
    ROUTE_CHOSEN,
    ROUTE_OFFERED,
    REFERRAL_OFFERED,
    MEDIATION_APPLIED,
    DISPUTE_CLOSED,
];

/// The track that an event of this type shows to have been chosen, when the type alone says it.
pub fn chosen_track(event: &str) -> Option<jiefen_vocab::TrackKind> {
    use jiefen_vocab::TrackKind;
    match event {
        CASE_FILED => Some(TrackKind::Litigation),
        PAYMENT_ORDER_APPLIED => Some(TrackKind::PaymentOrder),
        RECONSIDERATION_ACCEPTED => Some(TrackKind::AdministrativeReconsideration),
        // An arbitration, a mediation or a recorded choice says its track itself.
        _ => None,
    }
}
