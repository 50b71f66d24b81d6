use crate::kinds::Kind;
use crate::kinds::Kind::B;

pub fn number(kind: Kind) -> u8 {
    match kind {
        Kind::A => 0,
        B(number) => number,
    }
}
