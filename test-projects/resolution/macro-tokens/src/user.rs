//! Not a reference: `crate::b::Never`.

use crate::a;

/// Nor is [`crate::b::Never`].
pub fn run() -> String {
    // crate::b::quoted();
    assert_eq!(crate::a::one(), 1, "crate::b::Never");
    let _ = vec![a::Three; 2];
    let _ = stringify!("crate::b::quoted()");
    format!("crate::b::Never {} {}", a::TWO, if true { a::four() } else { 0 })
}
