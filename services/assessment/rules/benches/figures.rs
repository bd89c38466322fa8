//! How long leaders' figures take over many disputes, on one core: taking the events in, a page of twelve months and ten towns in
//! numbers, all figures of a month of the county and of one town with their disputes, one indicator, and what was seen of fifty
//! disputes. Prints one JSON object; the number of disputes is the first argument that is one, else 100,000.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a bench stops by panicking

use std::collections::BTreeSet;
use std::time::Instant;

use jiefen_assessment_rules::{
    Attributes, CutOff, Indicator, Observed, Period, Scope, Tally, event,
};
use jiefen_vocab::{Agency, CaseId, DisputeId, FactId, Moment, Region};
use jiff::ToSpan as _;
use jiff::civil::date;

/// What happens to a dispute that is mediated, and after how many days.
const LIFE: &[(&str, i64)] = &[
    (event::REFERRAL_OFFERED, 0),
    (event::REFERRAL_ACCEPTED, 1),
    (event::CLOCK_MET, 1),
    (event::MEDIATION_APPLIED, 1),
    (event::MEDIATION_CONSENTED, 2),
    (event::CLOCK_MET, 2),
    (event::AGREEMENT_MADE, 12),
    (event::OBLIGATION_SET, 12),
    (event::CLOCK_MET, 12),
    (event::OBLIGATION_PERFORMED, 30),
];
const TOWNS: u64 = 10;

fn life(no: u64, counter: Agency, committee: Agency) -> impl Iterator<Item = Observed> {
    let begun = date(2025, 10, 1).checked_add(i64::try_from(no % 365).unwrap().days()).unwrap();
    let town: Region = format!("6401221{:02}", 1 + no % TOWNS).parse().unwrap();
    LIFE.iter().zip(0..).map(move |(&(event, after), place)| {
        let seq = no * LIFE.len() as u64 + place;
        let on = begun.checked_add(after.days()).unwrap();
        Observed {
            // Arrival and time have two different orders.
            id: FactId::from_bits(u128::from(seq).wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C)),
            seq,
            agency: if place == 0 { counter } else { committee },
            event: event.to_owned(),
            dispute: DisputeId::from_bits(u128::from(no)),
            case: CaseId::from_bits(u128::from(no)),
            at: Moment::from_local(on.at(9, 0, 0, 0)),
            attributes: Attributes {
                place: Some(town),
                rule: Some("T-D-01".to_owned()),
                to: Some(committee),
                obligation: Some(1),
                due_on: on.checked_add(20.days()).ok(),
                ..Attributes::default()
            },
        }
    })
}

fn main() {
    let asked = std::env::args().find_map(|word| word.parse::<u64>().ok());
    let disputes = asked.unwrap_or(100_000);
    let counter: Agency = "640122.centre".parse().unwrap();
    let committee: Agency = "640122101.people_mediation_committee".parse().unwrap();
    let events: Vec<Observed> = (0..disputes).flat_map(|no| life(no, counter, committee)).collect();
    let high_water = events.len() as u64;
    let cut_off = CutOff { day: date(2026, 10, 12), high_water };
    let month = Period { from: date(2026, 9, 1), to: date(2026, 9, 30) };
    let county = Scope::default();
    let town = Scope { region: Some("640122101".parse().unwrap()), ..Scope::default() };
    let fifty: BTreeSet<DisputeId> =
        (0..50).map(|no| DisputeId::from_bits(u128::from(no * disputes / 50))).collect();
    let months: Vec<Period> = (0..12)
        .map(|back| {
            let from = month.from.checked_sub(back.months()).unwrap();
            Period { from, to: from.last_of_month() }
        })
        .collect();
    let towns: Vec<Scope> = (0..TOWNS)
        .map(|no| {
            let region = Some(format!("6401221{:02}", 1 + no).parse().unwrap());
            Scope { region, ..Scope::default() }
        })
        .collect();
    let (tally, observe) = timed(move || Tally::of(events));
    let (all, figures) = timed(|| tally.figures(month, &county, None, cut_off));
    let (_, of_town) = timed(|| tally.figures(month, &town, None, cut_off));
    let (pages, cockpit) = timed(|| {
        let of_town = |town: &Scope| tally.numbers(&[month], town, None, cut_off).len();
        let of_towns: usize = towns.iter().map(of_town).sum();
        of_towns + tally.numbers(&months, &county, None, cut_off).len()
    });
    let asked = (month, &county, cut_off);
    let (_, one) = timed(|| tally.figures_of(Indicator::Mediation, asked, None));
    let (seen, fifty) = timed(|| tally.seen(&fifty, cut_off).len());
    let whole = !all.is_empty() && seen == 50 && pages == months.len() + towns.len();
    assert!(whole, "{} figures, {seen} disputes, {pages} pages", all.len());
    println!(
        "{{\"bench\":\"figures\",\"disputes\":{disputes},\"events\":{high_water},\"observe_ms\":{observe:.1},\
         \"cockpit_ms\":{cockpit:.1},\"figures_ms\":{figures:.1},\"town_ms\":{of_town:.1},\"one_indicator_ms\":{one:.1},\"seen_ms\":{fifty:.2}}}"
    );
}

/// What came out, and how many milliseconds it took.
fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let begin = Instant::now();
    let done = work();
    (done, begin.elapsed().as_secs_f64() * 1000.0)
}
