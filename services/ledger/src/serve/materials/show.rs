//! Materials as callers see them.

use jiefen_procedure::Refused;
use jiefen_proto::jiefen::node::v1 as pb;
use jiefen_vocab::Agency;

use crate::area::Area;
use crate::error::Error;
use crate::materials::{KnownMaterial, Where};
use crate::serve::App;
use crate::wire::date_to;

/// One material with its number.
pub(super) fn material<A: Area>(
    app: &App<A>,
    no: u32,
    known: &KnownMaterial,
    place: Where,
) -> pb::Material {
    let one = &known.material;
    let (unit_name, phone) = unit(app, one.unit);
    let place = match place {
        Where::Here => "here",
        Where::Asked => "asked",
        Where::There => "there",
    };
    pb::Material {
        no,
        sha256: one.sha256.clone(),
        name: one.name.reveal().clone(),
        media_type: one.media_type.clone(),
        size: one.size,
        unit: one.unit.to_string(),
        unit_name,
        phone,
        person: one.person.clone(),
        on: Some(date_to(one.at.day())),
        place: place.to_owned(),
        party: one.party,
    }
}

/// Name and telephone of a unit, as the register has them.
fn unit<A: Area>(app: &App<A>, agency: Agency) -> (String, String) {
    let identity = app.ledger.identity();
    let register = identity.county.as_ref().map(|county| county.on(identity.clock.now().day()));
    let profile = register.as_ref().and_then(|on| on.get(agency)).map(|entry| &entry.profile);
    let phone = profile.and_then(|profile| profile.phone.clone()).unwrap_or_default();
    (profile.map(|profile| profile.name.clone()).unwrap_or_default(), phone)
}

impl<A: Area> App<A> {
    /// The bytes of a material are not here.
    pub fn material_elsewhere(&self, known: &KnownMaterial) -> Error {
        let (name, phone) = unit(self, known.material.unit);
        let name = if name.is_empty() { known.material.unit.to_string() } else { name };
        let phone = if phone.is_empty() { phone } else { format!("，电话{phone}") };
        Error::Refused(Refused {
            name: "MATERIAL_ELSEWHERE".to_owned(),
            zh: format!("这份材料的原件存在{name}，还没有调到本单位"),
            en: "the bytes of this material are at the unit that filed it".to_owned(),
            basis: "实施方案 八(一) C-263".to_owned(),
            instead: format!("请先点“调取”，到了就能下载；急用请联系{name}{phone}"),
        })
    }
}
