use jiefen_vocab::{DisputeKind as K, TrackKind as T};
use jiff::civil::date;

use super::*;
use jiefen_county::{Member, Membership, Power, Seat, Tree};

fn helan() -> Register {
    register(date(2026, 3, 2)).unwrap()
}

fn agency(text: &str) -> Agency {
    text.parse().unwrap()
}

fn region(text: &str) -> Region {
    text.parse().unwrap()
}

fn first(kind: K, track: T, place: &str) -> String {
    let found = helan().competent(kind, track, region(place));
    found.first().map(|unit| unit.agency.to_string()).unwrap_or_default()
}

#[test]
fn the_shipped_county_is_whole() {
    let register = helan();
    assert_eq!(register.faults(), []);
    assert!(register.units().count() > 180, "{}", register.units().count());
    for unit in register.units() {
        assert!(!unit.profile.name.contains('{'), "{}", unit.profile.name);
        assert!(unit.profile.source.starts_with("贺党办〔2021〕15号"), "{}", unit.agency);
    }
}

#[test]
fn every_agency_that_a_triage_names_is_in_the_county() {
    let county = [
        "court",
        "police",
        "justice",
        "petition_bureau",
        "hrss",
        "health",
        "natural_resources",
        "agriculture",
        "market",
        "consumer_association",
        "civil_affairs",
        "housing",
        "ecology",
        "edu_sports",
        "pboc",
        "women_federation",
        "trade_union",
        "youth_league",
        "employment",
        "county_mediation_center",
        "labour_arbitration_commission",
        "land_arbitration_commission",
        "county_government_reconsideration",
        "reconsideration_body",
        "political_legal_committee",
        "procuratorate",
        "industry_commerce_fed",
        "urban_mgmt",
        "veterans",
        "medicare",
        "culture_tourism",
        "invited_mediation_org",
        "lawyer_studio",
        "medical_mediation_committee",
        "school_mediation",
        "enterprise_mediation",
        "traffic_quick_settlement_center",
        "archives",
        "centre",
    ];
    for code in county {
        assert!(helan().live(agency(&format!("640122.{code}"))).is_some(), "{code}");
    }
    for unit in [
        "640122101.centre",
        "640122101.town_mediation",
        "640122101.town_land_mediation",
        "640122101.town_gov",
        "640122001.subdistrict",
        "640122400.centre",
        "640122403.centre",
        "640122101203.village_mediation",
        "640122001001.community_committee",
    ] {
        assert!(helan().live(agency(unit)).is_some(), "{unit}");
    }
}

#[test]
fn each_region_has_the_centre_of_the_next_level_above_it() {
    let register = helan();
    let above = |unit: &str| register.superior_centre(agency(unit)).map(|a| a.to_string());
    assert_eq!(above("640122101203.village_mediation").unwrap(), "640122101.centre");
    assert_eq!(above("640122101.centre").unwrap(), "640122.centre");
    assert_eq!(above("640122.court").unwrap(), "640122.centre");
    assert_eq!(above("640122.centre").unwrap(), "640100.centre");
    assert_eq!(above("640000.centre"), None);
}

#[test]
fn a_cross_region_dispute_goes_to_the_lowest_common_centre() {
    let register = helan();
    let common = |regions: &[&str]| {
        let regions: Vec<Region> = regions.iter().map(|text| region(text)).collect();
        register.common_superior(&regions).map(|agency| agency.to_string())
    };
    assert_eq!(common(&["640122101203", "640122102"]).unwrap(), "640122.centre");
    assert_eq!(common(&["640122101203"]).unwrap(), "640122101.centre");
    assert_eq!(common(&["640122101", "640104200"]).unwrap(), "640100.centre");
    // S06: two counties of two cities have no common centre below the autonomous region.
    assert_eq!(common(&["640122", "640221"]).unwrap(), "640000.centre");
    assert_eq!(common(&["640122", "150623"]), None);
    assert_eq!(common(&[]), None);
}

