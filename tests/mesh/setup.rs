//! The first run: somebody answers seven questions, and the node that comes of them is worked with.

use std::process::Stdio;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, ensure};
use jiefen_tests::program;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::net::TcpStream;
use tokio::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command};
use tokio::time::timeout;

/// A debug build on a loaded machine.
const PATIENCE: Duration = Duration::from_secs(180);

/// The wizard, and whoever sits before it.
struct Wizard {
    child: Child,
    answers: ChildStdin,
    talk: Lines<BufReader<ChildStderr>>,
    said: Lines<BufReader<ChildStdout>>,
}

impl Wizard {
    fn start(folder: &str) -> Result<Wizard> {
        let mut child = Command::new(program()?)
            .args(["setup", "--folder", folder])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()?;
        let answers = child.stdin.take().context("stdin")?;
        let talk = BufReader::new(child.stderr.take().context("stderr")?).lines();
        let said = BufReader::new(child.stdout.take().context("stdout")?).lines();
        Ok(Wizard { child, answers, talk, said })
    }

    /// What it says, up to a line with this.
    async fn until(&mut self, mark: &str) -> Result<String> {
        let reading = async {
            while let Some(line) = self.talk.next_line().await? {
                if line.contains(mark) {
                    return Ok(line);
                }
            }
            anyhow::bail!("it ended and never said {mark}")
        };
        timeout(PATIENCE, reading).await.with_context(|| format!("waiting for {mark}"))?
    }

    async fn answer(&mut self, text: &str) -> Result<()> {
        self.answers.write_all(format!("{text}\n").as_bytes()).await?;
        Ok(self.answers.flush().await?)
    }

    /// Where the node says that its pages are, after the doctor has said what it found.
    async fn pages(&mut self) -> Result<String> {
        let reading = async {
            while let Some(line) = self.said.next_line().await? {
                if line.starts_with('{') {
                    return Ok(line);
                }
            }
            anyhow::bail!("it ended and never listened")
        };
        let line = timeout(PATIENCE, reading).await.context("listening")??;
        let said: serde_json::Value = serde_json::from_str(&line)?;
        Ok(said["console"].as_str().context("no pages")?.to_owned())
    }
}

/// One request to the pages: the whole answer.
async fn asked(at: &str, request: &str) -> Result<String> {
    let mut stream = TcpStream::connect(at).await?;
    stream.write_all(request.as_bytes()).await?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

async fn get(at: &str, path: &str, cookie: &str) -> Result<String> {
    let head = format!("GET {path} HTTP/1.1\r\nHost: {at}\r\nCookie: {cookie}\r\n");
    asked(at, &format!("{head}Connection: close\r\n\r\n")).await
}

fn cookie(answer: &str) -> Result<String> {
    let line = answer.lines().find_map(|line| line.strip_prefix("set-cookie: "));
    let cookie = line.and_then(|line| line.split(';').next()).context("no cookie")?;
    Ok(cookie.to_owned())
}

/// Logs in, as the form does.
async fn enter(at: &str, login: &str, password: &str, code: &str) -> Result<String> {
    let page = get(at, "/login", "").await?;
    let csrf = page.split("name=\"csrf\" value=\"").nth(1).context("no form")?;
    let csrf = csrf.split('"').next().unwrap_or_default();
    let body = format!("csrf={csrf}&next=%2F&login={login}&password={password}&code={code}");
    let head = format!(
        "POST /login HTTP/1.1\r\nHost: {at}\r\nCookie: {}\r\nContent-Length: {}\r\n",
        cookie(&page)?,
        body.len()
    );
    let kind = "Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\r\n";
    asked(at, &format!("{head}{kind}{body}")).await
}

fn code(secret: &str) -> Result<String> {
    let key = totp_rs::Secret::try_from_base32(secret).ok().context("the secret")?;
    let totp = totp_rs::Builder::new().with_secret(key).build().ok().context("the code")?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    Ok(totp.generate(now).to_string())
}

#[tokio::test]
async fn seven_answers_make_a_node_on_which_its_first_person_works() -> Result<()> {
    let dir = tempfile::tempdir()?;
    let folder = dir.path().join("node");
    let mut wizard = Wizard::start(&folder.display().to_string())?;
    wizard.until("1. ").await?;
    wizard.answer("月球综治中心").await?;
    wizard.until("没有找到").await?;
    wizard.answer("金贵镇综治中心").await?;
    // Nobody listens on this port: a node whose bus is away works all the same.
    for answer in ["", "nats://127.0.0.1:9", "", "127.0.0.1:0", "张敏 zhangmin"] {
        wizard.answer(answer).await?;
    }
    let password = wizard.until("密码，只显示这一次").await?;
    let password = password.rsplit('：').next().context("a password")?.to_owned();
    let secret = wizard.until("或者输入密钥").await?;
    let secret = secret.rsplit('：').next().context("a secret")?.to_owned();
    wizard.until("7. ").await?;
    wizard.answer("000000").await?;
    wizard.until("动态码不对").await?;
    wizard.answer(&code(&secret)?).await?;
    wizard.until("写好了").await?;
    let pages = wizard.pages().await?;
    let refused = enter(&pages, "zhangmin", &password, "").await?;
    ensure!(refused.starts_with("HTTP/1.1 401"), "no code, no entry: {refused}");
    let entered = enter(&pages, "zhangmin", &password, &code(&secret)?).await?;
    ensure!(entered.starts_with("HTTP/1.1 303"), "{entered}");
    let work = get(&pages, "/", &cookie(&entered)?).await?;
    ensure!(work.starts_with("HTTP/1.1 200") && work.contains("张敏"), "{work}");
    wizard.child.kill().await?;
    let again = Wizard::start(&folder.display().to_string());
    let mut again = again?;
    for answer in ["金贵镇综治中心", "", "", "", "0", "李强 liqiang"] {
        again.answer(answer).await?;
    }
    again.until("已经有文件").await?;
    ensure!(!again.child.wait().await?.success(), "a node is never overwritten");
    Ok(())
}
