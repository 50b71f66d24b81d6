pub use futures::channel::*; pub use futures::channel::{mpsc, oneshot};
