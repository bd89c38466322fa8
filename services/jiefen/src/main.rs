//! The one executable: verbs and roles. `jiefen serve --role court` is a court's node; a small agency
//! runs several roles in one process.

mod bench;
mod cli;
mod console;
mod county;
mod demo;
mod import;
mod roles;
mod serve;
mod setup;
mod verbs;

use std::process::ExitCode;

use clap::Parser;

/// Exit codes that scripts rely on, besides 0.
mod exit {
    /// The verb failed.
    pub const FAILED: u8 = 1;
    /// The flags do not say what to do.
    pub const USAGE: u8 = 2;
    /// A dependency is down.
    pub const UNAVAILABLE: u8 = 69;
    /// The configuration is wrong.
    pub const CONFIG: u8 = 78;
}

/// Why a verb ended without success, and with which exit code.
#[derive(Debug, thiserror::Error)]
enum Failure {
    /// The verb failed.
    #[error("{0:#}")]
    Failed(#[from] anyhow::Error),
    /// The flags do not say what to do.
    #[error("{0}")]
    Usage(String),
    /// The verb has said everything itself.
    #[error("")]
    Silent,
    /// A dependency is down.
    #[error("{0:#}")]
    Unavailable(anyhow::Error),
    /// The configuration is wrong; every mistake in it.
    #[error("{}", faults.join("\n"))]
    Config {
        /// The mistakes.
        faults: Vec<String>,
    },
}

fn main() -> ExitCode {
    let cli = cli::Cli::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let outcome = match runtime {
        Ok(runtime) => runtime.block_on(verbs::run(cli)),
        Err(error) => Err(Failure::Failed(error.into())),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            let text = failure.to_string();
            if !text.is_empty() {
                talk(&text);
            }
            ExitCode::from(match failure {
                Failure::Failed(_) | Failure::Silent => exit::FAILED,
                Failure::Usage(_) => exit::USAGE,
                Failure::Unavailable(_) => exit::UNAVAILABLE,
                Failure::Config { .. } => exit::CONFIG,
            })
        }
    }
}

/// Talk goes to standard error; data alone goes to standard output.
fn talk(text: &str) {
    use std::io::Write as _;
    // When nobody listens any more there is nobody to tell.
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// Data goes to standard output; a reader that has gone away ends the verb quietly.
fn say(text: &str) -> Result<(), Failure> {
    use std::io::Write as _;
    writeln!(std::io::stdout(), "{text}").map_err(|_| Failure::Silent)
}
