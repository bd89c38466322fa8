//! What the codes of a view are called on paper.

use jiefen_vocab::{DisputeKind, Outcome, TrackKind};

/// The word that stands on a paper for a code, by the last name of its path; the text itself where it is no code.
pub(crate) fn of(name: &str, code: &str) -> Option<String> {
    let zh = match name {
        "kind" if code.parse::<DisputeKind>().is_ok() => {
            let kind = code.parse::<DisputeKind>().map_or("其他", |kind| kind.zh());
            return Some(if kind.ends_with("争议") {
                kind.to_owned()
            } else {
                format!("{kind}纠纷")
            });
        }
        "kind" => claim(code).or_else(|| act(code)),
        "track" => code.parse::<TrackKind>().ok().map(TrackKind::zh).or_else(|| trial(code)),
        "outcome" => code.parse::<Outcome>().ok().map(Outcome::zh),
        "measures" => measure(code),
        "origin" => title(code),
        "ending" | "ground" | "branch" | "route" | "verdict" | "result" | "competence" => None,
        _ => return Some(code.to_owned()),
    };
    zh.map(str::to_owned)
}

/// The word of a choice for a code; it must be one of the field's options.
pub(crate) fn choice(code: &str, options: &[String]) -> Option<String> {
    let words = CHOICES.iter().filter(|(of, _)| *of == code).map(|(_, zh)| (*zh).to_owned());
    words.chain([code.to_owned()]).find(|word| options.contains(word))
}

/// Codes and the options of papers that say the same.
#[rustfmt::skip]
const CHOICES: &[(&str, &str)] = &[
    ("application", "当事人申请"), ("own_initiative", "主动调解"), ("hand_off", "有关部门移交"),
    ("goes_on", "约定再次调解"), ("agreed_in_substance", "达成协议"), ("no_agreement", "未达成协议"),
    ("failed", "调解不成"), ("withdrawn", "当事人撤回"), ("transferred", "转其他途径"),
    ("written", "达成书面协议"), ("oral", "达成口头协议"),
    ("settled", "达成协议"), ("failed", "未达成协议"), ("withdrawn", "一方退出调解"),
    ("ordinary", "普通程序"), ("simplified", "简易程序"),
    ("final", "终局裁决"), ("non_final", "非终局裁决"),
    ("agreed_statement", "经本院主持调解"),
    ("withdrawn", "准许原告撤回起诉"), ("deemed_withdrawn", "按原告撤回起诉处理"),
    ("withdrawn", "申请人撤回行政复议申请，本机关准予撤回"), ("settled", "当事人达成和解，申请人撤回行政复议申请"),
    ("terminated", "出现行政复议法第四十一条规定的其他终止情形"),
];

fn claim(code: &str) -> Option<&'static str> {
    Some(match code {
        "wages" => "支付劳动报酬",
        "injury_medical" => "支付工伤医疗费",
        "compensation" => "支付经济补偿",
        "damages" => "支付赔偿金",
        "national_standard" => "执行国家劳动标准",
        "relation" => "确认劳动关系",
        "other" => "其他请求",
        _ => return None,
    })
}

/// What a protection order forbids or commands.
fn measure(code: &str) -> Option<&'static str> {
    Some(match code {
        "no_violence" => "禁止被申请人对申请人实施家庭暴力；",
        "no_contact" => "禁止被申请人骚扰、跟踪、接触申请人及其相关近亲属；",
        "move_out" => "责令被申请人迁出申请人住所；",
        "keep_away" => "禁止被申请人在申请人的住所、学校、工作单位等场所及周边活动；",
        "no_threats" => "禁止被申请人以网络、电话等方式侮辱、诽谤、威胁申请人及其相关近亲属；",
        _ => return None,
    })
}

/// What is enforced.
fn title(code: &str) -> Option<&'static str> {
    Some(match code {
        "judgment" => "生效的民事判决、裁定、调解书",
        "confirmation" => "司法确认裁定",
        "payment_order" => "支付令",
        "award" => "仲裁裁决、仲裁调解书",
        "notarised" => "公证债权文书",
        _ => return None,
    })
}

fn act(code: &str) -> Option<&'static str> {
    Some(match code {
        "on_the_spot" => "当场作出的行政处罚",
        "warning" => "警告、通报批评",
        "penalty" => "行政处罚",
        "coercion" => "行政强制",
        "licence" => "行政许可",
        "natural_resource" => "自然资源确权",
        "expropriation" => "征收征用及补偿",
        "failure_to_act" => "不履行法定职责",
        "information" => "政府信息公开",
        "agreement" => "行政协议",
        "agency_mediation" => "行政调解",
        _ => return None,
    })
}

fn trial(code: &str) -> Option<&'static str> {
    Some(match code {
        "small_claims" => "小额诉讼程序",
        "summary" => "简易程序",
        "ordinary" => "普通程序",
        _ => return None,
    })
}
