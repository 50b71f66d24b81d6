pub struct Mark;
pub struct Clone;
