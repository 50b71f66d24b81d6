use crate::a::{Clean, Finish};
use crate::b::{Path, PathBuf};

pub fn run() -> bool {
    PathBuf::make().clean()
}

pub fn end() -> u8 {
    Box::new(Path).finish()
}
