pub struct One;
pub struct Two;
pub struct Three;
