pub struct Carried;
