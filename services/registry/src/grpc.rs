//! The area's gRPC service. The register is for everybody who works in the mesh to read.

use jiefen_ledger::serve::{Parsed, answer_head, case_head};
use jiefen_ledger::{Error, read};
use jiefen_proto::jiefen::common::v1::{CaseHead, CommandHead};
use jiefen_proto::jiefen::registry::v1 as pb;
use jiefen_proto::jiefen::registry::v1::registry_service_server::RegistryService;
use jiefen_registry_rules::unit::State;
use jiefen_registry_rules::{Case, Competent, Membership, Register, diff};
use tonic::{Request as Call, Response, Status};

use crate::bundle::{bundle, entries, register, unsigned};
use crate::wire::Asked;
use crate::{RegistryArea, case_id, people, view, wire};

jiefen_ledger::service! {
    RegistryService for Server(RegistryArea), pb, wire;
    get {}
    verbs {
        admit_node(AdmitNodeRequest) -> AdmitNodeResponse;
        rotate_key(RotateKeyRequest) -> RotateKeyResponse;
        suspend_node(SuspendNodeRequest) -> SuspendNodeResponse;
        confirm_unit(ConfirmUnitRequest) -> ConfirmUnitResponse;
    }
    own {
        async fn get_unit(
            &self,
            call: Call<pb::GetUnitRequest>,
        ) -> Result<Response<pb::GetUnitResponse>, Status> {
            self.0.gate.staff(call.metadata())?;
            let id = wire::unit_named(&call.get_ref().name)?;
            let entry = read::case::<RegistryArea>(self.0.ledger.store(), id).await?;
            let register = register(&self.0.ledger).await?;
            let Case::Unit(state) = &entry.state else {
                return Err(people::other("单位登记", "unit", &entry).into());
            };
            let unit = view::unit(case_head(&entry), state, &register);
            Ok(Response::new(pb::GetUnitResponse { unit: Some(unit) }))
        }

        async fn list_units(
            &self,
            call: Call<pb::ListUnitsRequest>,
        ) -> Result<Response<pb::ListUnitsResponse>, Status> {
            self.0.gate.staff(call.metadata())?;
            let asked = wire::list_units(call.get_ref())?;
            Ok(Response::new(self.list(&asked).await?))
        }

        async fn get_bundle(
            &self,
            call: Call<pb::GetBundleRequest>,
        ) -> Result<Response<pb::GetBundleResponse>, Status> {
            self.0.gate.staff(call.metadata())?;
            let signed = bundle(&self.0.ledger, wire::version(call.get_ref().version)).await?;
            let bundle = view::bundle(&signed)?;
            Ok(Response::new(pb::GetBundleResponse { bundle: Some(bundle) }))
        }

        async fn diff_bundles(
            &self,
            call: Call<pb::DiffBundlesRequest>,
        ) -> Result<Response<pb::DiffBundlesResponse>, Status> {
            self.0.gate.staff(call.metadata())?;
            let asked = call.get_ref();
            let to = unsigned(&self.0.ledger, wire::version(asked.to_version)).await?;
            let from = unsigned(&self.0.ledger, Some(asked.from_version)).await?;
            Ok(Response::new(pb::DiffBundlesResponse {
                from_version: from.version,
                to_version: to.version,
                changes: diff(&from, &to).into_iter().map(view::change).collect(),
            }))
        }

        async fn list_bodies(
            &self,
            call: Call<pb::ListBodiesRequest>,
        ) -> Result<Response<pb::ListBodiesResponse>, Status> {
            self.0.gate.staff(call.metadata())?;
            let asked = wire::list_bodies(call.get_ref())?;
            let register = register(&self.0.ledger).await?;
            let today = self.0.ledger.identity().clock.now().day();
            let sits = |membership: &Membership| {
                asked.is_none_or(|unit| {
                    membership.members.iter().any(|one| one.unit == unit && one.sits_on(today))
                })
            };
            let bodies = register.bodies().filter(|(_, membership)| sits(membership));
            let show = |(unit, membership)| view::body(unit, membership, &register, today);
            Ok(Response::new(pb::ListBodiesResponse { bodies: bodies.map(show).collect() }))
        }

        async fn amend_unit(
            &self,
            call: Call<pb::AmendUnitRequest>,
        ) -> Result<Response<pb::AmendUnitResponse>, Status> {
            let head = call.get_ref().head.as_ref();
            let case = self.on_register(&call, head, wire::amend_unit).await?;
            Ok(Response::new(pb::AmendUnitResponse { case: Some(case) }))
        }

        async fn add_unit(
            &self,
            call: Call<pb::AddUnitRequest>,
        ) -> Result<Response<pb::AddUnitResponse>, Status> {
            let head = call.get_ref().head.as_ref();
            let case = self.on_register(&call, head, wire::add_unit).await?;
            Ok(Response::new(pb::AddUnitResponse { case: Some(case) }))
        }

        async fn move_unit(
            &self,
            call: Call<pb::MoveUnitRequest>,
        ) -> Result<Response<pb::MoveUnitResponse>, Status> {
            let head = call.get_ref().head.as_ref();
            let case = self.on_register(&call, head, wire::move_unit).await?;
            Ok(Response::new(pb::MoveUnitResponse { case: Some(case) }))
        }

        async fn close_unit(
            &self,
            call: Call<pb::CloseUnitRequest>,
        ) -> Result<Response<pb::CloseUnitResponse>, Status> {
            let head = call.get_ref().head.as_ref();
            let case = self.on_register(&call, head, wire::close_unit).await?;
            Ok(Response::new(pb::CloseUnitResponse { case: Some(case) }))
        }

        async fn list_roster(
            &self,
            call: Call<pb::ListRosterRequest>,
        ) -> Result<Response<pb::ListRosterResponse>, Status> {
            Ok(Response::new(people::list(&self.0, &call).await?))
        }

        async fn get_roster_person(
            &self,
            call: Call<pb::GetRosterPersonRequest>,
        ) -> Result<Response<pb::GetRosterPersonResponse>, Status> {
            let person = people::one(&self.0, &call).await?;
            Ok(Response::new(pb::GetRosterPersonResponse { person: Some(person) }))
        }

        async fn add_roster_person(
            &self,
            call: Call<pb::AddRosterPersonRequest>,
        ) -> Result<Response<pb::AddRosterPersonResponse>, Status> {
            let head = call.get_ref().head.as_ref();
            let case = people::write(&self.0, &call, head, wire::add_roster_person).await?;
            Ok(Response::new(pb::AddRosterPersonResponse { case: Some(case) }))
        }

        async fn amend_roster_person(
            &self,
            call: Call<pb::AmendRosterPersonRequest>,
        ) -> Result<Response<pb::AmendRosterPersonResponse>, Status> {
            let head = call.get_ref().head.as_ref();
            let case = people::write(&self.0, &call, head, wire::amend_roster_person).await?;
            Ok(Response::new(pb::AmendRosterPersonResponse { case: Some(case) }))
        }

        async fn confirm_roster_person(
            &self,
            call: Call<pb::ConfirmRosterPersonRequest>,
        ) -> Result<Response<pb::ConfirmRosterPersonResponse>, Status> {
            let head = call.get_ref().head.as_ref();
            let case = people::write(&self.0, &call, head, wire::confirm_roster_person).await?;
            Ok(Response::new(pb::ConfirmRosterPersonResponse { case: Some(case) }))
        }

        async fn take_off_roster(
            &self,
            call: Call<pb::TakeOffRosterRequest>,
        ) -> Result<Response<pb::TakeOffRosterResponse>, Status> {
            let head = call.get_ref().head.as_ref();
            let case = people::write(&self.0, &call, head, wire::take_off_roster).await?;
            Ok(Response::new(pb::TakeOffRosterResponse { case: Some(case) }))
        }
    }
}

