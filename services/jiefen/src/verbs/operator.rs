//! An operator's verbs at a running node.

use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context as _, anyhow};
use jiefen_proto::jiefen::node::v1 as node;
use jiefen_proto::jiefen::node::v1::node_service_client::NodeServiceClient;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use crate::cli::Redrive;
use crate::{Failure, say, talk};

/// How long a node may take to answer a probe.
const PROBE: Duration = Duration::from_secs(3);

/// Asks `/readyz`; exit 0 when ready, 69 when not.
pub async fn healthcheck(http: SocketAddr) -> Result<(), Failure> {
    let answer = tokio::time::timeout(PROBE, get(http, "/readyz")).await;
    let (ready, body) = match answer {
        Ok(Ok(answer)) => answer,
        Ok(Err(error)) => return Err(Failure::Unavailable(error)),
        Err(_) => return Err(Failure::Unavailable(anyhow!("{http} 没有回应 (no answer)"))),
    };
    talk(&body);
    if ready { Ok(()) } else { Err(Failure::Unavailable(anyhow!("节点未就绪 (not ready)"))) }
}

/// One plain HTTP/1.1 request on loopback or the node's own network.
async fn get(at: SocketAddr, path: &str) -> anyhow::Result<(bool, String)> {
    let mut stream = tokio::net::TcpStream::connect(at).await.context("连接节点 (connecting)")?;
    let request = format!("GET {path} HTTP/1.1\r\nHost: {at}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await?;
    let ready = answer.starts_with("HTTP/1.1 200");
    let body = answer.split_once("\r\n\r\n").map(|(_, body)| body).unwrap_or_default();
    Ok((ready, body.trim().to_owned()))
}

/// Handles parked messages again.
pub async fn redrive(verb: &Redrive) -> Result<(), Failure> {
    if verb.id.is_none() && verb.dispute.is_none() && !verb.all {
        let right =
            "请给出 --id、--dispute 或者 --all (which messages? give --id, --dispute or --all)";
        return Err(Failure::Usage(format!("没有说明处理哪些消息；{right}")));
    }
    address(&verb.grpc)?;
    let mut client = NodeServiceClient::connect(verb.grpc.clone())
        .await
        .with_context(|| format!("连接 {} (connecting to the node)", verb.grpc))
        .map_err(Failure::Unavailable)?;
    let mut request = tonic::Request::new(node::RedriveRequest {
        id: verb.id.clone().unwrap_or_default(),
        dispute: verb.dispute.clone().unwrap_or_default(),
        dry_run: verb.dry_run,
        reason: verb.reason.clone(),
    });
    request.metadata_mut().insert("authorization", token(&verb.token_file)?);
    let answer = client
        .redrive(request)
        .await
        .map_err(|status| Failure::Failed(anyhow!("{}", status.message())))?;
    let answer = answer.into_inner();
    if verb.json {
        let json =
            serde_json::json!({"handled": answer.handled, "still_parked": answer.still_parked});
        return say(&json.to_string());
    }
    say(&format!("已处理{}条，仍搁置{}条", answer.handled, answer.still_parked))
}

/// Says so when a node's address has another form.
///
/// # Errors
/// It has.
pub fn address(grpc: &str) -> Result<(), Failure> {
    if ["http://", "https://"].iter().any(|scheme| grpc.starts_with(scheme)) {
        return Ok(());
    }
    let right = "应为 http://主机:端口 (write http://host:port)";
    Err(Failure::Usage(format!("--grpc {grpc}：{right}")))
}

/// The token of a file, as it goes with a request.
///
/// # Errors
/// The file cannot be read, or holds no token.
pub fn token(
    file: &Path,
) -> Result<tonic::metadata::MetadataValue<tonic::metadata::Ascii>, Failure> {
    let text = std::fs::read_to_string(file)
        .with_context(|| format!("读取 {} (reading the token)", file.display()))?;
    Ok(format!("Bearer {}", text.trim()).parse().context("令牌格式有误 (the token)")?)
}
