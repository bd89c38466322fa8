//! The hands of mediation: people's mediation committees, bodies that mediate for a court, associations and chambers
//! of a trade, lawyers' studios, and bodies that have a matter in hand.

mod announce;
mod custody;
mod grpc;
mod industry;
mod lawyer;
mod neutral;
mod papers;
mod react;
mod room;
#[cfg(test)]
mod tests;
mod times;
mod view;
mod wire;

use jiefen_handoff as handoff;
use jiefen_ledger::read::CaseView;
use jiefen_ledger::serve::{App, data};
use jiefen_ledger::{Announcement, Area, Cases, Reaction, Signal, Told};
use jiefen_mediation_rules::{Case, Fact, Law};
use jiefen_procedure::{Brief, Papers};
use jiefen_proto::jiefen::mediation::v1::mediation_service_server::MediationServiceServer;
use jiefen_proto::jiefen::mediation::v1::room_service_server::RoomServiceServer;
use jiefen_proto::jiefen::mediation::v1::times_service_server::TimesServiceServer;
use jiefen_vocab::{CaseId, DisputeId};
use tonic::service::RoutesBuilder;

pub use announce::EVENTS;

/// How often each procedure may run for one dispute at one node.
pub const ROUNDS: u32 = 4;

/// The mediating and handling bodies.
pub struct MediationArea;

/// Which procedure a case is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// 人民调解
    PeopleMediation,
    /// 委托（委派）调解
    EntrustedMediation,
    /// 承办事项
    Matter,
    /// 行业调解、金融纠纷第三方调解
    IndustryMediation,
    /// 律师调解
    LawyerMediation,
}

impl Kind {
    /// Every procedure.
    pub const ALL: [Kind; 5] = [
        Kind::PeopleMediation,
        Kind::EntrustedMediation,
        Kind::Matter,
        Kind::IndustryMediation,
        Kind::LawyerMediation,
    ];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Kind::PeopleMediation => "people_mediation",
            Kind::EntrustedMediation => "entrusted_mediation",
            Kind::Matter => "matter",
            Kind::IndustryMediation => "industry_mediation",
            Kind::LawyerMediation => "lawyer_mediation",
        }
    }

    /// Of which procedure a case is.
    pub const fn of(case: &Case) -> Kind {
        match case {
            Case::PeopleMediation(_) => Kind::PeopleMediation,
            Case::EntrustedMediation(_) => Kind::EntrustedMediation,
            Case::Matter(_) => Kind::Matter,
            Case::IndustryMediation(_) => Kind::IndustryMediation,
            Case::LawyerMediation(_) => Kind::LawyerMediation,
        }
    }
}

/// The case of a procedure's round, from 1: derived, so that a repeated reaction names the same case.
pub fn case_id(dispute: DisputeId, kind: Kind, round: u32) -> CaseId {
    match round {
        0 | 1 => CaseId(dispute.0.derive(kind.code())),
        more => CaseId(dispute.0.derive(&format!("{}:{more}", kind.code()))),
    }
}

impl Area for MediationArea {
    const NAME: &'static str = "mediation";
    const READS: &'static [&'static str] = &[];
    type Law = Law;

    fn dispute(case: &Case) -> Option<DisputeId> {
        Some(match case {
            Case::PeopleMediation(state) => state.brief.dispute,
            Case::EntrustedMediation(state) => state.brief.dispute,
            Case::Matter(state) => state.brief.dispute,
            Case::IndustryMediation(state) => state.course.brief.dispute,
            Case::LawyerMediation(state) => state.course.brief.dispute,
        })
    }

    fn cases_of(dispute: DisputeId) -> Vec<CaseId> {
        let of_round = |round| Kind::ALL.map(|kind| case_id(dispute, kind, round));
        (1..=ROUNDS).flat_map(of_round).collect()
    }

    fn announce(told: &Told<'_>, fact: &Fact) -> Option<Announcement> {
        announce::announce(told, fact)
    }

    fn custody(told: &Told<'_>, fact: &Fact, case: &Case) -> Vec<handoff::Input> {
        custody::custody(told, fact, case)
    }

    fn brief(case: &Case) -> Option<Brief> {
        papers::brief(case)
    }

    fn papers(case: &Case) -> Option<Papers> {
        papers::papers(case)
    }

    fn shown(case: &CaseView<Self>) -> serde_json::Value {
        match Kind::of(&case.state) {
            Kind::PeopleMediation => data(view::people_mediation(case)),
            Kind::EntrustedMediation => data(view::entrusted_mediation(case)),
            Kind::Matter => data(view::matter(case)),
            Kind::IndustryMediation | Kind::LawyerMediation => data(neutral::shown(case)),
        }
    }

    fn react(signal: &Signal<'_>, cases: &Cases<'_, MediationArea>) -> Vec<Reaction<Self>> {
        react::react(signal, cases)
    }
}

/// Adds the area's own services.
pub fn add_services(routes: &mut RoutesBuilder, app: App<MediationArea>) {
    routes.add_service(RoomServiceServer::new(room::Server::new(app.clone())));
    routes.add_service(TimesServiceServer::new(times::Server(app.clone())));
    routes.add_service(MediationServiceServer::new(grpc::Server(app)));
}
