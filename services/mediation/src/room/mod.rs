//! The mediation room: the agreement while it is drafted, what the mediator and the parties say to each other, and what
//! the mediator notes for herself. The staff's side is here, the parties' in `party`, what both see in `show`.

mod party;
mod show;

use std::time::Duration;

use jiefen_ledger::read::CaseView;
use jiefen_ledger::serve::App;
use jiefen_ledger::shelf::{Draft as Unfinished, Line, Spoken, sha256};
use jiefen_ledger::wire::Fields;
use jiefen_ledger::{Error, serve};
use jiefen_mediation_rules::people_mediation::State;
use jiefen_mediation_rules::{Case, enforceable};
use jiefen_platform::auth::{Staff, permit};
use jiefen_procedure::Refused;
use jiefen_proto::jiefen::common::v1::CommandHead;
use jiefen_proto::jiefen::mediation::v1 as pb;
use jiefen_proto::jiefen::mediation::v1::room_service_server::RoomService;
use jiefen_vocab::{CaseId, Moment, Party, Private, Role};
use tokio::sync::watch;
use tokio::time::{Instant, timeout_at};
use tonic::metadata::MetadataMap;
use tonic::{Request as Call, Response, Status};

use crate::{MediationArea, wire};

/// Who comes into the room of a mediation.
const STAFF: &[Role] = &[Role::Mediator, Role::MediationHead];
/// The longest line, in characters.
const LINE: usize = 2000;
/// The longest unfinished agreement, in bytes.
const UNFINISHED: usize = 200_000;
/// How many seconds an unfinished agreement is kept after its last saving.
const KEPT: i64 = 30 * 86_400;
/// The longest that a caller may wait for something new.
const WAIT_MAX: Duration = Duration::from_secs(30);
/// Another process on the same database may write without this one's knowledge.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// The room's gRPC service.
pub struct Server {
    app: App<MediationArea>,
    /// Counts what this process has written, for those who wait.
    written: watch::Sender<u64>,
}

/// When somebody who waits is answered in any case, and when it is looked again until then.
struct Waiting {
    end: Instant,
    written: watch::Receiver<u64>,
}

impl Waiting {
    /// True when the time is over.
    fn is_over(&self) -> bool {
        Instant::now() >= self.end
    }

    /// Until this process has written something, or another one may have.
    async fn a_while(&mut self) {
        let look = self.end.min(Instant::now() + LOOK_AGAIN);
        // Over in time or not, it is looked again.
        drop(timeout_at(look, self.written.changed()).await);
    }
}

impl Server {
    /// The room of a node.
    pub fn new(app: App<MediationArea>) -> Server {
        Server { app, written: watch::Sender::new(0) }
    }

    fn waiting(&self, asked_ms: i32) -> Waiting {
        let wait = Duration::from_millis(u64::try_from(asked_ms).unwrap_or(0)).min(WAIT_MAX);
        Waiting { end: Instant::now() + wait, written: self.written.subscribe() }
    }

    fn now(&self) -> Moment {
        self.app.ledger.identity().clock.now()
    }

    /// A member of the body's staff who mediates, with a case.
    async fn mediator(
        &self,
        metadata: &MetadataMap,
        name: &str,
    ) -> Result<(Staff, CaseView<MediationArea>), Status> {
        let staff = self.app.may_read(metadata)?;
        permit(&staff, STAFF, None, self.app.ledger.agency())?;
        let view = self.app.view(metadata, name).await?;
        Ok((staff, view))
    }

    /// A member of the committee's staff who comes into the room of a case.
    async fn staff(
        &self,
        metadata: &MetadataMap,
        name: &str,
    ) -> Result<(Staff, CaseView<MediationArea>), Status> {
        let (staff, view) = self.mediator(metadata, name).await?;
        people(&view)?;
        Ok((staff, view))
    }

    async fn say(&self, case: CaseId, spoken: Spoken) -> Result<Line, Status> {
        let line = self.app.ledger.store().say(case, spoken, self.now()).await?;
        self.written.send_modify(|count| *count = count.wrapping_add(1));
        Ok(line)
    }
}

