//! 人员名册: who comes on the roster of a unit, what is written of them, who leaves it and why.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::registry::v1 as pb;
use jiefen_proto::jiefen::registry::v1::registry_service_client::RegistryServiceClient;
use jiefen_vocab::Role::{self, ArbitrationDirector, CourtPresident, MediationHead, Registrar};

use super::super::fields::{Choice, Field, Kind, Read, field};
use super::{About, Affair, Given, Giving, Side, iso};
use crate::form::Form;
use crate::lines::ask_at;

/// The act that replaces the whole of an entry.
pub(super) const AMEND: &str = "amend-person";

const CALLING: &[Choice] = &[
    ("full_time", "专职人民调解员", "people's mediator, full time"),
    ("part_time", "兼职人民调解员", "people's mediator, part time"),
    ("industry", "行业性、专业性调解员", "mediator of an industry"),
    ("lawyer", "律师调解员", "lawyer who mediates"),
    ("invited", "特邀调解员", "mediator invited by the court"),
    ("invited_organisation", "特邀调解组织", "organisation invited by the court"),
    ("arbitrator", "仲裁员", "arbitrator"),
];
const MANNER: &[Choice] = &[
    ("elected", "推选", "elected"),
    ("engaged", "聘任", "engaged"),
    ("admitted", "申请或者受邀入册", "admitted"),
];
const GROUND: &[Choice] = &[
    ("term_ended", "任期届满", "the term has ended"),
    ("resigned", "本人辞任", "resigned"),
    ("left", "调离、撤销，不再在这里工作", "works here no more"),
    ("unqualified", "不再符合条件", "no longer qualified"),
    ("dismissed", "罢免、解聘", "dismissed"),
    ("struck_off", "除名（特邀）", "struck off by the court"),
    ("incapable", "死亡或者丧失行为能力", "died or incapable"),
    ("mistaken", "登记有误", "entered by mistake"),
];
const KINDS: &[Choice] = &[
    ("marriage_family", "婚姻家庭", "marriage and family"),
    ("neighbour", "邻里", "neighbours"),
    ("housing_homestead", "住宅房屋、宅基地", "housing, homestead"),
    ("contract_debt", "合同与小额债务", "contracts, small debts"),
    ("production_business", "生产经营", "production, business"),
    ("tort_damages", "损害赔偿", "damages"),
    ("land_contracting", "土地承包", "land contracting"),
    ("land_expropriation", "征地拆迁", "expropriation"),
    ("environment", "环境污染", "environment"),
    ("labour", "劳动人事", "labour"),
    ("property_management", "物业管理", "property management"),
    ("consumer", "消费者权益", "consumers"),
    ("medical", "医疗", "medical"),
    ("traffic", "交通事故", "traffic"),
    ("campus", "校园", "campus"),
    ("finance", "金融消费", "finance"),
    ("ip", "知识产权", "intellectual property"),
    ("administrative", "行政争议", "administrative"),
    ("other", "其他", "other"),
];

/// What a calling is called.
pub(in crate::pages) fn calling(code: &str, english: bool) -> &'static str {
    word(CALLING, code, english)
}

/// Every calling, its code and what it is called.
pub(in crate::pages) fn callings(
    english: bool,
) -> impl Iterator<Item = (&'static str, &'static str)> {
    CALLING.iter().map(move |(code, zh, en)| (*code, if english { *en } else { *zh }))
}

/// What a ground is called.
pub(in crate::pages) fn ground(code: &str, english: bool) -> &'static str {
    word(GROUND, code, english)
}

fn word(list: &[Choice], code: &str, english: bool) -> &'static str {
    let found = list.iter().find(|(known, ..)| *known == code);
    found.map_or("", |(_, zh, en)| if english { *en } else { *zh })
}

gives! {
    RegistryServiceClient of Area::Registry;

    fn add = add_roster_person(AddRosterPersonRequest) |read, given| {
        unit: read.text("unit"), card: Some(card(&mut read)), on: read.day("on"),
    }
    fn amend = amend_roster_person(AmendRosterPersonRequest) |read, given| {
        card: Some(card(&mut read)), on: read.day("on"),
    }
    fn confirm = confirm_roster_person(ConfirmRosterPersonRequest) |read, given| {
        on: read.day("on"),
    }
    fn off = take_off_roster(TakeOffRosterRequest) |read, given| {
        ground: read.text("ground"), note: read.text("note"), on: read.day("on"),
    }
}

