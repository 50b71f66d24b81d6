pub fn again() -> facade::Item {
    crate::make()
}
