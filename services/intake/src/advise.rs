//! What the machine says of a registration, before it is one.

use jiefen_county::County;
use jiefen_intake_rules::advised::advised;
use jiefen_intake_rules::content::{Content, ContentFault, check_place, check_text};
use jiefen_ledger::wire::{Fields, date_to};
use jiefen_ledger::{Error, Identity};
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_triage::advice::Advice;
use jiefen_vocab::{Channel, DisputeKind, Fen, Private};
use jiff::civil::Date;

/// What somebody asks.
#[derive(Debug)]
pub struct Asked {
    content: Content,
    kind: Option<DisputeKind>,
    channel: Channel,
    day: Date,
}

/// Parses a question.
///
/// # Errors
/// Every wrong field.
pub fn parse(m: &pb::AdviseRequest) -> Result<Asked, Error> {
    let mut fields = Fields::new();
    let kind = fields.parse_optional::<DisputeKind>("kind", &m.kind);
    let place = fields.parse("place", &m.place);
    let other_places = fields.parse_all("other_places", &m.other_places);
    let channel = fields.parse("channel", &m.channel);
    let day = fields.date("on", m.on.as_ref());
    let parties = fields.parties("parties", &m.parties);
    if let Err(fault) = check_text(&m.summary) {
        fields.fault("summary", told(&fault));
    }
    if let Some(Err(fault)) = place.map(check_place) {
        fields.fault("place", told(&fault));
    }
    let asked = (|| {
        let summary = Private::new(m.summary.clone());
        let mut content = Content::first_words(DisputeKind::Other, place?, summary);
        content.other_places = other_places;
        content.people = m.people.max(u32::try_from(parties.len()).unwrap_or(u32::MAX)).max(1);
        content.parties = parties;
        content.amount = m.amount_fen.map(Fen);
        Some(Asked { content, kind, channel: channel?, day: day? })
    })();
    fields.done(asked)
}

/// What is wrong, on what legal basis, and what would be right.
fn told(fault: &ContentFault) -> String {
    format!("{}；{}〔{}〕({})", fault.zh(), fault.instead(), fault.basis(), fault.en())
}

/// Answers a question.
pub fn advise(asked: &Asked, identity: &Identity) -> pb::AdviseResponse {
    let advice = advised(&asked.content, asked.kind, asked.channel, identity.me, asked.day);
    let of = |county: &County| {
        let what = (advice.kind, advice.track);
        county.responsible(&advice.unit, what, asked.content.place, asked.day)
    };
    let responsible = identity.county.as_deref().and_then(of).map(|unit| pb::ResponsibleUnit {
        agency: unit.agency.to_string(),
        name: unit.name,
        node: unit.node.to_string(),
        clause: unit.power.map(|power| power.clause).unwrap_or_default(),
    });
    pb::AdviseResponse { advice: Some(shown(&advice)), responsible }
}

/// An advice as it is shown.
pub fn shown(advice: &Advice) -> pb::Advice {
    let sign = |sign: &jiefen_triage::sign::Sign| pb::Sign {
        flag: sign.flag.code().to_owned(),
        because: sign.because.clone(),
        clause: sign.clause.clone(),
    };
    let rejected = |rejected: &jiefen_triage::advice::Rejected| pb::Rejected {
        rule: rejected.rule.clone(),
        unit: rejected.unit.clone(),
        track: rejected.track.code().to_owned(),
    };
    let clock = advice.clock.as_ref();
    pb::Advice {
        version: advice.version.clone(),
        kind: advice.kind.code().to_owned(),
        confidence: f32::from(advice.confidence) / 1000.0,
        second: advice.second.code().to_owned(),
        words: advice.words.clone(),
        signs: advice.signs.iter().map(sign).collect(),
        rule: advice.rule.clone(),
        clause: advice.clause.clone(),
        unit: advice.unit.clone(),
        with: advice.with.clone(),
        track: advice.track.code().to_owned(),
        fallback: advice.fallback.iter().map(|track| track.code().to_owned()).collect(),
        limit: clock.map(|clock| clock.rule.clone()).unwrap_or_default(),
        from: clock.map(|clock| date_to(clock.from)),
        due: clock.map(|clock| date_to(clock.due)),
        provisional: clock.is_some_and(|clock| clock.provisional),
        rejected: advice.rejected.iter().map(rejected).collect(),
        why: advice.why.clone(),
        several: advice
            .several
            .iter()
            .map(|matter| pb::Matter {
                kind: matter.kind.code().to_owned(),
                begins: matter.begins.reveal().clone(),
            })
            .collect(),
        changes: advice.changes.iter().map(|change| change.zh().to_owned()).collect(),
    }
}
