//! By what somebody shows that a dispute is hers: the code on the receipt and the end of the telephone number.
//! Whoever guesses learns nothing: an unknown code and a wrong number have one answer, and it comes no sooner
//! than a fixed time. Every attempt is counted before it is made.

use std::time::Duration;

use jiefen_intake_rules::Case;
use jiefen_intake_rules::citizen_request::About;
use jiefen_intake_rules::dispute::State;
use jiefen_intake_rules::receipt::Receipt;
use jiefen_ledger::read::{CaseView, cases_between};
use jiefen_ledger::serve::App;
use jiefen_platform::grpc::status;
use jiefen_vocab::{CaseId, DisputeId, Party, PartyRole};
use tokio::time::{Instant, sleep_until};
use tonic::{Code, Status};

use super::wire::Proof;
use crate::{IntakeArea, case_id};

/// So many wrong pairs of one code are looked at in an hour.
const OF_A_CODE: i64 = 10;
/// So many wrong pairs from one connection.
const OF_A_CLIENT: i64 = 30;
/// So many matters are taken from one connection in an hour.
const FILED: i64 = 10;
/// So many requests of one dispute are taken in an hour.
const ASKED: i64 = 10;
/// A wrong pair is answered no sooner than this: longer than any look into the database takes.
const NO_SOONER: Duration = Duration::from_millis(300);

/// The dispute and the party whose proof it is.
///
/// # Errors
/// No such pair; the number fits two parties; too many wrong ones in this hour.
pub async fn prove(app: &App<IntakeArea>, proof: &Proof) -> Result<(CaseId, u32), Status> {
    evenly(looked_up(app, proof)).await
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

async fn looked_up(app: &App<IntakeArea>, proof: &Proof) -> Result<(CaseId, u32), Status> {
    let (store, now) = (app.ledger.store(), app.ledger.identity().clock.now());
    let of_code = store.take_turn("track code", &proof.receipt.to_string(), now).await?;
    let of_client = store.take_turn("track client", &proof.client, now).await?;
    if of_code.times > OF_A_CODE || of_client.times > OF_A_CLIENT {
        return Err(too_many());
    }
    let (first, last) = proof.receipt.range();
    let begun: Vec<CaseView<IntakeArea>> = cases_between(store, first, last).await?;
    let fitting = begun.iter().find_map(|view| fits(view, proof));
    match fitting {
        Some((dispute, Ok(party))) => {
            store.give_back(&of_code).await?;
            store.give_back(&of_client).await?;
            Ok((case_id(dispute), party))
        }
        Some((_, Err(Several))) => Err(more_digits()),
        None => Err(no_such_pair()),
    }
}

/// The number fits more than one party.
struct Several;

fn fits(view: &CaseView<IntakeArea>, proof: &Proof) -> Option<(DisputeId, Result<u32, Several>)> {
    let Case::Dispute(state) = &view.state else { return None };
    if Receipt::of(state.dispute) != proof.receipt {
        return None;
    }
    Some((state.dispute, whose(state, proof.digits.reveal())?))
}

/// Whose number ends so: a party's own, or that of somebody who acts for it.
fn whose(state: &State, digits: &str) -> Option<Result<u32, Several>> {
    let parties = state.content.parties.iter();
    let mut fitting = parties.filter(|party| reached(party).any(|phone| phone.ends_with(digits)));
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

/// Counts a matter that is filed.
///
/// # Errors
/// Too many from this connection in this hour.
pub async fn may_file(app: &App<IntakeArea>, client: &str) -> Result<(), Status> {
    counted(app, "file client", client, FILED).await
}

/// Counts a request of a dispute.
///
/// # Errors
/// Too many of this dispute in this hour.
pub async fn may_ask(app: &App<IntakeArea>, dispute: DisputeId) -> Result<(), Status> {
    counted(app, "ask dispute", &dispute.to_string(), ASKED).await
}

async fn counted(app: &App<IntakeArea>, of: &str, about: &str, most: i64) -> Result<(), Status> {
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

fn more_digits() -> Status {
    let zh = "这件事有两方的手机号后四位一样，请把手机号填完整";
    let en = "two parties' numbers end alike; give the whole number";
    status(Code::FailedPrecondition, "MORE_DIGITS", zh, en)
}

/// What cannot be asked now.
pub fn not_now(about: About) -> Status {
    let (zh, en) = match about {
        About::Withdrawal => (
            "现在不能申请撤回：只有申请人能撤回，已经撤回、已经申请或者已经办结的不用再申请",
            "only an applicant may ask to withdraw, once, while the dispute is open",
        ),
        About::OtherMediator => (
            "现在没有正在进行的调解，或者已经申请过、还没有答复",
            "no mediation runs, or the request is already being answered",
        ),
        About::Complaint | About::Suggestion => (
            "您已经提了几件、还没有答复，请等答复以后再提",
            "several of your requests wait for their answer",
        ),
    };
    status(Code::FailedPrecondition, "NOT_NOW", zh, en)
}

/// True for somebody who applies.
pub fn applies(state: &State, party: u32) -> bool {
    state.content.numbers(PartyRole::Applicant).contains(&party)
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
