//! One rich report in every format.

mod drawing;
mod sentences;

use insta::assert_snapshot;

use super::{Format, Style, render, render_chain};
use crate::base::{
    FileId, Level, Location, Name, ProblemKind, ReferenceKind, SourceMap, Span, name,
};
use crate::violation::{
    Chain, Evidence, Finding, Hop, Law, Report, RuleFileError, Site, Step, Summary, Violation,
    sort_findings,
};

const PLAIN: Style = Style {
    color: false,
    unicode: true,
    width: 100,
    all: false,
};

const CHECKOUT: &str = "//! Checkout.

use shop_billing::Ledger;
use shop_billing::Invoice;

#[cfg(test)]
mod tests {
    use shop_billing::internal::Ledger;
}
";

const BILLING: &str = "pub use internal::Ledger;
mod internal {
    pub struct Ledger {
        entries: Vec<shop_kernel::Money>,
    }
}
use shop_orders::api::Order;
";

const RULES: &str = r#"[domain.orders]
modules = ["shop_orders"]
uses = ["catalog", "kernel"]

[domain.billing]
public = [
    "shop_billing::api",
]

[[forbid]]
id = "pure"
to = ["sqlx"]

[[acyclic]]
id = "no-domain-cycles"
among = "domains"
"#;

/// A small shop: its sources by id.
struct Shop {
    sources: SourceMap,
    checkout: FileId,
    billing: FileId,
    rules: FileId,
}

impl Shop {
    fn new() -> Self {
        let mut sources = SourceMap::default();
        let checkout = sources.add("crates/orders/src/checkout.rs", CHECKOUT);
        let billing = sources.add("crates/billing/src/lib.rs", BILLING);
        let rules = sources.add("bulkhead.toml", RULES);
        Self {
            sources,
            checkout,
            billing,
            rules,
        }
    }

    /// The `nth` occurrence (from 0) of a text in a file.
    fn find(&self, file: FileId, text: &str, nth: usize) -> Location {
        let (start, _) = self
            .sources
            .text(file)
            .match_indices(text)
            .nth(nth)
            .expect("the text is there");
        location(file, start, start + text.len())
    }

    fn site(&self, file: FileId, text: &str, nth: usize, importer: &str, path: &str) -> Site {
        Site {
            reference: 0,
            importer: name(importer),
            imported: name(path),
            named: name(path),
            kind: ReferenceKind::Import,
            conditions: Vec::new(),
            location: self.find(file, text, nth),
            definition: None,
            external: false,
            trail: Vec::new(),
        }
    }

    fn law(&self, text: &str, nth: usize, label: &str) -> Law {
        Law {
            location: Some(self.find(self.rules, text, nth)),
            label: label.to_owned(),
            ..Law::default()
        }
    }
}

fn location(file: FileId, start: usize, end: usize) -> Location {
    let offset = |at: usize| u32::try_from(at).expect("small");
    Location {
        file,
        span: Span::new(offset(start), offset(end)),
    }
}

fn names(texts: &[&str]) -> Vec<Name> {
    texts.iter().map(|text| name(text)).collect()
}

fn hop(from: &str, to: &str, site: Site, references: usize) -> Hop {
    Hop {
        from: name(from),
        to: name(to),
        site,
        references,
    }
}

