//! What every part of the shop shares: identities, money, time, failures, and the few doors to the machine.

pub mod clock;
pub mod database;
pub mod error;
pub mod id;
pub mod locale;
pub mod money;
pub mod page;
pub mod settings;
pub mod topic;
