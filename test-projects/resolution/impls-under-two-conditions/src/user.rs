use crate::model::Open;

pub fn run(lock: &crate::model::Lock) {
    crate::model::Handle::open();
    lock.take();
}
