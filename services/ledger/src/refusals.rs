//! The refusals that every area shares.

use jiefen_handoff as handoff;
use jiefen_procedure::Refused;
use jiefen_vocab::{Agency, Role};

/// The role may not give this command.
pub(crate) fn role(command: &str, role: Role, allowed: &[Role]) -> Refused {
    let names: Vec<&str> = allowed.iter().map(|role| role.zh()).collect();
    Refused {
        name: "ROLE_MAY_NOT".to_owned(),
        zh: format!("{}不能办理“{command}”", role.zh()),
        en: format!("the role {role} may not give the command {command}"),
        basis: "岗位权限表".to_owned(),
        instead: if names.is_empty() {
            "该步骤由系统按法定期限自动作出".to_owned()
        } else {
            format!("请由{}办理", names.join("、"))
        },
    }
}

/// The dispute is not this agency's to act on.
pub(crate) fn not_holding(command: &str, holder: Option<Agency>) -> Refused {
    let (zh, en) = match holder {
        Some(holder) => (format!("现由 {holder} 负责"), format!("{holder} is responsible")),
        None => ("尚未交到本单位".to_owned(), "it has not been handed to this agency".to_owned()),
    };
    Refused {
        name: "NOT_HOLDING".to_owned(),
        zh: format!("本单位不是该纠纷的责任单位，不能办理“{command}”：{zh}"),
        en: format!("this agency does not hold the dispute: {en}"),
        basis: "贺党办〔2021〕15号 五(二)2（首问负责、指定责任单位）".to_owned(),
        instead: "请由责任单位办理，或者先受理移交".to_owned(),
    }
}

/// A refusal of the hand-off protocol.
pub(crate) fn handoff(refusal: &handoff::Refusal) -> Refused {
    Refused {
        name: refusal.code().to_owned(),
        zh: refusal.zh().to_string(),
        en: refusal.en().to_string(),
        basis: refusal.basis().to_string(),
        instead: refusal.instead().to_string(),
    }
}
