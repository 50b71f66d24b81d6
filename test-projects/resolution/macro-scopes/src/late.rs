pub fn three() -> u8 {
    3
}

macro_rules! early {
    () => {
        4
    };
}

pub fn own_macro_wins() -> u8 {
    early!()
}
