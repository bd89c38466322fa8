//! The fields of an act's form: how each is shown, and how it is read.

use jiefen_proto::jiefen::common::v1 as common;
use jiff::civil::Date;

use super::more;
use crate::errors::Errors;
use crate::form::Form;
use crate::layout::{Shell, agencies_of};
use crate::pages::dispute::Known;
use crate::pages::dispute::matter::Matter;
use crate::pages::dispute::notices;
use crate::pages::register::date;
use crate::session::Staff;
use crate::told::{Told, Wrong};
use crate::words;

/// A code with its words.
pub(in crate::pages) type Choice = (&'static str, &'static str, &'static str);

/// How somebody let the unit know.
pub(super) const HOW: &[Choice] = &[
    ("counter", "当面", "in person"),
    ("phone", "电话", "phone"),
    ("paper", "书面", "on paper"),
    ("online", "网上", "online"),
];

/// What a field takes.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// One line.
    Text,
    /// Several lines.
    Long,
    /// A day; today when it is opened.
    Day,
    /// A day; empty when it is opened.
    Later,
    /// A day and an hour; empty when it is opened.
    When,
    /// One of a list.
    One(&'static [Choice]),
    /// One of the dispute's parties.
    Party,
    /// Some of the dispute's parties.
    Parties,
    /// Yes or no.
    Flag,
    /// An amount in yuan.
    Yuan,
    /// A kind of dispute; that of the advice when it is opened.
    Dispute,
    /// A unit that may be responsible: one of the register's for the place, or its code where there is no register.
    Unit,
    /// What needs special care; what was decided or found is marked when it is opened, and the clerk takes it away.
    Flags,
    /// A route.
    Track,
    /// A member of staff; the one who is logged in when it is opened.
    Person,
    /// An obligation of the agreement.
    Obligation,
    /// A notice that is owed to a party; the first when it is opened.
    Notice,
    /// A number.
    Count,
    /// One of a list whose words are long.
    Choose(&'static [Choice]),
    /// Some of a list.
    Several(&'static [Choice]),
    /// One of what the case knows under this name.
    Of(&'static str),
    /// A place of the unit's county.
    Place,
    /// Rows of these fields; a row without a word counts nothing.
    Rows(&'static [Field]),
    /// One line, with what is likely meant as a list of this name below it: whatever else is typed counts too.
    Beside(&'static str),
    /// A day and the time of it.
    Moment,
    /// A member of staff who mediates, with the unit's roster below; whoever is logged in when it is opened.
    Mediator,
}

/// The list of those on the unit's roster.
pub(super) const MEDIATORS: &str = "mediators";

impl Kind {
    /// The list of the page that stands below such a field; empty: none.
    pub(super) const fn list(self) -> &'static str {
        if let Kind::Beside(list) = self {
            return list;
        }
        if matches!(self, Kind::Mediator) { MEDIATORS } else { "" }
    }
}

/// A field of a form.
#[derive(Clone, Copy)]
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) zh: &'static str,
    pub(super) en: &'static str,
    pub(super) hint: &'static str,
    pub(super) kind: Kind,
}

/// A field without a hint.
pub(super) const fn field(
    name: &'static str,
    zh: &'static str,
    en: &'static str,
    kind: Kind,
) -> Field {
    Field { name, zh, en, hint: "", kind }
}

/// For what a field is shown.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    pub(super) known: &'a Known,
    /// The case of a deciding body, when the act is one of it.
    pub(super) matter: Option<&'a Matter>,
    pub(super) form: &'a Form,
    /// What is likely of a form that was not sent yet.
    pub(super) likely: &'a Form,
    pub(super) today: Date,
    pub(super) shell: &'a Shell,
    pub(super) staff: &'a Staff,
}

/// A field as the page shows it.
pub(super) struct Shown {
    pub(super) name: String,
    pub(super) label: &'static str,
    pub(super) hint: &'static str,
    pub(super) form: &'static str,
    pub(super) value: String,
    pub(super) options: Vec<Opt>,
    pub(super) wrong: String,
    /// The list of the page that stands below it; empty: none.
    pub(super) list: &'static str,
    /// The rows of a field that has rows.
    pub(super) rows: Vec<Vec<Shown>>,
}

impl Shown {
    /// Puts what is wrong beside it, and beside each field of its rows.
    pub(super) fn mark(&mut self, errors: &Errors) {
        self.wrong = errors.at(&self.name).to_owned();
        for field in self.rows.iter_mut().flatten() {
            field.mark(errors);
        }
    }
}

/// What is likely meant in the fields that have the list below them: the list's name, and each code with its words.
#[derive(Clone)]
pub(super) struct Likely {
    pub(super) name: &'static str,
    pub(super) all: Vec<(String, String)>,
}

/// One of several.
pub(super) struct Opt {
    pub(super) value: String,
    pub(super) text: String,
    pub(super) chosen: bool,
}

impl Field {
    pub(super) fn shown(&self, at: &At<'_>) -> Shown {
        self.shown_as(at, self.name.to_owned())
    }

    /// The same under another name: a field of a row has that of its row before its own.
    pub(super) fn shown_as(&self, at: &At<'_>, name: String) -> Shown {
        let At { known, form, likely, shell, .. } = *at;
        // A form that was sent shows what was sent; a new one what is likely.
        let sent = form.has("request_id");
        let value = match (sent, self.kind) {
            (true, _) => form.get(&name).to_owned(),
            (false, _) if likely.has(&name) => likely.get(&name).to_owned(),
            (false, Kind::Day) => at.today.to_string(),
            (false, Kind::Person | Kind::Mediator) => at.staff.person.clone(),
            (false, Kind::Notice) => notices::first(known),
            (false, Kind::Dispute) => advised(known, |advice| &advice.kind),
            (false, Kind::Track) => advised(known, |advice| &advice.track),
            (false, Kind::Long) if self.name == "why" => reasons(known),
            (false, _) => String::new(),
        };
        let chosen: Vec<&str> = match (sent, self.kind) {
            (true, _) => form.all(&name).collect(),
            (false, _) if likely.has(&name) => likely.all(&name).collect(),
            (false, Kind::Flags) => found(known),
            (false, _) => vec![&value],
        };
        let options: Vec<Opt> = self
            .options(at)
            .into_iter()
            .map(|(code, text)| Opt { chosen: chosen.contains(&code.as_str()), value: code, text })
            .collect();
        let form = match self.kind {
            Kind::Text | Kind::Person | Kind::Mediator | Kind::Beside(_) => "text",
            Kind::Unit if options.is_empty() => "text",
            Kind::Yuan => "yuan",
            Kind::Long => "long",
            Kind::Day | Kind::Later => "date",
            Kind::When => "when",
            Kind::One(choices) if choices.len() <= 5 => "radio",
            Kind::Party | Kind::Obligation | Kind::Notice => "radio",
            Kind::One(_) | Kind::Dispute | Kind::Track | Kind::Unit => "select",
            Kind::Parties | Kind::Flags => "boxes",
            Kind::Flag => "flag",
            Kind::Count => "count",
            Kind::Choose(_) => "choose",
            Kind::Several(_) => "boxes",
            Kind::Of(_) => "radio",
            Kind::Place => "select",
            Kind::Rows(_) => "rows",
            Kind::Moment => "moment",
        };
        let list = self.kind.list();
        Shown {
            rows: more::rows(self, at),
            name,
            label: if shell.english { self.en } else { self.zh },
            hint: self.hint,
            form,
            options,
            value,
            wrong: String::new(),
            list,
        }
    }

    fn options(&self, at: &At<'_>) -> Vec<(String, String)> {
        let (known, english) = (at.known, at.shell.english);
        let codes = |list: &[(&str, &str)]| {
            list.iter().map(|(code, zh)| ((*code).to_owned(), (*zh).to_owned())).collect()
        };
        match self.kind {
            Kind::One(choices) => Field::closed(choices, english),
            Kind::Party | Kind::Parties => {
                let parties = known.parties().iter();
                parties.map(|party| (party.no.to_string(), party.name.clone())).collect()
            }
            Kind::Dispute => {
                let all: Vec<_> =
                    jiefen_vocab::DisputeKind::ALL.iter().map(|k| (k.code(), k.zh())).collect();
                codes(&all)
            }
            Kind::Track => {
                let all: Vec<_> =
                    jiefen_vocab::TrackKind::ALL.iter().map(|k| (k.code(), k.zh())).collect();
                codes(&all)
            }
            Kind::Flags => {
                let all: Vec<_> =
                    jiefen_vocab::Flag::ALL.iter().map(|flag| (flag.code(), flag.zh())).collect();
                codes(&all)
            }
            Kind::Choose(choices) | Kind::Several(choices) => Field::closed(choices, english),
            Kind::Of(what) => at.matter.map(|of| of.choices(what)).unwrap_or_default(),
            Kind::Place => more::places(known),
            Kind::Unit => units(known),
            Kind::Obligation => owed(known),
            Kind::Notice => {
                let owed = notices::owed(known, english).into_iter();
                owed.map(|one| (one.value, format!("{} {}", one.what, one.whom))).collect()
            }
            Kind::Text
            | Kind::Long
            | Kind::Day
            | Kind::Later
            | Kind::When
            | Kind::Flag
            | Kind::Yuan
            | Kind::Count
            | Kind::Rows(_)
            | Kind::Beside(_)
            | Kind::Moment
            | Kind::Mediator
            | Kind::Person => Vec::new(),
        }
    }

    fn closed(choices: &[Choice], english: bool) -> Vec<(String, String)> {
        let word = |(code, zh, en): &Choice| {
            ((*code).to_owned(), if english { *en } else { *zh }.to_owned())
        };
        choices.iter().map(word).collect()
    }
}

fn advised<'a>(
    known: &'a Known,
    of: impl Fn(&'a jiefen_proto::jiefen::intake::v1::Advice) -> &'a String,
) -> String {
    let advice = known.umbrella.as_ref().and_then(|found| found.advice.as_ref());
    advice.map(|advice| of(advice).clone()).unwrap_or_default()
}

fn reasons(known: &Known) -> String {
    let advice = known.umbrella.as_ref().and_then(|found| found.advice.as_ref());
    advice.map(|advice| advice.why.join("")).unwrap_or_default()
}

/// What needs special care: as the clerk has decided it, before that also what the machine found at registration.
fn found(known: &Known) -> Vec<&str> {
    let content = known.umbrella.as_ref().and_then(|found| found.content.as_ref());
    let decided = content.map(|content| content.flags.as_slice()).unwrap_or_default();
    let new =
        known.cases.iter().any(|case| case.procedure == "dispute" && case.state == "registered");
    let advice = known.umbrella.as_ref().and_then(|found| found.advice.as_ref());
    let signs = advice.filter(|_| new).map(|advice| advice.signs.as_slice()).unwrap_or_default();
    decided.iter().map(String::as_str).chain(signs.iter().map(|sign| sign.flag.as_str())).collect()
}

/// The units of the register for the dispute's place, from the nearest level up.
fn units(known: &Known) -> Vec<(String, String)> {
    let place = known.place();
    let around = std::iter::successors(place, |region| region.parent());
    let mut units: Vec<(String, String)> = around.flat_map(agencies_of).collect();
    units.retain(|(unit, _)| *unit != known.desk.holder);
    units
}

/// What is still owed by the agreement.
fn owed(known: &Known) -> Vec<(String, String)> {
    let agreement = known.mediation.as_ref().and_then(|talks| talks.agreement.as_ref());
    if let Some(draft) = agreement.and_then(|agreement| agreement.draft.as_ref()) {
        let open = draft.obligations.iter();
        return open.map(|one| (one.no.to_string(), one.what.clone())).collect();
    }
    let owed = known.umbrella.iter().flat_map(|found| &found.obligations);
    let name = |no: u32| {
        let party = known.parties().iter().find(|party| party.no == no);
        party.map_or(String::new(), |party| party.name.clone())
    };
    owed.filter(|one| !one.performed)
        .map(|one| {
            let due =
                one.due.as_ref().map(|d| format!("{:04}-{:02}-{:02}", d.year, d.month, d.day));
            let due = words::day(&due.unwrap_or_default(), false);
            (one.no.to_string(), format!("第{}项 {} {due}", one.no, name(one.party)))
        })
        .collect()
}

/// Reads the fields of a form and names every one that cannot be read.
pub(crate) struct Read<'a> {
    pub(super) form: &'a Form,
    pub(super) wrong: Vec<Wrong>,
}

impl<'a> Read<'a> {
    pub(crate) fn new(form: &'a Form) -> Read<'a> {
        Read { form, wrong: Vec::new() }
    }

    pub(crate) fn text(&self, name: &str) -> String {
        self.form.get(name).to_owned()
    }

    pub(crate) fn flag(&self, name: &str) -> bool {
        self.form.has(name)
    }

    /// A day; absent when the field is empty, which the service then judges.
    pub(crate) fn day(&mut self, name: &str) -> Option<common::Date> {
        let text = self.form.get(name);
        if text.is_empty() {
            return None;
        }
        let day = text.parse::<Date>().ok();
        if day.is_none() {
            self.fault(name, "日期应写成 2026-04-28 (a day such as 2026-04-28)");
        }
        day.map(date)
    }

    /// A number; 0 when none was chosen.
    pub(crate) fn number(&mut self, name: &str) -> u32 {
        match self.form.get(name) {
            "" => {
                self.fault(name, "请选择 (choose one)");
                0
            }
            text => text.parse().unwrap_or(0),
        }
    }

    /// A number; 0 when there is none.
    pub(crate) fn number_or_none(&self, name: &str) -> u32 {
        self.form.get(name).parse().unwrap_or(0)
    }

    pub(crate) fn texts(&self, name: &str) -> Vec<String> {
        self.form.all(name).map(str::to_owned).collect()
    }

    pub(crate) fn numbers(&self, name: &str) -> Vec<u32> {
        self.form.all(name).filter_map(|text| text.parse().ok()).collect()
    }

    /// An amount of yuan in fen; absent when the field is empty.
    pub(crate) fn yuan(&mut self, name: &str) -> Option<i64> {
        let text = self.form.get(name).replace([',', '，'], "");
        if text.is_empty() {
            return None;
        }
        let fen = fen(&text);
        if fen.is_none() {
            self.fault(name, "金额应写成 800 或 800.50 (an amount such as 800.50)");
        }
        fen
    }

    pub(crate) fn fault(&mut self, name: &str, text: &str) {
        self.wrong.push(Wrong { field: name.to_owned(), text: text.to_owned() });
    }

    pub(crate) fn done(self) -> Result<(), Told> {
        if self.wrong.is_empty() { Ok(()) } else { Err(Told::wrong(self.wrong)) }
    }
}

/// Yuan with at most two digits behind the point, as fen.
fn fen(text: &str) -> Option<i64> {
    let (yuan, rest) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if yuan.is_empty() || yuan.len() > 13 || rest.len() > 2 || !digits(yuan) || !digits(rest) {
        return None;
    }
    format!("{yuan}{rest:0<2}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::fen;

    #[test]
    fn yuan_are_read_to_the_fen_and_nothing_else_is() {
        assert_eq!(fen("800"), Some(80_000));
        assert_eq!(fen("800.5"), Some(80_050));
        assert_eq!(fen("0.05"), Some(5));
        for wrong in ["", "8e3", "-1", "1.234", "八百", "99999999999999", "."] {
            assert_eq!(fen(wrong), None, "{wrong}");
        }
    }
}
