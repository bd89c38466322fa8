//! What is written about a unit, as a form: read into the request, and an entry laid out into the form.

use std::fmt::Write as _;

use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::registry::v1 as pb;
use jiefen_vocab::{DisputeKind, TrackKind};

use super::super::fields::{Choice, Field, Kind, Read, field};
use crate::form::Form;

const KIND: &[Choice] = &[
    ("mediation", "调解组织", "mediation organisation"),
    ("centre", "综治中心", "governance centre"),
    ("government", "政府和政府部门", "government department"),
    ("township", "乡镇、街道、场", "township"),
    ("village", "村（居）民委员会", "village committee"),
    ("court", "人民法院", "court"),
    ("procuratorate", "人民检察院", "procuratorate"),
    ("arbitration", "仲裁机构", "arbitration body"),
    ("reconsideration", "行政复议机构", "reconsideration body"),
    ("party_organ", "党的机关", "party organ"),
    ("congress", "人大、政协", "congress"),
    ("mass_organisation", "群团组织", "mass organisation"),
    ("institution", "企事业单位", "institution"),
    ("park", "园区管委会", "park"),
    ("stationed", "上级驻县单位", "stationed unit"),
    ("coordination_body", "议事协调机构", "coordination body"),
];
const POWER: &[Choice] = &[
    ("mediate", "调解", "mediate"),
    ("decide", "裁决", "decide"),
    ("designate", "指定管辖", "designate"),
    ("guide", "指导", "guide"),
    ("assist", "协助", "assist"),
];
const SEAT: &[Choice] = &[
    ("head", "组长、主任", "head"),
    ("deputy", "副组长、副主任", "deputy"),
    ("member", "成员", "member"),
    ("staff", "工作人员", "staff"),
];
const ROLE: &[Choice] = &[
    ("mediator", "调解员", "mediator"),
    ("mediation_head", "调解组织负责人", "head of mediation"),
    ("window_clerk", "窗口工作人员", "window clerk"),
    ("centre_director", "综治中心负责人", "centre director"),
    ("department_officer", "行政机关承办人员", "department officer"),
    ("judge", "审判人员", "judge"),
    ("filing_clerk", "立案人员", "filing clerk"),
    ("court_president", "院长", "court president"),
    ("arbitrator", "仲裁员", "arbitrator"),
    ("arbitration_director", "仲裁委主任", "arbitration director"),
    ("petition_officer", "信访工作人员", "petition officer"),
    ("petition_head", "信访机关负责人", "head of petitions"),
    ("reviewer", "复议人员", "reviewer"),
    ("review_head", "复议机构负责人", "head of reconsideration"),
    ("police_officer", "公安民警", "police officer"),
    ("prosecutor", "检察人员", "prosecutor"),
    ("evaluator", "中立评估员", "evaluator"),
    ("notary", "公证员", "notary"),
    ("registrar", "登记管理员", "registrar"),
    ("coordinator", "协调人员", "coordinator"),
    ("assessor", "考核人员", "assessor"),
    ("leader", "领导小组成员", "leader"),
    ("operator", "运维人员", "operator"),
];

