//! What each verb does.

mod bundle;
mod configuration;
mod database;
pub mod doctor;
mod dossier;
mod due;
mod events;
mod keygen;

mod operator;
mod paper;
pub mod text;
mod triage;

pub use database::migrate;
pub use keygen::write_new;
pub use operator::{address, token};

use jiefen_platform::config::{Config, LoadFrom};

use crate::cli::{BenchVerb, BundleVerb, Cli, EventsVerb, From, Verb};
use crate::{Failure, bench, console, demo, import, serve, setup};

/// Runs a verb.
pub async fn run(cli: Cli) -> Result<(), Failure> {
    match cli.verb {
        Verb::Setup(verb) => setup::run(&verb).await,
        Verb::Serve(serve) => serve::run(&serve).await,
        Verb::Migrate(serve) => database::migrate(&serve).await,
        Verb::Reindex(serve) => database::reindex(&serve).await,
        Verb::WaitForDb(wait) => database::wait(&wait).await,
        Verb::Healthcheck(check) => operator::healthcheck(check.http).await,
        Verb::Config(verb) => configuration::run(&verb),
        Verb::Due(verb) => due::run(&verb),
        Verb::Triage(verb) => triage::run(&verb),
        Verb::Demo(verb) => demo::run(&verb).await,
        Verb::Doctor(serve) => doctor::run(&serve).await,
        Verb::Verify(serve) => database::verify(&serve).await,
        Verb::Events(events) => match events.what {
            EventsVerb::Tail(tail) => events::tail(&tail).await,
            EventsVerb::Schema { json } => events::schema(json),
        },
        Verb::Redrive(verb) => operator::redrive(&verb).await,
        Verb::Import(verb) => import::run(&verb).await,
        Verb::Bundle(verb) => match verb.what {
            BundleVerb::Get(get) => bundle::get(&get).await,
            BundleVerb::Verify(verify) => bundle::verify(&verify),
            BundleVerb::Diff(diff) => bundle::changes(&diff).await,
        },
        Verb::Account(verb) => console::run(&verb),
        Verb::Dossier(verb) => dossier::run(&verb),
        Verb::Paper(verb) => paper::run(&verb),
        Verb::Keygen(verb) => keygen::run(&verb),
        Verb::Bench(verb) => match verb.what {
            BenchVerb::Lifecycle(lifecycle) => bench::lifecycle(&lifecycle).await,
            BenchVerb::Import(verb) => bench::import(&verb).await,
            BenchVerb::Node => bench::node().await,
            BenchVerb::Registration(verb) => bench::registration(&verb).await,
            BenchVerb::Pages(verb) => bench::pages(&verb).await,
            BenchVerb::Papers(verb) => bench::papers(&verb),
            BenchVerb::Search(search) => bench::search(&search).await,
        },
    }
}

/// The configuration, or every mistake in it.
pub fn load(from: &From) -> Result<Config, Failure> {
    let mut overrides = Vec::new();
    let mut faults = Vec::new();
    for pair in &from.set {
        match pair.split_once('=') {
            Some((key, value)) => overrides.push((key.to_owned(), value.to_owned())),
            None => faults.push(format!("--set {pair}：应为 键=值 (must be KEY=VALUE)")),
        }
    }
    if !faults.is_empty() {
        return Err(Failure::Config { faults });
    }
    let env = std::env::vars();
    Config::load(LoadFrom { file: from.config.clone(), env, overrides }).map_err(|faults| {
        Failure::Config { faults: faults.iter().map(ToString::to_string).collect() }
    })
}
