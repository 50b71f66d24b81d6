use crate::a::Money;

pub fn run(one: Money, two: Money) -> i64 {
    if one == two {
        return (-one).cents;
    }
    (one + two).cents
}
