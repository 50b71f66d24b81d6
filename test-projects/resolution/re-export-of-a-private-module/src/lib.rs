pub use self::implementation::api;
pub use self::implementation::api::*;

mod implementation {
    pub mod api {
        pub fn function() {}
        pub struct Type;
    }
}

pub mod user;
