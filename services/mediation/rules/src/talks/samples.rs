//! Sample steps for the tests of every procedure with talks.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use jiefen_vocab::{Fen, Private};
use jiff::civil::Date;

use super::Step;
use crate::agreement::{ContentFault, Draft, Obligation, Subject};
use crate::people_mediation::Signer;
use crate::session::{Mode, Reached, Sitting};

/// The hash of the sample text.
pub fn hash() -> String {
    "ab".repeat(32)
}

/// Party 2 owes party 1 money by a day.
pub fn owed(no: u32, yuan: i64, due: Date) -> Obligation {
    Obligation {
        no,
        obligor: 2,
        obligee: 1,
        what: Private::new("付款".to_owned()),
        amount: Some(Fen::yuan(yuan)),
        due,
        place: None,
    }
}

/// A text over these obligations.
pub fn draft(obligations: Vec<Obligation>) -> Draft {
    Draft {
        hash: hash(),
        facts: Private::new("双方对事实没有争议".to_owned()),
        obligations,
        subjects: BTreeSet::from([Subject::Money]),
        faults: BTreeSet::new(),
    }
}

/// A session on a day.
pub fn sitting(on: Date, present: &[u32]) -> Sitting {
    Sitting {
        on,
        place: "调解室".to_owned(),
        mode: Mode::Together,
        present: present.to_vec(),
        guardians: Vec::new(),
        reached: Reached::GoesOn,
        record: Private::new("各自陈述".to_owned()),
    }
}

/// From a text to the last signature, on one day.
pub fn agreeing(on: Date, draft: Draft, parties: &[u32]) -> Vec<Step> {
    let hash = draft.hash.clone();
    let mut steps = vec![Step::PutText { draft, on }];
    for party in parties {
        steps.push(Step::ConfirmText { party: *party, hash: hash.clone(), on });
    }
    for party in parties {
        steps.push(Step::Sign { signer: Signer::Party { no: *party }, agent: None, on });
    }
    steps.push(Step::Sign { signer: Signer::Mediator, agent: None, on });
    steps.push(Step::Sign { signer: Signer::Seal, agent: None, on });
    steps
}

/// Steps in all variety on a day, right and wrong.
pub fn steps(on: Date, due: Date) -> Vec<Step> {
    let text = draft(vec![owed(1, 100, due)]);
    let mut all = agreeing(on, text.clone(), &[1, 2]);
    let consent = |party| Step::GiveConsent { party, on, how: "phone".to_owned() };
    all.extend([consent(1), consent(2), consent(9)]);
    all.push(Step::ConfirmText { party: 9, hash: hash(), on });
    all.push(Step::ConfirmText { party: 1, hash: "0".to_owned(), on });
    let for_another = |agent: &str| Step::Sign {
        signer: Signer::Party { no: 2 },
        agent: Some(agent.to_owned()),
        on,
    };
    all.extend([for_another(" "), for_another("授权书1号"), Step::DropText { on }]);
    let faulty = Draft { faults: BTreeSet::from([ContentFault::AgainstLaw]), ..text.clone() };
    let unread = Draft { hash: String::new(), ..text };
    let stranger = Obligation { obligor: 9, ..owed(1, 1, due) };
    for draft in [faulty, unread, draft(Vec::new()), draft(vec![stranger])] {
        all.push(Step::PutText { draft, on });
    }
    for mediator in ["m-2", " "] {
        all.push(Step::ChooseMediator { mediator: mediator.to_owned(), on });
    }
    let far = due.saturating_add(jiff::Span::new().years(3));
    for day in [on, on.yesterday().unwrap(), far] {
        let place = "线上".to_owned();
        all.push(Step::ScheduleSession { on: day, place, mode: Mode::Video });
    }
    for present in [&[1, 2][..], &[], &[9]] {
        all.push(Step::HoldSession { session: sitting(on, present) });
    }
    for (units, agreed) in [(1, vec![1, 2]), (0, vec![1, 2]), (999, vec![1, 2]), (1, vec![1])] {
        all.push(Step::Extend { units, agreed, on });
    }
    all
}
