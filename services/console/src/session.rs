//! What the browser keeps: one sealed cookie. The console itself keeps nothing.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use cookie::time::Duration as Lasting;
use cookie::{Cookie, CookieJar, Key, SameSite};
use jiefen_platform::config::Secret;
use jiefen_vocab::{Private, Role};
use serde::{Deserialize, Serialize};

use crate::oidc::Pending;

/// The name of the cookie: the browser sends it to this host alone, and only over a secure channel.
pub(crate) const COOKIE: &str = "__Host-jiefen";
/// An expired log-in is kept for so long, that a form filled in meanwhile is not lost.
const KEPT_DAYS: i64 = 7;

/// A member of staff who has logged in.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Staff {
    pub(crate) name: String,
    pub(crate) person: String,
    pub(crate) roles: Vec<Role>,
    /// Shown to the services with every call.
    pub(crate) token: String,
    /// Until when, Unix seconds.
    pub(crate) until: i64,
}

impl Staff {
    pub(crate) fn holds(&self, roles: &[Role]) -> bool {
        roles.iter().any(|role| self.roles.contains(role))
    }
}

/// A dispute that a citizen has opened with her code: for a while only, others may use the same telephone.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Own {
    pub(crate) receipt: String,
    pub(crate) digits: String,
    /// Until when, Unix seconds.
    pub(crate) until: i64,
}

/// What the browser keeps.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(crate) struct Session {
    /// Stands in every form; who does not know it has not seen the page.
    pub(crate) csrf: String,
    #[serde(default)]
    pub(crate) staff: Option<Staff>,
    /// A log-in at the identity provider that has begun.
    #[serde(default)]
    pub(crate) oidc: Option<Pending>,
    #[serde(default)]
    pub(crate) citizen: Option<Own>,
    /// A letter to the unit that is open; it has no number.
    #[serde(default)]
    pub(crate) letter: Option<Own>,
    #[serde(default)]
    pub(crate) english: bool,
    #[serde(default)]
    pub(crate) elder: bool,
}

impl Session {
    /// A session of nobody yet.
    pub(crate) fn new() -> Session {
        Session { csrf: secret(), ..Session::default() }
    }
}

/// 18 random bytes as text.
pub(crate) fn secret() -> String {
    let mut bytes = [0_u8; 18];
    rand::RngCore::fill_bytes(&mut rand::rng(), &mut bytes);
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Equal without saying by the time it takes how far.
pub(crate) fn same(one: &str, other: &str) -> bool {
    let digest = |text: &str| ring::digest::digest(&ring::digest::SHA256, text.as_bytes());
    !one.is_empty() && digest(one).as_ref() == digest(other).as_ref()
}

/// Seals what leaves the console and must come back as it was.
pub(crate) struct Seal(Key);

impl Seal {
    pub(crate) fn new(secret: &Secret) -> Seal {
        Seal(Key::derive_from(secret.reveal().as_bytes()))
    }

    /// A mark by which something is recognised and from which it cannot be told.
    pub(crate) fn mark(&self, text: &str) -> String {
        let key = ring::hmac::Key::new(ring::hmac::HMAC_SHA256, self.0.signing());
        URL_SAFE_NO_PAD.encode(ring::hmac::sign(&key, text.as_bytes()))
    }

    /// Seals a value under a name.
    pub(crate) fn close<T: Serialize>(
        &self,
        name: &'static str,
        value: &T,
    ) -> Option<Private<String>> {
        let text = serde_json::to_string(value).ok()?;
        let mut jar = CookieJar::new();
        jar.private_mut(&self.0).add(Cookie::new(name, text));
        jar.get(name).map(|sealed| Private::new(sealed.value().to_owned()))
    }

    /// The value that was sealed under the name.
    pub(crate) fn open<T: for<'de> Deserialize<'de>>(
        &self,
        name: &'static str,
        sealed: &str,
    ) -> Option<T> {
        let sealed = Cookie::new(name, sealed.to_owned());
        let opened = CookieJar::new().private(&self.0).decrypt(sealed)?;
        serde_json::from_str(opened.value()).ok()
    }

    /// The session of a request's cookies.
    pub(crate) fn session(&self, headers: &http::HeaderMap) -> Option<Session> {
        let lines = headers.get_all(http::header::COOKIE).iter();
        let texts = lines.filter_map(|line| line.to_str().ok());
        let mut cookies = texts.flat_map(|text| Cookie::split_parse(text.to_owned())).flatten();
        let found = cookies.find(|cookie| cookie.name() == COOKIE)?;
        self.open(COOKIE, found.value())
    }

    /// The header that makes the browser keep a session.
    pub(crate) fn keep(&self, session: &Session) -> Option<http::HeaderValue> {
        let sealed = self.close(COOKIE, session)?;
        let cookie = Cookie::build((COOKIE, sealed.reveal().clone()))
            .secure(true)
            .http_only(true)
            .same_site(SameSite::Lax)
            .path("/")
            .max_age(Lasting::days(KEPT_DAYS))
            .build();
        http::HeaderValue::from_str(&cookie.to_string()).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seal(secret: &str) -> Seal {
        Seal::new(&Secret::new(secret.repeat(8)))
    }

    #[test]
    fn what_was_sealed_comes_back_and_nothing_else_does() {
        let seal_ = seal("abcdefgh");
        let session = Session { english: true, ..Session::new() };
        let kept = seal_.keep(&session).unwrap();
        let text = kept.to_str().unwrap().to_owned();
        assert!(text.starts_with("__Host-jiefen=") && text.contains("Secure"), "{text}");
        assert!(text.contains("HttpOnly") && text.contains("Path=/"), "{text}");
        assert!(!text.contains(&session.csrf), "sealed");
        let pair = text.split(';').next().unwrap().to_owned();
        let headers = |pair: &str| {
            let mut headers = http::HeaderMap::new();
            headers.insert(http::header::COOKIE, pair.parse().unwrap());
            headers
        };
        let back = seal_.session(&headers(&format!("a=b; {pair}"))).unwrap();
        assert!(back.english && back.csrf == session.csrf);
        let other = seal("ijklmnop");
        assert!(other.session(&headers(&pair)).is_none(), "another console's");
        let mut altered = pair.clone();
        altered.replace_range(20..21, if &pair[20..21] == "A" { "B" } else { "A" });
        assert!(seal_.session(&headers(&altered)).is_none(), "altered");
    }

    #[test]
    fn what_was_sealed_for_one_use_is_not_taken_for_another() {
        let seal = seal("abcdefgh");
        let sealed = seal.close("kept", &"text").unwrap();
        assert_eq!(seal.open::<String>("kept", sealed.reveal()).as_deref(), Some("text"));
        assert_eq!(seal.open::<String>(COOKIE, sealed.reveal()), None);
    }

    #[test]
    fn two_secrets_are_the_same_only_when_all_of_them_is() {
        assert!(same("abc", "abc"));
        assert!(!same("abc", "abd") && !same("abc", "ab") && !same("", ""));
    }
}
