//! The events in numbers, by type, case, dispute, offer and due day, so that a question looks only at what it is about.

use std::collections::BTreeSet;
use std::ops::Range;

use jiefen_vocab::{Agency, CaseId, DisputeId, DisputeKind, Moment, Region};
use jiff::civil::Date;

use crate::event;
use crate::observed::{Field, Observed};

/// A type of event: its place in [`event::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Kind(u8);

impl Kind {
    /// The type with this name; none: no indicator reads it.
    fn named(name: &str) -> Option<Kind> {
        let place = event::ALL.iter().position(|known| *known == name)?;
        u8::try_from(place).ok().map(Kind)
    }

    /// A type of the table.
    pub fn of(name: &'static str) -> Kind {
        Kind::named(name).unwrap_or(Kind(u8::MAX))
    }
}

/// One event with all that indicators ask of it. Cases, disputes, agencies and words are numbers, in the order of what they
/// stand for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    pub at: Moment,
    pub seq: u64,
    /// Where it arose, else where the agency is.
    pub region: Region,
    pub kind: Option<DisputeKind>,
    pub agency: u32,
    pub case: u32,
    pub dispute: u32,
    /// The receiving agency of a referral.
    pub to: Option<u32>,
    pub proposal: Option<u32>,
    /// The rule of a clock.
    pub rule: u32,
    /// Where the events of its offer begin, of a referral that says its receiver.
    offer: Option<u32>,
    pub obligation: Option<u32>,
    pub due_on: Option<Date>,
    pub field: Option<Field>,
    pub excluded: bool,
    pub returned: bool,
    pub immediate: bool,
}

/// The four types of event that an offer has, in the order in which they are read.
pub(crate) const OFFER: [&str; 4] = [
    event::REFERRAL_OFFERED,
    event::REFERRAL_ACCEPTED,
    event::REFERRAL_DECLINED,
    event::REFERRAL_EXPIRED,
];

/// An event of an offer: sender, receiver, dispute and epoch, then which of [`OFFER`], then the row.
type OfOffer = ((u32, u32, u32, u32), u8, u32);

/// Events by what they belong to: of each number the types and rows of its events, sorted.
#[derive(Debug, Clone, Default)]
struct Belonging {
    /// Where the events of a number begin; one more than there are numbers.
    starts: Vec<u32>,
    events: Vec<(Kind, u32)>,
}

impl Belonging {
    /// Of these, each with its number, below so many.
    fn of(mut all: Vec<(u32, Kind, u32)>, numbers: usize) -> Belonging {
        all.sort_unstable();
        let mut starts = Vec::with_capacity(numbers + 1);
        for (place, (number, ..)) in all.iter().enumerate() {
            while starts.len() <= *number as usize {
                starts.push(self::number(place));
            }
        }
        while starts.len() <= numbers {
            starts.push(number(all.len()));
        }
        Belonging { starts, events: all.into_iter().map(|(_, kind, row)| (kind, row)).collect() }
    }

    /// The events of a type that belong to a number, oldest first.
    fn rows(&self, number: u32, kind: Kind) -> &[(Kind, u32)] {
        let at = |number: usize| self.starts.get(number).map_or(0, |start| *start as usize);
        let its = self.events.get(at(number as usize)..at(number as usize + 1));
        let its = its.unwrap_or_default();
        let first = its.iter().take_while(|(one, _)| *one < kind).count();
        let (_, later) = its.split_at(first);
        let length = later.iter().take_while(|(one, _)| *one == kind).count();
        later.split_at(length).0
    }
}

/// The index. Every list is sorted; rows lie by type, and by time within it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    rows: Vec<Row>,
    kinds: Vec<Range<usize>>,
    by_case: Belonging,
    by_dispute: Belonging,
    by_due: Vec<(Date, u32)>,
    by_offer: Vec<OfOffer>,
    agencies: Vec<Agency>,
    disputes: Vec<DisputeId>,
    words: Vec<String>,
    /// The mediations that may go on, by the row of their beginning: they have no end, or one that says another place or kind.
    unended: Vec<u32>,
    /// The last place in the inbox.
    last_seq: u64,
    cases: usize,
}

/// What ends a mediation.
pub(crate) const ENDS: [&str; 2] = [event::AGREEMENT_MADE, event::MEDIATION_ENDED];

/// Numbers for what the events name.
struct Numbers {
    agencies: Vec<Agency>,
    disputes: Vec<DisputeId>,
    words: Vec<String>,
    /// The number of each event's case.
    cases: Vec<u32>,
    count: usize,
}

fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

fn found<T, Q: ?Sized + Ord>(list: &[T], one: &Q) -> u32
where
    T: std::borrow::Borrow<Q>,
{
    number(list.partition_point(|known| known.borrow() < one))
}

