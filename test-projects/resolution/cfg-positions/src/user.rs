use crate::a;

#[cfg(feature = "x")]
use crate::a::One;

pub struct Fields {
    #[cfg(feature = "x")]
    pub field: a::Two,
}

pub struct Tuple(#[cfg(feature = "x")] pub a::Three);

pub enum Variants {
    #[cfg(feature = "x")]
    First(a::Four),
    Second(#[cfg(feature = "x")] a::Five),
}

impl Fields {
    #[cfg(feature = "x")]
    pub fn method(&self, _: a::Six) {}
}

pub trait Has {
    #[cfg(feature = "x")]
    fn has(&self) -> a::Seven;
}

pub fn parameter(#[cfg(feature = "x")] _: a::Eight, kind: a::Kind) -> u8 {
    match kind {
        #[cfg(feature = "x")]
        a::Kind::A => {
            let _ = a::Nine;
            1
        }
        _ => 2,
    }
}

pub fn statements() {
    #[cfg(feature = "x")]
    let _ = a::Ten;
    #[cfg(feature = "x")]
    drop(a::Eleven);
    #[cfg(all(feature = "x", not(feature = "x")))]
    drop(a::Never);
}

pub fn generics<#[cfg(feature = "x")] T: a::Twelve>() {}
