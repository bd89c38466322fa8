//! The one figure that stands for many: all rules of M-05, all pairs of M-07. It is the sum of its parts and nothing
//! else, so that whoever adds them up finds the same.

use crate::figure::{Behind, CutOff, Figure, Guard, Indicator, Period, Scope};

/// Whether a variant is a part of this one: every rule of `all`, every pair of `all/accepted`.
fn is_part(of: &str, variant: &str) -> bool {
    match of.strip_prefix("all") {
        Some("") => true,
        Some(end) => variant.ends_with(end),
        None => false,
    }
}

/// The figures of which a variant is the sum; none: it is no sum.
pub fn parts<'f>(figures: &'f [Figure], indicator: Indicator, variant: &str) -> Vec<&'f Figure> {
    let fits =
        |figure: &&Figure| figure.indicator == indicator && is_part(variant, &figure.variant);
    figures.iter().filter(fits).collect()
}

/// The sum of these figures under the name of a variant; of none it is nothing in nothing.
pub fn total(
    parts: &[&Figure],
    (indicator, variant): (Indicator, &str),
    (period, scope, cut_off): (Period, &Scope, CutOff),
) -> Figure {
    let mut behind = Behind::default();
    let mut guards: Vec<Guard> = Vec::new();
    for part in parts {
        behind.numerator.extend(&part.behind.numerator);
        behind.denominator.extend(&part.behind.denominator);
        // A middle value is no sum: it stays with its part.
        for guard in part.guards.iter().filter(|guard| guard.code != "median_hours") {
            match guards.iter_mut().find(|sum| sum.code == guard.code) {
                Some(sum) => {
                    sum.value = sum.value.zip(guard.value).map(|(a, b)| a.saturating_add(b));
                    sum.disputes.extend(&guard.disputes);
                }
                None => guards.push(guard.clone()),
            }
        }
    }
    let sum = |of: fn(&Figure) -> u64| parts.iter().map(|part| of(part)).sum();
    Figure {
        indicator,
        variant: variant.to_owned(),
        version: indicator.version(),
        numerator: sum(|part| part.numerator),
        denominator: sum(|part| part.denominator),
        period,
        scope: scope.clone(),
        cut_off,
        behind,
        guards,
    }
}

/// The figures that stand for all of a period, one or a few an indicator.
pub fn whole(figures: &[Figure], about: (Period, &Scope, CutOff)) -> Vec<Figure> {
    let of = |indicator: Indicator| {
        figures.iter().filter(move |figure| figure.indicator == indicator).cloned()
    };
    let sum = |indicator, variant| {
        total(&parts(figures, indicator, variant), (indicator, variant), about)
    };
    let mut whole: Vec<Figure> = of(Indicator::Mediation).collect();
    whole.push(sum(Indicator::OnTime, "all"));
    let handoff = ["all/accepted", "all/declined", "all/expired"];
    whole.extend(handoff.map(|variant| sum(Indicator::Handoff, variant)));
    whole.extend(of(Indicator::Performance));
    whole.extend(of(Indicator::Suits));
    whole
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiefen_vocab::DisputeId;
    use jiff::civil::date;

    use super::*;

    fn figure(variant: &str, numbers: (u64, u64), late: u64) -> Figure {
        let dispute = DisputeId::from_bits(u128::from(numbers.1));
        let one = BTreeSet::from([dispute]);
        Figure {
            indicator: Indicator::OnTime,
            variant: variant.to_owned(),
            version: 1,
            numerator: numbers.0,
            denominator: numbers.1,
            period: period(),
            scope: Scope::default(),
            cut_off: cut_off(),
            behind: Behind { numerator: one.clone(), denominator: one.clone() },
            guards: vec![Guard {
                code: "late".to_owned(),
                zh: "逾期".to_owned(),
                value: Some(late),
                disputes: one,
            }],
        }
    }

    fn period() -> Period {
        Period { from: date(2026, 9, 1), to: date(2026, 9, 30) }
    }

    fn cut_off() -> CutOff {
        CutOff { day: date(2026, 10, 1), high_water: 9 }
    }

    #[test]
    fn a_whole_is_the_sum_of_its_parts_and_says_so_of_none() {
        let figures = [figure("T-B-02", (4, 6), 2), figure("T-B-03", (1, 1), 0)];
        let whole = whole(&figures, (period(), &Scope::default(), cut_off()));
        let sum = whole.iter().find(|figure| figure.key() == (Indicator::OnTime, "all")).unwrap();
        assert_eq!((sum.numerator, sum.denominator), (5, 7));
        assert_eq!((sum.behind.denominator.len(), sum.guards[0].value), (2, Some(2)));
        let none = whole.iter().find(|f| f.key() == (Indicator::Handoff, "all/expired")).unwrap();
        assert_eq!((none.numerator, none.denominator), (0, 0), "nothing is no data, never zero");
        assert_eq!(none.value(), crate::Value::NoData);
    }

    #[test]
    fn a_sum_takes_the_parts_of_its_own_end() {
        for (of, variant, is) in [
            ("all", "T-B-02", true),
            ("all/accepted", "a>b/accepted", true),
            ("all/accepted", "a>b/declined", false),
            ("due", "due", false),
        ] {
            assert_eq!(is_part(of, variant), is, "{of} {variant}");
        }
    }
}
