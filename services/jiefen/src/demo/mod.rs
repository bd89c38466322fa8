//! A county on this machine: one process an agency, one database an agency, a real bus between them. The
//! played staff do what the file of disputes says; what is lawful the services decide.

mod cases;
mod consoles;
mod counter;
pub mod county;
pub mod life;
mod plays;
pub mod processes;
pub mod stage;
mod summary;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use jiefen_vocab::Agency;

use crate::cli::Demo;
use crate::{Failure, say, talk};
use cases::{Case, Ending, Listed};
use counter::Registered;
use county::{County, Plan, Post, area_of};
use processes::Processes;
use stage::Stage;
use summary::{Ended, show};

/// Runs the demonstration.
pub async fn run(verb: &Demo) -> Result<(), Failure> {
    let cases = cases::load(verb.cases.as_deref())?;
    for listed in cases.iter().filter(|listed| !listed.unused.is_empty()) {
        let fields = listed.unused.join("、");
        talk(&format!("{}：不认识的字段 {fields}，没有使用 (unknown fields, not used)", listed.id));
    }
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
    // The offices have ports that the others' pages know.
    for (_, office) in consoles::OFFICES {
        plan.ports.insert(office.parse::<Agency>().context("an office")?, processes::free_port()?);
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
        tell_consoles(&county, &processes);
        jiefen_platform::signals::terminate().await;
    }
    processes.stop().await;
    outcome?;
    if failed { Err(Failure::Silent) } else { Ok(()) }
}

/// Says where the pages are and who may log in there. A browser keeps the log-in for `localhost` without TLS.
fn tell_consoles(county: &County, processes: &Processes) {
    talk("工作台网页（用浏览器打开） (the pages, for a browser)：");
    for login in &county.logins {
        let at = processes.nodes.get(&login.agency).and_then(|node| node.console);
        let Some(at) = at else { continue };
        let (agency, port) = (login.agency, at.port());
        let consoles::Login { login, password, name, .. } = login;
        talk(&format!(
            "  {agency}  http://localhost:{port}/  登录名 {login}（{name}）  密码 {password}"
        ));
    }
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
async fn attach(verb: &Demo, dir: &Path, cases: &[Listed]) -> Result<(), Failure> {
    let (county, addresses) = County::read(dir)?;
    let stage = Stage::open(&county, &addresses)?;
    let outcome = play_all(verb, &county, &stage, cases).await;
    let history = serde_json::to_string(&stage.history()).context("the answered commands")?;
    std::fs::write(dir.join("answered.json"), history).context("the answered commands")?;
    if show(verb, &outcome?)? { Err(Failure::Silent) } else { Ok(()) }
}

/// The agencies that the county always has, and those that the disputes need.
fn plan(cases: &[Listed], bus_port: u16) -> Result<Plan> {
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
    let routes = |case| std::iter::successors(Some(case), |case: &&Case| case.then.as_deref());
    for case in readable(cases).flat_map(routes) {
        agencies.insert(case.counter);
        agencies.insert(case.responsible);
        agencies.extend(case.superior_centre());
        agencies.extend(case.entrusted());
        if case.ending == Ending::Confirmed {
            agencies.insert(case.court()?);
        }
        if case.is_led() {
            agencies.extend(case.co_units.iter().copied());
        }
    }
    let post = |agency: Agency| Post { agency, area: area_of(agency.code.as_str()) };
    let posts: Vec<Post> = agencies.into_iter().map(post).collect();
    Ok(Plan {
        consoles: consoles::units(&posts),
        posts,
        bus_port,
        clock: "demo",
        databases: BTreeMap::new(),
        otlp: None,
        ports: BTreeMap::new(),
    })
}

/// The disputes of a file that can be read.
fn readable(cases: &[Listed]) -> impl Iterator<Item = &Case> {
    cases.iter().filter_map(|listed| listed.case.as_ref().ok())
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
    cases: &[Listed],
) -> Result<Vec<Ended>> {
    let bar = bar(cases.len(), "办理纠纷");
    let mut registered: BTreeMap<String, Registered> = BTreeMap::new();
    let mut ended = Vec::with_capacity(cases.len());
    let mut stopped: BTreeMap<&str, String> = BTreeMap::new();
    let readable: Vec<&Case> = readable(cases).collect();
    for case in &readable {
        if let Err(error) = one(stage, case, &readable, &mut registered).await {
            stopped.insert(&case.id, format!("{error:#}"));
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    for listed in cases {
        ended.push(match &listed.case {
            Err(wrong) => Ended::unread(&listed.id, format!("{wrong:#}")),
            Ok(case) => {
                let at = registered.get(&case.id);
                let stopped = stopped.remove(case.id.as_str());
                summary::summary(stage, county, case, at, stopped).await
            }
        });
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
    cases: &[&Case],
    registered: &mut BTreeMap<String, Registered>,
) -> Result<()> {
    stage.set_clock(case.at).await?;
    let at = counter::record(stage, case).await?;
    registered.insert(case.id.clone(), at.clone());
    counter::sort(stage, case, &at).await?;
    if let Some(of) = &case.duplicate_of {
        let earlier = cases.iter().find(|other| other.id == *of);
        let into = registered.get(of).filter(|into| into.dispute != at.dispute);
        let (Some(earlier), Some(into)) = (earlier, into.cloned()) else {
            bail!("duplicate_of：文件中没有在先的“{of}” (no such dispute before this one)");
        };
        // The file need not be in the order of the days.
        let now = case.at.max(earlier.at);
        stage.set_clock(now).await?;
        counter::merge(stage, &at, &into, case.day()).await?;
        let last = !repeated_after(cases, &earlier.id, &case.id);
        return if last { plays::play_on(stage, earlier, &into, now.day()).await } else { Ok(()) };
    }
    if case.lacks_information() {
        return Ok(());
    }
    if let Some(superior) = case.superior_centre() {
        counter::escalate(stage, &at).await?;
        return stage.accept(superior, &at.dispute, &case.id).await;
    }
    if case.responsible == at.home {
        return counter::accept_own(stage, &at, case).await;
    }
    if case.is_led() {
        counter::designate_lead(stage, &at, case).await?;
    } else {
        counter::refer(stage, &at, case.responsible, &case.track).await?;
    }
    stage.accept(case.responsible, &at.dispute, &case.id).await?;
    if repeated_after(cases, &case.id, &case.id) {
        return Ok(());
    }
    plays::play_on(stage, case, &at, case.day()).await
}

/// True when a dispute further down the file repeats this one.
fn repeated_after(cases: &[&Case], id: &str, after: &str) -> bool {
    let later = cases.iter().skip_while(|case| case.id != after).skip(1);
    later.into_iter().any(|case| case.duplicate_of.as_deref() == Some(id))
}
