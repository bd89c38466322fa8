//! 纠纷详情: who holds it now, what to do, what if it fails, then what happened.

pub(super) mod journal;
pub(crate) mod matter;
mod next;
pub(crate) mod notices;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use http::StatusCode;
use jiefen_platform::config::Area;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::handoff::v1::Desk;
use jiefen_proto::jiefen::intake::v1 as intake;
use jiefen_proto::jiefen::intake::v1::intake_service_client::IntakeServiceClient;
use jiefen_proto::jiefen::mediation::v1 as mediation;
use jiefen_proto::jiefen::mediation::v1::mediation_service_client::MediationServiceClient;
use jiefen_proto::jiefen::node::v1 as node;
use jiefen_proto::jiefen::node::v1::node_service_client::NodeServiceClient;
use jiefen_vocab::{Agency, Region};

use super::acts::{self, Act};
use super::clocks::{Clock, clocks};
use super::{filed, papers, room};
use crate::guard::Clerk;
use crate::layout::{Shell, agency_name, shown};
use crate::lines::ask;
use crate::reach::{Reach, reach};
use crate::session::Staff;
use crate::told::Told;
use crate::{Console, words};
use matter::Matter;

/// What this node knows of a dispute.
#[derive(Default)]
pub(crate) struct Known {
    pub(crate) area: Option<Area>,
    /// Changes with every change of the dispute at that area.
    pub(crate) revision: String,
    pub(crate) desk: Desk,
    pub(crate) cases: Vec<common::CaseHead>,
    pub(crate) umbrella: Option<intake::Dispute>,
    pub(crate) mediation: Option<mediation::PeopleMediation>,
    /// What the parties have asked of this unit, oldest first.
    pub(crate) requests: Vec<intake::CitizenRequest>,
    /// The cases of a deciding body.
    pub(crate) matters: Vec<Matter>,
    /// Whose node it is.
    pub(crate) home: Option<Agency>,
}

impl Known {
    /// The parties, from whichever paper has them.
    pub(crate) fn parties(&self) -> &[common::Party] {
        if let Some(matter) = self.matters.last() {
            return &matter.brief.parties;
        }
        let umbrella = self.umbrella.as_ref().and_then(|found| found.content.as_ref());
        match (&self.mediation, umbrella, &self.desk.brief) {
            (Some(mediation), _, _) => &mediation.parties,
            (None, Some(content), _) => &content.parties,
            (None, None, Some(brief)) => &brief.parties,
            (None, None, None) => &[],
        }
    }

    /// What a party is called; parties have numbers for the services only.
    fn called(&self, no: u32) -> &str {
        let party = self.parties().iter().find(|party| party.no == no);
        party.map_or("", |party| party.name.as_str())
    }

    /// The case of a deciding body by its code.
    pub(crate) fn matter_of(&self, case: &str) -> Option<&Matter> {
        self.matters.iter().find(|matter| matter.case.trim_start_matches("cases/") == case)
    }

    /// Where it happened; the unit's own region while that is not known.
    pub(crate) fn place(&self) -> Option<Region> {
        let umbrella = self.umbrella.as_ref().and_then(|found| found.content.as_ref());
        let told = [
            umbrella.map(|content| content.place.as_str()),
            self.desk.brief.as_ref().map(|brief| brief.place.as_str()),
            self.matters.last().map(|matter| matter.brief.place.as_str()),
        ];
        let known = told.into_iter().flatten().find_map(|place| place.parse().ok());
        known.or(self.home.map(|home| home.region))
    }

    fn kind(&self) -> &str {
        if let Some(matter) = self.matters.last() {
            return &matter.brief.kind;
        }
        let umbrella = self.umbrella.as_ref().and_then(|found| found.content.as_ref());
        match (&self.mediation, umbrella, &self.desk.brief) {
            (Some(mediation), _, _) => &mediation.kind,
            (None, Some(content), _) => &content.kind,
            (None, None, Some(brief)) => &brief.kind,
            (None, None, None) => "",
        }
    }

    fn summary(&self) -> &str {
        if let Some(matter) = self.matters.last() {
            return &matter.brief.summary;
        }
        let umbrella = self.umbrella.as_ref().and_then(|found| found.content.as_ref());
        match (&self.mediation, umbrella, &self.desk.brief) {
            (Some(mediation), _, _) => &mediation.summary,
            (None, Some(content), _) => &content.summary,
            (None, None, Some(brief)) => &brief.summary,
            (None, None, None) => "",
        }
    }

    fn receipt(&self) -> &str {
        let matter = self.matters.last().map_or("", |matter| &matter.brief.code);
        match (&self.umbrella, &self.mediation, &self.desk.brief) {
            (Some(umbrella), _, _) => &umbrella.receipt,
            (None, Some(mediation), _) => &mediation.code,
            (None, None, Some(brief)) => &brief.code,
            (None, None, None) => matter,
        }
    }

