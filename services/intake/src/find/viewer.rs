//! Who asks, and what of the disputes is in her view: the same that decides whether she may read one, as part
//! of the question to the database.

use jiefen_ledger::Error;
use jiefen_ledger::found::Tokens;
use jiefen_platform::auth::{Staff, may_read};
use jiefen_procedure::Refused;
use jiefen_vocab::{Agency, Role};

use super::tokens::{held_by, only_for};

/// Whose view it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Viewer {
    /// The node's own staff: all that the node holds or held.
    Own {
        /// The unit.
        unit: Agency,
    },
    /// A supervising post of a unit above: all of the node, without the names and accounts of minors' disputes.
    Above {
        /// The unit.
        unit: Agency,
    },
    /// Staff of another unit: what that unit holds or has held.
    Other {
        /// The unit.
        unit: Agency,
    },
}

impl Viewer {
    /// The view of a member of staff at this node.
    ///
    /// # Errors
    /// A party is not staff.
    pub fn of(staff: &Staff, node: Agency) -> Result<Viewer, Error> {
        let unit = staff.agency;
        if staff.roles.iter().all(|role| *role == Role::Party) {
            return Err(Error::Forbidden(Refused {
                name: "NOT_STAFF".to_owned(),
                zh: "检索纠纷仅限工作人员".to_owned(),
                en: "only staff search the disputes".to_owned(),
                basis: "个人信息保护法28、33".to_owned(),
                instead: "请凭回执编号向受理单位查询本人的纠纷".to_owned(),
            }));
        }
        Ok(match (unit == node, may_read(staff, node)) {
            (true, _) => Viewer::Own { unit },
            (false, true) => Viewer::Above { unit },
            (false, false) => Viewer::Other { unit },
        })
    }

    /// The unit.
    pub const fn unit(self) -> Agency {
        match self {
            Viewer::Own { unit } | Viewer::Above { unit } | Viewer::Other { unit } => unit,
        }
    }

    /// What must hold of a case's terms or keys so that it is found by these, one of two: in the open, or
    /// among what stands there for this unit alone.
    pub fn alternatives(self, asked: &Tokens) -> [Tokens; 2] {
        let mut asked = asked.clone();
        match self {
            Viewer::Own { .. } | Viewer::Above { .. } => {}
            Viewer::Other { unit } => asked.add(&held_by(unit)),
        }
        let own = only_for(self.unit(), &asked);
        [asked, own]
    }
}
