use crate::a::Build;

#[derive(Default)]
pub struct Config {
    pub size: u8,
    pub name: &'static str,
}

pub struct House;

impl Build for House {
    fn build() -> Self {
        House
    }
}
