pub mod a;

#[macro_use]
pub mod macros {
    #[macro_use]
    pub mod deep {
        macro_rules! made {
            ($name:ident) => {
                pub fn $name(_: $crate::a::One) {}
            };
        }
    }
}

pub mod hidden {
    #[expect(unused_macros)]
    macro_rules! made {
        ($name:ident) => {
            pub fn $name(_: $crate::a::Two) {}
        };
    }
}

made!(here);

pub mod user;