impl Numbers {
    fn of(events: &[Observed]) -> Numbers {
        let mut agencies = BTreeSet::new();
        let mut words = BTreeSet::from([""]);
        for event in events {
            let said = &event.attributes;
            agencies.extend([Some(event.agency), said.to, said.proposal].into_iter().flatten());
            words.extend([said.rule.as_deref(), said.epoch.as_deref()].into_iter().flatten());
        }
        let agencies: Vec<Agency> = agencies.into_iter().collect();
        let mut disputes: Vec<DisputeId> = events.iter().map(|event| event.dispute).collect();
        disputes.sort_unstable();
        disputes.dedup();
        let mut keys: Vec<(CaseId, u32, usize)> = events
            .iter()
            .enumerate()
            .map(|(place, event)| (event.case, found(&agencies, &event.agency), place))
            .collect();
        keys.sort_unstable();
        let (mut cases, mut count) = (vec![0; events.len()], 0);
        for same in keys.chunk_by(|one, next| (one.0, one.1) == (next.0, next.1)) {
            for (_, _, place) in same {
                if let Some(case) = cases.get_mut(*place) {
                    *case = number(count);
                }
            }
            count += 1;
        }
        let words = words.into_iter().map(str::to_owned).collect();
        Numbers { agencies, disputes, words, cases, count }
    }

    fn row(&self, event: &Observed, case: u32) -> Row {
        let said = &event.attributes;
        let agency = |agency: Agency| found(&self.agencies, &agency);
        Row {
            at: event.at,
            seq: event.seq,
            region: said.place.unwrap_or(event.agency.region),
            kind: said.kind,
            agency: agency(event.agency),
            case,
            dispute: found(&self.disputes, &event.dispute),
            to: said.to.map(agency),
            proposal: said.proposal.map(agency),
            rule: found(&self.words, said.rule.as_deref().unwrap_or("")),
            offer: None,
            obligation: said.obligation,
            due_on: said.due_on,
            field: said.field,
            excluded: said.excluded.is_some(),
            returned: said.returned,
            immediate: said.immediate,
        }
    }
}

impl Index {
    /// The index of these events, oldest first and each once.
    pub fn of(events: &[Observed]) -> Index {
        let numbers = Numbers::of(events);
        let mut sorted: Vec<Vec<Row>> = vec![Vec::new(); event::ALL.len()];
        let mut by_offer: Vec<OfOffer> = Vec::new();
        for (event, case) in events.iter().zip(&numbers.cases) {
            let Some(kind) = Kind::named(&event.event) else { continue };
            let Some(rows) = sorted.get_mut(usize::from(kind.0)) else { continue };
            let row = numbers.row(event, *case);
            let turn = OFFER.iter().position(|name| *name == event.event);
            if let Some((turn, to)) = turn.zip(row.to) {
                let epoch = event.attributes.epoch.as_deref().unwrap_or("");
                let epoch = found(&numbers.words, epoch);
                let turn = u8::try_from(turn).unwrap_or(u8::MAX);
                by_offer.push(((row.agency, to, row.dispute, epoch), turn, number(rows.len())));
            }
            rows.push(row);
        }
        let (mut rows, mut kinds) = (Vec::with_capacity(events.len()), Vec::new());
        for of_kind in sorted {
            let first = rows.len();
            rows.extend(of_kind);
            kinds.push(first..rows.len());
        }
        let Numbers { agencies, disputes, words, count: cases, .. } = numbers;
        let mut index = Index { rows, kinds, agencies, disputes, words, cases, ..Index::default() };
        index.take_offers(by_offer);
        index.sort();
        index
    }

    /// The events of offers, sorted by offer; each row learns where its offer begins.
    fn take_offers(&mut self, mut by_offer: Vec<OfOffer>) {
        for (_, turn, row) in &mut by_offer {
            let kind = OFFER.get(usize::from(*turn)).map(|name| Kind::of(name));
            let first = kind.map_or(0, |kind| self.range(kind).start);
            *row = row.saturating_add(number(first));
        }
        by_offer.sort_unstable();
        let mut first = 0;
        for offer in by_offer.chunk_by(|one, next| one.0 == next.0) {
            for (_, _, row) in offer {
                if let Some(row) = self.rows.get_mut(*row as usize) {
                    row.offer = Some(number(first));
                }
            }
            first += offer.len();
        }
        self.by_offer = by_offer;
    }