/// The fields, in the order of an entry. What a body has besides stands last.
pub(super) const PROFILE: &[Field] = &[
    field("name", "单位全称", "Full name", Kind::Text),
    field("unit_kind", "哪一类单位", "Kind of unit", Kind::One(KIND)),
    Field {
        name: "phone",
        zh: "单位电话",
        en: "Telephone",
        hint: "群众打的电话，不写个人的",
        kind: Kind::Text,
    },
    Field {
        name: "address",
        zh: "单位地址",
        en: "Address",
        hint: "群众到哪里找，写到门牌",
        kind: Kind::Text,
    },
    field("source", "设立依据", "Founded by", Kind::Text),
    field("valid_from", "从哪一天起有效", "Valid from", Kind::Day),
    Field {
        name: "valid_to",
        zh: "到哪一天为止",
        en: "Valid until",
        hint: "没有期限的不填",
        kind: Kind::Later,
    },
    Field {
        name: "served_by",
        zh: "由哪个单位的节点代办",
        en: "Whose node answers for it",
        hint: "自己有节点的不填",
        kind: Kind::Beside("named"),
    },
    Field {
        name: "also",
        zh: "别的代称",
        en: "Other names",
        hint: "规则里还用哪些英文代称指它，一行一个；没有的不填",
        kind: Kind::Long,
    },
    Field {
        name: "duties",
        zh: "权责清单",
        en: "Powers and duties",
        hint: "纠纷和途径写名称，几种用顿号隔开；各类纠纷都管的，纠纷一栏不填",
        kind: Kind::Rows(&[
            field("power", "做什么", "Power", Kind::One(POWER)),
            field("kinds", "哪些纠纷", "Over what", Kind::Text),
            field("tracks", "走什么途径", "On which tracks", Kind::Text),
            field("clause", "依据哪一条", "By which clause", Kind::Text),
        ]),
    },
    Field {
        name: "posts",
        zh: "岗位",
        en: "Posts",
        hint: "只写岗位，不写由谁担任；代码用英文，例如 director",
        kind: Kind::Rows(&[
            field("code", "岗位代码", "Code", Kind::Text),
            field("name", "岗位名称", "Name", Kind::Text),
            field("role", "在系统里办什么", "Role", Kind::One(ROLE)),
        ]),
    },
    Field {
        name: "host",
        zh: "设在哪个单位",
        en: "In whose house it sits",
        hint: "领导小组、委员会、联动机制才填以下几项",
        kind: Kind::Beside("named"),
    },
    field("lead", "由哪个单位牵头", "Led by", Kind::Beside("named")),
    Field {
        name: "seats",
        zh: "席位",
        en: "Seats",
        hint: "文件规定了名额的才填",
        kind: Kind::Rows(&[
            field("seat", "哪种席位", "Seat", Kind::One(SEAT)),
            field("number", "几名", "How many", Kind::Count),
        ]),
    },
    Field {
        name: "members",
        zh: "成员单位",
        en: "Members",
        hint: "按单位或者岗位登记，不按人；任期没有起止的不填",
        kind: Kind::Rows(&[
            field("unit", "单位", "Unit", Kind::Beside("named")),
            field("post", "岗位代码", "Post", Kind::Text),
            field("seat", "席位", "Seat", Kind::One(SEAT)),
            field("clause", "依据哪一条", "By which clause", Kind::Text),
            field("from", "任期从", "From", Kind::Later),
            field("to", "到", "To", Kind::Later),
        ]),
    },
];

/// Reads what is written; `whole`: the text stands for the whole of an entry, so that members who are not in it are none.
pub(super) fn profile(read: &mut Read<'_>, whole: bool) -> pb::Profile {
    let posts = read.rows("posts").into_iter().map(|row| pb::Post {
        code: read.text(&format!("{row}.code")),
        name: read.text(&format!("{row}.name")),
        role: read.text(&format!("{row}.role")),
    });
    let posts = posts.collect();
    let membership = membership(read);
    let is_body = membership != pb::Membership::default();
    pb::Profile {
        unit_kind: read.text("unit_kind"),
        name: read.text("name"),
        posts,
        duties: duties(read),
        served_by: read.text("served_by"),
        source: read.text("source"),
        valid_from: read.day("valid_from"),
        valid_to: read.day("valid_to"),
        also: read.lines("also"),
        membership: (whole || is_body).then_some(membership),
        phone: read.text("phone"),
        address: read.text("address"),
    }
}

fn duties(read: &mut Read<'_>) -> Vec<pb::Duty> {
    let kinds: Vec<_> = DisputeKind::ALL.iter().map(|kind| (kind.code(), kind.zh())).collect();
    let tracks: Vec<_> = TrackKind::ALL.iter().map(|track| (track.code(), track.zh())).collect();
    let mut duties = Vec::new();
    for row in read.rows("duties") {
        duties.push(pb::Duty {
            kinds: codes(read, &format!("{row}.kinds"), &kinds),
            tracks: codes(read, &format!("{row}.tracks"), &tracks),
            power: read.text(&format!("{row}.power")),
            clause: read.text(&format!("{row}.clause")),
        });
    }
    duties
}

