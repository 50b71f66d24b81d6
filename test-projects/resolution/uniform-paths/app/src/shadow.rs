pub mod base {
    pub struct Thing;
}

pub fn here() -> base::Thing {
    let _ = ::base::make();
    base::Thing
}
