pub mod a {
    pub struct Kept;
}

#[cfg(feature = "hidden")]
pub fn set_by_the_build_script(_: a::Kept) {}
