macro_rules! items {
    ($($item:item)*) => { $($item)* };
}

items! {
    pub mod a;
    pub mod b;

    use crate::b::B as Bee;

    pub fn bee() -> Bee {
        a::bee()
    }
}
