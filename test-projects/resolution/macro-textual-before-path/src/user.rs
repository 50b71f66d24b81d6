#[expect(unused_imports)]
use crate::other::chosen as _;

macro_rules! chosen {
    () => {
        pub fn made(_: $crate::a::Text) {}
    };
}

chosen!();
