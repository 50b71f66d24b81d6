pub mod r#type;
pub mod user;
