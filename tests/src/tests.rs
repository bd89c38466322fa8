//! The harness against real servers: start, lose power, come back.

use std::cell::Cell;
use std::path::Path;
use std::time::Duration;

use anyhow::Result;
use async_nats::jetstream;
use async_nats::{Client, ConnectOptions};

use crate::{Nats, PgVersion, Postgres, Process, eventually, free_port, workspace_root};

const SHORT: Duration = Duration::from_secs(10);

#[tokio::test]
async fn postgres_keeps_what_it_committed_over_kill_9() -> Result<()> {
    for version in PgVersion::ALL {
        let postgres = Postgres::start(version).await?;
        let said = postgres.psql("postgres", "show server_version").await?;
        assert!(said.starts_with(&version.to_string()) || version == PgVersion::V15, "{said}");
        let url = postgres.database().await?;
        assert!(url.ends_with("/db_1"), "{url}");
        assert_ne!(postgres.database().await?, url, "every database is a fresh one");
        postgres.psql("db_1", "create table kept (n int); insert into kept values (7)").await?;

        postgres.kill9().await?;
        assert!(postgres.psql("db_1", "select 1").await.is_err(), "nobody listens");
        let before = postgres.port();
        postgres.restart().await?;
        assert_eq!(postgres.port(), before);
        assert_eq!(postgres.psql("db_1", "select n from kept").await?, "7");
        assert!(postgres.restart().await.is_err(), "it is running");
    }
    Ok(())
}

#[tokio::test]
async fn a_dropped_server_is_gone_with_its_data() -> Result<()> {
    let postgres = Postgres::start(PgVersion::V18).await?;
    let nats = Nats::start("").await?;
    let pids = [postgres.pid(), nats.pid()].map(|pid| pid.expect("it runs"));
    let dir = nats.dir().to_owned();
    drop((postgres, nats));
    for pid in pids {
        assert!(!Path::new("/proc").join(pid.to_string()).exists(), "{pid}");
    }
    assert!(!dir.exists());
    Ok(())
}

#[tokio::test]
async fn the_shared_cluster_is_one_and_has_the_shipped_settings() -> Result<()> {
    let (one, other) =
        tokio::try_join!(Postgres::shared(PgVersion::V15), Postgres::shared(PgVersion::V15))?;
    assert_eq!(one.pid(), other.pid());
    assert_eq!(one.psql("postgres", "show max_connections").await?, "200");
    assert_eq!(one.psql("postgres", "show listen_addresses").await?, "127.0.0.1");
    Ok(())
}

#[tokio::test]
async fn roles_separate_services_and_keep_the_schema_from_them() -> Result<()> {
    for version in PgVersion::ALL {
        let postgres = Postgres::shared(version).await?;
        let roles = workspace_root().join("deploy/postgres/roles.sql");
        for service in ["court", "intake", "court"] {
            postgres.psql_file("postgres", &roles, &[("service", service)]).await?;
        }
        let as_role = |role: &str, sql: &str| {
            let sql = format!("set session authorization {role}; {sql}");
            async move { postgres.psql("jiefen_court", &sql).await }
        };
        let tables = "create table made_later (n int); create table journal (n int)";
        as_role("jiefen_court_owner", tables).await?;
        postgres.psql_file("postgres", &roles, &[("service", "court")]).await?;
        let allowed = "insert into made_later values (1); update made_later set n = 2; \
                       insert into journal values (1); select n from journal";
        assert_eq!(as_role("jiefen_court", allowed).await?, "1");
        let refused = [
            as_role("jiefen_court", "update journal set n = 2").await,
            as_role("jiefen_court", "delete from journal").await,
            as_role("jiefen_court", "create table mine (n int)").await,
            as_role("jiefen_court", "truncate made_later").await,
            as_role("jiefen_court", "drop table made_later").await,
            as_role("jiefen_intake", "select * from made_later").await,
        ];
        assert!(refused.iter().all(Result::is_err), "{refused:?}");
        let foreign = "select has_database_privilege('jiefen_intake', 'jiefen_court', 'connect')";
        assert_eq!(postgres.psql("postgres", foreign).await?, "f");
    }
    Ok(())
}

