//! What follows from a command, and from a fact.

use std::collections::BTreeSet;

use jiefen_procedure::Circumstances;
use jiefen_procedure::matrix::{Known, Present, may_start};
use jiefen_procedure::term::happened;
use jiefen_vocab::{DisputeId, DisputeKind, TrackKind};
use jiff::civil::Date;

use super::{Command, Fact, Member, ModelBody, Stage, Standing, State, rows};
use crate::refuse::{no, no_with};
use jiefen_procedure::words::Refusal;

/// The time for the model case.
pub(super) const MODEL: &str = "policy.batch_model";
/// A member's time to answer.
pub(super) const ANSWER: &str = "policy.batch_answer";

pub(super) fn decide(
    state: Option<&State>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Some(state) = state else { return open(command, ctx) };
    let day = |on: Date| happened(on, state.opened_on, ctx.today());
    match (state.stage, command) {
        (Stage::Closed { .. }, command) => closed(command),
        (Stage::Gathering | Stage::Model | Stage::Offering, Command::Open { .. }) => {
            no(rows::ALREADY_BEGUN)
        }
        (Stage::Gathering | Stage::Model, Command::AddMember { kind, dispute, willing, on }) => {
            day(*on)?;
            add(state, *kind, *dispute, *willing, *on)
        }
        (Stage::Offering, Command::AddMember { .. } | Command::NameModel { .. })
        | (Stage::Model, Command::NameModel { .. }) => no(rows::MODEL_RUNS),
        (Stage::Gathering, Command::NameModel { member, body, known, on }) => {
            day(*on)?;
            model_open(state.kind, *body, known)?;
            name_model(state, *member, *body, *on, ctx)
        }
        (Stage::Model, Command::RecordModel { terms, on }) => {
            day(*on)?;
            model_done(terms.as_deref(), *on)
        }
        (Stage::Model, Command::LapseModel) => lapse_model(state, ctx),
        (Stage::Gathering | Stage::Offering, Command::RecordModel { .. } | Command::LapseModel)
        | (
            Stage::Gathering | Stage::Model,
            Command::OfferTerms { .. } | Command::OfferAgain { .. },
        ) => no(rows::NO_MODEL),
        (Stage::Offering, Command::OfferTerms { hash, on }) => {
            day(*on)?;
            offer(state, hash, *on)
        }
        (Stage::Offering, Command::OfferAgain { member, on }) => {
            day(*on)?;
            offer_again(state, *member, *on)
        }
        (
            Stage::Gathering | Stage::Model | Stage::Offering,
            Command::Accept { .. }
            | Command::Refuse { .. }
            | Command::FallSilent { .. }
            | Command::Leave { .. }
            | Command::HandBack { .. }
            | Command::Close { .. },
        ) => decide_member(state, command, ctx),
    }
}

/// A member's own word, at any time; and the end.
fn decide_member(
    state: &State,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let day = |on: Date| happened(on, state.opened_on, ctx.today());
    match command {
        Command::Accept { member, hash, agent, on } => {
            day(*on)?;
            accept(state, *member, hash, agent.as_deref(), *on)
        }
        Command::Refuse { member, on } => {
            day(*on)?;
            offered(state, *member)?;
            Ok(vec![Fact::Refused { member: *member, on: *on }])
        }
        Command::FallSilent { member } => fall_silent(state, *member, ctx),
        Command::Leave { member, to, on } => {
            day(*on)?;
            leave(state, *member, *to, *on)
        }
        Command::HandBack { member, person, on } => {
            day(*on)?;
            hand_back(state, *member, person, *on)
        }
        Command::Close { on } => {
            day(*on)?;
            close(state, *on)
        }
        Command::Open { .. }
        | Command::AddMember { .. }
        | Command::NameModel { .. }
        | Command::RecordModel { .. }
        | Command::LapseModel
        | Command::OfferTerms { .. }
        | Command::OfferAgain { .. } => no(rows::ALREADY_BEGUN),
    }
}

fn closed(command: &Command) -> Result<Vec<Fact>, Refusal> {
    match command {
        Command::Open { .. } => no(rows::ALREADY_BEGUN),
        Command::AddMember { .. }
        | Command::NameModel { .. }
        | Command::RecordModel { .. }
        | Command::LapseModel
        | Command::OfferTerms { .. }
        | Command::OfferAgain { .. }
        | Command::Accept { .. }
        | Command::Refuse { .. }
        | Command::FallSilent { .. }
        | Command::Leave { .. }
        | Command::HandBack { .. }
        | Command::Close { .. } => no(rows::ALREADY_CLOSED),
    }
}

