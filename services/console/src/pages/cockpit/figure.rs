//! One number with what makes it: formula, definition, source, the units or rules of which it is the sum, and the
//! disputes, each open to its public record.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::assessment::v1 as pb;
use jiefen_proto::jiefen::assessment::v1::cockpit_service_client::CockpitServiceClient;
use jiefen_vocab::{Region, Regions};

use super::super::export;
use super::period::Span;
use super::{admit, counted, day, drafts, figure_address, said};
use crate::guard::Clerk;
use crate::layout::{Shell, agency_name, shown};
use crate::lines::ask;
use crate::sheet::Sheet;
use crate::told::Told;
use crate::{Console, words};

/// One of the figure's lists.
struct List {
    name: String,
    number: String,
    address: String,
    here: bool,
}

struct Part {
    name: String,
    text: String,
    of: String,
    address: String,
}

/// A dispute of the list.
pub(crate) struct Hit {
    address: String,
    title: String,
    place: String,
    last: String,
    steps: usize,
    id: String,
}

#[derive(Template)]
#[template(path = "cockpit/figure.html")]
struct Page {
    shell: Shell,
    name: String,
    about: String,
    figure: pb::Figure,
    text: String,
    of: String,
    lists: Vec<List>,
    list: String,
    parts: Vec<Part>,
    hits: Vec<Hit>,
    total: u64,
    cut_off: String,
    events: u64,
    back: String,
    next: String,
    draft: String,
    /// Where the disputes and the parts are as workbooks.
    export: String,
    added: String,
}

/// The page.
pub(crate) async fn show(
    State(console): State<Console>,
    Path(indicator): Path<String>,
    clerk: Clerk,
) -> Response {
    shown(&console, &clerk.visit, made(&console, &clerk, &indicator).await)
}

/// Where somebody is among the figures.
struct Here {
    indicator: String,
    variant: String,
    span: Span,
    region: String,
    list: String,
}

impl Here {
    /// Where a list of this figure is as a workbook.
    fn workbook(&self, name: &str) -> String {
        let (period, region) = (self.span.code(), self.region.as_str());
        let of = [
            ("figure", self.indicator.as_str()),
            ("of", self.variant.as_str()),
            ("period", period.as_str()),
            ("region", region),
            ("list", self.list.as_str()),
        ];
        export::address(name, &of)
    }

    fn of(&self, variant: &str, list: &str) -> String {
        figure_address(&self.indicator, variant, &self.span.code(), &self.region, list)
    }
}

/// What is asked for by an address.
async fn here(console: &Console, clerk: &Clerk, indicator: &str) -> Result<Here, Told> {
    admit(clerk)?;
    let visit = &clerk.visit;
    let today = console.today(&clerk.staff, Area::Assessment).await?;
    let list = match visit.query("list") {
        list if list.is_empty() => "numerator".to_owned(),
        list => list,
    };
    Ok(Here {
        indicator: indicator.to_owned(),
        variant: visit.query("of"),
        span: Span::asked(&visit.query("period"), today),
        region: visit.query("region"),
        list,
    })
}

/// The figure with a page of its disputes.
async fn read(
    console: &Console,
    clerk: &Clerk,
    here: &Here,
    page_token: String,
) -> Result<pb::GetFigureResponse, Told> {
    let scope = pb::Scope { region: here.region.clone(), ..pb::Scope::default() };
    let message = pb::GetFigureRequest {
        indicator: here.indicator.clone(),
        variant: here.variant.clone(),
        period: Some(here.span.wire()),
        scope: (!here.region.is_empty()).then_some(scope),
        list: here.list.clone(),
        page_size: 0,
        page_token,
    };
    let (staff, area) = (&clerk.staff, Area::Assessment);
    ask!(console, staff, area, CockpitServiceClient, get_figure, message)
}

async fn made(console: &Console, clerk: &Clerk, indicator: &str) -> Result<Page, Told> {
    let here = here(console, clerk, indicator).await?;
    let visit = &clerk.visit;
    let found = read(console, clerk, &here, visit.query("page")).await?;
    let figure = found.figure.unwrap_or_default();
    let title = variant(&figure.indicator, &figure.zh, &figure.variant);
    let shell = Shell::new(console, visit, "/cockpit", (&title, &title));
    let region = here.region.parse::<Region>().unwrap_or(console.agency.region);
    let place = Regions::shipped().name(region).unwrap_or_default();
    let cut_off = found.cut_off.unwrap_or_default();
    let next = match found.next_page_token.as_str() {
        "" => String::new(),
        token => format!("{}&page={token}", here.of(&here.variant, &here.list)),
    };
    let lists = lists(&shell, &here, &figure, found.numerator_disputes, found.rest_disputes);
    Ok(Page {
        name: title,
        about: format!("{place} · {}", here.span.name()),
        text: said(&shell, &figure),
        of: counted(&shell, &figure),
        list: lists.iter().find(|list| list.here).map(|l| l.name.clone()).unwrap_or_default(),
        lists,
        parts: found.parts.iter().map(|part| self::part(&shell, &here, part)).collect(),
        draft: match drafts(clerk) {
            true => draft(&here, &figure, &found.disputes),
            false => String::new(),
        },
        hits: found.disputes.into_iter().map(|one| hit(&shell, one)).collect(),
        total: found.total,
        cut_off: day(cut_off.day.as_ref(), shell.english),
        events: cut_off.high_water,
        back: format!("/cockpit?period={}&show={}", here.span.code(), here.indicator),
        next,
        export: here.workbook("figure"),
        added: here.workbook("parts"),
        figure,
        shell,
    })
}

