//! Source texts by id, and places in them.

use std::sync::{Arc, OnceLock};

/// A file of the [`SourceMap`]. Ids follow the order in which files were added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct FileId(pub u32);

/// A half-open range of byte offsets in one file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset behind the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` to `end`, in bytes.
    #[must_use]
    pub(crate) const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// Length in bytes.
    #[must_use]
    pub(crate) const fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Whether it holds no byte.
    #[must_use]
    pub(crate) const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies in this span.
    #[must_use]
    pub(crate) const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// A span in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Location {
    /// The file.
    pub file: FileId,
    /// Where in it.
    pub span: Span,
}

/// A place as people count: both from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

#[derive(Debug)]
struct SourceFile {
    path: String,
    text: Arc<str>,
    lines: OnceLock<Vec<u32>>,
}

/// Every text of a run: Rust files, manifests and rule files, under the path shown to people
/// (relative to the workspace root, with `/`).
#[derive(Debug, Default)]
pub(crate) struct SourceMap {
    files: Vec<SourceFile>,
}

impl SourceMap {
    /// Adds a text and gives its id.
    pub(crate) fn add(&mut self, path: impl Into<String>, text: impl Into<Arc<str>>) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).expect("fewer than 2^32 files"));
        self.files.push(SourceFile {
            path: path.into(),
            text: text.into(),
            lines: OnceLock::new(),
        });
        id
    }

    /// How many bytes all texts have.
    #[must_use]
    pub(crate) fn size(&self) -> usize {
        self.files.iter().map(|file| file.text.len()).sum()
    }

    /// The path as shown to people.
    #[must_use]
    pub(crate) fn path(&self, file: FileId) -> &str {
        &self.files[file.0 as usize].path
    }

    /// The whole text.
    #[must_use]
    pub(crate) fn text(&self, file: FileId) -> &Arc<str> {
        &self.files[file.0 as usize].text
    }

    /// The text of a span; empty where the span is out of bounds.
    #[must_use]
    pub(crate) fn snippet(&self, location: Location) -> &str {
        self.text(location.file)
            .get(location.span.start as usize..location.span.end as usize)
            .unwrap_or("")
    }

    /// Line and column of a byte offset.
    #[must_use]
    pub(crate) fn line_column(&self, file: FileId, offset: u32) -> LineColumn {
        let source = &self.files[file.0 as usize];
        let lines = Self::lines(source);
        let line = lines.partition_point(|&start| start <= offset).max(1);
        let from = lines[line - 1] as usize;
        let to = (offset as usize).min(source.text.len());
        let column = source
            .text
            .get(from..to)
            .map_or(0, |text| text.chars().count());
        LineColumn {
            line,
            column: column + 1,
        }
    }

    /// Offset of the first byte of a line, counted from 1; `None` past the last line.
    #[must_use]
    pub(crate) fn line_start(&self, file: FileId, line: usize) -> Option<u32> {
        let lines = Self::lines(&self.files[file.0 as usize]);
        lines.get(line.checked_sub(1)?).copied()
    }

    fn lines(source: &SourceFile) -> &[u32] {
        source.lines.get_or_init(|| {
            let newlines = source.text.bytes().enumerate().filter(|&(_, b)| b == b'\n');
            std::iter::once(0)
                .chain(newlines.map(|(at, _)| u32::try_from(at + 1).unwrap_or(u32::MAX)))
                .collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one_in_characters() {
        let mut map = SourceMap::default();
        let file = map.add("a.rs", "ab\né=x\n");
        assert_eq!(map.line_column(file, 0), LineColumn { line: 1, column: 1 });
        assert_eq!(map.line_column(file, 3), LineColumn { line: 2, column: 1 });
        assert_eq!(map.line_column(file, 5), LineColumn { line: 2, column: 2 });
        assert_eq!(map.line_start(file, 2), Some(3));
        assert_eq!(map.line_start(file, 9), None);
    }
}
