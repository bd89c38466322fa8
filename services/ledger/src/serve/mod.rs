//! The gRPC services that every node offers whatever its area, and the one way from a request to the
//! ledger: who is it, may they, parsed once, carried out though the client hangs up.

mod desk;
mod docket;
mod duty;
pub mod materials;
mod media;
mod node;
pub mod proof;

pub use desk::HandoffServer;
pub use materials::{MaterialLimits, MaterialsServer};
pub use node::NodeServer;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiefen_platform::auth::{Gate, Staff};
use jiefen_procedure::{Actor, Procedure};
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_terms::Law;
use jiefen_vocab::{Agency, CaseId, DisputeId, Role};
use sea_orm::{EntityTrait, QueryFilter};
use tonic::metadata::MetadataMap;
use tonic::{Request as Call, Status};

use crate::area::{Area, CaseOf, CommandOf};
use crate::bulk::among;
use crate::entity::{cases, clocks};
use crate::envelope::digest;
use crate::error::{Error, corrupt, store};
use crate::queue::{Answer, Order, Request, Step};
use crate::read::CaseView;
use crate::wire::Fields;
use crate::{Ledger, read};

/// How often a command that depends on more than its own case is worked out anew when others write.
const OVERTAKEN_MAX: u32 = 64;

/// What a service needs to answer calls: its ledger and its gate.
pub struct App<A: Area> {
    /// The way into the database.
    pub ledger: Ledger<A>,
    /// Who may come in.
    pub gate: Arc<Gate>,
}

impl<A: Area> Clone for App<A> {
    fn clone(&self) -> Self {
        App { ledger: self.ledger.clone(), gate: self.gate.clone() }
    }
}

/// A command as parsed from the wire.
pub struct Parsed<A: Area> {
    /// The case it is for.
    pub case: CaseId,
    /// The command.
    pub command: CommandOf<A>,
}

impl<A: Area> App<A> {
    /// Carries out a command of the area's law: `head` and the raw message come from the request, the
    /// command from its own parsing.
    ///
    /// # Errors
    /// A status that says what is wrong, where, why, and what would be right.
    pub async fn command<M: prost::Message>(
        &self,
        call: &Call<M>,
        head: Option<&common::CommandHead>,
        parsed: Result<Parsed<A>, Error>,
    ) -> Result<Answer<A>, Status> {
        let staff = self.gate.staff(call.metadata())?;
        let request = self.request(call, &staff, self.ledger.agency(), head, parsed)?;
        Ok(self.ledger.execute(request).await?)
    }

    /// Carries out a command that depends on more than its own case: what was read for it has not changed
    /// when it is written, in this process or in another over the same database. Overtaken, it is read and
    /// parsed anew; each time somebody else has got something done.
    ///
    /// # Errors
    /// As [`App::command`].
    pub async fn command_on<M: prost::Message, F>(
        &self,
        call: &Call<M>,
        head: Option<&common::CommandHead>,
        parse: impl Fn() -> F,
    ) -> Result<Answer<A>, Status>
    where
        F: Future<Output = Result<Parsed<A>, Error>>,
    {
        self.overtaken_by_none(call, head, self.ledger.agency(), parse).await
    }

    /// The same for a command that another unit gives here for itself; this unit's own staff act for this unit.
    ///
    /// # Errors
    /// As [`App::command`].
    pub async fn command_of_unit_on<M: prost::Message, F>(
        &self,
        call: &Call<M>,
        head: Option<&common::CommandHead>,
        parse: impl Fn() -> F,
    ) -> Result<Answer<A>, Status>
    where
        F: Future<Output = Result<Parsed<A>, Error>>,
    {
        let staff = self.gate.staff(call.metadata())?;
        self.overtaken_by_none(call, head, staff.agency, parse).await
    }

    async fn overtaken_by_none<M: prost::Message, F>(
        &self,
        call: &Call<M>,
        head: Option<&common::CommandHead>,
        agency: Agency,
        parse: impl Fn() -> F,
    ) -> Result<Answer<A>, Status>
    where
        F: Future<Output = Result<Parsed<A>, Error>>,
    {
        let staff = self.gate.staff(call.metadata())?;
        for _ in 0..OVERTAKEN_MAX {
            let seen = read::written(self.ledger.store()).await?;
            let request = self.request(call, &staff, agency, head, parse().await)?;
            match self.ledger.execute(Request { seen: Some(seen), ..request }).await {
                Err(Error::Overtaken) => {}
                other => return Ok(other?),
            }
        }
        Err(Error::Overtaken.into())
    }

