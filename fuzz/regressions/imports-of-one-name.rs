//# app/src/lib.rs
pub mod several {
    macro_rules! two {
        () => {
            2
        };
    }
    pub(crate) use two;
    pub(crate) use two;
    pub(crate) use two;
}

pub fn run() -> u8 {
    several::two!()
}
