//! The first run: seven questions make a node that works. Written is a configuration, the keys, and the first account
//! with its second factor; then the node is looked over and started.

mod answers;
mod ask;
mod files;

use std::io::BufRead;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use jiefen_console::{Accounts, NewAccount};
use jiefen_county::Register;
use jiefen_platform::clock::{Clock as _, ClockSource, SystemClock};
use jiefen_platform::keys::SigningKey;
use jiefen_vocab::Agency;
use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;

use answers::{NONE, Person};
use ask::Questions;
use files::{Answers, Written};

use crate::cli::{From, Serve, ServeRoles, Setup};
use crate::console::Served;
use crate::demo::county::{random, staff_roles};
use crate::verbs::{doctor, migrate};
use crate::{Failure, serve, talk};

/// What Enter means for the database.
const OWN_FILE: &str = "本机文件";
/// What Enter means where no code can be typed now.
const LATER: &str = "以后再核对";

/// Asks, writes, looks over, starts.
pub async fn run(verb: &Setup) -> Result<(), Failure> {
    let register = shipped()?;
    let stdin = std::io::stdin();
    let mut questions = Questions::new(stdin.lock());
    talk(WELCOME);
    let answers = asked(&mut questions, &register)?;
    let folder = folder(verb, &answers)?;
    let written = answers.write(&folder, &register)?;
    let from = From { config: Some(written.config.clone()), set: Vec::new() };
    let role = answers.area();
    let of_role = Serve { role: vec![role], from: from.clone(), json: false };
    migrate(&of_role).await?;
    account(&mut questions, &written, &answers)?;
    drop(questions);
    talk("\n检查一遍 (looking the node over)：");
    if doctor::run(&of_role).await.is_err() {
        talk(NOT_ALL_WELL);
    }
    told(&written, &answers);
    if verb.no_start {
        return Ok(());
    }
    let role = vec![Served::Area(role), Served::Console];
    serve::run(&ServeRoles { role, from }).await
}

const WELCOME: &str = "第一次使用：七个问题，三分钟。方括号里是直接回车的意思；Ctrl+C 随时退出，前六个答完之前什么都不写。\n\
                       (first run: seven questions; Enter takes what stands in brackets; nothing is written before the sixth is answered)";

const NOT_ALL_WELL: &str = "打✗的以后处理：总线没连上、公钥还没报给登记机关的时候，本单位的登记、办理照常，移送等连上以后自动发出\n\
                            (what is marked ✗ can wait: work goes on, hand-offs are sent when the bus is there)";

/// The county as it ships, to find units by their names.
fn shipped() -> Result<Register, Failure> {
    let (key, _) = SigningKey::generate().context("a key")?;
    let today = ClockSource::default().clock().now().day();
    let registry: Agency =
        "640122.registry".parse().context("the registry").map_err(Failure::Failed)?;
    let signed = jiefen_registry::shipped(today, &key, registry).context("the county's units")?;
    Ok(signed.bundle.register(today))
}

/// The first six questions.
fn asked<R: BufRead>(
    questions: &mut Questions<R>,
    register: &Register,
) -> Result<Answers, Failure> {
    let unit = questions.ask(
        "这是哪个单位的节点？名称或者代码 (which unit? name or code)",
        "",
        |given| answers::unit(register, given),
    )?;
    talk(&format!("   {} {}", unit.name, unit.agency));
    let database = questions.ask(
        "数据放在哪里？回车放在本机；大单位请粘贴 PostgreSQL 地址 (the database)",
        OWN_FILE,
        |given| if given == OWN_FILE { Ok(None) } else { answers::database(given).map(Some) },
    )?;
    let bus = questions.ask(
        "全县总线的地址，由县里告知 (the county's bus)",
        "nats://127.0.0.1:4222",
        answers::bus,
    )?;
    let given = questions.ask(
        "县里给的文件放在哪个文件夹？里面的 trust.toml、county.json、bus.password 有哪个用哪个 (the registry's files)",
        NONE,
        answers::given_folder,
    )?;
    let listen = questions.ask(
        "网页在哪个地址、端口？给别的电脑用的，前面要有做 TLS 的反向代理 (where the pages listen)",
        "127.0.0.1:8090",
        answers::listen,
    )?;
    let person = questions.ask(
        "第一个账号是谁的？姓名 登录名，如 张敏 zhangmin (the first account: name login)",
        "",
        answers::person,
    )?;
    Ok(Answers { unit, database, bus, given, listen, person })
}

/// The folder of the node, in which no node is yet.
fn folder(verb: &Setup, answers: &Answers) -> Result<PathBuf, Failure> {
    let usual = || PathBuf::from(format!("jiefen-{}", answers.unit.agency));
    let folder = verb.folder.clone().unwrap_or_else(usual);
    let used = std::fs::read_dir(&folder).is_ok_and(|mut found| found.next().is_some());
    if used {
        return Err(Failure::Usage(format!(
            "{} 里已经有文件，什么都没有改；请换一个空文件夹：--folder (the folder is not empty; nothing was written)",
            folder.display()
        )));
    }
    Ok(folder)
}

