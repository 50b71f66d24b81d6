pub mod a;
pub mod plain;
pub mod user;
