//! By what somebody shows that a dispute is hers: the code on the receipt and the end of the telephone number.
//! Whoever guesses learns nothing: an unknown code and a wrong number have one answer, and it comes no sooner
//! than a fixed time. Every attempt is counted before it is made.

use std::time::Duration;

use jiefen_platform::grpc::status;
use jiefen_vocab::document::number;
use jiefen_vocab::receipt::Receipt;
use jiefen_vocab::{Party, Private};
use tokio::time::{Instant, sleep_until};
use tonic::{Code, Status};

use crate::area::Area;
use crate::error::Error;
use crate::read::{CaseView, cases_between};
use crate::serve::App;
use crate::wire::Fields;

/// So many wrong pairs of one code are looked at in an hour.
const OF_A_CODE: i64 = 10;
/// So many wrong pairs from one connection.
const OF_A_CLIENT: i64 = 30;
/// A wrong pair is answered no sooner than this: longer than any look into the database takes.
const NO_SOONER: Duration = Duration::from_millis(300);
/// So many digits of the telephone number prove whose it is.
const DIGITS: usize = 4;
/// The longest mark of a connection.
const MARK: usize = 64;

/// By what somebody shows that a dispute is hers.
#[derive(Clone)]
pub struct Proof {
    /// The code on the receipt.
    pub receipt: Receipt,
    /// The end of the telephone number.
    pub digits: Private<String>,
    /// Marks the connection.
    pub client: String,
}

impl Proof {
    /// Parses a proof, the field `proof` of a request; a slip of the pen in the code is named.
    pub fn parse(fields: &mut Fields, receipt: &str, digits: &str, client: &str) -> Option<Proof> {
        let receipt: Option<Receipt> = match receipt.trim() {
            "" => {
                fields.fault("proof.receipt", "请填写回执上的查询码 (required)");
                None
            }
            code => match code.parse() {
                Ok(receipt) => Some(receipt),
                Err(fault) => {
                    fields.fault("proof.receipt", fault);
                    None
                }
            },
        };
        let digits = number(digits);
        let plain = digits.len() >= DIGITS && digits.len() <= 20;
        if !plain || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            let right = "请填写登记时所留手机号的后四位数字 (the last four digits)";
            fields.fault("proof.phone_digits", right);
            return None;
        }
        let client = fields.text("proof.client", client, MARK);
        Some(Proof { receipt: receipt?, digits: Private::new(digits), client: client? })
    }
}

/// The number fits more than one party.
pub struct Several;

/// Whose a proof is: `parties` says of a case whose parties it knows, when it is the one of this receipt.
///
/// # Errors
/// No such pair; the number fits two parties; too many wrong ones in this hour.
pub async fn prove<A: Area, T>(
    app: &App<A>,
    proof: &Proof,
    fits: impl Fn(&CaseView<A>) -> Option<Result<T, Several>>,
) -> Result<T, Status> {
    evenly(looked_up(app, proof, fits)).await
}

/// What a code alone opens: counted and answered as a pair is.
///
/// # Errors
/// No such code; too many wrong ones in this hour; the database cannot be read.
pub async fn by_code<A: Area, T>(
    app: &App<A>,
    code: &Receipt,
    client: &str,
    looking: impl Future<Output = Result<Option<T>, Error>>,
) -> Result<T, Status> {
    let look = async {
        let (store, now) = (app.ledger.store(), app.ledger.identity().clock.now());
        let of_code = store.take_turn("track code", &code.to_string(), now).await?;
        let of_client = store.take_turn("track client", client, now).await?;
        if of_code.times > OF_A_CODE || of_client.times > OF_A_CLIENT {
            return Err(too_many());
        }
        let found = looking.await?.ok_or_else(no_such_code)?;
        store.give_back(&of_code).await?;
        store.give_back(&of_client).await?;
        Ok(found)
    };
    evenly(look).await
}

/// Answers what is right at once and what is wrong no sooner than a fixed time after it was asked.
async fn evenly<T>(looking: impl Future<Output = Result<T, Status>>) -> Result<T, Status> {
    let asked = Instant::now();
    let found = looking.await;
    sleep_until(when(asked, &found)).await;
    found
}

