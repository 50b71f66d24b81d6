use crate::a::*;

const _: () = assert!(SIZE > 1);
const _: u8 = make();

pub enum Own {
    First = 5,
    Second = crate::a::Kind::Second as isize,
}

pub fn run() -> [u8; SIZE] {
    const LENGTH: usize = SIZE;
    let _: Option<&'static Check> = Some(&COUNT);
    [const { make() }, COUNT.value + LENGTH as u8]
}
