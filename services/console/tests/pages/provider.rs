//! A small identity provider that keeps the standard: discovery, keys, authorization code with PKCE, one use of a code.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::{SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use http::{HeaderMap, StatusCode, header};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING as KIND, EcdsaKeyPair, KeyPair as _};
use serde_json::{Value, json};

/// What the pages are called there, and their secret.
pub const CLIENT: &str = "jiefen-pages";
pub const SECRET: &str = "a secret of one test only";

/// A provider that listens on loopback.
#[derive(Clone)]
pub struct Provider {
    pub url: String,
    inner: Arc<Inner>,
}

struct Inner {
    key: EcdsaKeyPair,
    /// The key that signs and that nobody publishes.
    forged: EcdsaKeyPair,
    desk: Mutex<Desk>,
}

struct Desk {
    codes: HashMap<String, Asked>,
    given: u32,
    person: Value,
    forge: bool,
}

struct Asked {
    nonce: String,
    challenge: String,
    redirect: String,
}

fn key() -> EcdsaKeyPair {
    let random = SystemRandom::new();
    let pkcs8 = EcdsaKeyPair::generate_pkcs8(&KIND, &random).unwrap();
    EcdsaKeyPair::from_pkcs8(&KIND, pkcs8.as_ref(), &random).unwrap()
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()
}

fn fields(text: &str) -> HashMap<String, String> {
    form_urlencoded::parse(text.as_bytes()).into_owned().collect()
}

impl Provider {
    /// Begins to listen; whoever logs in is `person`.
    pub async fn start(person: Value) -> Provider {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://localhost:{}", listener.local_addr().unwrap().port());
        let desk = Desk { codes: HashMap::new(), given: 0, person, forge: false };
        let inner = Inner { key: key(), forged: key(), desk: Mutex::new(desk) };
        let provider = Provider { url, inner: Arc::new(inner) };
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(discovery))
            .route("/jwks", get(jwks))
            .route("/authorize", get(authorize))
            .route("/token", post(token))
            .route("/end", get(end))
            .with_state(provider.clone());
        drop(tokio::spawn(async move { axum::serve(listener, router).await }));
        provider
    }

    /// What the next token says otherwise than it should.
    pub fn says(&self, claim: &str, value: Value) {
        self.inner.desk.lock().unwrap().person[claim] = value;
    }

    /// From now on another key signs than the one that is published.
    pub fn forges(&self) {
        self.inner.desk.lock().unwrap().forge = true;
    }

    /// Whoever stands before it agrees: where the browser is sent back to.
    pub fn allows(&self, address: &str) -> String {
        self.agreed(address.split_once('?').unwrap().1)
    }

    fn agreed(&self, query: &str) -> String {
        let asked = fields(query);
        let has = |name: &str, value: &str| assert_eq!(asked[name], value, "{name}");
        has("response_type", "code");
        has("client_id", CLIENT);
        has("code_challenge_method", "S256");
        assert!(asked["scope"].split(' ').any(|scope| scope == "openid"));
        let mut desk = self.inner.desk.lock().unwrap();
        desk.given += 1;
        let code = format!("code-{}", desk.given);
        let of_code = Asked {
            nonce: asked["nonce"].clone(),
            challenge: asked["code_challenge"].clone(),
            redirect: asked["redirect_uri"].clone(),
        };
        desk.codes.insert(code.clone(), of_code);
        let mut to = form_urlencoded::Serializer::for_suffix(
            format!("{}?", asked["redirect_uri"]),
            asked["redirect_uri"].len() + 1,
        );
        to.append_pair("code", &code).append_pair("state", &asked["state"]).finish()
    }

    fn token(&self, asked: &Asked) -> String {
        let desk = self.inner.desk.lock().unwrap();
        let mut claims = json!({
            "iss": self.url, "aud": CLIENT, "nonce": asked.nonce, "iat": now(), "exp": now() + 300,
        });
        for (claim, value) in desk.person.as_object().unwrap() {
            claims[claim] = value.clone();
        }
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let head = json!({ "alg": "ES256", "typ": "JWT", "kid": "one" });
        let text = format!("{}.{}", part(&head), part(&claims));
        let key = if desk.forge { &self.inner.forged } else { &self.inner.key };
        let signed = key.sign(&SystemRandom::new(), text.as_bytes()).unwrap();
        format!("{text}.{}", URL_SAFE_NO_PAD.encode(signed))
    }
}

fn told(value: &Value) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], value.to_string()).into_response()
}

async fn discovery(State(provider): State<Provider>) -> Response {
    let at = |path: &str| format!("{}{path}", provider.url);
    told(&json!({
        "issuer": provider.url,
        "authorization_endpoint": at("/authorize"),
        "token_endpoint": at("/token"),
        "jwks_uri": at("/jwks"),
        "end_session_endpoint": at("/end"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256"],
    }))
}

async fn jwks(State(provider): State<Provider>) -> Response {
    let public = provider.inner.key.public_key().as_ref();
    let [x, y] = [&public[1..33], &public[33..65]].map(|half| URL_SAFE_NO_PAD.encode(half));
    told(&json!({ "keys": [{
        "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": "one", "x": x, "y": y,
    }] }))
}

/// What a person sees: one link, to agree.
async fn authorize(State(provider): State<Provider>, RawQuery(query): RawQuery) -> Response {
    let back = provider.agreed(&query.unwrap());
    let back = back.replace('&', "&amp;");
    Html(format!("<!doctype html><title>Log in</title><a id=\"allow\" href=\"{back}\">OK</a>"))
        .into_response()
}

async fn token(State(provider): State<Provider>, headers: HeaderMap, body: String) -> Response {
    let form = fields(&body);
    let basic = STANDARD.encode(format!("{CLIENT}:{}", SECRET.replace(' ', "+")));
    let client = headers
        .get(header::AUTHORIZATION)
        .is_some_and(|given| given.to_str().unwrap() == format!("Basic {basic}"));
    let asked = provider.inner.desk.lock().unwrap().codes.remove(&form["code"]);
    let fits = asked.as_ref().is_some_and(|asked| {
        let digest = ring::digest::digest(&ring::digest::SHA256, form["code_verifier"].as_bytes());
        asked.challenge == URL_SAFE_NO_PAD.encode(digest) && asked.redirect == form["redirect_uri"]
    });
    match asked.filter(|_| client && fits) {
        Some(asked) => told(&json!({
            "access_token": "opaque", "token_type": "Bearer", "expires_in": 300,
            "id_token": provider.token(&asked),
        })),
        None => {
            (StatusCode::BAD_REQUEST, told(&json!({ "error": "invalid_grant" }))).into_response()
        }
    }
}

async fn end() -> Html<&'static str> {
    Html("<!doctype html><title>Bye</title>Logged out")
}
