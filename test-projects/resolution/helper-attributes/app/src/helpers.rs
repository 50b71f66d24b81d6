pub fn mark() {}
