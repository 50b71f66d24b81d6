// bulkhead: allow-file(model-reads-no-environment)

pub fn title() -> Option<String> {
    std::env::var("TITLE").ok()
}
