//! One rule against its excuses.

use crate::base::{Level, Name};
use crate::graph::ReferenceSet;
use crate::violation::{Evidence, Violation};

use super::Excuses;
use super::excuse::{Excuse, references, shown};

/// What is left of the findings of one rule.
#[derive(Debug)]
pub(crate) struct Judged {
    /// The rule or lint.
    pub rule: Name,
    /// What is not excused.
    pub findings: Vec<Violation>,
    /// How many references, chains and places are excused.
    pub excused: usize,
    /// The excuses that excused something, by index.
    pub(super) used: Vec<usize>,
}

pub(super) fn judge(
    excuses: &Excuses<'_>,
    rule: Name,
    run: &dyn Fn(&ReferenceSet) -> Vec<Violation>,
) -> Judged {
    let case = Case::new(excuses, rule, run);
    let raw = case.run(&ReferenceSet::default());
    if case.mine.is_empty() || raw.is_empty() {
        return Judged {
            rule,
            findings: raw,
            excused: 0,
            used: Vec::new(),
        };
    }
    let settled = case.settle(case.run(&case.ignored));
    Judged {
        rule,
        excused: case.count_references(&raw) + settled.excused.len(),
        used: case.used(&raw, &settled),
        findings: settled.kept,
    }
}

/// What is left without the references that are excused.
struct Settled {
    /// As the rule found it.
    remaining: Vec<Violation>,
    /// What is not excused.
    kept: Vec<Violation>,
    /// The chains and places that are.
    excused: Vec<Violation>,
}

struct Case<'a> {
    excuses: &'a Excuses<'a>,
    rule: Name,
    run: &'a dyn Fn(&ReferenceSet) -> Vec<Violation>,
    /// The unexpired excuses of this rule, with their indices.
    mine: Vec<(usize, &'a Excuse)>,
    /// The references that they cover.
    ignored: ReferenceSet,
}

impl<'a> Case<'a> {
    fn new(
        excuses: &'a Excuses<'_>,
        rule: Name,
        run: &'a dyn Fn(&ReferenceSet) -> Vec<Violation>,
    ) -> Self {
        let all = excuses.all.iter().enumerate();
        let mine: Vec<(usize, &Excuse)> = all
            .filter(|(_, excuse)| excuse.rule == rule && excuse.expired.is_none())
            .collect();
        let mut ignored = ReferenceSet::default();
        for (_, excuse) in &mine {
            ignored.union(&excuse.references);
        }
        Self {
            excuses,
            rule,
            run,
            mine,
            ignored,
        }
    }

    fn run(&self, ignored: &ReferenceSet) -> Vec<Violation> {
        let mut found = (self.run)(ignored);
        found.retain(|it| it.rule == self.rule && it.level != Level::Allow);
        found
    }

    fn is_excused(&self, violation: &Violation) -> bool {
        let scene = self.excuses.scene;
        self.mine
            .iter()
            .any(|(_, excuse)| excuse.covers(scene, violation))
    }

    /// Parts what is excused from the rest. A check shows one chain for a finding, and behind one that is excused
    /// another may hide: so the rule is asked again without the first hop of those, until it shows none any more.
    fn settle(&self, remaining: Vec<Violation>) -> Settled {
        let mut ignored = self.ignored.clone();
        let mut found = remaining.clone();
        let mut kept: Vec<Violation> = Vec::new();
        let mut excused: Vec<Violation> = Vec::new();
        loop {
            let before = kept.len();
            let mut cuts = 0;
            for violation in found {
                if self.is_excused(&violation) {
                    cuts += usize::from(self.cut_first_hop(&violation, &mut ignored));
                    push_new(&mut excused, violation);
                } else if kept[..before]
                    .iter()
                    .all(|it| it.finding != violation.finding)
                {
                    kept.push(violation);
                }
            }
            if cuts == 0 {
                return Settled {
                    remaining,
                    kept,
                    excused,
                };
            }
            found = self.run(&ignored);
        }
    }

    /// Adds the references of a chain's first hop; says whether they are new there.
    fn cut_first_hop(&self, violation: &Violation, ignored: &mut ReferenceSet) -> bool {
        if !matches!(violation.evidence, Evidence::Chain(_)) {
            return false;
        }
        let Some(id) = shown(violation).next().filter(|&id| !ignored.contains(id)) else {
            return false;
        };
        let scene = self.excuses.scene;
        let first = scene.graph().reference(id);
        ignored.union(&references(scene, |it| {
            it.importer == first.importer && it.imported == first.imported
        }));
        true
    }

    /// How many of the references that break the rule are excused.
    fn count_references(&self, raw: &[Violation]) -> usize {
        let mut references: ReferenceSet = raw.iter().flat_map(shown).collect();
        references.intersect(&self.ignored);
        references.count()
    }

    /// The excuses that are needed, by index.
    fn used(&self, raw: &[Violation], settled: &Settled) -> Vec<usize> {
        let scene = self.excuses.scene;
        let used = self.mine.iter().filter(|(_, excuse)| {
            let is_shown = |it: &Violation| shown(it).any(|id| excuse.references.contains(id));
            raw.iter().any(is_shown)
                || settled.excused.iter().any(|it| excuse.covers(scene, it))
                || self.changes_something(excuse, &settled.remaining)
        });
        used.map(|(index, _)| *index).collect()
    }

    /// Evidence shows one chain or cycle where there may be more, so an excuse that nothing shown asks for
    /// may still hold one back: then the rule finds something else without it.
    fn changes_something(&self, excuse: &Excuse, remaining: &[Violation]) -> bool {
        if excuse.references.is_empty() {
            return false;
        }
        let mut without = self.ignored.clone();
        without.subtract(&excuse.references);
        self.run(&without) != remaining
    }
}

fn push_new(list: &mut Vec<Violation>, violation: Violation) {
    if !list.contains(&violation) {
        list.push(violation);
    }
}
