//! The words of every refusal of its own.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_TALKING: Words = words(
    "NOT_TALKING",
    "对方尚未同意协商",
    "the others have not agreed to talk",
    "民法典 5 自愿；五(五)",
    "请先取得各方同意",
);

pub(super) const ALREADY_WILLING: Words = words(
    "ALREADY_WILLING",
    "该当事人已经同意协商",
    "the party is willing already",
    "民法典 5；五(五)",
    "不愿继续的，可以随时退出协商",
);

pub(super) const ANSWER_LATE: Words = words(
    "ANSWER_LATE",
    "答复邀请的期限已于{}届满",
    "the time to answer the invitation ended on {}",
    "policy.negotiation_answer；民法典 140",
    "请重新邀请，或者选择调解等途径",
);

pub(super) const INVITATION_RUNS: Words = words(
    "INVITATION_RUNS",
    "答复邀请的期限到{}才届满",
    "the invitation may be answered until {}",
    "policy.negotiation_answer",
    "请等待答复，或者由邀请人退出",
);

pub(super) const NO_OFFER: Words = words(
    "NO_OFFER",
    "没有待答复的和解方案",
    "no proposal is on the table",
    "民法典 471、472",
    "请先提出和解方案",
);

pub(super) const OFFER_OPEN: Words = words(
    "OFFER_OPEN",
    "该方案是提出人自己的，尚待对方答复",
    "the offeror's own proposal is still open",
    "民法典 476、488",
    "未定承诺期限的可以先撤销，再提新方案",
);

pub(super) const OFFER_BINDS: Words = words(
    "OFFER_BINDS",
    "方案定有承诺期限，到{}前不得撤销",
    "a proposal with a time for acceptance is irrevocable until {}",
    "民法典 476",
    "请等待对方答复，或者期限届满",
);

pub(super) const OFFER_LAPSED: Words = words(
    "OFFER_LAPSED",
    "方案已于{}失效，逾期的承诺是新的方案",
    "the proposal lapsed on {}; a late acceptance is a new proposal",
    "民法典 478、481、486",
    "请由一方重新提出方案",
);

pub(super) const OFFER_RUNS: Words = words(
    "OFFER_RUNS",
    "方案到{}才失效",
    "the proposal is open until {}",
    "民法典 481；policy.negotiation_offer",
    "请等待答复，或者由对方拒绝",
);

pub(super) const OFFER_TIME: Words = words(
    "OFFER_TIME",
    "承诺期限应当不早于提出之日，不晚于{}",
    "the time for acceptance may end by {} at the latest",
    "policy.negotiation_offer；policy.negotiation",
    "请改为期限内的日期，或者先延长协商期限",
);

pub(super) const ALREADY_ACCEPTED: Words = words(
    "ALREADY_ACCEPTED",
    "当事人{}已经提出或者接受该方案",
    "party {} made or accepted this proposal already",
    "民法典 483、485",
    "请等待其他当事人答复",
);

pub(super) const TEXT_CHANGED: Words = words(
    "TEXT_CHANGED",
    "接受的文本与方案不一致，属于新的方案",
    "the accepted text differs from the proposal: it is a new one",
    "民法典 488",
    "请核对文本，或者另提方案",
);

pub(super) const NO_AUTHORITY: Words = words(
    "NO_AUTHORITY",
    "当事人{}的代理人没有和解的特别授权",
    "party {}'s agent has no special mandate to settle",
    "民法典 165、171；民事诉讼法 62",
    "请出示特别授权，或者由本人表示",
);
