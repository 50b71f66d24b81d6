pub struct Item {
    pub cart: Option<Box<super::Cart>>,
}
