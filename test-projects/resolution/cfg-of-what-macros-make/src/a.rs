pub struct Kept;
pub struct Made;
pub struct Never;
