// What a closure takes is said by the `dyn Fn` that it becomes.
pub fn run() {
    crate::a::run(&[("title", Some(&|app| assert!(!app.title.is_empty())))]);
    crate::a::later(Box::new(|row| {
        row.show();
        0
    }));
}
