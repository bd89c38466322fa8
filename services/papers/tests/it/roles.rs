//! The matrix role × paper, every row of it. A difference is a decision: look at it, then write the new file with
//! `JIEFEN_GOLDEN=write`.

use jiefen_papers::OFFERS;
use jiefen_vocab::Role;

use super::pages::golden;

#[test]
fn who_may_issue_which_paper_is_as_decided() {
    let mut text = String::new();
    for offer in OFFERS {
        let mut roles: Vec<&str> = offer.roles.iter().map(|role| role.code()).collect();
        roles.sort_unstable();
        let to = if offer.for_parties { "parties" } else { "unit" };
        let row = format!("documents/{} {} {to}: ", offer.procedure, offer.family);
        text.push_str(&format!("{row}{}\n", roles.join(" ")));
    }
    golden("roles.txt", &text);
}

/// I10: who coordinates, leads, assesses or operates issues no paper of a dispute's case; nor does a party. Who assesses
/// issues the papers of the office's own orders and sheets.
#[test]
fn coordinators_leaders_assessors_operators_and_parties_issue_nothing() {
    use Role::{Assessor, Coordinator, Leader, Operator, Party, Registrar, System};
    for offer in OFFERS {
        let own = ["order", "sheet"].contains(&offer.procedure);
        assert_eq!(offer.roles.contains(&Assessor), own, "{}", offer.family);
        for role in [Coordinator, Leader, Operator, Party, Registrar, System] {
            assert!(!offer.roles.contains(&role), "{role} may issue {}", offer.family);
        }
        assert!(!offer.roles.is_empty(), "{}", offer.family);
    }
}
