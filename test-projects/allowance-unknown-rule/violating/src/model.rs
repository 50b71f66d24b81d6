// bulkhead: allow(model-reads-not-environment, reason = "the port is on its way")
pub fn title() -> Option<String> {
    std::env::var("TITLE").ok()
}
