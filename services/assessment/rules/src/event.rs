//! The types of public event (`ce-type`) that the indicators read, in one table. Who announces one of
//! these facts announces it under this name, with the attributes named beside it.

/// A complaint was handed in at a court. `field`.
pub const COMPLAINT_RECEIVED: &str = "jiefen.court.v1.ComplaintReceived";
/// A first-instance case was accepted. `field`, `excluded`.
pub const CASE_FILED: &str = "jiefen.court.v1.CaseFiled";
/// Filing was refused by ruling. `field`.
pub const FILING_REFUSED: &str = "jiefen.court.v1.FilingRefused";
/// A dispute brought to court was settled by mediation before filing. `field`.
pub const SETTLED_BEFORE_FILING: &str = "jiefen.court.v1.SettledBeforeFiling";
/// An enforcement case was opened.
pub const ENFORCEMENT_OPENED: &str = "jiefen.court.v1.EnforcementOpened";
/// A mediation was asked for or begun of own motion.
pub const MEDIATION_APPLIED: &str = "jiefen.mediation.v1.MediationApplied";
/// Every party has consented to the mediation.
pub const MEDIATION_CONSENTED: &str = "jiefen.mediation.v1.MediationConsented";
/// A party refused to mediate.
pub const CONSENT_REFUSED: &str = "jiefen.mediation.v1.ConsentRefused";
/// A mediation agreement came into force.
pub const AGREEMENT_MADE: &str = "jiefen.mediation.v1.AgreementMade";
/// A mediation ended without agreement. `outcome`, `track`.
pub const MEDIATION_ENDED: &str = "jiefen.mediation.v1.MediationEnded";
/// An agreement contains an obligation. `obligation`, `due_on`, `immediate`.
pub const OBLIGATION_SET: &str = "jiefen.mediation.v1.ObligationSet";
/// An obligation was performed. `obligation`.
pub const OBLIGATION_PERFORMED: &str = "jiefen.mediation.v1.ObligationPerformed";
/// A referral was offered. `to`, `epoch`; the announcing agency offers.
pub const REFERRAL_OFFERED: &str = "jiefen.handoff.v1.ReferralOffered";
/// A referral was accepted in time. `to`, `epoch`.
pub const REFERRAL_ACCEPTED: &str = "jiefen.handoff.v1.ReferralAccepted";
/// A referral was declined. `to`, `epoch`, `proposal`.
pub const REFERRAL_DECLINED: &str = "jiefen.handoff.v1.ReferralDeclined";
/// A referral was left unanswered. `to`, `epoch`.
pub const REFERRAL_EXPIRED: &str = "jiefen.handoff.v1.ReferralExpired";
/// The duty of a clock was done. `rule`, `returned`.
pub const CLOCK_MET: &str = "jiefen.handoff.v1.ClockMet";
/// A clock ran out. `rule`.
pub const CLOCK_EXPIRED: &str = "jiefen.handoff.v1.ClockExpired";
/// A clock was stopped. `rule`.
pub const CLOCK_STOPPED: &str = "jiefen.handoff.v1.ClockStopped";
/// A clock was extended. `rule`.
pub const CLOCK_EXTENDED: &str = "jiefen.handoff.v1.ClockExtended";

/// Every type of the table.
pub const ALL: &[&str] = &[
    COMPLAINT_RECEIVED,
    CASE_FILED,
    FILING_REFUSED,
    SETTLED_BEFORE_FILING,
    ENFORCEMENT_OPENED,
    MEDIATION_APPLIED,
    MEDIATION_CONSENTED,
    CONSENT_REFUSED,
    AGREEMENT_MADE,
    MEDIATION_ENDED,
    OBLIGATION_SET,
    OBLIGATION_PERFORMED,
    REFERRAL_OFFERED,
    REFERRAL_ACCEPTED,
    REFERRAL_DECLINED,
    REFERRAL_EXPIRED,
    CLOCK_MET,
    CLOCK_EXPIRED,
    CLOCK_STOPPED,
    CLOCK_EXTENDED,
];
