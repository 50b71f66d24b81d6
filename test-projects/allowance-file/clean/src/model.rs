// bulkhead: allow-file(model-reads-no-environment, reason = "the port is on its way")

pub fn title() -> Option<String> {
    std::env::var("TITLE").ok()
}
