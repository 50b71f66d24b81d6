pub use futures::future::{Future, TryFuture, FusedFuture}; pub use futures::stream::{Stream, TryStream}; pub use futures::{future, stream, task};
