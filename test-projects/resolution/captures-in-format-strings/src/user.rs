use crate::a::*;

pub fn run(text: u8) -> String {
    println!("{text} {{Escaped}} {}", stringify!(Text));
    assert!(text > 0, "more than {LIMIT} {:>WIDTH$}", shown().value);
    format!("{text:?} {0}", shown().value)
}
