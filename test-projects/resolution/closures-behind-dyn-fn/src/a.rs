pub struct App {
    pub title: String,
}

pub struct Row;

impl Row {
    pub fn show(&self) {}
}

pub type Check<'c> = (&'c str, Option<&'c dyn Fn(&App)>);

pub fn run(checks: &[Check]) {
    let _ = checks;
}

pub fn later(task: Box<dyn FnOnce(Row) -> usize>) {
    let _ = task;
}
