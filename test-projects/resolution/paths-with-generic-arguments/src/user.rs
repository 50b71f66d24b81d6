use crate::a::{self, Held};

pub fn run(call: impl Fn(a::Input) -> a::Output) {
    drop(call);
    let _ = Held::<a::Left>::make::<a::Right>(a::Right);
    let _ = a::make::<[a::Left; 2]>();
}
