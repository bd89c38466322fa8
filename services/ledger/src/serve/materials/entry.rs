//! A material on its way in: whether it may be filed is asked before its content is read, and what is kept is what its head
//! has declared.

use std::sync::Arc;

use futures::{Stream, StreamExt as _};
use jiefen_platform::auth::permit;
use jiefen_procedure::material::Material;
use jiefen_procedure::{Actor, Refused};
use jiefen_proto::jiefen::node::v1 as pb;
use jiefen_vocab::{DisputeId, Private, Role};
use pb::upload_material_request::Part as In;
use tokio::sync::Semaphore;
use tonic::metadata::MetadataMap;
use tonic::{Status, Streaming};

use super::{FILERS, MaterialLimits};
use crate::area::Area;
use crate::envelope::digest;
use crate::error::Error;
use crate::materials::KnownMaterial;
use crate::queue::{Order, Request};
use crate::serve::{App, media};
use crate::shelf::sha256;
use crate::wire::{Fields, hash};

/// The longest name of a file, in characters.
const FILE_NAME: usize = 255;
/// The longest id of a request.
const REQUEST_MAX: usize = 128;

/// Where materials are taken in, so many at once.
pub struct Desk {
    limits: MaterialLimits,
    room: Arc<Semaphore>,
}

/// What is to be filed, parsed.
pub struct Filing {
    dispute: DisputeId,
    request_id: String,
    role: Option<Role>,
    validate_only: bool,
    sha256: String,
    name: Private<String>,
    media_type: String,
    size: u64,
    party: u32,
    fingerprint: Vec<u8>,
}

/// Parses the head of a material; `most` bytes are allowed.
///
/// # Errors
/// Every wrong field.
pub fn filing(m: &pb::MaterialHead, most: u64) -> Result<Filing, Error> {
    let mut fields = Fields::new();
    let dispute = fields.parse("dispute", &m.dispute);
    let request_id = fields.text("request_id", &m.request_id, REQUEST_MAX);
    let role = fields.parse_optional("role", &m.role);
    let name = fields.text("name", &m.name, FILE_NAME);
    if m.name.chars().any(|c| c.is_control() || matches!(c, '/' | '\\')) {
        fields.fault("name", "文件名不能含有路径或者控制字符 (a file name, no path)");
    }
    if let Some(problem) = media::wrong_name(&m.media_type, &m.name) {
        fields.fault("media_type", problem);
    }
    if m.size == 0 {
        fields.fault("size", "文件是空的 (the file is empty)");
    } else if m.size > most {
        let (given, most) = (m.size / 1024, most / 1024);
        fields.fault(
            "size",
            format!(
                "文件{given}KiB，超过上限{most}KiB，请压缩或者拆分后上传 (longer than {most} KiB; compress or divide it)"
            ),
        );
    }
    let sha256 = hash(&mut fields, "sha256", &m.sha256);
    let filing = (|| {
        Some(Filing {
            dispute: dispute?,
            request_id: request_id?,
            role,
            validate_only: m.validate_only,
            sha256: sha256?,
            name: Private::new(name?),
            media_type: m.media_type.clone(),
            size: m.size,
            party: m.party,
            fingerprint: digest(&prost::Message::encode_to_vec(m)),
        })
    })();
    fields.done(filing)
}

/// The head of what is filed: it comes first.
///
/// # Errors
/// Something else comes first.
pub(super) async fn head(
    parts: &mut Streaming<pb::UploadMaterialRequest>,
) -> Result<pb::MaterialHead, Status> {
    match parts.message().await?.and_then(|first| first.part) {
        Some(In::Head(head)) => Ok(head),
        Some(In::Content(_)) | None => {
            Err(Error::field("head", "第一部分应为文件说明 (the head comes first)").into())
        }
    }
}

/// The content that follows the head.
pub(super) fn contents(
    parts: Streaming<pb::UploadMaterialRequest>,
) -> impl Stream<Item = Result<Vec<u8>, Status>> + Send + Unpin {
    parts.map(|part| match part?.part {
        Some(In::Content(bytes)) => Ok(bytes),
        Some(In::Head(_)) | None => {
            let problem = "文件说明只在第一部分出现 (the head comes once)";
            Err(Error::field("head", problem).into())
        }
    })
}

