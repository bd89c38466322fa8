//! What is due on an incident: what, by when, and who. Minutes count, so what is left is said in minutes.

use jiefen_proto::jiefen::common::v1::Clock;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_vocab::{Region, Regions};
use jiff::civil::DateTime;

use super::super::acts::affairs::Offered;
use crate::layout::{Shell, agency_name};
use crate::words;

/// Minutes within which something is pressing.
const SOON: i64 = 60;

/// One thing that is due.
pub(crate) struct Due {
    /// When, as the service writes it.
    pub(crate) at: String,
    pub(crate) tag: &'static str,
    /// How much time is left.
    pub(crate) word: String,
    pub(crate) until: String,
    pub(crate) what: &'static str,
    pub(crate) who: String,
    pub(crate) source: String,
    /// Where it is done; empty: not by this person.
    pub(crate) act: String,
}

/// What is due, the most pressing first.
pub(crate) fn dues(shell: &Shell, one: &pb::Incident, now: DateTime, acts: &[Offered]) -> Vec<Due> {
    let clocks = one.head.iter().flat_map(|head| &head.clocks);
    let running = clocks.filter(|clock| clock.state == "running");
    let mut dues: Vec<Due> = running.map(|clock| due(shell, one, clock, now, acts)).collect();
    // A last day ends when it is over.
    dues.sort_by_key(|due| if due.at.len() > 10 { due.at.clone() } else { format!("{}U", due.at) });
    dues
}

fn due(shell: &Shell, one: &pb::Incident, clock: &Clock, now: DateTime, acts: &[Offered]) -> Due {
    let (what, act) = match clock.key.as_str() {
        "verify" => (shell.t("核实信号", "Check the signal"), "verify"),
        "contact" => (shell.t("联系当事人", "Contact those concerned"), "record_contact"),
        "report_up" => (shell.t("向上级报告", "Report up"), "report_up"),
        "arrival" => (shell.t("力量到场", "Units come to the scene"), "record_arrival"),
        "review" => (shell.t("事后评估", "Review"), "review"),
        _ => (shell.t("研判并续报情况", "Look again and report"), "report_situation"),
    };
    let (tag, word) = left(shell, &clock.due, now);
    Due {
        at: clock.due.clone(),
        tag,
        word,
        until: until(shell, &clock.due, now),
        what,
        who: who(shell, one, &clock.key),
        source: clock.source.clone(),
        act: acts
            .iter()
            .find(|offered| offered.is(act))
            .map(|act| act.address.clone())
            .unwrap_or_default(),
    }
}

/// Who has to do it, or whom it goes to.
fn who(shell: &Shell, one: &pb::Incident, key: &str) -> String {
    let leads =
        shell.t("综治中心负责人、民警或者部门人员", "the centre's head, police or a department");
    let works =
        shell.t("窗口、调解员、民警或者部门人员", "a clerk, mediator, police or a department");
    match key {
        "report_up" => {
            let here = one.place.parse::<Region>().ok();
            let above = here.and_then(|here| here.county().unwrap_or(here).parent());
            let name = above.and_then(|above| Regions::shipped().full_name(above));
            let to = name.unwrap_or_default();
            format!("{leads}{}{to}{}", shell.t("，报", ", to "), shell.t("人民政府", ""))
        }
        "arrival" => {
            let away = one.lanes.iter().filter(|duty| duty.arrived.is_none());
            let named = away.map(|duty| format!("{} {}", agency_name(&duty.unit), duty.person));
            named.collect::<Vec<_>>().join(shell.t("；", "; "))
        }
        "verify" | "review" => leads.to_owned(),
        "contact" => works.to_owned(),
        _ if one.commander.is_empty() => works.to_owned(),
        _ => format!("{}{}", shell.t("现场指挥 ", "commander "), one.commander),
    }
}

/// How much time is left: the colour and the words.
fn left(shell: &Shell, due: &str, now: DateTime) -> (&'static str, String) {
    let Ok(at) = due.replace(' ', "T").parse::<DateTime>() else {
        return ("info", String::new());
    };
    // A last day ends with the day.
    let at = if due.len() > 10 { at } else { at.date().at(23, 59, 59, 0) };
    let minutes = at.duration_since(now).as_secs().div_euclid(60);
    match minutes {
        ..0 => ("late", format!("{}{}", shell.t("已超过", "late by "), span(shell, -minutes))),
        0..=SOON => ("soon", format!("{}{}", shell.t("还有", "left: "), span(shell, minutes))),
        _ => ("info", format!("{}{}", shell.t("还有", "left: "), span(shell, minutes))),
    }
}

fn span(shell: &Shell, minutes: i64) -> String {
    let (days, hours, rest) = (minutes / 1440, minutes % 1440 / 60, minutes % 60);
    match (days, hours, shell.english) {
        (0, 0, false) => format!("{rest}分钟"),
        (0, 0, true) => format!("{rest} min"),
        (0, _, false) => format!("{hours}小时{rest}分"),
        (0, _, true) => format!("{hours} h {rest} min"),
        (_, _, false) => format!("{days}天{hours}小时"),
        (_, _, true) => format!("{days} d {hours} h"),
    }
}

/// By when: of today only the hour.
fn until(shell: &Shell, due: &str, now: DateTime) -> String {
    match (due.get(..10), due.get(11..16)) {
        (Some(day), Some(hour)) if day == now.date().to_string() => {
            format!("{}{hour}", shell.t("今天 ", "today "))
        }
        _ => words::day(due, shell.english),
    }
}
