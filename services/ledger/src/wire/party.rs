//! Parties on the wire, with all that is known of them.

use jiefen_proto::jiefen::common::v1 as wire;
use jiefen_vocab::document::number;
use jiefen_vocab::{
    Agent, Authority, Capacity, Document, DocumentKind, Guardian, Head, Particulars, Party,
    PartyKind, PartyRole, Private, Speaker,
};

use super::brief::date_to;
use crate::wire::Fields;

/// The longest name on the wire; the law of the counter is stricter and says so.
const NAME: usize = 200;
/// The longest address.
const ADDRESS: usize = 300;
/// The longest relation, post or paper.
const SHORT: usize = 100;

/// The wire form of a party.
pub fn party_to(party: &Party) -> wire::Party {
    let role = match party.role {
        PartyRole::Applicant => "applicant",
        PartyRole::Respondent => "respondent",
        PartyRole::Third => "third",
    };
    let kind = match party.kind {
        PartyKind::Person => "person",
        PartyKind::Org => "org",
        PartyKind::Group => "group",
    };
    wire::Party {
        no: party.no,
        name: party.name.reveal().clone(),
        role: role.to_owned(),
        kind: kind.to_owned(),
        minor: party.minor,
        particulars: party.more.as_deref().map(particulars_to),
    }
}

fn shown(text: Option<&Private<String>>) -> String {
    text.map(|text| text.reveal().clone()).unwrap_or_default()
}

fn particulars_to(more: &Particulars) -> wire::Particulars {
    let document = more.document.as_ref();
    let document_kind = document.map(|document| match document.kind {
        DocumentKind::ResidentId => "resident_id",
        DocumentKind::UniformCode => "uniform_code",
        DocumentKind::Other => "other",
    });
    let capacity = match more.capacity {
        Capacity::ByAge => "",
        Capacity::OwnLabour => "own_labour",
        Capacity::Limited => "limited",
        Capacity::None => "none",
    };
    let head = more.head.as_ref();
    wire::Particulars {
        document: document_kind.unwrap_or_default().to_owned(),
        document_number: shown(document.map(|document| &document.number)),
        born_on: more.born_on.as_ref().map(|day| date_to(*day.reveal())),
        phone: shown(more.phone.as_ref()),
        address: shown(more.address.as_ref()),
        capacity: capacity.to_owned(),
        head: head
            .map(|head| wire::Head { name: head.name.reveal().clone(), post: head.post.clone() }),
        guardians: more.guardians.iter().map(guardian_to).collect(),
        agents: more.agents.iter().map(agent_to).collect(),
        members: more.members,
        representatives: more.representatives.iter().map(speaker_to).collect(),
    }
}

fn guardian_to(guardian: &Guardian) -> wire::Guardian {
    wire::Guardian {
        name: guardian.name.reveal().clone(),
        relation: guardian.relation.clone(),
        phone: shown(guardian.phone.as_ref()),
    }
}

fn agent_to(agent: &Agent) -> wire::Agent {
    let authority = match agent.authority {
        Authority::Ordinary => "ordinary",
        Authority::Special => "special",
    };
    wire::Agent {
        name: agent.name.reveal().clone(),
        relation: agent.relation.clone(),
        authority: authority.to_owned(),
        paper: agent.paper.clone(),
        phone: shown(agent.phone.as_ref()),
    }
}

fn speaker_to(speaker: &Speaker) -> wire::Speaker {
    wire::Speaker { name: speaker.name.reveal().clone(), phone: shown(speaker.phone.as_ref()) }
}

