//! The state after a fact. A fact that cannot follow leaves the state as it is.

use jiefen_vocab::PartyRole;

use super::fact::Fact;
use super::payload::{ByParty, Days, SuspendGround, Track};
use super::state::{
    Advice, Consultation, Correcting, Decided, Ended, Ending, Opinion, Review, Stage, State,
    Statement, Stood, Upshot, Withdrawal,
};

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begin(fact) };
    of_the_case(&mut state, fact);
    of_the_stage(&mut state, fact);
    if let Some(review) = state.review_mut() {
        of_the_review(review, fact);
    }
    if let Stage::Decided(decided) = &mut state.stage {
        of_the_decision(decided, fact);
    }
    Some(state)
}

fn begin(fact: &Fact) -> Option<State> {
    let Fact::Applied { on, brief, number, act } = fact else { return None };
    let applicants = brief.parties.iter().filter(|party| party.role == PartyRole::Applicant);
    Some(State {
        brief: (**brief).clone(),
        number: number.clone(),
        act: act.clone(),
        applied_on: *on,
        applicants: applicants.map(|party| party.no).collect(),
        withdrawals: Vec::new(),
        opinions: Vec::new(),
        corrected: None,
        person: None,
        stage: Stage::Received,
    })
}

/// What belongs to the case whatever its stage.
#[allow(clippy::wildcard_enum_match_arm, reason = "the other facts do not touch it")]
fn of_the_case(state: &mut State, fact: &Fact) {
    match fact {
        Fact::ActDescribed { act, .. } => state.act = Some(act.clone()),
        Fact::Accepted { reviewer: Some(reviewer), .. } | Fact::ReviewerNamed { reviewer, .. } => {
            state.person = Some(reviewer.clone());
        }
        Fact::Corrected { on } => {
            if let Stage::Correcting(correcting) = state.stage {
                state.corrected = Some(Days { from: correcting.asked_on, to: *on });
            }
        }
        Fact::WithdrawalAsked { party, settled, on } => {
            state.withdrawals.push(Withdrawal { party: *party, settled: *settled, on: *on });
        }
        Fact::WithdrawalRuled { party, granted, .. } => {
            state.withdrawals.retain(|asked| asked.party != *party);
            if *granted {
                state.applicants.retain(|no| no != party);
            }
        }
        Fact::OpinionGiven { on, agency, .. } => {
            state.opinions.push(Opinion { agency: agency.clone(), on: *on, reported_on: None });
        }
        Fact::OpinionReported { no, on } => {
            let at = usize::try_from(*no).ok().and_then(|no| no.checked_sub(1));
            if let Some(opinion) = at.and_then(|at| state.opinions.get_mut(at)) {
                opinion.reported_on = Some(*on);
            }
        }
        _ => {}
    }
}

/// What moves the case from stage to stage.
fn of_the_stage(state: &mut State, fact: &Fact) {
    let stage = std::mem::replace(&mut state.stage, Stage::Received);
    state.stage = match (stage, fact) {
        (Stage::Ended(ended), _) => Stage::Ended(ended),
        (Stage::Reporting(ended), Fact::ReportsComplete { .. }) => Stage::Ended(ended),
        (Stage::Reporting(ended), _) => Stage::Reporting(ended),
        (_, Fact::Closed { on, how, reports, .. }) => {
            let ended = Ended { how: *how, on: *on };
            if *reports { Stage::Reporting(ended) } else { Stage::Ended(ended) }
        }
        (Stage::Received, Fact::CorrectionAsked { on }) => {
            Stage::Correcting(Correcting { asked_on: *on, served_on: None, extended: 0 })
        }
        (Stage::Correcting(c), Fact::CorrectionServed { on }) => {
            Stage::Correcting(Correcting { served_on: Some(*on), ..c })
        }
        (Stage::Correcting(c), Fact::CorrectionExtended { days, .. }) => {
            Stage::Correcting(Correcting { extended: c.extended.saturating_add(*days), ..c })
        }
        (Stage::Correcting(_), Fact::Corrected { .. }) => Stage::Received,
        (Stage::Received, Fact::Accepted { on, deemed, track, .. }) => {
            Stage::Reviewing(Review::accepted(*on, *deemed, *track))
        }
        (Stage::Reviewing(review), Fact::Suspended { on, ground }) => {
            Stage::Suspended { review, ground: *ground, since: *on }
        }
        (Stage::Suspended { mut review, ground, since }, Fact::Resumed { on }) => {
            review.stood.push(Stood { ground, from: since, to: *on });
            Stage::Reviewing(review)
        }
        (Stage::Reviewing(review), Fact::MediationBegun { on }) => {
            Stage::Mediating { review, since: *on, statement: None }
        }
        (Stage::Mediating { review, since, .. }, Fact::StatementMade { on, duty }) => {
            let statement = Statement { made_on: *on, duty: *duty, signed: Vec::new() };
            Stage::Mediating { review, since, statement: Some(statement) }
        }
        (
            Stage::Mediating { review, since, statement: Some(mut statement) },
            Fact::StatementSigned { party, .. },
        ) => {
            statement.signed.push(*party);
            Stage::Mediating { review, since, statement: Some(statement) }
        }
        (Stage::Mediating { mut review, since, .. }, Fact::MediationEnded { on, .. }) => {
            review.stood.push(Stood { ground: SuspendGround::Mediation, from: since, to: *on });
            Stage::Reviewing(review)
        }
        (Stage::Mediating { .. }, Fact::StatementInForce { on, duty, .. }) => {
            let mut decided = Decided::made(Upshot::Mediated, *on);
            decided.duty = *duty;
            Stage::Decided(decided)
        }
        (Stage::Received | Stage::Reviewing(_), Fact::Decided { on, result, late, duty, .. }) => {
            let made = Decided::made(result.clone(), *on);
            Stage::Decided(Decided { late: *late, duty: *duty, ..made })
        }
        (stage, _) => stage,
    };
}

