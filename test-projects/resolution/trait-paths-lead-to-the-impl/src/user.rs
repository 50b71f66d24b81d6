use crate::a::Build;
use crate::b::{Config, House};

pub fn config() -> Config {
    Config {
        size: 1,
        ..Default::default()
    }
}

pub fn house() -> House {
    let house: House = Build::build();
    Build::again(&house)
}
