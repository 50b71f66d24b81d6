pub struct Root;

pub mod inline {
    #[path = "elsewhere.rs"]
    pub mod other;
    pub mod plain;
}

pub mod named;
