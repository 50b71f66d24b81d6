#[cfg(all(target_os = "linux", target_os = "windows"))]
pub fn two_systems(_: crate::a::Never) {}

#[cfg(all(unix, windows))]
pub fn two_families(_: crate::a::Never) {}

#[cfg(all(target_os = "macos", target_family = "windows"))]
pub fn system_of_another_family(_: crate::a::Never) {}

#[cfg(all(target_os = "linux", not(unix)))]
pub fn system_without_its_family(_: crate::a::Never) {}

#[cfg(all(target_pointer_width = "32", target_pointer_width = "64"))]
pub fn two_widths(_: crate::a::Never) {}

#[cfg(all(target_feature = "avx", target_feature = "sse"))]
pub fn several_values(_: crate::a::Kept) {}

#[cfg(all(target_family = "unix", target_family = "wasm"))]
pub fn several_families(_: crate::a::Kept) {}

#[cfg(all(unix, not(target_os = "linux")))]
pub fn the_rest_of_a_family(_: crate::a::Kept) {}
