use std::convert::Infallible;
use std::path::{Path, PathBuf};

use http::{Request, Response};
use http_body::Body as _;
use tonic::body::Body;
use tonic::transport::{Channel, Endpoint};
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_check_response::ServingStatus as Said;
use tonic_health::pb::health_client::HealthClient;
use tower::{Layer as _, Service, ServiceExt as _};

use super::*;

fn config() -> GrpcConfig {
    GrpcConfig::default()
}

fn request(path: &str, body: Body) -> Request<Body> {
    Request::post(path).body(body).unwrap()
}

fn refusal(answer: &Response<Body>) -> (Code, String) {
    let status = Status::from_header_map(answer.headers()).expect("a refusal");
    let reason = status.get_details_error_info().map_or_else(String::new, |info| info.reason);
    assert!(status.get_details_localized_message().is_some(), "{status:?}");
    (status.code(), reason)
}

/// A service whose answers never come.
fn stuck() -> impl Service<
    Request<Body>,
    Response = Response<Body>,
    Error = Infallible,
    Future = impl Future<Output = Result<Response<Body>, Infallible>> + Send + 'static,
> + Clone
+ Send
+ 'static {
    tower::service_fn(|_: Request<Body>| std::future::pending())
}

/// A service that reads the whole request.
async fn swallow(request: Request<Body>) -> Result<Response<Body>, Infallible> {
    let mut body = std::pin::pin!(request.into_body());
    while let Some(frame) = std::future::poll_fn(|cx| body.as_mut().poll_frame(cx)).await {
        if let Err(status) = frame {
            return Ok(status.into_http());
        }
    }
    Ok(Response::new(Body::empty()))
}

#[tokio::test]
async fn more_requests_than_there_is_room_for_are_refused_at_once() {
    let layer = GuardLayer::new(&GrpcConfig { concurrency: 1, ..config() });
    let mut first = layer.layer(stuck()).oneshot(request("/a.B/C", Body::empty()));
    assert!(futures::poll!(std::pin::Pin::new(&mut first)).is_pending());
    let second = layer.layer(stuck()).oneshot(request("/a.B/C", Body::empty())).await.unwrap();
    assert_eq!(refusal(&second), (Code::ResourceExhausted, "OVERLOADED".to_owned()));

    let health = request("/grpc.health.v1.Health/Check", Body::empty());
    let health = layer.layer(tower::service_fn(swallow)).oneshot(health).await.unwrap();
    assert!(Status::from_header_map(health.headers()).is_none(), "busy is not dead");

    drop(first);
    let third = layer.layer(tower::service_fn(swallow)).oneshot(request("/a.B/C", Body::empty()));
    assert!(Status::from_header_map(third.await.unwrap().headers()).is_none(), "room again");
}

#[tokio::test(start_paused = true)]
async fn a_request_that_takes_too_long_is_cut() {
    let layer = GuardLayer::new(&GrpcConfig { timeout_ms: 200, ..config() });
    let answer = layer.layer(stuck()).oneshot(request("/a.B/C", Body::empty())).await.unwrap();
    assert_eq!(refusal(&answer), (Code::DeadlineExceeded, "TIMEOUT".to_owned()));
}

#[tokio::test]
async fn a_request_that_is_too_long_is_refused() {
    let layer = GuardLayer::new(&GrpcConfig { max_message_kib: 1, ..config() });
    let send = |length: usize| {
        let body = Body::new(axum::body::Body::from(vec![0; length]));
        layer.layer(tower::service_fn(swallow)).oneshot(request("/a.B/C", body))
    };
    let longest = send(1024 + 5).await.unwrap();
    assert!(Status::from_header_map(longest.headers()).is_none());
    let longer = send(1024 + 6).await.unwrap();
    assert_eq!(refusal(&longer), (Code::ResourceExhausted, "MESSAGE_TOO_LONG".to_owned()));
}

struct Running {
    address: std::net::SocketAddr,
    readiness: Readiness,
    drain: CancellationToken,
    task: tokio::task::JoinHandle<Result<(), GrpcFault>>,
}

async fn start(config: GrpcConfig, routes: Routes) -> Running {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (readiness, drain) = (Readiness::new(), CancellationToken::new());
    let (watched, token) = (readiness.clone(), drain.clone());
    let task =
        tokio::spawn(
            async move { serve_watching(listener, routes, &config, &watched, token).await },
        );
    Running { address, readiness, drain, task }
}

async fn plain(running: &Running) -> Channel {
    Endpoint::from_shared(format!("http://{}", running.address)).unwrap().connect().await.unwrap()
}

async fn health(channel: Channel) -> Result<Said, Status> {
    let answer = HealthClient::new(channel).check(HealthCheckRequest::default()).await?;
    Ok(answer.into_inner().status())
}

