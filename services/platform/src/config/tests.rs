use std::collections::BTreeSet;
use std::path::Path;

use super::*;

const AGENCY: (&str, &str) = ("JIEFEN__NODE__AGENCY", "640122.court");

fn load(
    file: &str,
    env: &[(&str, &str)],
    flags: &[(&str, &str)],
) -> Result<Config, Vec<ConfigFault>> {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("jiefen.toml");
    std::fs::write(&path, file).unwrap();
    let pairs = |list: &[(&str, &str)]| -> Vec<(String, String)> {
        list.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
    };
    Config::load(LoadFrom { file: Some(path), env: pairs(env), overrides: pairs(flags) })
}

fn keys_of(faults: &[ConfigFault]) -> Vec<&str> {
    faults.iter().map(|fault| fault.key.as_str()).collect()
}

/// The smallest section of a role that is complete.
fn role(area: &str) -> String {
    format!("[roles.{area}]\ndatabase_url = \"sqlite::memory:\"\nkey_file = \"k.pem\"\n")
}

#[test]
fn the_table_and_the_structs_name_the_same_keys() {
    let upstream = "[console.upstream]\ncourt = \"http://127.0.0.1:5000\"\n\
                    [console.offices]\ncourt = \"http://127.0.0.1:5001\"\n";
    let config = load(&format!("{}{upstream}", role("court")), &[AGENCY], &[]).unwrap();
    let structs: BTreeSet<String> = config
        .shown()
        .into_iter()
        .map(|(key, _)| key.replace("roles.court.", "roles.<area>."))
        .map(|key| key.replace("console.upstream.court", "console.upstream.<area>"))
        .map(|key| key.replace("console.offices.court", "console.offices.<area>"))
        .collect();
    let table: BTreeSet<String> = KEYS.iter().map(|doc| doc.key.to_owned()).collect();
    assert_eq!(structs, table);
    assert_eq!(table.len(), KEYS.len(), "a key is documented once");
}

#[test]
fn the_defaults_of_the_table_are_the_defaults_of_the_structs() {
    let config = load(&role("court"), &[AGENCY], &[]).unwrap();
    let given = [
        "node.agency",
        "roles.<area>.agency",
        "roles.<area>.database_url",
        "roles.<area>.key_file",
    ];
    for (key, value) in config.shown() {
        let doc = keys::find(&key).unwrap();
        if given.contains(&doc.key) {
            continue;
        }
        let documented = match doc.default {
            "" => serde_json::Value::Null,
            text => serde_json::from_str(text).unwrap(),
        };
        assert_eq!(value, documented, "{key}");
    }
    assert!(KEYS.iter().all(|doc| !doc.zh.is_empty() && !doc.en.is_empty()));
}

#[test]
fn the_defaults_are_those_of_an_empty_file() {
    let config = Config::of("640122.court".parse().unwrap());
    assert_eq!(config.shown(), load("", &[AGENCY], &[]).unwrap().shown());
}

#[test]
fn a_section_has_few_keys() {
    for section in ["node", "roles", "bus", "http", "grpc", "auth", "telemetry", "limits"] {
        let count = KEYS.iter().filter(|doc| doc.key.starts_with(section)).count();
        assert!((1..=25).contains(&count), "{section} has {count}");
    }
}

#[test]
fn each_layer_wins_over_the_one_below() {
    let level = |file: &str, env: &[(&str, &str)], flags: &[(&str, &str)]| {
        let env = [&[AGENCY], env].concat();
        load(file, &env, flags).unwrap().telemetry.log_level
    };
    let file = "[telemetry]\nlog_level = \"warn\"";
    let env = [("JIEFEN__TELEMETRY__LOG_LEVEL", "debug")];
    let flag = [("telemetry.log_level", "trace")];
    assert_eq!(level("", &[], &[]), "info");
    assert_eq!(level(file, &[], &[]), "warn");
    assert_eq!(level(file, &env, &[]), "debug");
    assert_eq!(level(file, &env, &flag), "trace");
}

