//! The files that pages link to, in the program itself; their addresses change with their content.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};

struct Asset {
    name: &'static str,
    kind: &'static str,
    bytes: &'static [u8],
}

const ASSETS: [Asset; 3] = [
    Asset {
        name: "console.css",
        kind: "text/css; charset=utf-8",
        bytes: include_bytes!("../assets/console.css"),
    },
    Asset {
        name: "console.js",
        kind: "text/javascript; charset=utf-8",
        bytes: include_bytes!("../assets/console.js"),
    },
    Asset {
        name: "htmx.js",
        kind: "text/javascript; charset=utf-8",
        bytes: include_bytes!("../assets/htmx-2.0.11.min.js"),
    },
];

/// The addresses, in the order of the list.
static ADDRESSES: LazyLock<Vec<String>> = LazyLock::new(|| {
    ASSETS.iter().map(|asset| format!("/assets/{}-{}", tag(asset.bytes), asset.name)).collect()
});

fn tag(bytes: &[u8]) -> String {
    let digest = ring::digest::digest(&ring::digest::SHA256, bytes);
    digest.as_ref().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

/// Where a file is, by its name.
pub(crate) fn address(name: &str) -> &'static str {
    let at = ASSETS.iter().position(|asset| asset.name == name);
    at.and_then(|at| ADDRESSES.get(at)).map_or("", String::as_str)
}

/// Sends a file; browsers keep it for good.
pub(crate) async fn send(Path(file): Path<String>) -> Response {
    let wanted = format!("/assets/{file}");
    let Some(at) = ADDRESSES.iter().position(|address| *address == wanted) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let forever = HeaderValue::from_static("public, max-age=31536000, immutable");
    let kind = HeaderValue::from_static(ASSETS[at].kind);
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, forever)], ASSETS[at].bytes)
        .into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn htmx_is_the_file_that_was_published() {
        let digest = ring::digest::digest(&ring::digest::SHA256, ASSETS[2].bytes);
        let hex: String = digest.as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, "d6fdc75f204e6bdefa99b69bf1e6d4ac69b8a364f77929f45c13476b4000f717");
    }
}
