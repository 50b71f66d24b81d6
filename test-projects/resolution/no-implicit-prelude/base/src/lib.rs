pub struct Thing;
pub struct Outside;
