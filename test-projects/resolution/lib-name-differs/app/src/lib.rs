pub fn thing() -> foundation::Thing {
    foundation::Thing
}
