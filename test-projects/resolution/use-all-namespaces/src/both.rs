use crate::a::*;
use crate::b::name as given;

pub fn run(_: name) -> u8 {
    use given as name;
    name()
}
