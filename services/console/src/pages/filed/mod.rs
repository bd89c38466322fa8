//! 材料: what is filed with a dispute. A file is taken in with its hash, without the place at which a picture was taken;
//! the service looks whether it is what it says it is, and gives it back to whoever may see the dispute. What another
//! unit has filed is listed too, and fetched from there when somebody needs it.

mod clean;

use askama::Template;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use futures::stream::{self, StreamExt as _};
use http::{HeaderValue, StatusCode, header};
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::node::v1 as pb;
use jiefen_proto::jiefen::node::v1::materials_service_client::MaterialsServiceClient;
use jiefen_proto::jiefen::node::v1::read_material_response::Part as Read;
use jiefen_proto::jiefen::node::v1::upload_material_request::Part as Send;

use super::export;
use crate::errors::Errors;
use crate::form::File;
use crate::guard::Clerk;
use crate::layout::{Shell, agency_name, page, refused, shown};
use crate::lines::ask;
use crate::session::Staff;
use crate::sheet::{self, Sheet};
use crate::told::Told;
use crate::{Console, words};

/// So many bytes go in one message.
const PART: usize = 256 * 1024;

/// What a file's ending says of its type, for a browser that does not know it.
const ENDINGS: &[(&str, &str)] = &[
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("png", "image/png"),
    ("webp", "image/webp"),
    ("heic", "image/heic"),
    ("heif", "image/heic"),
    ("pdf", "application/pdf"),
    ("ofd", "application/ofd"),
    ("doc", "application/msword"),
    ("wps", "application/msword"),
    ("xls", "application/vnd.ms-excel"),
    ("et", "application/vnd.ms-excel"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("amr", "audio/amr"),
    ("m4a", "audio/mp4"),
    ("mp3", "audio/mpeg"),
    ("wav", "audio/wav"),
    ("mp4", "video/mp4"),
    ("mov", "video/quicktime"),
    ("txt", "text/plain"),
    ("csv", "text/csv"),
];

pub(super) fn router() -> Router<Console> {
    Router::new()
        .route("/disputes/{dispute}/papers", get(show).post(file))
        .route("/disputes/{dispute}/papers/{no}", get(give).post(fetch))
}

/// True for the addresses that take a file.
pub(crate) fn takes(path: &str) -> bool {
    path.starts_with("/disputes/") && path.ends_with("/papers")
}

/// A material as the pages list it.
pub(crate) struct Filed {
    pub(crate) no: u32,
    pub(crate) name: String,
    /// Which unit filed it; empty: this one.
    pub(crate) unit: String,
    /// That unit's telephone, for what is not here.
    pub(crate) phone: String,
    /// Who filed it.
    person: String,
    /// Its bytes are here.
    pub(crate) here: bool,
    /// They were asked for and are on their way.
    asked: bool,
    size: String,
    on: String,
    /// The same day as the services write it.
    iso: String,
    code: String,
}

#[derive(Template)]
#[template(path = "filed.html")]
struct Page {
    shell: Shell,
    errors: Errors,
    dispute: String,
    papers: Vec<Filed>,
    most: u64,
    may: bool,
    request_id: String,
    done: &'static str,
    export: String,
}

/// The page: what is filed, and the form for one more.
async fn show(
    State(console): State<Console>,
    Path(dispute): Path<String>,
    clerk: Clerk,
) -> Response {
    shown(&console, &clerk.visit, made(&console, &clerk, dispute).await)
}

/// The materials of a dispute at the service of this node that knows it.
async fn listed(
    console: &Console,
    staff: &Staff,
    dispute: &str,
) -> Result<(Area, pb::ListMaterialsResponse), Told> {
    for area in console.lines.areas() {
        let message = pb::ListMaterialsRequest { dispute: dispute.to_owned() };
        match ask!(console, staff, area, MaterialsServiceClient, list_materials, message) {
            Ok(list) => return Ok((area, list)),
            // another area's dispute, or a service that has no materials
            Err(told) if told.status == StatusCode::NOT_FOUND || told.is_unknown() => {}
            Err(told) => return Err(told),
        }
    }
    let text = "没有找到这件纠纷，或者它不由您所在单位办理 (there is no such dispute, or your unit does not handle it)";
    Err(Told::own(StatusCode::NOT_FOUND, "NOT_FOUND", text))
}

/// The materials of a dispute, as its own page shows them.
#[derive(Default)]
pub(crate) struct Block {
    pub(crate) papers: Vec<Filed>,
    /// The form for one more is this person's.
    pub(crate) may: bool,
    /// No service of this node answers for materials: the block is left out.
    pub(crate) away: bool,
}

/// What is filed with a dispute, for the page of the dispute.
pub(super) async fn block(
    console: &Console,
    clerk: &Clerk,
    shell: &Shell,
    dispute: &str,
) -> Result<Block, Told> {
    match listed(console, &clerk.staff, dispute).await {
        Ok((_, list)) => {
            let papers = list.materials.iter().map(|one| filed_as(console, shell, one)).collect();
            Ok(Block { papers, may: list.may_file, away: false })
        }
        Err(told) if told.status == StatusCode::NOT_FOUND => {
            Ok(Block { away: true, ..Block::default() })
        }
        Err(told) => Err(told),
    }
}

fn filed_as(console: &Console, shell: &Shell, one: &pb::Material) -> Filed {
    let own = one.unit == console.agency.to_string();
    let unit =
        if one.unit_name.is_empty() { agency_name(&one.unit) } else { one.unit_name.clone() };
    let on = super::room::view::day(one.on.as_ref());
    Filed {
        no: one.no,
        name: one.name.clone(),
        unit: if own { String::new() } else { unit },
        phone: one.phone.clone(),
        person: if own { shell.called(&one.person) } else { String::new() },
        here: one.place == "here",
        asked: one.place == "asked",
        size: size(one.size),
        on: words::day(&on, shell.english),
        iso: on,
        code: super::room::view::short(&one.sha256),
    }
}

async fn made(console: &Console, clerk: &Clerk, dispute: String) -> Result<Page, Told> {
    let (_, list) = listed(console, &clerk.staff, &dispute).await?;
    let shell = Shell::new(console, &clerk.visit, "", ("收存材料", "File papers"));
    let done = match clerk.visit.query("done").as_str() {
        "filed" => shell.t("已经收存。", "Filed."),
        "cleaned" => shell.t(
            "已经收存。照片里的拍摄地点已经去掉，保护个人信息。",
            "Filed. The place at which the picture was taken was removed.",
        ),
        "asked" => shell.t(
            "已经向保存单位调取，一般几秒钟就到；到了这里就能下载。",
            "Asked for; it comes in a few seconds as a rule, and can be downloaded here then.",
        ),
        _ => "",
    };
    Ok(Page {
        errors: Errors::default(),
        papers: list.materials.iter().map(|one| filed_as(console, &shell, one)).collect(),
        most: console.uploads.most_mib(),
        may: list.may_file,
        request_id: shell.request_id(),
        export: export::address("filed", &[("dispute", &dispute)]),
        dispute,
        done,
        shell,
    })
}

/// What is filed, as a workbook.
pub(in crate::pages) async fn sheet(console: &Console, clerk: &Clerk) -> Result<Sheet, Told> {
    let page = made(console, clerk, clerk.visit.query("dispute")).await?;
    let columns = [
        ("编号", 8),
        ("材料", 44),
        ("大小", 12),
        ("哪一天收存", 12),
        ("校验码", 14),
        ("哪个单位收存", 30),
    ];
    let mut sheet = Sheet::new("收存的材料", &columns);
    for paper in page.papers {
        let (name, size, code) = (paper.name.into(), paper.size.into(), paper.code.into());
        sheet.add(vec![
            paper.no.into(),
            name,
            size,
            sheet::day(&paper.iso),
            code,
            paper.unit.into(),
        ]);
    }
    Ok(sheet)
}

/// A length as people read it.
fn size(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} B"),
        1024..1_048_576 => format!("{} KB", bytes / 1024),
        _ => format!("{}.{} MB", bytes / 1_048_576, bytes % 1_048_576 * 10 / 1_048_576),
    }
}

