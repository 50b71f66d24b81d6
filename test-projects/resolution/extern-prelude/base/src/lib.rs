pub struct Thing;

pub fn root() {}
