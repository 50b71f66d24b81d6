pub fn run(_: crate::Type) {
    crate::api::function();
}