fn open(command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let Command::Open { kind, respondent, members, on } = command else {
        return no(rows::NOT_BEGUN);
    };
    happened(*on, *on, ctx.today())?;
    let ids: BTreeSet<DisputeId> = members.iter().map(|(dispute, _)| *dispute).collect();
    if ids.len() < 2 || ids.len() != members.len() {
        return no(rows::TWO_MEMBERS_NEEDED);
    }
    let (kind, respondent, members) = (*kind, respondent.clone(), members.clone());
    Ok(vec![Fact::Opened { kind, respondent, members, on: *on }])
}

fn add(
    state: &State,
    kind: DisputeKind,
    dispute: DisputeId,
    willing: bool,
    on: Date,
) -> Result<Vec<Fact>, Refusal> {
    if kind != state.kind {
        return no_with(rows::NOT_LIKE, kind.zh());
    }
    if state.members.iter().any(|member| member.dispute == dispute) {
        return no(rows::ALREADY_MEMBER);
    }
    Ok(vec![Fact::MemberAdded { dispute, willing, on }])
}

/// A member that is still in the batch.
fn inside(state: &State, number: u32) -> Result<&Member, Refusal> {
    let Some(member) = state.member(number) else { return no_with(rows::NO_SUCH_MEMBER, number) };
    match member.standing {
        Standing::Accepted { .. } | Standing::Left { .. } | Standing::HandedBack { .. } => {
            no_with(rows::MEMBER_GONE, number)
        }
        Standing::Waiting
        | Standing::Offered { .. }
        | Standing::Refused { .. }
        | Standing::Silent { .. } => Ok(member),
    }
}

/// The model case begins a track of its member's dispute: the one matrix answers (I4).
fn model_open(kind: DisputeKind, body: ModelBody, known: &Known) -> Result<(), Refusal> {
    let Known { tracks, facts } = known.clone();
    let track = body.track(kind);
    Ok(may_start(&Present { kind, tracks, facts }.presuming(track), track)?)
}

fn name_model(
    state: &State,
    member: u32,
    body: ModelBody,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    if !inside(state, member)?.willing {
        return no_with(rows::OWN_CONSENT_WANTED, member);
    }
    ctx.last_day(MODEL, on)?;
    Ok(vec![Fact::ModelNamed { member, body, on }])
}

fn model_done(terms: Option<&str>, on: Date) -> Result<Vec<Fact>, Refusal> {
    match terms {
        None => Ok(vec![Fact::ModelDropped { on }]),
        Some(hash) if hash.len() != 64 => no(rows::TERMS_CHANGED),
        Some(hash) => Ok(vec![Fact::ModelDone { terms: hash.to_owned(), on }]),
    }
}

fn lapse_model(state: &State, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let Some((_, _, since)) = state.model else { return no(rows::NO_MODEL) };
    let last = ctx.last_day(MODEL, since)?;
    if ctx.today() <= last {
        return no_with(rows::MODEL_TIME_RUNS, last);
    }
    Ok(vec![Fact::ModelDropped { on: ctx.today() }])
}

/// The same terms, those of the model, to everybody who waits.
fn offer(state: &State, hash: &str, on: Date) -> Result<Vec<Fact>, Refusal> {
    if state.terms.as_deref() != Some(hash) {
        return no(rows::TERMS_CHANGED);
    }
    let waiting = state.members.iter().filter(|member| member.standing == Standing::Waiting);
    let to: Vec<u32> = waiting.map(|member| member.no).collect();
    if to.is_empty() {
        return no(rows::NOBODY_WAITS);
    }
    Ok(vec![Fact::TermsOffered { hash: hash.to_owned(), to, on }])
}

fn offer_again(state: &State, member: u32, on: Date) -> Result<Vec<Fact>, Refusal> {
    if !matches!(inside(state, member)?.standing, Standing::Silent { .. }) {
        return no_with(rows::NOT_SILENT, member);
    }
    let hash = state.terms.clone().unwrap_or_default();
    Ok(vec![Fact::TermsOffered { hash, to: vec![member], on }])
}

fn offered(state: &State, member: u32) -> Result<Date, Refusal> {
    match inside(state, member)?.standing {
        Standing::Offered { on } => Ok(on),
        Standing::Waiting
        | Standing::Accepted { .. }
        | Standing::Refused { .. }
        | Standing::Silent { .. }
        | Standing::Left { .. }
        | Standing::HandedBack { .. } => no_with(rows::NOT_OFFERED, member),
    }
}

/// Each accepts alone; a representative needs that member's own special mandate.
fn accept(
    state: &State,
    member: u32,
    hash: &str,
    agent: Option<&str>,
    on: Date,
) -> Result<Vec<Fact>, Refusal> {
    offered(state, member)?;
    if state.terms.as_deref() != Some(hash) {
        return no(rows::TERMS_CHANGED);
    }
    if agent.is_some_and(|mandate| mandate.trim().is_empty()) {
        return no(rows::MEMBER_WITHOUT_MANDATE);
    }
    Ok(vec![Fact::Accepted { member, agent: agent.map(str::to_owned), on }])
}

