//! The pages under many users: the pages are in this process and asked without a network between, the services are a
//! node of their own, as in a county. A time is what the page itself takes, from the request to its last byte,
//! compressed as a browser gets it. Each user reads for a while before the next page.

mod leaders;
mod saves;
mod user;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use axum::Router;
use jiefen_console::Console;
use jiefen_intake::find;
use jiefen_ledger::Store;
use jiefen_platform::config::{Area, Config, LoadFrom};
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::citizen_service_client::CitizenServiceClient;
use jiefen_vocab::{Agency, Role};
use rand::Rng as _;
use tokio::task::JoinSet;

use self::user::{Page, User};
use crate::bench::{check_database, fsync_per_s, plan, registration, round, search, share};
use crate::cli::Pages;
use crate::demo::county::{County, Plan};
use crate::demo::processes::{Processes, free_port};
use crate::demo::stage::Stage;
use crate::{Failure, say, talk};

const COUNTER: &str = "640122.centre";
const REGISTRY: &str = "640122.registry";
const OFFICE: &str = "640122.assessment";
/// One in so many disputes of the database is not over.
const OPEN_ONE_IN: u64 = 20;
/// So many citizens' disputes are tracked.
const CITIZENS: u32 = 20;
/// One in so many users is a citizen.
const CITIZEN_ONE_IN: u32 = 4;

/// What is asked for.
struct Ground {
    router: Router,
    login: (String, String),
    /// The pages of those who lead, and the log-in there.
    leaders: (Router, (String, String)),
    /// Disputes that are being worked on.
    running: Vec<String>,
    /// Codes and last digits of citizens.
    own: Vec<(String, String)>,
    words: Vec<String>,
}

/// Runs the bench and prints one JSON object.
///
/// # Errors
/// A process does not start, or a page is refused.
pub async fn pages(verb: &Pages) -> Result<(), Failure> {
    check_database(&verb.db)?;
    let temporary =
        tempfile::Builder::new().prefix("jiefen-bench-").tempdir().context("a folder")?;
    let port = free_port()?;
    let plan =
        plan(&[COUNTER, REGISTRY, OFFICE], &verb.db, port).await.map_err(Failure::Unavailable)?;
    let counter: Agency = COUNTER.parse().map_err(anyhow::Error::from)?;
    let office: Agency = OFFICE.parse().map_err(anyhow::Error::from)?;
    let plan = Plan { consoles: [counter, office].into(), ..plan };
    let county = County::write(temporary.path(), &plan)?;
    let config = configured(&county, counter)?;
    filled(verb, &config, counter).await?;
    let fsync = fsync_per_s(temporary.path()).context("measuring the disk")?;
    let processes = Processes::start(&county, port, |_| {}).await.map_err(Failure::Unavailable)?;
    let outcome = run(verb, &config, &county, &processes).await;
    processes.stop().await;
    let mut outcome = outcome?;
    outcome["fsync_per_s"] = round(fsync).into();
    say(&outcome.to_string())
}

/// How a unit of the county is set up.
fn configured(county: &County, unit: Agency) -> Result<Config, Failure> {
    let file = Some(county.config_file(unit));
    let config = Config::load(LoadFrom { file, env: Vec::new(), overrides: Vec::new() });
    config.map_err(|faults| Failure::Config {
        faults: faults.iter().map(ToString::to_string).collect(),
    })
}

/// Puts the disputes into the counter's database before its node begins.
async fn filled(verb: &Pages, config: &Config, counter: Agency) -> Result<()> {
    let role = config.role(Area::Intake).map_err(|fault| anyhow::anyhow!("{fault}"))?;
    let url = role.read_database_url().map_err(|fault| anyhow::anyhow!("{fault}"))?;
    let store = Store::open(url.reveal()).await.context("opening the database")?;
    store.migrate().await.context("建表 (migrating)")?;
    search::fill(verb.rows, &store, counter, |no| no % OPEN_ONE_IN != 0).await?;
    search::index(verb.rows, &store).await?;
    store.close().await;
    Ok(())
}

