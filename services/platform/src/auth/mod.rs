//! Who is it, and may they: the tokens of the staff, and in which post somebody acts.

mod fault;
mod gate;
mod issuer;
mod permit;

pub use fault::AuthFault;
pub use gate::{Gate, GateFault, Staff};
pub use issuer::{IssueFault, Issuer};
pub use permit::{asked_role, may_read, permit};

#[cfg(test)]
mod tests;
