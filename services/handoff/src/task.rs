//! Tasks of participants 协办: they move no custody.

use jiefen_vocab::{Agency, FactId, Moment, Outcome};

use crate::step::Turn;
use crate::{Ground, Message, Mode, Offer, Refusal, Task, TaskState, Tell, Why};

impl Turn {
    pub fn give_task(&mut self, task: FactId, to: Agency, due: Moment) -> Result<(), Refusal> {
        if !self.desk.holds() {
            return Err(Refusal::NotHolder);
        }
        if to == self.ctx.me {
            return Err(Refusal::ToSelf);
        }
        if self.desk.given.contains_key(&task) {
            return Err(Refusal::TaskExists);
        }
        self.hand_task(task, to, due);
        Ok(())
    }

    fn hand_task(&mut self, task: FactId, to: Agency, due: Moment) {
        let epoch = self.desk.custody.epoch();
        self.desk.given.insert(task, Task { with: to, due: Some(due), state: TaskState::Open });
        self.send(to, Message::TaskGiven { task, epoch, due });
    }

    /// A lead gives each co-unit its task; the id follows from the brief, so a replay gives the same.
    pub fn give_lead_tasks(&mut self, offer: &Offer) {
        if offer.mode != Mode::Lead {
            return;
        }
        let due = offer.result_due.or(offer.due).unwrap_or(self.ctx.now);
        for unit in &offer.co_units {
            let task = FactId(offer.brief.0.derive(&unit.to_string()));
            if *unit != self.ctx.me && !self.desk.given.contains_key(&task) {
                self.hand_task(task, *unit, due);
            }
        }
    }

    fn open_task(&mut self, task: FactId) -> Result<&mut Task, Refusal> {
        let known = self.desk.tasks.get_mut(&task).ok_or(Refusal::UnknownTask)?;
        if known.state == TaskState::Open { Ok(known) } else { Err(Refusal::TaskClosed) }
    }

    pub fn finish_task(&mut self, task: FactId, outcome: Outcome) -> Result<(), Refusal> {
        let known = self.open_task(task)?;
        known.state = TaskState::Done(outcome);
        let to = known.with;
        self.send(to, Message::TaskDone { task, outcome });
        Ok(())
    }

    pub fn decline_task(
        &mut self,
        task: FactId,
        ground: Ground,
        proposal: Option<Agency>,
    ) -> Result<(), Refusal> {
        self.open_task(task)?;
        self.check_proposal(ground, proposal)?;
        let known = self.open_task(task)?;
        known.state = TaskState::Declined;
        let to = known.with;
        self.send(to, Message::TaskDeclined { task, ground, proposal });
        Ok(())
    }

    pub fn withdraw_task(&mut self, task: FactId) -> Result<(), Refusal> {
        let known = self.desk.given.get_mut(&task).ok_or(Refusal::UnknownTask)?;
        if known.state != TaskState::Open {
            return Err(Refusal::TaskClosed);
        }
        known.state = TaskState::Withdrawn;
        let to = known.with;
        self.send(to, Message::TaskWithdrawn { task });
        Ok(())
    }

    pub fn on_task_given(&mut self, from: Agency, task: FactId, due: Moment) {
        let Some(known) = self.desk.tasks.get(&task) else {
            let state = TaskState::Open;
            self.desk.tasks.insert(task, Task { with: from, due: Some(due), state });
            return self.tell(Tell::TaskSeen { from, task, due });
        };
        if known.with != from {
            return self.ignore(Why::Stranger);
        }
        match known.state {
            TaskState::Done(outcome) => {
                self.send(from, Message::TaskDone { task, outcome });
                self.ignore(Why::Known);
            }
            TaskState::Open | TaskState::Declined => self.ignore(Why::Known),
            TaskState::Withdrawn => self.ignore(Why::Stale),
        }
    }

    /// The participant has ended a task of ours.
    pub fn on_task_ended(&mut self, by: Agency, task: FactId, state: TaskState, told: Tell) {
        match self.desk.given.get_mut(&task).filter(|known| known.with == by) {
            None => self.ignore(Why::Stranger),
            Some(known) if known.state == TaskState::Open => {
                known.state = state;
                self.tell(told);
            }
            Some(_) => self.ignore(Why::Known),
        }
    }

    pub fn on_task_withdrawn(&mut self, from: Agency, task: FactId) {
        let state = TaskState::Withdrawn;
        match self.desk.tasks.get_mut(&task) {
            None => {
                self.desk.tasks.insert(task, Task { with: from, due: None, state });
            }
            Some(known) if known.with != from => self.ignore(Why::Stranger),
            Some(known) if known.state == TaskState::Open => {
                known.state = state;
                self.tell(Tell::TaskGone { from, task });
            }
            Some(_) => self.ignore(Why::Known),
        }
    }
}
