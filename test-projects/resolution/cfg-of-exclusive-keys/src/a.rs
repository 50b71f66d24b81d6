pub struct Kept;
pub struct Never;
