macro_rules! make {
    () => {
        3
    };
}

pub fn shadowed() -> u8 {
    make!() + other!()
}
