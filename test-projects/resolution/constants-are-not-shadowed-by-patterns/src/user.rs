use crate::a::Kind::*;
use crate::a::*;

pub fn constant(given: u8) -> bool {
    match given {
        LIMIT => true,
        _ => false,
    }
}

pub fn unit(Unit: Unit) {}

pub fn variant(kind: Kind) -> bool {
    match kind {
        Open => true,
        _ => false,
    }
}

#[expect(non_snake_case)]
pub fn binding(given: u8) -> u8 {
    let Other = given;
    Other
}