    /// What people call it.
    pub(crate) fn title(&self) -> String {
        let names: Vec<&str> = self.parties().iter().map(|party| party.name.as_str()).collect();
        let kind = words::kind(self.kind());
        if names.is_empty() {
            format!("{kind}纠纷")
        } else {
            format!("{} {kind}纠纷", names.join(" 与 "))
        }
    }
}

/// A party as the page shows it.
struct Person {
    name: String,
    role: &'static str,
    phone: String,
}

/// A case with what can be done with it.
struct Step {
    state: String,
    next: String,
    person: String,
    clocks: Vec<Clock>,
    acts: Vec<&'static Act>,
    /// What can be done besides, when there is much.
    more: Vec<&'static Act>,
    /// What the file says.
    facts: Vec<matter::Fact>,
    case: String,
}

/// So many acts of a case are offered at once; the others are behind one press.
const OFFERED: usize = 7;

#[derive(Template)]
#[template(path = "dispute.html")]
struct Page {
    shell: Shell,
    id: String,
    known: Known,
    holder: String,
    holds: bool,
    /// How the unit that holds it is reached, when it is another one.
    reach: Reach,
    desk_acts: Vec<&'static Act>,
    pending: String,
    pending_due: String,
    steps: Vec<Step>,
    people: Vec<Person>,
    fallback: String,
    /// Where the dispute can go when a route has failed.
    routes: Vec<next::Route>,
    entries: Vec<journal::Entry>,
    tracks: Vec<(String, String)>,
    said: String,
    /// True for those who come into the mediation room.
    room: bool,
    /// Where the changes of others are told.
    news: String,
    papers: papers::Block,
    /// What is filed with it, here and elsewhere.
    filed: filed::Block,
    /// What must be proved before the dispute closes.
    notices: Vec<notices::Owed>,
}

/// Everything that this node knows of a dispute.
pub(crate) async fn known(console: &Console, staff: &Staff, dispute: &str) -> Result<Known, Told> {
    let mut known = Known::default();
    for area in console.lines.areas() {
        let message =
            node::AwaitDisputeRequest { dispute: dispute.to_owned(), ..Default::default() };
        let seen = ask!(console, staff, area, NodeServiceClient, await_dispute, message)?;
        if seen.revision.is_empty() {
            continue;
        }
        if known.area.is_none() {
            known.area = Some(area);
            known.revision = seen.revision;
        }
        if known.desk.dispute.is_empty() {
            known.desk = seen.desk.unwrap_or_default();
        }
        known.cases.extend(seen.cases);
    }
    if known.area.is_none() {
        let text = "没有找到这件纠纷，或者它不由您所在单位办理 (there is no such dispute, or your unit does not handle it)";
        return Err(Told::own(StatusCode::NOT_FOUND, "NOT_FOUND", text));
    }
    let named = |procedure: &str| {
        let found = known.cases.iter().rfind(|case| case.procedure == procedure);
        found.map(|case| case.name.clone())
    };
    let (umbrella, talks) = (named("dispute"), named("people_mediation"));
    if let Some(name) = umbrella {
        let message = intake::GetDisputeRequest { name };
        let found = ask!(console, staff, Area::Intake, IntakeServiceClient, get_dispute, message)?;
        known.umbrella = found.dispute;
    }
    known.requests = requests(console, staff, &known.cases).await?;
    known.matters = matter::of(console, staff, &known.cases).await?;
    known.home = Some(console.agency);
    if let Some(name) = talks {
        let message = mediation::GetPeopleMediationRequest { name };
        let found = ask!(
            console,
            staff,
            Area::Mediation,
            MediationServiceClient,
            get_people_mediation,
            message
        )?;
        known.mediation = found.people_mediation;
    }
    Ok(known)
}

/// What the parties have asked.
async fn requests(
    console: &Console,
    staff: &Staff,
    cases: &[common::CaseHead],
) -> Result<Vec<intake::CitizenRequest>, Told> {
    let mut requests = Vec::new();
    for case in cases.iter().filter(|case| case.procedure == "citizen_request") {
        let message = intake::GetCitizenRequestRequest { name: case.name.clone() };
        let found =
            ask!(console, staff, Area::Intake, IntakeServiceClient, get_citizen_request, message)?;
        requests.extend(found.request);
    }
    Ok(requests)
}

/// The counter's own view of a dispute.
pub(crate) async fn umbrella(
    console: &Console,
    staff: &Staff,
    dispute: &str,
) -> Result<intake::Dispute, Told> {
    known(console, staff, dispute).await?.umbrella.ok_or_else(|| {
        let text = "这件纠纷不是在本单位登记的 (the dispute was not registered here)";
        Told::own(StatusCode::NOT_FOUND, "NOT_REGISTERED_HERE", text)
    })
}

