//! The verbs and their flags.

mod bench;
mod papers;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use jiefen_platform::config::Area;
use jiefen_platform::keys::PublicKey;

use crate::console::{AccountArgs, Served};
pub use bench::{Bench, BenchVerb, ImportBench, Lifecycle, Pages, Registration, Search};
pub use papers::{Dossier, Paper, PapersBench};

/// 解纷：县域多元解纷协同平台 (jiefen: a county's dispute resolution as a mesh of agencies).
#[derive(Debug, Parser)]
#[command(name = "jiefen", version, max_term_width = 100)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub verb: Verb,
}

/// The verbs.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// 第一次使用 Asks seven questions, writes a node's configuration, keys and first account, looks it over and starts it.
    ///
    /// Example: jiefen setup
    Setup(Setup),
    /// 启动节点 Runs one or more roles of a node until it is told to stop.
    ///
    /// Example: jiefen serve --role court,console --config court.toml
    Serve(ServeRoles),
    /// 建表升级 Brings the databases of the configured roles to this build's version.
    ///
    /// Example: jiefen migrate --role court --config court.toml
    Migrate(Serve),
    /// 重建检索索引 Builds the index of what is found anew from the cases; the node may be running.
    ///
    /// Example: jiefen reindex --role intake --config centre.toml
    Reindex(Serve),
    /// 等待数据库 Waits until the databases of the roles answer and are migrated.
    ///
    /// Example: jiefen wait-for-db --role court --config court.toml --seconds 60
    WaitForDb(WaitForDb),
    /// 健康检查 Asks a running node whether it is ready; for container probes.
    ///
    /// Example: jiefen healthcheck --http 127.0.0.1:8080
    Healthcheck(Healthcheck),
    /// 配置 Checks or prints the configuration, or lists every key.
    ///
    /// Example: jiefen config --check --config court.toml
    Config(ConfigVerb),
    /// 计算期限 Says when a time limit of the law ends, step by step.
    ///
    /// Example: jiefen due --rule T-D-01 --from 2026-09-03
    Due(Due),
    /// 识别分流 Says what cases or texts are about: kind, dangers, responsible unit, track, time limit, repeats, and why.
    ///
    /// Example: jiefen triage --texts texts.jsonl --json
    Triage(Triage),
    /// 演示全县 Runs a whole county of agencies on this machine and carries disputes through it.
    ///
    /// Example: jiefen demo --once
    Demo(Demo),
    /// 体检 Looks for what is wrong with a node: configuration, files, databases, bus, journal, parked messages.
    ///
    /// Example: jiefen doctor --role court --config court.toml
    Doctor(Serve),
    /// 查验日志链 Walks a journal's chain and says whether anything was changed or removed.
    ///
    /// Example: jiefen verify --role court --config court.toml
    Verify(Serve),
    /// 事件 Shows events as they pass on the bus, or the forms of all events.
    ///
    /// Example: jiefen events tail --role assessment --config assessment.toml --json
    Events(Events),
    /// 重新处理 Handles parked messages of a running node again.
    ///
    /// Example: jiefen redrive --grpc http://127.0.0.1:5000 --token-file op.jwt --reason "fixed" --all
    Redrive(Redrive),
    /// 导入台账 Takes an agency's older ledger in: every row is checked first, and corrected rows resume it.
    ///
    /// Example: jiefen import 台账.xlsx --grpc http://127.0.0.1:5000 --token-file clerk.jwt --report 导入结果.xlsx
    Import(Import),
    /// 县情数据 The county as the registry signs it: units, powers, members; gets it, verifies it, says what changed.
    ///
    /// Example: jiefen bundle verify county.json --key 3b6a27bc…
    Bundle(Bundle),
    /// 账号 The local accounts of those who log in to the node's pages.
    ///
    /// Example: jiefen account add --config centre.toml --login zhangmin --name 张敏 --person clerk-1 --post window_clerk
    Account(AccountArgs),
    /// 制作文书 Prints an official paper from its fields, or lists the papers there are and what each needs.
    ///
    /// Example: jiefen paper --family mediation_agreement --fields agreement.json --issued-on 2026-09-15 --out agreement.pdf
    Paper(Paper),
    /// 装订卷宗 Binds papers into one file: cover, contents, page numbers, and what is missing.
    ///
    /// Example: jiefen dossier papers.json --issued-on 2026-10-20 --out dossier.pdf
    Dossier(Dossier),
    /// 生成密钥 Makes an agency's signing key and says the public half.
    ///
    /// Example: jiefen keygen --out court.key
    Keygen(Keygen),
    /// 压力测试 Measures what a node of this build carries on this machine.
    ///
    /// Example: jiefen bench lifecycle --disputes 2000 --concurrency 32 --db sqlite
    Bench(Bench),
}