fn membership(read: &mut Read<'_>) -> pb::Membership {
    let mut seats = Vec::new();
    for row in read.rows("seats") {
        let number = read.count(&format!("{row}.number"));
        seats.push(pb::Seats { seat: read.text(&format!("{row}.seat")), number, vacant: 0 });
    }
    let mut members = Vec::new();
    for row in read.rows("members") {
        members.push(pb::Member {
            unit: read.text(&format!("{row}.unit")),
            post: read.text(&format!("{row}.post")),
            seat: read.text(&format!("{row}.seat")),
            clause: read.text(&format!("{row}.clause")),
            from: read.day(&format!("{row}.from")),
            to: read.day(&format!("{row}.to")),
        });
    }
    pb::Membership { host: read.text("host"), lead: read.text("lead"), seats, members }
}

/// Several names of a list in one line, in whatever way they are separated; a name may have such a mark in itself. Codes
/// count as names.
pub(super) fn codes(read: &mut Read<'_>, name: &str, list: &[(&str, &str)]) -> Vec<String> {
    let text = read.text(name);
    let mut rest = text.as_str();
    let mut found = Vec::new();
    let mark = |c: char| c.is_whitespace() || ['、', '，', ',', '；', ';', '和'].contains(&c);
    loop {
        rest = rest.trim_start_matches(mark);
        if rest.is_empty() {
            return found;
        }
        let fits = list.iter().flat_map(|(code, zh)| [(*code, *zh), (*code, *code)]);
        let fits = fits.filter(|(_, word)| {
            let after = rest.strip_prefix(word);
            after.is_some_and(|after| after.is_empty() || after.starts_with(mark))
        });
        let Some((code, word)) = fits.max_by_key(|(_, word)| word.len()) else {
            let unknown = rest.split(mark).next().unwrap_or_default();
            let known: Vec<&str> = list.iter().map(|(_, zh)| *zh).collect();
            let known = known.join("；");
            read.fault(name, &format!("没有「{unknown}」这个名称，应为：{known} (no such name)"));
            return found;
        };
        found.push(code.to_owned());
        rest = rest.get(word.len()..).unwrap_or_default();
    }
}

/// An entry as its form begins with it.
pub(super) fn written(profile: &pb::Profile) -> Form {
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut put = |name: &str, value: &str| fields.push((name.to_owned(), value.to_owned()));
    put("unit_kind", &profile.unit_kind);
    put("name", &profile.name);
    put("phone", &profile.phone);
    put("address", &profile.address);
    put("source", &profile.source);
    put("valid_from", &iso(profile.valid_from.as_ref()));
    put("valid_to", &iso(profile.valid_to.as_ref()));
    put("served_by", &profile.served_by);
    put("also", &profile.also.join("\n"));
    for (no, duty) in profile.duties.iter().enumerate() {
        put(&format!("duties.{no}.power"), &duty.power);
        put(&format!("duties.{no}.kinds"), &named(&duty.kinds, crate::words::kind));
        put(&format!("duties.{no}.tracks"), &named(&duty.tracks, crate::words::track));
        put(&format!("duties.{no}.clause"), &duty.clause);
    }
    for (no, post) in profile.posts.iter().enumerate() {
        put(&format!("posts.{no}.code"), &post.code);
        put(&format!("posts.{no}.name"), &post.name);
        put(&format!("posts.{no}.role"), &post.role);
    }
    let membership = profile.membership.clone().unwrap_or_default();
    put("host", &membership.host);
    put("lead", &membership.lead);
    for (no, seats) in membership.seats.iter().enumerate() {
        put(&format!("seats.{no}.seat"), &seats.seat);
        put(&format!("seats.{no}.number"), &seats.number.to_string());
    }
    for (no, member) in membership.members.iter().enumerate() {
        put(&format!("members.{no}.unit"), &member.unit);
        put(&format!("members.{no}.post"), &member.post);
        put(&format!("members.{no}.seat"), &member.seat);
        put(&format!("members.{no}.clause"), &member.clause);
        put(&format!("members.{no}.from"), &iso(member.from.as_ref()));
        put(&format!("members.{no}.to"), &iso(member.to.as_ref()));
    }
    Form::of(fields)
}

fn named(codes: &[String], word: fn(&str) -> &str) -> String {
    let mut text = String::new();
    for code in codes {
        let mark = if text.is_empty() { "" } else { "、" };
        // Writing into a text cannot fail.
        let _written = write!(text, "{mark}{}", word(code));
    }
    text
}

