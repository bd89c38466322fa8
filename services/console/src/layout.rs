//! What every page has: the head, who is logged in, the places one can go to, in Chinese or English.

use std::collections::BTreeMap;
use std::sync::OnceLock;
use std::time::{SystemTime, UNIX_EPOCH};

use askama::Template;
use axum::response::{Html, IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use jiefen_platform::config::Area;
use jiefen_vocab::{Agency, Region, Regions, Role};

use crate::accounts::Names;
use crate::assets;
use crate::guard::Visit;
use crate::pages::may;
use crate::returned::Returned;
use crate::session::Staff;
use crate::told::Told;
use crate::{Console, words};

/// Who is logged in, as the head of a page says.
pub(crate) struct Who {
    pub(crate) name: String,
    pub(crate) post: String,
}

/// A place that one can go to.
pub(crate) struct Place {
    pub(crate) address: &'static str,
    pub(crate) text: &'static str,
    pub(crate) here: bool,
}

/// What every page has.
pub(crate) struct Shell {
    pub(crate) english: bool,
    pub(crate) elder: bool,
    pub(crate) title: String,
    pub(crate) unit: String,
    pub(crate) who: Option<Who>,
    pub(crate) places: Vec<Place>,
    pub(crate) csrf: String,
    /// Where a choice of language or size comes back to.
    pub(crate) back: String,
    /// What this node's staff are called, for one of them.
    pub(crate) staff: Option<Names>,
}

impl Shell {
    /// The shell of a page; `here`: the place among those of the head.
    pub(crate) fn new(console: &Console, visit: &Visit, here: &str, title: (&str, &str)) -> Shell {
        let session = visit.session();
        let staff = visit.staff();
        Shell {
            english: session.english,
            elder: session.elder,
            title: if session.english { title.1 } else { title.0 }.to_owned(),
            unit: console.name.clone(),
            who: staff.map(who),
            places: staff
                .map(|staff| places(console, staff, session.english, here))
                .unwrap_or_default(),
            csrf: session.csrf.clone(),
            back: visit.back(),
            staff: staff.map(|_| Names::of(&console.accounts)),
        }
    }

    /// What a member of this node's staff is called; the id itself for anybody else.
    pub(crate) fn called(&self, person: &str) -> String {
        self.staff.as_ref().map_or_else(|| person.to_owned(), |names| names.called(person))
    }

    /// A text in both languages, `中文 (English)`, as it is read here.
    pub(crate) fn said(&self, text: &str) -> String {
        words::spoken(text, self.english).to_owned()
    }

    /// The text in the language that was chosen.
    pub(crate) fn t<'a>(&self, zh: &'a str, en: &'a str) -> &'a str {
        if self.english { en } else { zh }
    }

    pub(crate) fn css(&self) -> &'static str {
        assets::address("console.css")
    }

    pub(crate) fn js(&self) -> &'static str {
        assets::address("console.js")
    }

    pub(crate) fn htmx(&self) -> &'static str {
        assets::address("htmx.js")
    }

    /// A new id of a request: a form that is sent twice is carried out once.
    pub(crate) fn request_id(&self) -> String {
        uuid::Uuid::now_v7().to_string()
    }
}

fn who(staff: &Staff) -> Who {
    let post = staff.roles.iter().find(|role| **role != Role::Operator).or(staff.roles.first());
    Who {
        name: staff.name.clone(),
        post: post.map(|role| role.zh()).unwrap_or_default().to_owned(),
    }
}

/// Where this person can go on this node.
fn places(console: &Console, staff: &Staff, english: bool, here: &str) -> Vec<Place> {
    let counter = console.lines.has(Area::Intake);
    let clerk = staff.holds(&[Role::WindowClerk, Role::CentreDirector]);
    let all = [
        ("/", "我的工作", "My work", true),
        ("/register", "登记纠纷", "Register", counter && clerk),
        ("/search", "查找", "Search", counter),
        ("/cockpit", "考核看板", "Cockpit", may::look(console, staff)),
        ("/letters", "督办", "Supervision", may::supervise(console, staff)),
        ("/sheets", "考核表", "Score sheets", may::supervise(console, staff)),
        ("/patrol", "排查预警", "Patrol", may::patrol(console, staff)),
        ("/incidents", "突发事件", "Incidents", may::incidents(console, staff)),
        ("/requests", "群众来件", "Requests", counter && may::answer(staff)),
        ("/units", "机构名册", "Units", console.lines.at(Area::Registry).is_some()),
        ("/system", "系统", "System", staff.holds(&[Role::Operator])),
    ];
    // The lists of the deciding bodies stand behind the day's work.
    let lists = crate::pages::boards::ALL.map(|list| {
        let may = console.lines.has(list.area) && staff.holds(list.roles);
        (list.address, list.zh, list.en, may)
    });
    let (first, others) = all.split_at(1);
    let shown = first.iter().chain(&lists).chain(others).copied().filter(|(_, _, _, may)| *may);
    shown
        .map(|(address, zh, en, _)| Place {
            address,
            text: if english { en } else { zh },
            here: address == here,
        })
        .collect()
}

