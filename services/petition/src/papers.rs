//! What travels with a hand-over of the dispute, and with the report of its result.

use jiefen_petition_rules::petition::{Ending, Matter, Stage, State};
use jiefen_procedure::{Brief, Papers};

/// The brief of a dispute that is handed over. An accusation never travels: the office forwards it itself
/// and sees to it that the accused never learns of it (T-L-12).
pub fn brief(state: &State) -> Option<Brief> {
    match state.matter {
        Matter::Claim | Matter::Suggestion => Some(state.brief.clone()),
        Matter::Accusation => None,
    }
}

/// The papers of an ended matter; none while it is open. An opinion binds nobody to perform: it has no
/// force that could go along.
pub fn papers(state: &State) -> Option<Papers> {
    let Stage::Ended(ended) = &state.stage else { return None };
    let papers = match ended.how {
        Ending::Settled => Papers { effect: Some("contract".to_owned()), ..Papers::default() },
        // The counter offers the petitioner the lawful way.
        Ending::Routed(branch) => {
            let route = state.classified.and_then(|classified| classified.route);
            let way = route.map_or(branch.zh(), |route| route.zh());
            let not_done = format!("应当通过{way}解决（信访工作条例31）");
            Papers { not_done: Some(not_done), ..Papers::default() }
        }
        Ending::InHand => {
            let not_done = "同一事项正在其他机关办理，未予受理（信访工作条例19）".to_owned();
            Papers { not_done: Some(not_done), ..Papers::default() }
        }
        Ending::RoadEnded => {
            let not_done =
                "同一事实和理由的信访程序已经终结，未予受理（信访工作条例36）".to_owned();
            Papers { not_done: Some(not_done), ..Papers::default() }
        }
        Ending::Transferred
        | Ending::Answered
        | Ending::OpinionStands
        | Ending::ReviewStands
        | Ending::Terminated
        | Ending::Withdrawn => Papers::default(),
    };
    Some(Papers { on: Some(ended.on), ..papers })
}
