//! Materials follow the dispute: along a chain of units, told with the offer and when they are filed later; the bytes come
//! from the unit that keeps them, over those between, and to nobody without a part.

use super::*;
use jiefen_handoff::{Epoch, Message};
use jiefen_ledger::shelf::{PART, sha256};
use jiefen_ledger::{Where, wire};
use jiefen_procedure::Beside;
use jiefen_procedure::material::{Material, Part, Wanted};

const COUNTY: &str = "640122.centre";
const TOWN: &str = "640122101.centre";
const VILLAGE: &str = "640122101203.village_mediation";
const COURT: &str = "640122.court";

/// Units, and how much of what each has sent was carried.
struct Chain3 {
    nodes: Vec<(&'static str, TestNode<Small>, usize)>,
    dispute: DisputeId,
}

impl Chain3 {
    /// The county hands a dispute to the township, which hands it to the village.
    async fn open(n: u128) -> Chain3 {
        let brief = brief(n);
        let mut nodes = Vec::new();
        for agency in [COUNTY, TOWN, VILLAGE] {
            nodes.push((agency, node(agency).await, 0));
        }
        let chain = Chain3 { nodes, dispute: brief.dispute };
        let open = Command::Open(Box::new(brief.clone()));
        chain.nodes[0].1.command(case_of(brief.dispute), open, Role::Mediator).await.unwrap();
        chain
    }

    async fn hand_on(&mut self, from: usize) {
        let to = self.nodes[from + 1].0.parse().unwrap();
        let (case, send) = (case_of(self.dispute), Command::Send { to });
        self.nodes[from].1.command(case, send, Role::Mediator).await.unwrap();
        self.carry().await;
        let pending = self.nodes[from + 1].1.desk_of(self.dispute).await.desk.pending.unwrap();
        let accept = handoff::Input::Accept { epoch: pending.offer.epoch };
        self.nodes[from + 1].1.desk(self.dispute, accept, Role::Mediator).await.unwrap();
        self.carry().await;
        assert!(self.nodes[from + 1].1.desk_of(self.dispute).await.desk.holds());
    }

    /// Carries what was sent until nothing is left; says how many messages it were.
    async fn carry(&mut self) -> usize {
        let mut carried = 0;
        loop {
            let before = carried;
            for at in 0..self.nodes.len() {
                let (agency, done) = (self.nodes[at].0, self.nodes[at].2);
                let sent = self.nodes[at].1.outbox().await;
                self.nodes[at].2 = sent.len();
                for (to, _, payload) in sent.into_iter().skip(done) {
                    let Some(to) = self.nodes.iter().position(|one| one.0 == to) else { continue };
                    let (message, beside) = wire::decode(&payload).unwrap();
                    let node = &mut self.nodes[to].1;
                    let outcome =
                        node.receive_beside(agency, self.dispute, &message, &beside).await;
                    assert_eq!(outcome, Delivered::Applied, "{agency}: {message:?}");
                    carried += 1;
                }
            }
            if carried == before {
                return carried;
            }
        }
    }

    /// Files a content at a unit.
    async fn file(&self, at: usize, name: &str, content: &[u8]) -> Result<String, Error> {
        let (agency, node, _) = &self.nodes[at];
        let hash = sha256(content);
        let now = node.ledger.identity().clock.now();
        node.ledger.store().keep_paper(&hash, content, now).await.unwrap();
        let material = Box::new(Material {
            sha256: hash.clone(),
            name: Private::new(name.to_owned()),
            media_type: "text/plain".to_owned(),
            size: content.len() as u64,
            unit: agency.parse().unwrap(),
            person: "clerk-1".to_owned(),
            at: now,
            party: 0,
        });
        let order = Order::File { dispute: self.dispute, material };
        self.order(at, order, &format!("file {hash}")).await.map(|()| hash)
    }

    async fn order(&self, at: usize, order: Order<Small>, id: &str) -> Result<(), Error> {
        let (agency, node, _) = &self.nodes[at];
        let agency = agency.parse().unwrap();
        let actor = Actor { agency, person: "clerk-1".into(), role: Role::Mediator };
        let request = Request {
            order,
            actor,
            request_id: id.to_owned(),
            fingerprint: vec![1],
            expected: None,
            seen: None,
            validate_only: false,
            trace: None,
        };
        node.ledger.execute(request).await.map(drop)
    }

