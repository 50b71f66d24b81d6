pub struct Kept;
