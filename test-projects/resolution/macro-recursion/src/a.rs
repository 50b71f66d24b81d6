pub struct One;
pub struct Two;
pub struct Last;
pub struct Never;