    async fn want(&self, at: usize, hash: &str) {
        let order = Order::Want { dispute: self.dispute, sha256: hash.to_owned() };
        self.order(at, order, &format!("want {hash}")).await.unwrap();
    }

    /// What a unit knows: name, filing unit, where the bytes are.
    async fn known(&self, at: usize) -> Vec<(String, String, Where)> {
        let node = &self.nodes[at].1;
        let now = node.ledger.identity().clock.now();
        let all = node.ledger.store().materials_of(self.dispute, now).await.unwrap();
        let one = |(known, place): (jiefen_ledger::KnownMaterial, Where)| {
            (known.material.name.reveal().clone(), known.material.unit.to_string(), place)
        };
        all.into_iter().map(one).collect()
    }
}

fn row(name: &str, unit: &str, place: Where) -> (String, String, Where) {
    (name.to_owned(), unit.to_owned(), place)
}

#[tokio::test]
async fn the_list_goes_along_with_the_offer_and_every_unit_that_took_part_hears_of_what_comes_later()
 {
    let mut chain = Chain3::open(901).await;
    chain.file(0, "借条", b"one").await.unwrap();
    chain.hand_on(0).await;
    assert_eq!(chain.known(1).await, [row("借条", COUNTY, Where::There)]);
    chain.hand_on(1).await;
    assert_eq!(chain.known(2).await, [row("借条", COUNTY, Where::There)]);
    chain.file(2, "照片", b"two").await.unwrap();
    chain.carry().await;
    for at in [0, 1] {
        let expected = [
            row("借条", COUNTY, if at == 0 { Where::Here } else { Where::There }),
            row("照片", VILLAGE, Where::There),
        ];
        assert_eq!(chain.known(at).await, expected);
    }
    assert_eq!(chain.carry().await, 0, "nobody tells it again");
}

#[tokio::test]
async fn the_bytes_come_whole_over_the_units_between_and_are_kept() {
    let mut chain = Chain3::open(902).await;
    let content: Vec<u8> = (0..PART * 18 + 5).map(|at| (at % 251) as u8).collect();
    let hash = chain.file(0, "录音", &content).await.unwrap();
    chain.hand_on(0).await;
    chain.hand_on(1).await;
    chain.want(2, &hash).await;
    assert_eq!(chain.known(2).await, [row("录音", COUNTY, Where::Asked)]);
    chain.want(2, &hash).await;
    let carried = chain.carry().await;
    assert!(carried >= 2 * 19, "{carried}");
    assert_eq!(chain.known(2).await, [row("录音", COUNTY, Where::Here)]);
    let store = chain.nodes[2].1.ledger.store();
    let mut read = Vec::new();
    for no in 0..store.paper_parts(&hash).await.unwrap().unwrap() {
        read.extend(store.paper_part(&hash, no).await.unwrap());
    }
    assert!(read == content, "{} bytes of {}", read.len(), content.len());
    let facts = chain.nodes[0].1.facts().await;
    let given = facts.iter().filter(|fact| *fact == "handoff.material_given").count();
    assert_eq!(given, 1, "who got the bytes stands in the journal");
}

#[tokio::test]
async fn a_unit_without_a_part_is_neither_heard_nor_served() {
    let mut chain = Chain3::open(903).await;
    let hash = chain.file(0, "借条", b"one").await.unwrap();
    let dispute = chain.dispute;
    let node = &mut chain.nodes[0].1;
    let before = node.outbox().await.len();
    let at = node.ledger.identity().clock.now();
    let message =
        Message::ProgressReported { epoch: Epoch::new(0, 1), at, track: None, next: None };
    let wanted = Some(Wanted { sha256: hash.clone(), from: 0 });
    let asks = Beside { wanted, ..Beside::default() };
    node.receive_beside(COURT, dispute, &message, &asks).await;
    assert_eq!(node.outbox().await.len(), before, "no byte goes out");
    let strange = Material {
        sha256: sha256(b"strange"),
        name: Private::new("塞进来的".to_owned()),
        media_type: "text/plain".to_owned(),
        size: 7,
        unit: COURT.parse().unwrap(),
        person: "x".to_owned(),
        at,
        party: 0,
    };
    let tells = Beside { materials: vec![strange], ..Beside::default() };
    node.receive_beside(COURT, dispute, &message, &tells).await;
    assert_eq!(chain.known(0).await, [row("借条", COUNTY, Where::Here)]);
}

#[tokio::test]
async fn bytes_that_are_not_what_was_told_are_not_kept_and_a_hash_alone_opens_nothing() {
    let mut chain = Chain3::open(904).await;
    let hash = chain.file(0, "借条", b"one").await.unwrap();
    chain.hand_on(0).await;
    chain.want(1, &hash).await;
    let dispute = chain.dispute;
    let node = &mut chain.nodes[1].1;
    let at = node.ledger.identity().clock.now();
    let message =
        Message::ProgressReported { epoch: Epoch::new(0, 1), at, track: None, next: None };
    let content = Private::new(b"two".to_vec());
    let part = Some(Part { sha256: hash.clone(), no: 0, of: 1, content });
    let other = Beside { part, ..Beside::default() };
    node.receive_beside(COUNTY, dispute, &message, &other).await;
    assert_eq!(node.ledger.store().paper_parts(&hash).await.unwrap(), None);
    assert_eq!(chain.known(1).await, [row("借条", COUNTY, Where::There)]);
    // The township keeps a paper of another dispute; the county tells of its hash and asks for it.
    let secret = sha256(b"of another dispute");
    let node = &mut chain.nodes[1].1;
    node.ledger.store().keep_paper(&secret, b"of another dispute", at).await.unwrap();
    let told = Material {
        sha256: secret.clone(),
        name: Private::new("x".to_owned()),
        media_type: "text/plain".to_owned(),
        size: 18,
        unit: COUNTY.parse().unwrap(),
        person: "x".to_owned(),
        at,
        party: 0,
    };
    let tells = Beside { materials: vec![told], ..Beside::default() };
    node.receive_beside(COUNTY, dispute, &message, &tells).await;
    let before = node.outbox().await.len();
    let wanted = Some(Wanted { sha256: secret, from: 0 });
    let asks = Beside { wanted, ..Beside::default() };
    node.receive_beside(COUNTY, dispute, &message, &asks).await;
    assert_eq!(node.outbox().await.len(), before, "no byte of it goes out");
}

#[tokio::test]
async fn a_material_is_filed_once_and_not_beyond_the_limit() {
    let chain = Chain3::open(905).await;
    chain.file(0, "借条", b"one").await.unwrap();
    let order = |hash: String| Order::File {
        dispute: chain.dispute,
        material: Box::new(Material {
            sha256: hash,
            name: Private::new("x".to_owned()),
            media_type: "text/plain".to_owned(),
            size: 3,
            unit: COUNTY.parse().unwrap(),
            person: "x".to_owned(),
            at: Moment(0),
            party: 0,
        }),
    };
    let name = |error: Error| {
        let Error::Refused(refused) = error else { panic!("{error}") };
        refused.name
    };
    let again = chain.order(0, order(sha256(b"one")), "again").await.unwrap_err();
    assert_eq!(name(again), "ATTACHED_ALREADY");
    for no in 1..jiefen_ledger::FILED_MAX {
        chain.order(0, order(format!("{no:064}")), &format!("no {no}")).await.unwrap();
    }
    let full = chain.order(0, order(format!("{:064}", 999)), "full").await.unwrap_err();
    assert_eq!(name(full), "TOO_MANY_PAPERS");
}

/// Half of the bytes have come when the process ends; the next one goes on where it was.
#[tokio::test]
async fn a_unit_that_starts_again_in_the_middle_loses_nothing() {
    let mut chain = Chain3::open(906).await;
    let content: Vec<u8> = (0..PART * 3).map(|at| (at % 249) as u8).collect();
    let hash = chain.file(0, "录像", &content).await.unwrap();
    chain.hand_on(0).await;
    chain.want(1, &hash).await;
    chain.nodes[1].1.ledger = chain.nodes[1].1.twin();
    chain.nodes[0].1.ledger = chain.nodes[0].1.twin();
    chain.carry().await;
    chain.nodes[1].1.ledger = chain.nodes[1].1.twin();
    assert_eq!(chain.known(1).await, [row("录像", COUNTY, Where::Here)]);
}