pub(super) fn party_from(fields: &mut Fields, path: &str, party: &wire::Party) -> Option<Party> {
    let name = fields.text(&format!("{path}.name"), &party.name, NAME);
    let role = match party.role.as_str() {
        "applicant" => Some(PartyRole::Applicant),
        "respondent" => Some(PartyRole::Respondent),
        "third" => Some(PartyRole::Third),
        other => {
            let right = "应为 applicant、respondent 或 third (one of these)";
            fields.fault(format!("{path}.role"), format!("当事人地位「{other}」有误；{right}"));
            None
        }
    };
    let kind = match party.kind.as_str() {
        "person" => Some(PartyKind::Person),
        "org" => Some(PartyKind::Org),
        "group" => Some(PartyKind::Group),
        other => {
            let right = "应为 person、org 或 group (one of these)";
            fields.fault(format!("{path}.kind"), format!("当事人类别「{other}」有误；{right}"));
            None
        }
    };
    let more = match party.particulars.as_ref() {
        None => None,
        Some(given) => Some(particulars_from(fields, &format!("{path}.particulars"), given)?),
    };
    Some(Party {
        no: party.no,
        name: Private::new(name?),
        role: role?,
        kind: kind?,
        minor: party.minor,
        more: more.filter(|more| *more != Particulars::default()).map(Box::new),
    })
}

fn particulars_from(
    fields: &mut Fields,
    path: &str,
    given: &wire::Particulars,
) -> Option<Particulars> {
    let at = |name: &str| format!("{path}.{name}");
    let document = document(fields, path, given);
    let born_on = fields.date_optional(&at("born_on"), given.born_on.as_ref());
    let address = optional(fields, &at("address"), &given.address, ADDRESS);
    let capacity = match given.capacity.as_str() {
        "" => Some(Capacity::ByAge),
        code => fields.coded(&at("capacity"), code, "own_labour、limited 或 none"),
    };
    let head = given.head.as_ref().map(|head| {
        let name = fields.text(&at("head.name"), &head.name, NAME);
        let post = optional(fields, &at("head.post"), &head.post, SHORT);
        Some(Head { name: Private::new(name?), post: post.unwrap_or("法定代表人".to_owned()) })
    });
    let mut guardians = Vec::new();
    for (n, item) in given.guardians.iter().enumerate() {
        guardians.extend(guardian(fields, &at(&format!("guardians[{n}]")), item));
    }
    let mut agents = Vec::new();
    for (n, item) in given.agents.iter().enumerate() {
        agents.extend(agent(fields, &at(&format!("agents[{n}]")), item));
    }
    let mut representatives = Vec::new();
    for (n, item) in given.representatives.iter().enumerate() {
        let name = fields.text(&at(&format!("representatives[{n}].name")), &item.name, NAME);
        let phone = phone(&item.phone);
        representatives.extend(name.map(|name| Speaker { name: Private::new(name), phone }));
    }
    Some(Particulars {
        document: document?,
        born_on: born_on.map(Private::new),
        phone: phone(&given.phone),
        address: address.map(Private::new),
        capacity: capacity?,
        head: head.unwrap_or_default(),
        guardians,
        agents,
        members: given.members,
        representatives,
    })
}

/// A document with its number; the outer option is none when it is wrong.
fn document(
    fields: &mut Fields,
    path: &str,
    given: &wire::Particulars,
) -> Option<Option<Document>> {
    let kept = number(&given.document_number);
    if given.document.is_empty() {
        if !kept.is_empty() {
            let right = "应为 resident_id、uniform_code 或 other (say which document)";
            fields.fault(
                format!("{path}.document"),
                format!("填了证件号码，没有选择证件种类；{right}"),
            );
        }
        return Some(None);
    }
    let right = "resident_id、uniform_code 或 other";
    let kind = fields.coded(&format!("{path}.document"), &given.document, right);
    if kept.is_empty() || kept.chars().count() > SHORT {
        fields.fault(format!("{path}.document_number"), "必填，不超过100字 (required)");
        return None;
    }
    Some(Some(Document { kind: kind?, number: Private::new(kept) }))
}

fn guardian(fields: &mut Fields, path: &str, given: &wire::Guardian) -> Option<Guardian> {
    let name = fields.text(&format!("{path}.name"), &given.name, NAME);
    let relation = fields.text(&format!("{path}.relation"), &given.relation, SHORT);
    Some(Guardian { name: Private::new(name?), relation: relation?, phone: phone(&given.phone) })
}

