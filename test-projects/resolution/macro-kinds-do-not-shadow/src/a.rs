macro_rules! test {
    () => {
        1
    };
}

macro_rules! derive {
    () => {};
}

pub fn run() {
    derive!();
}
