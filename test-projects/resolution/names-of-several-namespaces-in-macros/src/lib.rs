#[macro_use]
mod macros;
pub mod registry;
pub mod user;

only! {
    pub use registry::Registry;

    pub fn registry() -> Registry {
        Registry
    }
}
