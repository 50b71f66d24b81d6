pub mod parts;

pub fn made() -> base::parts::Part {
    base::make!()
}