/// The people's mediation of a case.
fn people(view: &CaseView<MediationArea>) -> Result<&State, Error> {
    match &view.state {
        Case::PeopleMediation(state) => Ok(state),
        Case::EntrustedMediation(_)
        | Case::Matter(_)
        | Case::IndustryMediation(_)
        | Case::LawyerMediation(_) => Err(Error::NotFound {
            what: "人民调解案件",
            what_en: "people's mediation",
            name: view.row.id.clone(),
        }),
    }
}

/// The parties of a mediation in which a text is drafted here.
fn parties(view: &CaseView<MediationArea>) -> Result<&[Party], Error> {
    match &view.state {
        Case::IndustryMediation(state) => Ok(&state.course.brief.parties),
        Case::LawyerMediation(state) => Ok(&state.course.brief.parties),
        Case::PeopleMediation(_) | Case::EntrustedMediation(_) | Case::Matter(_) => {
            people(view).map(|state| state.brief.parties.as_slice())
        }
    }
}

fn id(view: &CaseView<MediationArea>) -> Result<CaseId, Error> {
    serve::case_named("name", &format!("cases/{}", view.row.id))
}

/// How the store calls a member of the staff.
fn writer(staff: &Staff) -> String {
    format!("{}/{}", staff.agency, staff.person)
}

/// What is said, with the id under which it is sent again.
fn spoken(head: Option<&CommandHead>, by: String, text: &str, note: bool) -> Result<Spoken, Error> {
    let mut fields = Fields::new();
    let text = fields.text("text", text, LINE);
    let request = head.map(|head| head.request_id.as_str()).unwrap_or_default();
    let request = fields.text("head.request_id", request, 128);
    let (text, request) = fields.done(text.zip(request))?;
    let request_id = format!("{by}:{request}");
    Ok(Spoken { by, note, text: Private::new(text), request_id })
}

fn closed() -> Error {
    Error::Refused(Refused {
        name: "ROOM_CLOSED".to_owned(),
        zh: "这次调解已经结束，调解室不再接收发言".to_owned(),
        en: "the mediation has ended; its room is closed".to_owned(),
        basis: "人民调解法26、28".to_owned(),
        instead: "有新的情况，请联系综治中心或者承办单位".to_owned(),
    })
}

/// A note is the mediator's own: nobody else keeps one here.
fn own_note(state: &State, staff: &Staff) -> Result<(), Error> {
    if state.mediator.as_ref() == Some(&staff.person) {
        return Ok(());
    }
    Err(Error::Forbidden(Refused {
        name: "NOT_THE_MEDIATOR".to_owned(),
        zh: "私下沟通的记录只由本案调解员自己记、自己看".to_owned(),
        en: "only the mediator of the case keeps notes of private talks".to_owned(),
        basis: "人民调解法15(4)".to_owned(),
        instead: "请由本案调解员登录后记录".to_owned(),
    }))
}

#[tonic::async_trait]
impl RoomService for Server {
    async fn check_draft(
        &self,
        call: Call<pb::CheckDraftRequest>,
    ) -> Result<Response<pb::CheckDraftResponse>, Status> {
        let m = call.get_ref();
        let (_, view) = self.mediator(call.metadata(), &m.name).await?;
        let parties = parties(&view)?;
        let mut given = m.draft.clone().unwrap_or_default();
        if given.hash.is_empty() {
            // It is what is asked for.
            given.hash = sha256(b"");
        }
        let mut fields = Fields::new();
        let draft = wire::draft(&mut fields, Some(&given));
        let on = fields.date("on", m.on.as_ref());
        let (draft, on) = fields.done(draft.zip(on))?;
        Ok(Response::new(pb::CheckDraftResponse {
            hash: sha256(enforceable::text(&draft, parties).reveal().as_bytes()),
            sentences: show::sentences(&draft, parties, on),
        }))
    }

    async fn list_lines(
        &self,
        call: Call<pb::ListLinesRequest>,
    ) -> Result<Response<pb::ListLinesResponse>, Status> {
        let m = call.get_ref();
        let (staff, view) = self.staff(call.metadata(), &m.name).await?;
        let (case, reader) = (id(&view)?, writer(&staff));
        let mut waiting = self.waiting(m.wait_ms);
        loop {
            let lines = self.app.ledger.store().lines(case, m.after, &reader).await?;
            if !lines.is_empty() || waiting.is_over() {
                let lines = show::lines(people(&view)?, &lines, &reader);
                return Ok(Response::new(pb::ListLinesResponse { lines }));
            }
            waiting.a_while().await;
        }
    }

