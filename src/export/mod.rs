//! Stub.
mod references;
pub use references::references;
