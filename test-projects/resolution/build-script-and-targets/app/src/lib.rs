pub struct Root;
