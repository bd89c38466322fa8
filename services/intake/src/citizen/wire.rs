//! The citizens' requests, parsed once. What is wrong is told in words for somebody at home on her phone.

use jiefen_intake_rules::Command;
use jiefen_intake_rules::citizen_request::{self, About};
use jiefen_intake_rules::dispute::{self, orders};
use jiefen_ledger::serve::proof::Proof;
use jiefen_ledger::serve::{App, Parsed};
use jiefen_ledger::wire::Fields;
use jiefen_ledger::{Error, serve};
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_vocab::document::{number, phone};
use jiefen_vocab::receipt::{Receipt, ReceiptFault};
use jiefen_vocab::{
    CaseId, Channel, DisputeId, DisputeKind, Particulars, Party, PartyKind, PartyRole, Private,
};
use jiff::civil::Date;

use super::prove::letter_case;
use super::view::APPLICANT;
use crate::wire::{fresh, text};
use crate::{IntakeArea, case_id};

/// The longest text that somebody types on a phone, in characters.
const WORDS: usize = 2000;
/// The longest name, in characters.
const NAME: usize = 100;
/// The longest mark of a connection.
const MARK: usize = 64;

/// What a party asks.
pub struct Asked {
    /// By what it is hers.
    pub proof: Proof,
    /// What she asks.
    pub about: About,
    words: Private<String>,
    request_id: String,
}

impl Asked {
    /// The case of the request: the same request again is the same case.
    pub fn case(&self, dispute: DisputeId) -> CaseId {
        CaseId(dispute.0.derive(&format!("{}/{}", citizen_request::KIND, self.request_id)))
    }

    /// The command, by a party.
    pub fn command(&self, dispute: DisputeId, party: u32) -> Command {
        let (about, text) = (self.about, self.words.clone());
        citizen_request::Command::Lodge { dispute, party, about, text }.into()
    }
}

/// The proof alone.
///
/// # Errors
/// Every wrong field; a slip of the pen in the code is named.
pub fn proof(m: Option<&pb::Proof>) -> Result<Proof, Error> {
    let mut fields = Fields::new();
    let proof = proved(&mut fields, m);
    fields.done(proof)
}

fn proved(fields: &mut Fields, m: Option<&pb::Proof>) -> Option<Proof> {
    let given = m.cloned().unwrap_or_default();
    Proof::parse(fields, &given.receipt, &given.phone_digits, &given.client)
}

/// A request to the unit that keeps the dispute.
///
/// # Errors
/// Every wrong field.
pub fn lodge_request(m: &pb::LodgeRequestRequest) -> Result<Asked, Error> {
    let mut fields = Fields::new();
    let proof = proved(&mut fields, m.proof.as_ref());
    let about = About::ALL.into_iter().find(|about| about.code() == m.about);
    if about.is_none() {
        let right = About::ALL.map(About::code).join("、");
        fields.fault("about", format!("应为 {right} (one of these)"));
    }
    let words = fields.text("text", &m.text, WORDS);
    let head = m.head.clone().unwrap_or_default();
    let request_id = fields.text("head.request_id", &head.request_id, 128);
    let asked = (|| {
        let words = Private::new(words?);
        Some(Asked { proof: proof?, about: about?, words, request_id: request_id? })
    })();
    fields.done(asked)
}

/// What somebody without a dispute writes.
pub struct Written {
    /// What is written.
    pub command: Command,
    /// Its case.
    pub case: CaseId,
    /// Marks the connection.
    pub client: String,
}

/// A letter to the unit, with a code of its own.
///
/// # Errors
/// Every wrong field.
pub fn write_in(m: &pb::WriteInRequest) -> Result<Written, Error> {
    let mut fields = Fields::new();
    let all = About::ALL.into_iter().filter(|about| about.of_anybody());
    let about = all.clone().find(|about| about.code() == m.about);
    if about.is_none() {
        let right = all.map(About::code).collect::<Vec<_>>().join("、");
        fields.fault("about", format!("应为 {right} (one of these)"));
    }
    let words = fields.text("text", &m.text, WORDS);
    let phone = telephone(&mut fields, "phone", &m.phone);
    let of = text(&m.concerns);
    if of.as_ref().is_some_and(|of| of.chars().count() > NAME) {
        fields.fault("concerns", format!("不超过{NAME}字 (at most {NAME} characters)"));
    }
    let client = fields.text("client", &m.client, MARK);
    let code = Receipt::of(fresh());
    let written = (|| {
        let (of, phone) = (of.map(Private::new), phone.map(Private::new));
        let letter = citizen_request::Letter { code, of, phone };
        let (about, text) = (about?, Private::new(words?));
        let command = citizen_request::Command::WriteIn { letter, about, text }.into();
        Some(Written { command, case: letter_case(code), client: client? })
    })();
    fields.done(written)
}