fn card(read: &mut Read<'_>) -> pb::RosterCard {
    let mark = |c: char| c.is_whitespace() || ['、', '，', ',', '；', ';'].contains(&c);
    let languages = read.text("languages");
    let languages = languages.split(mark).filter(|one| !one.is_empty()).map(str::to_owned);
    pb::RosterCard {
        name: read.text("name"),
        calling: read.text("calling"),
        person: read.text("person"),
        phone: read.text("phone"),
        languages: languages.collect(),
        fields: read.texts("fields"),
        organisation: read.text("organisation"),
        certificate: read.text("certificate"),
        manner: read.text("manner"),
        appointed_by: read.text("appointed_by"),
        appointed_on: read.day("appointed_on"),
        basis: read.text("basis"),
        since: read.day("since"),
        until: read.day("until"),
        trained_on: read.day("trained_on"),
        checked: read.flag("checked"),
    }
}

/// An entry as its form begins with it.
pub(super) fn written(card: &pb::RosterCard) -> Form {
    let one = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let mut fields = vec![
        one("name", &card.name),
        one("calling", &card.calling),
        one("person", &card.person),
        one("phone", &card.phone),
        one("languages", &card.languages.join("、")),
        one("organisation", &card.organisation),
        one("certificate", &card.certificate),
        one("manner", &card.manner),
        one("appointed_by", &card.appointed_by),
        one("appointed_on", &iso(card.appointed_on.as_ref())),
        one("basis", &card.basis),
        one("since", &iso(card.since.as_ref())),
        one("until", &iso(card.until.as_ref())),
        one("trained_on", &iso(card.trained_on.as_ref())),
    ];
    fields.extend(card.fields.iter().map(|kind| one("fields", kind)));
    if card.checked {
        fields.push(one("checked", "yes"));
    }
    Form::of(fields)
}

const ABOUT: About = About::Person;
const KEEP: &[Role] = &[Registrar, MediationHead, CourtPresident, ArbitrationDirector];
const ON: Field = field("on", "登记日期", "Entered on", Kind::Day);
const UNIT: Field = Field {
    name: "unit",
    zh: "哪个单位的名册",
    en: "On whose roster",
    hint: "人民调解员在调解组织，特邀调解员在法院，仲裁员在仲裁委员会",
    kind: Kind::Text,
};
const NAME: Field = Field {
    name: "name",
    zh: "姓名或者组织名称",
    en: "Name",
    hint: "同名的另一个人，在姓名后注明，例如 王芳（东街）",
    kind: Kind::Text,
};
const TERM: Field = Field {
    name: "until",
    zh: "任期到哪一天",
    en: "Term until",
    hint: "推选的最长三年；没有期限的不填",
    kind: Kind::Later,
};
const PERSON: Field = Field {
    name: "person",
    zh: "工号",
    en: "Staff id",
    hint: "在本系统里办案的才填，受理时可以直接选",
    kind: Kind::Text,
};
const PHONE: Field = Field {
    name: "phone",
    zh: "联系电话",
    en: "Telephone",
    hint: "只有本单位和登记管理员看得到",
    kind: Kind::Text,
};
const FIELDS: Field = Field {
    name: "fields",
    zh: "擅长调解哪些纠纷",
    en: "At home in",
    hint: "不选：各类都调",
    kind: Kind::Several(KINDS),
};
const LANGUAGES: Field = Field {
    name: "languages",
    zh: "会说什么话",
    en: "Languages",
    hint: "普通话、方言、少数民族语言、手语，几种用顿号隔开",
    kind: Kind::Text,
};
const CERTIFICATE: Field = Field {
    name: "certificate",
    zh: "证号",
    en: "Licence or certificate",
    hint: "律师写执业证号，特邀的写入册证书号",
    kind: Kind::Text,
};
const TRAINED: Field = Field {
    name: "trained_on",
    zh: "哪一天培训的",
    en: "Trained on",
    hint: "特邀调解员入册前要经法院培训",
    kind: Kind::Later,
};
const CALLED: Field = field("calling", "哪一类", "As what", Kind::One(CALLING));
const CAME: Field = field("manner", "怎么产生的", "How", Kind::One(MANNER));
const BY: Field = field("appointed_by", "由谁推选、聘任或者批准", "By whom", Kind::Text);
const BY_ON: Field = field("appointed_on", "哪一天推选、聘任或者批准的", "On which day", Kind::Day);
const BASIS: Field = field("basis", "依据什么文件", "By which document", Kind::Text);
const SINCE: Field = field("since", "任期从哪一天起", "Term from", Kind::Day);
const WORKS: Field = field("organisation", "工作单位（不在本单位的）", "Works at", Kind::Text);
const CHECKED: Field = field(
    "checked",
    "已核对任职条件：成年，公道正派，热心调解，有相应的文化、政策和法律知识",
    "Checked that the person may be one",
    Kind::Flag,
);

