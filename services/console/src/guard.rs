//! The way in: every request passes here before a page sees it. A form that does not come from our own page changes
//! nothing, whatever the page behind it does.

use std::convert::Infallible;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{FromRequestParts, Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use tower_http::compression::CompressionLayer;

use crate::form::{File, Form};
use crate::layout::{now, refused};
use crate::session::{Session, Staff, same};
use crate::told::Told;
use crate::{Console, assets, client, pages};

/// The longest form: a long account of what happened is a few thousand characters.
const FORM_MAX: usize = 256 * 1024;
/// A form beyond [`FORM_MAX`] is read up to here, to be given back; what is longer nobody typed.
const READ_MAX: usize = 2 * 1024 * 1024;
/// The seconds of a day.
const DAY: i64 = 86_400;

const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
                   form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const HEADERS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, CSP),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=()"),
];

/// Every page, behind the guard.
pub fn router(console: Console) -> Router {
    let pages = pages::router()
        .fallback(pages::not_found)
        .layer(from_fn_with_state(console.clone(), guard))
        .with_state(console);
    Router::new()
        .route("/assets/{file}", get(assets::send))
        .merge(pages)
        .layer(axum::middleware::map_response(secured))
        .layer(CompressionLayer::new())
}

async fn secured(mut response: Response) -> Response {
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// One request: who sent it, with what form.
#[derive(Clone)]
pub(crate) struct Visit(Arc<Inner>);

struct Inner {
    session: Session,
    form: Form,
    file: Option<File>,
    method: Method,
    path: String,
    query: String,
    htmx: bool,
    expired: bool,
    client: String,
}

impl Visit {
    pub(crate) fn session(&self) -> &Session {
        &self.0.session
    }

    /// Who has logged in, while the log-in lasts.
    pub(crate) fn staff(&self) -> Option<&Staff> {
        self.0.session.staff.as_ref().filter(|staff| staff.until > now())
    }

    pub(crate) fn form(&self) -> &Form {
        &self.0.form
    }

    /// The file that came with the form.
    pub(crate) fn file(&self) -> Option<&File> {
        self.0.file.as_ref()
    }

    pub(crate) fn path(&self) -> &str {
        &self.0.path
    }

    /// A field of the address.
    pub(crate) fn query(&self, name: &str) -> String {
        Form::parse(self.0.query.as_bytes()).get(name).to_owned()
    }

    /// True when htmx asks for a part of a page.
    pub(crate) fn is_htmx(&self) -> bool {
        self.0.htmx
    }

    pub(crate) fn is_get(&self) -> bool {
        self.0.method == Method::GET
    }

    /// Marks the connection for a day, to count attempts; the address cannot be told from it.
    pub(crate) fn client(&self) -> &str {
        &self.0.client
    }

    /// True when somebody was logged in and the time is over.
    pub(crate) fn has_expired(&self) -> bool {
        self.0.expired
    }

    /// The address of the page, to come back to: that of a form is the page that has it.
    pub(crate) fn back(&self) -> String {
        if self.0.query.is_empty() || !self.is_get() {
            return self.0.path.clone();
        }
        format!("{}?{}", self.0.path, self.0.query)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Visit, Infallible> {
        // The guard has put it there; a route outside the guard sees nobody.
        Ok(parts
            .extensions
            .get::<Visit>()
            .cloned()
            .unwrap_or_else(|| visit(parts, Session::new(), Sent::default(), String::new())))
    }
}

/// A visit of somebody who has logged in; anybody else is sent to log in, and what they had filled in waits for them.
pub(crate) struct Clerk {
    pub(crate) visit: Visit,
    pub(crate) staff: Staff,
}

impl FromRequestParts<Console> for Clerk {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, console: &Console) -> Result<Clerk, Response> {
        let Ok(visit) = Visit::from_request_parts(parts, console).await;
        match visit.staff().cloned() {
            Some(staff) => Ok(Clerk { visit, staff }),
            None if visit.is_get() && !visit.is_htmx() => {
                let mut to = form_urlencoded::Serializer::for_suffix("/login?".to_owned(), 7);
                to.append_pair("next", &visit.back());
                Err(Redirect::to(&to.finish()).into_response())
            }
            None => Err(pages::login::again(console, &visit)),
        }
    }
}

/// Put into a response by a page that changes what the browser keeps.
#[derive(Clone)]
pub(crate) struct NewSession(pub(crate) Session);

async fn guard(State(console): State<Console>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let kept = console.seal.session(&parts.headers);
    let is_new = kept.is_none();
    let session = kept.unwrap_or_else(Session::new);
    let reads = matches!(parts.method, Method::GET | Method::HEAD);
    let (mut sent, fault) = match reads {
        true => (Sent::default(), None),
        false => read(&console, &parts, &session, body).await,
    };
    let foreign = (!reads).then(|| foreign(&parts.headers, &session, &sent.form, is_new)).flatten();
    // What another site has filled in is not laid before anybody.
    if foreign.as_ref().is_some_and(|told| told.reason == FOREIGN) {
        sent = Sent::default();
    }
    let fault = fault.or(foreign);
    let client = console.seal.mark(&format!("{} {}", now() / DAY, client::address(&parts)));
    let visit = visit(&parts, session.clone(), sent, client);
    let mut response = match fault {
        Some(told) => refused(&console, &visit, &told),
        None => {
            parts.extensions.insert(visit);
            next.run(Request::from_parts(parts, Body::empty())).await
        }
    };
    let changed = response.extensions_mut().remove::<NewSession>().map(|new| new.0);
    if let Some(session) = changed.or(is_new.then_some(session))
        && let Some(cookie) = console.seal.keep(&session)
    {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}

fn visit(parts: &Parts, session: Session, sent: Sent, client: String) -> Visit {
    let expired = session.staff.as_ref().is_some_and(|staff| staff.until <= now());
    Visit(Arc::new(Inner {
        session,
        form: sent.form,
        file: sent.file,
        method: parts.method.clone(),
        path: parts.uri.path().to_owned(),
        query: parts.uri.query().unwrap_or_default().to_owned(),
        htmx: parts.headers.contains_key("hx-request"),
        expired,
        client,
    }))
}

/// What a request brought.
#[derive(Default)]
struct Sent {
    form: Form,
    file: Option<File>,
}

async fn read(
    console: &Console,
    parts: &Parts,
    session: &Session,
    body: Body,
) -> (Sent, Option<Told>) {
    let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if let Some(boundary) = kind.and_then(|kind| multer::parse_boundary(kind).ok())
        && pages::filed::takes(parts.uri.path())
    {
        let may = session.staff.as_ref().is_some_and(|staff| staff.until > now());
        return match console.uploads.read(may, body, boundary).await {
            Ok((form, file)) => (Sent { form, file }, None),
            Err(told) => (Sent::default(), Some(told)),
        };
    }
    if !kind.is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded")) {
        let text = "只接受本系统页面的表单 (only forms of these pages are read)";
        let told = Told::own(StatusCode::UNSUPPORTED_MEDIA_TYPE, "NOT_A_FORM", text);
        return (Sent::default(), Some(told));
    }
    let too_long = || {
        let text = "内容太长，请删减后再提交 (the form is too long)";
        Told::own(StatusCode::PAYLOAD_TOO_LARGE, "FORM_TOO_LONG", text)
    };
    // A form that waits behind the log-in comes sealed, which makes it longer.
    let most = if parts.uri.path().starts_with("/login") { 2 * FORM_MAX } else { FORM_MAX };
    match to_bytes(body, READ_MAX).await {
        Ok(bytes) => {
            let sent = Sent { form: Form::parse(&bytes), file: None };
            (sent, (bytes.len() > most).then(too_long))
        }
        Err(_) => (Sent::default(), Some(too_long())),
    }
}

/// The name of the refusal of another site's form.
const FOREIGN: &str = "FOREIGN_FORM";

/// Why a form is not taken as one of our pages': it knows no secret of this browser's session, or another site sent it.
/// One of our own, whose page was open for too long or whose browser forgot who is logged in, comes back to be sent again.
fn foreign(headers: &HeaderMap, session: &Session, form: &Form, is_new: bool) -> Option<Told> {
    let site = headers.get("sec-fetch-site").and_then(|site| site.to_str().ok());
    let elsewhere = site.is_some_and(|site| !matches!(site, "same-origin" | "none"));
    if !elsewhere && !is_new && same(form.get("csrf"), &session.csrf) {
        return None;
    }
    if site.is_some_and(|site| site == "same-origin") || site.is_none() && is_own(headers) {
        let text = "这个页面打开得太久，已经过期了 (the page was open for too long)";
        return Some(Told::own(StatusCode::FORBIDDEN, "OLD_FORM", text));
    }
    let text = "这个表单不是从本系统的页面提交的，或者页面已经过期。请返回上一页，刷新后再提交 \
                (the form was not sent from a page of this system, or the page is too old; go back and reload)";
    Some(Told::own(StatusCode::FORBIDDEN, FOREIGN, text))
}

/// Whether a browser that says no more than the origin of a form has it from this host.
fn is_own(headers: &HeaderMap) -> bool {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let origin = text(header::ORIGIN).and_then(|origin| origin.split_once("://"));
    origin.zip(text(header::HOST)).is_some_and(|((_, origin), host)| origin == host)
}