impl Decided {
    fn made(result: Upshot, on: jiff::civil::Date) -> Decided {
        Decided {
            result,
            on,
            late: false,
            duty: None,
            received: Vec::new(),
            lapsed: Vec::new(),
            sued: Vec::new(),
            pressed: None,
            settled: None,
        }
    }
}

impl Review {
    fn accepted(on: jiff::civil::Date, deemed: bool, track: Track) -> Review {
        Review {
            accepted_on: on,
            deemed,
            track,
            major: false,
            technical: false,
            consultation: None,
            served: Vec::new(),
            replied: Vec::new(),
            silent: Vec::new(),
            parties_heard_on: None,
            hearing_on: None,
            heard_on: None,
            stood: Vec::new(),
            extended: 0,
            overdue: None,
            sued: Vec::new(),
            lapsed: Vec::new(),
        }
    }
}

#[allow(clippy::wildcard_enum_match_arm, reason = "the other facts do not touch it")]
fn of_the_review(review: &mut Review, fact: &Fact) {
    match fact {
        Fact::MarkedMajor { .. } => review.major = true,
        Fact::MarkedTechnical { .. } => review.technical = true,
        Fact::CommitteeConsulted { ground, on } => {
            review.consultation =
                Some(Consultation { ground: *ground, asked_on: *on, advice: None });
        }
        Fact::AdviceRecorded { on, text } => {
            if let Some(asked) = &mut review.consultation {
                asked.advice = Some(Advice { on: *on, text: text.clone() });
            }
        }
        Fact::Converted { .. } => review.track = Track::Ordinary,
        Fact::CopyServed { party, on, .. } => {
            review.served.push(ByParty { party: *party, on: *on });
        }
        Fact::Replied { party, on } => review.replied.push(ByParty { party: *party, on: *on }),
        Fact::ReplyLapsed { party, .. } => review.silent.push(*party),
        Fact::PartiesHeard { on, .. } => review.parties_heard_on = Some(*on),
        Fact::HearingNotified { hearing_on, .. } => review.hearing_on = Some(*hearing_on),
        Fact::HearingHeld { on, .. } => {
            review.hearing_on = None;
            review.heard_on = Some(*on);
        }
        Fact::Extended { days, .. } => review.extended = review.extended.saturating_add(*days),
        Fact::DecisionOverdue { on, .. } => review.overdue = Some(*on),
        Fact::Sued { party, .. } => review.sued.push(*party),
        Fact::SuitLapsed { party, .. } => review.lapsed.push(*party),
        _ => {}
    }
}

#[allow(clippy::wildcard_enum_match_arm, reason = "the other facts do not touch it")]
fn of_the_decision(decided: &mut Decided, fact: &Fact) {
    match fact {
        Fact::Served { party, on, .. } => {
            decided.received.push(ByParty { party: *party, on: *on });
        }
        Fact::Sued { party, .. } => decided.sued.push(*party),
        Fact::SuitLapsed { party, .. } => decided.lapsed.push(*party),
        Fact::Performed { .. } => decided.settled = Some(Ending::Performed),
        Fact::Pressed { by, .. } => decided.pressed = Some(*by),
        Fact::Enforced { by, .. } => decided.settled = Some(Ending::Enforced(*by)),
        _ => {}
    }
}
