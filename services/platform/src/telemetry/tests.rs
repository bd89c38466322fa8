use std::io::Write;
use std::sync::{Arc, Mutex};

use jiefen_vocab::{Party, PartyKind, PartyRole, Private};
use tonic::metadata::MetadataMap;

use super::*;

/// A writer that keeps what it is given.
#[derive(Clone, Default)]
struct Paper(Arc<Mutex<Vec<u8>>>);

impl Paper {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

impl Write for Paper {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn logged(format: LogFormat, act: impl FnOnce()) -> String {
    let config = TelemetryConfig { log_format: format, ..TelemetryConfig::default() };
    let paper = Paper::default();
    let writer = paper.clone();
    let layer = log_layer(&config, move || writer.clone()).unwrap();
    tracing::subscriber::with_default(tracing_subscriber::registry().with(layer), act);
    paper.text()
}

#[test]
fn a_logged_private_value_shows_nothing() {
    let name = Private::new("赵钱孙".to_owned());
    let party = Party {
        no: 1,
        name: name.clone(),
        role: PartyRole::Applicant,
        kind: PartyKind::Person,
        minor: false,
        more: None,
    };
    for format in [LogFormat::Json, LogFormat::Text] {
        let text = logged(format, || {
            let _span = tracing::info_span!("rpc", ?party).entered();
            tracing::info!(?name, party = ?party, "registered {name:?}");
        });
        assert!(text.contains("registered") && text.contains("Private(…)"), "{text}");
        assert!(!text.contains("赵钱孙"), "{text}");
    }
}

#[test]
fn a_json_log_line_is_one_object_with_its_span() {
    let text = logged(LogFormat::Json, || {
        let _span = tracing::info_span!("rpc", rpc.method = "Accept").entered();
        tracing::info!(count = 3, "案件已受理");
        tracing::debug!("below the level");
    });
    let lines: Vec<serde_json::Value> =
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 1, "{text}");
    assert_eq!((&lines[0]["message"], &lines[0]["count"]), (&"案件已受理".into(), &3.into()));
    assert_eq!(
        (&lines[0]["level"], &lines[0]["span"]["rpc.method"]),
        (&"INFO".into(), &"Accept".into())
    );
}

#[test]
fn a_log_level_that_is_none_is_refused() {
    for (given, part) in
        [("info,=", "="), ("inof", "inof"), ("info,sqlx", "sqlx"), ("sqlx=", "sqlx="), ("", "")]
    {
        let config = TelemetryConfig { log_level: given.to_owned(), ..TelemetryConfig::default() };
        let fault = log_layer::<tracing_subscriber::Registry, _>(&config, io::sink).err().unwrap();
        assert!(fault.to_string().contains(&format!("「{given}」中的「{part}」")), "{fault}");
    }
}

#[test]
fn a_module_has_a_log_level_of_its_own() {
    let filter = levels("info, sqlx = warn").unwrap();
    assert!(filter.would_enable("jiefen_court", &tracing::Level::INFO));
    assert!(!filter.would_enable("jiefen_court", &tracing::Level::DEBUG));
    assert!(filter.would_enable("sqlx::query", &tracing::Level::WARN));
    assert!(!filter.would_enable("sqlx::query", &tracing::Level::INFO));
    assert!(!super::traced().would_enable("sqlx::query", &tracing::Level::ERROR));
}

/// Runs with a trace layer, as every process has one, and no collector.
fn traced(act: impl FnOnce()) {
    let config = TelemetryConfig::default();
    let provider = tracer_provider(&config, resource(&config, "test", "640122.court")).unwrap();
    let layer = tracing_opentelemetry::layer().with_tracer(provider.tracer("test"));
    tracing::subscriber::with_default(tracing_subscriber::registry().with(layer), act);
}

#[test]
fn a_trace_goes_on_from_process_to_process() {
    const PARENT: &str = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    traced(|| {
        let span = tracing::info_span!("relay");
        set_parent(&span, Some(PARENT));
        let _in = span.entered();
        let here = current_traceparent().unwrap();
        assert_eq!(current_trace_id().unwrap(), "4bf92f3577b34da6a3ce929d0e0e4736");
        assert!(here.starts_with("00-4bf92f3577b34da6a3ce929d0e0e4736-"), "{here}");
        assert_ne!(here, PARENT, "a span of its own");
        let mut metadata = MetadataMap::new();
        inject(&mut metadata);
        assert_eq!(traceparent_from_metadata(&metadata), Some(here.as_str()));
        assert_eq!(traceparent_from_headers(metadata.as_ref()), Some(here.as_str()));
    });
}

#[test]
fn nothing_or_nonsense_begins_a_new_trace() {
    for wrong in [None, Some(""), Some("nonsense"), Some("00-0-0-01")] {
        traced(|| {
            let span = tracing::info_span!("rpc");
            set_parent(&span, wrong);
            assert!(span.in_scope(current_traceparent).is_some(), "{wrong:?}");
        });
    }
    assert_eq!(current_traceparent(), None, "no span, no trace");
}
