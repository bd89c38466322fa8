//! The text before the parties: everybody confirms the same text, then everybody signs it.

use jiefen_procedure::Brief;
use jiefen_procedure::words::{Words, words};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::agreement::{Draft, DraftFault};
use crate::people_mediation::{Signature, Signer};
use crate::refuse::{no, no_with};
use jiefen_procedure::words::Refusal;

/// A text before the parties.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The text.
    pub draft: Draft,
    /// The parties who confirmed exactly this text.
    pub confirmed: Vec<u32>,
    /// Who has signed.
    pub signed: Vec<Signature>,
}

const AGREEMENT_EMPTY: Words = words(
    "AGREEMENT_EMPTY",
    "协议没有写明任何一方应当做什么",
    "the agreement has no obligation",
    "人民调解法 29",
    "请逐项写明义务人、权利人、内容和履行期限",
);
const BAD_HASH: Words = words(
    "BAD_HASH",
    "协议文本的校验值不对",
    "the text's hash is not 64 hexadecimal digits",
    "T-B-04",
    "请由系统对文本重新计算校验值",
);
const OBLIGATION_FAULTY: Words = words(
    "OBLIGATION_FAULTY",
    "协议第{}项有误：双方、金额或者履行期限不对",
    "obligation {} is faulty: its parties, amount or due date",
    "人民调解法 29",
    "请更正第{}项",
);
const CONTENT_FORBIDDEN: Words = words(
    "CONTENT_FORBIDDEN",
    "协议内容不合法：{}",
    "the content is not allowed: {}",
    "民法典 143、153、154",
    "请删改有关内容后重新提交",
);
const NO_SUCH_PARTY: Words = words(
    "NO_SUCH_PARTY",
    "本案没有编号为{}的当事人，或者该当事人已经退出",
    "there is no party {} here, or it has left",
    "T-B-01",
    "请核对当事人编号",
);
const TEXT_CHANGED: Words = words(
    "TEXT_CHANGED",
    "当事人确认的文本与现在的文本不一致",
    "what the party confirmed is not the present text",
    "T-B-04",
    "请让当事人重新阅读并确认现在的文本",
);
const ALREADY_CONFIRMED: Words = words(
    "ALREADY_CONFIRMED",
    "当事人{}已经确认该文本",
    "party {} has confirmed this text",
    "T-B-04",
    "无须重复确认",
);
const NOT_CONFIRMED: Words = words(
    "NOT_CONFIRMED",
    "当事人{}尚未确认同一文本，任何一方都不能签名",
    "party {} has not confirmed the same text, so nobody may sign",
    "T-B-04",
    "请先由当事人{}阅读并确认",
);
const ALREADY_SIGNED: Words = words(
    "ALREADY_SIGNED",
    "该签名或者印章已经有了",
    "this signature or seal is there already",
    "T-B-04",
    "无须重复签名",
);
const AGENT_WITHOUT_MANDATE: Words = words(
    "AGENT_WITHOUT_MANDATE",
    "代表人、代理人没有本人的特别授权，不能代签、承认、放弃或者和解",
    "a representative without the party's own special mandate cannot sign or settle for it",
    "民事诉讼法 56、57、62；劳动争议调解仲裁法 7",
    "请由本人签名，或者提交本人的特别授权委托书",
);

/// Accepts a draft as the text of an agreement between these parties on a day.
///
/// # Errors
/// It is empty, faulty or not allowed, or owes something to or from one who has left.
pub(crate) fn check(draft: &Draft, brief: &Brief, left: &[u32], on: Date) -> Result<(), Refusal> {
    match draft.check(brief, on) {
        Ok(()) => {}
        Err(DraftFault::Empty) => return no(AGREEMENT_EMPTY),
        Err(DraftFault::Hash) => return no(BAD_HASH),
        Err(DraftFault::Obligation(one)) => return no_with(OBLIGATION_FAULTY, one),
        Err(DraftFault::Content(fault)) => return no_with(CONTENT_FORBIDDEN, fault.zh()),
    }
    let gone = |no: &u32| left.contains(no);
    match draft.obligations.iter().find(|owed| gone(&owed.obligor) || gone(&owed.obligee)) {
        Some(owed) => no_with(OBLIGATION_FAULTY, owed.no),
        None => Ok(()),
    }
}

/// Accepts a party's number.
///
/// # Errors
/// Nobody here has it.
pub(crate) fn known(parties: &[u32], party: u32) -> Result<(), Refusal> {
    if parties.contains(&party) { Ok(()) } else { no_with(NO_SUCH_PARTY, party) }
}

impl Text {
    /// A text that nobody has confirmed: earlier confirmations and signatures do not carry over.
    pub fn new(draft: Draft) -> Text {
        Text { draft, confirmed: Vec::new(), signed: Vec::new() }
    }

    /// A party may confirm this text.
    ///
    /// # Errors
    /// No such party, another text, or confirmed already.
    pub(crate) fn confirm(&self, parties: &[u32], party: u32, hash: &str) -> Result<(), Refusal> {
        known(parties, party)?;
        if !self.draft.hash.eq_ignore_ascii_case(hash) {
            return no(TEXT_CHANGED);
        }
        if self.confirmed.contains(&party) {
            return no_with(ALREADY_CONFIRMED, party);
        }
        Ok(())
    }

    /// One signs; the day on which the agreement takes effect, when it is the last of all (T-B-04).
    /// `mediated`: the mediator and the seal are needed too.
    ///
    /// # Errors
    /// Somebody has not confirmed the text, a representative lacks the mandate, or it was signed.
    pub(crate) fn sign(
        &self,
        parties: &[u32],
        mediated: bool,
        signer: Signer,
        agent: Option<&str>,
        on: Date,
    ) -> Result<Option<Date>, Refusal> {
        if let Signer::Party { no } = signer {
            known(parties, no)?;
        }
        if agent.is_some_and(|mandate| mandate.trim().is_empty()) {
            return no(AGENT_WITHOUT_MANDATE);
        }
        if let Some(unsure) = parties.iter().find(|party| !self.confirmed.contains(party)) {
            return no_with(NOT_CONFIRMED, unsure);
        }
        if self.signed.iter().any(|one| one.signer == signer) {
            return no(ALREADY_SIGNED);
        }
        let has =
            |wanted: Signer| wanted == signer || self.signed.iter().any(|s| s.signer == wanted);
        let whole = parties.iter().all(|party| has(Signer::Party { no: *party }))
            && (!mediated || has(Signer::Mediator) && has(Signer::Seal));
        Ok(whole.then(|| self.signed.iter().map(|one| one.on).fold(on, Date::max)))
    }
}
