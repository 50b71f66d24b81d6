use crate::user::inner;

pub fn run() {
    let _ = inner::made;
}
