use crate::parts::clock;

pub fn run() -> clock::Clock {
    clock()
}
