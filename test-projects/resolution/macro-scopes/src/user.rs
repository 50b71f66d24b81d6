use crate::b::double;

pub fn run() -> u8 {
    let _: crate::a::A = early!();
    let _ = crate::b::FACTOR;
    double!(crate::late::three())
}