/// The first account: every post of the unit and the operator's, with a second factor; the seventh question is its code.
fn account<R: BufRead>(
    questions: &mut Questions<R>,
    written: &Written,
    answers: &Answers,
) -> Result<(), Failure> {
    let Person { name, login } = answers.person.clone();
    let password = random();
    let new = NewAccount {
        name,
        person: login.clone(),
        login: login.clone(),
        roles: staff_roles(answers.area()).to_vec(),
        password: password.clone(),
        second_factor: true,
    };
    let secret = Accounts::add(&written.accounts, new).context("第一个账号 (the first account)")?;
    let secret = secret.unwrap_or_default();
    talk(&format!(
        "\n登录名 (login)：{login}\n密码，只显示这一次 (password, shown once)：{password}"
    ));
    if let Some(picture) = picture(&login, &secret) {
        talk(&format!("用手机上的动态码应用扫这个码 (scan with an authenticator)：\n{picture}"));
    }
    talk(&format!("扫不了，或者输入密钥 (or type the secret)：{secret}"));
    let works = |code: &str| works(&written.accounts, (&login, &password), code);
    questions.ask("手机上现在的动态码是多少？核对一下，免得以后登不上 (the code now)", LATER, works)
}

fn works(accounts: &Path, (login, password): (&str, &str), code: &str) -> Result<(), String> {
    if code == LATER {
        return Ok(());
    }
    let accounts = Accounts::load(accounts).map_err(|fault| fault.to_string())?;
    let now = u64::try_from(SystemClock.now().0 / 1_000_000).unwrap_or_default();
    let opened = accounts.opened(login, password, code, now).is_some();
    let wrong = "动态码不对：核对手机时间是不是自动设置的，等下一个码再输".to_owned();
    opened.then_some(()).ok_or(wrong)
}

/// The secret as a square to scan.
fn picture(login: &str, secret: &str) -> Option<String> {
    let address = format!("otpauth://totp/jiefen:{login}?secret={secret}&issuer=jiefen");
    let code = QrCode::new(address).ok()?;
    Some(code.render::<Dense1x2>().quiet_zone(true).build())
}

/// What to do next, and what the registry needs.
fn told(written: &Written, answers: &Answers) {
    let Answers { unit, listen, .. } = answers;
    let (config, area) = (written.config.display(), answers.area());
    talk(&format!(
        "\n写好了 (written)：{config}\n\
         请把这把公钥报给登记机关，其他单位才收本单位的移送 (the public key, for the registry)：\n  {} {}",
        unit.agency, written.key
    ));
    if let Some(key) = &written.registry {
        talk(&format!(
            "县情数据由这把公钥签名，请打电话与登记机关核对 (compare the registry's key by telephone)：\n  {key}"
        ));
    }
    talk(&format!(
        "添加同事 (more accounts)：jiefen account add --config {config} --login … --name … --person … --post … --second-factor\n\
         以后启动 (from now on)：jiefen serve --role {area},console --config {config}"
    ));
    if listen.port() != 0 {
        talk(&format!("用浏览器打开 (open)：http://localhost:{}/", listen.port()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seven_questions_are_all_that_is_asked() {
        let register = shipped().unwrap();
        let said = "金贵镇综治中心\n\n\n\n0\n张敏 zhangmin\n\n";
        let mut questions = Questions::new(said.as_bytes());
        let answers = asked(&mut questions, &register).unwrap();
        assert_eq!(answers.unit.agency.to_string(), "640122101.centre");
        let dir = tempfile::tempdir().unwrap();
        let written = answers.write(&dir.path().join("node"), &register).unwrap();
        account(&mut questions, &written, &answers).unwrap();
        assert_eq!(questions.asked(), 7);
        let from = From { config: Some(written.config.clone()), set: Vec::new() };
        let config = crate::verbs::load(&from).unwrap();
        assert_eq!(config.node.agency, answers.unit.agency);
        assert!(config.console.faults().is_empty());
        let role = config.role(answers.area()).unwrap();
        assert_eq!(role.superior.unwrap().to_string(), "640122.centre");
        assert!(Accounts::load(&written.accounts).unwrap().account[0].has_second_factor());
        assert!(
            answers.write(&dir.path().join("node"), &register).is_err(),
            "keys are never overwritten"
        );
    }

    #[test]
    fn a_secret_is_a_square_that_fits_a_terminal() {
        let picture = picture("zhangmin", &"A".repeat(32)).unwrap();
        let widest = picture.lines().map(|line| line.chars().count()).max().unwrap();
        assert!(widest <= 80, "{widest}");
    }
}
