pub struct Path;

pub struct PathBuf(Path);

impl PathBuf {
    pub fn make() -> Self {
        PathBuf(Path)
    }
}

impl std::ops::Deref for PathBuf {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.0
    }
}
