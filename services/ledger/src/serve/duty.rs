//! What the agency has to do, as its staff see it.

use jiefen_procedure::Brief;
use jiefen_proto::jiefen::node::v1 as wire;
use jiefen_terms::Law;
use jiefen_vocab::Moment;
use jiff::civil::Date;

use crate::Ledger;
use crate::area::Area;
use crate::duties::{Duty, duties};
use crate::error::Error;
use crate::read::{CaseView, DeskView};
use crate::world::status;

/// Further ahead nobody counts the working days.
const DAYS_MAX: i32 = 99;

/// What the desk asks for, by its status: kind, Chinese, English.
const ASKED: [(&str, &str, &str, &str); 3] = [
    ("pending", "offer", "签收或退回移送", "accept or decline the hand-over"),
    ("designation", "designation", "指定承办单位", "name the responsible unit"),
    ("task", "task", "办理协办事项并回报", "do the task and report it"),
];

/// A page of it. `own`: the agency's own staff see the parties' names.
pub(super) async fn list<A: Area>(
    ledger: &Ledger<A>,
    own: bool,
    size: u64,
    token: &str,
) -> Result<wire::ListDutiesResponse, Error> {
    let now = ledger.identity().clock.now();
    let page = duties::<A>(ledger.store(), now, size, token).await?;
    let law = &ledger.identity().law;
    let shown = page.duties.iter().map(|duty| match duty {
        Duty::Desk(view) => asked(law, now, view, own),
        Duty::Case(view, key) => step(law, now, view, key.as_deref(), own),
    });
    Ok(wire::ListDutiesResponse {
        duties: shown.collect(),
        next_page_token: page.next,
        late: page.late,
        today_count: page.today,
        today: now.day().to_string(),
    })
}

/// An answer that is due on a desk.
fn asked(law: &Law, now: Moment, view: &DeskView, own: bool) -> wire::Duty {
    let code = status(&view.desk);
    let (_, kind, zh, en) =
        ASKED.into_iter().find(|(of, ..)| *of == code).unwrap_or((code, "task", "办理", "handle"));
    let due = view.desk.waiting_due();
    let from = view.desk.pending.as_ref().map(|pending| pending.from.to_string());
    let mut duty = wire::Duty {
        kind: kind.to_owned(),
        dispute: view.dispute.to_string(),
        next_zh: zh.to_owned(),
        next_en: en.to_owned(),
        due: due.map(|due| due.to_string()).unwrap_or_default(),
        holder: view.holder.clone(),
        from: from.unwrap_or_default(),
        ..until(law, now, due)
    };
    about(&mut duty, view.brief.as_ref(), own);
    duty
}

/// A case's next step.
pub(super) fn step<A: Area>(
    law: &Law,
    now: Moment,
    view: &CaseView<A>,
    key: Option<&str>,
    own: bool,
) -> wire::Duty {
    let row = &view.row;
    let clock = view.clocks.iter().find(|clock| Some(clock.key.as_str()) == key);
    let rule = clock.and_then(|clock| law.rule(&clock.rule).ok());
    let mut duty = wire::Duty {
        kind: "case".to_owned(),
        dispute: row.dispute.clone().unwrap_or_default(),
        case: format!("cases/{}", row.id),
        procedure: row.procedure.clone(),
        state: row.state.clone(),
        state_zh: row.state_zh.clone(),
        next_zh: row.next_zh.clone(),
        next_en: row.next_en.clone(),
        rule: clock.map(|clock| clock.rule.clone()).unwrap_or_default(),
        limit_zh: rule.map(|rule| rule.title.zh.clone()).unwrap_or_default(),
        limit_en: rule.map(|rule| rule.title.en.clone()).unwrap_or_default(),
        due: clock.map(|clock| clock.due.clone()).unwrap_or_default(),
        provisional: clock.is_some_and(|clock| clock.provisional),
        holder: view.holder.clone(),
        person: row.person.clone().unwrap_or_default(),
        changed_on: Moment(row.updated_at).day().to_string(),
        ..until(law, now, clock.map(|clock| Moment(clock.due_at)))
    };
    about(&mut duty, A::about(&view.state).as_ref(), own);
    duty
}

fn about(duty: &mut wire::Duty, brief: Option<&Brief>, own: bool) {
    let Some(brief) = brief else { return };
    duty.dispute_kind = brief.kind.code().to_owned();
    duty.place = brief.place.to_string();
    if own {
        duty.amount_fen = brief.amount.map(|amount| amount.0);
        duty.receipt.clone_from(&brief.code);
        duty.parties = brief.parties.iter().map(|party| party.name.reveal().clone()).collect();
    }
}

/// How pressing an end is.
fn until(law: &Law, now: Moment, due: Option<Moment>) -> wire::Duty {
    let urgency = match due {
        None => "none",
        Some(due) if due < now => "late",
        Some(due) if due.day() <= now.day() => "today",
        Some(_) => "later",
    };
    wire::Duty {
        urgency: urgency.to_owned(),
        working_days: due.map(|due| working_days(law, now.day(), due.day())).unwrap_or_default(),
        ..wire::Duty::default()
    }
}

/// The working days after one day up to another.
fn working_days(law: &Law, from: Date, to: Date) -> i32 {
    let mut days = 0;
    let mut day = from;
    while day < to && days < DAYS_MAX {
        let Ok(next) = day.tomorrow() else { break };
        day = next;
        days += i32::from(law.is_working_day(day).0);
    }
    days
}
