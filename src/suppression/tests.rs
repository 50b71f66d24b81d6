use super::*;
use crate::base::{ConditionTable, FileId, Location, ReferenceKind, SourceMap, Span, name};
use crate::graph::{DependencyGraph, Node, NodeId, NodeKind, Reference, ReferenceId, ReferenceSet};
use crate::rules::{RuleSet, RuleSource, load};
use crate::violation::{Evidence, Finding, Hop, Site};

const FILE: FileId = FileId(7);
const TODAY: &str = "2026-11-24";

fn at(start: u32, end: u32) -> Location {
    Location {
        file: FILE,
        span: Span::new(start, end),
    }
}

/// `app` with the modules `a` (declared at 1..9 of the file), `b` and `m`; each pair is a reference, and the one at
/// index n stands at n * 10 + 10, five bytes long. `x` is an external crate.
fn graph(pairs: &[(&str, &str)]) -> DependencyGraph {
    let mut graph = DependencyGraph::default();
    let mut add = |path: &str, parent, place: Option<Location>| {
        graph.add_node(Node {
            path: name(path),
            kind: if path == "x" {
                NodeKind::External
            } else {
                NodeKind::Module
            },
            package: None,
            parent,
            location: place,
            test: false,
        })
    };
    let root = add("app", None, Some(at(0, 0)));
    let a = add("app::a", Some(root), Some(at(1, 9)));
    add("app::a::deep", Some(a), None);
    for path in ["app::b", "app::m"] {
        add(path, Some(root), None);
    }
    add("x", None, None);
    let ids: Vec<(NodeId, NodeId)> = pairs
        .iter()
        .map(|(from, to)| (graph.find(from).unwrap(), graph.find(to).unwrap()))
        .collect();
    let references = (1..)
        .zip(ids)
        .map(|(place, (importer, imported))| Reference {
            importer,
            imported,
            door: imported,
            item: None,
            named: name("x"),
            kind: ReferenceKind::Path,
            conditions: ConditionTable::default().intern(crate::base::Conditions::default()),
            location: at(place * 10, place * 10 + 5),
            definition: None,
            via_macro: false,
        });
    let references = references.collect();
    graph.with_references(references, ConditionTable::default())
}

/// Two rules, `no-x` and `layered`, and these exceptions.
fn rules(exceptions: &str) -> RuleSet {
    let text = format!(
        "[[forbid]]\nid = 'no-x'\nfrom = 'app'\nto = 'x'\n[[forbid]]\nid = 'layered'\nfrom = 'app::b'\nto = 'app::a'\n{exceptions}"
    );
    let source = RuleSource {
        path: "bulkhead.toml".to_owned(),
        text,
    };
    let loaded = load(&mut SourceMap::default(), source, &mut |_| {
        Err("none".to_owned())
    });
    assert!(loaded.errors.is_empty(), "{:?}", loaded.errors);
    loaded.rules
}

fn exception(from: &str, expires: &str) -> String {
    format!("[[exception]]\nrule = 'no-x'\nfrom = '{from}'\nto = 'x'\nbecause = 'r'\n{expires}\n")
}

fn allowance(rule: &str, covers: Span) -> Allowance {
    Allowance {
        rule: name(rule),
        reason: "r".to_owned(),
        until: None,
        span: Span::new(0, 1),
        covers,
        modules: false,
    }
}

fn violation(finding: Finding, evidence: Evidence) -> Violation {
    Violation {
        rule: name("no-x"),
        level: Level::Deny,
        finding,
        evidence,
        law: None,
    }
}

fn forbidden(indirect: bool) -> Finding {
    Finding::Forbidden {
        from: name("app"),
        to: name("x"),
        indirect,
    }
}

fn site(graph: &DependencyGraph, id: ReferenceId) -> Site {
    let reference = graph.reference(id);
    Site {
        reference: id.0 as usize,
        importer: graph.node(reference.importer).path,
        imported: graph.node(reference.imported).path,
        named: reference.named,
        kind: reference.kind,
        conditions: Vec::new(),
        location: reference.location,
        definition: None,
        external: false,
        trail: Vec::new(),
    }
}

/// A check that finds every reference to `x`, all in one finding.
fn direct(graph: &DependencyGraph, ignored: &ReferenceSet) -> Vec<Violation> {
    let x = graph.find("x").unwrap();
    let all = graph.references();
    let bad = all.filter(|(id, it)| it.imported == x && !ignored.contains(*id));
    let sites: Vec<Site> = bad.map(|(id, _)| site(graph, id)).collect();
    if sites.is_empty() {
        return Vec::new();
    }
    vec![violation(forbidden(false), Evidence::References(sites))]
}

/// A check that shows the first chain of which no reference is ignored.
fn chains(graph: &DependencyGraph, chains: &[[u32; 2]], ignored: &ReferenceSet) -> Vec<Violation> {
    let is_open = |it: &&[u32; 2]| it.iter().all(|&id| !ignored.contains(ReferenceId(id)));
    let hops = chains.iter().find(is_open).map(|chain| {
        let hop = |&id: &u32| {
            let site = site(graph, ReferenceId(id));
            Hop {
                from: site.importer,
                to: site.imported,
                site,
                references: 1,
            }
        };
        chain.iter().map(hop).collect()
    });
    let found = hops.map(|hops| violation(forbidden(true), Evidence::Chain(hops)));
    found.into_iter().collect()
}

