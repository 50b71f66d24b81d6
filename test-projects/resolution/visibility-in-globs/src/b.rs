pub struct Private;
pub struct Carried;
