use jiefen_procedure::kit::walk;
use jiefen_procedure::{Actor, Explain as _};
use jiefen_terms::Law;
use jiefen_vocab::Moment;

use super::samples::*;
use super::*;

fn decide_as(
    role: Role,
    state: Option<&State>,
    command: &Command,
) -> Result<Vec<Fact>, &'static str> {
    let agency = "640122101.centre".parse().unwrap();
    let actor = Actor { agency, person: "somebody".to_owned(), role };
    let now = Moment::from_local(today().at(9, 0, 0, 0));
    let ctx = Circumstances { now, actor: &actor, law: Law::shipped() };
    CitizenRequest::decide(state, command, &ctx).map_err(|refusal| refusal.name())
}

fn after(commands: &[(Role, Command)]) -> State {
    let mut state = None;
    for (role, command) in commands {
        for fact in decide_as(*role, state.as_ref(), command).unwrap() {
            let text = serde_json::to_string(&fact).unwrap();
            assert_eq!(serde_json::from_str::<Fact>(&text).unwrap(), fact);
            state = CitizenRequest::evolve(state, &fact);
        }
    }
    let state = state.unwrap();
    let text = serde_json::to_string(&state).unwrap();
    assert_eq!(serde_json::from_str::<State>(&text).unwrap(), state);
    state
}

fn lodged(about: About) -> State {
    after(&[(Role::Party, asking(about, "三次没有人接电话"))])
}

#[test]
fn the_chart_agrees_with_the_law_and_every_command_has_roles() {
    walk::<CitizenRequest>(&moves(), &lines(), 6);
    for name in CitizenRequest::COMMANDS {
        let roles = CitizenRequest::roles(name);
        assert!(!roles.is_empty() && !CitizenRequest::needs_holding(name), "{name}");
    }
    assert!(CitizenRequest::roles("sing").is_empty());
}

#[test]
fn every_request_is_answered_or_chased_until_it_is() {
    for about in About::ALL {
        let open = lodged(about);
        let outline = CitizenRequest::outline(&open);
        assert!(outline.open && !outline.next_zh.is_empty() && !outline.next_en.is_empty());
        assert_eq!(CitizenRequest::expired(&open, "answer"), Some(Command::Chase));
        assert_eq!(CitizenRequest::expired(&open, "other"), None);
        let chased = CitizenRequest::evolve(Some(open.clone()), &Fact::Chased { on: today() });
        assert_eq!(chased, Some(open.clone()));
        let answer = answering("已经安排专人联系", "director-1");
        let fact = decide_as(Role::CentreDirector, Some(&open), &answer).unwrap();
        let answered = CitizenRequest::evolve(Some(open), &fact[0]).unwrap();
        assert!(!CitizenRequest::outline(&answered).open);
        assert_eq!(CitizenRequest::expired(&answered, "answer"), None);
    }
}

#[test]
fn a_complaint_is_answered_by_the_head_and_never_by_the_clerk() {
    let answer = answering("已经安排专人联系", "clerk-1");
    for about in About::ALL {
        let open = lodged(about);
        let by_clerk = decide_as(Role::WindowClerk, Some(&open), &answer);
        assert_eq!(by_clerk.is_err(), about == About::Complaint, "{}", about.code());
        assert!(decide_as(Role::MediationHead, Some(&open), &answer).is_ok());
    }
    let refused = decide_as(Role::WindowClerk, Some(&lodged(About::Complaint)), &answer);
    assert_eq!(refused, Err("HEAD_ANSWERS"));
}

#[test]
fn without_a_dispute_one_complains_asks_and_suggests_and_nothing_else() {
    for about in About::ALL {
        let written = decide_as(Role::Party, None, &writing(about, "窗口几点上班"));
        match about.of_anybody() {
            true => assert_eq!(written.map(|facts| facts.len()), Ok(1), "{}", about.code()),
            false => assert_eq!(written, Err("NEEDS_DISPUTE"), "{}", about.code()),
        }
    }
    let letter = after(&[(Role::Party, writing(About::Question, "窗口几点上班"))]);
    assert!(letter.dispute.is_none() && letter.party == 0 && letter.letter.is_some());
    assert_eq!(decide_as(Role::Party, None, &writing(About::Question, " ")), Err("REASON_MISSING"));
    let again = writing(About::Question, "又");
    assert_eq!(decide_as(Role::Party, Some(&letter), &again), Err("WRONG_STAGE"));
    let answered = after(&[
        (Role::Party, writing(About::Question, "窗口几点上班")),
        (Role::WindowClerk, answering("早上八点半", "clerk-1")),
    ]);
    assert_eq!(decide_as(Role::Party, Some(&answered), &again), Err("WRONG_STAGE"));
}

#[test]
fn a_request_that_was_kept_before_there_were_letters_is_read_as_it_was() {
    let kept = serde_json::to_value(lodged(About::Complaint)).unwrap();
    assert!(kept["dispute"].is_string() && kept.get("letter").is_none(), "{kept}");
}

#[test]
fn an_answer_says_something_and_is_signed() {
    let open = lodged(About::Suggestion);
    let head = |command| decide_as(Role::CentreDirector, Some(&open), &command);
    assert_eq!(head(answering(" ", "director-1")), Err("REASON_MISSING"));
    assert_eq!(head(answering("好", " ")), Err("UNSIGNED"));
    let empty = asking(About::Complaint, "\n");
    assert_eq!(decide_as(Role::Party, None, &empty), Err("REASON_MISSING"));
}

#[test]
fn each_command_has_its_place() {
    for command in [answering("好", "director-1"), Command::Chase] {
        assert_eq!(decide_as(Role::CentreDirector, None, &command), Err("NOT_BEGUN"));
    }
    let again = asking(About::Complaint, "又");
    assert_eq!(decide_as(Role::Party, Some(&lodged(About::Complaint)), &again), Err("WRONG_STAGE"));
    let answered = after(&[
        (Role::Party, asking(About::Complaint, "三次没有人接电话")),
        (Role::CentreDirector, answering("已经安排专人联系", "director-1")),
    ]);
    for command in [again, answering("好", "director-1"), Command::Chase] {
        let refused = decide_as(Role::CentreDirector, Some(&answered), &command);
        assert_eq!(refused, Err("WRONG_STAGE"));
    }
}

#[test]
fn a_fact_that_cannot_follow_changes_nothing() {
    let fact = Fact::RequestAnswered {
        answer: Private::new("好".to_owned()),
        signed_by: "director-1".to_owned(),
        on: today(),
    };
    assert_eq!(CitizenRequest::evolve(None, &fact), None);
    assert_eq!(CitizenRequest::evolve(None, &Fact::Chased { on: today() }), None);
}