/// The page, or the plain word that it could not be made.
pub(crate) fn page<T: Template>(status: StatusCode, template: &T) -> Response {
    match template.render() {
        Ok(text) => {
            let fresh = HeaderValue::from_static("no-store");
            (status, [(header::CACHE_CONTROL, fresh)], Html(text)).into_response()
        }
        Err(error) => {
            tracing::error!(%error, "a page could not be made");
            (StatusCode::INTERNAL_SERVER_ERROR, "页面暂时无法显示 (the page cannot be shown)")
                .into_response()
        }
    }
}

#[derive(Template)]
#[template(path = "refused.html")]
struct Refused<'a> {
    shell: Shell,
    told: &'a Told,
    basis: String,
    /// The form that was sent, to be sent again.
    returned: Option<Returned>,
}

/// The page that says why something was refused.
pub(crate) fn refused(console: &Console, visit: &Visit, told: &Told) -> Response {
    if crate::pages::citizen::is_here(visit.path()) {
        return crate::pages::citizen::refused(console, visit, told);
    }
    if told.log_in {
        return crate::pages::login::again(console, visit);
    }
    if told.reason == "OLD_FORM" && visit.path() == "/login" {
        return crate::pages::login::old(console, visit);
    }
    let title = match told.status {
        StatusCode::NOT_FOUND => ("没有找到", "Not found"),
        StatusCode::FORBIDDEN => ("不能查看", "Not allowed"),
        _ if told.is_passing() => ("请稍后再试", "Try again later"),
        _ => ("没有办成", "Not done"),
    };
    let basis = words::basis(&told.basis);
    let (shell, returned) = (Shell::new(console, visit, "", title), Returned::of(visit));
    page(told.status, &Refused { shell, told, basis, returned })
}

/// The page that was made, or why not.
pub(crate) fn shown<T: Template>(
    console: &Console,
    visit: &Visit,
    made: Result<T, Told>,
) -> Response {
    match made {
        Ok(made) => page(StatusCode::OK, &made),
        Err(told) => refused(console, visit, &told),
    }
}

static NAMES: OnceLock<BTreeMap<Agency, String>> = OnceLock::new();

/// Tells the pages of this process what the agencies are called, from the county's register; said once, at the start.
pub fn know(names: impl IntoIterator<Item = (Agency, String)>) {
    // The register is the same for every console of a process: the first word stands.
    let _known = NAMES.set(names.into_iter().collect());
}

/// The Chinese name of an agency: as the register has it, else its region and what units of its code are called.
pub(crate) fn agency_name(agency: &str) -> String {
    let Ok(parsed) = agency.parse::<Agency>() else { return agency.to_owned() };
    if let Some(name) = NAMES.get().and_then(|names| names.get(&parsed)) {
        return name.clone();
    }
    let region = Regions::shipped().full_name(parsed.region).unwrap_or_default();
    let code = parsed.code.as_str();
    let unit = UNITS.iter().find(|(known, _)| *known == code).map_or(code, |(_, zh)| *zh);
    format!("{}{unit}", region.replace(' ', ""))
}

/// The units of one region that the register has, with their names; none without a copy of it.
pub(crate) fn agencies_of(region: Region) -> Vec<(String, String)> {
    let named = NAMES.get().into_iter().flatten();
    let here = named.filter(|(agency, _)| agency.region == region);
    here.map(|(agency, name)| (agency.to_string(), name.clone())).collect()
}

/// The units within a region that the register has, with their names; none without a copy of it.
pub(crate) fn agencies_within(region: Region) -> Vec<(String, String)> {
    let named = NAMES.get().into_iter().flatten();
    let inside = named.filter(|(agency, _)| region.contains(agency.region));
    inside.map(|(agency, name)| (agency.to_string(), name.clone())).collect()
}

/// What the codes of units are called where the node has no copy of the register.
const UNITS: &[(&str, &str)] = &[
    ("centre", "综治中心"),
    ("court", "人民法院"),
    ("county_mediation_center", "多元解纷调解中心"),
    ("town_mediation", "人民调解委员会"),
    ("village_mediation", "人民调解委员会"),
    ("labour_arbitration_commission", "劳动人事争议仲裁委员会"),
    ("petition_bureau", "信访局"),
    ("county_government_reconsideration", "人民政府行政复议机构"),
    ("women_federation", "妇女联合会"),
    ("hrss", "人力资源和社会保障局"),
    ("justice", "司法局"),
    ("police", "公安局"),
    ("registry", "名册登记机关"),
    ("coordination", "协调办公室"),
    ("assessment", "考核办公室"),
];

/// Now, Unix seconds, by the machine's clock: log-ins live by it.
pub(crate) fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}