async fn run(
    verb: &Pages,
    config: &Config,
    county: &County,
    processes: &Processes,
) -> Result<serde_json::Value> {
    let ground = Arc::new(ground(verb, config, county, processes).await?);
    let staff = User::staff(&ground.router, &ground.login).await?;
    talk(&format!("{}人，每人看{}页 (users, pages each)", verb.users, verb.pages));
    let mut running = JoinSet::new();
    for no in 0..verb.users {
        let (ground, staff, verb) = (ground.clone(), staff.clone(), (verb.pages, verb.reads_ms));
        running.spawn(async move { one(&ground, staff, no, verb).await });
    }
    let mut all: BTreeMap<&'static str, Vec<Page>> = BTreeMap::new();
    while let Some(ended) = running.join_next().await {
        for page in ended.context("a user")?? {
            all.entry(page.name).or_default().push(page);
        }
    }
    let desk = saves::Desk {
        router: ground.router.clone(),
        login: ground.login.clone(),
        clerks: verb.clerks,
        visitors: verb.visitors,
        types_ms: verb.reads_ms,
        first: verb.rows + verb.running,
    };
    let looks = leaders::looks(&ground.leaders.0, &ground.leaders.1, verb.pages).await?;
    for page in saves::saves(desk).await?.into_iter().chain(looks) {
        all.entry(page.name).or_default().push(page);
    }
    let shown: serde_json::Map<_, _> =
        all.into_iter().map(|(name, pages)| (name.to_owned(), figures(&pages))).collect();
    Ok(serde_json::json!({
        "rows": verb.rows,
        "running": verb.running,
        "users": verb.users,
        "clerks": verb.clerks,
        "reads_ms": verb.reads_ms,
        "cores": std::thread::available_parallelism().map_or(0, usize::from),
        "pages": shown,
    }))
}

fn figures(pages: &[Page]) -> serde_json::Value {
    let mut times: Vec<f64> = pages.iter().map(|page| page.took.as_secs_f64() * 1000.0).collect();
    times.sort_by(f64::total_cmp);
    let at = |part: f64| round(share(&times, part));
    let most = pages.iter().map(|page| page.bytes).max().unwrap_or_default();
    serde_json::json!({
        "times": times.len(), "p50_ms": at(0.5), "p95_ms": at(0.95), "max_ms": at(1.0),
        "gzip_bytes": most,
    })
}

/// The node is there: disputes that run, citizens' own, and the pages.
async fn ground(
    verb: &Pages,
    config: &Config,
    county: &County,
    processes: &Processes,
) -> Result<Ground> {
    let counter: Agency = COUNTER.parse()?;
    let grpc = processes.nodes.get(&counter).context("the counter's node")?.grpc;
    let addresses = processes.nodes.iter().map(|(agency, node)| (*agency, node.grpc)).collect();
    let stage = Stage::open(county, &addresses)?;
    talk(&format!("登记{}件在办的 (registering what is worked on)", verb.running));
    let mut running = Vec::new();
    for no in 0..verb.running {
        running.push(registration::registered(&stage, find::sample(verb.rows + no)).await?.dispute);
    }
    let mut own = Vec::new();
    for no in 0..CITIZENS {
        own.push((filed(&stage, county, counter, no).await?, format!("{:04}", 1000 + no)));
    }
    let words = (0..50).filter_map(|no| {
        let [name, ..] = find::sample(no * (verb.rows / 50).max(1)).questions();
        Some(name).filter(|name| !name.is_empty())
    });
    let office: Agency = OFFICE.parse()?;
    let figures = processes.nodes.get(&office).context("the office's node")?.grpc;
    let of_office = configured(county, office).map_err(|_| anyhow::anyhow!("the office's file"))?;
    let leaders = Console::new(&of_office, &[(Area::Assessment, figures)])?;
    Ok(Ground {
        router: jiefen_console::router(Console::new(config, &[(Area::Intake, grpc)])?),
        login: login(county, counter)?,
        leaders: (jiefen_console::router(leaders), login(county, office)?),
        running,
        own,
        words: words.collect(),
    })
}

