pub mod child;

pub struct Old;