/// A request to the ledger; sent again under the same id it changes nothing.
///
/// # Errors
/// There is no id, or a too long one.
pub(super) fn request<A: Area>(
    order: Order<A>,
    actor: Actor,
    (id, fingerprint): (&str, Vec<u8>),
    validate_only: bool,
) -> Result<Request<A>, Error> {
    let mut fields = Fields::new();
    let id = fields.text("request_id", id, REQUEST_MAX);
    Ok(Request {
        order,
        actor,
        request_id: fields.done(id)?,
        fingerprint,
        expected: None,
        seen: None,
        validate_only,
        trace: jiefen_platform::telemetry::current_traceparent(),
    })
}

impl Desk {
    /// A desk within its limits.
    pub fn new(limits: MaterialLimits) -> Desk {
        let room = Arc::new(Semaphore::new(limits.at_once.min(Semaphore::MAX_PERMITS)));
        Desk { limits, room }
    }

    /// The longest material in bytes.
    pub fn most(&self) -> u64 {
        u64::try_from(self.limits.bytes).unwrap_or(u64::MAX)
    }

    /// Takes a material in and files it; gives its number and what is known of it.
    ///
    /// # Errors
    /// The caller may not file it, it is on file already, or the content is not what the head says.
    pub async fn take_in<A: Area>(
        &self,
        app: &App<A>,
        metadata: &MetadataMap,
        filing: Filing,
        parts: impl Stream<Item = Result<Vec<u8>, Status>> + Send + Unpin,
    ) -> Result<(u32, KnownMaterial), Status> {
        let staff = app.sees_materials(metadata, filing.dispute).await?;
        let (agency, now) = (app.ledger.agency(), app.ledger.identity().clock.now());
        let role = permit(&staff, FILERS, filing.role, agency)?;
        let material = Material {
            sha256: filing.sha256.clone(),
            name: filing.name.clone(),
            media_type: filing.media_type.clone(),
            size: filing.size,
            unit: agency,
            person: staff.person.clone(),
            at: now,
            party: filing.party,
        };
        let asked = |validate_only| {
            let order =
                Order::File { dispute: filing.dispute, material: Box::new(material.clone()) };
            let actor = Actor { agency, person: staff.person.clone(), role };
            let once = (filing.request_id.as_str(), filing.fingerprint.clone());
            request(order, actor, once, validate_only)
        };
        app.ledger.execute(asked(true)?).await?;
        if filing.validate_only {
            return Ok((0, KnownMaterial { material, from: None }));
        }
        let _room = self.room.try_acquire().map_err(|_| Error::Busy)?;
        let content = whole(parts, &filing).await?;
        media::check(&filing.media_type, &content)?;
        app.ledger.store().keep_paper(&filing.sha256, &content, now).await?;
        app.ledger.execute(asked(false)?).await?;
        let all = app.ledger.store().materials_of(filing.dispute, now).await?;
        let mut found = (1..).zip(all);
        let found = found.find(|(_, (known, _))| known.material.sha256 == filing.sha256);
        let (no, (known, _)) = found.ok_or(Error::Crashed)?;
        Ok((no, known))
    }
}

/// The content, when it has the length and the hash that were declared.
async fn whole(
    mut parts: impl Stream<Item = Result<Vec<u8>, Status>> + Send + Unpin,
    filing: &Filing,
) -> Result<Vec<u8>, Status> {
    let size = usize::try_from(filing.size).unwrap_or(usize::MAX);
    let mut content = Vec::new();
    while let Some(part) = parts.next().await {
        let part = part?;
        if content.len().saturating_add(part.len()) > size {
            return Err(other_size().into());
        }
        content.extend_from_slice(&part);
    }
    if content.len() != size {
        return Err(other_size().into());
    }
    if sha256(&content) != filing.sha256 {
        return Err(Error::Refused(Refused {
            name: "HASH_MISMATCH".to_owned(),
            zh: "收到的文件与声明的SHA-256值不符，传输中可能损坏".to_owned(),
            en: "the content has not the declared SHA-256; it may have been damaged".to_owned(),
            basis: "实施方案 八(一) 登记".to_owned(),
            instead: "请重新选择原文件上传".to_owned(),
        })
        .into());
    }
    Ok(content)
}

fn other_size() -> Error {
    Error::Refused(Refused {
        name: "SIZE_MISMATCH".to_owned(),
        zh: "收到的文件长度与声明的不符，上传可能中断".to_owned(),
        en: "the content has not the declared length; the upload may have been cut".to_owned(),
        basis: "实施方案 八(一) 登记".to_owned(),
        instead: "请重新上传".to_owned(),
    })
}
