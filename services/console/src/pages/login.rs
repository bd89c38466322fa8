//! Logging in and out; what was filled in when the time ran out waits behind the log-in.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use jiefen_vocab::Role;
use serde::{Deserialize, Serialize};

use super::inside;
use crate::accounts::{Account, Accounts};
use crate::form::Form;
use crate::guard::{NewSession, Visit};
use crate::layout::{Shell, now, page};
use crate::session::{Session, Staff};
use crate::{Console, ConsoleFault};

/// The name under which a form that waits is sealed.
const KEPT: &str = "kept";

/// A form that was sent when the log-in had run out.
#[derive(Serialize, Deserialize)]
struct Kept {
    /// Whose it is; nobody's: the browser had forgotten who was logged in, and whoever logs in there goes on.
    person: Option<String>,
    path: String,
    form: Form,
}

#[derive(Template)]
#[template(path = "login.html")]
struct Login {
    shell: Shell,
    next: String,
    login: String,
    kept: String,
    expired: bool,
    /// Somebody has just logged out.
    left: bool,
    /// The address that goes to the identity provider; empty: there is none.
    oidc: String,
    /// What the provider is called.
    provider: String,
    wrong: &'static str,
}

#[derive(Template)]
#[template(path = "continue.html")]
struct Continue {
    shell: Shell,
    path: String,
    fields: Vec<(String, String)>,
}

/// The page with the form.
pub(crate) async fn show(State(console): State<Console>, visit: Visit) -> Response {
    let next = inside(&visit.query("next")).to_owned();
    if visit.staff().is_some() {
        return Redirect::to(&next).into_response();
    }
    page(StatusCode::OK, &form(&console, &visit, next, String::new()))
}

fn form(console: &Console, visit: &Visit, next: String, kept: String) -> Login {
    let shell = Shell::new(console, visit, "", ("登录", "Log in"));
    let expired = visit.has_expired();
    let provider = console.oidc.as_ref().map(|oidc| oidc.name().to_owned()).unwrap_or_default();
    let mut oidc = String::new();
    if console.oidc.is_some() {
        let mut to = form_urlencoded::Serializer::for_suffix("/login/oidc?".to_owned(), 12);
        oidc = to.append_pair("next", &next).finish();
    }
    let left = visit.is_get() && visit.query("left") == "1";
    Login { shell, next, kept, expired, left, oidc, provider, login: String::new(), wrong: "" }
}

/// The page when a request came without a valid log-in: its form is kept, sealed, for the same person.
pub(crate) fn again(console: &Console, visit: &Visit) -> Response {
    let person = visit.session().staff.as_ref().map(|staff| staff.person.clone());
    let form_sent = visit.form().without(&["csrf"]);
    let kept = Kept { person, path: visit.path().to_owned(), form: form_sent };
    let kept = (!visit.is_get() && !visit.is_htmx()).then(|| console.seal.close(KEPT, &kept));
    let kept = kept.flatten();
    let kept = kept.map(|sealed| sealed.reveal().clone()).unwrap_or_default();
    let next = if visit.is_get() { visit.back() } else { "/".to_owned() };
    let mut login = form(console, visit, next, kept);
    login.expired = visit.session().staff.is_some() || !login.kept.is_empty();
    page(StatusCode::UNAUTHORIZED, &login)
}

/// The page when it was open for too long: everything but the password is filled in.
pub(crate) fn old(console: &Console, visit: &Visit) -> Response {
    let sent = visit.form();
    let next = inside(sent.get("next")).to_owned();
    let mut login = form(console, visit, next, sent.get("kept").to_owned());
    sent.get("login").clone_into(&mut login.login);
    login.wrong = login.shell.t(
        "这个页面打开得太久，请再输一次密码",
        "The page was open for too long; give the password again",
    );
    page(StatusCode::FORBIDDEN, &login)
}

/// Checks name, password and code.
pub(crate) async fn enter(State(console): State<Console>, visit: Visit) -> Response {
    let form_sent = visit.form();
    let login = form_sent.get("login").to_owned();
    let mut again = form(
        &console,
        &visit,
        inside(form_sent.get("next")).to_owned(),
        form_sent.get("kept").to_owned(),
    );
    again.login.clone_from(&login);
    again.expired = !again.kept.is_empty();
    if !console.attempts.may(&login) {
        again.wrong = again
            .shell
            .t("试的次数太多，请过一分钟再试", "Too many attempts; wait a minute and try again");
        tracing::warn!("too many attempts to log in");
        return page(StatusCode::TOO_MANY_REQUESTS, &again);
    }
    match account(&console, form_sent, login).await {
        Ok(Some(account)) => welcome(&console, &visit, &account, &again.next),
        Ok(None) => {
            again.wrong =
                again.shell.t("登录名、密码或动态码不对", "The login, password or code is wrong");
            tracing::info!("a log-in was refused");
            page(StatusCode::UNAUTHORIZED, &again)
        }
        Err(error) => {
            tracing::error!(%error, "the accounts cannot be read");
            again.wrong = again.shell.t(
                "账号文件暂时读不出来，请联系系统管理员",
                "The accounts cannot be read; tell the administrator",
            );
            page(StatusCode::SERVICE_UNAVAILABLE, &again)
        }
    }
}