/// The acts.
#[rustfmt::skip]
pub(super) const ALL: &[Affair] = &[
    Affair { key: "add-person", about: ABOUT, states: &[], side: Side::Both, roles: KEEP, zh: "登记入册", en: "Enter a person", send: add, fields: &[
        UNIT, NAME, CALLED, CAME, BY, BY_ON, BASIS, SINCE, TERM, PERSON, PHONE, FIELDS, LANGUAGES, WORKS, CERTIFICATE, TRAINED, CHECKED, ON,
    ] },
    Affair { key: "confirm-person", about: ABOUT, states: &["on_roster"], side: Side::Both, roles: KEEP, zh: "核对无误", en: "Confirm the entry", send: confirm, fields: &[
        field("on", "哪一天核对的", "Checked on", Kind::Day),
    ] },
    Affair { key: AMEND, about: ABOUT, states: &["on_roster"], side: Side::Both, roles: KEEP, zh: "修改登记", en: "Amend the entry", send: amend, fields: &[
        NAME, CALLED, CAME, BY, BY_ON, BASIS, SINCE, TERM, PERSON, PHONE, FIELDS, LANGUAGES, WORKS, CERTIFICATE, TRAINED, CHECKED, ON,
    ] },
    Affair { key: "take-off", about: ABOUT, states: &["on_roster"], side: Side::Both, roles: KEEP, zh: "出册", en: "Take off the roster", send: off, fields: &[
        field("ground", "为什么出册", "On what ground", Kind::One(GROUND)),
        Field { name: "note", zh: "具体情况", en: "What happened", hint: "罢免、解聘、除名、不符合条件、登记有误的要写明；登记不删除，留作查考", kind: Kind::Long },
        field("on", "从哪一天起", "From", Kind::Day),
    ] },
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiefen_registry_rules::roster::{Calling, Ground};
    use jiefen_vocab::DisputeKind;

    use super::*;

    #[test]
    fn every_choice_of_the_form_is_a_code_of_the_law_and_none_is_missing() {
        let codes = |list: &[Choice]| list.iter().map(|(code, ..)| *code).collect::<BTreeSet<_>>();
        assert_eq!(codes(CALLING), Calling::ALL.iter().map(|one| one.code()).collect());
        assert_eq!(codes(GROUND), Ground::ALL.iter().map(|one| one.code()).collect());
        assert_eq!(codes(KINDS), DisputeKind::ALL.iter().map(|one| one.code()).collect());
        for (code, zh, _) in KINDS {
            assert_eq!(crate::words::kind(code), *zh);
        }
    }

    #[test]
    fn an_entry_that_is_laid_out_into_its_form_reads_back_the_same() {
        let on = |day| Some(jiefen_proto::jiefen::common::v1::Date { year: 2026, month: 3, day });
        let all = pb::RosterCard {
            name: "王芳（东街）".to_owned(),
            calling: "invited".to_owned(),
            person: "mediator-2".to_owned(),
            phone: "13900000000".to_owned(),
            languages: vec!["普通话".to_owned(), "手语".to_owned()],
            fields: vec!["housing_homestead".to_owned(), "labour".to_owned()],
            organisation: "某律师事务所".to_owned(),
            certificate: "证1".to_owned(),
            manner: "admitted".to_owned(),
            appointed_by: "贺兰县人民法院".to_owned(),
            appointed_on: on(1),
            basis: "入册决定".to_owned(),
            since: on(2),
            until: on(3),
            trained_on: on(4),
            checked: true,
        };
        for one in [all.clone(), pb::RosterCard { until: None, checked: false, ..all }] {
            let form = written(&one);
            let mut read = Read::new(&form);
            assert_eq!(card(&mut read), one);
            assert!(read.done().is_ok());
        }
    }
}
