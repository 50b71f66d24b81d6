use crate::a::*;

pub fn pair(pair: Pair, number: u8) -> u8 {
    match (pair, number) {
        (Pair(first, _), LIMIT) => first,
        (Pair(..), other) => other,
    }
}

pub fn kind(kind: Kind) -> u8 {
    if let Kind::A = kind {
        return 0;
    }
    let Kind::B(number) = kind else { return 1 };
    number
}
