//! As much of a browser as a bench needs: a cookie, the secret of the last form, and how long a page took.

use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use http::{Method, Request, header};
use tokio::time::Instant;
use tower::ServiceExt as _;

/// No page is longer.
const PAGE_MAX: usize = 8 << 20;

/// A page that was looked at.
pub struct Page {
    pub name: &'static str,
    pub status: u16,
    pub took: Duration,
    /// So long it is, compressed.
    pub bytes: usize,
    /// Where it sends the browser; empty: nowhere.
    pub to: String,
}

/// Names with their values.
pub type Fields = Vec<(String, String)>;

/// Somebody with a browser.
#[derive(Clone)]
pub struct User {
    router: Router,
    cookie: String,
    csrf: String,
}

impl User {
    /// Nobody yet.
    pub fn new(router: &Router) -> User {
        User { router: router.clone(), cookie: String::new(), csrf: String::new() }
    }

    /// Somebody of the staff who has logged in.
    ///
    /// # Errors
    /// The log-in is refused.
    pub async fn staff(router: &Router, (login, password): &(String, String)) -> Result<User> {
        let mut user = User::new(router);
        user.reads("/login").await?;
        let fields = [("login", login.as_str()), ("password", password.as_str())];
        let entered = user.send("login", "/login", &fields).await?;
        ensure!(entered.status == 303, "the log-in was refused: {}", entered.status);
        Ok(user)
    }

    /// Looks at a page as a browser asks for it, and measures it.
    ///
    /// # Errors
    /// The page is not shown.
    pub async fn look(&self, name: &'static str, address: &str) -> Result<Page> {
        let (page, ..) = self.asked(name, Method::GET, address, String::new(), "gzip").await?;
        ensure!(page.status == 200, "{address}: {}", page.status);
        Ok(page)
    }

    /// Reads a page as it is written.
    ///
    /// # Errors
    /// The page is not shown.
    pub async fn text(&mut self, address: &str) -> Result<String> {
        let (page, cookie, body) =
            self.asked("form", Method::GET, address, String::new(), "identity").await?;
        ensure!(page.status == 200, "{address}: {}", page.status);
        self.keep(cookie);
        Ok(String::from_utf8_lossy(&body).into_owned())
    }

    /// Reads the page of a form: what stands in it hidden goes back with it, each time anew.
    ///
    /// # Errors
    /// The page is not shown.
    pub async fn form_at(&mut self, address: &str) -> Result<Fields> {
        let text = self.text(address).await?;
        let main = text.split_once("<main").map_or("", |(_, main)| main);
        let hidden = main.split("<input type=\"hidden\"").skip(1).filter_map(|rest| {
            let tag = rest.split('>').next()?;
            let part = |name: &str| tag.split_once(&format!("{name}=\""))?.1.split('"').next();
            Some((part(" name")?.to_owned(), plain(part(" value")?)))
        });
        Ok(hidden.collect())
    }

    /// Fills in a form and sends it.
    ///
    /// # Errors
    /// There is no answer.
    pub async fn fill(
        &mut self,
        name: &'static str,
        address: &str,
        hidden: &Fields,
        fields: &[(&str, &str)],
    ) -> Result<Page> {
        let form = {
            let mut form = form_urlencoded::Serializer::new(String::new());
            form.extend_pairs(hidden).extend_pairs(fields).finish()
        };
        let asked = self.asked(name, Method::POST, address, form, "gzip").await?;
        let (page, cookie, _) = asked;
        self.keep(cookie);
        Ok(page)
    }

    /// Reads a page for the secret of its form.
    async fn reads(&mut self, address: &str) -> Result<()> {
        let text = self.text(address).await?;
        let secret =
            text.split_once("name=\"csrf\" value=\"").and_then(|(_, rest)| rest.split('"').next());
        secret.context("a page without a form")?.clone_into(&mut self.csrf);
        Ok(())
    }

    /// Sends a form of the page that is at the same address.
    ///
    /// # Errors
    /// The page has no form.
    pub async fn send(
        &mut self,
        name: &'static str,
        address: &str,
        fields: &[(&str, &str)],
    ) -> Result<Page> {
        if self.csrf.is_empty() {
            self.reads(address).await?;
        }
        let form = self.form(fields);
        let (page, cookie, _) = self.asked(name, Method::POST, address, form, "gzip").await?;
        self.keep(cookie);
        Ok(page)
    }

    fn form(&self, fields: &[(&str, &str)]) -> String {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("csrf", &self.csrf).extend_pairs(fields).finish()
    }

    fn keep(&mut self, cookie: Option<String>) {
        if let Some(cookie) = cookie {
            self.cookie = cookie;
        }
    }

    async fn asked(
        &self,
        name: &'static str,
        method: Method,
        address: &str,
        body: String,
        coding: &str,
    ) -> Result<(Page, Option<String>, Bytes)> {
        let mut request = Request::builder()
            .method(method)
            .uri(address)
            .header(header::ACCEPT_ENCODING, coding)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        if !self.cookie.is_empty() {
            request = request.header(header::COOKIE, &self.cookie);
        }
        let request = request.body(Body::from(body))?;
        let begin = Instant::now();
        let answer = self.router.clone().oneshot(request).await.context("a page")?;
        let (parts, body) = answer.into_parts();
        let body = to_bytes(body, PAGE_MAX).await.context("a page's bytes")?;
        let took = begin.elapsed();
        let cookie = parts.headers.get(header::SET_COOKIE).and_then(|cookie| cookie.to_str().ok());
        let cookie = cookie.and_then(|cookie| cookie.split(';').next()).map(str::to_owned);
        let to = parts.headers.get(header::LOCATION).and_then(|to| to.to_str().ok());
        let to = to.unwrap_or_default().to_owned();
        let page = Page { name, status: parts.status.as_u16(), took, bytes: body.len(), to };
        Ok((page, cookie, body))
    }
}

/// What stands in an attribute, as it was before it was written there.
fn plain(text: &str) -> String {
    let marks = [("&#34;", "\""), ("&#39;", "'"), ("&#60;", "<"), ("&#62;", ">"), ("&#38;", "&")];
    marks.iter().fold(text.to_owned(), |text, (mark, c)| text.replace(mark, c))
}

/// An address with one field.
pub fn with_query(path: &str, field: &str, value: &str) -> String {
    let mut to = form_urlencoded::Serializer::for_suffix(format!("{path}?"), path.len() + 1);
    to.append_pair(field, value).finish()
}