    /// Carries out a command that another unit gives here for itself: an appeal, an answer. Its staff act
    /// for their own agency; the law says which agency may.
    ///
    /// # Errors
    /// As [`App::command`].
    pub async fn command_of_unit<M: prost::Message>(
        &self,
        call: &Call<M>,
        head: Option<&common::CommandHead>,
        parsed: Result<Parsed<A>, Error>,
    ) -> Result<Answer<A>, Status> {
        let staff = self.gate.staff(call.metadata())?;
        let request = self.request(call, &staff, staff.agency, head, parsed)?;
        Ok(self.ledger.execute(request).await?)
    }

    /// Those of these cases that are there, with their states.
    ///
    /// # Errors
    /// The database cannot be read, or a case does not read back.
    pub async fn there(
        &self,
        ids: impl IntoIterator<Item = CaseId>,
    ) -> Result<BTreeMap<CaseId, CaseOf<A>>, Error> {
        let db = self.ledger.store().readers();
        let ids = ids.into_iter().map(|id| id.to_string());
        let found = cases::Entity::find().filter(among(&db.into(), cases::Column::Id, ids));
        let mut states = BTreeMap::new();
        for row in found.all(db).await.map_err(store("look for cases"))? {
            let id = row.id.parse().map_err(corrupt("read a case's id"))?;
            states.insert(id, serde_json::from_str(&row.body).map_err(corrupt("read a case"))?);
        }
        Ok(states)
    }

    /// The portal through which people act for themselves, when the call is its: a token of this agency in the
    /// role of a party and in no other. Who the party is, the area's own service finds out.
    ///
    /// # Errors
    /// No valid token, another agency's, or one of a member of staff.
    pub fn portal(&self, metadata: &MetadataMap) -> Result<(), Status> {
        let caller = self.gate.staff(metadata)?;
        let only = [Role::Party];
        jiefen_platform::auth::permit(&caller, &only, Some(Role::Party), self.ledger.agency())?;
        Ok(())
    }

    /// Carries out a command of a party: the portal has brought it, and the service knows by what proof.
    ///
    /// # Errors
    /// As [`App::command`].
    pub async fn command_of_party<M: prost::Message>(
        &self,
        call: &Call<M>,
        head: Option<&common::CommandHead>,
        party: String,
        parsed: Parsed<A>,
    ) -> Result<Answer<A>, Status> {
        self.portal(call.metadata())?;
        let actor = Actor { agency: self.ledger.agency(), person: party, role: Role::Party };
        let Parsed { case, command } = parsed;
        let order = Order::Case { case, command };
        Ok(self.ledger.execute(ask(order, actor, fingerprint::<M>(call), head)?).await?)
    }

    /// Begins several cases in one transaction: all or none.
    ///
    /// # Errors
    /// As [`App::command`]; [`Error::Overtaken`] when one of the cases is there already.
    pub async fn begin<M: prost::Message>(
        &self,
        call: &Call<M>,
        head: Option<&common::CommandHead>,
        actor: Actor,
        steps: Vec<Step<A>>,
    ) -> Result<(), Error> {
        let order = Order::Begin { steps };
        self.ledger.execute(ask(order, actor, fingerprint::<M>(call), head)?).await.map(drop)
    }

    /// Who acts, in the first role that may give all of these commands.
    ///
    /// # Errors
    /// No valid token, another unit's staff, or no such role.
    pub fn actor_for(
        &self,
        metadata: &MetadataMap,
        commands: &[&str],
        head: Option<&common::CommandHead>,
    ) -> Result<Actor, Status> {
        let staff = self.gate.staff(metadata)?;
        let asked = head.map(|head| head.role.as_str()).unwrap_or_default();
        let may = |role: &Role| commands.iter().all(|name| A::Law::roles(name).contains(role));
        let allowed: Vec<Role> = Role::ALL.iter().copied().filter(may).collect();
        let role = self.role(&staff, &allowed, asked)?;
        Ok(self.actor(&staff, role))
    }

    fn request<M: prost::Message>(
        &self,
        call: &Call<M>,
        staff: &Staff,
        agency: Agency,
        head: Option<&common::CommandHead>,
        parsed: Result<Parsed<A>, Error>,
    ) -> Result<Request<A>, Status> {
        let Parsed { case, command } = parsed?;
        let head = head.cloned().unwrap_or_default();
        // A party acts through the service that has found out which party it is, never by these verbs.
        let mut allowed = A::Law::roles(A::Law::name(&command)).to_vec();
        allowed.retain(|role| *role != Role::Party);
        let role = asked(&head.role)?;
        let role = jiefen_platform::auth::permit(staff, &allowed, role, agency)?;
        let actor = Actor { agency, person: staff.person.clone(), role };
        let order = Order::Case { case, command };
        Ok(ask(order, actor, fingerprint::<M>(call), Some(&head))?)
    }

