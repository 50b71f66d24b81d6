pub use crate::model::Status;
pub use crate::model::Status::Open as STARTED;