fn agent(fields: &mut Fields, path: &str, given: &wire::Agent) -> Option<Agent> {
    let name = fields.text(&format!("{path}.name"), &given.name, NAME);
    let relation = fields.text(&format!("{path}.relation"), &given.relation, SHORT);
    let authority =
        fields.coded(&format!("{path}.authority"), &given.authority, "ordinary 或 special");
    // Whether there is a paper is the law's question, which it answers with its article.
    let paper = optional(fields, &format!("{path}.paper"), &given.paper, SHORT);
    Some(Agent {
        name: Private::new(name?),
        relation: relation?,
        authority: authority?,
        paper: paper.unwrap_or_default(),
        phone: phone(&given.phone),
    })
}

fn phone(given: &str) -> Option<Private<String>> {
    let kept = number(given);
    (!kept.is_empty()).then(|| Private::new(kept))
}

fn optional(fields: &mut Fields, field: &str, given: &str, most: usize) -> Option<String> {
    let given = given.trim();
    if given.is_empty() { None } else { fields.text(field, given, most) }
}

/// The faults are noted with dots from `path`.
impl Fields {
    /// A list of parties.
    pub fn parties(&mut self, field: &str, parties: &[wire::Party]) -> Vec<Party> {
        let mut found = Vec::new();
        for (n, party) in parties.iter().enumerate() {
            found.extend(party_from(self, &format!("{field}[{n}]"), party));
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn all_that_is_known_of_a_party_reads_back() {
        let text = |text: &str| Private::new(text.to_owned());
        let phone = Some(text("13895012345"));
        let party = Party {
            no: 1,
            name: text("買買提·艾力"),
            role: PartyRole::Applicant,
            kind: PartyKind::Group,
            minor: false,
            more: Some(Box::new(Particulars {
                document: Some(Document {
                    kind: DocumentKind::ResidentId,
                    number: text("11010519491231002X"),
                }),
                born_on: Some(Private::new(date(1949, 12, 31))),
                phone: phone.clone(),
                address: Some(text("金贵镇银光村")),
                capacity: Capacity::Limited,
                head: Some(Head { name: text("某某"), post: "负责人".to_owned() }),
                guardians: vec![Guardian {
                    name: text("某某"),
                    relation: "父亲".to_owned(),
                    phone: phone.clone(),
                }],
                agents: vec![Agent {
                    name: text("某某"),
                    relation: "律师".to_owned(),
                    authority: Authority::Special,
                    paper: "授权委托书".to_owned(),
                    phone: None,
                }],
                members: 12,
                representatives: vec![Speaker { name: text("某某"), phone }],
            })),
        };
        let mut fields = Fields::new();
        assert_eq!(fields.parties("parties", &[party_to(&party)]), vec![party]);
        assert!(fields.done(Some(())).is_ok());
    }

    #[test]
    fn a_wrong_particular_is_named_with_its_place() {
        let given = wire::Party {
            name: "某某".to_owned(),
            role: "applicant".to_owned(),
            kind: "person".to_owned(),
            particulars: Some(wire::Particulars {
                document: "library_card".to_owned(),
                capacity: "some".to_owned(),
                agents: vec![wire::Agent::default()],
                ..Default::default()
            }),
            ..Default::default()
        };
        let mut fields = Fields::new();
        assert!(fields.parties("parties", &[given]).is_empty());
        let Err(crate::Error::Invalid(faults)) = fields.done(Some(())) else {
            panic!("wrong particulars were taken");
        };
        let named: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
        let at = |name: &str| format!("parties[0].particulars.{name}");
        let expected = [
            at("document"),
            at("document_number"),
            at("capacity"),
            at("agents[0].name"),
            at("agents[0].relation"),
            at("agents[0].authority"),
        ];
        assert_eq!(named, expected);
    }
}