/// Files what was chosen.
async fn file(
    State(console): State<Console>,
    Path(dispute): Path<String>,
    clerk: Clerk,
) -> Response {
    let told = match filed(&console, &clerk, &dispute).await {
        Ok(changed) => {
            let done = if changed { "cleaned" } else { "filed" };
            let to = format!("/disputes/{dispute}/papers?done={done}");
            return Redirect::to(&to).into_response();
        }
        Err(told) if told.log_in => return refused(&console, &clerk.visit, &told),
        Err(told) => told,
    };
    match made(&console, &clerk, dispute).await {
        Ok(mut made) => {
            made.errors = Errors::of(&told, |_| "file".to_owned()).read(made.shell.english);
            for line in &mut made.errors.lines {
                "file".clone_into(&mut line.field);
            }
            page(told.status, &made)
        }
        Err(_) => refused(&console, &clerk.visit, &told),
    }
}

async fn filed(console: &Console, clerk: &Clerk, dispute: &str) -> Result<bool, Told> {
    let visit = &clerk.visit;
    let Some(file) = visit.file().filter(|file| !file.content.is_empty()) else {
        let text = "请选择一个文件，空文件不收 (choose a file that is not empty)";
        return Err(Told::own(StatusCode::UNPROCESSABLE_ENTITY, "NO_FILE", text));
    };
    let media_type = media_type(file);
    let clean = clean::clean(&media_type, file.content.clone())?;
    let (area, _) = listed(console, &clerk.staff, dispute).await?;
    let digest = ring::digest::digest(&ring::digest::SHA256, &clean.content);
    let about = pb::MaterialHead {
        dispute: dispute.to_owned(),
        request_id: visit.form().get("request_id").to_owned(),
        name: file.name.clone(),
        media_type,
        size: u64::try_from(clean.content.len()).unwrap_or(u64::MAX),
        sha256: digest.as_ref().iter().map(|byte| format!("{byte:02x}")).collect(),
        ..pb::MaterialHead::default()
    };
    send(console, &clerk.staff, area, about, clean.content).await?;
    Ok(clean.changed)
}

