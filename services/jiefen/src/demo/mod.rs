//! A county on this machine: one process an agency, one database an agency, a real bus between them. The
//! played staff do what the file of disputes says; what is lawful the services decide.

mod cases;
mod counter;
pub mod county;
pub mod life;
mod plays;
pub mod processes;
pub mod stage;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result};
use comfy_table::{ContentArrangement, Table};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use jiefen_handoff::Epoch;
use jiefen_vocab::{Agency, Region};
use serde::Serialize;

use crate::cli::Demo;
use crate::{Failure, say, talk};
use cases::Case;
use counter::Registered;
use county::{County, Plan, Post, area_of};
use processes::Processes;
use stage::Stage;

/// Where a dispute ended.
#[derive(Debug, Serialize)]
struct Ended {
    /// The id in the file.
    case: String,
    /// The code of the dispute.
    dispute: String,
    /// The kind.
    r#type: String,
    /// Who held it, in order.
    held_by: Vec<String>,
    /// Who holds it now.
    holder: String,
    /// The procedure in which it stands or ended.
    procedure: String,
    /// The state's code.
    state: String,
    /// The state's Chinese name.
    state_zh: String,
    /// False when nothing more can happen.
    open: bool,
    /// The next step; empty when it has ended.
    next_step: String,
    /// The next clock: rule and last day.
    next_clock: Option<NextClock>,
    /// Every clock that runs.
    clocks: Vec<NextClock>,
    /// The length of its journal at all agencies that had it.
    journal: usize,
    /// The papers that its file names: receipt and notices.
    documents: Vec<String>,
    /// What stopped the played staff, if anything did.
    #[serde(skip_serializing_if = "Option::is_none")]
    stopped: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct NextClock {
    rule: String,
    due: String,
}

/// Runs the demonstration.
pub async fn run(verb: &Demo) -> Result<(), Failure> {
    let cases = cases::load(verb.cases.as_deref())?;
    let temporary =
        tempfile::Builder::new().prefix("jiefen-demo-").tempdir().context("a folder")?;
    let dir = verb.dir.clone().unwrap_or_else(|| temporary.path().to_owned());
    if verb.attach {
        return attach(verb, &dir, &cases).await;
    }
    let port = processes::free_port()?;
    let mut plan = plan(&cases, port)?;
    if verb.prepare {
        return prepare(verb, &dir, &mut plan);
    }
    talk(&format!(
        "建立演示县：{}个单位，目录 {} (a county of agencies)",
        plan.posts.len(),
        dir.display()
    ));
    let county =
        County::write(&dir, &plan).context("写入演示县的文件 (writing the county's files)")?;
    let bar = bar(plan.posts.len(), "启动节点");
    let processes = Processes::start(&county, port, |_| bar.inc(1)).await;
    bar.finish_and_clear();
    let processes = processes.map_err(Failure::Unavailable)?;
    let addresses = processes.nodes.iter().map(|(agency, node)| (*agency, node.grpc)).collect();
    let stage = Stage::open(&county, &addresses)?;
    let outcome = play_all(verb, &county, &stage, &cases).await;
    let failed = match &outcome {
        Ok(ended) => show(verb, ended)?,
        Err(_) => true,
    };
    if outcome.is_ok() && !verb.once {
        talk("演示县继续运行；按 Ctrl-C 结束 (the county keeps running; Ctrl-C ends it)");
        for (agency, node) in &processes.nodes {
            talk(&format!("  {agency}  gRPC {}  健康 http://{}/readyz", node.grpc, node.http));
        }
        jiefen_platform::signals::terminate().await;
    }
    processes.stop().await;
    outcome?;
    if failed { Err(Failure::Silent) } else { Ok(()) }
}

/// Writes the county's files, with a port for each node and the bus, and stops.
fn prepare(verb: &Demo, dir: &Path, plan: &mut Plan) -> Result<(), Failure> {
    if let Some(file) = &verb.databases {
        let text = std::fs::read_to_string(file).context("the file of databases")?;
        plan.databases = serde_json::from_str(&text).context("the file of databases")?;
    }
    for post in &plan.posts {
        plan.ports.insert(post.agency, processes::free_port()?);
    }
    County::write(dir, plan).context("写入演示县的文件 (writing the county's files)")?;
    say(&serde_json::json!({"dir": dir, "bus_port": plan.bus_port, "nodes": plan.ports})
        .to_string())
}

/// Plays in a county whose nodes somebody else has started, and leaves the list of answered commands.
async fn attach(verb: &Demo, dir: &Path, cases: &[Case]) -> Result<(), Failure> {
    let (county, addresses) = County::read(dir)?;
    let stage = Stage::open(&county, &addresses)?;
    let outcome = play_all(verb, &county, &stage, cases).await;
    let history = serde_json::to_string(&stage.history()).context("the answered commands")?;
    std::fs::write(dir.join("answered.json"), history).context("the answered commands")?;
    if show(verb, &outcome?)? { Err(Failure::Silent) } else { Ok(()) }
}

/// The agencies that the county always has, and those that the disputes need.
fn plan(cases: &[Case], bus_port: u16) -> Result<Plan> {
    let standing = [
        "640122.registry",
        "640122.assessment",
        "640122.coordination",
        "640122.centre",
        "640122101.centre",
        "640122102.centre",
        "640122.county_mediation_center",
        "640122.court",
        "640122.labour_arbitration_commission",
        "640122.petition_bureau",
        "640122.county_government_reconsideration",
    ];
    let mut agencies: std::collections::BTreeSet<Agency> = std::collections::BTreeSet::new();
    for text in standing {
        agencies.insert(text.parse()?);
    }
    for case in cases {
        agencies.insert(case.counter);
        agencies.insert(case.responsible);
        if let (true, Some(superior)) = (case.crosses(), superior_centre(case)) {
            agencies.insert(superior);
        }
        agencies.extend(case.entrusted());
        if !case.co_units.is_empty() && case.flags.iter().any(|flag| flag == "lead_department") {
            agencies.extend(case.co_units.iter().copied());
        }
    }
    let post = |agency: Agency| Post { agency, area: area_of(agency.code.as_str()) };
    Ok(Plan {
        posts: agencies.into_iter().map(post).collect(),
        bus_port,
        clock: "demo",
        databases: BTreeMap::new(),
        otlp: None,
        ports: BTreeMap::new(),
    })
}

/// The centre to which a cross-region dispute goes: of the lowest region that contains both places.
fn superior_centre(case: &Case) -> Option<Agency> {
    let other = case.other_place?;
    let common: Region = case.place.lowest_common(other)?;
    format!("{common}.centre").parse().ok()
}

fn bar(length: usize, doing: &'static str) -> ProgressBar {
    let bar = ProgressBar::new(length as u64);
    bar.set_draw_target(ProgressDrawTarget::stderr());
    if let Ok(style) = ProgressStyle::with_template("{msg} [{bar:40}] {pos}/{len} {elapsed}") {
        bar.set_style(style);
    }
    bar.set_message(doing);
    bar
}

async fn play_all(
    verb: &Demo,
    county: &County,
    stage: &Stage,
    cases: &[Case],
) -> Result<Vec<Ended>> {
    let bar = bar(cases.len(), "办理纠纷");
    let mut registered: BTreeMap<String, Registered> = BTreeMap::new();
    let mut ended = Vec::with_capacity(cases.len());
    let mut stopped: BTreeMap<&str, String> = BTreeMap::new();
    for case in cases {
        stage.set_clock(case.at).await?;
        if let Err(error) = one(stage, case, cases, &mut registered).await {
            stopped.insert(&case.id, format!("{error:#}"));
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    for case in cases {
        let at = registered.get(&case.id);
        let stopped = stopped.remove(case.id.as_str());
        ended.push(summary(stage, county, case, at, stopped).await?);
    }
    if !verb.json {
        talk("全部纠纷已办结或者等待有关人员办理 (every dispute has ended or waits for a person)");
    }
    Ok(ended)
}

/// Carries one dispute through its track. One that is reported again later in the file is ended only
/// then, as its parties would still be waiting.
async fn one(
    stage: &Stage,
    case: &Case,
    cases: &[Case],
    registered: &mut BTreeMap<String, Registered>,
) -> Result<()> {
    let at = counter::register(stage, case).await?;
    registered.insert(case.id.clone(), at.clone());
    let earlier =
        case.duplicate_of.as_ref().and_then(|id| cases.iter().find(|other| other.id == *id));
    if let Some((earlier, into)) = earlier.and_then(|e| Some((e, registered.get(&e.id)?.clone()))) {
        counter::merge(stage, &at, &into, case.day()).await?;
        let last = !repeated_after(cases, &earlier.id, &case.id);
        return if last { plays::play(stage, earlier, &into, case.day()).await } else { Ok(()) };
    }
    if case.lacks_information() {
        return Ok(());
    }
    if let (true, Some(superior)) = (case.crosses(), superior_centre(case)) {
        counter::escalate(stage, &at).await?;
        return stage.accept(superior, &at.dispute, &case.id).await;
    }
    let lead = !case.co_units.is_empty() && case.flags.iter().any(|flag| flag == "lead_department");
    if lead {
        counter::designate_lead(stage, &at, case).await?;
    } else {
        counter::refer(stage, &at, case.responsible, &case.track).await?;
    }
    stage.accept(case.responsible, &at.dispute, &case.id).await?;
    if repeated_after(cases, &case.id, &case.id) {
        return Ok(());
    }
    plays::play(stage, case, &at, case.day()).await
}

/// True when a dispute further down the file repeats this one.
fn repeated_after(cases: &[Case], id: &str, after: &str) -> bool {
    let later = cases.iter().skip_while(|case| case.id != after).skip(1);
    later.into_iter().any(|case| case.duplicate_of.as_deref() == Some(id))
}

async fn summary(
    stage: &Stage,
    county: &County,
    case: &Case,
    at: Option<&Registered>,
    stopped: Option<String>,
) -> Result<Ended> {
    let mut ended = Ended {
        case: case.id.clone(),
        dispute: String::new(),
        r#type: case.kind.clone(),
        held_by: vec![],
        holder: String::new(),
        procedure: String::new(),
        state: String::new(),
        state_zh: String::new(),
        open: true,
        next_step: String::new(),
        next_clock: None,
        clocks: vec![],
        journal: 0,
        documents: vec![],
        stopped,
    };
    let Some(at) = at else { return Ok(ended) };
    ended.dispute.clone_from(&at.dispute);
    let mut holder = None;
    let mut held: Vec<(Epoch, Agency)> = Vec::new();
    for post in &county.posts {
        let Some(desk) = stage.desk(post.agency, &at.dispute).await? else { continue };
        if desk.holds {
            holder = Some(post.agency);
        }
        let journal = stage.journal(post.agency, &at.dispute).await?;
        ended.journal += journal.len();
        let began = journal.iter().filter(|entry| entry.fact == "handoff.holding_began");
        held.extend(began.filter_map(|entry| Some((entry.note.parse().ok()?, post.agency))));
    }
    held.sort();
    ended.held_by = held.into_iter().map(|(_, agency)| agency.to_string()).collect();
    ended.holder = holder.map(|agency: Agency| agency.to_string()).unwrap_or_default();
    let there = holder.unwrap_or(at.home);
    let mut heads = stage.cases(there, &at.dispute).await?;
    heads.sort_by_key(|head| !head.open);
    if let Some(head) = heads.first() {
        ended.procedure.clone_from(&head.procedure);
        ended.state.clone_from(&head.state);
        ended.state_zh.clone_from(&head.state_zh);
        ended.open = head.open;
        ended.next_step.clone_from(&head.next_zh);
        let running = head.clocks.iter().filter(|clock| clock.state == "running");
        ended.clocks = running
            .map(|clock| NextClock { rule: clock.rule.clone(), due: clock.due.clone() })
            .collect();
        // A limit of the law comes before the county's own.
        let lawful = ended.clocks.iter().find(|clock| clock.rule.starts_with("T-"));
        ended.next_clock = lawful.or(ended.clocks.first()).cloned();
    }
    let view = counter::dispute(stage, at).await?;
    ended.documents.push(format!("回执 {}", view.receipt));
    ended.documents.extend(view.notices.iter().map(|notice| notice.form.clone()));
    Ok(ended)
}

/// Prints what became of each dispute; true when the played staff were stopped in one.
fn show(verb: &Demo, ended: &[Ended]) -> Result<bool, Failure> {
    if verb.json {
        for one in ended {
            say(&serde_json::to_string(one).context("writing a result")?)?;
        }
    } else {
        say(&table(ended).to_string())?;
        for one in ended.iter().filter(|one| one.stopped.is_some()) {
            talk(&format!("{}：{}", one.case, one.stopped.as_deref().unwrap_or_default()));
        }
    }
    Ok(ended.iter().any(|one| one.stopped.is_some()))
}

fn table(ended: &[Ended]) -> Table {
    let mut table = Table::new();
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(140);
    table.set_header(["纠纷", "类型", "先后由谁负责", "现状", "下一步", "下一期限"]);
    for one in ended {
        let clock = one.next_clock.as_ref();
        let clock = clock.map(|clock| format!("{} {}", clock.due, clock.rule)).unwrap_or_default();
        let state = if one.stopped.is_some() { "办理中断" } else { one.state_zh.as_str() };
        table.add_row([
            one.case.as_str(),
            &one.r#type,
            &one.held_by.join(" → "),
            state,
            &one.next_step,
            &clock,
        ]);
    }
    table
}
