//! The pages, one module each. A new page: a module here, its routes in [`router`], its templates in `templates/`.

mod acts;
pub(crate) mod citizen;
mod dispute;
pub(crate) mod login;
mod oidc;
mod preferences;
mod register;
mod search;
mod system;
mod work;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use http::StatusCode;

use crate::Console;
use crate::guard::Visit;
use crate::layout::refused;
use crate::told::Told;

pub(crate) fn router() -> Router<Console> {
    Router::new()
        .route("/", get(work::show))
        .route("/login", get(login::show).post(login::enter))
        .route("/login/oidc", get(oidc::out))
        .route("/login/oidc/back", get(oidc::back))
        .route("/login/oidc/leave", get(oidc::leave))
        .route("/login/resume", post(login::resume))
        .route("/logout", post(login::leave))
        .route("/preferences", post(preferences::choose))
        .merge(citizen::router())
        .route("/register", get(register::show).post(register::send))
        .route("/register/advice", post(register::advise))
        .route("/register/places", post(register::places))
        .route("/search", get(search::show))
        .route("/system", get(system::show))
        .route("/disputes/{dispute}", get(dispute::show))
        .route("/disputes/{dispute}/receipt", get(register::receipt))
        .route("/disputes/{dispute}/{case}/{act}", get(acts::show).post(acts::send))
}

pub(crate) async fn not_found(State(console): State<Console>, visit: Visit) -> Response {
    let text = "没有这个页面，请从上方菜单进入 (there is no such page)";
    refused(&console, &visit, &Told::own(StatusCode::NOT_FOUND, "NO_PAGE", text))
}

/// An address within these pages; anything else is the first page.
pub(crate) fn inside(address: &str) -> &str {
    let plain = address.starts_with('/')
        && !address.starts_with("//")
        && !address.contains(['\\', '\r', '\n'])
        && address.len() < 2000;
    if plain { address } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::inside;

    #[test]
    fn nobody_is_sent_to_another_site() {
        assert_eq!(inside("/disputes/1?tab=a"), "/disputes/1?tab=a");
        for outside in ["https://evil", "//evil", "/\\evil", "evil", "", "/a\r\nSet-Cookie: x=y"] {
            assert_eq!(inside(outside), "/", "{outside}");
        }
    }
}
