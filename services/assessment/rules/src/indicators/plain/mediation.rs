//! M-03 调解成功率 with all three denominators: published values run from 52 % to 95 % because each
//! publisher chooses his own.

use super::Window;
use super::{Cases, cases, count, guard, share};
use crate::event;
use crate::figure::{Figure, Indicator};

/// `registered` and `consented` follow the cases of the period to the cut-off: how many of them have an
/// agreement by then. `concluded` looks at the mediations that ended in the period.
pub(super) fn mediation(window: &Window<'_>) -> Vec<Figure> {
    let agreed = cases(window.all(event::AGREEMENT_MADE));
    let registered = cases(window.in_period(event::MEDIATION_APPLIED));
    let consented = cases(window.in_period(event::MEDIATION_CONSENTED));
    let agreed_now = cases(window.in_period(event::AGREEMENT_MADE));
    let mut concluded = cases(window.in_period(event::MEDIATION_ENDED));
    concluded.extend(agreed_now.clone());
    let with_agreement = |of: &Cases| -> Cases {
        of.iter()
            .filter(|(case, _)| agreed.contains_key(case))
            .map(|(case, dispute)| (*case, *dispute))
            .collect()
    };
    let mut figures = vec![
        share(
            window,
            Indicator::Mediation,
            "registered",
            &with_agreement(&registered),
            &registered,
        ),
        share(window, Indicator::Mediation, "consented", &with_agreement(&consented), &consented),
        share(window, Indicator::Mediation, "concluded", &agreed_now, &concluded),
    ];
    let refused = cases(window.in_period(event::CONSENT_REFUSED));
    let same_day = same_day(window);
    let guards = vec![
        guard(
            "consent_refused",
            "记录在案的拒绝调解",
            Some(count(refused.len())),
            refused.values().copied().collect(),
        ),
        guard(
            "agreed_on_registration_day",
            "登记当日即达成协议",
            Some(count(same_day.len())),
            same_day.values().copied().collect(),
        ),
    ];
    figures.iter_mut().for_each(|figure| figure.guards.clone_from(&guards));
    figures
}

fn same_day(window: &Window<'_>) -> Cases {
    let begun: std::collections::BTreeMap<_, _> = window
        .all(event::MEDIATION_APPLIED)
        .map(|event| ((event.agency, event.case), event.on()))
        .collect();
    let at_once = window
        .in_period(event::AGREEMENT_MADE)
        .filter(|agreed| begun.get(&(agreed.agency, agreed.case)) == Some(&agreed.on()));
    cases(at_once)
}
