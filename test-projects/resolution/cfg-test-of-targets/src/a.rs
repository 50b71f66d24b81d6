pub struct Both;
pub struct NotTest;
