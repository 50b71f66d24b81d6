use crate::api::{STARTED, Status};

pub fn toggle(status: Status) -> Status {
    match status {
        STARTED => Status::Closed,
        Status::Closed => STARTED,
    }
}