#[test]
fn text_stays_text_and_numbers_are_read_from_text() {
    let env = [
        AGENCY,
        ("JIEFEN__NODE__NAME", "0123"),
        ("JIEFEN__GRPC__CONCURRENCY", "64"),
        ("JIEFEN__GRPC__REFLECTION", "true"),
        ("JIEFEN__HTTP__LISTEN", "0.0.0.0:9090"),
        ("JIEFEN_LOG", "not ours"),
        ("PATH", "/bin"),
    ];
    let config = load("", &env, &[]).unwrap();
    assert_eq!(config.node.name, "0123");
    assert_eq!(config.grpc.concurrency, 64);
    assert!(config.grpc.reflection);
    assert_eq!(config.http.listen.port(), 9090);
}

#[test]
fn roles_act_for_the_node_unless_they_say_otherwise() {
    let file = format!(
        "[node]\nagency = \"640122.centre\"\n{}readers = [\"640122.court\", \"640122101.centre\"]\n{}agency = \"640122.court\"\nsuperior = \"640122.centre\"\n",
        role("intake"),
        role("court"),
    );
    let env = [("JIEFEN__ROLES__COURT__SUBORDINATES", "640122101.court, 640122102.court")];
    let config = load(&file, &env, &[]).unwrap();
    let (intake, court) = (config.role(Area::Intake).unwrap(), config.role(Area::Court).unwrap());
    assert_eq!(intake.agency.to_string(), "640122.centre");
    assert_eq!(intake.readers.len(), 2);
    assert_eq!(court.agency.to_string(), "640122.court");
    assert_eq!(court.superior, Some(intake.agency));
    assert_eq!(court.subordinates[1].to_string(), "640122102.court");
    assert_eq!(config.role(Area::Petition).unwrap_err().key, "roles.petition");
}

#[test]
fn every_mistake_is_told_at_once() {
    let file = "[node]\nagency = \"court\"\n[grpc]\nconcurrency = \"many\"\nmax_message_kb = 4\n\
                [clock]\nsource = \"sundial\"\n[http]\nlisten = \"here\"\n[roles.curt]\nlisten = 1\n\
                [limits]\nqueue = 70000000000\nbatch_max = -1\n[bus]\nresend_s = 0\n";
    let faults = load(file, &[("JIEFEN__BUS__STREAM_REPLICAS", "x")], &[]).unwrap_err();
    assert_eq!(
        keys_of(&faults),
        [
            "bus.resend_s",
            "bus.stream_replicas",
            "clock.source",
            "grpc.concurrency",
            "grpc.max_message_kb",
            "http.listen",
            "limits.batch_max",
            "limits.queue",
            "node.agency",
            "roles.curt.listen",
        ]
    );
    for fault in &faults {
        assert!(!fault.problem_zh.is_empty() && !fault.problem_en.is_empty(), "{fault}");
        assert!(!fault.right.is_empty() && !fault.given.is_empty(), "{fault}");
    }
}

#[test]
fn an_unknown_key_suggests_the_nearest() {
    let cases = [
        ("grpc.max_message_kb", Some("grpc.max_message_kib")),
        ("grp.concurrency", Some("grpc.concurrency")),
        ("telemetry.loglevel", Some("telemetry.log_level")),
        ("htp.listen", Some("http.listen")),
        ("roles.court.databse_url", Some("roles.court.database_url")),
        ("xyz", None),
    ];
    for (key, near) in cases {
        let faults = load("", &[AGENCY], &[(key, "1")]).unwrap_err();
        assert_eq!(keys_of(&faults), [key]);
        match near {
            Some(near) => assert!(faults[0].right.contains(near), "{}", faults[0]),
            None => assert!(!faults[0].right.contains("did you mean"), "{}", faults[0]),
        }
    }
}

