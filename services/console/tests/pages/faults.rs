//! Whatever goes wrong while a form is sent, nothing that was typed is lost: the page that comes back has it, or it waits
//! sealed behind the log-in. Every form below is sent into every fault.

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::Response;
use jiefen_console::Console;
use jiefen_platform::config::{Area, GrpcConfig};
use tokio_util::sync::CancellationToken;
use tonic::service::Routes;
use tonic::transport::{Channel, Endpoint};
use tonic::{Code, Status};
use tower::{Service as _, ServiceExt as _};

use super::browser::{Answer, Browser};
use super::counter::{register, visitor};
use super::room::Room;
use super::{PASSWORD, Unit, counter, today};

/// Names with their values.
type Pairs<'a> = Vec<(&'a str, &'a str)>;

const SAID: &str = "地界被挪了一米多，浇水的渠也不让用";

/// What happens between the pages and the service.
#[derive(Clone, Copy, Debug)]
enum Fault {
    /// Nothing listens there.
    Away,
    /// It never answers.
    Hangs,
    /// It answers everything with this.
    Says(Code),
    /// It lets everybody read, and answers whatever changes something with this.
    Refuses(Code),
    /// It lets everybody read, and never answers whatever changes something.
    Stalls,
}

/// What a service can do to a form.
const AT_THE_SERVICE: [Fault; 19] = [
    Fault::Away,
    Fault::Hangs,
    Fault::Stalls,
    Fault::Says(Code::Unavailable),
    Fault::Says(Code::DeadlineExceeded),
    Fault::Says(Code::ResourceExhausted),
    Fault::Says(Code::PermissionDenied),
    Fault::Says(Code::NotFound),
    Fault::Says(Code::Unimplemented),
    Fault::Says(Code::Internal),
    Fault::Says(Code::Unauthenticated),
    // Refused by law, a stale version, the same request with something else, a wrong field, too much of it.
    Fault::Refuses(Code::FailedPrecondition),
    Fault::Refuses(Code::Aborted),
    Fault::Refuses(Code::AlreadyExists),
    Fault::Refuses(Code::InvalidArgument),
    Fault::Refuses(Code::ResourceExhausted),
    Fault::Refuses(Code::Unavailable),
    Fault::Refuses(Code::DataLoss),
    Fault::Refuses(Code::Unauthenticated),
];

/// What the way to the pages can do to a form.
#[derive(Clone, Copy, Debug)]
enum OnTheWay {
    /// The page was open while the secret of the session changed.
    OldPage,
    /// The same, from a browser that says only from which host a form comes.
    OldPageOldBrowser,
    /// The browser has lost its cookie.
    NoCookie,
    /// More than a form may hold.
    TooLong,
}

const ON_THE_WAY: [OnTheWay; 4] =
    [OnTheWay::OldPage, OnTheWay::OldPageOldBrowser, OnTheWay::NoCookie, OnTheWay::TooLong];

/// A form that somebody has filled in.
struct Filled {
    /// Where its page is.
    page: String,
    /// Where it goes.
    to: String,
    fields: Vec<(String, String)>,
    /// What was typed, as it must come back.
    typed: Vec<String>,
}

impl Filled {
    fn new(page: &str, to: &str, fields: &[(&str, &str)], typed: &[&str]) -> Filled {
        let field = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        Filled {
            page: page.to_owned(),
            to: to.to_owned(),
            fields: fields.iter().map(field).collect(),
            typed: typed.iter().map(|text| (*text).to_owned()).collect(),
        }
    }

    fn pairs(&self) -> Vec<(&str, &str)> {
        self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
    }

    fn body(&self, browser: &Browser, more: &[(&str, &str)]) -> String {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("csrf", &browser.csrf).append_pair("request_id", "a-request-of-the-test");
        form.extend_pairs(self.pairs()).extend_pairs(more).finish()
    }

    /// The page that came back has all that was typed.
    fn is_all_there(&self, page: &Answer, after: &str) {
        let to = &self.to;
        for typed in &self.typed {
            assert!(page.has(typed), "{to} after {after}: {typed} is lost: {}", page.text());
        }
        let form = format!("action=\"{to}\"");
        assert!(page.has(&form), "{to} after {after} cannot be sent again: {}", page.text());
    }
}

/// A service that stands between the pages and the one they know.
#[derive(Clone)]
struct Played {
    fault: Fault,
    line: Channel,
}

/// Whether a call changes nothing.
fn reads(path: &str) -> bool {
    let verb = path.rsplit('/').next().unwrap_or_default();
    let starts = ["Get", "List", "Show", "Search", "Find", "Advise", "Check", "Await", "Enter"];
    starts.iter().any(|start| verb.starts_with(start))
}

