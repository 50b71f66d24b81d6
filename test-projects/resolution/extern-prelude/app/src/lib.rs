extern crate base as renamed;

pub mod other;
pub mod user;

pub fn run() {
    renamed::root();
}
