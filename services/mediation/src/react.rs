//! What follows here from something another agency said or did.

use jiefen_handoff::Tell;
use jiefen_ledger::{Cases, Reaction, Signal};
use jiefen_mediation_rules::entrusted_mediation::{Command as Entrusted, Mandate};
use jiefen_mediation_rules::matter::{Command as Matter, NextStep, clock_for};
use jiefen_mediation_rules::people_mediation::{Beginning, Command as People};
use jiefen_mediation_rules::{Case, Command, Law};
use jiefen_procedure::{Actor, Brief, Circumstances, Procedure};
use jiefen_terms::{Law as Terms, Query};
use jiefen_vocab::{Agency, DisputeId, Moment, Role, TrackKind};
use jiff::civil::Date;

use crate::{Kind, MediationArea, ROUNDS, case_id, industry, lawyer};

/// The rule by which a court names the shorter term of a summary case in its basis (T-C-03).
const SUMMARY: &str = "T-C-03";
/// How soon the parties are called after a matter was taken.
const CALL: &str = "policy.information_request";

/// The commands that follow here from a signal.
pub fn react(
    signal: &Signal<'_>,
    cases: &Cases<'_, MediationArea>,
) -> Vec<Reaction<MediationArea>> {
    match signal {
        Signal::Taken { dispute, from, brief, accepted_at, person, now, .. } => {
            let on = accepted_at.day().max(brief.received_on);
            let brief = &beside(*dispute, brief, cases);
            let taken = Taken { from: *from, brief, on, person };
            taken.open(*dispute, *now, cases).into_iter().collect()
        }
        Signal::Tell { tell, .. } => told(tell),
        // This area reads no events of others.
        Signal::Returned { .. } | Signal::Event { .. } => vec![],
    }
}

/// The brief with what this node itself knows of the dispute's other tracks (I4): its own cases of it.
fn beside(dispute: DisputeId, brief: &Brief, cases: &Cases<'_, MediationArea>) -> Brief {
    let mut brief = brief.clone();
    for round in 1..=ROUNDS {
        for case in
            Kind::ALL.into_iter().filter_map(|kind| cases.get(case_id(dispute, kind, round)))
        {
            let (track, outcome) = match case {
                Case::PeopleMediation(state) => (state.brief.track, state.outcome()),
                Case::EntrustedMediation(state) => (state.mandate.track(), state.outcome()),
                Case::Matter(state) => (state.brief.track, state.outcome()),
                Case::IndustryMediation(state) => (state.course.brief.track, state.outcome()),
                Case::LawyerMediation(state) => (state.course.brief.track, state.outcome()),
            };
            if track != brief.track {
                brief.known.tracks.insert(track, outcome.into());
            }
        }
    }
    brief
}

/// The custody of a dispute moves on its own; the cases here go on, end by their own clocks or by their
/// own parties' word.
fn told(tell: &Tell) -> Vec<Reaction<MediationArea>> {
    match tell {
        Tell::OfferSeen { .. }
        | Tell::OfferGone { .. }
        | Tell::Accepted { .. }
        | Tell::Declined { .. }
        | Tell::Objected { .. }
        | Tell::Expired { .. }
        | Tell::Overdue { .. }
        | Tell::ExpirySeen { .. }
        | Tell::ProgressSeen { .. }
        | Tell::ResultSeen { .. }
        | Tell::ResultAcknowledged { .. }
        | Tell::DesignationForced { .. }
        | Tell::DesignationAsked { .. }
        | Tell::DesignationSeen { .. }
        | Tell::TaskSeen { .. }
        | Tell::TaskGone { .. }
        | Tell::TaskDone { .. }
        | Tell::TaskDeclined { .. } => vec![],
    }
}

/// A dispute that this node now holds.
struct Taken<'a> {
    from: Agency,
    brief: &'a Brief,
    on: Date,
    person: &'a str,
}

