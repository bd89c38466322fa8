//! As much of a browser as the pages need: it keeps the cookie, fills in forms and follows nothing by itself.

use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use futures::StreamExt as _;
use http::{Method, Request, header};
use tower::ServiceExt as _;

/// An answer.
pub struct Answer {
    pub status: u16,
    pub to: String,
    pub headers: http::HeaderMap,
    body: String,
}

impl Answer {
    pub fn text(&self) -> &str {
        &self.body
    }

    pub fn has(&self, text: &str) -> bool {
        self.body.contains(text)
    }

    /// The value of a field of the page.
    pub fn value(&self, name: &str) -> String {
        let mark = format!("name=\"{name}\" value=\"");
        let Some(at) = self.body.find(&mark) else { return String::new() };
        let rest = &self.body[at + mark.len()..];
        plain(rest.split('"').next().unwrap())
    }

    /// The address of the first link whose text is this.
    pub fn link(&self, text: &str) -> String {
        let at = self
            .body
            .find(&format!(">{text}</a>"))
            .unwrap_or_else(|| panic!("{text}: {}", self.body));
        let start = self.body[..at].rfind("href=\"").unwrap() + 6;
        self.body[start..].split('"').next().unwrap().to_owned()
    }
}

fn plain(text: &str) -> String {
    text.replace("&#38;", "&").replace("&#34;", "\"").replace("&amp;", "&")
}

/// A browser.
pub struct Browser {
    router: Router,
    pub cookie: String,
    pub csrf: String,
    /// The request id of the last page with a form.
    pub request_id: String,
}

impl Browser {
    pub fn new(router: Router) -> Browser {
        let (cookie, csrf, request_id) = Default::default();
        Browser { router, cookie, csrf, request_id }
    }

    pub async fn get(&mut self, address: &str) -> Answer {
        self.ask(Method::GET, address, Body::empty(), &[]).await
    }

    /// Sends a form as a page would: with the secret and the request id of the page that was shown last.
    pub async fn send(&mut self, address: &str, fields: &[(&str, &str)]) -> Answer {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("csrf", &self.csrf);
        if !self.request_id.is_empty() {
            form.append_pair("request_id", &self.request_id);
        }
        form.extend_pairs(fields);
        self.post(address, form.finish(), &[]).await
    }

    pub async fn post(&mut self, address: &str, body: String, headers: &[(&str, &str)]) -> Answer {
        let kind = [("content-type", "application/x-www-form-urlencoded")];
        self.ask(Method::POST, address, Body::from(body), &[&kind, headers].concat()).await
    }

    /// Sends a form with a file, as a page would.
    pub async fn upload(&mut self, address: &str, file: (&str, &str), content: &[u8]) -> Answer {
        self.upload_all(address, &[(file, content)]).await
    }

    /// Sends a form with these files in it.
    pub async fn upload_all(&mut self, address: &str, files: &[((&str, &str), &[u8])]) -> Answer {
        const MARK: &str = "----a-mark-that-no-file-has";
        let mut body = Vec::new();
        for (field, value) in [("csrf", &self.csrf), ("request_id", &self.request_id)] {
            let head = format!("--{MARK}\r\nContent-Disposition: form-data; name=\"{field}\"");
            body.extend(format!("{head}\r\n\r\n{value}\r\n").bytes());
        }
        for ((name, media_type), content) in files {
            let head = format!("--{MARK}\r\nContent-Disposition: form-data; name=\"file\"");
            let head = format!("{head}; filename=\"{name}\"\r\nContent-Type: {media_type}");
            body.extend(format!("{head}\r\n\r\n").bytes());
            body.extend(*content);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{MARK}--\r\n").bytes());
        let kind = format!("multipart/form-data; boundary={MARK}");
        self.ask(Method::POST, address, Body::from(body), &[("content-type", &kind)]).await
    }

    /// Listens to the news of a page until they say this; says all that was heard.
    pub async fn listen(&self, address: &str, until: &str) -> String {
        let request = Request::builder().uri(address).header(header::COOKIE, &self.cookie);
        let request = request.body(Body::empty()).unwrap();
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let kind = answer.headers()[header::CONTENT_TYPE].to_str().unwrap().to_owned();
        assert!(kind.starts_with("text/event-stream"), "{kind} {}", answer.status());
        let mut heard = String::new();
        let mut parts = answer.into_body().into_data_stream();
        while !heard.contains(until) {
            let part = tokio::time::timeout(Duration::from_secs(60), parts.next()).await;
            let part = part.unwrap_or_else(|_| panic!("{until} never came: {heard}"));
            heard.push_str(std::str::from_utf8(&part.unwrap().unwrap()).unwrap());
        }
        heard
    }

    /// Keeps a file: its head and its bytes.
    pub async fn download(&mut self, address: &str) -> (http::HeaderMap, Vec<u8>) {
        let request = Request::get(address).header(header::COOKIE, &self.cookie);
        let request = request.body(Body::empty()).unwrap();
        let answer = self.router.clone().oneshot(request).await.unwrap();
        assert_eq!(answer.status().as_u16(), 200, "{address}");
        let (parts, body) = answer.into_parts();
        (parts.headers, to_bytes(body, 4 << 20).await.unwrap().to_vec())
    }

    pub async fn ask(
        &mut self,
        method: Method,
        address: &str,
        body: Body,
        headers: &[(&str, &str)],
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(address);
        if !self.cookie.is_empty() {
            request = request.header(header::COOKIE, &self.cookie);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let answer = self.router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        let (parts, body) = answer.into_parts();
        if let Some(cookie) = parts.headers.get(header::SET_COOKIE) {
            self.cookie = cookie.to_str().unwrap().split(';').next().unwrap().to_owned();
        }
        let to = parts.headers.get(header::LOCATION).map(|to| to.to_str().unwrap().to_owned());
        let body = to_bytes(body, 4 << 20).await.unwrap();
        let answer = Answer {
            status: parts.status.as_u16(),
            to: to.unwrap_or_default(),
            headers: parts.headers,
            body: String::from_utf8(body.to_vec()).unwrap(),
        };
        let csrf = answer.value("csrf");
        if !csrf.is_empty() {
            self.csrf = csrf;
            self.request_id = answer.value("request_id");
        }
        answer
    }
}
