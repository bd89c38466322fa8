//! An agency's signing key.

use std::io::Write as _;

use anyhow::Context as _;
use jiefen_platform::keys::SigningKey;

use crate::cli::Keygen;
use crate::{Failure, say};

pub fn run(verb: &Keygen) -> Result<(), Failure> {
    let (key, pkcs8) = SigningKey::generate().context("生成密钥 (making a key)")?;
    write_new(&verb.out, &pkcs8)
        .with_context(|| format!("写入 {} (writing the key)", verb.out.display()))?;
    let public = key.public().to_string();
    if verb.json {
        let file = verb.out.display().to_string();
        return say(&serde_json::json!({"file": file, "public": public}).to_string());
    }
    say(&public)
}

/// A private key is written once, readable by its owner alone.
pub fn write_new(path: &std::path::Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt as _;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true).mode(0o600);
    options.open(path)?.write_all(bytes)
}
