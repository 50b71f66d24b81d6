pub struct Fast;
pub struct Slow;
pub struct Unix;
pub struct Other;