fn undeclared(shop: &Shop) -> Violation {
    let orders = "shop_orders::checkout";
    let ledger = "shop_billing::internal::Ledger";
    let mut first = shop.site(shop.checkout, "shop_billing::Ledger", 0, orders, ledger);
    first.named = name("shop_billing::Ledger");
    first.definition = Some(shop.find(shop.billing, "Ledger", 1));
    let second = shop.site(
        shop.checkout,
        "shop_billing::Invoice",
        0,
        orders,
        "shop_billing::Invoice",
    );
    let mut third = shop.site(
        shop.checkout,
        "shop_billing::internal::Ledger",
        0,
        "shop_orders::checkout::tests",
        ledger,
    );
    third.conditions = vec!["test".to_owned()];
    Violation {
        rule: name("domain-uses"),
        level: Level::Deny,
        finding: Finding::UndeclaredDependency {
            from: name("orders"),
            to: name("billing"),
            declared: names(&["catalog", "kernel"]),
        },
        evidence: Evidence::References(vec![first, second, third]),
        law: Some(Law {
            because: Some(
                "Orders are taken while billing is down, so nothing of billing may be on the way \
                 to an order; the two talk by events, which a queue keeps."
                    .to_owned(),
            ),
            help: Some("Publish an event.\nSee docs/adr/0007.md.".to_owned()),
            owner: Some("@acme/orders".to_owned()),
            url: Some("https://example.com/adr/7".to_owned()),
            ..shop.law("[\"catalog\", \"kernel\"]", 0, "only these")
        }),
    }
}

fn private(shop: &Shop) -> Violation {
    let mut site = shop.site(
        shop.checkout,
        "shop_billing::Invoice",
        0,
        "shop_orders::checkout",
        "shop_billing::Invoice",
    );
    site.kind = ReferenceKind::Type;
    Violation {
        rule: name("domain-public"),
        level: Level::Deny,
        finding: Finding::PrivateAccess {
            from: name("orders"),
            to: name("billing"),
            doors: names(&["shop_billing::api"]),
        },
        evidence: Evidence::References(vec![site]),
        law: Some(shop.law("[\n    \"shop_billing::api\",\n]", 0, "the only doors")),
    }
}

fn forbidden(shop: &Shop) -> Violation {
    let first = shop.site(
        shop.checkout,
        "shop_billing::Ledger",
        0,
        "shop_orders::checkout",
        "shop_billing::internal::Ledger",
    );
    let mut last = shop.site(
        shop.billing,
        "shop_kernel::Money",
        0,
        "shop_billing::internal",
        "sqlx::Money",
    );
    last.external = true;
    Violation {
        rule: name("pure"),
        level: Level::Deny,
        finding: Finding::Forbidden {
            from: name("shop_orders::checkout"),
            to: name("sqlx"),
            indirect: true,
        },
        evidence: Evidence::Chain(vec![
            hop("shop_orders::checkout", "shop_billing::internal", first, 3),
            hop("shop_billing::internal", "sqlx::Money", last, 1),
        ]),
        law: Some(shop.law("\"sqlx\"", 0, "forbidden here")),
    }
}

fn cycle(shop: &Shop) -> Violation {
    let there = shop.site(
        shop.checkout,
        "shop_billing::Ledger",
        0,
        "shop_orders::checkout",
        "shop_billing::internal::Ledger",
    );
    let back = shop.site(
        shop.billing,
        "shop_orders::api::Order",
        0,
        "shop_billing",
        "shop_orders::api::Order",
    );
    let back = hop("billing", "orders", back, 1);
    Violation {
        rule: name("no-domain-cycles"),
        level: Level::Warn,
        finding: Finding::Cycle {
            among: name("domains"),
            members: names(&["billing", "catalog", "orders"]),
        },
        evidence: Evidence::Cycle {
            steps: vec![back.clone(), hop("orders", "billing", there, 3)],
            cut: vec![back],
            minimal: true,
        },
        law: Some(shop.law("\"domains\"", 0, "no circle among these")),
    }
}

fn unmatched(shop: &Shop) -> Violation {
    Violation {
        rule: name("unmatched-selector"),
        level: Level::Warn,
        finding: Finding::UnmatchedSelector {
            rule: name("domain.orders"),
            key: name("modules"),
            term: name("shop_orders"),
            near: Some(name("shop_order")),
        },
        evidence: Evidence::Place(Some(shop.find(shop.rules, "\"shop_orders\"", 0))),
        law: None,
    }
}

fn placeless() -> Violation {
    Violation {
        rule: name("unreadable-file"),
        level: Level::Deny,
        finding: Finding::Unanalysed {
            kind: ProblemKind::UnreadableFile,
            message: "cannot read crates/web/src/lib.rs:\npermission denied".to_owned(),
            help: Some("make it readable".to_owned()),
        },
        evidence: Evidence::Place(None),
        law: None,
    }
}

