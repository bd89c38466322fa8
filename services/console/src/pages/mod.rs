//! The pages, one module each. A new page: a module here, its routes in [`router`], its templates in `templates/`.

mod acts;
pub(crate) mod boards;
pub(crate) mod citizen;
mod clocks;
mod cockpit;
mod dispute;
pub(crate) mod export;
pub(crate) mod filed;
mod incidents;
mod letters;
pub(crate) mod login;
pub(crate) mod may;
mod oidc;
pub(crate) mod papers;
mod patrol;
mod preferences;
mod register;
mod requests;
mod room;
mod roster;
mod search;
mod sheets;
mod standing;
mod system;
mod units;
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
        .merge(filed::router())
        .merge(incidents::router())
        .merge(sheets::router())
        .merge(room::router())
        .merge(papers::router())
        .merge(export::router())
        .merge(roster::router())
        .route("/register", get(register::show).post(register::send))
        .route("/register/advice", post(register::advise))
        .route("/register/places", post(register::places))
        .route("/register/keep", post(register::keep))
        .route("/register/drop", post(register::drop_one))
        .route("/search", get(search::show))
        .route("/system", get(system::show))
        .route("/cockpit", get(cockpit::show))
        .route("/cockpit/figures/{indicator}", get(cockpit::figure::show))
        .route("/cockpit/disputes/{dispute}", get(cockpit::trace::show))
        .route("/letters", get(letters::show))
        .route("/letters/{at}/{case}", get(letters::one))
        .route("/patrol", get(patrol::show))
        .route("/patrol/screenings/{at}/{case}", get(patrol::screening::show))
        .route("/patrol/risks/{at}/{case}", get(patrol::risk::show))
        .route("/requests", get(requests::show))
        .route("/units", get(units::show))
        .route("/units/{at}/{case}", get(units::one))
        .route(
            "/affairs/{about}/{at}/{case}/{act}",
            get(acts::affairs::show).post(acts::affairs::send),
        )
        .route("/disputes/{dispute}", get(dispute::show))
        .route("/disputes/{dispute}/receipt", get(register::receipt))
        .route("/court", get(boards::court))
        .route("/arbitration", get(boards::arbitration))
        .route("/petitions", get(boards::petitions))
        .route("/reconsiderations", get(boards::reconsiderations))
        .route("/begin/{act}", get(acts::open).post(acts::begin))
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
