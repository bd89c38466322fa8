//! A collective case 集体劳动人事争议 (T-H-17, LMAL 7; case rules 5, 62 to 67): ten workers or more with a
//! common claim. It is filed and heard first, by three arbitrators, in one hearing, through three to five
//! representatives. The outcome is each worker's own: a representative's acts bind the others except where a
//! claim is changed or given up, admitted, or settled (case rules 63); so nobody settles or withdraws for
//! another, and each award, receipt and suit is counted worker by worker.

use std::collections::BTreeSet;

use super::codes::Paper;
use super::state::{Awards, Ending, Line, Sheet, Stage, Standing, State};

/// Ten workers with a common claim make a collective case (LMAL 7).
const MIN: u32 = 10;
/// Three to five representatives (case rules 63).
const REPRESENTATIVES: std::ops::RangeInclusive<usize> = 3..=5;

/// Whether a dispute is collective: by the workers of the whole dispute, also where some of them have
/// settled elsewhere and only the others apply.
pub(super) fn is_collective(common_claim: bool, workers: usize, people: u32) -> bool {
    common_claim && u32::try_from(workers).unwrap_or(u32::MAX).max(people) >= MIN
}

/// Whether these may be the representatives: three to five workers of the case.
pub(super) fn may_represent(state: &State, chosen: &BTreeSet<u32>) -> bool {
    REPRESENTATIVES.contains(&chosen.len())
        && chosen.iter().all(|party| state.workers.contains(party))
}

/// Of the applicants who stayed away, those for whom nobody came. In a collective case with
/// representatives a worker has appeared as long as one representative whose own claim is still open is
/// there (case rules 63); an absent worker without one is taken to withdraw (LMAL 36).
pub(super) fn not_appeared(state: &State, absent: Vec<u32>) -> Vec<u32> {
    let speaks = |party: &&u32| state.remaining.contains(party) && !absent.contains(party);
    if state.collective && state.representatives.iter().any(|party| speaks(&party)) {
        return absent.into_iter().filter(|party| !state.workers.contains(party)).collect();
    }
    absent
}

/// What became of one worker's claims.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// 尚未了结
    Pending,
    /// 调解书生效
    Settled,
    /// 撤回或者按撤回处理
    Withdrawn,
    /// 未经裁决结束：不予受理、未申请、移送、因逾期起诉
    Unheard,
    /// 已裁决: how each paper stands for this worker.
    Awarded(Vec<OfPaper>),
}

/// How one paper stands for one worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfPaper {
    /// Which paper.
    pub paper: Paper,
    /// How it stands.
    pub standing: Standing,
    /// It has taken effect for good: no right against it is left.
    pub effective: bool,
}

/// Every worker of the case with what became of his claims, in the order of their numbers.
pub fn fates(state: &State) -> Vec<(u32, Fate)> {
    state.workers.iter().map(|worker| (*worker, fate(state, *worker))).collect()
}

fn fate(state: &State, worker: u32) -> Fate {
    if state.settled.contains(&worker) {
        return Fate::Settled;
    }
    let awards = match &state.stage {
        Stage::Awarded(awards) => Some(awards),
        Stage::Ended(ended) => match (&ended.awards, ended.how) {
            (Some(awards), _) => Some(awards),
            (None, Ending::Settled) if state.remaining.contains(&worker) => return Fate::Settled,
            (None, _) if state.remaining.contains(&worker) => return Fate::Unheard,
            (None, _) => None,
        },
        Stage::Received { .. }
        | Stage::Applied
        | Stage::Unanswered { .. }
        | Stage::Hearing(_)
        | Stage::Stayed { .. }
        | Stage::Overdue { .. } => None,
    };
    let open = state.remaining.contains(&worker);
    let papers = |awards: &Awards| -> Vec<OfPaper> {
        let own = |sheet: &Sheet| {
            let line = *sheet.lines.iter().find(|line| line.worker == worker)?;
            Some(of_paper(sheet, line, &state.employers))
        };
        awards.sheets.iter().filter_map(own).collect()
    };
    let in_part = state.parts.as_ref().map(papers).filter(|papers| !papers.is_empty());
    match (awards.map(papers), in_part) {
        (Some(papers), _) if papers.is_empty() => Fate::Withdrawn,
        (Some(papers), _) => Fate::Awarded(papers),
        (None, _) if open => Fate::Pending,
        (None, Some(papers)) => Fate::Awarded(papers),
        (None, None) => Fate::Withdrawn,
    }
}

fn of_paper(sheet: &Sheet, line: Line, employers: &[u32]) -> OfPaper {
    let effective = sheet.effective(employers).contains(&line.worker);
    OfPaper { paper: sheet.paper, standing: line.standing, effective }
}

/// How many items of an award are final, of how many: the share of final awards is counted by items, not
/// by cases.
pub fn final_items(awards: &Awards) -> (usize, usize) {
    let count = |paper| {
        let sheets = awards.sheets.iter().filter(|sheet| sheet.paper == paper);
        sheets.map(|sheet| sheet.items.len()).sum::<usize>()
    };
    let last = count(Paper::Final);
    (last, last + count(Paper::NonFinal))
}
