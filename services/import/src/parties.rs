//! The parties of a row: names, telephones and documents of each side.

use jiefen_vocab::{Document, DocumentKind, Particulars, Party, PartyKind, PartyRole, Private};
use jiff::civil::Date;

use crate::cells::{self, Identity};
use crate::columns::Field;
use crate::names::plain;
use crate::problem::Problem;
use crate::row::Row;

/// The longest name, in characters.
const NAME_MAX: usize = 100;
/// The most parties of one row.
const PARTIES_MAX: usize = 100;

/// One side of a dispute: its columns and its role.
struct Side {
    names: Field,
    /// Identity numbers and telephones.
    numbers: Option<(Field, Field)>,
    role: PartyRole,
}

const SIDES: [Side; 3] = [
    Side {
        names: Field::Applicant,
        numbers: Some((Field::ApplicantId, Field::ApplicantPhone)),
        role: PartyRole::Applicant,
    },
    Side {
        names: Field::Respondent,
        numbers: Some((Field::RespondentId, Field::RespondentPhone)),
        role: PartyRole::Respondent,
    },
    Side { names: Field::Third, numbers: None, role: PartyRole::Third },
];

impl Row<'_> {
    /// The parties, why there is no applicant, and how many more people the names speak of (张三等5人).
    pub(crate) fn parties(&mut self) -> (Vec<Party>, Option<String>, u32) {
        let (mut parties, mut more, mut none) = (Vec::new(), 0, None);
        for side in &SIDES {
            let Some(text) = self.shown(side.names) else { continue };
            if side.role == PartyRole::Applicant
                && let Some(why) = self.with.names.no_applicant(&text)
            {
                none = Some(why.to_owned());
                continue;
            }
            if self.with.names.is_nothing(&text) {
                continue;
            }
            let (found, others) = self.side(side, &text, parties.len());
            more += others;
            parties.extend(found);
        }
        if parties.len() > PARTIES_MAX {
            let right = "请登记代表人，其余写明人数，如“张三等200人”";
            let zh = format!("当事人超过{PARTIES_MAX}名");
            self.fault(Field::Applicant, Problem::new("PARTIES", zh, right, "too many parties"));
        }
        let applies = parties.iter().any(|party: &Party| party.role == PartyRole::Applicant);
        if !applies && none.is_none() {
            let right = "请填写申请人姓名；没有人申请的写“排查发现”，没留姓名的写“匿名”";
            self.missing(Field::Applicant, right);
        } else if parties.is_empty() && self.faults.is_empty() {
            let problem =
                Problem::new("NO_PARTIES", "没有任何当事人", "请至少填写一名当事人", "no party");
            self.fault(Field::Respondent, problem);
        }
        (parties, none, more)
    }

    fn side(&mut self, side: &Side, text: &str, before: usize) -> (Vec<Party>, u32) {
        let (names, more) = names_of(text);
        if names.iter().any(|name| !is_name(name)) {
            let right =
                "姓名为1至100个字，多人用顿号分开，间隔号只在名字中间；不要写电话、身份证号";
            self.fault(side.names, Problem::new("NAME_FORM", "姓名无法识别", right, "not a name"));
            return (vec![], 0);
        }
        let (mut known, mut phones) = (Vec::new(), Vec::new());
        if let Some((numbers, telephones)) = side.numbers {
            known = self.identities(numbers, names.len());
            phones = self.phones(telephones, names.len());
        }
        let (mut known, mut phones) = (known.into_iter(), phones.into_iter());
        let (mut parties, mut placed) = (Vec::new(), true);
        for (at, name) in names.into_iter().enumerate() {
            let identity = known.next();
            let org = self.with.names.is_organisation(&name)
                || matches!(identity, Some(Identity::Organisation { .. }));
            let kind = if org { PartyKind::Org } else { PartyKind::Person };
            let minor = matches!(&identity, Some(Identity::Person { born, .. })
                if kind == PartyKind::Person && under_18(*born, self.with.today));
            let document = identity.as_ref().and_then(|identity| document(kind, identity));
            placed &= document.is_some();
            parties.push(Party {
                no: u32::try_from(before + at + 1).unwrap_or(u32::MAX),
                name: Private::new(name),
                role: side.role,
                kind,
                minor,
                more: particulars(document, phones.next()),
            });
        }
        if let Some((numbers, _)) = side.numbers.filter(|_| placed) {
            self.placed.insert(numbers);
        }
        (parties, more)
    }

    /// The identity numbers of a side: none, or one for each name.
    fn identities(&mut self, field: Field, names: usize) -> Vec<Identity> {
        let Some(cell) = self.cell(field) else { return vec![] };
        if self.with.names.is_nothing(&cell.shown()) {
            return vec![];
        }
        let read = cells::identities(&cell, self.with.today);
        let Some(found) = self.take(field, read) else { return vec![] };
        if found.len() != names {
            let zh = format!("姓名{names}个，证件号{}个，无法对应", found.len());
            let right = "请按姓名的顺序各填一个，用顿号分开";
            let problem = Problem::new("IDENTITY_COUNT", zh, right, "one number for each name");
            self.fault(field, problem);
        }
        found
    }

    /// The telephone numbers of a side, when there is one for each name; others are kept as they stand.
    fn phones(&mut self, field: Field, names: usize) -> Vec<String> {
        let Some(cell) = self.cell(field) else { return vec![] };
        if self.with.names.is_nothing(&cell.shown()) {
            return vec![];
        }
        let read = cells::phones(&cell);
        match self.take(field, read) {
            Some((phones, true)) if phones.len() == names => {
                self.placed.insert(field);
                phones
            }
            Some(_) | None => vec![],
        }
    }
}

