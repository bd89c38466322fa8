//! Materials on the wire between units.

use jiefen_procedure::material::{Material, Part, Wanted};
use jiefen_proto::jiefen::handoff::v1 as wire;
use jiefen_vocab::{Moment, Private};

use crate::wire::Fields;

/// The longest text of a material that another unit tells of.
const TEXT_MAX: usize = 300;
/// The most materials that one message may tell of.
const LIST_MAX: usize = 2000;

pub(super) fn material_to(material: &Material) -> wire::Material {
    wire::Material {
        sha256: material.sha256.clone(),
        name: material.name.reveal().clone(),
        media_type: material.media_type.clone(),
        size: material.size,
        unit: material.unit.to_string(),
        person: material.person.clone(),
        at_micros: material.at.0,
        party: material.party,
    }
}

/// Those that another unit tells of.
pub(super) fn materials_from(fields: &mut Fields, told: &[wire::Material]) -> Vec<Material> {
    if told.len() > LIST_MAX {
        fields.fault("materials", "材料过多 (too many materials)");
    }
    told.iter().take(LIST_MAX).filter_map(|one| material_from(fields, one)).collect()
}

fn material_from(fields: &mut Fields, told: &wire::Material) -> Option<Material> {
    let name: String = told.name.chars().filter(|letter| !letter.is_control()).collect();
    Some(Material {
        sha256: hash(fields, "materials.sha256", &told.sha256)?,
        name: Private::new(fields.text("materials.name", &name, TEXT_MAX)?),
        media_type: fields.text("materials.media_type", &told.media_type, TEXT_MAX)?,
        size: told.size,
        unit: fields.parse("materials.unit", &told.unit)?,
        person: told.person.chars().take(TEXT_MAX).collect(),
        at: Moment(told.at_micros),
        party: told.party,
    })
}

/// A SHA-256 as it is written among the services.
pub(crate) fn hash(fields: &mut Fields, field: &str, text: &str) -> Option<String> {
    let text = text.to_ascii_lowercase();
    if text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Some(text);
    }
    fields.fault(field, "应为64位十六进制的SHA-256值 (64 hex digits)");
    None
}

pub(super) fn wanted_to(wanted: &Wanted) -> wire::MaterialWanted {
    wire::MaterialWanted { sha256: wanted.sha256.clone(), from: wanted.from }
}

pub(super) fn wanted_from(wanted: &wire::MaterialWanted) -> Wanted {
    Wanted { sha256: wanted.sha256.clone(), from: wanted.from }
}

pub(super) fn part_to(part: &Part) -> wire::MaterialPart {
    let (sha256, content) = (part.sha256.clone(), part.content.reveal().clone());
    wire::MaterialPart { sha256, no: part.no, of: part.of, content }
}

pub(super) fn part_from(part: wire::MaterialPart) -> Part {
    let content = Private::new(part.content);
    Part { sha256: part.sha256, no: part.no, of: part.of, content }
}
