//! What people outside the unit may have of a paper: anybody with the code learns whether it is genuine, a party gets its
//! bytes. Attempts are counted before they are made, and a wrong pair is answered no sooner than a fixed time.

use std::collections::BTreeMap;
use std::time::Duration;

use jiefen_documents::family;
use jiefen_ledger::read::{self, CaseView};
use jiefen_ledger::serve::App;
use jiefen_ledger::serve::proof::{self, Proof};
use jiefen_ledger::shelf::IssuedRow;
use jiefen_ledger::wire::Fields;
use jiefen_ledger::{Area, Error};
use jiefen_platform::grpc::status;
use jiefen_proto::jiefen::documents::v1 as pb;
use jiefen_vocab::DisputeId;
use serde_json::Value;
use tokio::time::{Instant, sleep_until};
use tonic::{Code, Status};

use crate::fill::path;
use crate::offers::OFFERS;
use crate::{code, draw, others, refused, show};

/// So many codes are looked at for one connection in an hour.
const OF_A_CLIENT: i64 = 120;
/// So many wrong pairs from one connection.
const PAIRS_OF_A_CLIENT: i64 = 30;
/// So many wrong pairs for one paper.
const PAIRS_OF_A_PAPER: i64 = 10;
/// A wrong pair is answered no sooner than this.
const NO_SOONER: Duration = Duration::from_millis(300);
/// The digits by which a telephone number is known.
const DIGITS: usize = 4;

/// Says whether a paper is genuine.
///
/// # Errors
/// Too many codes from this connection, or the database cannot be read.
pub(crate) async fn verify<A: Area>(
    app: &App<A>,
    m: &pb::VerifyPaperRequest,
) -> Result<pb::VerifyPaperResponse, Status> {
    let (store, now) = (app.ledger.store(), app.ledger.identity().clock.now());
    if store.take_turn("verify client", &m.client, now).await?.times > OF_A_CLIENT {
        return Err(too_many());
    }
    let Some(check) = code::read(&m.check) else { return Ok(pb::VerifyPaperResponse::default()) };
    let found = store.issued_as(&check).await?;
    let Some(row) = found.first() else { return Ok(pb::VerifyPaperResponse::default()) };
    let names = draw::all_names(app, &BTreeMap::new(), now.day());
    let me = app.ledger.agency().to_string();
    Ok(pb::VerifyPaperResponse {
        genuine: true,
        unit: names.get(&me).cloned().unwrap_or(me),
        title: family(&row.family).map(|family| family.zh.clone()).unwrap_or_default(),
        number: row.number.clone(),
        issued_on: row.issued_on.clone(),
        sha256: row.sha256.clone(),
        version: u32::try_from(row.version).unwrap_or_default(),
        corrected: store.is_corrected(&check).await?,
    })
}

/// The paper, for the party whose dispute it is.
///
/// # Errors
/// No such pair; a paper that parties do not get; too many wrong ones.
pub(crate) async fn own<A: Area>(
    app: &App<A>,
    m: &pb::ReadOwnPaperRequest,
) -> Result<IssuedRow, Status> {
    let asked = Instant::now();
    let found = looked_up(app, m).await;
    if found.is_err() {
        sleep_until(asked + NO_SOONER).await;
    }
    found
}

async fn looked_up<A: Area>(
    app: &App<A>,
    m: &pb::ReadOwnPaperRequest,
) -> Result<IssuedRow, Status> {
    let (store, now) = (app.ledger.store(), app.ledger.identity().clock.now());
    let digits: String = m.phone_digits.chars().filter(char::is_ascii_digit).collect();
    if digits.len() < DIGITS {
        let told = "请输入登记时留的手机号后四位 (the last four digits of the telephone number)";
        return Err(Error::field("phone_digits", told).into());
    }
    let check = code::read(&m.check).ok_or_else(|| refused::no_paper(&m.check))?;
    let of_paper = store.take_turn("own paper", &check, now).await?;
    let of_client = store.take_turn("own paper client", &m.client, now).await?;
    if of_paper.times > PAIRS_OF_A_PAPER || of_client.times > PAIRS_OF_A_CLIENT {
        return Err(too_many());
    }
    for row in store.issued_as(&check).await? {
        let given = OFFERS.iter().any(|offer| offer.family == row.family && offer.for_parties);
        if given && is_of(app, &row, &m.receipt, &digits).await? {
            store.give_back(&of_paper).await?;
            store.give_back(&of_client).await?;
            return Ok(row);
        }
    }
    let zh = "核验码、查询码和手机号后四位对不上，请照着文书和回执再核对一遍";
    let en = "the codes and the end of the telephone number do not fit together";
    Err(status(Code::NotFound, "NO_SUCH_PAIR", zh, en))
}

