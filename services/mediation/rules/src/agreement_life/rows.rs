//! The words of every refusal of an agreement's life.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_BEGUN: Words = words(
    "NOT_BEGUN",
    "还没有协议",
    "there is no agreement yet",
    "人民调解法 28",
    "请先拟出文本或者登记协议",
);
pub(super) const ALREADY_BEGUN: Words = words(
    "ALREADY_BEGUN",
    "已有协议文本",
    "there is a text already",
    "T-B-04",
    "请在原协议上继续办理",
);
pub(super) const ALREADY_ENDED: Words = words(
    "ALREADY_ENDED",
    "该协议的办理已经结束",
    "the agreement's life has ended",
    "人民调解法 31",
    "需要再办的，登记新的协议",
);
pub(super) const IN_FORCE: Words = words(
    "IN_FORCE",
    "协议已经生效，不能再改文本",
    "the agreement is in force, its text stands",
    "人民调解法 31；民法典 119",
    "变更协议须各方另行签订",
);
pub(super) const NOT_SIGNED: Words = words(
    "NOT_SIGNED",
    "协议尚未签名生效",
    "the agreement is not signed",
    "T-B-04",
    "请先由各方确认同一文本并签名",
);
pub(super) const TWO_PARTIES_NEEDED: Words = words(
    "TWO_PARTIES_NEEDED",
    "协议至少要有两方当事人",
    "an agreement needs two parties",
    "民法典 464",
    "请补充另一方当事人",
);
pub(super) const MADE_BY_BODY: Words = words(
    "MADE_BY_BODY",
    "{}由该机关制作送达，不在这里拟文本",
    "a statement ({}) is made by its own body, not drafted here",
    "民事诉讼法 100；劳动争议调解仲裁法 42；行政复议法 73",
    "请在送达生效后登记",
);
pub(super) const WRITTEN_ONLY: Words = words(
    "WRITTEN_ONLY",
    "只有人民调解可以达成口头协议",
    "only people's mediation knows an oral agreement",
    "T-B-05",
    "请提交各方签名的书面协议",
);
pub(super) const NOT_A_SIGNER: Words = words(
    "NOT_A_SIGNER",
    "当事人自行达成的协议不需要调解员签名和盖章",
    "the parties' own settlement needs no mediator and no seal",
    "民法典 490",
    "只由各方当事人签名",
);
pub(super) const NOT_APPLIED: Words = words(
    "NOT_APPLIED",
    "没有正在审查的申请",
    "no application is being examined",
    "T-B-06；T-H-02",
    "请先登记申请",
);
pub(super) const BEING_EXAMINED: Words = words(
    "BEING_EXAMINED",
    "{}申请正在审查",
    "an application ({}) is being examined",
    "T-D-04；T-H-03；T-G-03",
    "请等待审查结果，或者先撤回申请",
);
pub(super) const FORCE_STANDS: Words = words(
    "FORCE_STANDS",
    "协议已有强制执行效力：{}",
    "the agreement can be enforced already: {}",
    "民事诉讼法 250",
    "对方不履行的，直接申请执行",
);
pub(super) const NOT_STRENGTHENABLE: Words = words(
    "NOT_STRENGTHENABLE",
    "不能申请{}",
    "this cannot be asked for ({})",
    "T-D-06；T-H-04；民事诉讼法 205",
    "协议仍有合同效力；有金钱给付的可以办理公证",
);
pub(super) const WINDOW_PAST: Words = words(
    "WINDOW_PAST",
    "共同申请的期间已于{}届满",
    "the time for a joint application ended on {}",
    "T-B-06；T-H-02；T-H-04",
    "协议仍有合同效力，不履行的可以依法救济",
);
pub(super) const WINDOW_RUNS: Words = words(
    "WINDOW_RUNS",
    "共同申请的期间到{}才届满",
    "the time for a joint application runs until {}",
    "T-B-06；T-H-02",
    "期间内仍可申请",
);
pub(super) const WINDOW_NOT_OPEN: Words = words(
    "WINDOW_NOT_OPEN",
    "该协议没有这一申请期间：{}",
    "the agreement has no such window: {}",
    "T-B-06；T-H-02",
    "请核对协议的种类",
);
pub(super) const NOT_NOTARISABLE: Words = words(
    "NOT_NOTARISABLE",
    "赋予强制执行效力的公证，只限给付金钱等且债务人明确承诺接受强制执行的合同",
    "only money owed under a contract, with the debtor's express submission, is made enforceable",
    "T-G-05；公证法 37",
    "请补充债务人的书面承诺，或者走其他途径",
);
pub(super) const NOT_JOINT: Words = words(
    "NOT_JOINT",
    "应当由各方共同申请，当事人{}没有申请",
    "all parties apply together; party {} has not",
    "人民调解法 33；民事诉讼法 205",
    "请与当事人{}共同申请",
);
pub(super) const NO_SUCH_OBLIGATION: Words = words(
    "NO_SUCH_OBLIGATION",
    "协议没有第{}项",
    "the agreement has no obligation {}",
    "人民调解法 29",
    "请核对编号",
);
pub(super) const ALREADY_PERFORMED: Words = words(
    "ALREADY_PERFORMED",
    "第{}项已经履行",
    "obligation {} is performed",
    "人民调解法 31",
    "无须再登记",
);
pub(super) const PROOF_WANTED: Words = words(
    "PROOF_WANTED",
    "没有履行凭证",
    "there is no proof of performance",
    "人民调解法 31",
    "请附上收条、转账记录等凭证",
);
pub(super) const ALREADY_BROKEN: Words = words(
    "ALREADY_BROKEN",
    "第{}项已登记违约",
    "obligation {} is on record as broken",
    "人民调解法 31",
    "请按违约后的途径办理",
);
pub(super) const NOT_YET_DUE: Words = words(
    "NOT_YET_DUE",
    "第一个违约日在履行期限{}之后",
    "it is due on {} and not broken before",
    "民法典 578",
    "期限届满前，只有对方明确表示不履行的才算违约",
);
pub(super) const NOT_BROKEN: Words = words(
    "NOT_BROKEN",
    "没有登记该项违约",
    "no breach of it is on record",
    "人民调解法 32",
    "请先核实并登记违约",
);
pub(super) const NO_CERTIFICATE: Words = words(
    "NO_CERTIFICATE",
    "不是公证债权文书，不需要执行证书",
    "not a notarised instrument: no execution certificate",
    "T-G-05",
    "请按协议的效力选择途径",
);
pub(super) const CERTIFICATE_ASKED: Words = words(
    "CERTIFICATE_ASKED",
    "第{}期已申请执行证书",
    "the certificate of instalment {} was asked for",
    "T-G-05",
    "取得后申请执行",
);
pub(super) const CERTIFICATE_WANTED: Words = words(
    "CERTIFICATE_WANTED",
    "该期没有执行证书，法院不受理执行申请",
    "without an execution certificate the court does not accept",
    "T-G-05",
    "请先向公证机构申请执行证书",
);
pub(super) const NOT_ENFORCEABLE: Words = words(
    "NOT_ENFORCEABLE",
    "{}不能直接申请强制执行",
    "no title for enforcement: {}",
    "人民调解法 32；民事诉讼法 247",
    "可以起诉、申请支付令或者仲裁，以协议的效力为准",
);
pub(super) const NO_ENFORCEMENT: Words = words(
    "NO_ENFORCEMENT",
    "没有正在进行的执行",
    "no enforcement goes on",
    "T-G-01",
    "请先登记执行申请",
);
pub(super) const UNDER_ENFORCEMENT: Words = words(
    "UNDER_ENFORCEMENT",
    "正在强制执行",
    "enforcement goes on",
    "T-G-01",
    "请等待执行结果；可以在执行中和解",
);
pub(super) const ORDER_OPEN: Words = words(
    "ORDER_OPEN",
    "支付令程序正在进行",
    "a payment order is open",
    "T-F-03；T-F-04",
    "请等待支付令的结果",
);
pub(super) const ORDER_ONCE: Words = words(
    "ORDER_ONCE",
    "就该协议已经申请过支付令",
    "a payment order was asked for before",
    "民诉法解释 427",
    "支付令失效的可以起诉；生效的可以申请执行",
);
pub(super) const ORDER_NOT_OPEN: Words = words(
    "ORDER_NOT_OPEN",
    "不符合申请支付令的条件：须是到期、数额确定的金钱；劳动争议限劳动报酬、工伤医疗费、经济补偿、赔偿金",
    "no payment order: money due and fixed; in labour matters wages, injury costs, severance, damages",
    "T-F-01；T-F-08",
    "请选择其他途径",
);
pub(super) const NO_ORDER: Words =
    words("NO_ORDER", "没有申请支付令", "no payment order was asked for", "T-F-02", "请先登记申请");
