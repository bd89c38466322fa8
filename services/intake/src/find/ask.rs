//! Questions, parsed once.

use jiefen_intake_rules::content::Content;
use jiefen_intake_rules::dispute::chart;
use jiefen_ledger::Error;
use jiefen_ledger::found::{Looking, Tokens};
use jiefen_ledger::wire::Fields;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_vocab::{Agency, CaseId, Channel, DisputeKind, Region};
use jiff::civil::Date;

use super::tokens::{self, Word};
use super::viewer::Viewer;
use crate::wire::content;

/// The longest question, in characters.
const QUERY_MAX: usize = 100;
/// The most words of a question.
const WORDS_MAX: usize = 16;
/// The largest page.
const PAGE_MAX: u64 = 100;
/// The page when none is asked for.
const PAGE: u64 = 20;

/// What somebody searches.
#[derive(Debug, Clone)]
pub struct Question {
    /// The words; all must be there.
    pub words: Vec<Word>,
    /// Of this kind.
    pub kind: Option<DisputeKind>,
    /// Within this region.
    pub place: Option<Region>,
    /// In this state.
    pub state: Option<String>,
    /// For which this unit answers.
    pub holder: Option<Agency>,
    /// Begun on this day or later.
    pub from: Option<Date>,
    /// Begun on this day or earlier.
    pub to: Option<Date>,
    /// At most so many.
    pub size: u64,
    /// Older than this number of the index.
    pub before: Option<i64>,
    /// Marks the pages of this question.
    mark: String,
}

impl Question {
    /// The same for the index, in somebody's view.
    pub fn looking(&self, viewer: Viewer) -> Looking {
        let mut asked = Tokens::new();
        for word in &self.words {
            asked.extend(word.tokens.iter());
        }
        asked.extend(self.kind.map(tokens::kind_code));
        asked.extend(self.place.map(tokens::within));
        Looking {
            any: viewer.alternatives(&asked).into(),
            state: self.state.clone(),
            holder: self.holder.map(|unit| unit.to_string()),
            from: self.from,
            to: self.to,
            before: self.before,
            size: self.size,
        }
    }

    /// The token of the page after this number.
    pub fn page_after(&self, no: i64) -> String {
        format!("{no}.{}", self.mark)
    }
}

/// Parses a search.
///
/// # Errors
/// Every wrong field.
pub fn parse_search(m: &pb::SearchDisputesRequest) -> Result<Question, Error> {
    let mut fields = Fields::new();
    let words = query(&mut fields, &m.query);
    let kind = fields.parse_optional("kind", &m.kind);
    let place = fields.parse_optional("place", &m.place);
    let holder = fields.parse_optional("holder", &m.holder);
    let state = state(&mut fields, &m.state);
    let from = fields.date_optional("opened_from", m.opened_from.as_ref());
    let to = fields.date_optional("opened_to", m.opened_to.as_ref());
    if from.zip(to).is_some_and(|(from, to)| from > to) {
        fields.fault("opened_to", "早于起始日期 opened_from (before opened_from)");
    }
    let size = match u64::try_from(m.page_size) {
        Ok(0) => PAGE,
        Ok(size) => size.min(PAGE_MAX),
        Err(_) => {
            fields.fault("page_size", "应为1至100 (1 to 100)");
            PAGE
        }
    };
    let mark = mark(m);
    let before = page(&mut fields, &m.page_token, &mark);
    let words = words.map(|words| Question {
        words,
        kind,
        place,
        state,
        holder,
        from,
        to,
        size,
        before,
        mark,
    });
    fields.done(words)
}

fn query(fields: &mut Fields, query: &str) -> Option<Vec<Word>> {
    let query = fields.text("query", query, QUERY_MAX)?;
    let words = match tokens::words(&query) {
        Ok(words) => words,
        Err(fault) => {
            fields.fault("query", fault);
            return None;
        }
    };
    if words.is_empty() {
        let right = "请输入姓名、地名、编号、拼音或者内容中的词 (no word in it)";
        fields.fault("query", format!("没有可检索的字词，{right}"));
        return None;
    }
    if words.len() > WORDS_MAX {
        let given = words.len();
        fields.fault(
            "query",
            format!("共{given}个词，超过上限{WORDS_MAX}个 ({given} words; at most {WORDS_MAX})"),
        );
        return None;
    }
    Some(words)
}

fn state(fields: &mut Fields, given: &str) -> Option<String> {
    let codes: Vec<&str> = chart::chart().stages.iter().map(|stage| stage.state).collect();
    if given.is_empty() || codes.contains(&given) {
        return (!given.is_empty()).then(|| given.to_owned());
    }
    let right = codes.join("、");
    fields.fault("state", format!("没有状态「{given}」；应为 {right} (one of these)"));
    None
}

/// A page goes on with the question that it began with.
fn page(fields: &mut Fields, token: &str, mark: &str) -> Option<i64> {
    if token.is_empty() {
        return None;
    }
    let number = token.split_once('.').filter(|(_, of)| *of == mark);
    let number = number.and_then(|(no, _)| no.parse::<i64>().ok()).filter(|no| *no > 0);
    if number.is_none() {
        let right = "请使用上一页给出的 next_page_token，检索条件保持不变";
        fields.fault(
            "page_token",
            format!("不是本次检索给出的翻页标记；{right} (not a token of this search)"),
        );
    }
    number
}

/// The same question has the same mark.
fn mark(m: &pb::SearchDisputesRequest) -> String {
    let question = pb::SearchDisputesRequest {
        page_size: 0,
        page_token: String::new(),
        query: m.query.trim().to_owned(),
        ..m.clone()
    };
    let id = jiefen_vocab::Id::from_bits(0);
    id.derive(&serde_json::to_string(&question).unwrap_or_default()).to_string()
}

/// For what duplicates are looked for.
#[derive(Debug, Clone)]
pub enum Duplicates {
    /// A dispute that is here.
    Of(CaseId),
    /// What is about to be registered.
    Like {
        /// The content.
        content: Box<Content>,
        /// Where it comes in.
        channel: Channel,
        /// On which day.
        day: Date,
    },
}

/// Parses a question for duplicates.
///
/// # Errors
/// Every wrong field.
pub fn parse_duplicates(m: &pb::ProposeDuplicatesRequest) -> Result<Duplicates, Error> {
    let mut fields = Fields::new();
    if !m.name.is_empty() {
        if m.content.is_some() {
            let right = "name 与 content 只填一个 (either name or content)";
            fields.fault("content", right);
        }
        let case = jiefen_ledger::serve::case_named("name", &m.name)?;
        return fields.done(Some(Duplicates::Of(case)));
    }
    if m.content.is_none() {
        let right = "请给出纠纷 name 或者拟登记内容 content (name a dispute, or give the content)";
        return Err(Error::field("name", right));
    }
    let content = content(&mut fields, m.content.as_ref());
    let channel = fields.parse("channel", &m.channel);
    let day = fields.date("on", m.on.as_ref());
    let like = content.zip(channel).zip(day).map(|((content, channel), day)| Duplicates::Like {
        content: Box::new(content),
        channel,
        day,
    });
    fields.done(like)
}
