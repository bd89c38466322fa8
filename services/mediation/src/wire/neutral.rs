//! Requests that mediations under a named neutral have alike.

/// The verbs that they have alike, each by its name and its request; `Command` is that of the procedure.
macro_rules! alike {
    (
        $give_consent:ident $give_consent_m:ident, $refuse_consent:ident $refuse_consent_m:ident,
        $withdraw_consent:ident $withdraw_consent_m:ident, $disclose:ident $disclose_m:ident,
        $waive:ident $waive_m:ident, $challenge:ident $challenge_m:ident,
        $decide_challenge:ident $decide_challenge_m:ident, $replace:ident $replace_m:ident,
        $schedule:ident $schedule_m:ident, $hold:ident $hold_m:ident, $extend:ident $extend_m:ident,
        $begin_appraisal:ident $begin_appraisal_m:ident, $end_appraisal:ident $end_appraisal_m:ident,
        $put_text:ident $put_text_m:ident, $confirm_text:ident $confirm_text_m:ident,
        $note_application:ident $note_application_m:ident, $close_window:ident $close_window_m:ident,
        $end_failed:ident $end_failed_m:ident, $end_sham:ident $end_sham_m:ident,
        $lapse:ident $lapse_m:ident $(,)?
    ) => {
        crate::wire::verb!($give_consent, $give_consent_m, |m, fields| {
            let how = parts::how(&mut fields, &m.how);
            let day = fields.date("on", m.on.as_ref());
            Command::GiveConsent { party: m.party, how: how?, on: day? }
        });
        crate::wire::verb!($refuse_consent, $refuse_consent_m, |m, fields| {
            Command::RefuseConsent { party: m.party, on: fields.date("on", m.on.as_ref())? }
        });
        crate::wire::verb!($withdraw_consent, $withdraw_consent_m, |m, fields| {
            let how = parts::how(&mut fields, &m.how)?;
            Command::Course(Act::WithdrawConsent { party: m.party, how })
        });
        crate::wire::verb!($disclose, $disclose_m, |m, fields| {
            let interest = parts::code(&mut fields, "interest", &m.interest);
            let day = fields.date("on", m.on.as_ref());
            Command::Course(Act::Disclose { interest: interest?, on: day? })
        });
        crate::wire::verb!($waive, $waive_m, |m, fields| {
            Command::Course(Act::Waive { party: m.party, on: fields.date("on", m.on.as_ref())? })
        });
        crate::wire::verb!($challenge, $challenge_m, |m, fields| {
            let interest = parts::code(&mut fields, "interest", &m.interest);
            let day = fields.date("on", m.on.as_ref());
            Command::Course(Act::Challenge { party: m.party, interest: interest?, on: day? })
        });
        crate::wire::verb!($decide_challenge, $decide_challenge_m, |m, fields| {
            let day = fields.date("on", m.on.as_ref());
            Command::Course(Act::DecideChallenge { granted: m.granted, on: day? })
        });
        crate::wire::verb!($replace, $replace_m, |m, fields| {
            let mediator = parts::candidate(&mut fields, "mediator", m.mediator.as_ref());
            let day = fields.date("on", m.on.as_ref());
            Command::Course(Act::Replace { mediator: mediator?, on: day? })
        });
        crate::wire::verb!($schedule, $schedule_m, |m, fields| {
            let (on, place, mode) = parts::planned(&mut fields, m.on.as_ref(), &m.place, &m.mode)?;
            Command::Course(Act::Schedule { on, place, mode })
        });
        crate::wire::verb!($hold, $hold_m, |m, fields| {
            let set = parts::planned(&mut fields, m.on.as_ref(), &m.place, &m.mode);
            let people = (m.present.as_slice(), m.guardians.as_slice());
            let session = parts::sitting(&mut fields, set, people, &m.reached, &m.record)?;
            Command::Course(Act::Hold { session })
        });
        crate::wire::verb!($extend, $extend_m, |m, fields| {
            let day = fields.date("on", m.on.as_ref());
            Command::Course(Act::Extend { days: m.days, agreed: m.agreed.clone(), on: day? })
        });
        crate::wire::verb!($begin_appraisal, $begin_appraisal_m, |m, fields| {
            Command::Course(Act::BeginAppraisal { on: fields.date("on", m.on.as_ref())? })
        });
        crate::wire::verb!($end_appraisal, $end_appraisal_m, |m, fields| {
            Command::Course(Act::EndAppraisal { on: fields.date("on", m.on.as_ref())? })
        });
        crate::wire::verb!($put_text, $put_text_m, |m, fields| {
            let draft = parts::draft(&mut fields, m.draft.as_ref());
            let day = fields.date("on", m.on.as_ref());
            Command::Text(Wording::Put { draft: draft?, on: day? })
        });
        crate::wire::verb!($confirm_text, $confirm_text_m, |m, fields| {
            let hash = fields.text("hash", &m.hash, 64);
            let day = fields.date("on", m.on.as_ref());
            Command::Text(Wording::Confirm { party: m.party, hash: hash?, on: day? })
        });
        crate::wire::verb!($note_application, $note_application_m, |m, fields| {
            let window = parts::code(&mut fields, "window", &m.window);
            let day = fields.date("on", m.on.as_ref());
            Command::NoteApplication { window: window?, on: day? }
        });
        crate::wire::verb!($close_window, $close_window_m, |m, fields| {
            Command::CloseWindow { window: parts::code(&mut fields, "window", &m.window)? }
        });
        crate::wire::verb!($end_failed, $end_failed_m, |m, fields| {
            let day = fields.date("on", m.on.as_ref());
            let undisputed = parts::private(&mut fields, "undisputed", &m.undisputed);
            let facts_agreed = m.facts_agreed.clone();
            Command::EndFailed { on: day?, undisputed: undisputed?, facts_agreed }
        });
        crate::wire::verb!($end_sham, $end_sham_m, |m, fields| {
            Command::EndSham { on: fields.date("on", m.on.as_ref())? }
        });
        crate::wire::verb!($lapse, $lapse_m, |m, fields| Command::Lapse);
    };
}
pub(super) use alike;