impl Taken<'_> {
    /// The command that opens the case which the route has here, in its next free round. None: a case of
    /// this procedure is still being worked on, or the law lets none begin on this brief; then the desk
    /// shows the dispute, and staff open a case with what was missing or hand it on.
    fn open(
        &self,
        dispute: DisputeId,
        now: Moment,
        cases: &Cases<'_, MediationArea>,
    ) -> Option<Reaction<MediationArea>> {
        let lawful = |wanted: &(Kind, Command)| begins(&wanted.1, self.from, now);
        let (kind, command) = self.candidates().into_iter().find(lawful)?;
        let exists = |round: u32| Kind::ALL.map(|kind| cases.get(case_id(dispute, kind, round)));
        let mut round = 1;
        for n in 1..=ROUNDS {
            for case in exists(n).into_iter().flatten() {
                if Kind::of(case) == kind && !has_result(case) {
                    return None;
                }
                round = n + 1;
            }
        }
        let case = case_id(dispute, kind, round);
        (round <= ROUNDS).then_some(Reaction { case, command })
    }

    /// What may begin on the route, the fitting procedure first.
    fn candidates(&self) -> Vec<(Kind, Command)> {
        match self.brief.track {
            TrackKind::PeopleMediation | TrackKind::PeopleMediationTown => {
                vec![self.people(), self.matter()]
            }
            // A people's committee of a trade has people's mediation as its route (人民调解法34).
            TrackKind::IndustryMediation | TrackKind::ThirdPartyFinancialMediation => {
                vec![self.industry(), self.matter()]
            }
            TrackKind::LawyerMediation => vec![self.lawyer(), self.matter()],
            TrackKind::CourtEntrustedMediation | TrackKind::CourtEntrustedMediationInLitigation => {
                vec![self.entrusted()]
            }
            TrackKind::Negotiation
            | TrackKind::NeutralEvaluation
            | TrackKind::LabourMediation
            | TrackKind::JointMediation
            | TrackKind::AdministrativeMediation
            | TrackKind::PoliceMediation
            | TrackKind::InvitedMediation
            | TrackKind::JudicialConfirmation
            | TrackKind::LabourArbitration
            | TrackKind::LandArbitration
            | TrackKind::CommercialArbitration
            | TrackKind::AdministrativeRuling
            | TrackKind::AdministrativeReconsideration
            | TrackKind::FastTrack
            | TrackKind::SummaryProcedure
            | TrackKind::PaymentOrder
            | TrackKind::NotarizedEnforcement
            | TrackKind::Petition
            | TrackKind::ProcuratorateSupervision
            | TrackKind::PublicInterestLitigation
            | TrackKind::CriminalReferral
            | TrackKind::Litigation
            | TrackKind::Retrial
            | TrackKind::Enforcement
            | TrackKind::ProtectionOrder
            | TrackKind::AccidentReview
            | TrackKind::MergeIntoOriginal
            | TrackKind::NoneUntilInformation => vec![self.matter()],
        }
    }

    fn people(&self) -> (Kind, Command) {
        let brief = Box::new(self.brief.clone());
        let open = People::Open { brief, by: Beginning::HandOff, on: self.on };
        (Kind::PeopleMediation, open.into())
    }

    fn industry(&self) -> (Kind, Command) {
        (Kind::IndustryMediation, industry::open(self.brief, self.on).into())
    }

    fn lawyer(&self) -> (Kind, Command) {
        (Kind::LawyerMediation, lawyer::open(self.brief, self.on).into())
    }

    /// The court's file: its term is the ordinary one unless the court names the shorter one.
    fn entrusted(&self) -> (Kind, Command) {
        let filed = self.brief.track == TrackKind::CourtEntrustedMediationInLitigation;
        let mandate = match (filed, self.brief.basis.contains(SUMMARY)) {
            (true, true) => Mandate::EntrustedSummary,
            (true, false) => Mandate::EntrustedOrdinary,
            (false, _) => Mandate::Delegated,
        };
        let open = Entrusted::Open {
            brief: Box::new(self.brief.clone()),
            mandate,
            court: self.from,
            court_case: self.brief.code.clone(),
            on: self.on,
        };
        (Kind::EntrustedMediation, open.into())
    }

    fn matter(&self) -> (Kind, Command) {
        let take = Matter::Take {
            brief: Box::new(self.brief.clone()),
            person: self.person.to_owned(),
            next: NextStep { what: first_step(self.brief.track).to_owned(), by: self.first_day() },
            term_from: None,
            on: self.on,
        };
        (Kind::Matter, take.into())
    }

    /// The parties are called within the county's own limit, and never after the lawful one.
    fn first_day(&self) -> Date {
        let last = |rule: &str| Terms::shipped().due(&Query::new(rule, self.on));
        let days = [CALL, clock_for(self.brief.track, self.brief.kind)].map(last);
        let days = days.into_iter().flatten().map(|deadline| deadline.due.day());
        days.min().unwrap_or(self.on).max(self.on)
    }
}

