//! M-03 调解成功率 with all three denominators: published values run from 52 % to 95 % because each
//! publisher chooses his own.

use super::{Cases, beside, share};
use crate::event;
use crate::figure::{Figure, Indicator};
use crate::index::Kind;
use crate::window::Window;

/// `registered` and `consented` follow the cases of the period to the cut-off: how many of them have an
/// agreement by then. `concluded` looks at the mediations that ended in the period.
pub(crate) fn mediation(window: &Window<'_>) -> Vec<Figure> {
    let made = Kind::of(event::AGREEMENT_MADE);
    let agreed = |case: u32| window.of_case(case, made).next().is_some();
    let registered = Cases::of(window.in_period(event::MEDIATION_APPLIED));
    let consented = Cases::of(window.in_period(event::MEDIATION_CONSENTED));
    let agreed_now = Cases::of(window.in_period(event::AGREEMENT_MADE));
    let concluded = Cases::of(window.in_period(event::MEDIATION_ENDED)).with(&agreed_now);
    let of_registered = registered.only(agreed);
    let of_consented = consented.only(agreed);
    let share =
        |variant, top: &Cases, of: &Cases| share(window, Indicator::Mediation, variant, top, of);
    let mut figures = vec![
        share("registered", &of_registered, &registered),
        share("consented", &of_consented, &consented),
        share("concluded", &agreed_now, &concluded),
    ];
    let refused = Cases::of(window.in_period(event::CONSENT_REFUSED));
    let guards = vec![
        beside(window, "consent_refused", "记录在案的拒绝调解", &refused),
        beside(window, "agreed_on_registration_day", "登记当日即达成协议", &same_day(window)),
    ];
    figures.iter_mut().for_each(|figure| figure.guards.clone_from(&guards));
    figures
}

fn same_day(window: &Window<'_>) -> Cases {
    let applied = Kind::of(event::MEDIATION_APPLIED);
    let begun = |case: u32| window.of_case(case, applied).next_back().map(|row| row.at.day());
    let agreed = window.in_period(event::AGREEMENT_MADE);
    Cases::of(agreed.filter(|row| begun(row.case) == Some(row.at.day())))
}
