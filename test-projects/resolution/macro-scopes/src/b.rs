macro_rules! double {
    ($number:expr) => {
        $number * crate::b::FACTOR
    };
}

pub(crate) use double;

pub const FACTOR: u8 = 2;
