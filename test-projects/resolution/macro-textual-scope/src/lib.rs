pub mod a;
pub mod before;

macro_rules! first {
    () => {
        pub fn made() -> crate::a::One {
            crate::a::One
        }
    };
}

pub mod early;
pub mod late;
