//! The state after a fact. A fact that cannot follow leaves the state as it is.
#![allow(clippy::wildcard_enum_match_arm, reason = "each part of the state takes what concerns it")]

use jiff::civil::Date;

use super::codes::Paper;
use super::fact::Fact;
use super::partial;
use super::state::{
    Awards, Ended, Ending, Event, Hearing, Line, Sheet, Stage, Standing, State, Statement, Stood,
};

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let mut state = match (state, fact) {
        (None, Fact::TakenOver { .. }) => return taken_over(fact, Vec::new()),
        (None, _) => return begin(fact),
        (Some(State { stage: Stage::Ended(ended), mut earlier, .. }), Fact::TakenOver { .. }) => {
            earlier.push(ended);
            return taken_over(fact, earlier);
        }
        (Some(state), Fact::Applied { .. }) if matches!(state.stage, Stage::Received { .. }) => {
            let State { person, earlier, .. } = state;
            return begin(fact).map(|begun| State { person, earlier, ..begun });
        }
        (Some(state), _) => state,
    };
    of_the_case(&mut state, fact);
    of_the_stage(&mut state, fact);
    if let Some(hearing) = state.hearing_mut() {
        of_the_hearing(hearing, fact);
    }
    if let Some(awards) = &mut state.parts {
        of_the_award(awards, fact);
    }
    if let Stage::Awarded(awards) = &mut state.stage {
        of_the_award(awards, fact);
        awards.sheets.extend(state.parts.take().into_iter().flat_map(|parts| parts.sheets));
    }
    Some(state)
}

/// The dispute is here; the application is awaited.
fn taken_over(fact: &Fact, earlier: Vec<Ended>) -> Option<State> {
    let Fact::TakenOver { on, brief, number, person } = fact else { return None };
    Some(State {
        brief: (**brief).clone(),
        number: number.clone(),
        applied_on: *on,
        workers: Vec::new(),
        employers: Vec::new(),
        claims: Vec::new(),
        collective: false,
        knew_on: None,
        employment_ended_on: None,
        limitation_raised: false,
        representatives: Vec::new(),
        remaining: Vec::new(),
        settled: Vec::new(),
        collective_contract: false,
        parts: None,
        person: (!person.is_empty()).then(|| person.clone()),
        earlier,
        stage: Stage::Received { since: *on, contacted_on: None },
    })
}

fn begin(fact: &Fact) -> Option<State> {
    let Fact::Applied {
        on,
        brief,
        number,
        workers,
        employers,
        claims,
        collective,
        knew_on,
        employment_ended_on,
    } = fact
    else {
        return None;
    };
    Some(State {
        brief: (**brief).clone(),
        number: number.clone(),
        applied_on: *on,
        workers: workers.clone(),
        employers: employers.clone(),
        claims: claims.clone(),
        collective: *collective,
        knew_on: *knew_on,
        employment_ended_on: *employment_ended_on,
        limitation_raised: false,
        representatives: Vec::new(),
        remaining: workers.clone(),
        settled: Vec::new(),
        collective_contract: false,
        parts: None,
        person: None,
        earlier: Vec::new(),
        stage: Stage::Applied,
    })
}

/// What belongs to the case whatever its stage.
fn of_the_case(state: &mut State, fact: &Fact) {
    match fact {
        Fact::LimitationRaised { .. } => state.limitation_raised = true,
        Fact::Represented { representatives, .. } => {
            state.representatives.clone_from(representatives);
        }
        Fact::TribunalFormed { arbitrators, .. } => state.person = arbitrators.first().cloned(),
        Fact::TripartiteFormed { seats, .. } => {
            state.person = seats.first().map(|seat| seat.person.clone());
        }
        Fact::CollectiveContractMarked { .. } => state.collective_contract = true,
        Fact::PartAwarded { on, sheets, minimum_wage } => {
            let parts = state.parts.get_or_insert_with(|| Awards {
                made_on: *on,
                minimum_wage: minimum_wage.clone(),
                late: false,
                defaulted: Vec::new(),
                sheets: Vec::new(),
            });
            parts.sheets.extend(sheets.iter().cloned());
            let done = partial::decided(state);
            let open = |worker: &u32| {
                let mut own =
                    state.claims.iter().filter(|claim| claim.worker == *worker).peekable();
                own.peek().is_none() || own.any(|claim| !done.contains(&(*worker, claim.kind)))
            };
            let left = state.remaining.iter().copied().filter(open).collect();
            state.remaining = left;
        }
        Fact::ArbitratorReplaced { arbitrator, replacement, .. }
            if state.person.as_ref() == Some(arbitrator) =>
        {
            state.person = Some(replacement.clone());
        }
        Fact::DeemedWithdrawn { workers, .. } | Fact::Withdrawn { workers, .. } => {
            state.remaining.retain(|worker| !workers.contains(worker));
        }
        Fact::StatementEffective { workers, .. } => {
            state.remaining.retain(|worker| !workers.contains(worker));
            state.settled.extend(workers);
        }
        _ => {}
    }
}

