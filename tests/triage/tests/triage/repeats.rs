//! The same dispute told twice.

use jiefen_study::corpus;
use jiefen_triage::similar::{Score, Subject, keys, print, score};
use jiefen_vocab::{Channel, DisputeKind, PartyRole, Region};
use jiff::civil::date;

fn subject<'a>(text: &'a str, kind: DisputeKind, names: [&'a str; 2], place: &str) -> Subject<'a> {
    let [applicant, respondent] = names;
    Subject {
        text,
        parties: vec![(applicant, PartyRole::Applicant), (respondent, PartyRole::Respondent)],
        place: place.parse::<Region>().unwrap(),
        kind,
        amount: None,
        day: date(2026, 7, 14),
        channel: Channel::Phone,
    }
}

/// What the index and the score together say: found by a key and proposed.
fn proposed(a: &Subject<'_>, b: &Subject<'_>) -> Option<Score> {
    let of_b = keys(b);
    let found = keys(a).iter().any(|key| of_b.contains(key));
    Some(score(&print(a), &print(b))).filter(|score| found && score.proposed())
}

/// Edits that happen between two tellings: words before it, a lost character, other marks, mistyped characters.
fn edited(text: &str, how: usize) -> String {
    let chars: Vec<char> = text.chars().collect();
    let third = chars.len() / 3;
    let change = |at: usize, c: &char| if at == third || at == 2 * third { '嘛' } else { *c };
    match how % 4 {
        0 => format!("群众来电反映：{text}"),
        1 => chars.iter().enumerate().filter(|(at, _)| *at != third).map(|(_, c)| *c).collect(),
        2 => text.replace(['，', '。', '、'], " "),
        _ => chars.iter().enumerate().map(|(at, c)| change(at, c)).collect(),
    }
}

const PLACES: [&str; 3] = ["640122200207", "640122100204", "640122001010"];

#[test]
fn of_lightly_edited_repeats_almost_all_are_proposed_and_of_other_disputes_almost_none() {
    let samples = corpus::read("registrations.jsonl").unwrap();
    let whole: Vec<_> = samples.iter().filter(|sample| sample.text.chars().count() >= 15).collect();
    let (mut found, mut repeats, mut wrong, mut others) = (0, 0, 0, 0);
    for (at, sample) in whole.iter().enumerate() {
        let place = PLACES[at % PLACES.len()];
        let a = subject(&sample.text, sample.kind, ["罗进财", "高万福"], place);
        for how in 0..4 {
            let text = edited(&sample.text, how + at);
            let b = subject(&text, sample.kind, ["匿名", "某人"], place);
            repeats += 1;
            found += usize::from(proposed(&a, &b).is_some());
        }
        for step in [1, 3, 19, 101] {
            let other = whole[(at + step) % whole.len()];
            let b = subject(
                &other.text,
                other.kind,
                ["匿名", "某人"],
                PLACES[(at + step) % PLACES.len()],
            );
            others += 1;
            wrong += usize::from(proposed(&a, &b).is_some());
        }
    }
    println!("{found} of {repeats} repeats proposed; {wrong} of {others} other pairs");
    assert!(found * 100 >= repeats * 99, "{found} of {repeats}");
    assert!(wrong * 100 < others, "{wrong} of {others}");
}
