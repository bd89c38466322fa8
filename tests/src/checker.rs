//! Reads the databases of a whole county and says which promises are broken. It shares no code with the
//! services: only the tables' names and columns, as an auditor would.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Connection as _, Row as _};

/// The destination of the events for everybody.
const EVERYBODY: &str = "evt";

/// One node's database as it was read.
#[derive(Debug, Default)]
struct Node {
    custody: Vec<Custody>,
    outbox: Vec<Sent>,
    inbox: BTreeMap<String, Received>,
    links_out: BTreeMap<String, (i64, Vec<u8>)>,
    links_in: BTreeMap<(String, String), (i64, Vec<u8>)>,
    receipts: BTreeMap<(String, String), i64>,
    requests: BTreeSet<String>,
    journal: Vec<i64>,
    open_cases: BTreeSet<String>,
    running_clocks: BTreeSet<String>,
}

#[derive(Debug)]
struct Custody {
    dispute: String,
    holds: bool,
    status: String,
    due_at: Option<i64>,
}

#[derive(Debug)]
struct Sent {
    dst: String,
    seq: i64,
    id: String,
}

#[derive(Debug)]
struct Received {
    src: String,
    stream: String,
    seq: i64,
    state: String,
    cause: Option<String>,
    owner: Option<String>,
    due_at: Option<i64>,
}

/// What to compare the databases with.
#[derive(Debug, Default)]
pub struct Expect {
    /// The database of each agency, `sqlite://…` or `postgres://…`.
    pub databases: BTreeMap<String, String>,
    /// Who reads an agency's events for everybody.
    pub readers: BTreeMap<String, Vec<String>>,
    /// The requests that were acknowledged to clients: (agency, `agency|person|request id`).
    pub acknowledged: Vec<(String, String)>,
    /// The moment of the county's clock, in microseconds: no offer may be overdue by then.
    pub now: i64,
}

impl Expect {
    /// Who must have what an agency sent to a destination.
    fn addressees<'a>(&'a self, agency: &str, dst: &'a str) -> Vec<&'a str> {
        if dst != EVERYBODY {
            return vec![dst];
        }
        let readers = self.readers.get(agency).into_iter().flatten();
        readers.map(String::as_str).filter(|reader| *reader != agency).collect()
    }
}

/// Every broken promise, by its number (I1–I5, I9, I12), in words.
///
/// # Errors
/// A database cannot be read.
pub async fn check(expect: &Expect) -> Result<Vec<String>> {
    sqlx::any::install_default_drivers();
    let mut nodes = BTreeMap::new();
    for (agency, url) in &expect.databases {
        let node = read(url).await.with_context(|| format!("reading the database of {agency}"))?;
        nodes.insert(agency.clone(), node);
    }
    let mut broken = Vec::new();
    one_holder(&nodes, &mut broken);
    handoffs_end(&nodes, expect, &mut broken);
    acknowledged(&nodes, expect, &mut broken);
    delivered_once(&nodes, expect, &mut broken);
    numbered(&nodes, &mut broken);
    level(&nodes, expect, &mut broken);
    parked_owned(&nodes, &mut broken);
    Ok(broken)
}

async fn read(url: &str) -> Result<Node> {
    let mut db = AnyConnection::connect(url).await?;
    let mut node = Node::default();
    let sql = "SELECT dispute, CASE WHEN holds THEN 1 ELSE 0 END, status, due_at FROM custody";
    for row in all(&mut db, sql).await? {
        node.custody.push(Custody {
            dispute: row.try_get(0)?,
            holds: row.try_get::<i32, _>(1)? == 1,
            status: row.try_get(2)?,
            due_at: row.try_get(3)?,
        });
    }
    for row in all(&mut db, "SELECT dst, seq, id FROM outbox").await? {
        let sent = Sent { dst: row.try_get(0)?, seq: row.try_get(1)?, id: row.try_get(2)? };
        node.outbox.push(sent);
    }
    let sql = "SELECT id, src, stream, seq, state, cause, owner, due_at FROM inbox";
    for row in all(&mut db, sql).await? {
        let received = Received {
            src: row.try_get(1)?,
            stream: row.try_get(2)?,
            seq: row.try_get(3)?,
            state: row.try_get(4)?,
            cause: row.try_get(5)?,
            owner: row.try_get(6)?,
            due_at: row.try_get(7)?,
        };
        node.inbox.insert(row.try_get(0)?, received);
    }
    for row in all(&mut db, "SELECT dst, seq, running FROM links_out").await? {
        node.links_out.insert(row.try_get(0)?, (row.try_get(1)?, row.try_get(2)?));
    }
    for row in all(&mut db, "SELECT src, stream, seq, running FROM links_in").await? {
        let key = (row.try_get(0)?, row.try_get(1)?);
        node.links_in.insert(key, (row.try_get(2)?, row.try_get(3)?));
    }
    for row in all(&mut db, "SELECT dst, reader, upto FROM receipts").await? {
        node.receipts.insert((row.try_get(0)?, row.try_get(1)?), row.try_get(2)?);
    }
    for row in all(&mut db, "SELECT key FROM requests").await? {
        node.requests.insert(row.try_get(0)?);
    }
    for row in all(&mut db, "SELECT seq FROM journal ORDER BY seq").await? {
        node.journal.push(row.try_get(0)?);
    }
    for row in all(&mut db, "SELECT id FROM cases WHERE dispute IS NOT NULL AND open").await? {
        node.open_cases.insert(row.try_get(0)?);
    }
    let sql = "SELECT case_id FROM clocks WHERE state IN ('running', 'stopped')";
    for row in all(&mut db, sql).await? {
        node.running_clocks.insert(row.try_get(0)?);
    }
    db.close().await?;
    Ok(node)
}

