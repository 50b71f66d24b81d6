pub fn test() {}
