//! Ed25519 keys: an agency signs what it publishes, an issuer signs tokens.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ring::rand::SystemRandom;
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair as _, UnparsedPublicKey};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use crate::trust::{Keys, Trust, TrustFault, TrustFileFault, TrustedKey};

const PEM_HEAD: &str = "-----BEGIN PRIVATE KEY-----";
const PEM_FOOT: &str = "-----END PRIVATE KEY-----";

/// Why a key cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyFault {
    /// The file cannot be read.
    #[error("无法读取密钥文件 {path} (cannot read the key file)", path = path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The file cannot be written.
    #[error("无法写入密钥文件 {path} (cannot write the key file)", path = path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The bytes are not an Ed25519 private key in PKCS#8.
    #[error(
        "密钥{place}不是PKCS#8格式的Ed25519私钥 (the key is not an Ed25519 private key in PKCS#8)"
    )]
    NotAKey {
        /// Where it came from; empty for bytes.
        place: String,
    },
    /// The text is not a public key.
    #[error(
        "公钥应为64位十六进制数字，如 3b6a27bc…，给出的有{length}个字符 (a public key is 64 hexadecimal digits; {length} characters given)"
    )]
    NotPublic {
        /// Its length in characters.
        length: usize,
    },
    /// The machine gave no randomness.
    #[error("系统随机数不可用，无法生成密钥 (no randomness to make a key from)")]
    NoRandomness,
}

/// A private key. It shows only its public half.
pub struct SigningKey(Ed25519KeyPair);

impl SigningKey {
    /// A new key and its PKCS#8 bytes, which are the only copy to keep.
    pub fn generate() -> Result<(SigningKey, Vec<u8>), KeyFault> {
        let pkcs8 = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new())
            .map_err(|_| KeyFault::NoRandomness)?
            .as_ref()
            .to_vec();
        Ok((SigningKey::from_pkcs8(&pkcs8)?, pkcs8))
    }

    /// The key in these PKCS#8 bytes (version 1 or 2).
    pub fn from_pkcs8(pkcs8: &[u8]) -> Result<SigningKey, KeyFault> {
        Ed25519KeyPair::from_pkcs8_maybe_unchecked(pkcs8)
            .map(SigningKey)
            .map_err(|_| KeyFault::NotAKey { place: String::new() })
    }

    /// The key in a file: PEM, or the PKCS#8 bytes as they are.
    pub fn load(path: impl AsRef<Path>) -> Result<SigningKey, KeyFault> {
        let path = path.as_ref();
        SigningKey::from_pkcs8(&read_pkcs8(path)?)
            .map_err(|_| KeyFault::NotAKey { place: path.display().to_string() })
    }

    /// Signs a message.
    pub fn sign(&self, message: &[u8]) -> Vec<u8> {
        self.0.sign(message).as_ref().to_vec()
    }

    /// The public half.
    pub fn public(&self) -> PublicKey {
        let mut bytes = [0; 32];
        bytes.copy_from_slice(self.0.public_key().as_ref());
        PublicKey(bytes)
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey(public {})", self.public())
    }
}

/// A public key, written as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PublicKey(pub [u8; 32]);

impl PublicKey {
    /// True when the signature of the message is by this key.
    pub fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        UnparsedPublicKey::new(&ED25519, &self.0).verify(message, signature).is_ok()
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for PublicKey {
    type Err = KeyFault;

    fn from_str(text: &str) -> Result<PublicKey, KeyFault> {
        let fault = || KeyFault::NotPublic { length: text.chars().count() };
        if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(fault());
        }
        let mut bytes = [0; 32];
        for (byte, at) in bytes.iter_mut().zip((0..64).step_by(2)) {
            *byte = u8::from_str_radix(&text[at..at + 2], 16).map_err(|_| fault())?;
        }
        Ok(PublicKey(bytes))
    }
}

impl Serialize for PublicKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PublicKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<PublicKey, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// Writes a private key as PEM into a new file that only its owner may read. An existing file is
/// never overwritten: a lost key is an agency that cannot sign any more.
pub fn save(path: impl AsRef<Path>, pkcs8: &[u8]) -> Result<(), KeyFault> {
    use std::io::Write as _;
    let path = path.as_ref();
    let fault = |source| KeyFault::Write { path: path.to_owned(), source };
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).map_err(fault)?;
    file.write_all(to_pem(pkcs8).as_bytes()).map_err(fault)?;
    file.sync_all().map_err(fault)
}

