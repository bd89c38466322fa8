//! Filing: one question a page. What was answered before travels with the form, so that nothing is kept here and
//! nothing is lost when the line breaks.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use jiefen_proto::jiefen::common::v1::CommandHead;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_vocab::document::{number, phone};

use super::places::{self, Town};
use super::{kept, portal, track};
use crate::Console;
use crate::errors::{Errors, Line};
use crate::form::Form;
use crate::guard::Visit;
use crate::layout::{Shell, page};
use crate::told::Told;

/// The longest account, in characters, as the counter takes it.
const WORDS: usize = 2000;
/// The longest name, in characters.
const NAME: usize = 100;
/// So many digits of her number she needs later.
const DIGITS: usize = 4;

/// The questions in their order; the last page shows all answers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Kind,
    Place,
    Summary,
    Other,
    You,
    Check,
}

const STEPS: [Step; 6] =
    [Step::Kind, Step::Place, Step::Summary, Step::Other, Step::You, Step::Check];

impl Step {
    const fn code(self) -> &'static str {
        match self {
            Step::Kind => "kind",
            Step::Place => "place",
            Step::Summary => "summary",
            Step::Other => "other",
            Step::You => "you",
            Step::Check => "check",
        }
    }

    fn of(code: &str) -> Option<Step> {
        STEPS.into_iter().find(|step| step.code() == code)
    }

    fn at(self) -> usize {
        STEPS.iter().position(|step| *step == self).unwrap_or_default()
    }

    fn next(self) -> Step {
        STEPS.get(self.at() + 1).copied().unwrap_or(Step::Check)
    }

    fn before(self) -> Option<Step> {
        self.at().checked_sub(1).and_then(|at| STEPS.get(at).copied())
    }

    /// The fields that are asked on its page.
    const fn fields(self) -> &'static [&'static str] {
        match self {
            Step::Kind => &["kind"],
            Step::Place => &["place"],
            Step::Summary => &["summary"],
            Step::Other => &["other_name", "other_is", "other_phone"],
            Step::You => &["name", "phone"],
            Step::Check => &[],
        }
    }

    const fn title(self) -> (&'static str, &'static str) {
        match self {
            Step::Kind => ("是哪一类事？", "What is it about?"),
            Step::Place => ("事情在哪里？", "Where is it?"),
            Step::Summary => ("怎么回事，您想怎么解决？", "What happened, and what do you want?"),
            Step::Other => ("对方是谁？", "Who is the other side?"),
            Step::You => ("怎么称呼您，电话多少？", "Your name and telephone"),
            Step::Check => ("核对一遍，再提交", "Check and send"),
        }
    }
}

/// Every field of a matter.
const FIELDS: [&str; 9] = [
    "request_id",
    "kind",
    "place",
    "summary",
    "other_name",
    "other_is",
    "other_phone",
    "name",
    "phone",
];

/// The kinds as people say them; the counter sorts what nobody can name.
const KINDS: [(&str, &str, &str); 12] = [
    ("neighbour", "邻居之间的事", "Neighbours"),
    ("marriage_family", "家里人、婚姻、老人孩子", "Family and marriage"),
    ("contract_debt", "借钱、欠款、合同", "Debts and contracts"),
    ("labour", "工资、工伤、干活的事", "Wages and work"),
    ("land_contracting", "承包地、浇水、界线", "Contracted land"),
    ("housing_homestead", "房子、宅基地", "Houses and homesteads"),
    ("consumer", "买东西、消费", "Purchases"),
    ("property_management", "物业", "Property management"),
    ("traffic", "交通事故", "Traffic accidents"),
    ("medical", "看病", "Medical care"),
    ("administrative", "对政府部门的决定不服", "A decision of an authority"),
    (UNKNOWN, "说不清，请帮我看看", "I do not know"),
];
const UNKNOWN: &str = "unknown";

struct Choice {
    code: &'static str,
    text: &'static str,
    chosen: bool,
}

/// An answer as the last page shows it.
struct Answer {
    question: &'static str,
    answer: String,
    step: &'static str,
}

