use crate::parts::Kind::{self, A};
use crate::parts::Show::{self as Shown};
use crate::parts::clock::{self};

fn clock() {}

pub fn run<S: Shown>(_: S) -> Kind {
    clock();
    clock::tick();
    A
}
