pub struct Top;

pub mod a {
    pub struct Top;

    pub mod b {
        pub struct Top;

        pub mod c {
            pub struct Top;

            pub fn run(
                _: self::Top,
                _: super::Top,
                _: super::super::Top,
                _: self::super::super::super::Top,
            ) {
            }
        }
    }
}
