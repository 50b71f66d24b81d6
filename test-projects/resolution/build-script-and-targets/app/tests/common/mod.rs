pub fn root() -> app::Root {
    app::Root
}