/// As the browser says; as the ending says when the browser says nothing of use.
fn media_type(file: &File) -> String {
    let ending = file.name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let known = ending.and_then(|ending| ENDINGS.iter().find(|(known, _)| *known == ending));
    match (known, file.media_type.as_str()) {
        (Some((_, known)), _) => (*known).to_owned(),
        (None, given) => given.to_owned(),
    }
}

async fn send(
    console: &Console,
    staff: &Staff,
    area: Area,
    about: pb::MaterialHead,
    content: Bytes,
) -> Result<(), Told> {
    let part = |part| pb::UploadMaterialRequest { part: Some(part) };
    let mut parts = vec![part(Send::Head(about))];
    parts.extend(content.chunks(PART).map(|bytes| part(Send::Content(bytes.to_vec()))));
    let parts = stream::iter(parts);
    ask!(console, staff, area, MaterialsServiceClient, upload_material, parts).map(drop)
}

/// Asks the unit that keeps a material for its bytes.
async fn fetch(
    State(console): State<Console>,
    Path((dispute, no)): Path<(String, u32)>,
    clerk: Clerk,
) -> Response {
    match fetched(&console, &clerk, &dispute, no).await {
        Ok(()) => Redirect::to(&format!("/disputes/{dispute}/papers?done=asked")).into_response(),
        Err(told) => refused(&console, &clerk.visit, &told),
    }
}

async fn fetched(console: &Console, clerk: &Clerk, dispute: &str, no: u32) -> Result<(), Told> {
    let (area, _) = listed(console, &clerk.staff, dispute).await?;
    let request_id = clerk.visit.form().get("request_id").to_owned();
    let message = pb::FetchMaterialRequest { dispute: dispute.to_owned(), no, request_id };
    let staff = &clerk.staff;
    ask!(console, staff, area, MaterialsServiceClient, fetch_material, message).map(drop)
}

/// Gives a paper back, as a file to keep: nothing of it runs or is shown within these pages.
async fn give(
    State(console): State<Console>,
    Path((dispute, no)): Path<(String, u32)>,
    clerk: Clerk,
) -> Response {
    match given(&console, &clerk.staff, &dispute, no).await {
        Ok(answer) => answer,
        Err(told) => refused(&console, &clerk.visit, &told),
    }
}

async fn given(console: &Console, staff: &Staff, dispute: &str, no: u32) -> Result<Response, Told> {
    let (area, _) = listed(console, staff, dispute).await?;
    let message = pb::ReadMaterialRequest { dispute: dispute.to_owned(), no };
    let mut parts = ask!(console, staff, area, MaterialsServiceClient, read_material, message)?;
    let Some(Read::Head(paper)) = parts.message().await?.and_then(|first| first.part) else {
        let text = "没有这份材料 (there is no such paper)";
        return Err(Told::own(StatusCode::NOT_FOUND, "NO_PAPER", text));
    };
    let content = parts.filter_map(|part| async {
        match part.map(|part| part.part) {
            Ok(Some(Read::Content(bytes))) => Some(Ok(Bytes::from(bytes))),
            Ok(Some(Read::Head(_)) | None) => None,
            Err(status) => Some(Err(status)),
        }
    });
    let named: String = form_urlencoded::byte_serialize(paper.name.as_bytes()).collect();
    let named = format!("attachment; filename*=UTF-8''{}", named.replace('+', "%20"));
    let mut answer = Body::from_stream(content).into_response();
    let headers = answer.headers_mut();
    let kind = HeaderValue::from_str(&paper.media_type);
    let plain = HeaderValue::from_static("application/octet-stream");
    headers.insert(header::CONTENT_TYPE, kind.unwrap_or(plain));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(paper.size));
    if let Ok(named) = HeaderValue::from_str(&named) {
        headers.insert(header::CONTENT_DISPOSITION, named);
    }
    Ok(answer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_read_by_people() {
        for (bytes, text) in [
            (0, "0 B"),
            (1023, "1023 B"),
            (1024, "1 KB"),
            (1_048_576, "1.0 MB"),
            (1_600_000, "1.5 MB"),
        ] {
            assert_eq!(size(bytes), text);
        }
    }

    #[test]
    fn only_the_page_of_papers_takes_files() {
        assert!(takes("/disputes/1/papers"));
        for other in ["/register", "/disputes/1/papers/2", "/papers", "/citizen/file"] {
            assert!(!takes(other), "{other}");
        }
    }
}