/// What is left and how much was excused by the direct check, and the ids of the findings about the excuses.
fn run(
    graph: &DependencyGraph,
    rules: &RuleSet,
    allowances: &[Allowance],
) -> (Vec<usize>, usize, Vec<String>) {
    let scene = Scene::new(graph, rules);
    let inline = [InlineAllowances {
        file: FILE,
        allowances,
        malformed: &[],
    }];
    let excuses = Excuses::new(&scene, &inline, &[], TODAY);
    let judged = excuses.judge(name("no-x"), &|ignored| direct(graph, ignored));
    let left = judged.findings.iter().map(|it| match &it.evidence {
        Evidence::References(sites) => sites.len(),
        _ => 0,
    });
    let (left, count) = (left.collect(), judged.excused);
    let found = excuses.honesty(&[judged], &|_| Level::Warn);
    (
        left,
        count,
        found.iter().map(|it| it.rule.to_string()).collect(),
    )
}

#[test]
fn an_exception_excuses_what_lies_between_its_ends() {
    let graph = graph(&[("app::a", "x"), ("app::b", "x"), ("app::a::deep", "x")]);
    let one = rules(&exception("app::a", ""));
    assert_eq!(run(&graph, &one, &[]), (vec![1], 2, vec![]));
    let both = rules(&(exception("app::a", "") + &exception("app", "")));
    assert_eq!(run(&graph, &both, &[]), (vec![], 3, vec![]));
}

#[test]
fn one_that_excuses_nothing_is_reported() {
    let graph = graph(&[("app::a", "x"), ("app::m", "app::b")]);
    let unused = rules(&exception("app::m", ""));
    let says = |id: &str| vec![id.to_owned()];
    assert_eq!(
        run(&graph, &unused, &[]),
        (vec![1], 0, says("unused-exception"))
    );
    let elsewhere = [allowance("no-x", Span::new(20, 30))];
    assert_eq!(
        run(&graph, &rules(""), &elsewhere),
        (vec![1], 0, says("unused-allowance"))
    );
    // Nothing is said about the excuses of a rule that did not run.
    let other = [allowance("layered", Span::new(20, 30))];
    assert_eq!(run(&graph, &rules(""), &other), (vec![1], 0, vec![]));
}

#[test]
fn an_allowance_excuses_what_it_covers_for_its_rule_only() {
    let graph = graph(&[("app::a", "x"), ("app::b", "x"), ("app::m", "x")]);
    let second = [allowance("no-x", Span::new(18, 26))];
    assert_eq!(run(&graph, &rules(""), &second), (vec![2], 1, vec![]));
    let part = [allowance("no-x", Span::new(18, 24))];
    assert_eq!(run(&graph, &rules(""), &part).0, [3]);
    let other = [allowance("layered", Span::new(0, 99))];
    assert_eq!(run(&graph, &rules(""), &other).0, [3]);
}

#[test]
fn an_allowance_on_a_module_covers_it_in_its_own_file() {
    let graph = graph(&[("app::b", "x"), ("app::a::deep", "x")]);
    let mut on_declaration = allowance("no-x", Span::new(0, 9));
    assert_eq!(
        run(&graph, &rules(""), std::slice::from_ref(&on_declaration)).0,
        [2]
    );
    on_declaration.modules = true;
    assert_eq!(
        run(&graph, &rules(""), &[on_declaration]),
        (vec![1], 1, vec![])
    );
}

#[test]
fn past_its_day_it_excuses_nothing() {
    let graph = graph(&[("app::a", "x")]);
    let last_day = rules(&exception("app::a", "expires = 2026-11-24"));
    assert_eq!(run(&graph, &last_day, &[]), (vec![], 1, vec![]));
    let over = rules(&exception("app::a", "expires = 2026-11-23"));
    let expired = vec!["expired-exception".to_owned()];
    assert_eq!(run(&graph, &over, &[]), (vec![1], 0, expired));
    let mut inline = allowance("no-x", Span::new(0, 99));
    inline.until = Some(name("2026-11-23"));
    let expired = vec!["expired-allowance".to_owned()];
    assert_eq!(run(&graph, &rules(""), &[inline]), (vec![1], 0, expired));
}