/// `setup`.
#[derive(Debug, Args)]
pub struct Setup {
    /// The new folder of the node; without it jiefen- and the unit's code, here.
    #[arg(long)]
    pub folder: Option<PathBuf>,
    /// Writes and looks over, and does not start.
    #[arg(long)]
    pub no_start: bool,
}

/// `serve`.
#[derive(Debug, Clone, Args)]
pub struct ServeRoles {
    /// The roles, separated by commas: areas, and console for the pages.
    #[arg(long, value_delimiter = ',', required = true)]
    pub role: Vec<Served>,
    #[command(flatten)]
    pub from: From,
}

/// Which areas, under which configuration.
#[derive(Debug, Clone, Args)]
pub struct Serve {
    /// The roles, separated by commas.
    #[arg(long, value_delimiter = ',', required = true)]
    pub role: Vec<Area>,
    #[command(flatten)]
    pub from: From,
    /// Prints data as JSON.
    #[arg(long)]
    pub json: bool,
}

/// Where the configuration comes from.
#[derive(Debug, Clone, Args)]
pub struct From {
    /// The TOML file; without it the environment (JIEFEN__SECTION__KEY) and the flags alone.
    #[arg(long)]
    pub config: Option<PathBuf>,
    /// A key of the configuration, which wins over file and environment: --set grpc.reflection=true.
    #[arg(long = "set", value_name = "KEY=VALUE")]
    pub set: Vec<String>,
}

/// `wait-for-db`.
#[derive(Debug, Args)]
pub struct WaitForDb {
    #[command(flatten)]
    pub serve: Serve,
    /// How long to wait.
    #[arg(long, default_value_t = 60)]
    pub seconds: u64,
}

/// `healthcheck`.
#[derive(Debug, Args)]
pub struct Healthcheck {
    /// The plaintext port of the node.
    #[arg(long)]
    pub http: std::net::SocketAddr,
}

