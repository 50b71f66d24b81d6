pub fn one() -> u8 {
    1
}

pub fn two() -> u8 {
    2
}

pub fn three() -> u8 {
    3
}

pub fn four() -> u8 {
    4
}
