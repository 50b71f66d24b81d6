//! The last lines of a report for people: what was looked at, what was not, and the count.

use super::describe::counted;
use crate::base::Level;
use crate::violation::Report;

/// What a reader must know before trusting the count.
pub(super) fn remarks(report: &Report) -> Vec<(Level, String)> {
    let summary = &report.summary;
    let mut remarks = Vec::new();
    if !report.rule_file_errors.is_empty() {
        let errors = counted(report.rule_file_errors.len(), "error");
        let line = format!("{errors} in the rule file; only the rules that are valid were checked");
        remarks.push((Level::Deny, line));
    }
    if summary.modules == 0 {
        let line = "nothing was checked: there is no module to look at".to_owned();
        remarks.push((Level::Warn, line));
    } else if summary.rules == 0 {
        let line = "nothing was checked: there is no rule in force".to_owned();
        remarks.push((Level::Warn, line));
    }
    if summary.unanalysed_files > 0 {
        let files = counted(summary.unanalysed_files, "file");
        let whose = if summary.unanalysed_files == 1 {
            "its"
        } else {
            "their"
        };
        let line = format!("{files} could not be analysed, so {whose} dependencies are not known");
        remarks.push((Level::Warn, line));
    }
    remarks.extend(unresolved(report).map(|line| (Level::Allow, line)));
    remarks
}

/// `checked 212 modules in 14 packages against 9 rules: 3 errors, 1 warning, 2 excused`.
pub(super) fn line(report: &Report) -> String {
    let summary = &report.summary;
    let mut counts: Vec<String> = [(Level::Deny, "error"), (Level::Warn, "warning")]
        .into_iter()
        .map(|(level, word)| (report.count(level), word))
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| counted(count, word))
        .collect();
    if counts.is_empty() {
        counts.push("no violations".to_owned());
    }
    if summary.excused > 0 {
        counts.push(format!("{} excused", summary.excused));
    }
    format!(
        "checked {} in {} against {}: {}",
        counted(summary.modules, "module"),
        counted(summary.packages, "package"),
        counted(summary.rules, "rule"),
        counts.join(", ")
    )
}

fn unresolved(report: &Report) -> Option<String> {
    let count = report.summary.unresolved_paths;
    let total = report.summary.references + count;
    if count == 0 {
        return None;
    }
    let permille = count * 1000 / total;
    let share = match permille {
        0 => "less than 0.1%".to_owned(),
        _ => format!("{}.{}%", permille / 10, permille % 10),
    };
    let verb = if count == 1 { "does" } else { "do" };
    Some(format!(
        "{count} of {total} paths ({share}) {verb} not resolve"
    ))
}
