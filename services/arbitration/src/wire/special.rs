//! Simplified handling, collective cases, partial awards.

use jiefen_arbitration_rules::labour_arbitration::{
    AskSetAside, ByParty, Command, FormTripartite, Guide, MakeAward, MinimumWage, NotifyHearing,
    On, RuleSetAside, Seat, ShortenDefence, SimplifiedBar, SimplifiedGround, Simplify,
};
use jiefen_ledger::wire::Fields;
use jiefen_proto::jiefen::arbitration::v1 as pb;
use jiff::civil::Date;

use super::{parts, verb};

verb! { simplify(SimplifyRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    ground = ground(&mut fields, m);
    bars = bars(&mut fields, &m.bars);
} => Command::Simplify(Simplify { on, ground, bars }) }

verb! { shorten_defence(ShortenDefenceRequest) |m, fields| {
    party = parts::party(&mut fields, "party", m.party);
    until = until(&mut fields, m);
    on = fields.date("on", m.on.as_ref());
} => Command::ShortenDefence(ShortenDefence { party, until, on }) }

verb! { notify_simply(NotifySimplyRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    hearing_on = fields.date("hearing_on", m.hearing_on.as_ref());
} => Command::NotifySimply(NotifyHearing { on, hearing_on }) }

verb! { confirm_notice(ConfirmNoticeRequest) |m, fields| {
    party = parts::party(&mut fields, "party", m.party);
    on = fields.date("on", m.on.as_ref());
} => Command::ConfirmNotice(ByParty { party, on }) }

verb! { convert_to_ordinary(ConvertToOrdinaryRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
} => Command::ConvertToOrdinary(On { on }) }

verb! { mark_collective_contract(MarkCollectiveContractRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
} => Command::MarkCollectiveContract(On { on }) }

verb! { form_tripartite(FormTripartiteRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    seats = seats(&mut fields, &m.seats);
} => Command::FormTripartite(FormTripartite { on, seats }) }

verb! { guide(GuideRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    helpers = helpers(&mut fields, &m.helpers);
} => Command::Guide(Guide { on, helpers }) }

verb! { award_part(AwardPartRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    items = parts::items(&mut fields, &m.items);
    monthly = parts::money(&mut fields, "minimum_wage_fen", m.minimum_wage_fen);
    year = parts::year(&mut fields, "minimum_wage_year", m.minimum_wage_year);
    source = fields.text("minimum_wage_source", &m.minimum_wage_source, parts::NAME);
} => Command::AwardPart(MakeAward { on, items, minimum_wage: MinimumWage { monthly, year, source } }) }

verb! { ask_set_aside_part(AskSetAsidePartRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    party = parts::party(&mut fields, "party", m.party);
    workers = parts::some_parties(&mut fields, "workers", &m.workers);
    ground = fields.parse("ground", &m.ground);
} => Command::AskSetAsidePart(AskSetAside { on, party, workers, ground }) }

verb! { rule_set_aside_part(RuleSetAsidePartRequest) |m, fields| {
    on = fields.date("on", m.on.as_ref());
    workers = parts::some_parties(&mut fields, "workers", &m.workers);
} => Command::RuleSetAsidePart(RuleSetAside { on, workers, set_aside: m.set_aside }) }

/// Why a case is handled in the simplified way (case rules 56), with what that ground needs.
fn ground(fields: &mut Fields, m: &pb::SimplifyRequest) -> Option<SimplifiedGround> {
    match m.ground.as_str() {
        "clear" => Some(SimplifiedGround::Clear),
        "small" => {
            let yearly_wage = parts::money(fields, "yearly_wage_fen", m.yearly_wage_fen);
            let source = fields.text("source", &m.source, parts::NAME);
            Some(SimplifiedGround::Small { yearly_wage: yearly_wage?, source: source? })
        }
        "agreed" => {
            let by = parts::some_parties(fields, "agreed", &m.agreed)?;
            Some(SimplifiedGround::Agreed { by })
        }
        _ => {
            fields.fault("ground", "应为 clear small agreed (one of these)");
            None
        }
    }
}

fn bars(fields: &mut Fields, codes: &[String]) -> Option<Vec<SimplifiedBar>> {
    let parse = |(place, code): (usize, &String)| fields.parse(&format!("bars[{place}]"), code);
    // Every code is looked at before the first wrong one ends the parse.
    let found: Vec<Option<SimplifiedBar>> = codes.iter().enumerate().map(parse).collect();
    found.into_iter().collect()
}

/// The new last day, or none at all: a day that was forgotten waives nothing.
#[allow(clippy::option_option, reason = "wrong, none at all, or a day")]
fn until(fields: &mut Fields, m: &pb::ShortenDefenceRequest) -> Option<Option<Date>> {
    match (m.waived, m.until.as_ref()) {
        (true, None) => Some(None),
        (true, Some(_)) => {
            fields.fault("until", "取消答辩期的不填日期 (no day when the time is waived)");
            None
        }
        (false, until) => fields.date("until", until).map(Some),
    }
}

fn seats(fields: &mut Fields, seats: &[pb::Seat]) -> Option<Vec<Seat>> {
    if seats.is_empty() {
        fields.fault("seats", "必填，三方各一名 (required: one from each side)");
        return None;
    }
    let parse = |(place, seat): (usize, &pb::Seat)| {
        let person = fields.text(&format!("seats[{place}].person"), &seat.person, parts::NAME);
        let side = fields.parse(&format!("seats[{place}].side"), &seat.side);
        Some(Seat { person: person?, side: side? })
    };
    let found: Vec<Option<Seat>> = seats.iter().enumerate().map(parse).collect();
    found.into_iter().collect()
}

/// Who helped; nobody need have.
fn helpers(fields: &mut Fields, names: &[String]) -> Option<Vec<String>> {
    let texts = names.iter().enumerate();
    let parse = |(place, name): (usize, &String)| {
        fields.text(&format!("helpers[{place}]"), name, parts::NAME)
    };
    let found: Vec<Option<String>> = texts.map(parse).collect();
    found.into_iter().collect()
}
