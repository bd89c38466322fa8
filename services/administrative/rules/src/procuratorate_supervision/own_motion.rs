//! A case that the procuratorate begins of its own motion 依职权 (民事诉讼监督规则37; 行政诉讼监督规则36). It
//! needs no request of retrial and no request at all, has no time to ask, and is not in the parties' hands:
//! they neither withdraw nor settle it away. Where nothing is to be done it ends by termination (规则73), not
//! by a refusal of support. The three months of 规则52 (行政 56) are those of a request; here a local limit keeps
//! the review in sight.

use jiefen_procedure::Circumstances;
use jiefen_procedure::term::{Term, happened};
use jiefen_vocab::TrackKind;

use super::decide::Answer;
use super::{Begin, EndGround, Fact, Refusal, State, rows};
use jiefen_procedure::words::must;

/// The local limit of a review that nobody asked for.
const REVIEW: &str = "policy.own_motion_review";

pub(super) fn begin(begin: &Begin, ctx: &Circumstances<'_>) -> Answer {
    happened(begin.on, begin.brief.received_on, ctx.today())?;
    must(begin.brief.track == TrackKind::ProcuratorateSupervision, rows::OTHER_ROUTE)?;
    must(begin.ground.is_of(begin.field), rows::OTHER_GROUND)?;
    must(!begin.prosecutor.trim().is_empty(), rows::PROSECUTOR_WANTED)?;
    let term = Term::new(REVIEW, begin.on);
    term.last_day(ctx)?;
    Ok(vec![Fact::Begun {
        brief: Box::new(begin.brief.clone()),
        number: begin.number.clone(),
        field: begin.field,
        object: begin.object,
        retrial: begin.retrial,
        ground: begin.ground,
        prosecutor: begin.prosecutor.clone(),
        term,
        on: begin.on,
    }])
}

/// Which grounds end which case: a request has an applicant and conditions of acceptance, a case begun
/// of its own motion has neither.
pub(super) fn may_end(state: &State, ground: EndGround) -> Result<(), Refusal> {
    match ground {
        EndGround::CourtCorrected => Ok(()),
        EndGround::NoSuccessor | EndGround::NotAdmissible => {
            must(state.own_motion.is_none(), rows::OWN_MOTION)
        }
        EndGround::NoMeasure => must(state.own_motion.is_some(), rows::ON_REQUEST),
    }
}
