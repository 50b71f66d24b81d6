pub struct Option;
pub struct Vec;
