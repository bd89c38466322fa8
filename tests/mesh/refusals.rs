//! A node that cannot work says why, and does not start.

use std::fs;
use std::process::Output;

use anyhow::{Context, Result};
use jiefen_tests::free_port;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

use crate::cases;
use crate::county::{County, Wishes, jiefen, outcome};

/// A dependency is not as it must be.
const UNAVAILABLE: i32 = 69;
/// The configuration is wrong.
const WRONG: i32 = 78;
const COUNTER: &str = "640122101.centre";

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[&output.stdout[..], &output.stderr[..]].concat()).into_owned()
}

async fn county() -> Result<County> {
    County::prepare(Wishes { disputes: cases::some(1)?, ..Wishes::default() }).await
}

#[tokio::test]
async fn a_typo_in_the_configuration_is_named() -> Result<()> {
    let mut county = county().await?;
    let node = county.node(COUNTER)?;
    let config = fs::read_to_string(&node.config)?;
    fs::write(&node.config, format!("{config}\n[grpc]\nconcurency = 64\n"))?;
    for verb in ["serve", "doctor", "migrate"] {
        let output = outcome(&node.arguments(&[verb])).await?;
        let said = said(&output);
        assert_eq!(output.status.code(), Some(WRONG), "{verb}: {said}");
        assert!(said.contains("grpc.concurency"), "the mistake is named: {said}");
        assert!(said.contains("grpc.concurrency"), "the nearest key is named: {said}");
    }
    county.done();
    Ok(())
}

#[tokio::test]
async fn a_looser_local_limit_or_threshold_is_refused_at_start() -> Result<()> {
    let mut county = county().await?;
    let rules = county.dir().join("local.toml");
    let file = format!("local.rules_file={}", rules.display());
    let node = county.node(COUNTER)?;
    let arguments = [node.arguments(&["serve"]), vec!["--set".to_owned(), file]].concat();
    // The law gives 30 days; nobody here may give 90.
    fs::write(&rules, "[[rule]]\nid = \"policy.people_mediation\"\nn = 90\n")?;
    let output = outcome(&arguments).await?;
    let said = said(&output);
    assert_eq!(output.status.code(), Some(WRONG), "{said}");
    assert!(said.contains("policy.people_mediation"), "the limit is named: {said}");
    // Ten workers with one claim are a collective case by statute; a county may say fewer, not more.
    fs::write(&rules, "[thresholds]\n\"common_claim.labour\" = 11\n")?;
    let output = outcome(&arguments).await?;
    let said = self::said(&output);
    assert_eq!(output.status.code(), Some(WRONG), "{said}");
    assert!(said.contains("common_claim.labour"), "the threshold is named: {said}");
    assert!(said.contains("2 至 10"), "what would be right is said: {said}");
    county.done();
    Ok(())
}

#[tokio::test]
async fn a_county_that_the_registry_did_not_sign_is_refused_at_start() -> Result<()> {
    let mut county = county().await?;
    let file = county.dir().join("county.json");
    let node = county.node(COUNTER)?;
    let (serve, doctor) = (node.arguments(&["serve"]), node.arguments(&["doctor"]));
    let text = fs::read_to_string(&file)?;
    let altered = text.replacen("贺兰县人民法院", "贺兰县仁民法院", 1);
    assert_ne!(text, altered);
    fs::write(&file, altered)?;
    let output = outcome(&serve).await?;
    assert_eq!(output.status.code(), Some(WRONG), "{}", said(&output));
    for said in [said(&output), said(&outcome(&doctor).await?)] {
        assert!(said.contains("签名与内容不符"), "what is wrong: {said}");
        assert!(said.contains("jiefen bundle get"), "what would be right: {said}");
    }
    let key = format!("county.registry_key={}", "ab".repeat(32));
    let output = outcome(&[serve, vec!["--set".to_owned(), key]].concat()).await?;
    assert_eq!(output.status.code(), Some(WRONG), "{}", said(&output));
    assert!(said(&output).contains(&"ab".repeat(32)), "the right key: {}", said(&output));
    county.done();
    Ok(())
}

/// Speaks as much NATS as a client needs to learn the server's version.
async fn old_server(listener: TcpListener, port: u16) -> Result<()> {
    loop {
        let (stream, _) = listener.accept().await?;
        // One connection at a time is enough; a client that leaves is no fault.
        greet(stream, port).await.ok();
    }
}

async fn greet(stream: TcpStream, port: u16) -> Result<()> {
    let (read, mut write) = stream.into_split();
    let info = format!(
        "INFO {{\"server_id\":\"OLD\",\"server_name\":\"old\",\"version\":\"2.9.10\",\"proto\":1,\
         \"headers\":true,\"jetstream\":true,\"host\":\"127.0.0.1\",\"port\":{port},\
         \"max_payload\":1048576}}\r\n"
    );
    write.write_all(info.as_bytes()).await?;
    let mut lines = BufReader::new(read).lines();
    while let Some(line) = lines.next_line().await? {
        if line.starts_with("PING") {
            write.write_all(b"PONG\r\n").await?;
        }
    }
    Ok(())
}

#[tokio::test]
async fn an_old_nats_server_is_refused() -> Result<()> {
    let mut county = county().await?;
    let port = free_port()?;
    let listener = TcpListener::bind(("127.0.0.1", port)).await?;
    let bus = format!("bus.url=nats://127.0.0.1:{port}");
    let node = county.node(COUNTER)?;
    // So that the doctor finds nothing else wrong.
    jiefen(&node.arguments(&["migrate"])).await?;
    let with = |verb| [node.arguments(&[verb]), vec!["--set".to_owned(), bus.clone()]].concat();
    let (serve, doctor) = (with("serve"), with("doctor"));
    let both = async { anyhow::Ok((outcome(&serve).await?, outcome(&doctor).await?)) };
    let (serve, doctor) = tokio::select! {
        both = both => both?,
        ended = old_server(listener, port) => return ended.context("the old server"),
    };
    assert_eq!(serve.status.code(), Some(UNAVAILABLE), "{}", said(&serve));
    assert_eq!(doctor.status.code(), Some(1), "{}", said(&doctor));
    for said in [said(&serve), said(&doctor)] {
        assert!(said.contains("2.9.10"), "what was found: {said}");
    }
    county.done();
    Ok(())
}
