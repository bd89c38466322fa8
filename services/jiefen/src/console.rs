//! The pages as a role of a node, and the accounts of those who log in there.

use std::fmt;
use std::io::Read as _;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::{Context as _, anyhow};
use clap::{Args, Subcommand};
use jiefen_console::{Accounts, AccountsFault, Console, ConsoleFault, NewAccount, Reach};
use jiefen_platform::BoxError;
use jiefen_platform::config::{Area, UnknownArea};
use jiefen_vocab::Role;
use tokio::net::TcpListener;

use crate::cli::From;
use crate::serve::{Started, Starter};
use crate::verbs::{load, text};
use crate::{Failure, say, talk};

/// What a process can serve: an area, or the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Served {
    /// An area's services.
    Area(Area),
    /// The pages of the node.
    Console,
}

/// A role that there is not.
#[derive(Debug, thiserror::Error)]
#[error("{0}；或者 console (or console)")]
pub struct UnknownRole(UnknownArea);

impl FromStr for Served {
    type Err = UnknownRole;

    fn from_str(text: &str) -> Result<Served, UnknownRole> {
        match text {
            "console" => Ok(Served::Console),
            area => area.parse().map(Served::Area).map_err(UnknownRole),
        }
    }
}

impl fmt::Display for Served {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Served::Area(area) => area.fmt(f),
            Served::Console => f.write_str("console"),
        }
    }
}

/// Starts the pages of a node beside the services of the same process; says where they listen.
///
/// # Errors
/// The section `console` lacks something, or the address is taken.
pub async fn start(starter: &mut Starter<'_>, started: &[Started]) -> Result<SocketAddr, Failure> {
    let own: Vec<_> = started.iter().map(|role| (role.area, role.address)).collect();
    if let Some(county) = &starter.county {
        let register = county.on(county.valid_from());
        jiefen_console::know(register.all().map(|unit| (unit.agency, unit.profile.name.clone())));
        // A unit without a node of its own is reached where its node is.
        jiefen_console::reached(register.units().map(|unit| {
            let node = register.node_of(unit.agency).and_then(|at| register.get(at)?.node());
            let endpoints = node.map(|node| node.endpoints.as_slice()).unwrap_or_default();
            (unit.agency, Reach::of(endpoints, unit.profile.phone.as_deref()))
        }));
    }
    let console = Console::new(starter.config, &own).map_err(not_served)?;
    let listen = starter.config.console.listen;
    let listener = TcpListener::bind(listen)
        .await
        .with_context(|| format!("监听 {listen} (binding the pages' port)"))?;
    let address = listener.local_addr().context("the pages' port")?;
    starter.readiness.component("console").up();
    let drain = starter.supervisor.drain();
    starter.supervisor.spawn("console", async move {
        jiefen_console::serve(listener, console, drain).await.map_err(BoxError::from)
    });
    tracing::info!(%address, "console started");
    Ok(address)
}

fn not_served(fault: ConsoleFault) -> Failure {
    let mut told = fault.to_string();
    let mut source = std::error::Error::source(&fault);
    while let Some(cause) = source {
        told.push_str(&format!("：{cause}"));
        source = cause.source();
    }
    Failure::Config { faults: vec![told] }
}

/// `account`.
#[derive(Debug, Args)]
pub struct AccountArgs {
    /// What about them.
    #[command(subcommand)]
    pub what: AccountVerb,
}

/// The verbs of `account`.
#[derive(Debug, Subcommand)]
pub enum AccountVerb {
    /// Adds an account to the file that console.accounts_file names.
    Add(Add),
    /// Lists the accounts, without their secrets.
    List {
        #[command(flatten)]
        from: From,
        /// Prints data as JSON.
        #[arg(long)]
        json: bool,
    },
}

/// `account add`.
#[derive(Debug, Args)]
pub struct Add {
    #[command(flatten)]
    pub from: From,
    /// What the person types to log in.
    #[arg(long)]
    pub login: String,
    /// Their name, as the pages show it.
    #[arg(long)]
    pub name: String,
    /// Their staff id, as it stands in the files.
    #[arg(long)]
    pub person: String,
    /// Their posts, separated by commas: window_clerk,centre_director.
    #[arg(long = "post", value_delimiter = ',', required = true)]
    pub posts: Vec<Role>,
    /// A file with the password; without it the password is read from standard input.
    #[arg(long)]
    pub password_file: Option<PathBuf>,
    /// Asks for a code of an authenticator as well; its secret is printed once.
    #[arg(long)]
    pub second_factor: bool,
}

/// Runs the verb.
pub fn run(verb: &AccountArgs) -> Result<(), Failure> {
    match &verb.what {
        AccountVerb::Add(add) => self::add(add),
        AccountVerb::List { from, json } => list(from, *json),
    }
}

fn file(from: &From) -> Result<PathBuf, Failure> {
    load(from)?.console.accounts_file.ok_or_else(|| Failure::Config {
        faults: vec!["console.accounts_file：必须给出 (is required)".to_owned()],
    })
}

fn add(verb: &Add) -> Result<(), Failure> {
    let file = file(&verb.from)?;
    let secret = Accounts::add(
        &file,
        NewAccount {
            login: verb.login.clone(),
            name: verb.name.clone(),
            person: verb.person.clone(),
            roles: verb.posts.clone(),
            password: password(verb.password_file.as_deref())?,
            second_factor: verb.second_factor,
        },
    );
    match secret.map_err(failed)? {
        Some(secret) => {
            talk(
                "请在动态码应用中输入这个密钥，只显示一次 (enter this secret into the authenticator; it is shown once)",
            );
            say(&secret)
        }
        None => {
            talk("账号已添加 (the account was added)");
            Ok(())
        }
    }
}

fn failed(fault: AccountsFault) -> Failure {
    match fault {
        AccountsFault::Unfit(told) => Failure::Usage(told),
        other @ (AccountsFault::File { .. }
        | AccountsFault::NotAccounts { .. }
        | AccountsFault::Hash) => Failure::Failed(anyhow!(other)),
    }
}

fn password(file: Option<&Path>) -> Result<String, Failure> {
    let text = match file {
        Some(file) => text::read(file, "reading the password")?,
        None => {
            talk("请输入密码，以回车结束 (type the password and Enter)");
            let mut text = String::new();
            let most = std::io::stdin().take(4096).read_to_string(&mut text);
            most.context("reading the password")?;
            text
        }
    };
    Ok(text.lines().next().unwrap_or_default().to_owned())
}

fn list(from: &From, json: bool) -> Result<(), Failure> {
    let accounts = Accounts::load(&file(from)?).map_err(failed)?;
    for account in &accounts.account {
        let posts: Vec<String> = account.roles.iter().map(ToString::to_string).collect();
        let second = account.has_second_factor();
        say(&if json {
            serde_json::json!({"login": account.login, "name": account.name, "person": account.person,
                "posts": posts, "second_factor": second})
            .to_string()
        } else {
            let second = if second { "动态码" } else { "" };
            format!(
                "{}\t{}\t{}\t{}\t{second}",
                account.login,
                account.name,
                account.person,
                posts.join(",")
            )
        })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_are_a_role_beside_the_areas() {
        assert_eq!("console".parse::<Served>().unwrap(), Served::Console);
        assert_eq!("intake".parse::<Served>().unwrap(), Served::Area(Area::Intake));
        assert!("kitchen".parse::<Served>().unwrap_err().to_string().contains("console"));
    }
}
