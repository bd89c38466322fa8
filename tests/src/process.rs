//! A child process that cannot outlive us and is only ever addressed by its pid.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{OnceLock, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, ensure};

/// A server that ignores its stop signal for this long is killed.
const GRACE: Duration = Duration::from_secs(5);
/// How much of a log goes into an error message.
const TAIL_LINES: usize = 30;

/// What to run, and as whom.
#[derive(Debug)]
pub(crate) struct Launch<'a> {
    pub(crate) program: &'a Path,
    pub(crate) args: Vec<OsString>,
    /// Run as this user; only root may ask for it.
    pub(crate) user: Option<&'a str>,
    /// The signal that ends it, and that it gets when we die.
    pub(crate) stop: &'static str,
    pub(crate) environment: Vec<(OsString, OsString)>,
}

/// A running child, its log file, and how to end it. Dropping it ends it.
#[derive(Debug)]
pub struct Process {
    name: String,
    child: Child,
    log: PathBuf,
    stop: &'static str,
}

impl Process {
    /// Starts `program` with stdout and stderr in the file `log`; it gets SIGTERM when it is
    /// dropped, or when this process dies in whatever way.
    ///
    /// # Errors
    /// When the program cannot be started.
    pub fn spawn<A: AsRef<OsStr>>(
        name: &str,
        program: &Path,
        args: &[A],
        environment: &[(&str, &str)],
        log: &Path,
    ) -> Result<Self> {
        let launch = Launch {
            program,
            args: args.iter().map(|arg| arg.as_ref().to_owned()).collect(),
            user: None,
            stop: "TERM",
            environment: environment.iter().map(|(k, v)| (k.into(), v.into())).collect(),
        };
        Self::launch(name, launch, log)
    }

    /// Starts a child that dies with us: `setpriv` sets the parent-death signal, changes the user
    /// and becomes the program, so the child's pid is the program's.
    pub(crate) fn launch(name: &str, launch: Launch<'_>, log: &Path) -> Result<Self> {
        let out = File::create(log).with_context(|| format!("cannot write {}", log.display()))?;
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", launch.stop]);
        if let Some(user) = launch.user {
            command.args(["--reuid", user, "--regid", user, "--init-groups"]);
        }
        command.arg("--").arg(launch.program).args(launch.args).envs(launch.environment);
        command.stdin(Stdio::null()).stdout(out.try_clone()?).stderr(out).current_dir("/");
        let child = spawn_from_keeper(command)
            .with_context(|| format!("cannot start {name} ({})", launch.program.display()))?;
        Ok(Self { name: name.to_owned(), child, log: log.to_owned(), stop: launch.stop })
    }

    /// The pid of the program itself.
    #[must_use]
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// How it ended, if it has.
    ///
    /// # Errors
    /// When the kernel does not know the child.
    pub fn ended(&mut self) -> Result<Option<ExitStatus>> {
        Ok(self.child.try_wait()?)
    }

    /// Waits until it has ended by itself.
    ///
    /// # Errors
    /// When the kernel does not know the child.
    pub fn wait(&mut self) -> Result<ExitStatus> {
        Ok(self.child.wait()?)
    }

    /// What it has printed since it was started.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn log(&self) -> Result<String> {
        let bytes =
            fs::read(&self.log).with_context(|| format!("cannot read {}", self.log.display()))?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    /// Fails, with the end of its log, when it is no longer running.
    ///
    /// # Errors
    /// When it has ended.
    pub fn ensure_running(&mut self) -> Result<()> {
        if let Some(status) = self.ended()? {
            let log = self.log()?;
            let lines: Vec<&str> = log.lines().collect();
            let tail = lines[lines.len().saturating_sub(TAIL_LINES)..].join("\n");
            return Err(anyhow!("{} ended ({status}):\n{tail}", self.name));
        }
        Ok(())
    }

    /// SIGKILL to it and to the processes it has started, as a power cut would.
    ///
    /// # Errors
    /// When the signal could not be sent.
    pub fn kill9(&mut self) -> Result<()> {
        if self.ended()?.is_none() {
            let mut pids = children_of(self.pid());
            pids.insert(0, self.pid());
            signal("KILL", &pids)?;
            self.child.wait()?;
        }
        Ok(())
    }

    /// Asks it to stop and does not wait: see [`Process::ended`].
    ///
    /// # Errors
    /// When the signal could not be sent.
    pub fn ask_to_stop(&mut self) -> Result<()> {
        if self.ended()?.is_none() {
            signal(self.stop, &[self.pid()])?;
        }
        Ok(())
    }

    /// Asks it to stop, and kills it when it does not within five seconds.
    ///
    /// # Errors
    /// When the signal could not be sent.
    pub fn stop(&mut self) -> Result<ExitStatus> {
        if let Some(status) = self.ended()? {
            return Ok(status);
        }
        signal(self.stop, &[self.pid()])?;
        let deadline = Instant::now() + GRACE;
        while Instant::now() < deadline {
            if let Some(status) = self.ended()? {
                return Ok(status);
            }
            thread::sleep(Duration::from_millis(5));
        }
        self.kill9()?;
        self.wait()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if let Err(error) = self.stop() {
            eprintln!("{} (pid {}) could not be stopped: {error:#}", self.name, self.pid());
        }
    }
}

/// The kernel sends the parent-death signal when the *thread* that started the child ends. Test
/// threads and runtime workers come and go, so one thread that never ends starts every child.
fn spawn_from_keeper(command: Command) -> Result<Child> {
    type Order = (Command, mpsc::Sender<io::Result<Child>>);
    static KEEPER: OnceLock<mpsc::Sender<Order>> = OnceLock::new();
    let keeper = KEEPER.get_or_init(|| {
        let (orders, inbox) = mpsc::channel::<Order>();
        thread::spawn(move || {
            for (mut command, answer) in inbox {
                // The one who asked waits for the answer, so it is there to receive it.
                answer.send(command.spawn()).ok();
            }
        });
        orders
    });
    let (answer, child) = mpsc::channel();
    keeper.send((command, answer)).map_err(|_| anyhow!("the keeper thread has ended"))?;
    Ok(child.recv()??)
}

fn children_of(pid: u32) -> Vec<u32> {
    fs::read_to_string(format!("/proc/{pid}/task/{pid}/children"))
        .unwrap_or_default()
        .split_whitespace()
        .filter_map(|child| child.parse().ok())
        .collect()
}

fn signal(name: &str, pids: &[u32]) -> Result<()> {
    let pids: Vec<String> = pids.iter().map(u32::to_string).collect();
    // A child of a server may end on its own between being listed and being signalled.
    let output = Command::new("sh")
        .args(["-c", "kill -s \"$0\" \"$@\""])
        .arg(name)
        .args(&pids)
        .output()
        .context("cannot run sh")?;
    let gone = String::from_utf8_lossy(&output.stderr).contains("No such process");
    ensure!(output.status.success() || gone, "kill -s {name} {} failed", pids.join(" "));
    Ok(())
}