/// The disputes of a list as a workbook, every page of them.
pub(in crate::pages) async fn disputes(console: &Console, clerk: &Clerk) -> Result<Sheet, Told> {
    let here = here(console, clerk, &clerk.visit.query("figure")).await?;
    let shell = Shell::new(console, &clerk.visit, "/cockpit", ("纠纷", "Disputes"));
    let columns = [("纠纷", 24), ("在哪里", 28), ("最近一步", 50), ("步数", 8), ("编号", 40)];
    let mut sheet = Sheet::new("数字背后的纠纷", &columns);
    let mut token = String::new();
    loop {
        let found = read(console, clerk, &here, token).await?;
        let room = found.disputes.into_iter().map(|one| hit(&shell, one)).all(|row| {
            let (title, place, last) = (row.title.into(), row.place.into(), row.last.into());
            sheet.add(vec![title, place, last, row.steps.into(), row.id.into()])
        });
        token = found.next_page_token;
        if !room || token.is_empty() {
            return Ok(sheet);
        }
    }
}

/// What a figure is the sum of, as a workbook.
pub(in crate::pages) async fn parts(console: &Console, clerk: &Clerk) -> Result<Sheet, Told> {
    let here = here(console, clerk, &clerk.visit.query("figure")).await?;
    let shell = Shell::new(console, &clerk.visit, "/cockpit", ("分项", "Parts"));
    let found = read(console, clerk, &here, String::new()).await?;
    let columns = [("分项", 50), ("数值", 14), ("计入", 10), ("总数", 10)];
    let mut sheet = Sheet::new("数字的分项", &columns);
    for one in &found.parts {
        let row = part(&shell, &here, one);
        let (counted, of) = (one.numerator.into(), one.denominator.into());
        sheet.add(vec![row.name.into(), row.text.into(), counted, of]);
    }
    Ok(sheet)
}

/// What a figure is called: its indicator, and the rule, the pair or the denominator.
pub(crate) fn variant(indicator: &str, zh: &str, variant: &str) -> String {
    let of = match (indicator, variant) {
        ("M-03", "registered") => "登记口径".to_owned(),
        ("M-03", "consented") => "同意口径".to_owned(),
        ("M-03", "concluded") => "办结口径".to_owned(),
        ("M-07", pair) => handoff(pair),
        (_, "all") => "全部期限".to_owned(),
        (_, "due") => return zh.to_owned(),
        ("M-01", which) => format!("口径{which}"),
        (_, rule) => format!("期限 {rule}"),
    };
    format!("{zh}（{of}）")
}

fn handoff(variant: &str) -> String {
    let (pair, end) = variant.rsplit_once('/').unwrap_or((variant, ""));
    let end = match end {
        "accepted" => "签收",
        "declined" => "退回",
        _ => "逾期未答",
    };
    match pair.split_once('>') {
        Some((from, to)) => format!("{} → {} {end}", agency_name(from), agency_name(to)),
        None => end.to_owned(),
    }
}

fn lists(shell: &Shell, here: &Here, figure: &pb::Figure, numerator: u64, rest: u64) -> Vec<List> {
    let list = |code: &str, name: &str, number: String| List {
        name: name.to_owned(),
        number,
        address: here.of(&here.variant, code),
        here: here.list == code,
    };
    let disputes = |number: u64| match shell.english {
        true => format!("{number} disputes"),
        false => format!("{number}件纠纷"),
    };
    let mut lists = vec![list("numerator", shell.t("计入的", "Counted"), disputes(numerator))];
    if figure.denominator > 0 && figure.indicator != "M-01" {
        lists.push(list("rest", shell.t("没有计入的", "Not counted"), disputes(rest)));
    }
    for guard in figure.guards.iter().filter(|guard| !is_middle(&guard.code)) {
        let number = guard.value.map(|value| value.to_string());
        lists.push(list(&guard.code, &guard.zh, number.unwrap_or_else(|| "—".to_owned())));
    }
    lists
}

/// A middle value has no list of disputes.
fn is_middle(code: &str) -> bool {
    matches!(code, "median_hours" | "days_to_filing")
}

fn part(shell: &Shell, here: &Here, part: &pb::Figure) -> Part {
    let name = match part.indicator.as_str() {
        "M-07" => handoff(&part.variant),
        _ => part.variant.clone(),
    };
    Part {
        name,
        text: said(shell, part),
        of: counted(shell, part),
        address: here.of(&part.variant, ""),
    }
}

/// A letter about what this list shows.
fn draft(here: &Here, figure: &pb::Figure, disputes: &[pb::Trace]) -> String {
    let ids: Vec<&str> = disputes.iter().take(50).map(|one| one.dispute.as_str()).collect();
    if ids.is_empty() {
        return String::new();
    }
    let to = "/affairs/letters/own/new/draft?";
    let mut query = form_urlencoded::Serializer::for_suffix(to.to_owned(), to.len());
    let name = variant(&figure.indicator, &figure.zh, &figure.variant);
    let ground = format!("{} {name} {}", here.span.name(), figure.text);
    query.append_pair("ground", &ground).append_pair("disputes", &ids.join("\n"));
    query.finish()
}

fn hit(shell: &Shell, trace: pb::Trace) -> Hit {
    let kind = words::kind(&trace.kind);
    let place = trace.place.parse().ok().and_then(|place| Regions::shipped().full_name(place));
    let last = trace.entries.last().map(|entry| {
        let what = shell.t(&entry.zh, &entry.en);
        format!("{} {} {what}", day(entry.on.as_ref(), shell.english), agency_name(&entry.agency))
    });
    Hit {
        address: format!("/cockpit/disputes/{}", trace.dispute),
        title: if kind.is_empty() { "纠纷".to_owned() } else { format!("{kind}纠纷") },
        place: place.unwrap_or_default(),
        last: last.unwrap_or_default(),
        steps: trace.entries.len(),
        id: trace.dispute,
    }
}
