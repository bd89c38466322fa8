//! Unfinished registrations, as typed: nothing in them is checked, nothing is lost, and nobody else reads them.

use jiefen_ledger::Error;
use jiefen_ledger::serve::App;
use jiefen_ledger::shelf::{DRAFT_MAX, Draft, Kept};
use jiefen_ledger::wire::{Fields, stamp};
use jiefen_platform::auth::Staff;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_vocab::{Moment, Private};
use tonic::metadata::MetadataMap;
use tonic::{Request as Call, Status};

use crate::IntakeArea;

/// The longest title, in characters.
const TITLE: usize = 200;
/// The seconds of a day.
const DAY: i64 = 86_400;

/// Keeps a draft: a new one, or one of the caller's own anew.
///
/// # Errors
/// It is too long, the caller has no such draft or too many, or it has changed since it was read.
pub async fn save(
    app: &App<IntakeArea>,
    call: &Call<pb::SaveDraftRequest>,
    days: u32,
) -> Result<pb::Draft, Status> {
    let owner = owner(&app.may_read(call.metadata())?);
    let given = call.get_ref().draft.clone().unwrap_or_default();
    let mut fields = Fields::new();
    if given.title.chars().count() > TITLE {
        fields.fault("draft.title", format!("标题不超过{TITLE}字 (at most {TITLE} characters)"));
    }
    if given.body.len() > DRAFT_MAX {
        let (length, most) = (given.body.len() / 1024, DRAFT_MAX / 1024);
        let problem = format!("草稿{length}KiB，超过{most}KiB，请把长文作为附件 (too long)");
        fields.fault("draft.body", problem);
    }
    let expected = fields.parse_optional::<i64>("draft.etag", &given.etag);
    let id = named_in(&mut fields, "draft.name", &given.name);
    let id = fields.done(Some(id))?;
    let now = now(app);
    let until = now.plus_seconds(i64::from(days).saturating_mul(DAY));
    let (title, body) = (Private::new(given.title), Private::new(given.body));
    let store = app.ledger.store();
    let kept = match id {
        Some(id) => {
            store.save_draft(&owner, Draft { id, title, body }, expected, now, until).await?
        }
        None => {
            let id = uuid::Uuid::now_v7().to_string();
            store.new_draft(&owner, Draft { id, title, body }, now, until).await?
        }
    };
    Ok(pb::Draft { body: String::new(), ..shown(kept) })
}

/// One of the caller's own drafts.
///
/// # Errors
/// The caller has no such draft.
pub async fn get(
    app: &App<IntakeArea>,
    call: &Call<pb::GetDraftRequest>,
) -> Result<pb::Draft, Status> {
    let owner = owner(&app.may_read(call.metadata())?);
    let id = required(&call.get_ref().name)?;
    Ok(shown(app.ledger.store().draft(&owner, &id, now(app)).await?))
}

/// The caller's own drafts.
///
/// # Errors
/// The caller is nobody of this unit.
pub async fn list(
    app: &App<IntakeArea>,
    call: &Call<pb::ListDraftsRequest>,
) -> Result<Vec<pb::Draft>, Status> {
    let owner = owner(&app.may_read(call.metadata())?);
    let kept = app.ledger.store().drafts(&owner, now(app)).await?;
    Ok(kept.into_iter().map(shown).collect())
}

/// Throws one of the caller's own drafts away.
///
/// # Errors
/// The caller has no such draft, or it has changed since it was read.
pub async fn delete(
    app: &App<IntakeArea>,
    call: &Call<pb::DeleteDraftRequest>,
) -> Result<(), Status> {
    let owner = owner(&app.may_read(call.metadata())?);
    let m = call.get_ref();
    let mut fields = Fields::new();
    let expected = fields.parse_optional::<i64>("etag", &m.etag);
    let expected = fields.done(Some(expected))?;
    let id = required(&m.name)?;
    Ok(app.ledger.store().drop_draft(&owner, &id, expected, now(app)).await?)
}

/// The draft that a registration came from; none: from no draft.
///
/// # Errors
/// The name has another form.
pub fn named(name: &str) -> Result<Option<String>, Error> {
    let mut fields = Fields::new();
    let id = named_in(&mut fields, "draft", name);
    fields.done(Some(id))
}

/// The registration that came from a draft is recorded: the draft goes. A draft that cannot go now is gone with
/// its time; the registration stands.
pub async fn done(
    app: &App<IntakeArea>,
    metadata: &MetadataMap,
    head: Option<&common::CommandHead>,
    draft: Option<String>,
) {
    let Some(id) = draft.filter(|_| !head.is_some_and(|head| head.validate_only)) else { return };
    let Ok(staff) = app.gate.staff(metadata) else { return };
    match app.ledger.store().drop_draft(&owner(&staff), &id, None, now(app)).await {
        Ok(()) | Err(Error::NotFound { .. }) => {}
        Err(error) => tracing::warn!(%error, "a draft stays after its registration"),
    }
}

/// Whose a draft is: the person at that agency.
fn owner(staff: &Staff) -> String {
    format!("{}/{}", staff.agency, staff.person)
}

fn now(app: &App<IntakeArea>) -> Moment {
    app.ledger.identity().clock.now()
}

fn required(name: &str) -> Result<String, Error> {
    let mut fields = Fields::new();
    let id = named_in(&mut fields, "name", name);
    if name.is_empty() {
        fields.fault("name", "必填 (required)");
    }
    fields.done(id)
}

/// The id in `drafts/{draft}`.
fn named_in(fields: &mut Fields, field: &str, name: &str) -> Option<String> {
    if name.is_empty() {
        return None;
    }
    let id = name.strip_prefix("drafts/").and_then(|id| id.parse::<uuid::Uuid>().ok());
    if id.is_none() {
        fields.fault(field, "应为 drafts/编号 (a resource name such as drafts/0199…)");
    }
    id.map(|id| id.to_string())
}

fn shown(kept: Kept) -> pb::Draft {
    pb::Draft {
        name: format!("drafts/{}", kept.draft.id),
        title: kept.draft.title.reveal().clone(),
        body: kept.draft.body.reveal().clone(),
        saved_at: Some(stamp(kept.saved_at)),
        expires_at: Some(stamp(kept.expires_at)),
        etag: kept.version.to_string(),
    }
}
