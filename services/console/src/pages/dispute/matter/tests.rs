use super::*;

fn day(day: i32) -> Option<common::Date> {
    Some(common::Date { year: 2026, month: 3, day })
}

fn brief() -> Option<common::Brief> {
    let party = |no: u32, kind: &str| common::Party {
        no,
        name: format!("当事人{no}"),
        kind: kind.to_owned(),
        ..Default::default()
    };
    Some(common::Brief {
        parties: vec![party(1, "person"), party(2, "org")],
        amount_fen: Some(80_000),
        ..Default::default()
    })
}

fn filing() -> suits::Filing {
    suits::Filing {
        case_no: "（2026）宁0122民初123号".to_owned(),
        judge: "judge-1".to_owned(),
        track: "summary".to_owned(),
        amount_fen: Some(80_000),
        hearing_on: day(20),
        ..Default::default()
    }
}

fn labour() -> labour::LabourArbitration {
    let claim = labour::Claim { worker: 1, kind: "wages".to_owned(), amount_fen: Some(80_000) };
    let hearing = labour::Hearing {
        tribunal: vec!["arbitrator-1".to_owned()],
        hearing_on: day(9),
        ..Default::default()
    };
    labour::LabourArbitration {
        brief: brief(),
        number: "贺劳仲案〔2026〕1号".to_owned(),
        claims: vec![claim],
        remaining: vec![1],
        knew_on: day(1),
        employment_ended_on: day(2),
        hearing: Some(hearing),
        ..Default::default()
    }
}

fn petition() -> petitions::Petition {
    let classified = petitions::Classified {
        branch: "legal".to_owned(),
        route: "litigation".to_owned(),
        on: day(3),
    };
    let proposes = "640122.justice".to_owned();
    petitions::Petition {
        classified: Some(classified),
        objected: Some(petitions::Objected { on: day(4), proposes }),
        handed: Some(petitions::Handed { report_by: day(30), ..Default::default() }),
        ..Default::default()
    }
}

fn reconsideration() -> administrative::Reconsideration {
    let act = administrative::Act {
        kind: "penalty".to_owned(),
        made_on: day(1),
        knew_on: day(2),
        told: "learnt".to_owned(),
        learnt_on: day(3),
        real_estate: true,
        amount_fen: Some(80_000),
        longer_until: day(30),
        excused: vec![administrative::Days { from: day(4), to: day(5) }],
    };
    administrative::Reconsideration {
        act: Some(act),
        reviewer: "reviewer-1".to_owned(),
        review: Some(administrative::Review { hearing_on: day(9), ..Default::default() }),
        ..Default::default()
    }
}

fn industry() -> mediations::NeutralMediation {
    let planned = mediations::Session {
        no: 1,
        on: day(9),
        place: "商会调解室".to_owned(),
        mode: "together".to_owned(),
        ..Default::default()
    };
    let owed = mediations::Obligation {
        no: 1,
        obligor: 2,
        obligee: 1,
        what: "付清货款".to_owned(),
        amount_fen: Some(80_000),
        due: day(30),
        ..Default::default()
    };
    let draft = mediations::Draft {
        hash: "9f86d081".to_owned(),
        facts: "拖欠货款".to_owned(),
        obligations: vec![owed],
        subjects: vec!["money".to_owned(), "title".to_owned()],
        faults: Vec::new(),
    };
    mediations::NeutralMediation {
        planned: Some(planned),
        draft: Some(draft),
        ..Default::default()
    }
}

/// A case of each deciding body of which much is known, with its procedure.
pub(in crate::pages) fn matters() -> Vec<(&'static str, Matter)> {
    let confirmation = suits::Confirmation {
        case_no: "（2026）宁0122民特1号".to_owned(),
        judge: "judge-1".to_owned(),
        ..Default::default()
    };
    let asked = suits::ProtectionApplication {
        measures: vec!["no_violence".to_owned()],
        ..Default::default()
    };
    let protection = suits::ProtectionOrder {
        judge: "judge-1".to_owned(),
        application: Some(asked),
        ..Default::default()
    };
    let enforcement = suits::Enforcement {
        case_no: "（2026）宁0122执1号".to_owned(),
        judge: "judge-1".to_owned(),
        ..Default::default()
    };
    let payment = suits::PaymentOrder {
        case_no: "（2026）宁0122民督1号".to_owned(),
        judge: "judge-1".to_owned(),
        ..Default::default()
    };
    let views = [
        ("industry_mediation", View::Neutral(Box::new(industry()))),
        ("lawyer_mediation", View::Neutral(Box::new(industry()))),
        ("filing", View::Filing(Box::new(filing()))),
        ("confirmation", View::Confirmation(Box::new(confirmation))),
        ("protection_order", View::Protection(Box::new(protection))),
        ("enforcement", View::Enforcement(Box::new(enforcement))),
        ("payment_order", View::Payment(Box::new(payment))),
        ("labour_arbitration", View::Labour(Box::new(labour()))),
        ("petition", View::Petition(Box::new(petition()))),
        ("reconsideration", View::Reconsideration(Box::new(reconsideration()))),
    ];
    let case = common::CaseHead { name: "cases/1".to_owned(), ..Default::default() };
    views.into_iter().map(|(procedure, view)| (procedure, made(&case, view))).collect()
}
