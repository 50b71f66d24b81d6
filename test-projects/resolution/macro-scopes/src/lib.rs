macro_rules! early {
    () => {
        crate::a::A
    };
}

pub mod a;
pub mod b;
pub mod late;
pub mod user;
