//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiefen_procedure::Brief;

use super::{Debtor, Fact, Item, Objected, Ruling, Stage, Standing, State};

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begun(fact) };
    match fact {
        Fact::Applied { .. } | Fact::ObjectionNoted { .. } | Fact::TimesClosed { .. } => {}
        Fact::CorrectionAsked { on, .. } => {
            state.listed = true;
            state.stage = Stage::Correcting { on: *on };
        }
        Fact::CorrectedReceived { on } => state.stage = Stage::Applied { since: *on },
        Fact::Accepted { case_no, judge, on } => {
            state.case_no = Some(case_no.clone());
            state.judge = Some(judge.clone());
            state.stage = Stage::Accepted { on: *on };
        }
        Fact::Issued { on } => {
            state.issued_on = Some(*on);
            state.stage = Stage::Issued;
        }
        Fact::Served { party, on, .. } => {
            debtor(&mut state, *party, |debtor| debtor.served_on = Some(*on));
        }
        Fact::TimePassed { party, on } => {
            debtor(&mut state, *party, |debtor| debtor.over_on = Some(*on));
        }
        Fact::Unserved { parties, .. } => unserved(&mut state, parties),
        Fact::ObjectionReceived { party, claims, on } => {
            debtor(&mut state, *party, |debtor| {
                let before = debtor.objection.take().map(|old| old.claims).unwrap_or_default();
                let claims = before.union(claims).copied().collect();
                debtor.objection = Some(Objected { claims, on: *on });
            });
        }
        Fact::ObjectionDismissed { party, withdrawn, .. } => debtor(&mut state, *party, |debtor| {
            debtor.objection = None;
            debtor.waived |= withdrawn;
        }),
        Fact::ObjectionUpheld { ruling, claims, suit, on, .. } => {
            let standing = if *suit {
                Standing::Contested { ruling: *ruling }
            } else {
                Standing::ArbitrationFirst
            };
            set(&mut state, claims, standing);
            state.rulings.push(Ruling { no: *ruling, on: *on, received_on: None, open: *suit });
        }
        Fact::ClaimsPaid { claims, .. } => set(&mut state, claims, Standing::Paid),
        Fact::Bound { claims, from } => set(&mut state, claims, Standing::Bound { from: *from }),
        Fact::RulingReceived { ruling, on } => {
            state.rulings.iter_mut().filter(|r| r.no == *ruling).for_each(|r| {
                r.received_on = Some(*on);
            });
        }
        Fact::SuitRefused { ruling, .. } => chosen(&mut state, *ruling, Standing::NoSuit),
        Fact::DeemedFiled { ruling, .. } => chosen(&mut state, *ruling, Standing::DeemedFiled),
        Fact::EnforcementApplied { .. } => {
            let bound = state.bound();
            set(&mut state, &bound, Standing::Enforcing);
        }
        Fact::EnforcementLost { claim, .. } => {
            set(&mut state, &BTreeSet::from([*claim]), Standing::TimeLost);
        }
        Fact::Concluded { ending, on } => state.stage = Stage::Ended { ending: *ending, on: *on },
    }
    place(&mut state);
    Some(state)
}

fn begun(fact: &Fact) -> Option<State> {
    let Fact::Applied { brief, application, on } = fact else { return None };
    let items = application.claims.iter().cloned();
    let debtors: BTreeSet<u32> =
        application.claims.iter().flat_map(|claim| claim.debtors.iter().copied()).collect();
    let debtor = |party| Debtor {
        party,
        served_on: None,
        unserved: false,
        over_on: None,
        waived: false,
        objection: None,
    };
    Some(State {
        brief: Arc::new(Brief::clone(brief)),
        items: items.map(|claim| Item { claim, standing: Standing::Live }).collect(),
        application: Arc::new((**application).clone()),
        debtors: debtors.into_iter().map(debtor).collect(),
        rulings: Vec::new(),
        applied_on: *on,
        listed: false,
        case_no: None,
        judge: None,
        issued_on: None,
        stage: Stage::Applied { since: *on },
    })
}

fn debtor(state: &mut State, party: u32, change: impl FnOnce(&mut Debtor)) {
    if let Some(debtor) = state.debtors.iter_mut().find(|debtor| debtor.party == party) {
        change(debtor);
    }
}

/// Sets the fate of claims; an objection to a claim that is no longer open falls away.
fn set(state: &mut State, claims: &BTreeSet<u32>, standing: Standing) {
    for item in state.items.iter_mut().filter(|item| claims.contains(&item.claim.no)) {
        item.standing = standing;
    }
    let live = state.live();
    for debtor in &mut state.debtors {
        if let Some(objection) = &mut debtor.objection {
            objection.claims.retain(|no| live.contains(no));
            if objection.claims.is_empty() {
                debtor.objection = None;
            }
        }
    }
}

/// Those who could not be served drop out; a claim against nobody else lapses with them.
fn unserved(state: &mut State, parties: &[u32]) {
    for debtor in state.debtors.iter_mut().filter(|debtor| parties.contains(&debtor.party)) {
        debtor.unserved = true;
    }
    let out: BTreeSet<u32> =
        state.debtors.iter().filter(|debtor| debtor.unserved).map(|debtor| debtor.party).collect();
    let lapsed =
        |item: &&Item| item.standing == Standing::Live && item.claim.debtors.is_subset(&out);
    let claims = state.items.iter().filter(lapsed).map(|item| item.claim.no).collect();
    set(state, &claims, Standing::Unserved);
}

/// The creditor has chosen, or silence has, for the claims of a ruling.
fn chosen(state: &mut State, ruling: u32, standing: Standing) {
    let claims = state.claims_in(|now| *now == Standing::Contested { ruling });
    set(state, &claims, standing);
    state.rulings.iter_mut().filter(|one| one.no == ruling).for_each(|one| one.open = false);
}

/// Where an issued order stands follows from the fate of its claims.
fn place(state: &mut State) {
    let stage = if !state.live().is_empty() {
        Stage::Issued
    } else if !state.bound().is_empty() {
        Stage::Effective
    } else {
        Stage::Contested
    };
    match state.stage {
        Stage::Issued | Stage::Contested | Stage::Effective => state.stage = stage,
        Stage::Applied { .. }
        | Stage::Correcting { .. }
        | Stage::Accepted { .. }
        | Stage::Ended { .. } => {}
    }
}