pub(super) const ENFORCE_INSTEAD: Words = words(
    "ENFORCE_INSTEAD",
    "协议有强制执行效力（{}），不再就协议起诉或者另订",
    "the agreement is enforceable ({}), so it is neither sued on nor replaced",
    "民事诉讼法 247、250",
    "请申请强制执行，执行中可以和解",
);
pub(super) const ARBITRATION_FIRST: Words = words(
    "ARBITRATION_FIRST",
    "劳动争议调解协议不履行的，应当先申请仲裁",
    "on a labour agreement arbitration comes first",
    "劳动争议调解仲裁法 5、15；劳动争议解释（一）13、51",
    "请申请劳动仲裁；支付令失效的，或者仅就劳动报酬达成协议的，可以直接起诉",
);
pub(super) const NO_ARBITRATION: Words = words(
    "NO_ARBITRATION",
    "不是劳动争议调解协议",
    "not a labour mediation agreement",
    "劳动争议调解仲裁法 15",
    "请就协议起诉",
);
pub(super) const NO_PENALTY: Words = words(
    "NO_PENALTY",
    "不是治安调解协议",
    "not a public-order agreement",
    "T-N-05",
    "请按协议的效力选择途径",
);
pub(super) const SAME_TEXT: Words = words(
    "SAME_TEXT",
    "没有另订的文本",
    "there is no other text",
    "民法典 543",
    "请提交各方另行签订的文本",
);
pub(super) const NOT_ALL_AGREED: Words = words(
    "NOT_ALL_AGREED",
    "当事人{}没有同意另订协议",
    "party {} has not agreed to another agreement",
    "民法典 543",
    "请先取得当事人{}同意",
);
pub(super) const PAPER_WANTED: Words = words(
    "PAPER_WANTED",
    "没有写明撤销或者确认无效的裁判文书",
    "the decision that annuls it is not named",
    "民法典 147–151；人民调解法 32",
    "协议只能由人民法院或者仲裁机构撤销、确认无效，请填写文书编号",
);
