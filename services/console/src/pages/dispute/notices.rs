//! What the parties must still be told of a dispute, and until it is proved what keeps it from closing.

use super::Known;

/// A notice that one party has not had.
pub(crate) struct Owed {
    /// Notice and party, as the form says them.
    pub(crate) value: String,
    /// What it is called.
    pub(crate) what: &'static str,
    /// The party's name.
    pub(crate) whom: String,
    /// True when the dispute cannot close before it is proved or was tried.
    pub(crate) closes: bool,
}

/// What is owed to whom; first what keeps the dispute from closing.
pub(crate) fn owed(known: &Known, english: bool) -> Vec<Owed> {
    let notices = known.umbrella.iter().flat_map(|found| &found.notices);
    let each = notices.flat_map(|notice| {
        let open = notice.to.iter().filter(|party| !notice.served.contains(party));
        open.map(move |party| Owed {
            value: format!("{}.{party}", notice.no),
            what: called(&notice.form, english),
            whom: name(known, *party),
            closes: notice.needs_proof,
        })
    });
    let mut owed: Vec<Owed> = each.collect();
    owed.sort_by_key(|one| !one.closes);
    owed
}

/// The first of them; empty when nothing is owed.
pub(crate) fn first(known: &Known) -> String {
    owed(known, false).into_iter().next().map(|one| one.value).unwrap_or_default()
}

fn name(known: &Known, party: u32) -> String {
    let found = known.parties().iter().find(|one| one.no == party);
    found.map_or_else(|| party.to_string(), |party| party.name.clone())
}

/// What the notices are called (告知制度, C-239).
fn called(form: &str, english: bool) -> &'static str {
    let found = FORMS.iter().find(|(code, ..)| *code == form);
    found.map_or(
        if english { "notice" } else { "告知书" },
        |(_, zh, en)| {
            if english { en } else { zh }
        },
    )
}

const FORMS: &[(&str, &str, &str)] = &[
    ("receipt", "回执", "receipt"),
    ("registered", "登记告知", "notice of registration"),
    ("advice", "答复意见", "answer"),
    ("taken_over", "接收办理告知", "notice that it was taken over"),
    ("merged", "并案告知", "notice of joining"),
    ("unmerged", "恢复单独办理告知", "notice that joining was undone"),
    ("routes", "途径告知", "notice of the routes"),
    ("handling", "承办单位告知", "notice of who handles it"),
    ("handed_over", "移交告知", "notice of the hand-over"),
    ("escalated", "上报告知", "notice of escalation"),
    ("returned", "交办告知", "notice of the return"),
    ("suspended", "中止告知", "notice of suspension"),
    ("resumed", "恢复办理告知", "notice of resumption"),
    ("agreement", "协议生效告知", "notice of the agreement"),
    ("decision", "决定告知", "notice of the decision"),
    ("confirmed", "司法确认告知", "notice of confirmation"),
    ("not_confirmed", "没有确认的告知", "notice that it was not confirmed"),
    ("ended", "未能化解告知", "notice that it was not resolved"),
    ("withdrawn", "撤回告知", "notice of withdrawal"),
    ("breach", "没有履行的告知", "notice of the breach"),
    ("survey", "评价邀请", "invitation to judge the service"),
    ("reopened", "重新办理告知", "notice of re-opening"),
];
