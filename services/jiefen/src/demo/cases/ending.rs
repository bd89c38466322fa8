//! How the played staff end a dispute.

use anyhow::{Result, bail};
use jiefen_platform::config::Area;
use jiefen_vocab::Agency;

use crate::demo::cases::Case;
use crate::demo::county::area_of;
use crate::demo::plays::{arbitration, judgment};

/// How the played staff can end a dispute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// An oral agreement of people's mediation, performed.
    AgreedOral,
    /// A written agreement of people's mediation, performed.
    AgreedWritten,
    /// A written agreement that the court confirms, performed.
    Confirmed,
    /// People's mediation without agreement.
    Failed,
    /// The applicants take back what they asked for while it is mediated.
    Withdrawn,
    /// A final award in a labour dispute.
    FinalAward,
    /// An opinion on a petition.
    Opinion,
    /// A petition that belongs on another legal way: its petitioner is told which.
    Rerouted,
    /// An act upheld in reconsideration.
    Upheld,
    /// A suit settled by mediation that the court entrusted.
    EntrustedSettled,
    /// A suit judged in small claims.
    Judged,
    /// It stands with the responsible unit.
    Stands,
}

impl Ending {
    const ALL: [(&'static str, Ending, Option<Area>); 12] = [
        ("agreed_oral", Ending::AgreedOral, Some(Area::Mediation)),
        ("agreed_written", Ending::AgreedWritten, Some(Area::Mediation)),
        ("confirmed", Ending::Confirmed, Some(Area::Mediation)),
        ("failed", Ending::Failed, Some(Area::Mediation)),
        ("withdrawn", Ending::Withdrawn, Some(Area::Mediation)),
        ("final_award", Ending::FinalAward, Some(Area::Arbitration)),
        ("opinion", Ending::Opinion, Some(Area::Petition)),
        ("rerouted", Ending::Rerouted, Some(Area::Petition)),
        ("upheld", Ending::Upheld, Some(Area::Administrative)),
        ("entrusted_settled", Ending::EntrustedSettled, Some(Area::Court)),
        ("judged", Ending::Judged, Some(Area::Court)),
        ("stands", Ending::Stands, None),
    ];

    /// The ending of a code that the responsible unit can bring about.
    ///
    /// # Errors
    /// No ending has this code, or the unit cannot end a dispute so.
    pub fn read(code: &str, responsible: Agency) -> Result<Ending> {
        let found = Ending::ALL.iter().find(|(known, ..)| *known == code);
        let Some((_, ending, area)) = found else {
            let known: Vec<&str> = Ending::ALL.iter().map(|(known, ..)| *known).collect();
            bail!("ending：没有“{code}”，可用 {known:?} (no such ending)");
        };
        let own = area_of(responsible.code.as_str());
        if area.is_some_and(|area| area != own) {
            bail!("ending：{responsible} 不能这样结案“{code}” (this unit cannot end it so)");
        }
        Ok(*ending)
    }

    /// True when the dispute is unresolved after it, so that another route may follow.
    pub fn leaves_open(self) -> bool {
        match self {
            Ending::Failed | Ending::Rerouted => true,
            Ending::AgreedOral
            | Ending::AgreedWritten
            | Ending::Confirmed
            | Ending::Withdrawn
            | Ending::FinalAward
            | Ending::Opinion
            | Ending::Upheld
            | Ending::EntrustedSettled
            | Ending::Judged
            | Ending::Stands => false,
        }
    }
}

/// The routes on which the court has a case mediated.
const ENTRUSTED: [&str; 2] =
    ["court_entrusted_mediation", "court_entrusted_mediation_in_litigation"];

/// Since 2025 the court files a complaint first and entrusts mediation afterwards (T-C-01).
fn filed_first(case: &Case) -> bool {
    case.day() >= jiff::civil::date(2025, 1, 1)
}

/// The route on which a dispute is handed over: who wants the court to entrust mediation goes there with a
/// complaint.
pub fn handed_over(case: &Case) -> String {
    let court = area_of(case.responsible.code.as_str()) == Area::Court;
    if court && ENTRUSTED.contains(&case.track.as_str()) && filed_first(case) {
        return jiefen_vocab::TrackKind::Litigation.code().to_owned();
    }
    case.track.clone()
}

/// How a dispute usually ends on a route whose whole procedure its unit serves; on the others, and where
/// the played staff know too little to go on, it stands with its unit.
pub fn usual(case: &Case) -> Ending {
    let area = area_of(case.responsible.code.as_str());
    let (asking, asked) = case.sides();
    let two = !asking.is_empty() && !asked.is_empty();
    let last = case.amount_fen.is_none_or(|fen| (1..=arbitration::FINAL_MOST).contains(&fen));
    let small = case.amount_fen.is_some_and(|fen| (1..=judgment::SMALL).contains(&fen));
    match (area, case.track.as_str()) {
        // A led dispute stays with its lead and never comes back to the counter.
        _ if !two || case.is_led() => Ending::Stands,
        (Area::Mediation, "people_mediation" | "people_mediation_town") => Ending::AgreedWritten,
        (Area::Arbitration, "labour_arbitration") if last => Ending::FinalAward,
        (Area::Petition, "petition") => Ending::Opinion,
        (Area::Administrative, "administrative_reconsideration") => Ending::Upheld,
        (Area::Court, track) if ENTRUSTED.contains(&track) && filed_first(case) => {
            Ending::EntrustedSettled
        }
        (Area::Court, "fast_track") if small => Ending::Judged,
        _ => Ending::Stands,
    }
}