#[derive(Template)]
#[template(path = "citizen/file.html")]
struct Page {
    shell: Shell,
    errors: Errors,
    step: &'static str,
    at: usize,
    back: bool,
    /// The page was reached from the last one and goes back to it.
    checking: bool,
    kinds: Vec<Choice>,
    towns: Vec<Town>,
    answers: Vec<Answer>,
    /// What was answered on other pages.
    carried: Vec<(&'static str, String)>,
    form: Form,
}

/// The first question.
pub(super) async fn begin(State(console): State<Console>, visit: Visit) -> Response {
    let id = uuid::Uuid::now_v7().to_string();
    let form = Form::of(vec![("request_id".to_owned(), id)]);
    shown(&console, &visit, Step::Kind, &form, Errors::default(), StatusCode::OK)
}

/// An answer, a step back, or the whole matter.
pub(super) async fn answer(State(console): State<Console>, visit: Visit) -> Response {
    let form = visit.form();
    let step = Step::of(form.get("step")).unwrap_or(Step::Kind);
    let turn = |to| shown(&console, &visit, to, form, Errors::default(), StatusCode::OK);
    if form.has("size") || form.has("language") {
        return kept(&visit, turn(step));
    }
    if form.has("back") {
        return turn(step.before().unwrap_or(Step::Kind));
    }
    if let Some(to) = Step::of(form.get("change")) {
        return turn(to);
    }
    let errors = wrong(&console, &visit, step, form);
    if !errors.is_empty() {
        return shown(&console, &visit, step, form, errors, StatusCode::UNPROCESSABLE_ENTITY);
    }
    if step == Step::Check {
        return send(&console, &visit, form).await;
    }
    turn(if form.get("checking") == "1" { Step::Check } else { step.next() })
}

/// What is wrong with the answers of a page; on the last one with all of them.
fn wrong(console: &Console, visit: &Visit, step: Step, form: &Form) -> Errors {
    let english = visit.session().english;
    let say = |zh: &'static str, en: &'static str| if english { en } else { zh };
    let long = |field: &str, most: usize| form.get(field).chars().count() > most;
    let no_phone = |field: &str| {
        let plain = number(form.get(field));
        !plain.is_empty() && phone(&plain).is_err()
    };
    let checks = [
        (
            "kind",
            KINDS.iter().all(|(code, ..)| *code != form.get("kind")),
            say("请选一类；说不清就选最后一个", "Choose one; the last one if you do not know"),
        ),
        (
            "place",
            places::named(console.agency, form.get("place")).is_none(),
            say("请选事情发生的村或者镇", "Choose the village or town"),
        ),
        (
            "summary",
            form.get("summary").is_empty(),
            say("请简单写写是怎么回事", "Write in a few words what happened"),
        ),
        (
            "summary",
            long("summary", WORDS),
            say("写得太长了，请控制在2000字以内", "At most 2000 characters, please"),
        ),
        (
            "other_name",
            long("other_name", NAME),
            say("名字太长了，请控制在100字以内", "At most 100 characters, please"),
        ),
        (
            "other_phone",
            no_phone("other_phone"),
            say(
                "对方的电话不像一个电话号码，不知道可以不填",
                "This is no telephone number; you may leave it empty",
            ),
        ),
        ("name", form.get("name").is_empty(), say("请写您的姓名", "Write your name")),
        (
            "name",
            long("name", NAME),
            say("名字太长了，请控制在100字以内", "At most 100 characters, please"),
        ),
        (
            "phone",
            form.get("phone").is_empty(),
            say(
                "请留一个打得通的电话，以后凭后四位查进度",
                "Leave a telephone number; its end opens your matter later",
            ),
        ),
        (
            "phone",
            no_phone("phone"),
            say("这不像一个电话号码：手机11位，固定电话要带区号", "This is no telephone number"),
        ),
    ];
    let asked = |field: &str| step == Step::Check || step.fields().contains(&field);
    let failed = checks.into_iter().filter(|(field, fails, _)| *fails && asked(field));
    let line = |(field, _, text): (&str, bool, &str)| Line {
        field: field.to_owned(),
        text: text.to_owned(),
    };
    Errors { lines: failed.map(line).collect(), basis: String::new() }
}

async fn send(console: &Console, visit: &Visit, form: &Form) -> Response {
    let text = |field: &str| form.get(field).to_owned();
    let kind = Some(text("kind")).filter(|kind| kind != UNKNOWN).unwrap_or_default();
    let matter = pb::FileDisputeRequest {
        head: Some(CommandHead { request_id: text("request_id"), ..CommandHead::default() }),
        client: visit.client().to_owned(),
        kind,
        place: text("place"),
        summary: text("summary"),
        name: text("name"),
        phone: text("phone"),
        other_name: text("other_name"),
        other_is_organisation: form.get("other_is") == "org",
        other_phone: text("other_phone"),
    };
    match portal::file(console, matter).await {
        Ok(filed) => {
            let digits: Vec<char> = number(form.get("phone")).chars().rev().take(DIGITS).collect();
            let digits: String = digits.into_iter().rev().collect();
            track::open(visit, track::opened(&filed.receipt, &digits), "/citizen/dispute?fresh=1")
        }
        Err(told) => not_sent(console, visit, form, &told),
    }
}

/// It did not arrive: every answer is still there, and what is wrong stands beside it.
fn not_sent(console: &Console, visit: &Visit, form: &Form, told: &Told) -> Response {
    let known = |field: &str| FIELDS.iter().find(|known| **known == field).copied().unwrap_or("");
    let errors = super::wrong(&super::shell(console, visit, Step::Check.title()), told, known);
    shown(console, visit, Step::Check, form, errors, told.status)
}

fn shown(
    console: &Console,
    visit: &Visit,
    step: Step,
    form: &Form,
    errors: Errors,
    status: StatusCode,
) -> Response {
    let shell = super::shell(console, visit, step.title());
    let choice = |(code, zh, en): &(&'static str, &'static str, &'static str)| Choice {
        code,
        text: if shell.english { en } else { zh },
        chosen: *code == form.get("kind"),
    };
    let carried = FIELDS.into_iter().filter(|field| !step.fields().contains(field));
    let of_step = |wanted| step == wanted;
    let view = Page {
        step: step.code(),
        at: step.at() + 1,
        back: step.before().is_some(),
        checking: step != Step::Check && (form.has("change") || form.get("checking") == "1"),
        kinds: if of_step(Step::Kind) { KINDS.iter().map(choice).collect() } else { Vec::new() },
        towns: if of_step(Step::Place) {
            places::towns(console.agency, form.get("place"))
        } else {
            Vec::new()
        },
        answers: if of_step(Step::Check) { answers(console, &shell, form) } else { Vec::new() },
        carried: carried.map(|field| (field, form.get(field).to_owned())).collect(),
        form: form.clone(),
        errors,
        shell,
    };
    page(status, &view)
}

fn answers(console: &Console, shell: &Shell, form: &Form) -> Vec<Answer> {
    let kind = KINDS.iter().find(|(code, ..)| *code == form.get("kind"));
    let kind = kind.map_or("", |(_, zh, en)| shell.t(zh, en)).to_owned();
    let place = places::named(console.agency, form.get("place")).unwrap_or_default();
    let known = |text: String| {
        if text.trim().is_empty() { shell.t("不知道", "not known").to_owned() } else { text }
    };
    let joined = |one: &str, other: &str| {
        [form.get(one), form.get(other)]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join("，")
    };
    let rows = [
        (Step::Kind, kind),
        (Step::Place, place),
        (Step::Summary, form.get("summary").to_owned()),
        (Step::Other, known(joined("other_name", "other_phone"))),
        (Step::You, joined("name", "phone")),
    ];
    rows.map(|(step, answer)| {
        let (zh, en) = step.title();
        Answer { question: if shell.english { en } else { zh }, answer, step: step.code() }
    })
    .into()
}
