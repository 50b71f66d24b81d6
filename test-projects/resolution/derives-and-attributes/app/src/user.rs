use marks::Mark;

#[derive(Clone, Mark, marks::Note)]
#[mark(skip)]
pub struct Marked;

#[marks::traced]
pub fn run() {}
