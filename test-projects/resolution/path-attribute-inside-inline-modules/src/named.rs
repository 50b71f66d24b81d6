pub mod inner {
    #[path = "elsewhere.rs"]
    pub mod other;
}
