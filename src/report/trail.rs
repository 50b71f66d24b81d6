//! How a reference was established: one numbered line a step, with its place.

use super::describe::one_line;
use super::position;
use crate::base::SourceMap;
use crate::violation::Site;

/// The steps of a reference; none where nobody asked for them.
pub(super) fn lines(site: &Site, sources: &SourceMap) -> Vec<String> {
    let steps = site.trail.iter().enumerate();
    let lines = steps.map(|(at, step)| {
        let place = step.location.map_or_else(String::new, |place| {
            format!(" --> {}", position(sources, place))
        });
        format!("{}. {}{place}", at + 1, one_line(&step.text))
    });
    lines.collect()
}