/// When it is answered: for what is wrong this is one time, whatever it took to look.
fn when<T>(asked: Instant, found: &Result<T, Status>) -> Instant {
    if found.is_ok() { asked } else { asked + NO_SOONER }
}

async fn looked_up<A: Area, T>(
    app: &App<A>,
    proof: &Proof,
    fits: impl Fn(&CaseView<A>) -> Option<Result<T, Several>>,
) -> Result<T, Status> {
    let (store, now) = (app.ledger.store(), app.ledger.identity().clock.now());
    let of_code = store.take_turn("track code", &proof.receipt.to_string(), now).await?;
    let of_client = store.take_turn("track client", &proof.client, now).await?;
    if of_code.times > OF_A_CODE || of_client.times > OF_A_CLIENT {
        return Err(too_many());
    }
    let (first, last) = proof.receipt.range();
    let begun: Vec<CaseView<A>> = cases_between(store, first, last).await?;
    match begun.iter().find_map(fits) {
        Some(Ok(found)) => {
            store.give_back(&of_code).await?;
            store.give_back(&of_client).await?;
            Ok(found)
        }
        Some(Err(Several)) => Err(more_digits()),
        None => Err(no_such_pair()),
    }
}

/// Whose number ends so: a party's own, or that of somebody who acts for it.
pub fn whose(parties: &[Party], digits: &Private<String>) -> Option<Result<u32, Several>> {
    let ends = |phone: &str| phone.ends_with(digits.reveal().as_str());
    let mut fitting = parties.iter().filter(|party| reached(party).any(ends));
    let first = fitting.next()?;
    let one = if fitting.next().is_none() { Ok(first.no) } else { Err(Several) };
    Some(one)
}

/// The telephone numbers by which a party is reached.
fn reached(party: &Party) -> impl Iterator<Item = &str> {
    let more = || party.more.iter();
    let own = more().flat_map(|more| &more.phone);
    let guardians = more().flat_map(|more| &more.guardians).flat_map(|one| &one.phone);
    let agents = more().flat_map(|more| &more.agents).flat_map(|one| &one.phone);
    let speakers = more().flat_map(|more| &more.representatives).flat_map(|one| &one.phone);
    let all = own.chain(guardians).chain(agents).chain(speakers);
    all.map(|phone| phone.reveal().as_str())
}

/// Counts something that may be done only so often in an hour: `of` says what, `about` on what.
///
/// # Errors
/// It was done too often in this hour.
pub async fn counted<A: Area>(
    app: &App<A>,
    of: &str,
    about: &str,
    most: i64,
) -> Result<(), Status> {
    let now = app.ledger.identity().clock.now();
    let turn = app.ledger.store().take_turn(of, about, now).await?;
    if turn.times > most { Err(too_many()) } else { Ok(()) }
}

fn too_many() -> Status {
    let zh = "试的次数太多了，请过一个小时再试；着急的话请直接打电话或者到窗口";
    let en = "too many attempts; try again in an hour, or telephone or come to the counter";
    status(Code::ResourceExhausted, "TOO_MANY_ATTEMPTS", zh, en)
}

fn no_such_pair() -> Status {
    let zh = "查询码和手机号后四位对不上，请照着回执再核对一遍；手机号是登记时留的那一个";
    let en = "the code and the end of the telephone number do not fit together";
    status(Code::NotFound, "NO_SUCH_PAIR", zh, en)
}

fn no_such_code() -> Status {
    let zh = "没有这个查询码，请照着当时给的码再核对一遍";
    let en = "there is no such code";
    status(Code::NotFound, "NO_SUCH_CODE", zh, en)
}

fn more_digits() -> Status {
    let zh = "这件事有两方的手机号后四位一样，请把手机号填完整";
    let en = "two parties' numbers end alike; give the whole number";
    status(Code::FailedPrecondition, "MORE_DIGITS", zh, en)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_pair_is_answered_at_one_time_whatever_is_wrong() {
        let asked = Instant::now();
        for wrong in [no_such_pair(), more_digits(), too_many()] {
            assert_eq!(when::<()>(asked, &Err(wrong)), asked + NO_SOONER);
        }
        assert_eq!(when(asked, &Ok(())), asked, "what is right does not wait");
    }
}
