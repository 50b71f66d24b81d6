prelude!(b);

pub fn run(_: One, _: Two) {}
