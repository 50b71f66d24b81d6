pub struct Thing;

pub fn helper() {}