/// The page.
pub(crate) async fn show(
    State(console): State<Console>,
    Path(dispute): Path<String>,
    clerk: Clerk,
) -> Response {
    shown(&console, &clerk.visit, made(&console, &clerk, dispute).await)
}

async fn made(console: &Console, clerk: &Clerk, id: String) -> Result<Page, Told> {
    let staff = &clerk.staff;
    let known = known(console, staff, &id).await?;
    let area = known.area.unwrap_or(Area::Intake);
    let today = console.today(staff, area).await?.to_string();
    let english = clerk.visit.session().english;
    let from = journal::From { area, dispute: &id, seq: 0 };
    let (entries, seq) = journal::entries(console, staff, english, from).await?;
    let papers = papers::block(console, clerk, &id).await?;
    let title = known.title();
    let shell = Shell::new(console, &clerk.visit, "", (&title, &title));
    let filed = filed::block(console, clerk, &shell, &id).await?;
    let steps = known.cases.iter();
    let steps = steps.map(|case| step(&shell, staff, &known, case, &today)).collect();
    let people = known.parties().iter().map(|party| person(party, english)).collect();
    let advice = known.umbrella.as_ref().and_then(|found| found.advice.as_ref());
    let fallback: Vec<&str> = advice
        .map(|advice| advice.fallback.as_slice())
        .unwrap_or_default()
        .iter()
        .map(|code| words::track(code))
        .collect();
    let tracks = known.umbrella.as_ref().map(|found| {
        found
            .tracks
            .iter()
            .map(|track| {
                let what = format!("{} {}", agency_name(&track.unit), words::track(&track.kind));
                (what, track_state(&track.state, english).to_owned())
            })
            .collect()
    });
    Ok(Page {
        holder: if known.desk.holder.is_empty() {
            String::new()
        } else {
            agency_name(&known.desk.holder)
        },
        holds: known.desk.holds,
        reach: if known.desk.holds { Reach::default() } else { reach(&known.desk.holder) },
        desk_acts: acts::of_desk(staff, &known),
        pending: if known.desk.pending_from.is_empty() {
            String::new()
        } else {
            agency_name(&known.desk.pending_from)
        },
        pending_due: words::day(&known.desk.due, english),
        said: match clerk.visit.query("paper").is_empty() {
            true => acts::said(&clerk.visit.query("done"), english),
            false => papers::said(english).to_owned(),
        },
        notices: notices::owed(&known, english).into_iter().filter(|one| one.closes).collect(),
        room: known.mediation.is_some() && room::may(staff),
        news: room::news(&id, area, &known.revision, seq, None),
        filed,
        papers,
        fallback: fallback.join("、"),
        routes: next::routes(staff, &known, english),
        tracks: tracks.unwrap_or_default(),
        steps,
        people,
        entries,
        shell,
        id,
        known,
    })
}

fn step(shell: &Shell, staff: &Staff, known: &Known, case: &common::CaseHead, today: &str) -> Step {
    // A limit that runs for each party alike is told once.
    let mut clocks = clocks(shell, case, today);
    clocks.dedup_by(|one, other| one.title == other.title && one.due == other.due);
    let id = case.name.trim_start_matches("cases/");
    let matter = known.matter_of(id);
    let mut acts = acts::of_known(staff, known, case);
    Step {
        state: case.state_zh.clone(),
        next: room::named(known.parties(), shell.t(&case.next_zh, &case.next_en)),
        person: shell.called(&case.person),
        clocks,
        more: if acts.len() > OFFERED { acts.split_off(OFFERED) } else { Vec::new() },
        acts,
        facts: matter.map(|matter| facts(shell, matter)).unwrap_or_default(),
        case: id.to_owned(),
    }
}

/// The file, with the staff by their names.
fn facts(shell: &Shell, matter: &Matter) -> Vec<matter::Fact> {
    let named = |fact: matter::Fact| {
        let people: Vec<String> = fact.value.split('、').map(|one| shell.called(one)).collect();
        matter::Fact { value: people.join("、"), ..fact }
    };
    matter.facts(shell.english).into_iter().map(named).collect()
}

fn person(party: &common::Party, english: bool) -> Person {
    let role = match (party.role.as_str(), english) {
        ("applicant", false) => "申请人",
        ("respondent", false) => "对方",
        ("third", false) => "第三人",
        ("applicant", true) => "applicant",
        ("respondent", true) => "other side",
        (_, true) => "third party",
        (_, false) => "当事人",
    };
    let phone = party.particulars.as_ref().map(|known| words::phone(&known.phone));
    Person { name: party.name.clone(), role, phone: phone.unwrap_or_default() }
}

fn track_state(code: &str, english: bool) -> &str {
    let zh = match code {
        "offered" => "等待签收",
        "running" => "办理中",
        "declined" => "已退回",
        "expired" => "逾期未签收",
        "recalled" => "已撤回移送",
        "ended" => "已结束",
        other => other,
    };
    if english { code } else { zh }
}
