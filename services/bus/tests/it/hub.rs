//! A real nats-server on loopback.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A server with JetStream in a directory of its own.
pub struct Hub {
    dir: tempfile::TempDir,
    port: u16,
    child: Option<Child>,
    users: String,
}

fn server() -> PathBuf {
    let given = std::env::var_os("NATS").map(PathBuf::from);
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.tools/bin/nats-server");
    let found = given.unwrap_or(shipped);
    assert!(found.exists(), "{} is missing: run scripts/tools.sh nats", found.display());
    found
}

impl Hub {
    /// Starts a server; `users` is the part of the configuration that says who may connect.
    pub fn start(users: &str) -> Hub {
        let dir = tempfile::tempdir().unwrap();
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut hub = Hub { dir, port, child: None, users: users.to_owned() };
        hub.run();
        hub
    }

    pub fn url(&self) -> String {
        format!("nats://127.0.0.1:{}", self.port)
    }

    /// SIGKILL.
    pub fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            child.kill().unwrap();
            child.wait().unwrap();
        }
    }

    /// The disk is lost: streams, messages, consumers.
    pub fn wipe(&mut self) {
        self.kill();
        std::fs::remove_dir_all(self.dir.path().join("store")).unwrap();
    }

    pub fn run(&mut self) {
        let config = self.dir.path().join("hub.conf");
        let store = self.dir.path().join("store");
        let text = format!(
            "listen: \"127.0.0.1:{}\"\nmax_payload: 1MB\njetstream {{ store_dir: \"{}\" }}\n{}\n",
            self.port,
            store.display(),
            self.users
        );
        std::fs::write(&config, text).unwrap();
        let log = std::fs::File::create(self.dir.path().join("log")).unwrap();
        let child = Command::new(server())
            .arg("-c")
            .arg(&config)
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .unwrap();
        self.child = Some(child);
        let began = Instant::now();
        loop {
            let text = std::fs::read_to_string(self.dir.path().join("log")).unwrap_or_default();
            if text.contains("Server is ready") {
                return;
            }
            assert!(began.elapsed() < Duration::from_secs(20), "the hub does not start: {text}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Hub {
    fn drop(&mut self) {
        self.kill();
    }
}