/// The account that opens; the file is read each time, so that a new account can log in at once.
async fn account(
    console: &Console,
    form: &Form,
    login: String,
) -> Result<Option<Account>, ConsoleFault> {
    let (file, code) = (console.accounts.clone(), form.get("code").to_owned());
    // A password may begin or end with a blank.
    let password = form.all("password").next().unwrap_or_default().to_owned();
    let moment = u64::try_from(now()).unwrap_or_default();
    let checked = console.attempts.check(move || {
        Accounts::load(&file).map(|all| all.opened(&login, &password, &code, moment).cloned())
    });
    Ok(checked.await.transpose()?.flatten())
}

/// Somebody who gets in, by whatever door.
pub(super) struct Entering {
    pub(super) name: String,
    pub(super) person: String,
    pub(super) roles: Vec<Role>,
}

fn welcome(console: &Console, visit: &Visit, account: &Account, next: &str) -> Response {
    let (name, person) = (account.name.clone(), account.person.clone());
    enters(console, visit, Entering { name, person, roles: account.roles.clone() }, next)
}

/// Lets somebody in: a token for the services, a new session, and the form that waited for them.
pub(super) fn enters(console: &Console, visit: &Visit, entering: Entering, next: &str) -> Response {
    let Entering { name, person, roles } = entering;
    let token = console.issuer.token(&person, console.agency, &roles, console.session);
    let token = match token {
        Ok(token) => token,
        Err(error) => {
            tracing::error!(%error, "no token can be signed");
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        }
    };
    let lasts = i64::try_from(console.session.as_secs()).unwrap_or(i64::MAX);
    let until = now().saturating_add(lasts);
    let staff = Staff { name, person: person.clone(), roles, token, until };
    let before = visit.session();
    let mut session = Session { english: before.english, elder: before.elder, ..Session::new() };
    // A new secret: whoever set a cookie before the log-in knows nothing of it. Who comes back to her own session
    // keeps it, so that the forms of her other windows are still hers to send.
    if before.staff.as_ref().is_some_and(|known| known.person == person) {
        session.csrf.clone_from(&before.csrf);
    }
    session.staff = Some(staff);
    let mut response = waiting(console, visit, &person, &session)
        .unwrap_or_else(|| Redirect::to(next).into_response());
    response.extensions_mut().insert(NewSession(session));
    response
}

/// The form that waited for this person, to look at and send.
fn waiting(console: &Console, visit: &Visit, person: &str, session: &Session) -> Option<Response> {
    let kept = console.seal.open::<Kept>(KEPT, visit.form().get("kept"))?;
    if kept.person.as_deref().is_some_and(|kept| kept != person) {
        return None;
    }
    let mut shell = Shell::new(console, visit, "", ("接着办", "Carry on"));
    shell.csrf.clone_from(&session.csrf);
    let fields = kept.form.fields().to_vec();
    Some(page(StatusCode::OK, &Continue { shell, path: kept.path, fields }))
}

/// Goes on with a form that waited, after the person has logged in at the identity provider in another window.
pub(crate) async fn resume(State(console): State<Console>, visit: Visit) -> Response {
    let Some(staff) = visit.staff().cloned() else {
        let mut login = form(&console, &visit, "/".to_owned(), visit.form().get("kept").to_owned());
        login.expired = true;
        return page(StatusCode::UNAUTHORIZED, &login);
    };
    let waited = waiting(&console, &visit, &staff.person, visit.session());
    waited.unwrap_or_else(|| Redirect::to("/").into_response())
}

/// Logs out.
pub(crate) async fn leave(visit: Visit) -> Response {
    let (english, elder) = (visit.session().english, visit.session().elder);
    let session = Session { english, elder, ..Session::new() };
    let mut response = Redirect::to("/login?left=1").into_response();
    response.extensions_mut().insert(NewSession(session));
    response
}