/// What moves the case from stage to stage.
fn of_the_stage(state: &mut State, fact: &Fact) {
    let stage = std::mem::replace(&mut state.stage, Stage::Applied);
    state.stage = match (stage, fact) {
        (Stage::Received { since, .. }, Fact::Contacted { on }) => {
            Stage::Received { since, contacted_on: Some(*on) }
        }
        (Stage::Applied | Stage::Unanswered { .. }, Fact::Accepted { on, .. }) => {
            Stage::Hearing(Hearing::accepted(*on))
        }
        (Stage::Applied, Fact::AcceptanceLapsed { on, .. }) => Stage::Unanswered { since: *on },
        (Stage::Hearing(hearing), Fact::Stayed { on, ground }) => {
            Stage::Stayed { hearing, ground: *ground, since: *on }
        }
        (Stage::Stayed { mut hearing, ground, since }, Fact::Resumed { on }) => {
            hearing.stays.push(Stood { ground, from: since, to: *on });
            Stage::Hearing(hearing)
        }
        (Stage::Hearing(hearing), Fact::AwardOverdue { on, .. }) => {
            Stage::Overdue { hearing, since: *on }
        }
        (
            Stage::Hearing(hearing) | Stage::Overdue { hearing, .. },
            Fact::Awarded { on, sheets, minimum_wage, late, .. },
        ) => Stage::Awarded(Awards {
            made_on: *on,
            minimum_wage: minimum_wage.clone(),
            late: *late,
            defaulted: hearing.defaulted,
            sheets: sheets.clone(),
        }),
        (
            Stage::Hearing(_) | Stage::Stayed { .. } | Stage::Overdue { .. },
            Fact::PartsLeft { .. },
        ) => match &state.parts {
            Some(parts) => Stage::Awarded(Awards { sheets: Vec::new(), ..parts.clone() }),
            None => Stage::Applied,
        },
        (Stage::Ended(ended), _) => Stage::Ended(ended),
        (stage, Fact::Closed { on, how, .. }) => close(stage, *how, *on),
        (stage, _) => stage,
    };
}

fn close(stage: Stage, how: Ending, on: Date) -> Stage {
    let awards = match stage {
        Stage::Awarded(awards) => Some(awards),
        Stage::Received { .. }
        | Stage::Applied
        | Stage::Unanswered { .. }
        | Stage::Hearing(_)
        | Stage::Stayed { .. }
        | Stage::Overdue { .. }
        | Stage::Ended(_) => None,
    };
    Stage::Ended(Ended { how, on, awards })
}

impl Hearing {
    fn accepted(on: Date) -> Hearing {
        Hearing {
            accepted_on: on,
            term_from: on,
            stays: Vec::new(),
            extended: false,
            served: Vec::new(),
            defended: Vec::new(),
            to_forward: false,
            tribunal: Vec::new(),
            hearing_on: None,
            heard_on: None,
            defaulted: Vec::new(),
            mediated_on: None,
            statement: None,
            simplified: None,
            shortened: Vec::new(),
            confirmed: None,
            guided_on: None,
        }
    }
}