/// The document that fits the kind of party: a company is not named by its manager's card.
fn document(kind: PartyKind, identity: &Identity) -> Option<Document> {
    let (kind, number) = match (kind, identity) {
        (PartyKind::Person, Identity::Person { number, .. }) => (DocumentKind::ResidentId, number),
        (PartyKind::Org, Identity::Organisation { number }) => (DocumentKind::UniformCode, number),
        (
            PartyKind::Person | PartyKind::Org | PartyKind::Group,
            Identity::Person { .. } | Identity::Organisation { .. } | Identity::Old,
        ) => return None,
    };
    Some(Document { kind, number: Private::new(number.clone()) })
}

fn particulars(document: Option<Document>, phone: Option<String>) -> Option<Box<Particulars>> {
    if document.is_none() && phone.is_none() {
        return None;
    }
    let phone = phone.map(Private::new);
    Some(Box::new(Particulars { document, phone, ..Particulars::default() }))
}

/// The names of a cell, and how many more people it speaks of: 张三、李四等5人.
fn names_of(text: &str) -> (Vec<String>, u32) {
    let (text, said) = match text.rsplit_once('等') {
        Some((names, count)) if !names.is_empty() => {
            let count = plain(count);
            match count.trim_end_matches(['人', '户', '名']).parse::<u32>() {
                Ok(count) => (names, count),
                Err(_) if count.is_empty() => (names, 0),
                Err(_) => (text, 0),
            }
        }
        Some(_) | None => (text, 0),
    };
    let each = text.split(['、', '，', ',', ';', '；', '\n', '/']);
    let names: Vec<String> =
        each.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect();
    let named = u32::try_from(names.len()).unwrap_or(u32::MAX);
    (names, said.saturating_sub(named))
}

fn is_name(name: &str) -> bool {
    let dot = |c: char| matches!(c, '·' | '•' | '・' | '．' | '‧');
    let digits = name.chars().filter(char::is_ascii_digit).count();
    (1..=NAME_MAX).contains(&name.chars().count())
        && !name.chars().any(char::is_control)
        && !name.starts_with(dot)
        && !name.ends_with(dot)
        && digits < 7
}

/// Who is under 18 today is protected as a minor today.
fn under_18(born: Date, today: Date) -> bool {
    born.checked_add(jiff::Span::new().years(18)).is_ok_and(|of_age| today < of_age)
}
