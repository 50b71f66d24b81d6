// bulkhead: allow(model-reads-no-environment, reason = "the port is on its way")
pub fn title(home: Option<String>) -> Option<String> {
    home
}
