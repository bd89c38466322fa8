//! Drafts against the working set: what they lack is loaded, what succeeds is taken over.

use std::collections::BTreeSet;

use crate::area::Area;
use crate::batch::Batch;
use crate::draft::{Draft, Setting, Stop};
use crate::error::Error;
use crate::queue::{Request, Step};
use crate::world::World;

/// How often a draft may ask for rows that it lacks before it must be a bug.
const LOADS: u32 = 16;

/// The answer to a draft; an outer error: what it lacks, or why the database failed.
type Tried = Result<Result<(), Error>, Stop>;

impl Batch<'_> {
    /// Works out a draft, loading what it lacks, and takes it over when it succeeds and `keep` is set.
    pub async fn attempt<A: Area>(
        &self,
        world: &mut World<A>,
        trace: Option<&str>,
        keep: bool,
        work: impl Fn(&mut Draft<'_, A>) -> Result<(), Stop>,
    ) -> Result<Result<(), Error>, Error> {
        for _ in 0..LOADS {
            match self.once(world, trace, keep, &work) {
                Ok(done) => return Ok(done),
                Err(Stop::Failed(error)) => return Err(error),
                Err(Stop::MissingCases(ids)) => world.load_cases(self.db, &ids).await?,
                Err(Stop::MissingDesk(id)) => {
                    world.load_desks(self.db, &BTreeSet::from([id])).await?;
                }
            }
        }
        let why = "a draft asks for rows without end".to_owned();
        Ok(Err(Error::Corrupt { doing: "work out a draft", why }))
    }

    /// Works out the draft of cases that begin together. When the working set lacks something, what the steps
    /// of each case lack is loaded first by working out these alone: the whole is not worked out again for
    /// each of many rows.
    pub async fn begin<A: Area>(
        &self,
        world: &mut World<A>,
        request: &Request<A>,
        steps: &[Step<A>],
    ) -> Result<Result<(), Error>, Error> {
        let (trace, keep) = (request.trace.as_deref(), !request.validate_only);
        let whole = |draft: &mut Draft<'_, A>| draft.begin(steps, &request.actor);
        if let Ok(done) = self.once(world, trace, keep, &whole) {
            return Ok(done);
        }
        for steps in steps.chunk_by(|one, next| one.case == next.case) {
            let alone = |draft: &mut Draft<'_, A>| draft.begin(steps, &request.actor);
            if let Err(error) = self.attempt(world, None, false, alone).await? {
                return Ok(Err(error));
            }
        }
        self.attempt(world, trace, keep, whole).await
    }

    /// Works out a draft with what is there.
    fn once<A: Area>(
        &self,
        world: &mut World<A>,
        trace: Option<&str>,
        keep: bool,
        work: &impl Fn(&mut Draft<'_, A>) -> Result<(), Stop>,
    ) -> Tried {
        let identity = self.identity;
        let set = Setting {
            me: identity.me,
            centre: identity.centre,
            law: &identity.law,
            now: self.now,
            ids: &*identity.ids,
        };
        let mut draft = Draft::new(world, &set);
        match work(&mut draft) {
            Ok(()) if draft.postponed() => {
                let why = "desk in quarantine".to_owned();
                Ok(Err(Error::Corrupt { doing: "apply a message", why }))
            }
            Ok(()) => {
                if keep {
                    let Draft { cases, desks, journal, outgoing, .. } = draft;
                    world.adopt(cases, desks);
                    self.write_journal(world, journal);
                    for message in outgoing {
                        self.enqueue(world, message, trace);
                    }
                }
                Ok(Ok(()))
            }
            Err(Stop::Failed(error)) => Ok(Err(error)),
            Err(missing @ (Stop::MissingCases(_) | Stop::MissingDesk(_))) => Err(missing),
        }
    }
}
