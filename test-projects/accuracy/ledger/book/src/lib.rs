#[macro_use]
mod macros;
pub mod account;
pub mod entry;
mod import;
pub mod money;

pub use account::Account;
pub use import::read as read_entries;
