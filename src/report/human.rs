//! For people: a rustc-like header, snippets drawn by miette, and what to do. The only home of miette.

use std::fmt;

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError,
    MietteSpanContents, SourceCode, SourceSpan, SpanContents, ThemeCharacters, ThemeStyles,
};

use super::describe::{
    self, counted, definition_label, hop_label, is_unprintable, one_line, place_label, site_label,
};
use super::{Style, closing, position, severity, trail};
use crate::base::{FileId, Level, Location, SourceMap};
use crate::violation::{Evidence, Hop, Site, Violation};
use crate::violation::{Report, RuleFileError};

/// Lines longer than this are named, not drawn.
const LONGEST_LINE: usize = 400;

/// The report as text.
pub(super) fn render(report: &Report, sources: &SourceMap, style: &Style) -> String {
    let mut page = Page::new(sources, style);
    for error in &report.rule_file_errors {
        page.rule_file_error(error);
    }
    for finding in &report.findings {
        page.finding(finding);
    }
    for (level, line) in closing::remarks(report) {
        page.header(level, None, &line);
    }
    page.line(&closing::line(report));
    page.text
}

/// A place to draw, and what to write at it.
pub(super) struct Label {
    /// Where.
    pub location: Location,
    /// What to say there; a line break begins a second line.
    pub text: String,
}

/// A text under construction, and the one handler that draws all its snippets.
pub(super) struct Page<'a> {
    sources: &'a SourceMap,
    style: &'a Style,
    handler: GraphicalReportHandler,
    /// What is written so far.
    pub text: String,
}

impl<'a> Page<'a> {
    /// An empty page.
    pub(super) fn new(sources: &'a SourceMap, style: &'a Style) -> Self {
        let characters = if style.unicode {
            ThemeCharacters::unicode()
        } else {
            ThemeCharacters::ascii()
        };
        let styles = if style.color {
            ThemeStyles::ansi()
        } else {
            ThemeStyles::none()
        };
        let handler = GraphicalReportHandler::new_themed(GraphicalTheme { characters, styles })
            .with_context_lines(0)
            .with_links(false)
            .without_syntax_highlighting();
        Self {
            sources,
            style,
            handler,
            text: String::new(),
        }
    }

    /// `error[bulkhead::rule-id]: message`.
    pub(super) fn header(&mut self, level: Level, rule: Option<&str>, message: &str) {
        let code = rule.map_or_else(String::new, |rule| format!("[bulkhead::{rule}]"));
        let tint = match level {
            Level::Deny => "1;31",
            Level::Warn => "1;33",
            Level::Allow => "1;32",
        };
        let word = self.paint(tint, &format!("{}{}", severity(level), one_line(&code)));
        let message = self.paint("1", &format!(": {}", one_line(message)));
        self.line(&format!("{word}{message}"));
    }

    /// A line that stands above everything.
    pub(super) fn title(&mut self, title: &str) {
        let title = self.paint("1", &one_line(title));
        self.line(&title);
    }

    /// `= word: text`, wrapped under itself.
    pub(super) fn footer(&mut self, word: &str, text: &str) {
        let lead = format!("  = {word}: ");
        let indent = lead.chars().count();
        let room = match self.style.width {
            0 => usize::MAX,
            width => width.saturating_sub(indent).max(30),
        };
        let painted = format!("  = {}: ", self.paint("1", word));
        self.text.push_str(&painted);
        for (index, line) in wrap(text, room).iter().enumerate() {
            if index > 0 {
                self.text.push_str(&" ".repeat(indent));
            }
            self.line(line);
        }
    }

    /// The labels in their order, each place once; what cannot be drawn becomes a short line.
    pub(super) fn snippets(&mut self, labels: &[Label]) {
        let mut drawable = Vec::new();
        for label in labels {
            if let Some(anchor) = Anchor::of(self.sources, label.location) {
                drawable.push((anchor, label.text.as_str()));
                continue;
            }
            self.draw(&drawable);
            drawable.clear();
            let place = position(self.sources, label.location);
            let text = label.text.replace('\n', "; ");
            self.line(&format!("  --> {place}: {text}"));
        }
        self.draw(&drawable);
    }

    /// The labels of hops, each with how its reference was established where that was asked for; other labels last.
    pub(super) fn hops(&mut self, labels: &[Label], hops: &[Hop]) {
        if hops.iter().all(|hop| hop.site.trail.is_empty()) {
            self.snippets(labels);
            return;
        }
        let (own, others) = labels.split_at(hops.len().min(labels.len()));
        for (label, hop) in own.iter().zip(hops) {
            self.snippets(std::slice::from_ref(label));
            self.trail(&hop.site);
        }
        self.snippets(others);
    }