#[test]
fn the_authority_tree_is_not_the_territorial_tree() {
    let register = helan();
    let branch = agency("640122.ecology");
    assert_eq!(register.superior(Tree::Authority, branch), Some(agency("640100.ecology")));
    assert_eq!(register.superior(Tree::Territorial, branch), Some(agency("640122.centre")));
    assert_eq!(
        register.chain(Tree::Authority, agency("640122.pboc")),
        [agency("640122.pboc"), agency("640121.pboc")]
    );
    let court = register.chain(Tree::Authority, agency("640122.court"));
    assert_eq!(court.last(), Some(&agency("640000.court")));
}

#[test]
fn a_matter_finds_its_unit_by_kind_track_and_place() {
    assert_eq!(
        first(K::Neighbour, T::PeopleMediation, "640122101203"),
        "640122101203.village_mediation"
    );
    assert_eq!(
        first(K::LandContracting, T::PeopleMediationTown, "640122101203"),
        "640122101.town_land_mediation"
    );
    assert_eq!(
        first(K::LandContracting, T::LandArbitration, "640122101203"),
        "640122.land_arbitration_commission"
    );
    assert_eq!(
        first(K::Labour, T::LabourArbitration, "640122"),
        "640122.labour_arbitration_commission"
    );
    assert_eq!(first(K::Environment, T::AdministrativeMediation, "640122102"), "640122.ecology");
    // Of several of one level the one whose list speaks most precisely of the matter comes first.
    assert_eq!(
        first(K::Medical, T::PeopleMediation, "640122100"),
        "640122.medical_mediation_committee"
    );
    assert_eq!(first(K::Consumer, T::AdministrativeMediation, "640122"), "640122.market");
    assert_eq!(first(K::Finance, T::ThirdPartyFinancialMediation, "640122"), "640122.pboc");
    assert_eq!(first(K::ContractDebt, T::PaymentOrder, "640122"), "640122.court");
    // The justice bureau is nearer and only guides (四(二)4); the commission decides.
    let found = helan().competent(K::ContractDebt, T::CommercialArbitration, region("640122101"));
    let found: Vec<_> = found.iter().map(|unit| (unit.agency.to_string(), unit.power)).collect();
    let commission = "640100.commercial_arbitration_commission".to_owned();
    assert_eq!(found, [("640122.justice".to_owned(), Power::Guide), (commission, Power::Decide)]);
    assert_eq!(
        first(K::Administrative, T::AdministrativeReconsideration, "640122"),
        "640122.county_government_reconsideration"
    );
    assert_eq!(first(K::Labour, T::LandArbitration, "640122"), "");
    let court = helan().competent(K::Traffic, T::Litigation, region("640122101203"));
    assert_eq!((court[0].power, court[0].clause.as_str()), (Power::Decide, "四(二)1；五(二)3"));
}

#[test]
fn a_route_after_a_failed_mediation_ends_at_a_unit_of_the_county() {
    for kind in K::ALL {
        for failed in [T::PeopleMediation, T::AdministrativeMediation] {
            let present = jiefen_procedure::matrix::Present::of(*kind);
            for route in jiefen_procedure::matrix::routes_after_failure(&present, failed) {
                let found = helan().competent(*kind, route.track, region("640122101203"));
                let named = found.iter().any(|unit| unit.agency.code.as_str() == route.body);
                assert!(named, "{kind}: {:?} at {}, found {found:?}", route.track, route.body);
            }
        }
    }
}

#[test]
fn every_fault_of_a_county_file_is_named() {
    let check = |text: &str, part: &str| {
        let head = "source = \"x\"\nvalid_from = \"2021-02-10\"\n";
        let faults = read(&format!("{head}{text}"), "", Regions::shipped(), date(2026, 1, 5));
        let faults = faults.unwrap_err();
        assert!(faults.iter().any(|fault| fault.to_string().contains(part)), "{faults:?}");
    };
    let unit =
        "[[unit]]\nagency = \"640122.court\"\nkind = \"court\"\nname = \"甲\"\nclauses = \"一\"\n";
    check(&format!("{unit}{unit}"), "stands twice");
    check(&format!("{unit}authority = \"640100.court\"\n"), "640100.court is not in the file");
    check(&format!("{unit}served_by = \"640122.centre\"\n"), "640122.centre is not in the file");
    check(&unit.replace("640122.", "640199."), "region is not in the table");
    check(
        &format!("{unit}[[unit.duties]]\npower = \"decide\"\nclause = \"\"\ntracks = []\n"),
        "no clause",
    );
    check(&unit.replace("\"court\"\nname", "\"castle\"\nname"), "castle");
    check(
        "[[each]]\nlevel = \"town\"\nwithin = \"640122\"\ncode = \"a\"\nkind = \"centre\"\nname = \"x\"\n\
         clauses = \"x\"\nserved_by = \"nowhere\"\n",
        "nowhere",
    );
}

