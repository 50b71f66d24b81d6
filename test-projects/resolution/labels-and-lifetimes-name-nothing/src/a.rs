pub fn outer() {}
pub fn text() {}
pub fn run() {}
