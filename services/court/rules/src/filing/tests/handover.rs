//! From filing to the trial: what filing has chosen is what the trial opens from.

use jiefen_procedure::Procedure;
use jiefen_vocab::Outcome;

use super::*;
use crate::filing::{Document, Service};
use crate::trial::{self, Decided, Opening, Trial};

fn complaint(on: &str) -> Command {
    let service =
        Service { document: Document::Complaint, party: 2, on: day(on), manner: "signed".into() };
    Command::Serve { service }
}

fn step(state: Option<trial::State>, on: &str, command: trial::Command) -> Option<trial::State> {
    let facts = kit::decide::<Trial>(state.as_ref(), &command, day(on), Role::Judge).unwrap();
    kit::fold::<Trial>(state, &facts)
}

/// S07: filed, mediated in vain, the fee paid, small claims chosen, served; the trial goes on from there to
/// the one judgment.
#[test]
fn a_filed_case_goes_over_to_the_trial_with_its_file_whole() {
    let mut case = Case::filed("2026-02-27");
    case.give("2026-02-27", entrust(&[1, 2], "2026-02-27"));
    case.give("2026-03-02", signed("2026-03-02"));
    case.give("2026-03-09", Command::NoteMediationExtended { days: 30, on: day("2026-03-09") });
    case.give("2026-04-08", back(MediationResult::Failed, "2026-04-08"));
    case.give("2026-04-08", Command::NotifyFee { on: day("2026-04-08") });
    case.give("2026-04-10", Command::PayFee { on: day("2026-04-10") });
    assert_eq!(Opening::of(case.state()), None, "no procedure is chosen yet");
    case.give("2026-04-10", choose(Track::SmallClaims, "2026-04-10"));
    case.give("2026-04-13", complaint("2026-04-13"));

    let opening = Opening::of(case.state()).unwrap();
    assert_eq!((opening.sued_on, opening.filed_on), (day("2026-02-27"), day("2026-02-27")));
    assert_eq!(opening.plaintiffs, BTreeSet::from([1]));
    assert_eq!(opening.complaints.len(), 1);
    let open = trial::Command::Open { opening: Box::new(opening), on: day("2026-04-14") };
    let state = step(None, "2026-04-14", open);
    // The mediator of the case may not sit in it; the limit keeps the days outside it (S07.3).
    let began = state.as_ref().unwrap();
    assert_eq!(began.opening.barred, ["m-1"]);
    assert_eq!((began.term.rule.as_str(), began.term.standstills.len()), ("T-E-08", 1));
    assert_eq!(began.term.standstills, case.state().trial.as_ref().unwrap().standstills);

    let hearing = trial::Command::SetHearing { on: day("2026-05-06"), told_on: day("2026-04-20") };
    let state = step(state, "2026-04-20", hearing);
    let held = trial::Command::HoldHearing { on: day("2026-05-06"), present: vec![1, 2] };
    let state = step(state, "2026-05-06", held);
    let judged = trial::Command::Decide { what: Decided::Judgment, on: day("2026-05-08") };
    let mut state = step(state, "2026-05-08", judged);
    for party in [1, 2] {
        let serve = trial::Command::ServeDecision { party, on: day("2026-05-09") };
        state = step(state, "2026-05-09", serve);
    }
    let state = state.unwrap();
    assert_eq!((Trial::outline(&state).state, state.outcome()), ("final", Some(Outcome::Decided)));
}

/// A case filed because seven days had passed has no number yet; the trial waits for it.
#[test]
fn a_case_filed_first_goes_over_once_it_has_its_number() {
    let mut case = Case::received("2026-02-27");
    case.give("2026-03-07", Command::FileFirst);
    case.give("2026-03-07", Command::RelieveFee { on: day("2026-03-07") });
    case.give("2026-03-07", choose(Track::SmallClaims, "2026-03-07"));
    assert_eq!(Opening::of(case.state()), None);
    case.give("2026-03-09", Command::GiveNumber { case_no: "（2026）宁0122民初2号".into() });
    let opening = Opening::of(case.state()).unwrap();
    assert_eq!(opening.filed_on, day("2026-03-07"));
    let open = trial::Command::Open { opening: Box::new(opening), on: day("2026-03-09") };
    assert!(step(None, "2026-03-09", open).is_some());
}