async fn played(State(played): State<Played>, call: Request) -> Response {
    let (code, lets_read) = match played.fault {
        Fault::Away | Fault::Hangs => (None, false),
        Fault::Stalls => (None, true),
        Fault::Says(code) => (Some(code), false),
        Fault::Refuses(code) => (Some(code), true),
    };
    if lets_read && reads(call.uri().path()) {
        let mut line = played.line.clone();
        let call = call.map(tonic::body::Body::new);
        return line.ready().await.unwrap().call(call).await.unwrap().map(Body::new);
    }
    match code {
        Some(code) => Status::new(code, "不能办 (not possible)").into_http(),
        None => std::future::pending().await,
    }
}

/// The pages of a unit, with a fault between them and its service.
async fn behind<A: jiefen_ledger::Area>(
    unit: &Unit<A>,
    area: Area,
    fault: Fault,
    closing: &CancellationToken,
) -> Console {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at: SocketAddr = listener.local_addr().unwrap();
    if matches!(fault, Fault::Away) {
        drop(listener);
    } else {
        let line = Endpoint::from_shared(unit.address.clone()).unwrap().connect_lazy();
        let routes = axum::Router::new().fallback(played).with_state(Played { fault, line });
        let drain = closing.clone();
        drop(tokio::spawn(async move {
            let config = GrpcConfig::default();
            jiefen_platform::grpc::serve(listener, Routes::from(routes), &config, drain).await
        }));
    }
    let mut config = unit.config.clone();
    if matches!(fault, Fault::Hangs | Fault::Stalls) {
        config.limits.request_ms = 100;
    }
    Console::new(&config, &[(area, at)]).unwrap()
}

/// Sends a form through pages with a fault behind them.
async fn into_fault(console: &Console, who: &Browser, form: &Filled, fault: Fault) {
    let mut browser = Browser::new(jiefen_console::router(console.clone()));
    browser.cookie.clone_from(&who.cookie);
    browser.csrf.clone_from(&who.csrf);
    let body = form.body(&browser, &[]);
    let page = browser.post(&form.to, body, &[]).await;
    let after = format!("{fault:?}");
    assert!(page.status >= 400, "{} after {after}: {}", form.to, page.status);
    let login = if form.to.contains("/room") || form.to.contains("/agreement") {
        "liuchangshun"
    } else {
        "zhangmin"
    };
    // Whoever must log in again finds it behind the log-in.
    let kept = page.value("kept");
    if kept.is_empty() {
        form.is_all_there(&page, &after);
    } else {
        form.is_all_there(&logs_in(&mut browser, &kept, login).await, &after);
    }
}

async fn logs_in(browser: &mut Browser, kept: &str, login: &str) -> Answer {
    browser.get("/login").await;
    browser.send("/login", &[("login", login), ("password", PASSWORD), ("kept", kept)]).await
}

async fn on_the_way(browser: &mut Browser, form: &Filled, fault: OnTheWay) {
    browser.get(&form.page).await;
    let long = "字".repeat(40_000);
    let (own, host) = (("sec-fetch-site", "same-origin"), ("host", "jiefen.example"));
    let origin = ("origin", "https://jiefen.example");
    let (cookie, csrf) = (browser.cookie.clone(), browser.csrf.clone());
    let (more, headers): (Pairs<'_>, Pairs<'_>) = match fault {
        OnTheWay::OldPage => {
            browser.csrf = "of an earlier session".to_owned();
            (vec![], vec![own])
        }
        OnTheWay::OldPageOldBrowser => {
            browser.csrf = "of an earlier session".to_owned();
            (vec![], vec![host, origin])
        }
        OnTheWay::NoCookie => {
            browser.cookie.clear();
            (vec![], vec![own])
        }
        OnTheWay::TooLong => (vec![("words", long.as_str())], vec![own]),
    };
    let body = form.body(browser, &more);
    let page = browser.post(&form.to, body, &headers).await;
    assert!([403, 413].contains(&page.status), "{} {fault:?}: {}", form.to, page.status);
    form.is_all_there(&page, &format!("{fault:?}"));
    assert!(page.has("没有丢"), "it is said: {}", page.text());
    // The same from another site is shown to nobody.
    if !matches!(fault, OnTheWay::TooLong) {
        let body = form.body(browser, &more).replace("csrf=", "csrf=x");
        let foreign = browser.post(&form.to, body, &[("sec-fetch-site", "cross-site")]).await;
        assert!(foreign.status == 403 && !foreign.has(&form.typed[0]), "{}", foreign.text());
    }
    (browser.cookie, browser.csrf) = (cookie, csrf);
}

/// Sends every form into everything that can go wrong.
async fn through_all<A: jiefen_ledger::Area>(
    unit: &Unit<A>,
    area: Area,
    forms: &mut [(Browser, Filled)],
) {
    let closing = CancellationToken::new();
    let _ends = closing.clone().drop_guard();
    for fault in AT_THE_SERVICE {
        let console = behind(unit, area, fault, &closing).await;
        for (browser, form) in &mut *forms {
            browser.get(&form.page).await;
            into_fault(&console, browser, form, fault).await;
        }
    }
    for (browser, form) in forms {
        for fault in ON_THE_WAY {
            on_the_way(browser, form, fault).await;
        }
    }
}