/// The PKCS#8 bytes in a key file, whether PEM or bytes.
pub(crate) fn read_pkcs8(path: &Path) -> Result<Vec<u8>, KeyFault> {
    let bytes =
        std::fs::read(path).map_err(|source| KeyFault::Read { path: path.to_owned(), source })?;
    let Some(text) = std::str::from_utf8(&bytes).ok().filter(|text| text.contains(PEM_HEAD)) else {
        return Ok(bytes);
    };
    let fault = || KeyFault::NotAKey { place: path.display().to_string() };
    let (_, rest) = text.split_once(PEM_HEAD).ok_or_else(fault)?;
    let (body, _) = rest.split_once(PEM_FOOT).ok_or_else(fault)?;
    let body: String = body.split_whitespace().collect();
    STANDARD.decode(body).map_err(|_| fault())
}

fn to_pem(pkcs8: &[u8]) -> String {
    const LINE: usize = 64; // RFC 7468
    let body = STANDARD.encode(pkcs8);
    let mut text = format!("{PEM_HEAD}\n");
    let mut rest = body.as_str();
    while !rest.is_empty() {
        let (line, left) = rest.split_at(rest.len().min(LINE));
        text.push_str(line);
        text.push('\n');
        rest = left;
    }
    text.push_str(PEM_FOOT);
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_holds_for_its_message_and_key_only() {
        let (key, _) = SigningKey::generate().unwrap();
        let (other, _) = SigningKey::generate().unwrap();
        let signature = key.sign("移送".as_bytes());
        assert_eq!(signature.len(), 64);
        assert!(key.public().verifies("移送".as_bytes(), &signature));
        assert!(!key.public().verifies("退回".as_bytes(), &signature));
        assert!(!other.public().verifies("移送".as_bytes(), &signature));
        assert!(!key.public().verifies("移送".as_bytes(), &signature[..63]));
    }

    #[test]
    fn a_key_reads_back_from_pem_and_from_bytes() {
        let dir = tempfile::tempdir().unwrap();
        let (key, pkcs8) = SigningKey::generate().unwrap();
        save(dir.path().join("key.pem"), &pkcs8).unwrap();
        std::fs::write(dir.path().join("key.der"), &pkcs8).unwrap();
        for name in ["key.pem", "key.der"] {
            assert_eq!(SigningKey::load(dir.path().join(name)).unwrap().public(), key.public());
        }
        assert!(save(dir.path().join("key.pem"), &pkcs8).is_err(), "never overwritten");
    }

    #[cfg(unix)]
    #[test]
    fn a_saved_key_is_for_its_owner_only() {
        use std::os::unix::fs::PermissionsExt as _;
        let dir = tempfile::tempdir().unwrap();
        let (_, pkcs8) = SigningKey::generate().unwrap();
        save(dir.path().join("key"), &pkcs8).unwrap();
        let mode = std::fs::metadata(dir.path().join("key")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn a_public_key_reads_back_from_its_text() {
        let (key, _) = SigningKey::generate().unwrap();
        let text = key.public().to_string();
        assert_eq!(text.len(), 64);
        assert_eq!(text.parse::<PublicKey>().unwrap(), key.public());
        assert_eq!(text.to_uppercase().parse::<PublicKey>().unwrap(), key.public());
        for wrong in ["", "00", &text[1..], &format!("{}zz", &text[2..]), &"零".repeat(64)] {
            assert!(wrong.parse::<PublicKey>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_file_that_is_no_key_is_named() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("nonsense.pem");
        std::fs::write(&path, "-----BEGIN PRIVATE KEY-----\n!!\n-----END PRIVATE KEY-----")
            .unwrap();
        let said = SigningKey::load(&path).unwrap_err().to_string();
        assert!(said.contains("nonsense.pem") && said.contains("Ed25519"), "{said}");
        assert!(matches!(SigningKey::load(dir.path().join("none")), Err(KeyFault::Read { .. })));
    }

    #[test]
    fn a_private_key_does_not_show() {
        let (key, pkcs8) = SigningKey::generate().unwrap();
        let shown = format!("{key:?}");
        let seed: String = pkcs8[16..48].iter().map(|byte| format!("{byte:02x}")).collect();
        assert!(!shown.contains(&seed) && shown.contains(&key.public().to_string()));
    }
}
