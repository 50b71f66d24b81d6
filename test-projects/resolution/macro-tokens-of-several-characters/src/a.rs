pub struct Left;
pub struct Right;
pub struct Pair<'a, T>(pub &'a T);

impl Left {
    pub fn is_set(&self) -> bool {
        true
    }
}