impl Server {
    /// Carries out a change that depends on the whole register: when it is written the register still reads
    /// as it did when the change was worked out. Two moves, each lawful for itself, make no circle, though
    /// they come at the same instant and in two processes.
    async fn on_register<M: prost::Message>(
        &self,
        call: &Call<M>,
        head: Option<&CommandHead>,
        parse: fn(&M, &Register) -> Result<Parsed<RegistryArea>, Error>,
    ) -> Result<CaseHead, Status> {
        let parse = || async { parse(call.get_ref(), &register(&self.0.ledger).await?) };
        let answer = self.0.command_on(call, head, parse).await?;
        Ok(answer_head(&answer, self.0.ledger.agency()))
    }

    async fn list(&self, asked: &Asked) -> Result<pb::ListUnitsResponse, Status> {
        let today = self.0.ledger.identity().clock.now().day();
        let entries = entries(&self.0.ledger).await?;
        let version = |state: &State| {
            let found = entries.iter().find(|(id, ..)| *id == case_id(state.agency));
            found.map_or(0, |(_, version, _)| *version)
        };
        let register = Register::new(entries.iter().map(|(.., unit)| unit.clone()), today);
        let mut found = choose(asked, &register);
        if let Some(after) = asked.after {
            let at = found.iter().position(|(unit, _)| unit.agency == after);
            found.drain(..at.map_or(0, |at| at + 1));
        }
        let more = found.len() > asked.size;
        found.truncate(asked.size);
        let next_page_token = match found.last() {
            Some((last, _)) if more => last.agency.to_string(),
            Some(_) | None => String::new(),
        };
        let show = |(state, competent): &(&State, Option<Competent>)| {
            let entry = (case_id(state.agency), version(state), (*state).clone());
            let power = competent.as_ref().map(|found| found.power.code().to_owned());
            let clause = competent.as_ref().map(|found| found.clause.clone());
            pb::ListedUnit {
                unit: Some(view::unit(view::head(&entry), state, &register)),
                power: power.unwrap_or_default(),
                clause: clause.unwrap_or_default(),
            }
        };
        Ok(pb::ListUnitsResponse { units: found.iter().map(show).collect(), next_page_token })
    }
}

/// The units that fit, in the order of the answer.
fn choose<'r>(asked: &Asked, register: &'r Register) -> Vec<(&'r State, Option<Competent>)> {
    let fits = |unit: &State| {
        asked.region.is_none_or(|region| region.contains(unit.agency.region))
            && asked.unit_kind.is_none_or(|kind| kind == unit.profile.kind)
    };
    match asked.matter {
        None => register.units().filter(|unit| fits(unit)).map(|unit| (unit, None)).collect(),
        Some((kind, track, place)) => register
            .competent(kind, track, place)
            .into_iter()
            .filter_map(|found| Some((register.live(found.agency)?, Some(found))))
            .filter(|(unit, _)| fits(unit))
            .collect(),
    }
}
