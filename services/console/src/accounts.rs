//! The local accounts of a node's staff: a file of names, posts and password hashes.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{PasswordHash, PasswordHasher as _, PasswordVerifier as _, SaltString};
use argon2::{Argon2, Params};
use jiefen_vocab::Role;
use serde::{Deserialize, Serialize};

/// A bigger file is no file of accounts.
const FILE_MAX: u64 = 1024 * 1024;
/// The shortest password.
const PASSWORD_MIN: usize = 10;
/// The longest, so that nobody can keep the machine busy with one.
const PASSWORD_MAX: usize = 200;
/// Seconds on either side of which a code of the second factor still counts, in steps of 30 s.
const SKEW: u16 = 1;

/// Why the accounts cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum AccountsFault {
    /// The file cannot be read or written.
    #[error("无法读写 {path} (cannot read or write the accounts)", path = path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// It is no list of accounts.
    #[error("{path} 不是账号文件 (is no file of accounts)", path = path.display())]
    NotAccounts {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: Box<toml::de::Error>,
    },
    /// An account cannot be as it is given.
    #[error("{0}")]
    Unfit(String),
    /// The password cannot be hashed.
    #[error("密码无法加密保存 (the password cannot be hashed)")]
    Hash,
}

/// One member of staff.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// What they type to log in.
    pub login: String,
    /// Their name, as the pages show it.
    pub name: String,
    /// Their staff id, as it stands in the files.
    pub person: String,
    /// Their posts.
    pub roles: Vec<Role>,
    /// The argon2id hash of the password.
    password: String,
    /// The secret of the second factor, base32; none: the password alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    totp: Option<String>,
}

/// What a new account is made of.
pub struct NewAccount {
    /// What they type to log in.
    pub login: String,
    /// Their name.
    pub name: String,
    /// Their staff id.
    pub person: String,
    /// Their posts.
    pub roles: Vec<Role>,
    /// The password.
    pub password: String,
    /// Whether a second factor is asked for.
    pub second_factor: bool,
}

impl Account {
    /// True when a second factor is asked for.
    pub fn has_second_factor(&self) -> bool {
        self.totp.is_some()
    }

    /// Whether these are the account's password and, where one is asked for, its code of this moment (Unix seconds).
    fn opens(&self, password: &str, code: &str, now: u64) -> bool {
        fits(&self.password, password)
            && match &self.totp {
                Some(secret) => code_fits(secret, code, now),
                None => true,
            }
    }
}

/// What the staff of a node are called, by their staff ids.
pub(crate) struct Names(BTreeMap<String, String>);

impl Names {
    /// The names of a file of accounts; none without one, and nothing else is lost.
    pub(crate) fn of(path: &Path) -> Names {
        let known = Accounts::load(path).map(|known| known.account).unwrap_or_default();
        Names(known.into_iter().map(|account| (account.person, account.name)).collect())
    }

    /// A person's name; the id of somebody whom the node does not know.
    pub(crate) fn called(&self, person: &str) -> String {
        self.0.get(person).map_or(person, String::as_str).to_owned()
    }

    /// Everybody: id and name.
    pub(crate) fn all(self) -> impl Iterator<Item = (String, String)> {
        self.0.into_iter()
    }
}

/// The accounts of a node.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accounts {
    /// One each.
    #[serde(default)]
    pub account: Vec<Account>,
}

impl Accounts {
    /// The accounts of a file.
    ///
    /// # Errors
    /// It cannot be read, or is none.
    pub fn load(path: &Path) -> Result<Accounts, AccountsFault> {
        let file = |source| AccountsFault::File { path: path.to_owned(), source };
        if fs::metadata(path).map_err(file)?.len() > FILE_MAX {
            return Err(AccountsFault::Unfit(format!("{}：文件过大 (too big)", path.display())));
        }
        let text = fs::read_to_string(path).map_err(file)?;
        toml::from_str(&text).map_err(|source| AccountsFault::NotAccounts {
            path: path.to_owned(),
            source: Box::new(source),
        })
    }

    /// Whose login, password and code these are. An unknown login takes as long as a wrong password.
    pub fn opened(&self, login: &str, password: &str, code: &str, now: u64) -> Option<&Account> {
        let found = self.account.iter().find(|account| account.login == login);
        match found {
            Some(account) => account.opens(password, code, now).then_some(account),
            None => {
                fits(NOBODY, password);
                None
            }
        }
    }

    /// Adds an account and writes the file anew; says the secret of the second factor, when one was asked for.
    ///
    /// # Errors
    /// The account is not as accounts are, or the file cannot be written.
    pub fn add(path: &Path, new: NewAccount) -> Result<Option<String>, AccountsFault> {
        let mut accounts = if path.exists() { Accounts::load(path)? } else { Accounts::default() };
        accounts.check(&new)?;
        let secret = new.second_factor.then(new_secret);
        accounts.account.push(Account {
            password: hash(&new.password)?,
            login: new.login,
            name: new.name,
            person: new.person,
            roles: new.roles,
            totp: secret.clone(),
        });
        accounts.write(path)?;
        Ok(secret)
    }

