pub fn thing() -> store::Thing {
    store::Thing
}
