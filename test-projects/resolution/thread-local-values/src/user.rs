pub mod kept {
    use crate::a::{Counter, START};
    use std::cell::Cell;

    thread_local! {
        pub static COUNTER: Counter = const { Counter(Cell::new(START)) };
    }
}

pub fn run() -> u8 {
    kept::COUNTER.with(|counter: &crate::a::Counter| counter.next())
}
