//! Materials 材料 of a dispute: what is filed at a unit is told to those who took part, with the offer or in a report of
//! progress; the bytes stay with the unit that filed them until another one asks. Only units that took part are heard.

mod bytes;
mod gather;
mod migrate;

use std::collections::{BTreeMap, BTreeSet};

use jiefen_handoff::{Custody, Message};
use jiefen_procedure::material::{Material, Part, Wanted};
use jiefen_procedure::{Actor, Beside, Refused};
use jiefen_vocab::{Agency, DisputeId, Moment};
use serde::{Deserialize, Serialize};

use crate::area::Area;
use crate::draft::{Draft, Entry, Stop};
use crate::error::{Error, corrupt};
use crate::world::DeskFile;

pub use gather::Where;
pub(crate) use migrate::Materials;

/// The most materials that one dispute has at a unit by its own filing.
pub const FILED_MAX: usize = 200;
/// The most that are known of a dispute, with those of others.
const KNOWN_MAX: usize = 2000;
/// A request for bytes that was not answered may be made again after so many seconds.
const ASK_AGAIN: i64 = 3600;

/// A material as this unit knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownMaterial {
    /// The material.
    #[serde(flatten)]
    pub material: Material,
    /// Who told of it: the unit from which its bytes are had. None: it was filed here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Agency>,
}

/// The materials of one dispute at this unit, in the order in which they became known: a number is a place in the list,
/// from 1, and stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct MaterialFile {
    /// Those that are known.
    #[serde(default)]
    pub list: Vec<KnownMaterial>,
    /// Whose bytes were asked for, and when.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub asked: BTreeMap<String, Moment>,
    /// Whose bytes have come whole from the unit that keeps them.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub came: BTreeSet<String>,
    /// Who waits here for bytes that come from elsewhere.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub waiting: BTreeMap<String, BTreeSet<Agency>>,
    /// Who offered the dispute or gave a task of it: a desk that has handed it on does not know them any more.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub givers: BTreeSet<Agency>,
}

impl MaterialFile {
    /// The material with this hash.
    pub fn find(&self, sha256: &str) -> Option<&KnownMaterial> {
        self.list.iter().find(|known| known.material.sha256 == sha256)
    }

    /// As it is stored: nothing for nothing.
    pub fn write(&self) -> Result<String, Error> {
        if *self == MaterialFile::default() {
            return Ok(String::new());
        }
        serde_json::to_string(self).map_err(corrupt("write the materials"))
    }

    /// As it was stored.
    pub fn read(text: &str) -> Result<MaterialFile, Error> {
        if text.is_empty() {
            return Ok(MaterialFile::default());
        }
        serde_json::from_str(text).map_err(corrupt("read the materials"))
    }
}

/// The other units that have or had a part in the dispute, as far as this unit knows.
fn took_part(file: &DeskFile, me: Agency) -> BTreeSet<Agency> {
    let desk = &file.desk;
    let mut units = file.materials.givers.clone();
    units.extend(desk.duties.iter().map(|duty| duty.to));
    units.extend(desk.handed.values().map(|handed| handed.to));
    units.extend(desk.pending.iter().map(|pending| pending.from));
    units.extend(desk.tentative.iter().map(|tentative| tentative.from));
    units.extend(desk.tasks.values().chain(desk.given.values()).map(|task| task.with));
    match &desk.custody {
        Custody::Passed { to, .. } | Custody::Offered { to, .. } => {
            units.insert(*to);
        }
        Custody::None | Custody::Holder { .. } => {}
    }
    units.remove(&me);
    units
}

fn refused(name: &str, zh: &str, en: &str, instead: &str) -> Error {
    Error::Refused(Refused {
        name: name.to_owned(),
        zh: zh.to_owned(),
        en: en.to_owned(),
        basis: "实施方案 八(一) C-263".to_owned(),
        instead: instead.to_owned(),
    })
}

/// What the journal says of a material.
#[derive(Clone, Copy)]
enum Turn {
    Filed,
    Heard,
    Asked,
    Given,
}

impl Turn {
    const fn code(self) -> &'static str {
        match self {
            Turn::Filed => "material_filed",
            Turn::Heard => "material_heard",
            Turn::Asked => "material_asked",
            Turn::Given => "material_given",
        }
    }
}

