//! Logging in and out; what was filled in when the time ran out waits behind the log-in.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
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
    person: String,
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
    Login { shell, next, kept, expired, login: String::new(), wrong: "" }
}

/// The page when a request came without a valid log-in: its form is kept, sealed, for the same person.
pub(crate) fn again(console: &Console, visit: &Visit) -> Response {
    let person = visit.session().staff.as_ref().map(|staff| staff.person.clone());
    let form_sent = visit.form().without(&["csrf"]);
    let kept = person.filter(|_| !visit.is_get() && !visit.is_htmx()).and_then(|person| {
        let kept = Kept { person, path: visit.path().to_owned(), form: form_sent };
        console.seal.close(KEPT, &kept)
    });
    let kept = kept.map(|sealed| sealed.reveal().clone()).unwrap_or_default();
    let next = if visit.is_get() { visit.back() } else { "/".to_owned() };
    let mut login = form(console, visit, next, kept);
    login.expired = visit.session().staff.is_some();
    page(StatusCode::UNAUTHORIZED, &login)
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

fn welcome(console: &Console, visit: &Visit, account: &Account, next: &str) -> Response {
    let token =
        console.issuer.token(&account.person, console.agency, &account.roles, console.session);
    let token = match token {
        Ok(token) => token,
        Err(error) => {
            tracing::error!(%error, "no token can be signed");
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        }
    };
    let lasts = i64::try_from(console.session.as_secs()).unwrap_or(i64::MAX);
    let staff = Staff {
        name: account.name.clone(),
        person: account.person.clone(),
        roles: account.roles.clone(),
        token,
        until: now().saturating_add(lasts),
    };
    // A new secret: whoever set a cookie before the log-in knows nothing of it.
    let (english, elder) = (visit.session().english, visit.session().elder);
    let session = Session { english, elder, staff: Some(staff), ..Session::new() };
    let kept = console.seal.open::<Kept>(KEPT, visit.form().get("kept"));
    let mut response = match kept.filter(|kept| kept.person == account.person) {
        Some(kept) => {
            let mut shell = Shell::new(console, visit, "", ("接着办", "Carry on"));
            shell.csrf.clone_from(&session.csrf);
            let fields = kept.form.fields().to_vec();
            page(StatusCode::OK, &Continue { shell, path: kept.path, fields })
        }
        None => Redirect::to(next).into_response(),
    };
    response.extensions_mut().insert(NewSession(session));
    response
}

/// Logs out.
pub(crate) async fn leave(visit: Visit) -> Response {
    let (english, elder) = (visit.session().english, visit.session().elder);
    let session = Session { english, elder, ..Session::new() };
    let mut response = Redirect::to("/login").into_response();
    response.extensions_mut().insert(NewSession(session));
    response
}