#[test]
fn an_unknown_rule_and_an_unreadable_comment_are_malformed() {
    let graph = graph(&[("app::a", "x")]);
    let rules = rules("");
    let scene = Scene::new(&graph, &rules);
    let inline = [InlineAllowances {
        file: FILE,
        allowances: &[
            allowance("layerd", Span::new(0, 99)),
            allowance("left-out", Span::new(0, 99)),
            allowance("unassigned-module", Span::new(0, 99)),
        ],
        malformed: &[MalformedAllowance {
            span: Span::new(3, 4),
            what: "the reason is missing".to_owned(),
        }],
    }];
    let excuses = Excuses::new(&scene, &inline, &[name("left-out")], TODAY);
    let found = excuses.honesty(&[], &|_| Level::Deny);
    let malformed = |what: &str, near: Option<&str>| Finding::MalformedAllowance {
        what: what.to_owned(),
        near: near.map(name),
    };
    let findings: Vec<Finding> = found.iter().map(|it| it.finding.clone()).collect();
    let unknown = malformed("there is no rule `layerd`", Some("layered"));
    assert_eq!(
        findings,
        [unknown, malformed("the reason is missing", None)]
    );
    assert_eq!(found[1].evidence, Evidence::Place(Some(at(3, 4))));
    assert_eq!(excuses.honesty(&[], &|_| Level::Allow), []);
}

#[test]
fn an_exception_excuses_a_chain_between_its_ends_but_not_the_one_behind_it() {
    let pairs = [("app::a", "app::m"), ("app::m", "x"), ("app::b", "app::m")];
    let graph = graph(&pairs);
    let through_m = [[0, 1], [2, 1]];
    let judge = |exceptions: &str| {
        let rules = rules(exceptions);
        let scene = Scene::new(&graph, &rules);
        let excuses = Excuses::new(&scene, &[], &[], TODAY);
        let judged = excuses.judge(name("no-x"), &|ignored| chains(&graph, &through_m, ignored));
        let first = |it: &Violation| it.evidence.location().unwrap();
        let left: Vec<Location> = judged.findings.iter().map(first).collect();
        let count = judged.excused;
        let honest = excuses.honesty(&[judged], &|_| Level::Warn).len();
        (left, count, honest)
    };
    assert_eq!(judge(""), (vec![at(10, 15)], 0, 0));
    assert_eq!(judge(&exception("app::a", "")), (vec![at(30, 35)], 1, 0));
    let both = exception("app::a", "") + &exception("app::b", "");
    assert_eq!(judge(&both), (vec![], 2, 0));
    let last_hop = exception("app::m", "");
    assert_eq!(judge(&last_hop), (vec![], 1, 0));
}

#[test]
fn an_excuse_that_holds_back_a_hidden_chain_is_used() {
    let graph = graph(&[("app::a", "app::m"), ("app::m", "x"), ("app::b", "app::m")]);
    // Both rows of evidence end in the same hop; only the first is ever shown, and the second waits behind it.
    let hidden = [[0, 1], [2, 1]];
    let rules = rules("");
    let scene = Scene::new(&graph, &rules);
    let both = [
        allowance("no-x", Span::new(10, 15)),
        allowance("no-x", Span::new(30, 35)),
    ];
    let inline = [InlineAllowances {
        file: FILE,
        allowances: &both,
        malformed: &[],
    }];
    let excuses = Excuses::new(&scene, &inline, &[], TODAY);
    let judged = excuses.judge(name("no-x"), &|ignored| chains(&graph, &hidden, ignored));
    assert_eq!(judged.findings, []);
    assert_eq!(excuses.honesty(&[judged], &|_| Level::Warn), []);
}

#[test]
fn a_finding_that_is_a_place_is_excused_there() {
    let graph = graph(&[]);
    let lint = name("unassigned-module");
    let found = |module: &str, place| Violation {
        rule: lint,
        ..violation(
            Finding::UnassignedModule {
                module: name(module),
            },
            Evidence::Place(place),
        )
    };
    let both = [found("app::a", Some(at(1, 9))), found("app::a::deep", None)];
    let left = |covers: Allowance| {
        let rules = rules("");
        let scene = Scene::new(&graph, &rules);
        let inline = [InlineAllowances {
            file: FILE,
            allowances: &[covers],
            malformed: &[],
        }];
        let excuses = Excuses::new(&scene, &inline, &[], TODAY);
        let judged = excuses.judge(lint, &|_| both.to_vec());
        let unused = excuses.honesty(std::slice::from_ref(&judged), &|_| Level::Warn);
        (judged.findings.len(), judged.excused, unused.len())
    };
    let mut covers = allowance("unassigned-module", Span::new(0, 9));
    assert_eq!(left(covers.clone()), (1, 1, 0));
    covers.modules = true;
    assert_eq!(left(covers), (0, 2, 0));
    assert_eq!(
        left(allowance("unassigned-module", Span::new(2, 9))),
        (2, 0, 1)
    );
}

#[test]
fn what_is_allowed_and_what_belongs_to_another_rule_is_dropped() {
    let graph = graph(&[("app::a", "x")]);
    let rules = rules("");
    let scene = Scene::new(&graph, &rules);
    let excuses = Excuses::new(&scene, &[], &[], TODAY);
    let with = |level, rule: &str| {
        let found = |ignored: &ReferenceSet| {
            let mut found = direct(&graph, ignored);
            found[0].level = level;
            found
        };
        excuses.judge(name(rule), &found).findings.len()
    };
    assert_eq!(with(Level::Warn, "no-x"), 1);
    assert_eq!(with(Level::Allow, "no-x"), 0);
    assert_eq!(with(Level::Warn, "layered"), 0);
}