#[test]
fn the_lists_of_the_plan_are_kept_apart() {
    let register = helan();
    let on = date(2026, 3, 2);
    let body = |code: &str| {
        let unit = register.live(agency(&format!("640122.{code}"))).unwrap();
        unit.profile.membership.clone().unwrap()
    };
    let codes = |body: &Membership, seat: Seat| -> Vec<String> {
        let members = body.members.iter().filter(|one| one.seat == seat);
        let mut codes: Vec<_> = members.map(|one| one.unit.code.to_string()).collect();
        codes.sort();
        codes
    };
    let centre = body("county_mediation_center");
    let (host, lead) = (centre.host.unwrap(), centre.lead.unwrap());
    assert_eq!(host, agency("640122.justice"));
    assert_eq!(lead, agency("640122.political_legal_committee"));
    let nine = [
        "court",
        "employment",
        "health",
        "housing",
        "hrss",
        "justice",
        "market",
        "natural_resources",
        "police",
    ];
    assert_eq!(codes(&centre, Seat::Staff), nine);

    let mechanism = body("linkage_mechanism");
    let county = |one: &&Member| one.unit.region == region("640122");
    assert_eq!(mechanism.members.iter().filter(county).count(), 9);
    // Ten towns and what stands beside them, and their villages and communities.
    assert_eq!(mechanism.members.len(), 9 + 10 + 89);

    // 33 members and 6 deputies by the plan, whose published text names fewer: the others are vacant, not guessed.
    let group = body("leading_group");
    assert!(group.members.iter().all(|one| one.post.is_some()));
    assert_eq!((group.taken(Seat::Member, on), group.vacant(Seat::Member, on)), (23, 10));
    assert_eq!((group.taken(Seat::Deputy, on), group.vacant(Seat::Deputy, on)), (5, 1));
    for code in ["health", "medicare", "employment", "pboc"] {
        assert!(!group.members.iter().any(|one| one.unit.code.as_str() == code), "{code}");
    }
    let committee = codes(&body("joint_mediation_committee"), Seat::Member);
    for code in ["medicare", "transport", "industry_commerce_fed", "pboc"] {
        assert!(committee.iter().any(|own| own == code), "{code}");
    }
    for (_, membership) in register.bodies() {
        assert!(membership.members.iter().all(|one| !one.clause.is_empty()));
    }
    assert_eq!(register.bodies().count(), 5);
}

#[test]
fn every_fault_of_a_file_of_bodies_is_named() {
    let check = |text: &str, part: &str| {
        let faults = read(SHIPPED, text, Regions::shipped(), date(2026, 1, 5)).unwrap_err();
        assert!(faults.iter().any(|fault| fault.to_string().contains(part)), "{faults:?}");
    };
    let body = |clause: &str, rest: &str| {
        format!("[[body]]\nagency = \"640122.leading_group\"\nclause = \"{clause}\"\n{rest}\n")
    };
    let one = |unit: &str| format!("{{ unit = \"640122.{unit}\", seat = \"member\" }}");
    let court = format!("members = [{}]", one("court"));
    check(&body("三", &court).repeat(2), "the body stands twice");
    check(&body("", &court), "no clause");
    check(&body("三", ""), "no members");
    check(&body("三", &court).replace("leading_group", "nobody"), "no unit of the file");
    check(&body("三", &format!("members = [{}]", one("castle"))), "640122.castle");
    check(&body("三", &format!("members = [{0}, {0}]", one("court"))), "stands twice");
    check(&body("三", &court.replace("seat =", "post = \"king\", seat =")), "640122.court/king");
    check(&body("三", &format!("host = \"640122.castle\"\n{court}")), "640122.castle");
    check(&body("三", &format!("seats = {{ member = 0 }}\n{court}")), "fewer seats");
    check(&body("三", &court.replace("seat = \"member\"", "seat = \"king\"")), "king");
}
