#[derive(Clone, Copy)]
pub struct Kept;
pub struct Never;