/// The first who may log in at a unit.
fn login(county: &County, unit: Agency) -> Result<(String, String)> {
    let login = county.logins.iter().find(|login| login.agency == unit);
    let login = login.map(|login| (login.login.clone(), login.password.clone()));
    login.context("a log-in at the unit")
}

/// A citizen files online; her code.
async fn filed(stage: &Stage, county: &County, counter: Agency, no: u32) -> Result<String> {
    let lasts = Duration::from_secs(600);
    let token = county.issuer.token("portal", counter, &[Role::Party], lasts)?;
    let mut call = tonic::Request::new(pb::FileDisputeRequest {
        head: stage.head(""),
        client: format!("bench {no}"),
        kind: "neighbour".to_owned(),
        place: "640122101203".to_owned(),
        summary: "三月八日起楼上漏水，吊顶泡坏了，请楼上修好并赔偿。".to_owned(),
        name: "王秀英".to_owned(),
        phone: format!("1399517{:04}", 1000 + no),
        other_name: "马建国".to_owned(),
        ..Default::default()
    });
    call.metadata_mut().insert("authorization", format!("Bearer {token}").parse()?);
    let answer = CitizenServiceClient::new(stage.line(counter)?).file_dispute(call).await;
    Ok(answer.map_err(|status| anyhow::anyhow!("{}", status.message()))?.into_inner().receipt)
}

/// One user: what she looks at, one page after another.
async fn one(
    ground: &Ground,
    staff: User,
    no: u32,
    (pages, reads_ms): (u32, u64),
) -> Result<Vec<Page>> {
    let citizen = no.is_multiple_of(CITIZEN_ONE_IN);
    let mut user = if citizen { User::new(&ground.router) } else { staff };
    let mut seen = Vec::new();
    for at in 0..pages {
        let reads = rand::rng().random_range(0..=reads_ms.saturating_mul(2));
        tokio::time::sleep(Duration::from_millis(reads)).await;
        let turn = usize::try_from(u64::from(no) * 31 + u64::from(at)).unwrap_or_default();
        seen.extend(if citizen {
            looks_after_herself(ground, &mut user, turn).await?
        } else {
            works(ground, &user, turn).await?
        });
    }
    Ok(seen)
}

/// What the staff look at.
async fn works(ground: &Ground, user: &User, turn: usize) -> Result<Vec<Page>> {
    let pick = |list: &[String]| list.get(turn % list.len().max(1)).cloned().unwrap_or_default();
    let (name, address) = match turn % 5 {
        0 | 1 => ("work", "/".to_owned()),
        2 => ("dispute", format!("/disputes/{}", pick(&ground.running))),
        3 => ("search", user::with_query("/search", "q", &pick(&ground.words))),
        _ => ("register", "/register".to_owned()),
    };
    Ok(vec![user.look(name, &address).await?])
}

/// What citizens look at.
async fn looks_after_herself(ground: &Ground, user: &mut User, turn: usize) -> Result<Vec<Page>> {
    let form = user.look("citizen_track", "/citizen/track").await?;
    let (code, digits) = ground.own.get(turn % ground.own.len().max(1)).context("a citizen")?;
    let fields = [("code", code.as_str()), ("digits", digits.as_str())];
    let proved = user.send("citizen_prove", "/citizen/track", &fields).await?;
    ensure!(proved.status == 303, "the code does not open: {}", proved.status);
    let own = user.look("citizen_dispute", "/citizen/dispute").await?;
    let file = user.look("citizen_file", "/citizen/file").await?;
    Ok(vec![form, proved, own, file])
}
