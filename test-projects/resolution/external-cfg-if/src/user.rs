cfg_if::cfg_if! {
    if #[cfg(feature = "x")] {
        pub fn made(_: crate::a::Items) {}
    } else {
        pub fn made(_: crate::a::Rest) {}
    }
}

pub fn run() -> u8 {
    cfg_if::cfg_if! {
        if #[cfg(feature = "x")] {
            crate::a::first()
        } else if #[cfg(all(feature = "x", unix))] {
            crate::a::never()
        } else if #[cfg(unix)] {
            crate::a::second()
        } else {
            crate::a::third()
        }
    }
}
