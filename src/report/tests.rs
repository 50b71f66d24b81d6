//! One rich report in every format, and texts that are hard to draw.
