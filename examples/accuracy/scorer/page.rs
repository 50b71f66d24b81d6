//! Scores as Markdown tables, which read well as plain text too.

use std::fmt::Write;

use super::judge::{Cluster, Group, KINDS, LEVELS, Level, Score, Share};
use super::read::Sources;

/// Everything about one workspace: tables, what is missed, what is wrong, and where the truth is blind.
pub(crate) fn details(name: &str, score: &Score, sources: &Sources, show: usize) -> String {
    let mut page = format!("## {name}\n");
    for level in LEVELS {
        let _ = write!(
            page,
            "\n### {}\n\n\
             | | in the truth | found | recall | in the graph | right | precision | not judged |\n\
             | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n",
            level.title(),
        );
        for group in Group::ALL {
            let found = at(&score.recall, &(level, group));
            let right = at(&score.precision, &(level, group));
            let blind = at(&score.blind, &(level, group));
            let _ = writeln!(
                page,
                "| {} | {} | {} | {} | {} | {} | {} | {blind} |",
                group.title(),
                found.of,
                found.good,
                percent(found),
                right.of + blind,
                right.good,
                percent(right),
            );
        }
        page.push_str("\n| kind | in the truth | found | recall |\n| --- | ---: | ---: | ---: |\n");
        for kind in KINDS {
            let found = at(&score.kinds, &(level, kind));
            let recall = percent(found);
            let _ = writeln!(
                page,
                "| `{kind}` | {} | {} | {recall} |",
                found.of, found.good
            );
        }
    }
    clusters(&mut page, "missed", &score.missed, sources, show);
    clusters(&mut page, "wrong", &score.wrong, sources, show);
    unseen(&mut page, score, sources);
    page
}

fn clusters(page: &mut String, what: &str, all: &[Cluster], sources: &Sources, show: usize) {
    let references: usize = all.iter().map(|cluster| cluster.count).sum();
    let whole = all.iter().filter(|cluster| cluster.is_whole_pair).count();
    let _ = writeln!(
        page,
        "\n### {what}: {references} references, {whole} module-to-module edges\n",
    );
    for cluster in all.iter().take(show) {
        let (file, line) = &cluster.place;
        let kinds: Vec<&str> = cluster.kinds.iter().map(String::as_str).collect();
        let edge = if cluster.is_whole_pair {
            ", the whole edge"
        } else {
            ""
        };
        let _ = writeln!(
            page,
            "- {} -> {}: {} ({}{edge}), such as `{}` at {file}:{line}\n  `{}`",
            cluster.pair.0,
            cluster.pair.1,
            cluster.count,
            kinds.join(", "),
            cluster.item,
            sources.file(file).line(*line),
        );
    }
    if all.len() > show {
        let _ = writeln!(page, "- and {} more pairs (--show N)", all.len() - show);
    }
}

fn unseen(page: &mut String, score: &Score, sources: &Sources) {
    let count = score.unseen.len();
    let _ = writeln!(page, "\n### the truth is blind here: {count} references\n");
    for unseen in &score.unseen {
        let item = if unseen.item.is_empty() {
            String::new()
        } else {
            format!("::{}", unseen.item)
        };
        let _ = writeln!(
            page,
            "- {}:{}: {} -> {}{item}: {}\n  `{}`",
            unseen.file,
            unseen.line,
            unseen.importer,
            unseen.defined,
            unseen.reason.phrase(),
            sources.file(&unseen.file).line(unseen.line),
        );
    }
}

/// One row a workspace: recall and precision of each group.
pub(crate) fn summary(scores: &[(String, Score)]) -> String {
    let mut page = String::new();
    for level in LEVELS {
        let _ = write!(
            page,
            "\n### {}: recall / precision\n\n| workspace | in the truth |",
            level.title()
        );
        for group in Group::ALL {
            let _ = write!(page, " {} |", group.title());
        }
        page.push_str(" not judged |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        for (name, score) in scores {
            row(&mut page, level, name, score);
        }
    }
    page
}

fn row(page: &mut String, level: Level, name: &str, score: &Score) {
    let all = at(&score.recall, &(level, Group::All));
    let _ = write!(page, "| {name} | {} |", all.of);
    for group in Group::ALL {
        let recall = percent(at(&score.recall, &(level, group)));
        let precision = percent(at(&score.precision, &(level, group)));
        let _ = write!(page, " {recall} / {precision} |");
    }
    let blind = at(&score.blind, &(level, Group::All));
    let _ = writeln!(page, " {blind} |");
}

fn at<K: Ord, V: Copy + Default>(map: &std::collections::BTreeMap<K, V>, key: &K) -> V {
    map.get(key).copied().unwrap_or_default()
}

/// In hundredths of a percent, cut off rather than rounded up; nothing of nothing is a dash.
fn percent(share: Share) -> String {
    if share.of == 0 {
        return "–".to_owned();
    }
    let hundredths = share.good * 10_000 / share.of;
    format!("{}.{:02} %", hundredths / 100, hundredths % 100)
}
