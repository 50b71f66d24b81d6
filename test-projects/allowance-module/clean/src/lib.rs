#[cfg_attr(any(), bulkhead::allow(model-reads-no-environment, reason = "the port is on its way"))]
pub mod model;
pub mod settings;