async fn all(db: &mut AnyConnection, sql: &'static str) -> Result<Vec<AnyRow>> {
    Ok(sqlx::query(sql).fetch_all(db).await?)
}

type Nodes = BTreeMap<String, Node>;

/// I1: after the drain every dispute is held by exactly one agency.
fn one_holder(nodes: &Nodes, broken: &mut Vec<String>) {
    let mut holders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (agency, node) in nodes {
        for row in &node.custody {
            let list = holders.entry(&row.dispute).or_default();
            if row.holds {
                list.push(agency);
            }
        }
    }
    for (dispute, list) in holders {
        if list.len() != 1 {
            broken.push(format!("I1: dispute {dispute} is held by {list:?}"));
        }
    }
}

/// I2: no offer is left open past its deadline, none is accepted and never confirmed.
fn handoffs_end(nodes: &Nodes, expect: &Expect, broken: &mut Vec<String>) {
    for (agency, node) in nodes {
        for row in &node.custody {
            let overdue = row.due_at.is_some_and(|due| due < expect.now);
            if row.status == "tentative" || (row.status == "offered" && overdue) {
                let what = format!("{} at {agency} is {}", row.dispute, row.status);
                broken.push(format!("I2: the hand-off of {what}"));
            }
        }
    }
}

/// I3: what was acknowledged to a client is in the database.
fn acknowledged(nodes: &Nodes, expect: &Expect, broken: &mut Vec<String>) {
    for (agency, key) in &expect.acknowledged {
        if !nodes.get(agency).is_some_and(|node| node.requests.contains(key)) {
            broken.push(format!("I3: {agency} acknowledged {key} and does not know it"));
        }
    }
}

/// I4: what was put into an outbox is in the inbox of each addressee, and applied (or parked with its
/// cause); nothing is in an inbox that was not sent.
fn delivered_once(nodes: &Nodes, expect: &Expect, broken: &mut Vec<String>) {
    let mut sent: BTreeSet<(&str, &str)> = BTreeSet::new();
    for (agency, node) in nodes {
        for row in &node.outbox {
            for reader in expect.addressees(agency, &row.dst) {
                sent.insert((reader, &row.id));
                let found = nodes.get(reader).and_then(|node| node.inbox.get(&row.id));
                match found {
                    None => broken.push(format!(
                        "I4: {} from {agency} (number {} for {}) never reached {reader}",
                        row.id, row.seq, row.dst
                    )),
                    Some(row) if row.state == "waiting" => {
                        broken.push(format!("I4: a message from {agency} waits at {reader}"));
                    }
                    Some(_) => {}
                }
            }
        }
    }
    for (agency, node) in nodes {
        for (id, row) in &node.inbox {
            let known = nodes.contains_key(&row.src);
            let listed = || expect.addressees(&row.src, EVERYBODY).contains(&agency.as_str());
            let reads = row.stream != EVERYBODY || listed();
            let genuine = row.state != "quarantined";
            if known && reads && genuine && !sent.contains(&(agency.as_str(), id.as_str())) {
                broken.push(format!("I4: {agency} has {id}, which {} never sent", row.src));
            }
        }
    }
}