/// True when a case already has its result: a dispute that comes again gets another round.
fn has_result(case: &Case) -> bool {
    match case {
        Case::PeopleMediation(state) => state.outcome().is_some(),
        Case::EntrustedMediation(state) => state.outcome().is_some(),
        Case::Matter(state) => state.outcome().is_some(),
        Case::IndustryMediation(state) => state.outcome().is_some(),
        Case::LawyerMediation(state) => state.outcome().is_some(),
    }
}

/// True when the law lets a case begin with this command. The limits of the node's own county change last
/// days, not whether a case may begin.
fn begins(command: &Command, agency: Agency, now: Moment) -> bool {
    let actor = Actor { agency, person: "system".to_owned(), role: Role::System };
    let ctx = Circumstances { now, actor: &actor, law: Terms::shipped() };
    Law::decide(None, command, &ctx).is_ok()
}

/// The first step of a matter, by its route: verb first.
fn first_step(track: TrackKind) -> &'static str {
    match track {
        TrackKind::Negotiation => "联系双方当事人，组织协商",
        TrackKind::NeutralEvaluation => "选定评估员，征求双方意见",
        TrackKind::PeopleMediation
        | TrackKind::PeopleMediationTown
        | TrackKind::IndustryMediation
        | TrackKind::LabourMediation
        | TrackKind::LawyerMediation
        | TrackKind::InvitedMediation
        | TrackKind::JointMediation
        | TrackKind::CourtEntrustedMediation
        | TrackKind::CourtEntrustedMediationInLitigation => "征求双方当事人意见，确定调解员",
        TrackKind::AdministrativeMediation => "审查受理条件，告知双方当事人权利并征求调解意见",
        TrackKind::PoliceMediation => "核实案情，征求双方当事人调解意见",
        TrackKind::ThirdPartyFinancialMediation => "联系当事人和金融机构，征求调解意见",
        TrackKind::LabourArbitration
        | TrackKind::LandArbitration
        | TrackKind::CommercialArbitration => "审查仲裁申请，决定是否受理",
        TrackKind::AdministrativeRuling => "审查裁决申请，决定是否受理",
        TrackKind::AdministrativeReconsideration => "审查复议申请，决定是否受理",
        TrackKind::JudicialConfirmation
        | TrackKind::FastTrack
        | TrackKind::SummaryProcedure
        | TrackKind::PaymentOrder
        | TrackKind::Litigation
        | TrackKind::Retrial => "审查起诉或者申请材料，依法决定是否受理",
        TrackKind::NotarizedEnforcement => "核实公证债权文书和履行情况",
        TrackKind::Enforcement => "审查执行依据，决定是否受理",
        TrackKind::ProtectionOrder => "立即审查保护令申请，核实人身安全情况",
        TrackKind::AccidentReview => "审查复核申请和案卷",
        TrackKind::Petition => "登记信访事项，告知是否受理",
        TrackKind::ProcuratorateSupervision => "审查监督申请，决定是否受理",
        TrackKind::PublicInterestLitigation => "评估公益诉讼线索，决定是否立案",
        TrackKind::CriminalReferral => "审查移送材料，决定是否立案",
        TrackKind::MergeIntoOriginal | TrackKind::NoneUntilInformation => "补充信息，确定化解途径",
    }
}
