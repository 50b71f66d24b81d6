pub struct Red;