fn shop_report(shop: &Shop) -> Report {
    let mut findings = vec![
        placeless(),
        unmatched(shop),
        forbidden(shop),
        cycle(shop),
        private(shop),
        undeclared(shop),
    ];
    sort_findings(&mut findings, &shop.sources);
    Report {
        findings,
        rule_file_errors: vec![RuleFileError {
            location: Some(shop.find(shop.rules, "public", 0)),
            message: "unknown key `public`".to_owned(),
            label: "not a key of a domain".to_owned(),
            help: Some("did you mean `publish`?".to_owned()),
        }],
        summary: Summary {
            version: "0.1.0".to_owned(),
            modules: 212,
            packages: 14,
            rules: 9,
            references: 4000,
            excused: 2,
            unanalysed_files: 1,
            unresolved_paths: 12,
        },
    }
}

#[test]
fn a_rich_report_for_people() {
    let shop = Shop::new();
    let text = render(&shop_report(&shop), &shop.sources, Format::Human, &PLAIN);
    assert_snapshot!(text, @r#"
error: unknown key `public`
   ╭─[bulkhead.toml:6:1]
 6 │ public = [
   · ───┬──
   ·    ╰── not a key of a domain
   ╰────
  = help: did you mean `publish`?

warning[bulkhead::unmatched-selector]: `shop_orders` in `modules` of `domain.orders` matches nothing
   ╭─[bulkhead.toml:2:12]
 2 │ modules = ["shop_orders"]
   ·            ──────┬──────
   ·                  ╰── matches nothing
   ╰────
  = help: did you mean `shop_order`?

warning[bulkhead::no-domain-cycles]: 3 domains depend on each other in cycles, the shortest of which is billing -> orders -> billing
   ╭─[crates/billing/src/lib.rs:7:5]
 7 │ use shop_orders::api::Order;
   ·     ───────────┬───────────
   ·                ╰── (1/2) billing -> orders
   ╰────
   ╭─[crates/orders/src/checkout.rs:3:5]
 3 │ use shop_billing::Ledger;
   ·     ──────────┬─────────
   ·               ╰── (2/2) orders -> billing (and 2 more references)
   ╰────
    ╭─[bulkhead.toml:16:9]
 16 │ among = "domains"
    ·         ────┬────
    ·             ╰── no circle among these
    ╰────
  = note: the cheapest cut is to remove this reference:
      billing -> orders at crates/billing/src/lib.rs:7:5

error[bulkhead::domain-uses]: domain `orders` depends on `billing`, which its `uses` does not list
   ╭─[crates/orders/src/checkout.rs:3:5]
 3 │ use shop_billing::Ledger;
   ·     ──────────┬─────────
   ·               ╰── `shop_orders::checkout` imports `shop_billing::Ledger` here
   ╰────
   ╭─[crates/billing/src/lib.rs:3:16]
 3 │     pub struct Ledger {
   ·                ───┬──
   ·                   ╰── `shop_billing::internal::Ledger` is defined here
   ╰────
   ╭─[bulkhead.toml:3:8]
 3 │ uses = ["catalog", "kernel"]
   ·        ──────────┬──────────
   ·                  ╰── only these
   ╰────
  = note: and 2 more references between `orders` and `billing` (--all shows every one)
  = because: Orders are taken while billing is down, so nothing of billing may be on the way to an
             order; the two talk by events, which a queue keeps.
  = help: Publish an event.
          See docs/adr/0007.md.
  = owner: @acme/orders
  = see: https://example.com/adr/7

error[bulkhead::pure]: `shop_orders::checkout` depends on `sqlx` indirectly, in 2 steps, which is forbidden
   ╭─[crates/orders/src/checkout.rs:3:5]
 3 │ use shop_billing::Ledger;
   ·     ──────────┬─────────
   ·               ╰── (1/2) shop_orders::checkout -> shop_billing::internal (and 2 more references)
   ╰────
   ╭─[crates/billing/src/lib.rs:4:22]
 4 │         entries: Vec<shop_kernel::Money>,
   ·                      ─────────┬────────
   ·                               ╰── (2/2) shop_billing::internal -> sqlx::Money
   ╰────
    ╭─[bulkhead.toml:12:7]
 12 │ to = ["sqlx"]
    ·       ───┬──
    ·          ╰── forbidden here
    ╰────

error[bulkhead::domain-public]: `orders` reaches into domain `billing` past its `public` doors
   ╭─[crates/orders/src/checkout.rs:4:5]
 4 │ use shop_billing::Invoice;
   ·     ──────────┬──────────
   ·               ╰── `shop_orders::checkout` uses `shop_billing::Invoice` here
   ╰────
   ╭─[bulkhead.toml:6:1]
 6 │ public = [
   · ─────┬────
   ·      ╰── the only doors
   ╰────
  = note: the way into `billing` is `shop_billing::api`

error[bulkhead::unreadable-file]: cannot read crates/web/src/lib.rs: permission denied
  = help: make it readable

error: 1 error in the rule file; only the rules that are valid were checked
warning: 1 file could not be analysed, so its dependencies are not known
note: 12 of 4012 paths (0.2%) do not resolve
checked 212 modules in 14 packages against 9 rules: 4 errors, 2 warnings, 2 excused
"#);
}

#[test]
fn every_reference_is_listed_on_demand_and_ascii_and_colour_are_the_callers_choice() {
    let shop = Shop::new();
    let report = Report {
        findings: vec![undeclared(&shop)],
        ..Report::default()
    };
    let all = Style {
        unicode: false,
        all: true,
        ..PLAIN
    };
    let text = render(&report, &shop.sources, Format::Human, &all);
    assert_snapshot!(text, @r#"
error[bulkhead::domain-uses]: domain `orders` depends on `billing`, which its `uses` does not list
   ,-[crates/orders/src/checkout.rs:3:5]
 3 | use shop_billing::Ledger;
   :     ^^^^^^^^^^|^^^^^^^^^
   :               `-- `shop_orders::checkout` imports `shop_billing::Ledger` here
   `----
   ,-[crates/billing/src/lib.rs:3:16]
 3 |     pub struct Ledger {
   :                ^^^|^^
   :                   `-- `shop_billing::internal::Ledger` is defined here
   `----
   ,-[bulkhead.toml:3:8]
 3 | uses = ["catalog", "kernel"]
   :        ^^^^^^^^^^|^^^^^^^^^^
   :                  `-- only these
   `----
  = note: all 3 references:
      crates/orders/src/checkout.rs:3:5: `shop_orders::checkout` imports `shop_billing::Ledger` here
      crates/orders/src/checkout.rs:4:5: `shop_orders::checkout` imports `shop_billing::Invoice` here
      crates/orders/src/checkout.rs:8:9: `shop_orders::checkout::tests` imports `shop_billing::internal::Ledger` here (only under test)
  = because: Orders are taken while billing is down, so nothing of billing may be on the way to an
             order; the two talk by events, which a queue keeps.
  = help: Publish an event.
          See docs/adr/0007.md.
  = owner: @acme/orders
  = see: https://example.com/adr/7

warning: nothing was checked: there is no module to look at
checked 0 modules in 0 packages against 0 rules: 1 error
"#);
    assert!(text.is_ascii());
    let color = Style { color: true, ..all };
    let coloured = render(&report, &shop.sources, Format::Human, &color);
    assert!(coloured.starts_with("\u{1b}[1;31merror[bulkhead::domain-uses]\u{1b}[0m"));
    assert_eq!(without_colour(&coloured), text);
}

#[test]
fn the_same_report_as_short_lines() {
    let shop = Shop::new();
    let text = render(&shop_report(&shop), &shop.sources, Format::Short, &PLAIN);
    assert_snapshot!(text, @r#"
bulkhead.toml:6:1: error: unknown key `public`
bulkhead.toml:2:12: warning[bulkhead::unmatched-selector]: `shop_orders` in `modules` of `domain.orders` matches nothing
crates/billing/src/lib.rs:7:5: warning[bulkhead::no-domain-cycles]: 3 domains depend on each other in cycles, the shortest of which is billing -> orders -> billing
crates/orders/src/checkout.rs:3:5: error[bulkhead::domain-uses]: domain `orders` depends on `billing`, which its `uses` does not list (and 2 more references)
crates/orders/src/checkout.rs:3:5: error[bulkhead::pure]: `shop_orders::checkout` depends on `sqlx` indirectly, in 2 steps, which is forbidden: shop_orders::checkout -> shop_billing::internal -> sqlx::Money
crates/orders/src/checkout.rs:4:5: error[bulkhead::domain-public]: `orders` reaches into domain `billing` past its `public` doors
error[bulkhead::unreadable-file]: cannot read crates/web/src/lib.rs: permission denied
error: 1 error in the rule file; only the rules that are valid were checked
warning: 1 file could not be analysed, so its dependencies are not known
note: 12 of 4012 paths (0.2%) do not resolve
checked 212 modules in 14 packages against 9 rules: 4 errors, 2 warnings, 2 excused
"#);
    let all = Style { all: true, ..PLAIN };
    let every = render(&shop_report(&shop), &shop.sources, Format::Short, &all);
    let listed = every.lines().filter(|line| line.contains("domain-uses"));
    assert_eq!(listed.count(), 3);
}

#[test]
fn the_json_document_of_each_kind_of_evidence() {
    let shop = Shop::new();
    let text = render(&shop_report(&shop), &shop.sources, Format::Json, &PLAIN);
    assert!(text.ends_with("}\n"));
    let document: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
    assert_eq!(document["schema_version"], 1);
    assert_eq!(document["summary"]["errors"], 4);
    assert_eq!(
        document["findings"][2]["references"][2]["conditions"][0],
        "test"
    );
    assert_eq!(document["findings"][1]["cycle"]["cut"][0]["to"], "orders");
    assert_eq!(
        document["findings"][3]["chain"][1]["reference"]["external"],
        true
    );
    assert!(document["findings"][5]["location"].is_null());
    let report = Report {
        findings: vec![private(&shop)],
        rule_file_errors: Vec::new(),
        ..shop_report(&shop)
    };
    let one = render(&report, &shop.sources, Format::Json, &PLAIN);
    assert_snapshot!(one, @r#"
{
  "schema_version": 1,
  "tool": {
    "name": "cargo-bulkhead",
    "version": "0.1.0"
  },
  "summary": {
    "modules": 212,
    "packages": 14,
    "rules": 9,
    "references": 4000,
    "errors": 1,
    "warnings": 0,
    "excused": 2,
    "unanalysed_files": 1,
    "unresolved_paths": 12,
    "rule_file_errors": 0
  },
  "remarks": [
    "1 file could not be analysed, so its dependencies are not known",
    "12 of 4012 paths (0.2%) do not resolve"
  ],
  "findings": [
    {
      "rule": "domain-public",
      "level": "deny",
      "severity": "error",
      "kind": "private-access",
      "message": "`orders` reaches into domain `billing` past its `public` doors",
      "importer": "orders",
      "imported": "billing",
      "fingerprint": "80bc6916ebf507f9d0258ed787c9b484",
      "location": {
        "file": "crates/orders/src/checkout.rs",
        "line": 4,
        "column": 5,
        "end_line": 4,
        "end_column": 26
      },
      "help": null,
      "references": [
        {
          "importer": "shop_orders::checkout",
          "named": "shop_billing::Invoice",
          "defined": "shop_billing::Invoice",
          "kind": "type",
          "conditions": [],
          "external": false,
          "location": {
            "file": "crates/orders/src/checkout.rs",
            "line": 4,
            "column": 5,
            "end_line": 4,
            "end_column": 26
          },
          "definition": null
        }
      ],
      "law": {
        "location": {
          "file": "bulkhead.toml",
          "line": 6,
          "column": 10,
          "end_line": 8,
          "end_column": 2
        },
        "label": "the only doors",
        "because": null,
        "help": null,
        "owner": null,
        "url": null
      }
    }
  ],
  "rule_file_errors": []
}
"#);
}

#[test]
fn the_order_of_what_is_found_does_not_matter() {
    let shop = Shop::new();
    let report = shop_report(&shop);
    let mut shuffled = report.clone();
    shuffled.findings.rotate_left(2);
    shuffled.findings.swap(0, 3);
    sort_findings(&mut shuffled.findings, &shop.sources);
    assert_eq!(shuffled.findings, report.findings);
}

#[test]
fn a_chain_answers_why() {
    let shop = Shop::new();
    let Evidence::Chain(hops) = forbidden(&shop).evidence else {
        panic!("it is a chain");
    };
    let step = |(hop, note): (Hop, Option<&str>)| Step {
        hop,
        note: note.map(str::to_owned),
    };
    let chain = Chain {
        title: "`shop_orders::checkout` depends on `sqlx` in 2 steps".to_owned(),
        steps: hops
            .into_iter()
            .zip([Some("forbidden by `domain-uses`"), None])
            .map(step)
            .collect(),
    };
    let human = render_chain(&chain, &shop.sources, Format::Human, &PLAIN);
    assert_snapshot!(human, @r#"
`shop_orders::checkout` depends on `sqlx` in 2 steps
   ╭─[crates/orders/src/checkout.rs:3:5]
 3 │ use shop_billing::Ledger;
   ·     ──────────┬─────────
   ·               ╰─┤ (1/2) shop_orders::checkout -> shop_billing::internal (and 2 more references)
   ·                 │ forbidden by `domain-uses`
   ╰────
   ╭─[crates/billing/src/lib.rs:4:22]
 4 │         entries: Vec<shop_kernel::Money>,
   ·                      ─────────┬────────
   ·                               ╰── (2/2) shop_billing::internal -> sqlx::Money
   ╰────
"#);
    let short = render_chain(&chain, &shop.sources, Format::Short, &PLAIN);
    assert_snapshot!(short, @r#"
`shop_orders::checkout` depends on `sqlx` in 2 steps
crates/orders/src/checkout.rs:3:5: (1/2) shop_orders::checkout -> shop_billing::internal (and 2 more references): forbidden by `domain-uses`
crates/billing/src/lib.rs:4:22: (2/2) shop_billing::internal -> sqlx::Money
"#);
    let json = render_chain(&chain, &shop.sources, Format::Json, &PLAIN);
    let json: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    assert_eq!(json["hops"][0]["note"], "forbidden by `domain-uses`");
    assert_eq!(json["hops"][1]["to"], "sqlx::Money");
}

#[test]
fn the_closing_line_says_what_was_looked_at() {
    let sources = SourceMap::default();
    let closing = |summary: Summary| {
        let report = Report {
            summary,
            ..Report::default()
        };
        render(&report, &sources, Format::Human, &PLAIN)
    };
    let clean = Summary {
        modules: 1,
        packages: 1,
        rules: 2,
        references: 100_000,
        unresolved_paths: 1,
        ..Summary::default()
    };
    assert_snapshot!(closing(clean.clone()), @r#"
note: 1 of 100001 paths (less than 0.1%) does not resolve
checked 1 module in 1 package against 2 rules: no violations
"#);
    let no_rule = Summary { rules: 0, ..clean };
    assert_snapshot!(closing(no_rule), @r#"
warning: nothing was checked: there is no rule in force
note: 1 of 100001 paths (less than 0.1%) does not resolve
checked 1 module in 1 package against 0 rules: no violations
"#);
    assert_snapshot!(closing(Summary::default()), @r#"
warning: nothing was checked: there is no module to look at
checked 0 modules in 0 packages against 0 rules: no violations
"#);
}

fn without_colour(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, code)) = rest.split_once("\u{1b}[") {
        plain.push_str(before);
        rest = code.split_once('m').map_or("", |(_, after)| after);
    }
    plain + rest
}