/// Whether receipt and number are those of a party of the paper's dispute.
async fn is_of<A: Area>(
    app: &App<A>,
    row: &IssuedRow,
    receipt: &str,
    digits: &str,
) -> Result<bool, Error> {
    let Ok(dispute) = row.dispute.parse::<DisputeId>() else { return Ok(false) };
    let cases = read::cases_of::<A>(app.ledger.store(), dispute).await?;
    Ok(cases.iter().map(A::shown).any(|view| fits(&view, receipt, digits)))
}

/// The papers of a dispute that its party may have here, and who has the others.
///
/// # Errors
/// No such pair; too many wrong ones; the database cannot be read.
pub(crate) async fn list<A: Area>(
    app: &App<A>,
    m: &pb::ListOwnPapersRequest,
) -> Result<pb::ListOwnPapersResponse, Status> {
    let mut fields = Fields::new();
    let proof = Proof::parse(&mut fields, &m.receipt, &m.phone_digits, &m.client);
    let proof = fields.done(proof)?;
    let receipt = proof.receipt.to_string();
    let dispute = proof::prove(app, &proof, |case: &CaseView<A>| {
        let dispute: DisputeId = case.row.dispute.as_ref()?.parse().ok()?;
        fits(&A::shown(case), &receipt, proof.digits.reveal()).then_some(Ok(dispute))
    })
    .await?;
    let cases = read::cases_of::<A>(app.ledger.store(), dispute).await?;
    let issued = app.ledger.store().issued_of(dispute).await?;
    let hers = |row: &&IssuedRow| {
        OFFERS.iter().any(|offer| offer.family == row.family && offer.for_parties)
    };
    let elsewhere = others::of(app, dispute, &cases).await?;
    Ok(pb::ListOwnPapersResponse {
        papers: issued.iter().filter(hers).map(|row| show::own(row, &issued)).collect(),
        elsewhere: others::for_party(elsewhere),
    })
}

fn fits(view: &Value, receipt: &str, digits: &str) -> bool {
    let known = path::at(view, "code").or_else(|| path::at(view, "receipt"));
    let known = known.as_ref().and_then(Value::as_str).map(code::plain).unwrap_or_default();
    if known.is_empty() || known != code::plain(receipt) {
        return false;
    }
    let parties = path::at(view, "parties");
    let parties = parties.as_ref().and_then(Value::as_array).into_iter().flatten();
    parties.filter_map(|party| party.get("particulars")).any(|more| is_reached(more, digits))
}

/// By its own number, or that of somebody who acts for it.
fn is_reached(more: &Value, digits: &str) -> bool {
    let ends = |one: &Value| {
        let phone = one.get("phone").and_then(Value::as_str).unwrap_or_default();
        let phone: String = phone.chars().filter(char::is_ascii_digit).collect();
        phone.len() >= DIGITS && phone.ends_with(digits)
    };
    let others = ["guardians", "agents", "representatives"].iter();
    let others = others.filter_map(|name| more.get(*name)?.as_array()).flatten();
    ends(more) || others.into_iter().any(ends)
}

fn too_many() -> Status {
    let zh = "试的次数太多了，请过一个小时再试；着急的话请直接打电话或者到窗口";
    let en = "too many attempts; try again in an hour, or telephone or come to the counter";
    status(Code::ResourceExhausted, "TOO_MANY_ATTEMPTS", zh, en)
}