fn fall_silent(state: &State, member: u32, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let last = ctx.last_day(ANSWER, offered(state, member)?)?;
    if ctx.today() <= last {
        return no_with(rows::ANSWER_TIME_RUNS, last);
    }
    Ok(vec![Fact::FellSilent { member, on: ctx.today() }])
}

/// The model falls away when its own member goes before it has terms.
fn without_model(state: &State, member: u32, on: Date) -> Option<Fact> {
    let gone = state.stage == Stage::Model && state.model.is_some_and(|(no, ..)| no == member);
    gone.then_some(Fact::ModelDropped { on })
}

/// A member may go its own way at any time: waiting for a model binds nobody.
fn leave(state: &State, member: u32, to: TrackKind, on: Date) -> Result<Vec<Fact>, Refusal> {
    inside(state, member)?;
    if matches!(to, TrackKind::MergeIntoOriginal | TrackKind::NoneUntilInformation) {
        return no_with(rows::NO_ROUTE, to.zh());
    }
    Ok([Fact::Left { member, to, on }]
        .into_iter()
        .chain(without_model(state, member, on))
        .collect())
}

fn hand_back(state: &State, member: u32, person: &str, on: Date) -> Result<Vec<Fact>, Refusal> {
    inside(state, member)?;
    if person.trim().is_empty() {
        return no(rows::PERSON_WANTED);
    }
    let back = Fact::HandedBack { member, person: person.to_owned(), on };
    Ok([back].into_iter().chain(without_model(state, member, on)).collect())
}

/// Over only when every member has its own result or its own desk.
fn close(state: &State, on: Date) -> Result<Vec<Fact>, Refusal> {
    for member in &state.members {
        match member.standing {
            Standing::Silent { .. } => return no_with(rows::SILENT_OPEN, member.no),
            Standing::Waiting | Standing::Offered { .. } | Standing::Refused { .. } => {
                return no_with(rows::MEMBERS_OPEN, member.no);
            }
            Standing::Accepted { .. } | Standing::Left { .. } | Standing::HandedBack { .. } => {}
        }
    }
    Ok(vec![Fact::Closed { on }])
}

/// The state after a fact. Total: a fact that cannot follow leaves the state as it is.
pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begun(fact) };
    match fact {
        Fact::Opened { .. } => {}
        Fact::MemberAdded { dispute, willing, .. } => {
            let no = state.members.last().map_or(0, |member| member.no).saturating_add(1);
            state.members.push(Member {
                no,
                dispute: *dispute,
                willing: *willing,
                standing: Standing::Waiting,
            });
        }
        Fact::ModelNamed { member, body, on } => {
            state.model = Some((*member, *body, *on));
            state.stage = Stage::Model;
        }
        Fact::ModelDone { terms, .. } => {
            state.terms = Some(terms.clone());
            state.stage = Stage::Offering;
        }
        Fact::ModelDropped { .. } => {
            state.model = None;
            state.stage = Stage::Gathering;
        }
        Fact::TermsOffered { to, on, .. } => {
            to.iter().for_each(|no| state.put(*no, Standing::Offered { on: *on }));
        }
        Fact::Accepted { member, on, .. } => state.put(*member, Standing::Accepted { on: *on }),
        Fact::Refused { member, on } => state.put(*member, Standing::Refused { on: *on }),
        Fact::FellSilent { member, on } => state.put(*member, Standing::Silent { on: *on }),
        Fact::Left { member, to, on } => state.put(*member, Standing::Left { to: *to, on: *on }),
        Fact::HandedBack { member, person, on } => {
            state.put(*member, Standing::HandedBack { person: person.clone(), on: *on });
        }
        Fact::Closed { on } => state.stage = Stage::Closed { on: *on },
    }
    Some(state)
}

impl State {
    fn put(&mut self, no: u32, standing: Standing) {
        if let Some(member) = self.members.iter_mut().find(|member| member.no == no) {
            member.standing = standing;
        }
    }
}

fn begun(fact: &Fact) -> Option<State> {
    let Fact::Opened { kind, respondent, members, on } = fact else { return None };
    let member = |(no, (dispute, willing)): (u32, &(DisputeId, bool))| Member {
        no,
        dispute: *dispute,
        willing: *willing,
        standing: Standing::Waiting,
    };
    Some(State {
        kind: *kind,
        respondent: respondent.clone(),
        opened_on: *on,
        members: (1..).zip(members).map(member).collect(),
        model: None,
        terms: None,
        stage: Stage::Gathering,
    })
}