    async fn write_line(
        &self,
        call: Call<pb::WriteLineRequest>,
    ) -> Result<Response<pb::WriteLineResponse>, Status> {
        let m = call.get_ref();
        let head = m.head.as_ref();
        let name = head.map(|head| head.name.as_str()).unwrap_or_default();
        let (staff, view) = self.staff(call.metadata(), name).await?;
        let state = people(&view)?;
        if m.note {
            own_note(state, &staff)?;
        }
        if !view.row.open {
            return Err(closed().into());
        }
        let spoken = spoken(head, writer(&staff), &m.text, m.note)?;
        if head.is_some_and(|head| head.validate_only) {
            return Ok(Response::new(pb::WriteLineResponse::default()));
        }
        let line = self.say(id(&view)?, spoken).await?;
        let line = Some(show::line(state, &line, &writer(&staff)));
        Ok(Response::new(pb::WriteLineResponse { line }))
    }

    async fn keep_text(
        &self,
        call: Call<pb::KeepTextRequest>,
    ) -> Result<Response<pb::KeepTextResponse>, Status> {
        let m = call.get_ref();
        let (staff, view) = self.staff(call.metadata(), &m.name).await?;
        if m.body.len() > UNFINISHED {
            let problem = format!("草稿超过{}KiB，请删减 (too long)", UNFINISHED / 1024);
            return Err(Error::field("body", problem).into());
        }
        let (owner, unfinished) = (writer(&staff), unfinished(id(&view)?, &staff));
        let (store, now) = (self.app.ledger.store(), self.now());
        if m.body.is_empty() {
            match store.drop_draft(&owner, &unfinished, None, now).await {
                Ok(()) | Err(Error::NotFound { .. }) => {}
                Err(error) => return Err(error.into()),
            }
            return Ok(Response::new(pb::KeepTextResponse::default()));
        }
        let text = Unfinished {
            id: unfinished,
            title: Private::new(String::new()),
            body: Private::new(m.body.clone()),
        };
        let until = now.plus_seconds(KEPT);
        let kept = match store.save_draft(&owner, text.clone(), None, now, until).await {
            Err(Error::NotFound { .. }) => store.new_draft(&owner, text, now, until).await?,
            other => other?,
        };
        Ok(Response::new(pb::KeepTextResponse { saved_at: kept.saved_at.to_string() }))
    }

    async fn get_text(
        &self,
        call: Call<pb::GetTextRequest>,
    ) -> Result<Response<pb::GetTextResponse>, Status> {
        let m = call.get_ref();
        let (staff, view) = self.staff(call.metadata(), &m.name).await?;
        let (owner, unfinished) = (writer(&staff), unfinished(id(&view)?, &staff));
        let answer = match self.app.ledger.store().draft(&owner, &unfinished, self.now()).await {
            Ok(kept) => pb::GetTextResponse {
                body: kept.draft.body.reveal().clone(),
                saved_at: kept.saved_at.to_string(),
            },
            Err(Error::NotFound { .. }) => pb::GetTextResponse::default(),
            Err(error) => return Err(error.into()),
        };
        Ok(Response::new(answer))
    }

    async fn enter_room(
        &self,
        call: Call<pb::EnterRoomRequest>,
    ) -> Result<Response<pb::EnterRoomResponse>, Status> {
        Ok(Response::new(self.enter(call.metadata(), call.get_ref()).await?))
    }

    async fn speak(
        &self,
        call: Call<pb::SpeakRequest>,
    ) -> Result<Response<pb::SpeakResponse>, Status> {
        Ok(Response::new(self.heard(call.metadata(), call.get_ref()).await?))
    }

    async fn confirm_text(
        &self,
        call: Call<pb::ConfirmTextRequest>,
    ) -> Result<Response<pb::ConfirmTextResponse>, Status> {
        Ok(Response::new(self.confirmed(&call).await?))
    }
}

/// Under what a person's unfinished agreement is kept.
fn unfinished(case: CaseId, staff: &Staff) -> String {
    case.0.derive(&format!("text/{}", writer(staff))).to_string()
}
