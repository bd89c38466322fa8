//! TLS from files, with the ring provider: the server side for gRPC, the client side for callers.

use std::path::{Path, PathBuf};

use tonic::transport::{Certificate, ClientTlsConfig, Identity, ServerTlsConfig};

use crate::config::GrpcConfig;

/// Why TLS cannot be set up.
#[derive(Debug, thiserror::Error)]
pub enum TlsFault {
    /// A file cannot be read.
    #[error("无法读取 {path} (cannot read a TLS file)", path = path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A file holds something else.
    #[error("{path} 中没有 {wanted} (the file holds no such PEM block)", path = path.display())]
    NotPem {
        /// The file.
        path: PathBuf,
        /// The PEM label wanted.
        wanted: &'static str,
    },
    /// A certificate without its key, or the other way round.
    #[error(
        "grpc.tls_cert_file 与 grpc.tls_key_file 必须同时给出 (certificate and key go together)"
    )]
    HalfAnIdentity,
}

/// The server's TLS: none when no certificate is configured, mutual when a client authority is.
pub fn server(config: &GrpcConfig) -> Result<Option<ServerTlsConfig>, TlsFault> {
    let identity = match (&config.tls_cert_file, &config.tls_key_file) {
        (Some(cert), Some(key)) => identity(cert, key)?,
        (None, None) if config.client_ca_file.is_none() => return Ok(None),
        (None, None) | (Some(_), None) | (None, Some(_)) => return Err(TlsFault::HalfAnIdentity),
    };
    let tls = ServerTlsConfig::new().identity(identity);
    Ok(Some(match &config.client_ca_file {
        Some(ca) => tls.client_ca_root(certificate(ca)?),
        None => tls,
    }))
}

/// A client's TLS: whom it believes, who it is (for mutual TLS) and the name it expects.
pub fn client(
    ca_file: &Path,
    own: Option<(&Path, &Path)>,
    server_name: &str,
) -> Result<ClientTlsConfig, TlsFault> {
    let tls = ClientTlsConfig::new().ca_certificate(certificate(ca_file)?).domain_name(server_name);
    Ok(match own {
        Some((cert, key)) => tls.identity(identity(cert, key)?),
        None => tls,
    })
}

fn identity(cert: &Path, key: &Path) -> Result<Identity, TlsFault> {
    Ok(Identity::from_pem(pem(cert, "CERTIFICATE")?, pem(key, "PRIVATE KEY")?))
}

fn certificate(path: &Path) -> Result<Certificate, TlsFault> {
    Ok(Certificate::from_pem(pem(path, "CERTIFICATE")?))
}

/// A file without the block it should have is named here, because the handshake would not name it.
fn pem(path: &Path, wanted: &'static str) -> Result<String, TlsFault> {
    let text = std::fs::read_to_string(path)
        .map_err(|source| TlsFault::Read { path: path.to_owned(), source })?;
    let has = text.lines().any(|line| line.starts_with("-----BEGIN ") && line.contains(wanted));
    if has { Ok(text) } else { Err(TlsFault::NotPem { path: path.to_owned(), wanted }) }
}
