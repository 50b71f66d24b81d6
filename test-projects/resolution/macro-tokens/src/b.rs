pub struct Never;

pub fn quoted() {}
