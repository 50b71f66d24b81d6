use crate::facade::*;

pub fn run() {
    let _ = (Open, Closed { by: 1 });
    new();
}
