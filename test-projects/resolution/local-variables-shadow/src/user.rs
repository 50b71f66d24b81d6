use crate::a::*;

pub fn run(one: u8) -> u8 {
    let two = one;
    let twice = |three: u8| three + two;
    twice(one) + four()
}
