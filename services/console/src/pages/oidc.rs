//! Logging in with the agency's identity provider: out to it, back from it, and out of it.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;

use super::inside;
use super::login::{Entering, enters};
use crate::Console;
use crate::guard::{NewSession, Visit};
use crate::layout::{now, refused};
use crate::oidc::{Oidc, Refused, Unfit};
use crate::session::Session;
use crate::told::Told;

/// Sends the browser to the provider.
pub(crate) async fn out(State(console): State<Console>, visit: Visit) -> Response {
    let Some(oidc) = &console.oidc else { return super::not_found(State(console), visit).await };
    if !console.attempts.may(&format!("oidc {}", visit.client())) {
        let text = "试的次数太多，请过一分钟再试 (too many attempts; wait a minute)";
        let told = Told::own(StatusCode::TOO_MANY_REQUESTS, "TOO_MANY_ATTEMPTS", text);
        return refused(&console, &visit, &told);
    }
    let next = inside(&visit.query("next")).to_owned();
    match oidc.begin(next, now()).await {
        Ok((address, pending)) => {
            let session = Session { oidc: Some(pending), ..visit.session().clone() };
            let mut response = Redirect::to(&address).into_response();
            response.extensions_mut().insert(NewSession(session));
            response
        }
        Err(why) => not_in(&console, &visit, oidc, why),
    }
}

/// Takes the provider's answer.
pub(crate) async fn back(State(console): State<Console>, visit: Visit) -> Response {
    let Some(oidc) = &console.oidc else { return super::not_found(State(console), visit).await };
    let pending = visit.session().oidc.as_ref();
    let said = (visit.query("state"), visit.query("code"), visit.query("error"));
    let agency = console.agency.to_string();
    let known = oidc.end(pending, (&said.0, said.1, said.2), &agency, now()).await;
    match known {
        Ok(known) => {
            let next = pending.map_or("/", |pending| inside(&pending.next)).to_owned();
            let entering = Entering { name: known.name, person: known.person, roles: known.roles };
            enters(&console, &visit, entering, &next)
        }
        Err(why) => not_in(&console, &visit, oidc, why),
    }
}

/// Ends the provider's own log-in too; ours is over already.
pub(crate) async fn leave(State(console): State<Console>, visit: Visit) -> Response {
    let Some(oidc) = &console.oidc else { return super::not_found(State(console), visit).await };
    match oidc.leave().await {
        Ok(address) => Redirect::to(address.as_deref().unwrap_or("/login")).into_response(),
        Err(why) => not_in(&console, &visit, oidc, why),
    }
}

/// Says why somebody did not get in. The answer is used up: whoever tries again begins anew.
fn not_in(console: &Console, visit: &Visit, oidc: &Oidc, why: Refused) -> Response {
    let name = oidc.name();
    let (status, reason, text) = match why {
        Refused::Away(cause) => {
            tracing::error!(%cause, "the identity provider does not answer");
            let text = format!(
                "“{name}”暂时连不上，请稍后再试，或者用本地账号登录 (the identity provider cannot be reached)"
            );
            (StatusCode::SERVICE_UNAVAILABLE, "PROVIDER_AWAY", text)
        }
        Refused::Stranger => {
            let text = "这次登录不是从本页面开始的，没有放行；请回到登录页重新登录 (this log-in did not begin here)";
            (StatusCode::UNAUTHORIZED, "LOGIN_NOT_BEGUN", text.to_owned())
        }
        Refused::Late => {
            let text = "登录用的时间太长，请回到登录页重新登录 (the log-in took too long)";
            (StatusCode::UNAUTHORIZED, "LOGIN_TOO_LATE", text.to_owned())
        }
        Refused::ByProvider(code) => {
            tracing::info!(%code, "the identity provider refused a log-in");
            let text = format!(
                "“{name}”没有同意这次登录，请重新登录；一直不行，请找本单位的系统管理员 (the identity provider refused)"
            );
            (StatusCode::UNAUTHORIZED, "PROVIDER_REFUSED", text)
        }
        Refused::Token(reason) => (StatusCode::UNAUTHORIZED, reason, token(name, reason)),
        Refused::Unfit(unfit) => {
            let (reason, text) = no_place(&unfit);
            (StatusCode::UNAUTHORIZED, reason, text.to_owned())
        }
    };
    tracing::info!(reason, "a log-in was refused");
    let mut response = refused(console, visit, &Told::own(status, reason, &text));
    let session = Session { oidc: None, ..visit.session().clone() };
    response.extensions_mut().insert(NewSession(session));
    response
}

fn token(name: &str, reason: &str) -> String {
    let (zh, en) = match reason {
        "TOKEN_EXPIRED" => {
            ("已经过期，请重新登录；一直这样，请管理员核对两边的时钟", "has expired")
        }
        "TOKEN_FOR_OTHERS" => ("是发给别的系统的，没有放行", "is meant for another system"),
        "TOKEN_OF_OTHER_ISSUER" => ("不是由所配置的认证签发的，没有放行", "is another issuer's"),
        "TOKEN_REPLAYED" => ("不是这一次登录的，没有放行", "does not belong to this log-in"),
        "TOKEN_FORGED" => ("签名不对，可能是伪造的，没有放行", "has no valid signature"),
        _ => ("无法核实，没有放行；请找本单位的系统管理员", "cannot be verified"),
    };
    format!("“{name}”给的凭证{zh} (the token {en})")
}

fn no_place(unfit: &Unfit) -> (&'static str, &'static str) {
    match unfit {
        Unfit::NoPerson => (
            "NO_STAFF_ID",
            "认证里没有您的工号，请找本单位的系统管理员 (the provider names no staff id)",
        ),
        Unfit::OtherAgency => (
            "OTHER_AGENCY",
            "您的账号不是本单位的，请到自己单位的页面登录 (the account belongs to another agency)",
        ),
        Unfit::NoPost => (
            "NO_POST",
            "您的账号在本单位还没有岗位，请管理员在认证里给您加上 (the account has no post here)",
        ),
    }
}
