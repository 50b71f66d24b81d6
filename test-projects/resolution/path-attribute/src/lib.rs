#[path = "odd/place.rs"]
pub mod neat;
pub mod user;

pub mod inline {
    #[path = "renamed.rs"]
    pub mod deep;
}
