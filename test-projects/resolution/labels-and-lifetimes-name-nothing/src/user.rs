use crate::a::run;

pub struct Named<'text>(pub &'text str);

pub fn all() {
    'outer: loop {
        run();
        break 'outer;
    }
    let _: u8 = 'text: { break 'text 1 };
}