fn of_the_hearing(hearing: &mut Hearing, fact: &Fact) {
    match fact {
        Fact::CopyServed { party, on, .. } => hearing.served.push(Event { party: *party, on: *on }),
        Fact::DefenceFiled { party, on } => {
            hearing.defended.push(Event { party: *party, on: *on });
            hearing.to_forward = true;
        }
        Fact::DefenceForwarded { .. } => hearing.to_forward = false,
        Fact::TribunalFormed { arbitrators, .. } => hearing.tribunal.clone_from(arbitrators),
        Fact::ArbitratorReplaced { arbitrator, replacement, .. } => {
            for member in hearing.tribunal.iter_mut().filter(|member| *member == arbitrator) {
                member.clone_from(replacement);
            }
        }
        Fact::TripartiteFormed { seats, .. } => {
            hearing.tribunal = seats.iter().map(|seat| seat.person.clone()).collect();
        }
        Fact::Simplified { on, .. } => hearing.simplified = Some(*on),
        Fact::DefenceShortened { party, .. } => hearing.shortened.push(*party),
        Fact::HearingNotifiedSimply { hearing_on, .. } => {
            hearing.hearing_on = Some(*hearing_on);
            hearing.confirmed = Some(Vec::new());
        }
        Fact::NoticeConfirmed { party, .. } => {
            hearing.confirmed.get_or_insert_default().push(*party);
        }
        Fact::ConvertedToOrdinary { reform, .. } => {
            hearing.simplified = None;
            if *reform {
                hearing.tribunal.clear();
            }
        }
        Fact::Guided { on, .. } => hearing.guided_on = Some(*on),
        Fact::HearingNotified { hearing_on, .. } => {
            hearing.hearing_on = Some(*hearing_on);
            hearing.confirmed = None;
        }
        Fact::PostponementDecided { granted: true, .. } => hearing.hearing_on = None,
        Fact::HearingHeld { on, defaulted } => {
            hearing.hearing_on = None;
            hearing.heard_on = Some(*on);
            hearing.defaulted.clone_from(defaulted);
        }
        Fact::MediationFailed { on } => hearing.mediated_on = Some(*on),
        Fact::StatementMade { on, workers } => {
            hearing.mediated_on = Some(*on);
            hearing.statement =
                Some(Statement { made_on: *on, workers: workers.clone(), signed: Vec::new() });
        }
        Fact::StatementSigned { party, .. } => {
            if let Some(statement) = &mut hearing.statement {
                statement.signed.push(*party);
            }
        }
        Fact::StatementRejected { .. } | Fact::StatementEffective { .. } => {
            hearing.statement = None;
        }
        Fact::Extended { .. } => hearing.extended = true,
        Fact::TermRestarted { on, .. } => {
            hearing.term_from = *on;
            hearing.stays.clear();
            hearing.extended = false;
        }
        _ => {}
    }
}

fn of_the_award(awards: &mut Awards, fact: &Fact) {
    match fact {
        Fact::Received { paper, party, on, .. } => {
            if let Some(sheet) = awards.sheet_mut(*paper) {
                sheet.received.push(Event { party: *party, on: *on });
            }
        }
        Fact::RightLapsed { paper, party, .. } => {
            if let Some(sheet) = awards.sheet_mut(*paper) {
                sheet.lapsed.push(*party);
            }
        }
        Fact::Sued { paper, party, on, workers, .. } => {
            let by = Event { party: *party, on: *on };
            awards.mark(*paper, workers, Standing::Sued(by));
        }
        Fact::SetAsideAsked { party, on, workers, .. } => {
            let by = Event { party: *party, on: *on };
            awards.mark(Paper::Final, workers, Standing::SetAsideAsked(by));
        }
        Fact::PartSetAsideAsked { party, on, workers, .. } => {
            let by = Event { party: *party, on: *on };
            awards.mark(Paper::PartFinal, workers, Standing::SetAsideAsked(by));
        }
        Fact::SetAsideRuled { on, workers, set_aside, .. } => {
            awards.ruled((Paper::Final, Paper::Ruling), *on, workers, *set_aside);
        }
        Fact::PartSetAsideRuled { on, workers, set_aside, .. } => {
            awards.ruled((Paper::PartFinal, Paper::PartRuling), *on, workers, *set_aside);
        }
        _ => {}
    }
}

impl Awards {
    /// The paper. Of several rulings, the one that is still open, else the last.
    pub fn sheet(&self, paper: Paper) -> Option<&Sheet> {
        self.sheets.iter().rev().find(|sheet| sheet.paper == paper)
    }

    fn sheet_mut(&mut self, paper: Paper) -> Option<&mut Sheet> {
        self.sheets.iter_mut().rev().find(|sheet| sheet.paper == paper)
    }

    /// The intermediate court has ruled on the first paper; a ruling that sets it aside is the second.
    fn ruled(&mut self, papers: (Paper, Paper), on: Date, workers: &[u32], set_aside: bool) {
        if self.sheet(papers.0).is_none() {
            return;
        }
        if !set_aside {
            return self.mark(papers.0, workers, Standing::Upheld(on));
        }
        self.mark(papers.0, workers, Standing::SetAside(on));
        let lines =
            workers.iter().map(|worker| Line { worker: *worker, standing: Standing::Stands });
        self.sheets.push(Sheet {
            paper: papers.1,
            made_on: on,
            items: Vec::new(),
            lines: lines.collect(),
            received: Vec::new(),
            lapsed: Vec::new(),
        });
    }

    fn mark(&mut self, paper: Paper, workers: &[u32], standing: Standing) {
        let Some(sheet) = self.sheet_mut(paper) else { return };
        for line in sheet.lines.iter_mut().filter(|line| workers.contains(&line.worker)) {
            line.standing = standing;
        }
    }
}
