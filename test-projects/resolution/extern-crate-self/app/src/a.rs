pub struct Thing;

pub fn made() -> Thing {
    Thing
}