    fn trail(&mut self, site: &Site) {
        let lines = trail::lines(site, self.sources);
        if lines.is_empty() {
            return;
        }
        let title = format!("  = {}:", self.paint("1", "evidence"));
        self.line(&title);
        for line in lines {
            self.line(&format!("      {line}"));
        }
    }

    fn draw(&mut self, labels: &[(Anchor, &str)]) {
        if labels.is_empty() {
            return;
        }
        let drawing = Drawing::new(self.sources, labels);
        let mut drawn = String::new();
        self.handler
            .render_report(&mut drawn, &drawing)
            .expect("a string takes every write, and every span was checked");
        // miette begins with an icon and the message; ours stands in the header.
        let (_, snippets) = drawn.split_once('\n').unwrap_or(("", ""));
        self.text.push_str(snippets);
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn paint(&self, tint: &str, text: &str) -> String {
        if self.style.color {
            format!("\u{1b}[{tint}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }

    fn rule_file_error(&mut self, error: &RuleFileError) {
        self.header(Level::Deny, None, &error.message);
        if let Some(location) = error.location {
            self.snippets(&[Label {
                location,
                text: one_line(&error.label),
            }]);
        }
        if let Some(help) = &error.help {
            self.footer("help", help);
        }
        self.text.push('\n');
    }

    fn finding(&mut self, finding: &Violation) {
        self.header(
            finding.level,
            Some(&finding.rule),
            &describe::message(finding),
        );
        let labels = labels(finding);
        match &finding.evidence {
            Evidence::Chain(hops) | Evidence::Cycle { steps: hops, .. } => {
                self.hops(&labels, hops);
            }
            Evidence::References(_) | Evidence::Place(_) => self.snippets(&labels),
        }
        self.notes(finding);
        self.reasons(finding);
        self.text.push('\n');
    }

    fn notes(&mut self, finding: &Violation) {
        if !self.law_is_visible(finding)
            && let Some(permitted) = describe::permitted(&finding.finding)
        {
            self.footer("note", &permitted);
        }
        match &finding.evidence {
            Evidence::References(sites) if sites.len() > 1 => {
                if !self.style.all {
                    self.trail(&sites[0]);
                }
                self.further_sites(finding, sites);
            }
            Evidence::References(sites) => sites.iter().for_each(|site| self.trail(site)),
            Evidence::Cycle { cut, minimal, .. } if !cut.is_empty() => self.cut(cut, *minimal),
            _ => {}
        }
    }

    fn further_sites(&mut self, finding: &Violation, sites: &[Site]) {
        if self.style.all {
            self.footer("note", &format!("all {} references:", sites.len()));
            for site in sites {
                let place = position(self.sources, site.location);
                let line = format!("{place}: {}", site_label(site));
                self.line(&format!("      {line}"));
                for step in trail::lines(site, self.sources) {
                    self.line(&format!("         {step}"));
                }
            }
            return;
        }
        let more = counted(sites.len() - 1, "more reference");
        let between = finding
            .finding
            .ends()
            .map_or_else(String::new, |(from, to)| {
                format!(" between `{from}` and `{to}`")
            });
        let shows = if sites.len() == 2 {
            "shows it"
        } else {
            "shows every one"
        };
        self.footer("note", &format!("and {more}{between} (--all {shows})"));
    }

    fn cut(&mut self, cut: &[Hop], minimal: bool) {
        let references: usize = cut.iter().map(|hop| hop.references).sum();
        let cheapest = if minimal {
            "the cheapest cut"
        } else {
            "the cheapest cut found"
        };
        let these = match references {
            1 => "this reference".to_owned(),
            _ => format!("these {}", counted(references, "reference")),
        };
        self.footer("note", &format!("{cheapest} is to remove {these}:"));
        for hop in cut {
            let place = position(self.sources, hop.site.location);
            let more = match hop.references.saturating_sub(1) {
                0 => String::new(),
                more => format!(", and {more} more"),
            };
            let line = one_line(&format!("{} -> {} at {place}{more}", hop.from, hop.to));
            self.line(&format!("      {line}"));
        }
    }

    fn reasons(&mut self, finding: &Violation) {
        let law = finding.law.as_ref();
        if let Some(because) = law.and_then(|law| law.because.as_ref()) {
            self.footer("because", because);
        }
        if let Some(help) = describe::help(&finding.finding) {
            self.footer("help", &help);
        }
        if let Some(help) = law.and_then(|law| law.help.as_ref()) {
            self.footer("help", help);
        }
        if let Some(owner) = law.and_then(|law| law.owner.as_ref()) {
            self.footer("owner", owner);
        }
        if let Some(url) = law.and_then(|law| law.url.as_ref()) {
            self.footer("see", url);
        }
    }

    /// Whether the snippet of the rule file shows the whole value that decides.
    fn law_is_visible(&self, finding: &Violation) -> bool {
        let place = finding.law.as_ref().and_then(|law| law.location);
        place.is_some_and(|place| !self.sources.snippet(place).contains('\n'))
    }
}

/// What to draw for a finding: the code, the definition that it leads to, the rule.
fn labels(finding: &Violation) -> Vec<Label> {
    let mut labels = match &finding.evidence {
        Evidence::References(sites) => sites.first().map_or_else(Vec::new, site_labels),
        Evidence::Chain(hops) => chain_labels(hops),
        Evidence::Cycle { steps, .. } => hop_labels(steps),
        Evidence::Place(place) => place
            .iter()
            .map(|&location| Label {
                location,
                text: place_label(&finding.finding).to_owned(),
            })
            .collect(),
    };
    if let Some(law) = &finding.law
        && let Some(location) = law.location
        && labels.iter().all(|label| label.location != location)
    {
        labels.push(Label {
            location,
            text: one_line(&law.label),
        });
    }
    labels
}

fn site_labels(site: &Site) -> Vec<Label> {
    let used = Label {
        location: site.location,
        text: site_label(site),
    };
    std::iter::once(used).chain(definition(site)).collect()
}

/// One label a hop, and the definition that the last one leads to.
pub(super) fn chain_labels(hops: &[Hop]) -> Vec<Label> {
    let mut labels = hop_labels(hops);
    labels.extend(hops.last().and_then(|hop| definition(&hop.site)));
    labels
}

fn hop_labels(hops: &[Hop]) -> Vec<Label> {
    let label = |(index, hop): (usize, &Hop)| Label {
        location: hop.site.location,
        text: hop_label(index, hops.len(), hop),
    };
    hops.iter().enumerate().map(label).collect()
}

fn definition(site: &Site) -> Option<Label> {
    let location = site.definition.filter(|&place| place != site.location)?;
    Some(Label {
        location,
        text: definition_label(site),
    })
}

/// Breaks a text at spaces into lines of at most `room` characters; its own line breaks stay.
fn wrap(text: &str, room: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.trim_end().lines() {
        let mut line = String::new();
        for word in one_line(paragraph).split_whitespace() {
            let length = line.chars().count() + 1 + word.chars().count();
            if !line.is_empty() && length > room {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    if lines.is_empty() {
        lines.push(String::new());
    }
    lines
}

/// A part of one line that can be drawn.
#[derive(Clone, Copy)]
struct Anchor {
    file: FileId,
    line: usize,
    start: usize,
    end: usize,
}

impl Anchor {
    /// `None` for what is out of bounds, blank, too long, or would steer the terminal.
    fn of(sources: &SourceMap, location: Location) -> Option<Self> {
        let text = sources.text(location.file);
        let (from, to) = (location.span.start as usize, location.span.end as usize);
        if to > text.len() || from > to {
            return None;
        }
        let line = sources.line_column(location.file, location.span.start).line;
        let (line_start, line_end) = line_bounds(sources, location.file, line);
        let content = text.get(line_start..line_end)?.trim_end();
        let content_end = line_start + content.len();
        let drawable = |c: char| c == '\t' || !is_unprintable(c);
        if content.is_empty() || content.len() > LONGEST_LINE || !content.chars().all(drawable) {
            return None;
        }
        let indent = content.len() - content.trim_start().len();
        let mut start = text.floor_char_boundary_at(from.min(content_end));
        let end = text.ceil_char_boundary_at(to.min(content_end));
        // Of a span over several lines, the first is drawn; where that is just a bracket, all of the line.
        let cut_short = to > content_end && end.saturating_sub(start) < 3;
        if cut_short || start >= content_end {
            start = line_start + indent;
        }
        Some(Self {
            file: location.file,
            line,
            start,
            end: end.max(start),
        })
    }

    fn shares_lines(&self, other: &Self) -> bool {
        let apart = self.end <= other.start || other.end <= self.start;
        self.file == other.file && self.line.abs_diff(other.line) <= 1 && apart
    }
}

/// Character boundaries around a byte offset.
trait Boundaries {
    fn floor_char_boundary_at(&self, offset: usize) -> usize;
    fn ceil_char_boundary_at(&self, offset: usize) -> usize;
}

impl Boundaries for str {
    fn floor_char_boundary_at(&self, offset: usize) -> usize {
        (0..=offset)
            .rev()
            .find(|&at| self.is_char_boundary(at))
            .unwrap_or(0)
    }

    fn ceil_char_boundary_at(&self, offset: usize) -> usize {
        (offset..self.len())
            .find(|&at| self.is_char_boundary(at))
            .unwrap_or(self.len())
    }
}

/// Offsets of the first byte of a line and of the one behind its line break.
fn line_bounds(sources: &SourceMap, file: FileId, line: usize) -> (usize, usize) {
    let start = sources.line_start(file, line).unwrap_or(0) as usize;
    let end = sources.line_start(file, line + 1);
    let end = end.map_or(sources.text(file).len(), |next| next as usize);
    (start, end)
}

/// Snippets for miette, which knows one source only and sorts labels by offset: every snippet gets a copy of its file's
/// range of offsets, laid end to end in the order to draw, so order is ours and far labels never merge into one snippet.
struct Drawing<'a> {
    sources: &'a SourceMap,
    regions: Vec<Region>,
    labels: Vec<LabeledSpan>,
}

struct Region {
    file: FileId,
    base: usize,
    length: usize,
}

impl<'a> Drawing<'a> {
    fn new(sources: &'a SourceMap, labels: &[(Anchor, &str)]) -> Self {
        let mut groups: Vec<Vec<(Anchor, &str)>> = Vec::new();
        for &(anchor, text) in labels {
            let near = |group: &&mut Vec<(Anchor, &str)>| {
                group.iter().all(|(other, _)| anchor.shares_lines(other))
            };
            match groups.iter_mut().find(near) {
                Some(group) => group.push((anchor, text)),
                None => groups.push(vec![(anchor, text)]),
            }
        }
        let mut drawing = Self {
            sources,
            regions: Vec::new(),
            labels: Vec::new(),
        };
        let mut base = 0;
        for group in groups {
            base += drawing.add(base, &group);
        }
        drawing
    }

    fn add(&mut self, base: usize, group: &[(Anchor, &str)]) -> usize {
        let file = group[0].0.file;
        let length = self.sources.text(file).len();
        self.regions.push(Region { file, base, length });
        for (anchor, text) in group {
            let span = SourceSpan::new((base + anchor.start).into(), anchor.end - anchor.start);
            let text = (!text.is_empty()).then(|| (*text).to_owned());
            self.labels.push(LabeledSpan::new_with_span(text, span));
        }
        length + 1
    }
}

impl SourceCode for Drawing<'_> {
    fn read_span<'s>(
        &'s self,
        span: &SourceSpan,
        _before: usize,
        _after: usize,
    ) -> Result<Box<dyn SpanContents<'s> + 's>, MietteError> {
        let behind = self
            .regions
            .partition_point(|region| region.base <= span.offset());
        let region = behind
            .checked_sub(1)
            .and_then(|index| self.regions.get(index))
            .filter(|region| span.offset() + span.len() <= region.base + region.length)
            .ok_or(MietteError::OutOfBounds)?;
        let offset = |at: usize| u32::try_from(at).map_err(|_| MietteError::OutOfBounds);
        let start = offset(span.offset() - region.base)?;
        let end = offset(span.offset() + span.len() - region.base)?;
        let first = self.sources.line_column(region.file, start);
        let last = self.sources.line_column(region.file, end);
        let (from, _) = line_bounds(self.sources, region.file, first.line);
        let (_, to) = line_bounds(self.sources, region.file, last.line);
        let data = &self.sources.text(region.file).as_bytes()[from..to];
        Ok(Box::new(MietteSpanContents::new_named(
            one_line(self.sources.path(region.file)),
            data,
            SourceSpan::new((region.base + from).into(), to - from),
            first.line - 1,
            first.column - 1,
            last.line - first.line + 1,
        )))
    }
}

impl Diagnostic for Drawing<'_> {
    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }
}

impl std::error::Error for Drawing<'_> {}

impl fmt::Display for Drawing<'_> {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl fmt::Debug for Drawing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Drawing").finish_non_exhaustive()
    }
}
