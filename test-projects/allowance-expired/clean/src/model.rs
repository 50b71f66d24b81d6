// bulkhead: allow(model-reads-no-environment, reason = "the port is on its way", until = "2099-12-31")
pub fn title() -> Option<String> {
    std::env::var("TITLE").ok()
}
