use crate::functions::name;
use crate::types::name;

pub fn run(_: name) -> u8 {
    name()
}
