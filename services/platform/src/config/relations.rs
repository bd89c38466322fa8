//! What must hold between keys, and the secrets that stand in files.

use std::path::Path;

use super::fault::{missing, needs};
use super::kinds::MASK;
use super::{Area, Config, ConfigFault, RoleConfig, Secret};

impl Config {
    /// What no single key shows.
    pub(super) fn relations(&self) -> Vec<ConfigFault> {
        let mut faults = Vec::new();
        for (area, role) in &self.roles {
            faults.extend(role.relations(*area));
        }
        let pairs = [
            (
                "grpc.tls_cert_file",
                &self.grpc.tls_cert_file,
                "grpc.tls_key_file",
                &self.grpc.tls_key_file,
            ),
            (
                "bus.tls_cert_file",
                &self.bus.tls_cert_file,
                "bus.tls_key_file",
                &self.bus.tls_key_file,
            ),
            (
                "console.tls_cert_file",
                &self.console.tls_cert_file,
                "console.tls_key_file",
                &self.console.tls_key_file,
            ),
        ];
        for (cert, a, key, b) in pairs {
            if a.is_some() != b.is_some() {
                let (given, lacking) = if a.is_some() { (cert, key) } else { (key, cert) };
                faults.push(needs(given, lacking));
            }
        }
        if self.grpc.client_ca_file.is_some() && self.grpc.tls_cert_file.is_none() {
            faults.push(needs("grpc.client_ca_file", "grpc.tls_cert_file"));
        }
        match (&self.county.bundle_file, &self.county.registry_key) {
            (Some(_), None) => faults.push(needs("county.bundle_file", "county.registry_key")),
            (None, Some(_)) => faults.push(needs("county.registry_key", "county.bundle_file")),
            (Some(_), Some(_)) | (None, None) => {}
        }
        faults.extend(self.console.relations());
        if self.limits.request_ms > self.grpc.timeout_ms {
            faults.push(ConfigFault::new(
                "limits.request_ms",
                &self.limits.request_ms.to_string(),
                "超过 grpc.timeout_ms，对外调用未完请求已被中断",
                "longer than grpc.timeout_ms: the request would be cut before its call ends",
                &format!("不超过 {0} / at most {0}", self.grpc.timeout_ms),
            ));
        }
        faults.extend(self.sizes());
        faults
    }

    /// A limit of 0 would stop the work it limits.
    pub(super) fn sizes(&self) -> Vec<ConfigFault> {
        let zeroes = [
            ("bus.resend_s", self.bus.resend_s),
            ("bus.reconcile_s", self.bus.reconcile_s),
            ("grpc.max_message_kib", self.grpc.max_message_kib),
            ("grpc.max_upload_kib", self.grpc.max_upload_kib),
            ("grpc.upload_timeout_ms", self.grpc.upload_timeout_ms),
            ("grpc.concurrency", self.grpc.concurrency),
            ("grpc.timeout_ms", self.grpc.timeout_ms),
            ("limits.queue", self.limits.queue),
            ("limits.batch_max", self.limits.batch_max),
            ("limits.request_ms", self.limits.request_ms),
            ("limits.drain_s", self.limits.drain_s),
            ("limits.uploads", self.limits.uploads),
            ("limits.draft_days", self.limits.draft_days),
            ("console.session_h", self.console.session_h),
        ];
        let mut faults: Vec<ConfigFault> = zeroes
            .iter()
            .filter(|(_, value)| *value == 0)
            .map(|(key, _)| {
                ConfigFault::new(key, "0", "不能为 0", "must not be 0", "至少为 1 / at least 1")
            })
            .collect();
        if ![1, 3, 5].contains(&self.bus.stream_replicas) {
            faults.push(ConfigFault::new(
                "bus.stream_replicas",
                &self.bus.stream_replicas.to_string(),
                "副本数不合规定",
                "is no lawful number of replicas",
                "1、3 或 5 / 1, 3 or 5",
            ));
        }
        faults
    }
}

impl RoleConfig {
    /// The address of the database, from the key or from the file.
    pub fn read_database_url(&self) -> Result<Secret, ConfigFault> {
        match (&self.database_url, &self.database_url_file) {
            (Some(url), _) => Ok(url.clone()),
            (None, Some(path)) => read_secret("database_url_file", path),
            (None, None) => Err(missing("roles.<area>.database_url")),
        }
    }

    /// The password of the bus account, if there is one.
    pub fn read_nats_password(&self) -> Result<Option<Secret>, ConfigFault> {
        self.nats_password_file
            .as_ref()
            .map(|path| read_secret("nats_password_file", path))
            .transpose()
    }

    fn relations(&self, area: Area) -> Vec<ConfigFault> {
        let mut faults = Vec::new();
        let key = |name: &str| format!("roles.{area}.{name}");
        match (&self.database_url, &self.database_url_file) {
            (Some(_), Some(_)) => faults.push(ConfigFault::new(
                &key("database_url"),
                MASK,
                "与 database_url_file 同时给出，无法确定用哪个",
                "given together with database_url_file: which one counts?",
                "二选一 / one of the two",
            )),
            (None, None) => faults.push(missing(&key("database_url"))),
            (Some(_), None) | (None, Some(_)) => {}
        }
        if self.key_file.is_none() {
            faults.push(missing(&key("key_file")));
        }
        if self.nats_user.is_some() != self.nats_password_file.is_some() {
            let (given, lacking) = match self.nats_user {
                Some(_) => ("nats_user", "nats_password_file"),
                None => ("nats_password_file", "nats_user"),
            };
            faults.push(needs(&key(given), &key(lacking)));
        }
        faults
    }
}

/// A secret in a file: its text without the line end that editors add.
pub(super) fn read_secret(key: &str, path: &Path) -> Result<Secret, ConfigFault> {
    let shown = path.display().to_string();
    let fault = |zh: &str, en: &str| {
        ConfigFault::new(
            key,
            &shown,
            zh,
            en,
            "本进程可读且不为空的文件 / a file this process can read, not empty",
        )
    };
    let text = std::fs::read_to_string(path)
        .map_err(|source| fault("无法读取", &format!("cannot be read: {source}")))?;
    let text = text.trim_end_matches(['\r', '\n']);
    if text.is_empty() {
        return Err(fault("文件为空", "is empty"));
    }
    Ok(Secret::new(text))
}