    fn sort(&mut self) {
        let (mut by_case, mut by_dispute) = (Vec::new(), Vec::new());
        for (kind, range) in (0..).map(Kind).zip(self.kinds.clone()) {
            for (place, row) in range.clone().zip(self.rows.get(range).unwrap_or_default()) {
                let place = number(place);
                by_case.push((row.case, kind, place));
                by_dispute.push((row.dispute, kind, place));
                if kind == Kind::of(event::OBLIGATION_SET) {
                    self.by_due.extend(row.due_on.map(|due| (due, place)));
                }
            }
        }
        self.by_case = Belonging::of(by_case, self.cases);
        self.by_dispute = Belonging::of(by_dispute, self.disputes.len());
        self.by_due.sort_unstable();
        self.last_seq = self.rows.iter().map(|row| row.seq).max().unwrap_or(0);
        let alike = |one: &Row, other: &Row| (one.region, one.kind) == (other.region, other.kind);
        let mut unended = Vec::new();
        for place in self.range(Kind::of(event::MEDIATION_APPLIED)) {
            let Some(begun) = self.rows.get(place) else { continue };
            let mut ends = ENDS.into_iter().flat_map(|end| self.of_case(begun.case, Kind::of(end)));
            if !ends.any(|end| alike(begun, end)) {
                unended.push(number(place));
            }
        }
        self.unended = unended;
    }

    /// What began the mediations that may go on after a moment, oldest first: whoever asks looks at the ends that count. Where
    /// the cut-off lies before the last events, any of them may.
    pub fn unended(&self, last: Moment, high_water: u64) -> Vec<&Row> {
        let applied = Kind::of(event::MEDIATION_APPLIED);
        if high_water < self.last_seq {
            return self.of_kind(applied).iter().collect();
        }
        let late = ENDS.into_iter().flat_map(|end| {
            let ends = self.of_kind(Kind::of(end));
            ends.split_at(ends.partition_point(|row| row.at <= last)).1
        });
        let begun = late.flat_map(|end| self.by_case.rows(end.case, applied));
        let mut places = self.unended.clone();
        places.extend(begun.map(|(_, row)| *row));
        places.sort_unstable();
        places.dedup();
        places.iter().filter_map(|row| self.rows.get(*row as usize)).collect()
    }

    fn range(&self, kind: Kind) -> Range<usize> {
        self.kinds.get(usize::from(kind.0)).cloned().unwrap_or_default()
    }

    /// The events of a type, oldest first.
    pub fn of_kind(&self, kind: Kind) -> &[Row] {
        self.rows.get(self.range(kind)).unwrap_or_default()
    }

    /// The events of a type of one case, oldest first.
    pub fn of_case(&self, case: u32, kind: Kind) -> impl DoubleEndedIterator<Item = &Row> {
        let rows = self.by_case.rows(case, kind).iter();
        rows.filter_map(|(_, row)| self.rows.get(*row as usize))
    }

    /// The events of a type of one dispute, oldest first.
    pub fn of_dispute(&self, dispute: u32, kind: Kind) -> impl DoubleEndedIterator<Item = &Row> {
        let rows = self.by_dispute.rows(dispute, kind).iter();
        rows.filter_map(|(_, row)| self.rows.get(*row as usize))
    }

    /// The obligations that were set with a due day of these days, whenever that was.
    pub fn due(&self, from: Date, to: Date) -> impl Iterator<Item = &Row> {
        let first = self.by_due.partition_point(|(due, _)| *due < from);
        let (_, later) = self.by_due.split_at(first);
        let due = later.iter().take_while(move |(due, _)| *due <= to);
        due.filter_map(|(_, row)| self.rows.get(*row as usize))
    }

    /// Where an event's offer begins: the offer's number.
    pub fn offer_of(row: &Row) -> Option<u32> {
        row.offer
    }

    /// The events of an offer, each with its place in [`OFFER`].
    pub fn offer(&self, offer: u32) -> impl Iterator<Item = (u8, &Row)> {
        let (_, later) = self.by_offer.split_at((offer as usize).min(self.by_offer.len()));
        let key = later.first().map(|(key, ..)| *key);
        let its = later.iter().take_while(move |(one, ..)| Some(*one) == key);
        its.filter_map(|(_, turn, row)| Some((*turn, self.rows.get(*row as usize)?)))
    }

    /// The agency with a number.
    pub fn agency(&self, number: u32) -> Option<Agency> {
        self.agencies.get(number as usize).copied()
    }

    /// The number of an agency; none: no event names it.
    pub fn agency_number(&self, agency: Agency) -> Option<u32> {
        self.agencies.binary_search(&agency).ok().map(number)
    }

    /// The dispute with a number.
    pub fn dispute(&self, number: u32) -> Option<DisputeId> {
        self.disputes.get(number as usize).copied()
    }

    /// The word with a number.
    pub fn word(&self, number: u32) -> &str {
        self.words.get(number as usize).map(String::as_str).unwrap_or_default()
    }
}