#[test]
fn relations_between_keys_are_checked() {
    let complete = role("court");
    let cases: [(String, &[&str]); 12] = [
        ("[roles.court]\n".into(), &["roles.court.database_url", "roles.court.key_file"]),
        (format!("{complete}database_url_file = \"f\""), &["roles.court.database_url"]),
        (format!("{complete}nats_user = \"u\""), &["roles.court.nats_password_file"]),
        ("[grpc]\ntls_cert_file = \"c\"".into(), &["grpc.tls_key_file"]),
        ("[bus]\ntls_key_file = \"c\"".into(), &["bus.tls_cert_file"]),
        ("[grpc]\nclient_ca_file = \"c\"".into(), &["grpc.tls_cert_file"]),
        ("[limits]\nrequest_ms = 20000".into(), &["limits.request_ms"]),
        ("[limits]\nqueue = 0".into(), &["limits.queue"]),
        ("[county]\nbundle_file = \"b\"".into(), &["county.registry_key"]),
        (format!("[county]\nregistry_key = \"{}\"", "a".repeat(64)), &["county.bundle_file"]),
        ("[bus]\nstream_replicas = 2".into(), &["bus.stream_replicas"]),
        (complete.clone(), &[]),
    ];
    for (file, expected) in cases {
        let faults = load(&file, &[AGENCY], &[]).err().unwrap_or_default();
        assert_eq!(keys_of(&faults), expected, "{file}");
    }
    assert_eq!(keys_of(&load("", &[], &[]).unwrap_err()), ["node.agency"]);
}

#[test]
fn a_file_that_is_no_toml_or_not_there_is_named() {
    let faults = load("[node\n", &[AGENCY], &[]).unwrap_err();
    assert!(faults[0].given.ends_with("jiefen.toml"), "{}", faults[0]);
    let gone = LoadFrom { file: Some("/nonexistent.toml".into()), env: [], overrides: vec![] };
    let faults = Config::load(gone).unwrap_err();
    assert!(faults[0].given.ends_with("nonexistent.toml"), "{}", faults[0]);
}

#[test]
fn what_is_printed_holds_no_secret_and_says_where_values_came_from() {
    let file =
        "[roles.court]\ndatabase_url = \"postgres://u:geheim@db/court\"\nkey_file = \"k.pem\"\n";
    let config = load(file, &[AGENCY], &[("grpc.concurrency", "8")]).unwrap();
    let text = config.print();
    assert!(!text.contains("geheim") && !format!("{config:?}").contains("geheim"), "{text}");
    let line = |start: &str| text.lines().find(|line| line.starts_with(start)).unwrap().to_owned();
    assert!(line("concurrency = 8").ends_with("# flag"), "{text}");
    assert!(line("agency = \"640122.court\"").ends_with("# the environment"), "{text}");
    assert!(line("key_file = ").contains("jiefen.toml"), "{text}");
    assert!(line("batch_max = 100").ends_with("# default"), "{text}");
    load(&text, &[], &[]).unwrap();
    let wrong = "[roles.court]\ndatabase_url = [\"geheim\"]\nkey_file = \"k.pem\"\n";
    let faults = load(wrong, &[AGENCY], &[]).unwrap_err();
    assert!(!faults[0].to_string().contains("geheim"), "{}", faults[0]);
}

#[test]
fn secrets_are_read_from_files() {
    let dir = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        std::fs::write(dir.path().join(name), text).unwrap();
        Some(dir.path().join(name))
    };
    let mut role = RoleConfig::new("640122.court".parse().unwrap());
    assert!(role.read_database_url().is_err());
    assert_eq!(role.read_nats_password().unwrap(), None);
    role.database_url_file = write("url", "postgres://db\n");
    role.nats_password_file = write("password", " 0123\r\n");
    assert_eq!(role.read_database_url().unwrap().reveal(), "postgres://db");
    assert_eq!(role.read_nats_password().unwrap().unwrap().reveal(), " 0123");
    role.nats_password_file = write("password", "\n");
    assert_eq!(role.read_nats_password().unwrap_err().key, "nats_password_file");
    role.nats_password_file = Some(Path::new("/nonexistent").into());
    assert!(role.read_nats_password().is_err());
}

#[test]
fn every_area_reads_back() {
    for area in Area::ALL {
        assert_eq!(area.code().parse(), Ok(area));
    }
    assert!("console".parse::<Area>().is_err());
}
