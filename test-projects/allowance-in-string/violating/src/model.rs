//! bulkhead: allow-file(model-reads-no-environment, reason = "a doc comment")

pub const TEXT: &str = "
// bulkhead: allow(model-reads-no-environment, reason = \"a string\")
";

pub fn title() -> Option<String> {
    std::env::var("TITLE").ok()
}