#[tokio::test]
async fn health_says_what_readiness_says_and_the_server_ends_at_the_drain() {
    let running = start(config(), Routes::default()).await;
    let channel = plain(&running).await;
    let eventually = async |wanted: Said| {
        let mut last = None;
        for _ in 0..500 {
            last = Some(health(channel.clone()).await.unwrap());
            if last == Some(wanted) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("wanted {wanted:?}, last {last:?}");
    };
    eventually(Said::Serving).await;
    let database = running.readiness.component("database");
    eventually(Said::NotServing).await;
    database.up();
    eventually(Said::Serving).await;
    running.drain.cancel();
    drop(channel);
    running.task.await.unwrap().unwrap();
}

#[tokio::test]
async fn reflection_is_there_only_when_the_configuration_says_so() {
    use tonic_reflection::pb::v1::ServerReflectionRequest;
    use tonic_reflection::pb::v1::server_reflection_client::ServerReflectionClient;
    use tonic_reflection::pb::v1::server_reflection_request::MessageRequest;
    for reflection in [false, true] {
        let config = GrpcConfig { reflection, ..config() };
        let descriptors = tonic_health::pb::FILE_DESCRIPTOR_SET;
        let services = ["grpc.health.v1.Health"];
        let routes = with_reflection(Routes::default(), &config, descriptors, &services).unwrap();
        let running = start(config, routes).await;
        let ask = ServerReflectionRequest {
            message_request: Some(MessageRequest::ListServices(String::new())),
            ..ServerReflectionRequest::default()
        };
        let mut client = ServerReflectionClient::new(plain(&running).await);
        let answer = client.server_reflection_info(futures::stream::iter([ask])).await;
        match answer {
            Ok(answer) => {
                let said = format!("{:?}", answer.into_inner().message().await.unwrap());
                assert!(reflection && said.contains("grpc.health.v1.Health"), "{said}");
            }
            Err(status) => assert_eq!((reflection, status.code()), (false, Code::Unimplemented)),
        }
    }
    let wrong = GrpcConfig { reflection: true, ..config() };
    assert!(with_reflection(Routes::default(), &wrong, b"\xff\xff", &[]).is_err());
}

// === TLS ===

struct Authority {
    dir: tempfile::TempDir,
    issuer: rcgen::Issuer<'static, rcgen::KeyPair>,
}

impl Authority {
    fn new() -> Authority {
        let dir = tempfile::tempdir().unwrap();
        let key = rcgen::KeyPair::generate().unwrap();
        let mut params = rcgen::CertificateParams::new([]).unwrap();
        params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
        std::fs::write(dir.path().join("ca.pem"), params.self_signed(&key).unwrap().pem()).unwrap();
        Authority { dir, issuer: rcgen::Issuer::new(params, key) }
    }

    fn ca(&self) -> PathBuf {
        self.dir.path().join("ca.pem")
    }

    /// A certificate for this name and its key, as files.
    fn issue(&self, name: &str) -> (PathBuf, PathBuf) {
        let key = rcgen::KeyPair::generate().unwrap();
        let params = rcgen::CertificateParams::new([name.to_owned()]).unwrap();
        let cert = params.signed_by(&key, &self.issuer).unwrap();
        let at = |end: &str| self.dir.path().join(format!("{name}.{end}"));
        std::fs::write(at("pem"), cert.pem()).unwrap();
        std::fs::write(at("key"), key.serialize_pem()).unwrap();
        (at("pem"), at("key"))
    }
}

#[tokio::test]
async fn only_clients_of_the_authority_are_let_in() {
    let (ours, theirs) = (Authority::new(), Authority::new());
    let (cert, key) = ours.issue("court.test");
    let config = GrpcConfig {
        tls_cert_file: Some(cert),
        tls_key_file: Some(key),
        client_ca_file: Some(ours.ca()),
        ..config()
    };
    let running = start(config, Routes::default()).await;
    let call = async |own: Option<&(PathBuf, PathBuf)>, ca: &Path, name: &str| {
        let own = own.map(|(cert, key)| (cert.as_path(), key.as_path()));
        let tls = tls::client(ca, own, name).unwrap();
        let address = format!("https://{}", running.address);
        let endpoint = Endpoint::from_shared(address).unwrap().tls_config(tls).unwrap();
        let channel = endpoint.connect().await.map_err(|fault| fault.to_string())?;
        health(channel).await.map_err(|fault| fault.to_string())
    };
    let (friend, stranger) = (ours.issue("petition.test"), theirs.issue("petition.test"));
    let own_ca = ours.ca();
    assert_eq!(call(Some(&friend), &own_ca, "court.test").await, Ok(Said::Serving));
    assert!(call(None, &own_ca, "court.test").await.is_err(), "no certificate");
    assert!(call(Some(&stranger), &own_ca, "court.test").await.is_err(), "another authority");
    assert!(
        call(Some(&friend), &theirs.ca(), "court.test").await.is_err(),
        "a server not believed"
    );
    assert!(call(Some(&friend), &own_ca, "centre.test").await.is_err(), "another name");
}

#[test]
fn files_that_are_no_tls_are_named() {
    let authority = Authority::new();
    let (cert, key) = authority.issue("a.test");
    let make = |cert: Option<&PathBuf>, key: Option<&PathBuf>, ca: Option<&PathBuf>| {
        tls::server(&GrpcConfig {
            tls_cert_file: cert.cloned(),
            tls_key_file: key.cloned(),
            client_ca_file: ca.cloned(),
            ..config()
        })
    };
    let none = PathBuf::from("/nonexistent.pem");
    assert!(make(None, None, None).unwrap().is_none());
    assert!(make(Some(&cert), Some(&key), None).unwrap().is_some());
    assert!(matches!(make(Some(&cert), None, None), Err(TlsFault::HalfAnIdentity)));
    assert!(matches!(make(None, None, Some(&cert)), Err(TlsFault::HalfAnIdentity)));
    assert!(matches!(make(Some(&key), Some(&cert), None), Err(TlsFault::NotPem { .. })));
    assert!(matches!(make(Some(&cert), Some(&none), None), Err(TlsFault::Read { .. })));
}
