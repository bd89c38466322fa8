//! The cases that a draft looks at, and which of them must be loaded first.

use std::collections::BTreeSet;

use jiefen_vocab::{CaseId, DisputeId};

use crate::area::Area;
use crate::draft::{Draft, Stop};
use crate::world::Loaded;

impl<A: Area> Draft<'_, A> {
    /// A case as the draft has it.
    pub(crate) fn case(&self, id: CaseId) -> Result<&Loaded<A>, Stop> {
        let known = self.cases.get(&id).or_else(|| self.world.cases.get(&id));
        known.ok_or_else(|| Stop::MissingCases(BTreeSet::from([id])))
    }

    /// The cases that a dispute may have here. What is not at hand of them is asked for together: a dispute of an area with many
    /// procedures has many, and a draft may not ask without end.
    pub(crate) fn cases_of(&self, dispute: DisputeId) -> Result<Vec<(CaseId, &Loaded<A>)>, Stop> {
        let ids = A::cases_of(dispute);
        let missing: BTreeSet<CaseId> =
            ids.iter().copied().filter(|id| self.case(*id).is_err()).collect();
        if !missing.is_empty() {
            return Err(Stop::MissingCases(missing));
        }
        ids.into_iter().map(|id| Ok((id, self.case(id)?))).collect()
    }

    /// A case as it was before the draft.
    pub(crate) fn before(&self, id: CaseId) -> Result<&Loaded<A>, Stop> {
        let known = self.world.cases.get(&id);
        known.ok_or_else(|| Stop::MissingCases(BTreeSet::from([id])))
    }
}