    fn check(&self, new: &NewAccount) -> Result<(), AccountsFault> {
        let unfit = |text: &str| Err(AccountsFault::Unfit(text.to_owned()));
        if new.login.trim().is_empty() || new.name.trim().is_empty() || new.person.trim().is_empty()
        {
            return unfit("登录名、姓名、工号都要填写 (login, name and staff id are needed)");
        }
        if new.roles.is_empty() || new.roles.contains(&Role::System) {
            return unfit("岗位至少要有一个，不能是“系统” (at least one post, and not system)");
        }
        if self.account.iter().any(|account| account.login == new.login) {
            return unfit("已有这个登录名 (the login is taken)");
        }
        Ok(())
    }

    /// Written beside the file and moved into its place, readable by its owner alone.
    fn write(&self, path: &Path) -> Result<(), AccountsFault> {
        use std::os::unix::fs::OpenOptionsExt as _;
        let file = |source| AccountsFault::File { path: path.to_owned(), source };
        let text = toml::to_string(self).map_err(|_| AccountsFault::Hash)?;
        let beside = path.with_extension("new");
        let mut options = fs::OpenOptions::new();
        let mut out = options
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            .open(&beside)
            .map_err(file)?;
        out.write_all(text.as_bytes()).map_err(file)?;
        out.sync_all().map_err(file)?;
        fs::rename(&beside, path).map_err(file)
    }
}

/// A hash that no password has.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5$XTU8Gz6w4FvjzqQAXTPVeSgQBXcSHkBA5DWKzh6KyqY";

fn argon() -> Argon2<'static> {
    // The least that OWASP recommends: 19 MiB, two passes.
    Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, Params::default())
}

/// The argon2id hash of a password.
///
/// # Errors
/// The password is too short, too long, or cannot be hashed.
pub fn hash(password: &str) -> Result<String, AccountsFault> {
    let length = password.chars().count();
    if !(PASSWORD_MIN..=PASSWORD_MAX).contains(&length) {
        let told = format!("密码应为{PASSWORD_MIN}至{PASSWORD_MAX}个字符 (the password's length)");
        return Err(AccountsFault::Unfit(told));
    }
    let salt = SaltString::generate(&mut OsRng);
    let hashed = argon().hash_password(password.as_bytes(), &salt);
    hashed.map(|hash| hash.to_string()).map_err(|_| AccountsFault::Hash)
}

fn fits(hash: &str, password: &str) -> bool {
    if password.chars().count() > PASSWORD_MAX {
        return false;
    }
    PasswordHash::new(hash)
        .is_ok_and(|hash| argon().verify_password(password.as_bytes(), &hash).is_ok())
}

fn code_fits(secret: &str, code: &str, now: u64) -> bool {
    let Ok(secret) = totp_rs::Secret::try_from_base32(secret) else { return false };
    let totp = totp_rs::Builder::new().with_secret(secret).with_skew(SKEW).build();
    totp.is_ok_and(|totp| totp.check(code.trim(), now).is_some())
}

fn new_secret() -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let mut bytes = [0_u8; 32];
    rand::RngCore::fill_bytes(&mut rand::rng(), &mut bytes);
    bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte & 31)])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new(login: &str, second_factor: bool) -> NewAccount {
        NewAccount {
            login: login.to_owned(),
            name: "张敏".to_owned(),
            person: "clerk-1".to_owned(),
            roles: vec![Role::WindowClerk],
            password: "correct horse".to_owned(),
            second_factor,
        }
    }

    #[test]
    fn a_password_opens_its_own_account_and_no_other() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("accounts.toml");
        assert_eq!(Accounts::add(&file, new("zhangmin", false)).unwrap(), None);
        let text = fs::read_to_string(&file).unwrap();
        assert!(!text.contains("correct horse"), "the file keeps no password");
        let accounts = Accounts::load(&file).unwrap();
        assert!(accounts.opened("zhangmin", "correct horse", "", 0).is_some());
        for (login, password) in
            [("zhangmin", "correct horsf"), ("zhangmi", "correct horse"), ("zhangmin", "")]
        {
            assert!(accounts.opened(login, password, "", 0).is_none(), "{login} {password}");
        }
        let told = Accounts::add(&file, new("zhangmin", false)).err().unwrap().to_string();
        assert!(told.contains("已有"), "{told}");
    }

    #[test]
    fn a_second_factor_is_asked_for_where_there_is_one() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("accounts.toml");
        let secret = Accounts::add(&file, new("zhangmin", true)).unwrap().unwrap();
        let accounts = Accounts::load(&file).unwrap();
        let now = 1_800_000_000;
        let key = totp_rs::Secret::try_from_base32(&secret).unwrap();
        let totp = totp_rs::Builder::new().with_secret(key).build().unwrap();
        let code = totp.generate(now).to_string();
        let opened = |code: &str, at| accounts.opened("zhangmin", "correct horse", code, at);
        assert!(opened(&code, now).is_some());
        assert!(opened(&code, now + 3600).is_none(), "an old code");
        assert!(opened("", now).is_none());
        assert!(accounts.opened("zhangmin", "wrong horse", &code, now).is_none());
    }

    #[test]
    fn a_short_password_and_a_post_of_the_system_are_refused() {
        assert!(hash("short").is_err());
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("accounts.toml");
        let system = NewAccount { roles: vec![Role::System], ..new("x", false) };
        assert!(Accounts::add(&file, system).is_err());
        assert!(!file.exists());
    }
}
