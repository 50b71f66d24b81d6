pub use futures::*; pub use futures::{channel, executor, future, io, lock, never, prelude, sink, stream, task};