#[tokio::test]
async fn nats_keeps_what_it_acknowledged_over_kill_9_and_loses_it_with_its_store() -> Result<()> {
    let nats = Nats::start("").await?;
    let stream = || async {
        let client = async_nats::connect(nats.url()).await?;
        let config = jetstream::stream::Config {
            name: "KEPT".to_owned(),
            subjects: vec!["kept.>".to_owned()],
            ..Default::default()
        };
        let context = jetstream::new(client);
        let info = context.create_or_update_stream(config).await?;
        anyhow::Ok((context, info.state.messages))
    };
    let (context, none) = stream().await?;
    assert_eq!(none, 0);
    context.publish("kept.one", "…".into()).await?.await?;
    drop(context);

    nats.kill9().await?;
    assert!(async_nats::connect(nats.url()).await.is_err(), "nobody listens");
    assert!(nats.kill9().await.is_err(), "it is not running");
    nats.restart().await?;
    assert_eq!(stream().await?.1, 1);
    assert!(nats.wipe_store().is_err(), "it is running");

    nats.stop().await?;
    nats.wipe_store()?;
    nats.restart().await?;
    assert_eq!(stream().await?.1, 0);
    let monitor = tokio::net::TcpStream::connect(("127.0.0.1", nats.monitor_port())).await;
    assert!(monitor.is_ok());
    Ok(())
}

#[tokio::test]
async fn a_broken_configuration_is_told_with_the_servers_words() -> Result<()> {
    let error = Nats::start("authorization { this is no configuration").await;
    let error = format!("{:#}", error.expect_err("it cannot start"));
    assert!(error.contains("users.conf"), "{error}");
    Ok(())
}

async fn connect(nats: &Nats, who: &str, password: &str) -> Result<Client> {
    let options = ConnectOptions::with_user_and_password(who.to_owned(), password.to_owned())
        .custom_inbox_prefix(format!("_INBOX.{who}"));
    Ok(options.connect(nats.url()).await?)
}

/// A hub with the shipped example users, and the streams that its administrator makes.
async fn county() -> Result<Nats> {
    let users = workspace_root().join("deploy/nats/users.example.conf");
    let nats = Nats::start(&std::fs::read_to_string(users)?).await?;
    let admin = jetstream::new(connect(&nats, "hub", "hub-secret").await?);
    for (name, subjects) in [
        ("JF_EVT", "jf.evt.>"),
        ("JF_IN_640122_court", "jf.msg.640122.court.>"),
        ("JF_IN_640122_centre", "jf.msg.640122.centre.>"),
    ] {
        let config = jetstream::stream::Config {
            name: name.to_owned(),
            subjects: vec![subjects.to_owned()],
            deny_delete: true,
            deny_purge: true,
            ..Default::default()
        };
        admin.create_stream(config).await?;
    }
    Ok(nats)
}

/// Those of `subjects` to which a request is let through, to somebody who answers it.
async fn answered<'a>(client: &Client, subjects: &[&'a str]) -> Vec<&'a str> {
    let requests = subjects.iter().map(|subject| async move {
        // To a refused request the server says nothing, so this is a time and not a state: longer
        // than any answer on loopback takes.
        let request = client.request((*subject).to_owned(), "".into());
        let answer = tokio::time::timeout(Duration::from_secs(2), request).await;
        matches!(answer, Ok(Ok(_))).then_some(*subject)
    });
    futures::future::join_all(requests).await.into_iter().flatten().collect()
}