impl<A: Area> Draft<'_, A> {
    /// Files a material: who, when and which content stays on record, and the units that took part are told.
    pub(crate) fn file(
        &mut self,
        dispute: DisputeId,
        material: &Material,
        actor: &Actor,
    ) -> Result<(), Stop> {
        let mut file = self.desk(dispute)?.clone();
        if file.materials.find(&material.sha256).is_some() {
            return Err(refused(
                "ATTACHED_ALREADY",
                "这份材料已经在案，内容完全相同",
                "this paper is on file already, byte for byte",
                "不必重复上传，请查看材料清单",
            )
            .into());
        }
        let own = file.materials.list.iter().filter(|known| known.from.is_none()).count();
        if own >= FILED_MAX || file.materials.list.len() >= KNOWN_MAX {
            return Err(refused(
                "TOO_MANY_PAPERS",
                "一件纠纷在一个单位最多收存200份材料",
                "a dispute has at most 200 papers at a unit",
                "请将零散材料合并为一个文件后上传",
            )
            .into());
        }
        file.materials.list.push(KnownMaterial { material: material.clone(), from: None });
        self.desks.insert(dispute, file);
        self.record_material(dispute, Turn::Filed, material, self.set.me, actor)?;
        self.tell_materials(dispute, std::slice::from_ref(material), None, actor)
    }

    /// Tells the units that took part, but not the one that told of it nor the one that filed it.
    fn tell_materials(
        &mut self,
        dispute: DisputeId,
        materials: &[Material],
        told_by: Option<Agency>,
        actor: &Actor,
    ) -> Result<(), Stop> {
        for to in took_part(self.desk(dispute)?, self.set.me) {
            let news: Vec<Material> =
                materials.iter().filter(|one| one.unit != to).cloned().collect();
            if Some(to) != told_by && !news.is_empty() {
                self.note(dispute, "materials_told", &to.to_string(), actor);
                self.beside_progress(dispute, to, Beside { materials: news, ..Beside::default() })?;
            }
        }
        Ok(())
    }

    /// A report of progress that moves nothing and carries something.
    fn beside_progress(
        &mut self,
        dispute: DisputeId,
        to: Agency,
        beside: Beside,
    ) -> Result<(), Stop> {
        let epoch = self.desk(dispute)?.desk.mark;
        let message =
            Message::ProgressReported { epoch, at: self.set.now, track: None, next: None };
        self.post(dispute, to, &message, &beside);
        Ok(())
    }

    /// Takes in what a report of progress brings beside it: papers and materials, and the bytes of these; false: it brings
    /// nothing and is a report.
    pub(crate) fn carried(
        &mut self,
        dispute: DisputeId,
        from: Agency,
        beside: &Beside,
    ) -> Result<bool, Stop> {
        if !beside.issued.is_empty() {
            self.heard_of(dispute, from, &beside.issued)?;
        } else if let Some(wanted) = &beside.wanted {
            let here = std::mem::take(&mut self.bytes);
            self.give(dispute, from, wanted, &here)?;
        } else if let Some(part) = &beside.part {
            self.part_came(dispute, from, part)?;
        } else if !beside.materials.is_empty() {
            self.heard_materials(dispute, from, &beside.materials)?;
        } else {
            return Ok(false);
        }
        Ok(true)
    }

    /// Takes in what came with an offer or a task, and keeps in mind who gave it.
    pub(crate) fn given_by(
        &mut self,
        dispute: DisputeId,
        from: Agency,
        told: &[Material],
    ) -> Result<(), Stop> {
        let mut file = self.desk(dispute)?.clone();
        let offered = file.desk.pending.iter().any(|pending| pending.from == from);
        let tasked = file.desk.tasks.values().any(|task| task.with == from);
        if (offered || tasked) && file.materials.givers.insert(from) {
            self.desks.insert(dispute, file);
        }
        self.heard_materials(dispute, from, told)
    }

    /// Keeps what another unit tells of the dispute's materials, when that unit took part.
    pub(crate) fn heard_materials(
        &mut self,
        dispute: DisputeId,
        from: Agency,
        told: &[Material],
    ) -> Result<(), Stop> {
        if told.is_empty() {
            return Ok(());
        }
        let mut file = self.desk(dispute)?.clone();
        if !took_part(&file, self.set.me).contains(&from) {
            tracing::warn!(unit = %from, %dispute, "a unit that has no part in a dispute told of a material");
            return Ok(());
        }
        let mut news = Vec::new();
        for material in told {
            if file.materials.find(&material.sha256).is_some() {
                continue;
            }
            if file.materials.list.len() >= KNOWN_MAX {
                tracing::warn!(unit = %from, %dispute, "more materials of a dispute than are kept");
                break;
            }
            let known = KnownMaterial { material: material.clone(), from: Some(from) };
            file.materials.list.push(known);
            news.push(material.clone());
        }
        if news.is_empty() {
            return Ok(());
        }
        self.desks.insert(dispute, file);
        let actor = self.system();
        for material in &news {
            self.record_material(dispute, Turn::Heard, material, from, &actor)?;
        }
        self.tell_materials(dispute, &news, Some(from), &actor)
    }

    /// Asks for the bytes of a material that was filed elsewhere; what was asked for a short while ago is not asked again.
    pub(crate) fn want(
        &mut self,
        dispute: DisputeId,
        sha256: &str,
        actor: &Actor,
    ) -> Result<(), Stop> {
        let mut file = self.desk(dispute)?.clone();
        let Some(known) = file.materials.find(sha256).cloned() else {
            let name = sha256.chars().take(16).collect();
            return Err(Error::NotFound { what: "材料", what_en: "material", name }.into());
        };
        let Some(from) = known.from else { return Ok(()) };
        let before = file.materials.asked.get(sha256).copied();
        if before.is_some_and(|at| at.plus_seconds(ASK_AGAIN) > self.set.now) {
            return Ok(());
        }
        file.materials.asked.insert(sha256.to_owned(), self.set.now);
        self.desks.insert(dispute, file);
        self.record_material(dispute, Turn::Asked, &known.material, from, actor)?;
        let wanted = Wanted { sha256: sha256.to_owned(), from: 0 };
        self.beside_progress(dispute, from, Beside { wanted: Some(wanted), ..Beside::default() })
    }

    /// Another unit asks for bytes: `here` are the parts that this unit has of them. What was filed elsewhere is asked for
    /// there, and goes on when it comes.
    pub(crate) fn give(
        &mut self,
        dispute: DisputeId,
        to: Agency,
        wanted: &Wanted,
        here: &[Part],
    ) -> Result<(), Stop> {
        let mut file = self.desk(dispute)?.clone();
        let known = file.materials.find(&wanted.sha256).cloned();
        let known = known.filter(|_| took_part(&file, self.set.me).contains(&to));
        let Some(known) = known else {
            tracing::warn!(unit = %to, %dispute, "bytes were asked for by a unit that may not have them");
            return Ok(());
        };
        let actor = self.system();
        if wanted.from == 0 {
            self.record_material(dispute, Turn::Given, &known.material, to, &actor)?;
        }
        // What another unit told of is given as it came from there: a hash alone opens no content that lies here.
        let may = known.from.is_none() || file.materials.came.contains(&wanted.sha256);
        if may && !here.is_empty() {
            for part in here {
                let beside = Beside { part: Some(part.clone()), ..Beside::default() };
                self.beside_progress(dispute, to, beside)?;
            }
            return Ok(());
        }
        let Some(from) = known.from.filter(|from| *from != to && wanted.from == 0) else {
            return Ok(());
        };
        file.materials.waiting.entry(wanted.sha256.clone()).or_default().insert(to);
        self.desks.insert(dispute, file);
        let wanted = Some(wanted.clone());
        self.beside_progress(dispute, from, Beside { wanted, ..Beside::default() })
    }

    /// A part of the bytes has come: it goes on to whoever waits for it, and the next ones are asked for. That it lies in the
    /// inbox is enough to keep it.
    pub(crate) fn part_came(
        &mut self,
        dispute: DisputeId,
        from: Agency,
        part: &Part,
    ) -> Result<(), Stop> {
        let mut file = self.desk(dispute)?.clone();
        let known = file.materials.find(&part.sha256).map(|known| known.from);
        if known != Some(Some(from)) || !took_part(&file, self.set.me).contains(&from) {
            tracing::warn!(unit = %from, %dispute, "bytes came from a unit that has none to give");
            return Ok(());
        }
        let next = part.no.saturating_add(1);
        let is_last = next >= part.of;
        let waiting = file.materials.waiting.get(&part.sha256).cloned().unwrap_or_default();
        if is_last {
            file.materials.waiting.remove(&part.sha256);
            file.materials.asked.remove(&part.sha256);
            file.materials.came.insert(part.sha256.clone());
            self.desks.insert(dispute, file);
        }
        for to in waiting {
            let beside = Beside { part: Some(part.clone()), ..Beside::default() };
            self.beside_progress(dispute, to, beside)?;
        }
        if is_last || !next.is_multiple_of(bytes::WINDOW) {
            return Ok(());
        }
        let wanted = Some(Wanted { sha256: part.sha256.clone(), from: next });
        self.beside_progress(dispute, from, Beside { wanted, ..Beside::default() })
    }

    fn record_material(
        &mut self,
        dispute: DisputeId,
        turn: Turn,
        material: &Material,
        unit: Agency,
        actor: &Actor,
    ) -> Result<(), Stop> {
        let code = turn.code();
        let told = serde_json::to_value(material).map_err(corrupt("write of a material"))?;
        let body = serde_json::json!({ code: { "unit": unit, "material": told } });
        self.journal.push(Entry {
            id: (self.set.ids)(),
            case: dispute.to_string(),
            dispute: Some(dispute),
            version: 0,
            fact: format!("handoff.{code}"),
            body: body.to_string(),
            actor: actor.clone(),
        });
        Ok(())
    }
}
