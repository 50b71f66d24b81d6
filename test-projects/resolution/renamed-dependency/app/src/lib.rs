use storage::Thing;

pub mod base;

pub fn stored() -> Thing {
    storage::make()
}
