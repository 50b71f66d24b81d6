use crate::a::{self, HIGH, Kind, LOW};

pub fn ranges(low: u8) -> bool {
    matches!(low, LOW..=HIGH | a::LOW..)
}

pub fn nested(given: &(Kind, [a::Pair; 2])) -> u8 {
    match given {
        (Kind::A(order), [first, ..]) => order.total + first.0.total,
        (Kind::B, [a::Pair(inner, _), _]) => inner.total,
        (Kind::C { value: LOW }, _) => 0,
        (Kind::C { value: bound @ (2 | 3) }, _) => *bound,
        _ => 1,
    }
}

pub fn in_parameters(a::Unit: a::Unit, &low: &u8) -> u8 {
    low
}
