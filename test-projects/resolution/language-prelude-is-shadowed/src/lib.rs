pub mod a;
pub mod globbed;
pub mod plain;
pub mod user;
