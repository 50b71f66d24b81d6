pub struct Text;
pub struct Path;