    /// The case a request names: `cases/{id}`.
    ///
    /// # Errors
    /// The name has another form.
    pub fn named(head: Option<&common::CommandHead>) -> Result<CaseId, Error> {
        let name = head.map(|head| head.name.as_str()).unwrap_or_default();
        case_named("head.name", name)
    }

    fn role(&self, staff: &Staff, allowed: &[Role], asked: &str) -> Result<Role, Status> {
        let asked = self::asked(asked)?;
        Ok(jiefen_platform::auth::permit(staff, allowed, asked, self.ledger.agency())?)
    }

    fn actor(&self, staff: &Staff, role: Role) -> Actor {
        Actor { agency: self.ledger.agency(), person: staff.person.clone(), role }
    }

    /// Lets only those read who may see what this unit holds or held.
    ///
    /// # Errors
    /// No valid token, or another unit's staff.
    pub fn may_read(&self, metadata: &MetadataMap) -> Result<Staff, Status> {
        let staff = self.gate.staff(metadata)?;
        if jiefen_platform::auth::may_read(&staff, self.ledger.agency()) {
            return Ok(staff);
        }
        Err(Error::Forbidden(jiefen_procedure::Refused {
            name: "NOT_YOUR_UNIT".to_owned(),
            zh: "该案件由其他单位办理，您所在单位无权查看".to_owned(),
            en: "the case belongs to another unit".to_owned(),
            basis: "个人信息保护法28、33".to_owned(),
            instead: "请向承办单位或者综治中心查询".to_owned(),
        })
        .into())
    }

    /// One case, for those who may read it; that they looked is recorded first.
    ///
    /// # Errors
    /// No such case, or another unit's staff.
    pub async fn view(&self, metadata: &MetadataMap, name: &str) -> Result<CaseView<A>, Status> {
        let staff = self.may_read(metadata)?;
        let id = case_named("name", name)?;
        let view = read::case(self.ledger.store(), id).await?;
        let today = self.ledger.identity().clock.now().day();
        self.ledger.store().looked(id, &staff, today).await?;
        Ok(view)
    }
}

/// An order with what its head says.
fn ask<A: Area>(
    order: Order<A>,
    actor: Actor,
    fingerprint: Vec<u8>,
    head: Option<&common::CommandHead>,
) -> Result<Request<A>, Error> {
    let head = head.cloned().unwrap_or_default();
    let mut fields = Fields::new();
    let expected = fields.parse_optional::<i64>("head.etag", &head.etag);
    let request_id = fields.text("head.request_id", &head.request_id, 128);
    let request_id = fields.done(request_id)?;
    Ok(Request {
        order,
        actor,
        request_id,
        fingerprint,
        expected,
        seen: None,
        validate_only: head.validate_only,
        trace: jiefen_platform::telemetry::current_traceparent(),
    })
}

/// A case's id from its resource name.
///
/// # Errors
/// The name is not `cases/{id}`.
pub fn case_named(field: &str, name: &str) -> Result<CaseId, Error> {
    let id = name.strip_prefix("cases/").ok_or_else(|| {
        Error::field(field, "应为 cases/编号 (a resource name such as cases/01jx…)")
    })?;
    id.parse().map_err(|error: jiefen_vocab::Malformed| Error::field(field, error))
}

/// A dispute's id from a field.
///
/// # Errors
/// The text is not an id.
pub fn dispute_named(field: &str, text: &str) -> Result<DisputeId, Error> {
    text.parse().map_err(|error: jiefen_vocab::Malformed| Error::field(field, error))
}

/// The role in which somebody wants to act.
fn asked(text: &str) -> Result<Option<Role>, Error> {
    let mut fields = Fields::new();
    let asked = fields.parse_optional::<Role>("role", text);
    fields.done(Some(asked))
}

/// A digest of the request's content: the same request id with other content is refused.
fn fingerprint<M: prost::Message>(call: &Call<M>) -> Vec<u8> {
    digest(&call.get_ref().encode_to_vec())
}

/// What every case shows, from the row, the clocks and the holder.
pub fn case_head<A: Area>(view: &CaseView<A>) -> common::CaseHead {
    head(&view.row, &view.clocks, &view.holder)
}