#[tokio::test]
async fn an_agency_speaks_only_for_itself_and_hears_only_its_own() -> Result<()> {
    let nats = county().await?;
    let court = connect(&nats, "640122.court", "court-secret").await?;
    let centre = connect(&nats, "640122.centre", "centre-secret").await?;

    let allowed = [
        "jf.msg.640122.centre.640122.court.offer.d1",
        "jf.msg.640122.court.640122.court.note.d1",
        "jf.evt.640122.court.case.filed.d1",
        "$JS.API.STREAM.INFO.JF_IN_640122_court",
        "$JS.API.STREAM.INFO.JF_EVT",
    ];
    assert_eq!(answered(&court, &allowed).await, allowed);
    let refused = [
        "jf.msg.640122.centre.640122.justice.offer.d1",
        "jf.evt.640122.centre.case.filed.d1",
        "$JS.API.INFO",
        "$JS.API.STREAM.INFO.JF_IN_640122_centre",
        "$JS.API.STREAM.PURGE.JF_IN_640122_court",
        "$JS.API.STREAM.DELETE.JF_IN_640122_court",
        "$JS.API.STREAM.MSG.GET.JF_IN_640122_centre",
        "$JS.API.DIRECT.GET.JF_IN_640122_centre",
        "$JS.API.CONSUMER.LIST.JF_IN_640122_centre",
        "$JS.API.CONSUMER.DELETE.JF_EVT.640122_centre",
    ];
    assert_eq!(answered(&court, &refused).await, [""; 0]);

    let jetstream = jetstream::new(centre.clone());
    let stream = jetstream.get_stream("JF_IN_640122_centre").await?;
    let config = jetstream::consumer::pull::Config {
        durable_name: Some("intake".to_owned()),
        ..Default::default()
    };
    let consumer = stream.create_consumer(config).await?;
    let mut offers = consumer.fetch().max_messages(1).messages().await?;
    let offer = futures::StreamExt::next(&mut offers).await.expect("one message");
    let offer = offer.map_err(|error| anyhow::anyhow!("{error}"))?;
    assert_eq!(offer.subject.as_str(), "jf.msg.640122.centre.640122.court.offer.d1");
    offer.double_ack().await.map_err(|error| anyhow::anyhow!("{error}"))?;

    let stream = jetstream.get_stream("JF_EVT").await?;
    let named = |name: &str| jetstream::consumer::pull::Config {
        durable_name: Some(name.to_owned()),
        filter_subject: "jf.evt.640122.*.case.>".to_owned(),
        ..Default::default()
    };
    let mut events = stream.create_consumer(named("640122_centre")).await?;
    assert_eq!(events.info().await?.num_pending, 1);
    let stolen = stream.create_consumer(named("640122_court"));
    let stolen = tokio::time::timeout(Duration::from_secs(2), stolen).await;
    assert!(!matches!(stolen, Ok(Ok(_))), "a consumer in the court's name");
    Ok(())
}

#[tokio::test]
async fn the_administrator_cannot_remove_what_was_said() -> Result<()> {
    let nats = county().await?;
    let admin = connect(&nats, "hub", "hub-secret").await?;
    let asked = [
        "$JS.API.STREAM.INFO.JF_EVT",
        "$JS.API.STREAM.PURGE.JF_EVT",
        "$JS.API.STREAM.DELETE.JF_EVT",
        "jf.evt.640122.court.case.filed.d1",
    ];
    assert_eq!(answered(&admin, &asked).await, asked[..1]);
    assert!(connect(&nats, "640122.court", "wrong").await.is_err());
    Ok(())
}

#[tokio::test]
async fn eventually_tells_what_it_saw_last() -> Result<()> {
    let looks = Cell::new(0);
    let look = || {
        looks.set(looks.get() + 1);
        let now = looks.get();
        async move { if now < 3 { Err(format!("look {now}")) } else { Ok(now) } }
    };
    assert_eq!(eventually("three looks", SHORT, look).await?, 3);

    let never = || async { Err::<(), _>("two rows") };
    let error = eventually("one row", Duration::from_millis(60), never).await;
    let error = error.expect_err("it never comes").to_string();
    assert!(error.contains("one row") && error.contains("last seen: two rows"), "{error}");

    let silent = || std::future::pending::<Result<(), String>>();
    let error = eventually("an answer", Duration::from_millis(60), silent).await;
    assert!(error.expect_err("it never comes").to_string().contains("no answer"));
    Ok(())
}

#[test]
fn ports_are_free_and_not_handed_out_twice() -> Result<()> {
    let ports = (0..50).map(|_| free_port()).collect::<Result<Vec<u16>>>()?;
    let mut distinct = ports.clone();
    distinct.sort_unstable();
    distinct.dedup();
    assert_eq!(distinct.len(), ports.len());
    Ok(())
}

#[test]
fn a_child_of_a_child_dies_too() -> Result<()> {
    let dir = tempfile::tempdir()?;
    let script = "sleep 600 & echo child $!; wait";
    let log = dir.path().join("log");
    let mut process = Process::spawn("sh", Path::new("sh"), &["-c", script], &[], &log)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
    let child = runtime.block_on(eventually("the child's pid", SHORT, || async {
        let log = process.log()?;
        let word = log.split_whitespace().nth(1).map(str::to_owned);
        word.ok_or_else(|| anyhow::anyhow!("the log says {log:?}"))
    }))?;
    process.kill9()?;
    assert!(process.ensure_running().is_err());
    runtime.block_on(eventually("the child is gone", SHORT, || async {
        // A dead process that nobody has reaped yet keeps its entry, with state Z.
        match std::fs::read_to_string(format!("/proc/{child}/stat")) {
            Ok(stat) if !stat.contains(") Z ") => Err(stat),
            _ => Ok(()),
        }
    }))
}