/// What a kind of unit is called.
pub(in crate::pages) fn kind_of_unit(code: &str) -> &'static str {
    KIND.iter().find(|(known, ..)| *known == code).map_or("", |(_, zh, _)| *zh)
}

/// A day as a field takes it; empty: none.
pub(in crate::pages) fn iso(date: Option<&common::Date>) -> String {
    date.map(|on| format!("{:04}-{:02}-{:02}", on.year, on.month, on.day)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(fields: &[(&str, &str)]) -> Form {
        Form::of(fields.iter().map(|(key, value)| ((*key).into(), (*value).into())).collect())
    }

    /// What nobody touched must come back as it was: the form replaces the whole entry.
    #[test]
    fn an_entry_that_is_laid_out_into_its_form_reads_back_the_same() {
        let on = |day| Some(common::Date { year: 2026, month: 3, day });
        let duty = |power: &str, kinds: &[&str], tracks: &[&str]| pb::Duty {
            kinds: kinds.iter().map(|kind| (*kind).to_owned()).collect(),
            tracks: tracks.iter().map(|track| (*track).to_owned()).collect(),
            power: power.to_owned(),
            clause: "四(三)12".to_owned(),
        };
        let member = pb::Member {
            unit: "640122.court".to_owned(),
            post: "president".to_owned(),
            seat: "head".to_owned(),
            clause: "二".to_owned(),
            from: on(1),
            to: on(31),
        };
        let all: Vec<&str> = DisputeKind::ALL.iter().map(|kind| kind.code()).collect();
        let profile = pb::Profile {
            unit_kind: "government".to_owned(),
            name: "贺兰县水务局".to_owned(),
            posts: vec![pb::Post {
                code: "director".to_owned(),
                name: "局长".to_owned(),
                role: "mediation_head".to_owned(),
            }],
            duties: vec![
                duty("mediate", &all, &["people_mediation", "people_mediation_town"]),
                duty("guide", &[], &["court_entrusted_mediation", "litigation"]),
            ],
            served_by: "640122.centre".to_owned(),
            source: "贺党办〔2021〕15号".to_owned(),
            valid_from: on(2),
            valid_to: on(30),
            also: vec!["water".to_owned(), "waterworks".to_owned()],
            membership: Some(pb::Membership {
                host: "640122.centre".to_owned(),
                lead: "640122.court".to_owned(),
                seats: vec![pb::Seats { seat: "head".to_owned(), number: 1, vacant: 0 }],
                members: vec![member],
            }),
            phone: "09518062110".to_owned(),
            address: "贺兰县习岗镇意湖路1号".to_owned(),
        };
        let form = written(&profile);
        let mut read = Read::new(&form);
        assert_eq!(super::profile(&mut read, true), profile);
        assert!(read.done().is_ok());
    }

    #[test]
    fn names_are_told_apart_though_one_has_the_mark_between_names_in_itself() {
        let list =
            [("a", "住宅房屋、宅基地"), ("b", "邻里"), ("c", "人民调解"), ("d", "人民调解员")];
        let form = form(&[("k", " 邻里、住宅房屋、宅基地，人民调解员 c"), ("w", "邻里 天气")]);
        let mut read = Read::new(&form);
        assert_eq!(codes(&mut read, "k", &list), ["b", "a", "d", "c"]);
        codes(&mut read, "w", &list);
        let told = read.done().unwrap_err();
        assert!(told.fields[0].text.contains("「天气」"), "{:?}", told.fields);
    }

    #[test]
    fn who_is_no_body_has_no_members_and_every_choice_is_a_code() {
        let form = form(&[("name", "某单位"), ("members.0.unit", "")]);
        assert_eq!(super::profile(&mut Read::new(&form), false).membership, None);
        let emptied = super::profile(&mut Read::new(&form), true).membership;
        assert_eq!(emptied, Some(pb::Membership::default()), "an amended text ends the body");
        for (role, zh, _) in ROLE {
            let known: jiefen_vocab::Role = role.parse().unwrap();
            assert_eq!(known.zh(), *zh);
        }
    }
}