/// The code of a letter and the mark of the connection.
///
/// # Errors
/// Every wrong field; a slip of the pen in the code is named.
pub fn read_answer(m: &pb::ReadAnswerRequest) -> Result<(Receipt, String), Error> {
    let mut fields = Fields::new();
    let code: Option<Receipt> = match m.code.trim() {
        "" => {
            fields.fault("code", "请填写查询码 (required)");
            None
        }
        code => code.parse().map_err(|fault: ReceiptFault| fields.fault("code", fault)).ok(),
    };
    let client = fields.text("client", &m.client, MARK);
    fields.done(code.zip(client))
}

/// A matter filed online: what a clerk would write down at the window.
///
/// # Errors
/// Every wrong field.
pub fn file_dispute(m: &pb::FileDisputeRequest, today: Date) -> Result<Parsed<IntakeArea>, Error> {
    let mut fields = Fields::new();
    let kind = fields.parse_optional::<DisputeKind>("kind", &m.kind);
    let place = fields.parse("place", &m.place);
    let summary = fields.text("summary", &m.summary, WORDS);
    let name = fields.text("name", &m.name, NAME);
    let own = telephone(&mut fields, "phone", &m.phone);
    if m.phone.trim().is_empty() {
        fields.fault("phone", "请留一个能打通的电话，以后凭后四位查询 (required)");
    }
    let others = telephone(&mut fields, "other_phone", &m.other_phone);
    let other = text(&m.other_name);
    if other.as_ref().is_some_and(|name| name.chars().count() > NAME) {
        fields.fault("other_name", format!("不超过{NAME}字 (at most {NAME} characters)"));
    }
    let client = fields.text("client", &m.client, MARK);
    let dispute = fresh();
    let arrival = (|| {
        client?;
        let mut parties =
            vec![party(APPLICANT, PartyRole::Applicant, PartyKind::Person, name?, own)];
        let kind_of = if m.other_is_organisation { PartyKind::Org } else { PartyKind::Person };
        parties.extend(other.map(|name| party(2, PartyRole::Respondent, kind_of, name, others)));
        Some(orders::Arrival {
            dispute,
            channel: Channel::Online,
            number: None,
            kind: kind.unwrap_or(DisputeKind::Other),
            place: place?,
            summary: Private::new(summary?),
            parties,
            on: today,
        })
    })();
    let arrival = fields.done(arrival)?;
    let command = dispute::Command::RecordInquiry(Box::new(arrival));
    Ok(Parsed { case: case_id(dispute), command: command.into() })
}

/// A telephone number, when one is given.
fn telephone(fields: &mut Fields, field: &str, given: &str) -> Option<String> {
    let plain = number(given);
    if plain.is_empty() {
        return None;
    }
    if phone(&plain).is_err() {
        fields.fault(
            field,
            "这不像一个电话号码，请核对：手机11位，固定电话要带区号 (a telephone number)",
        );
        return None;
    }
    Some(plain)
}

fn party(no: u32, role: PartyRole, kind: PartyKind, name: String, phone: Option<String>) -> Party {
    let more = phone.map(|phone| {
        Box::new(Particulars { phone: Some(Private::new(phone)), ..Particulars::default() })
    });
    Party { no, name: Private::new(name), role, kind, minor: false, more }
}

/// An answer to a party's request, by the staff.
///
/// # Errors
/// Every wrong field.
pub fn answer_citizen_request(
    m: &pb::AnswerCitizenRequestRequest,
) -> Result<Parsed<IntakeArea>, Error> {
    let mut fields = Fields::new();
    let answer = fields.text("answer", &m.answer, WORDS);
    let signed_by = fields.text("signed_by", &m.signed_by, 64);
    let command = answer.zip(signed_by).map(|(answer, signed_by)| {
        citizen_request::Command::Answer { answer: Private::new(answer), signed_by }
    });
    let case: Result<CaseId, Error> = App::<IntakeArea>::named(m.head.as_ref());
    let command = fields.done(command)?;
    Ok(serve::Parsed { case: case?, command: command.into() })
}
