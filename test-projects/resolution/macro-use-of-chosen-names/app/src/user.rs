pub mod base {
    macro_rules! two {
        () => {
            3
        };
    }
    pub(crate) use two;
}

pub fn run() -> u8 {
    use self::base::*;
    one!() + two!()
}
