mod shared;

pub struct Root;

fn main() {
    let _ = (shared::root(), app::shared::root());
}