fn head(row: &cases::Model, clocks: &[clocks::Model], holder: &str) -> common::CaseHead {
    common::CaseHead {
        name: format!("cases/{}", row.id),
        dispute: row.dispute.clone().unwrap_or_default(),
        procedure: row.procedure.clone(),
        state: row.state.clone(),
        state_zh: row.state_zh.clone(),
        open: row.open,
        next_zh: row.next_zh.clone(),
        next_en: row.next_en.clone(),
        person: row.person.clone().unwrap_or_default(),
        holder: holder.to_owned(),
        clocks: clocks.iter().map(clock_to).collect(),
        etag: row.version.to_string(),
    }
}

/// A view as data; null when it cannot be shown.
pub fn data<T: serde::Serialize, E>(view: Result<T, E>) -> serde_json::Value {
    view.ok().and_then(|view| serde_json::to_value(view).ok()).unwrap_or_default()
}

/// What every case shows right after a command: without clocks, which a read gives.
pub fn answer_head<A: Area>(answer: &Answer<A>, me: Agency) -> common::CaseHead {
    let Some(state) = answer.state.as_deref() else {
        return common::CaseHead::default();
    };
    let outline = A::Law::outline(state);
    let holder = answer.desk.as_ref().and_then(|desk| crate::world::responsible(desk, me));
    common::CaseHead {
        name: answer.case.map(|case| format!("cases/{case}")).unwrap_or_default(),
        dispute: answer.dispute.map(|dispute| dispute.to_string()).unwrap_or_default(),
        procedure: outline.kind.to_owned(),
        state: outline.state.to_owned(),
        state_zh: outline.state_zh.to_owned(),
        open: outline.open,
        next_zh: outline.next_zh,
        next_en: outline.next_en,
        person: outline.person.unwrap_or_default(),
        holder: holder.map(|agency| agency.to_string()).unwrap_or_default(),
        clocks: vec![],
        etag: answer.version.to_string(),
    }
}

fn clock_to(row: &clocks::Model) -> common::Clock {
    // A local limit has the title of its rule: only its length is the county's own.
    let rule = Law::shipped().rule(&row.rule).ok();
    common::Clock {
        title_zh: rule.map(|rule| rule.title.zh.clone()).unwrap_or_default(),
        title_en: rule.map(|rule| rule.title.en.clone()).unwrap_or_default(),
        source: rule.map(|rule| rule.source.clone()).unwrap_or_default(),
        key: row.key.clone(),
        rule: row.rule.clone(),
        rule_version: row.rule_version,
        started: row.started.clone(),
        due: row.due.clone(),
        provisional: row.provisional,
        state: row.state.clone(),
        effect: row.effect.clone(),
        owner: row.owner.clone(),
    }
}

/// Implements an area's gRPC service: each verb parses its request once (`wire::verb`), carries the
/// command out and answers with the head of the case. `get` answers with the area's own view; methods of
/// any other form stand under `own` as they are.
///
/// ```text
/// service! {
///     MediationService for Server(MediationArea), pb, wire;
///     get { get_mediation(GetMediationRequest) -> GetMediationResponse { mediation } = view::mediation; }
///     verbs { accept(AcceptRequest) -> AcceptResponse; }
///     own { async fn list(&self, call: tonic::Request<…>) -> … { … } }
/// }
/// ```
#[macro_export]
macro_rules! service {
    (
        $service:ident for $server:ident($area:ty), $pb:ident, $wire:ident;
        get {
            $($get:ident($get_request:ident) -> $get_response:ident { $field:ident } = $show:path;)*
        }
        verbs { $($verb:ident($request:ident) -> $response:ident;)* }
        $(own { $($own:tt)* })?
    ) => {
        /// The area's gRPC service.
        pub struct $server(pub $crate::serve::App<$area>);

        #[tonic::async_trait]
        impl $service for $server {
            $(
                async fn $get(
                    &self,
                    call: tonic::Request<$pb::$get_request>,
                ) -> Result<tonic::Response<$pb::$get_response>, tonic::Status> {
                    let view = self.0.view(call.metadata(), &call.get_ref().name).await?;
                    let shown = $show(&view)?;
                    Ok(tonic::Response::new($pb::$get_response { $field: Some(shown) }))
                }
            )*
            $(
                async fn $verb(
                    &self,
                    call: tonic::Request<$pb::$request>,
                ) -> Result<tonic::Response<$pb::$response>, tonic::Status> {
                    let parsed = $wire::$verb(call.get_ref());
                    let answer =
                        self.0.command(&call, call.get_ref().head.as_ref(), parsed).await?;
                    let case = $crate::serve::answer_head(&answer, self.0.ledger.agency());
                    Ok(tonic::Response::new($pb::$response { case: Some(case) }))
                }
            )*
            $($($own)*)?
        }
    };
}
