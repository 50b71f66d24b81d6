pub use futures::executor::*;
