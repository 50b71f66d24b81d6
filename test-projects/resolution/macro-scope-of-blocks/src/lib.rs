macro_rules! pick {
    () => {
        $crate::a::One
    };
}

pub mod a;
pub mod user;