/// `config`.
#[derive(Debug, Args)]
pub struct ConfigVerb {
    #[command(flatten)]
    pub from: From,
    /// Checks the configuration and names every mistake.
    #[arg(long)]
    pub check: bool,
    /// Prints the effective configuration; secrets are masked.
    #[arg(long)]
    pub print: bool,
    /// Lists every key with its default and meaning.
    #[arg(long)]
    pub keys: bool,
    /// Prints data as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `due`.
#[derive(Debug, Args)]
pub struct Due {
    /// The rule id, such as T-D-01.
    #[arg(long, required_unless_present = "batch", conflicts_with = "batch")]
    pub rule: Option<String>,
    /// The day of the start event (or date and time for a limit of hours).
    #[arg(long, required_unless_present = "batch")]
    pub from: Option<String>,
    /// Days that do not count, both ends included: 2026-09-10..2026-10-20. May be repeated.
    #[arg(long)]
    pub stop: Vec<String>,
    /// Extended by so many of the rule's units.
    #[arg(long)]
    pub extend: Option<u32>,
    /// A JSON file with a list of {"rule","start"}.
    #[arg(long)]
    pub batch: Option<PathBuf>,
    /// A TOML file of local limits, which may only be shorter.
    #[arg(long)]
    pub local: Option<PathBuf>,
    /// Prints data as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `triage`.
#[derive(Debug, Args)]
pub struct Triage {
    /// A JSON file {"cases":[…]}: registers them in their order, each on its own day.
    #[arg(long, required_unless_present = "texts", conflicts_with = "texts")]
    pub cases: Option<PathBuf>,
    /// A file of lines {"id","text"}.
    #[arg(long)]
    pub texts: Option<PathBuf>,
    /// Prints data as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `demo`.
#[derive(Debug, Args)]
pub struct Demo {
    /// Ends when every dispute has ended or waits for a person; without it the county keeps running.
    #[arg(long)]
    pub once: bool,
    /// Disputes to carry instead of the ones that ship with the program.
    #[arg(long)]
    pub cases: Option<PathBuf>,
    /// Where the county keeps its files; a new temporary folder without it.
    #[arg(long)]
    pub dir: Option<PathBuf>,
    /// Prints one JSON object a case.
    #[arg(long)]
    pub json: bool,
    /// Writes the county's files into --dir and stops: whoever wants may start the nodes.
    #[arg(long, requires = "dir", conflicts_with = "attach")]
    pub prepare: bool,
    /// Plays in a county that was prepared in --dir and whose nodes somebody else has started.
    #[arg(long, requires = "dir")]
    pub attach: bool,
    /// With --prepare: a JSON file with the database URL of some agencies; the others use SQLite.
    #[arg(long, requires = "prepare")]
    pub databases: Option<PathBuf>,
}

/// `events`.
#[derive(Debug, Args)]
pub struct Events {
    /// What about them.
    #[command(subcommand)]
    pub what: EventsVerb,
}

/// The verbs of `events`.
#[derive(Debug, Subcommand)]
pub enum EventsVerb {
    /// Shows decoded events as they pass.
    Tail(Tail),
    /// Lists the types of all events with their fields.
    Schema {
        /// Prints data as JSON.
        #[arg(long)]
        json: bool,
    },
}

/// `events tail`.
#[derive(Debug, Args)]
pub struct Tail {
    #[command(flatten)]
    pub serve: Serve,
    /// From the oldest event that the bus still has.
    #[arg(long)]
    pub all: bool,
    /// Ends after so many events.
    #[arg(long)]
    pub count: Option<u64>,
}

/// `redrive`.
#[derive(Debug, Args)]
pub struct Redrive {
    /// The node's gRPC address, http://127.0.0.1:5000.
    #[arg(long)]
    pub grpc: String,
    /// A file with the operator's token.
    #[arg(long)]
    pub token_file: PathBuf,
    /// Why, for the record.
    #[arg(long)]
    pub reason: String,
    /// Only this message.
    #[arg(long)]
    pub id: Option<String>,
    /// Only this dispute's messages.
    #[arg(long)]
    pub dispute: Option<String>,
    /// All parked messages.
    #[arg(long)]
    pub all: bool,
    /// Says how many would be handled, changes nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Prints data as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `import`.
#[derive(Debug, Args)]
pub struct Import {
    /// The ledger: .xlsx, or CSV in UTF-8 or GB18030.
    pub file: PathBuf,
    /// The counter's gRPC address, http://127.0.0.1:5000.
    #[arg(long, required_unless_present = "check", requires = "token_file")]
    pub grpc: Option<String>,
    /// A file with the clerk's token.
    #[arg(long, requires = "grpc")]
    pub token_file: Option<PathBuf>,
    /// The sheet of the workbook; without it the first one.
    #[arg(long)]
    pub sheet: Option<String>,
    /// A TOML file with the agency's own names of columns and words.
    #[arg(long)]
    pub agency_columns: Option<PathBuf>,
    /// Checks every row, also at the counter when --grpc is given, and imports nothing.
    #[arg(long)]
    pub check: bool,
    /// Imports the rows that are right although others are wrong.
    #[arg(long, conflicts_with = "check")]
    pub valid_rows: bool,
    /// Writes the ledger again with what became of each row beside it: .csv or .xlsx.
    #[arg(long)]
    pub report: Option<PathBuf>,
    /// Prints data as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `bundle`.
#[derive(Debug, Args)]
pub struct Bundle {
    /// What to do with it.
    #[command(subcommand)]
    pub what: BundleVerb,
}

/// The verbs of `bundle`.
#[derive(Debug, Subcommand)]
pub enum BundleVerb {
    /// Gets the bundle from a running registry, as it stands or as it stood.
    Get(BundleGet),
    /// Says whether a bundle was signed by the registry's key, and what is wrong if not.
    Verify(BundleVerify),
    /// Says what changed between two bundles: two files, or two versions at a running registry.
    Diff(BundleDiff),
}

/// A running registry.
#[derive(Debug, Args)]
pub struct Registry {
    /// The registry's gRPC address, http://127.0.0.1:5000.
    #[arg(long)]
    pub grpc: String,
    /// A file with the token of a member of staff of any unit.
    #[arg(long)]
    pub token_file: PathBuf,
}

/// `bundle get`.
#[derive(Debug, Args)]
pub struct BundleGet {
    #[command(flatten)]
    pub registry: Registry,
    /// An earlier version; without it as the register stands.
    #[arg(long)]
    pub version: Option<u64>,
    /// The file to write, as a node reads it (county.bundle_file).
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// Prints data as JSON: without --out the bundle itself.
    #[arg(long)]
    pub json: bool,
}

/// `bundle verify`.
#[derive(Debug, Args)]
pub struct BundleVerify {
    /// The file.
    pub file: PathBuf,
    /// The registry's public key, 64 hexadecimal digits.
    #[arg(long)]
    pub key: PublicKey,
    /// Prints data as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `bundle diff`.
#[derive(Debug, Args)]
pub struct BundleDiff {
    /// The earlier one: a file, or with --grpc a version (0: before the first change).
    pub from: String,
    /// The later one: a file, or with --grpc a version (0: as the register stands).
    pub to: String,
    /// The registry's gRPC address, to compare versions there.
    #[arg(long, requires = "token_file")]
    pub grpc: Option<String>,
    /// A file with the token of a member of staff of any unit.
    #[arg(long, requires = "grpc")]
    pub token_file: Option<PathBuf>,
    /// Prints data as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `keygen`.
#[derive(Debug, Args)]
pub struct Keygen {
    /// The file of the private key; it must not exist.
    #[arg(long)]
    pub out: PathBuf,
    /// Prints data as JSON.
    #[arg(long)]
    pub json: bool,
}