#[tokio::test]
async fn no_fault_takes_what_was_typed_at_the_counter_or_on_a_citizens_phone() {
    let unit = counter().await;
    let mut clerk = unit.logged_in("zhangmin").await;
    let dispute = register(&mut clerk, SAID).await;
    let sort = clerk.get(&format!("/disputes/{dispute}")).await.link("梳理分类");
    let another = "楼上漏水把吊顶泡坏了，要求赔偿";
    let visitor = Filled::new(
        "/register",
        "/register",
        &visitor(another),
        &[another, "马建国", "13812345678"],
    );
    let why = [("kind", "land_contracting"), ("risk", "normal"), ("why", "相邻两家的地界")];
    let sorted = Filled::new(&sort, &sort, &why, &["相邻两家的地界"]);
    let matter = [
        ("step", "check"),
        ("kind", "neighbour"),
        ("place", "640122101203"),
        ("summary", another),
        ("name", "王秀英"),
        ("phone", "13995170002"),
    ];
    let filed = Filled::new("/citizen/file", "/citizen/file", &matter, &[another, "王秀英"]);
    let complaint =
        [("about", "complaint"), ("text", "窗口的人说话很凶"), ("phone", "13995170003")];
    let wrote = Filled::new("/citizen/box", "/citizen/box", &complaint, &["窗口的人说话很凶"]);
    let mut forms = [
        (unit.logged_in("zhangmin").await, visitor),
        (unit.logged_in("zhangmin").await, sorted),
        (unit.browser(), filed),
        (unit.browser(), wrote),
    ];
    let before = unit.node.facts().await;
    through_all(&unit, Area::Intake, &mut forms).await;
    assert_eq!(unit.node.facts().await, before, "nothing was done by any of them");
}

#[tokio::test]
async fn no_fault_takes_what_was_typed_in_the_mediation_room() {
    let room = Room::open(7).await;
    let at = |place: &str| format!("/disputes/{}/{place}", room.dispute);
    let line = [("text", "上次量的不对，明天再去量")];
    let said = Filled::new(&at("room"), &at("room/say"), &line, &["上次量的不对，明天再去量"]);
    let day = today().to_string();
    let text = [
        ("facts", "两家为院墙排水发生争执"),
        ("rows", "1"),
        ("obligor-1", "2"),
        ("obligee-1", "1"),
        ("what-1", "改建排水沟并补偿工料费"),
        ("amount-1", "876"),
        ("due-1", day.as_str()),
        ("on", day.as_str()),
        ("draft", "1"),
    ];
    let typed = ["两家为院墙排水发生争执", "改建排水沟并补偿工料费", "876"];
    let drafted = Filled::new(&at("agreement"), &at("agreement"), &text, &typed);
    let mediator = room.unit.logged_in("liuchangshun").await;
    let mut forms = [
        (mediator, said),
        (room.unit.logged_in("liuchangshun").await, drafted),
        (
            room.party("0001").await,
            Filled::new("/citizen/room", "/citizen/room/say", &line, &[line[0].1]),
        ),
    ];
    through_all(&room.unit, Area::Mediation, &mut forms).await;
}

#[tokio::test]
async fn a_log_in_whose_page_was_open_for_too_long_asks_for_the_password_alone() {
    let unit = counter().await;
    let mut browser = unit.browser();
    browser.get("/login").await;
    browser.csrf = "of an earlier session".to_owned();
    let own = [("sec-fetch-site", "same-origin")];
    let body = format!("csrf=old&login=zhangmin&password={}&next=%2Fsearch", "secret+words");
    let page = browser.post("/login", body, &own).await;
    assert_eq!(page.status, 403);
    assert!(page.has("请再输一次密码") && !page.has("secret words"), "{}", page.text());
    assert_eq!(
        (page.value("login").as_str(), page.value("next").as_str()),
        ("zhangmin", "/search")
    );
}

#[tokio::test]
async fn what_waited_behind_a_lost_cookie_is_carried_on_by_whoever_logs_in() {
    let unit = counter().await;
    let mut browser = unit.browser();
    let own = [("sec-fetch-site", "same-origin")];
    let form = Filled::new("/register", "/register", &visitor(SAID), &[SAID, "马建国"]);
    let lost = browser.post("/register", form.body(&browser, &[]), &own).await;
    assert_eq!(lost.status, 403, "{}", lost.text());
    browser.csrf = lost.value("csrf");
    let again = browser.post("/register", form.body(&browser, &[]), &own).await;
    assert_eq!(again.status, 401, "{}", again.text());
    let kept = again.value("kept");
    assert!(again.has("刚才填写的内容还在") && !kept.is_empty(), "{}", again.text());
    let carried = logs_in(&mut browser, &kept, "zhangmin").await;
    form.is_all_there(&carried, "the log-in");
}
