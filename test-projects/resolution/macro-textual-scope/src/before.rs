pub fn first() {}
