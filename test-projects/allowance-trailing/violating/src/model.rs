pub fn title() -> Option<String> {
    let first = std::env::var("TITLE").ok(); // bulkhead: allow(model-reads-no-environment, reason = "the port is on its way")
    first.or_else(|| std::env::var("NAME").ok())
}
