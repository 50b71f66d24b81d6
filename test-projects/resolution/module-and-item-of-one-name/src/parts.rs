pub mod clock;

pub fn clock() -> clock::Clock {
    clock::Clock
}
