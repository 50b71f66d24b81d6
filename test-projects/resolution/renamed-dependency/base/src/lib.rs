pub struct Thing;

pub fn make() -> Thing {
    Thing
}
