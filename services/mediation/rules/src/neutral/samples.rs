//! Samples of the common steps, for the walks of each procedure.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use jiefen_procedure::Brief;
use jiefen_procedure::kit::{brief, consent};
use jiefen_vocab::{DisputeKind, Fen, Private, TrackKind};
use jiff::civil::Date;

use super::{Act, Candidate, Interest, Wording};
use crate::agreement::{ContentFault, Draft, Obligation, Subject};
use crate::session::{Mode, Reached, Sitting};

/// A hash of a text.
pub const HASH: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

/// A brief to which both parties consent.
pub fn agreed_brief(kind: DisputeKind, track: TrackKind, on: Date) -> Brief {
    let mut brief = brief(kind, track, on);
    brief.consents = vec![consent(1, track, true, on), consent(2, track, true, on)];
    brief
}

/// A person on the roster, checked, without any interest.
pub fn person(id: &str) -> Candidate {
    let person = id.to_owned();
    Candidate { person, on_roster: true, trained: true, checked: true, interest: None }
}

/// A sum that the second party owes the first.
pub fn owed(no: u32, due: Date, yuan: i64) -> Obligation {
    let what = Private::new("支付货款".to_owned());
    Obligation { no, obligor: 2, obligee: 1, what, amount: Some(Fen::yuan(yuan)), due, place: None }
}

/// A text over money.
pub fn draft(obligations: Vec<Obligation>) -> Draft {
    Draft {
        hash: HASH.to_owned(),
        facts: Private::new("拖欠货款".to_owned()),
        obligations,
        subjects: BTreeSet::from([Subject::Money]),
        faults: BTreeSet::new(),
    }
}

/// A lawful text, and one with each fault.
pub fn drafts(due: Date) -> Vec<Draft> {
    let good = draft(vec![owed(1, due, 900)]);
    let mut status = good.clone();
    status.subjects = BTreeSet::from([Subject::Status]);
    let mut unlawful = good.clone();
    unlawful.faults.insert(ContentFault::AgainstLaw);
    let unhashed = Draft { hash: String::new(), ..good.clone() };
    vec![good, status, unlawful, unhashed, draft(Vec::new()), draft(vec![owed(1, due, -1)])]
}

/// A session at which these parties were present.
pub fn sitting(on: Date, present: &[u32]) -> Sitting {
    Sitting {
        on,
        place: "调解室".to_owned(),
        mode: Mode::Together,
        present: present.to_vec(),
        guardians: Vec::new(),
        reached: Reached::GoesOn,
        record: Private::new("乙愿付一半".to_owned()),
    }
}

/// Every common step on a day, lawful and not; a session is set for `later`.
pub fn acts(on: Date, later: Date) -> Vec<Act> {
    let extend = |days, agreed: &[u32]| Act::Extend { days, agreed: agreed.to_vec(), on };
    let named = |person: Candidate| Act::Replace { mediator: person, on };
    let tied = Candidate { interest: Some(Interest::Other), ..person("m-3") };
    let mut all = vec![
        Act::WithdrawConsent { party: 2, how: "phone".to_owned() },
        Act::WithdrawConsent { party: 9, how: "phone".to_owned() },
        Act::Disclose { interest: Interest::Stake, on },
        Act::Challenge { party: 1, interest: Interest::Relative, on },
        Act::Waive { party: 1, on },
        Act::Waive { party: 2, on },
        named(person(" ")),
        named(person("m-1")),
        named(person("m-2")),
        named(tied),
        Act::Schedule { on: later, place: "调解室".to_owned(), mode: Mode::Video },
        extend(5, &[1, 2]),
        extend(0, &[1, 2]),
        extend(5, &[1]),
        Act::BeginAppraisal { on },
        Act::EndAppraisal { on },
    ];
    all.extend([true, false].map(|granted| Act::DecideChallenge { granted, on }));
    let present: [&[u32]; 3] = [&[1, 2], &[], &[9]];
    all.extend(present.map(|present| Act::Hold { session: sitting(on, present) }));
    all
}

/// Every step about a text on a day, lawful and not.
pub fn wordings(on: Date, later: Date) -> Vec<Wording> {
    let put = |due| Wording::Put { draft: drafts(due).remove(0), on };
    let confirm = |party, hash: &str| Wording::Confirm { party, hash: hash.to_owned(), on };
    vec![put(on), put(later), confirm(1, HASH), confirm(2, HASH), confirm(1, "0")]
}

/// A challenge that is granted: the neutral leaves.
pub fn removed(on: Date) -> Vec<Act> {
    let interest = Interest::Relative;
    vec![Act::Challenge { party: 1, interest, on }, Act::DecideChallenge { granted: true, on }]
}