/// I5: the numbers of a link at its receiver are 1..n, each once; so are the journal's.
fn numbered(nodes: &Nodes, broken: &mut Vec<String>) {
    for (agency, node) in nodes {
        let mut links: BTreeMap<(&str, &str), Vec<i64>> = BTreeMap::new();
        for row in node.inbox.values().filter(|row| row.state != "quarantined") {
            links.entry((&row.src, &row.stream)).or_default().push(row.seq);
        }
        for (link, mut numbers) in links {
            numbers.sort_unstable();
            if numbers.iter().zip(1..).any(|(number, place)| *number != place) {
                broken.push(format!("I5: {agency} has {numbers:?} from {link:?}"));
            }
        }
        if node.journal.iter().zip(1..).any(|(number, place)| *number != place) {
            broken.push(format!("I5: the journal of {agency} has a gap"));
        }
    }
}

/// I9: both ends of a link agree on its last number and on what was said; all is receipted.
fn level(nodes: &Nodes, expect: &Expect, broken: &mut Vec<String>) {
    for (agency, node) in nodes {
        for (dst, (seq, running)) in &node.links_out {
            let stream = if dst == EVERYBODY { EVERYBODY } else { "msg" };
            for reader in expect.addressees(agency, dst) {
                let key = (agency.clone(), stream.to_owned());
                let end = nodes.get(reader).and_then(|node| node.links_in.get(&key));
                if end.map(|(seq, running)| (seq, running)) != Some((seq, running)) {
                    let theirs = end.map(|(seq, _)| *seq);
                    broken
                        .push(format!("I9: {agency} sent {seq} to {reader}, which has {theirs:?}"));
                }
                let receipted = node.receipts.get(&(dst.clone(), reader.to_owned()));
                if receipted != Some(seq) {
                    broken.push(format!(
                        "I9: {agency} sent {seq} to {reader}, receipted {receipted:?}"
                    ));
                }
            }
        }
    }
}

/// I12: what is parked has a cause, an owner and a clock.
fn parked_owned(nodes: &Nodes, broken: &mut Vec<String>) {
    for (agency, node) in nodes {
        for (id, row) in &node.inbox {
            let parked = row.state == "parked";
            let owned = row.cause.is_some() && row.owner.is_some() && row.due_at.is_some();
            if parked && !owned {
                broken
                    .push(format!("I12: {id} is parked at {agency} without cause, owner or clock"));
            }
        }
        for case in &node.open_cases {
            if !node.running_clocks.contains(case) {
                broken.push(format!("C-I3: the open case {case} at {agency} has no running clock"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn custody(dispute: &str, holds: bool, status: &str) -> Custody {
        Custody { dispute: dispute.into(), holds, status: status.into(), due_at: Some(5) }
    }

    fn node(rows: Vec<Custody>) -> Node {
        Node { custody: rows, ..Node::default() }
    }

    #[test]
    fn two_holders_and_none_are_both_found() {
        let nodes = BTreeMap::from([
            (
                "a".to_owned(),
                node(vec![custody("d", true, "holder"), custody("e", false, "passed")]),
            ),
            ("b".to_owned(), node(vec![custody("d", true, "holder")])),
        ]);
        let mut broken = Vec::new();
        one_holder(&nodes, &mut broken);
        assert_eq!(broken.len(), 2, "{broken:?}");
    }

    #[test]
    fn a_lost_message_a_gap_and_a_missing_receipt_are_found() {
        let mut sender = Node::default();
        sender.outbox.push(Sent { dst: "b".into(), seq: 1, id: "m1".into() });
        sender.links_out.insert("b".into(), (1, vec![1]));
        let nodes = BTreeMap::from([("a".to_owned(), sender), ("b".to_owned(), Node::default())]);
        let mut broken = Vec::new();
        delivered_once(&nodes, &Expect::default(), &mut broken);
        level(&nodes, &Expect::default(), &mut broken);
        assert_eq!(broken.len(), 3, "{broken:?}");
    }

    #[test]
    fn an_overdue_offer_is_found_and_one_in_time_is_not() {
        let nodes = BTreeMap::from([("a".to_owned(), node(vec![custody("d", true, "offered")]))]);
        for (now, faults) in [(4, 0), (6, 1)] {
            let mut broken = Vec::new();
            handoffs_end(&nodes, &Expect { now, ..Expect::default() }, &mut broken);
            assert_eq!(broken.len(), faults);
        }
    }

    #[test]
    fn a_forgotten_acknowledgement_is_found() {
        let nodes = BTreeMap::from([("a".to_owned(), Node::default())]);
        let expect = Expect {
            acknowledged: vec![("a".to_owned(), "a|p|r".to_owned())],
            ..Expect::default()
        };
        let mut broken = Vec::new();
        acknowledged(&nodes, &expect, &mut broken);
        assert_eq!(broken.len(), 1);
    }
}
