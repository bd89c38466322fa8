//! M-09 自动履行率: obligations performed by the due day without enforcement, of those due.

use std::collections::{BTreeMap, BTreeSet};

use jiefen_vocab::{Agency, CaseId, DisputeId};
use jiff::civil::Date;

use super::Window;
use super::{count, figure, guard};
use crate::event;
use crate::figure::{Behind, Figure, Indicator};
use crate::observed::Observed;

/// One obligation of one agreement.
type Key = (Agency, CaseId, u32);

#[derive(Default)]
struct Sorted {
    by_itself: Vec<DisputeId>,
    late: Vec<DisputeId>,
    enforced: Vec<DisputeId>,
    unknown: Vec<DisputeId>,
}

/// One figure, `due`. What was performed at once is counted apart; what is not known to be performed is
/// not performed.
pub(super) fn performance(window: &Window<'_>) -> Vec<Figure> {
    let set: BTreeMap<Key, &Observed> =
        window.all(event::OBLIGATION_SET).filter_map(|set| Some((key(set)?, set))).collect();
    let mut performed: BTreeMap<Key, Date> = BTreeMap::new();
    for done in window.all(event::OBLIGATION_PERFORMED) {
        if let Some(key) = key(done) {
            performed.entry(key).or_insert(done.on());
        }
    }
    let mut enforced: BTreeMap<DisputeId, Date> = BTreeMap::new();
    for opened in window.world(event::ENFORCEMENT_OPENED) {
        enforced.entry(opened.dispute).or_insert(opened.on());
    }
    let immediate: Vec<DisputeId> = set
        .values()
        .filter(|set| set.attributes.immediate && window.period.contains(set.on()))
        .map(|set| set.dispute)
        .collect();
    let mut sorted = Sorted::default();
    for (key, set) in &set {
        let Some(due) = set.attributes.due_on.filter(|due| window.period.contains(*due)) else {
            continue;
        };
        if !set.attributes.immediate {
            sort(&mut sorted, set.dispute, due, performed.get(key), enforced.get(&set.dispute));
        }
    }
    vec![told(window, &sorted, &immediate)]
}

fn key(event: &Observed) -> Option<Key> {
    Some((event.agency, event.case, event.attributes.obligation?))
}

fn sort(
    sorted: &mut Sorted,
    dispute: DisputeId,
    due: Date,
    done: Option<&Date>,
    enforced: Option<&Date>,
) {
    match (done, enforced) {
        (Some(done), Some(forced)) if forced <= done => sorted.enforced.push(dispute),
        (None, Some(_)) => sorted.enforced.push(dispute),
        (Some(done), _) if *done <= due => sorted.by_itself.push(dispute),
        (Some(_), _) => sorted.late.push(dispute),
        (None, None) => sorted.unknown.push(dispute),
    }
}

fn told(window: &Window<'_>, sorted: &Sorted, immediate: &[DisputeId]) -> Figure {
    let set = |list: &[DisputeId]| -> BTreeSet<DisputeId> { list.iter().copied().collect() };
    let others = [&sorted.late, &sorted.enforced, &sorted.unknown];
    let due = sorted.by_itself.len() + others.iter().map(|list| list.len()).sum::<usize>();
    let mut denominator = set(&sorted.by_itself);
    others.iter().for_each(|list| denominator.extend(list.iter()));
    let behind = Behind { numerator: set(&sorted.by_itself), denominator };
    let numbers = (count(sorted.by_itself.len()), count(due));
    let mut figure = figure(window, Indicator::Performance, "due", numbers, behind);
    figure.guards = [
        ("immediate", "当场履行，另计", immediate),
        ("late", "逾期履行", sorted.late.as_slice()),
        ("enforced", "经执行", sorted.enforced.as_slice()),
        ("unknown", "未见履行记录", sorted.unknown.as_slice()),
    ]
    .into_iter()
    .map(|(code, zh, list)| guard(code, zh, Some(count(list.len())), set(list)))
    .collect();
    figure
}
