#[derive(marks::Mark)]
#[mark]
pub struct Marked {
    #[mark(helpers)]
    pub field: u8,
}

#[marks::plain]
pub fn run() {}
