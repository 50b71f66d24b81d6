pub struct One;
pub struct Two;
