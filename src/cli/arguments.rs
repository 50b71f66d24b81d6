//! What can be typed.

use std::ffi::OsString;

use camino::Utf8PathBuf;
use clap::builder::styling::{AnsiColor, Styles};
use clap::{Args, Parser, Subcommand, ValueEnum};

/// The subcommands; without one of them, `check` is meant.
const COMMANDS: [&str; 6] = ["check", "init", "why", "explain", "graph", "help"];

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Green.on_default().bold())
    .usage(AnsiColor::Green.on_default().bold())
    .literal(AnsiColor::Cyan.on_default().bold())
    .placeholder(AnsiColor::Cyan.on_default());

/// Keeps the domain boundaries of a Rust workspace strict: checks its crates and modules against the rules in
/// bulkhead.toml, without compiling anything.
#[derive(Debug, Parser)]
#[command(
    name = "cargo bulkhead",
    bin_name = "cargo bulkhead",
    version,
    styles = STYLES,
    disable_help_subcommand = true,
    after_help = "\
Examples:
  cargo bulkhead init                              write a first rule file from the code as it is
  cargo bulkhead                                   check the workspace (the same as `check`)
  cargo bulkhead check --message-format short      one line a finding
  cargo bulkhead why orders billing                the chain by which one depends on the other
  cargo bulkhead explain private-access            what a lint or rule means
  cargo bulkhead graph --format mermaid            a picture of the domains

Exit status: 0 clean or warnings only, 1 at least one error, 2 trouble with the run or the rule file."
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub command: Command,
    #[command(flatten)]
    pub shared: Shared,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Check the workspace against its rules (the default)
    Check(CheckArguments),
    /// Write a first rule file from the code as it is today
    Init(InitArguments),
    /// Show the shortest chains by which one part depends on another
    Why(WhyArguments),
    /// Explain a lint, a kind of rule, or a rule of the rule file
    Explain(ExplainArguments),
    /// Draw the dependency graph, or list every reference
    Graph(GraphArguments),
}

/// What every command takes.
#[derive(Args, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag that can be typed"
)]
pub(super) struct Shared {
    /// Path to Cargo.toml
    #[arg(long, global = true, value_name = "PATH", help_heading = "Workspace")]
    pub manifest_path: Option<Utf8PathBuf>,
    /// Rule file [default: bulkhead.toml, .bulkhead.toml or .config/bulkhead.toml in the workspace root]
    #[arg(
        long,
        alias = "rules",
        global = true,
        value_name = "FILE",
        help_heading = "Workspace",
        long_help = "Rule file. Without it, the variable BULKHEAD_CONFIG, then bulkhead.toml, .bulkhead.toml or \
                     .config/bulkhead.toml in the workspace root"
    )]
    pub config: Option<Utf8PathBuf>,
    /// Assert that Cargo.lock stays as it is (handed to cargo)
    #[arg(long, global = true, help_heading = "Workspace")]
    pub locked: bool,
    /// Run without the network (handed to cargo; nothing here needs it)
    #[arg(long, global = true, help_heading = "Workspace")]
    pub offline: bool,
    /// The same as --locked and --offline
    #[arg(long, global = true, help_heading = "Workspace")]
    pub frozen: bool,
    /// Threads [default: one a core]
    #[arg(short, long, global = true, value_name = "N")]
    pub jobs: Option<usize>,
    /// Colours [default: auto]
    #[arg(long, global = true, value_name = "WHEN", value_enum)]
    pub color: Option<clap::ColorChoice>,
    /// No progress, and no closing line when there is nothing to report
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Say what was analysed
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    pub verbose: bool,
    /// Say how long each stage took (on standard error)
    #[arg(
        long,
        global = true,
        value_name = "FORMAT",
        value_enum,
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "human"
    )]
    pub timings: Option<TimingsFormat>,
    /// Where to keep what was found out, for as long as nothing changes [default: `bulkhead` in the target directory]
    #[arg(
        long,
        global = true,
        value_name = "DIR",
        conflicts_with = "no_cache",
        help_heading = "Cache",
        long_help = "Where to keep what was found out, for as long as nothing changes. Without it, the variable \
                     BULKHEAD_CACHE_DIR, then `bulkhead` in the target directory of cargo"
    )]
    pub cache_dir: Option<Utf8PathBuf>,
    /// Neither use nor keep what was found out [variable: `BULKHEAD_NO_CACHE=1`]
    #[arg(long, global = true, help_heading = "Cache")]
    pub no_cache: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum TimingsFormat {
    /// One line a stage
    Human,
    /// One JSON object, with a schema version
    Json,
}

/// Which packages to report on.
#[derive(Args, Debug, Default)]
pub(super) struct PackageFilter {
    /// Report on this package only (name or glob; may be repeated)
    #[arg(
        short,
        long = "package",
        value_name = "SPEC",
        help_heading = "Workspace"
    )]
    pub package: Vec<String>,
    /// Report on every package: the default
    #[arg(long, help_heading = "Workspace", conflicts_with = "package")]
    pub workspace: bool,
    /// Leave this package out of the report (name or glob; may be repeated)
    #[arg(long, value_name = "SPEC", help_heading = "Workspace")]
    pub exclude: Vec<String>,
}

#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  cargo bulkhead check                             everything, with snippets
  cargo bulkhead check -p shop-orders              findings in one package
  cargo bulkhead check --message-format short      path:line:col: error[bulkhead::rule]: message
  cargo bulkhead check --report json               one versioned JSON document
  cargo bulkhead check --deny warnings             warnings fail as well
  cargo bulkhead check --all                       every reference, not one finding a pair of domains
  cargo bulkhead check --evidence                  how each finding was established, step by step")]
pub(super) struct CheckArguments {
    #[command(flatten)]
    pub filter: PackageFilter,
    /// How findings are written
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "human")]
    pub message_format: MessageFormat,
    /// Write one whole document instead
    #[arg(
        long,
        value_name = "FORMAT",
        value_enum,
        conflicts_with = "message_format"
    )]
    pub report: Option<ReportFormat>,
    /// List every reference of a finding
    #[arg(long)]
    pub all: bool,
    /// Say step by step how each reference was established: imports, re-exports, macros, inferred types
    #[arg(long)]
    pub evidence: bool,
    /// Treat warnings as errors
    #[arg(long, value_name = "WHAT", value_enum)]
    pub deny: Option<Deny>,
    /// End with status 0 whatever the rules find (trouble with the run still gives 2)
    #[arg(long)]
    pub exit_zero: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum MessageFormat {
    /// Snippets of the code, the definition and the rule
    Human,
    /// One line a finding
    Short,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportFormat {
    /// The whole report, with a schema version
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Deny {
    /// Every warning
    Warnings,
}

#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  cargo bulkhead init                              write bulkhead.toml in the workspace root
  cargo bulkhead init --stdout                     show it instead

It never writes over a rule file that is there.")]
pub(super) struct InitArguments {
    /// Print the rule file instead of writing it
    #[arg(long)]
    pub stdout: bool,
}

#[derive(Args, Debug)]
#[command(after_help = "\
A and B are selectors as in the rule file: a module or item path with globs, `domain:NAME`, `layer:NAME`,
`package:NAME`, or the name of a domain.

Examples:
  cargo bulkhead why orders billing                between two domains
  cargo bulkhead why shop_orders::model sqlx       from a module to an external crate
  cargo bulkhead why 'shop_*::model' std::env --all
  cargo bulkhead why orders billing --evidence     how each hop was established, step by step")]
pub(super) struct WhyArguments {
    /// Who depends
    #[arg(value_name = "A")]
    pub from: String,
    /// On what
    #[arg(value_name = "B")]
    pub to: String,
    /// Show the chain of every importer, not the three shortest
    #[arg(long)]
    pub all: bool,
    /// Follow code for tests as well
    #[arg(long)]
    pub tests: bool,
    /// Say step by step how each hop was established: imports, re-exports, macros, inferred types
    #[arg(long)]
    pub evidence: bool,
    /// How chains are written
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "human")]
    pub message_format: MessageFormat,
}

#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  cargo bulkhead explain                           everything there is to explain
  cargo bulkhead explain layers                    a kind of rule
  cargo bulkhead explain private-access            a lint
  cargo bulkhead explain domain-stays-pure         a rule of your rule file")]
pub(super) struct ExplainArguments {
    /// A lint, a group of lints, a kind of rule, or the id of a rule of the rule file
    #[arg(value_name = "RULE-OR-LINT")]
    pub topic: Option<String>,
}

#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  cargo bulkhead graph | dot -Tsvg > graph.svg     the domains, violations in red
  cargo bulkhead graph --format mermaid            for a Markdown page
  cargo bulkhead graph --collapse modules          every module
  cargo bulkhead graph --references json           every reference, one JSON object a line")]
pub(super) struct GraphArguments {
    /// Language of the picture
    #[arg(long, short, value_name = "FORMAT", value_enum, default_value = "dot")]
    pub format: GraphFormat,
    /// What becomes one node [default: domains where any are declared, else crates]
    #[arg(long, value_name = "LEVEL", value_enum)]
    pub collapse: Option<CollapseLevel>,
    /// List every reference instead of drawing
    #[arg(long, value_name = "FORMAT", value_enum, conflicts_with_all = ["format", "collapse"])]
    pub references: Option<ReferencesFormat>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum GraphFormat {
    /// Graphviz
    Dot,
    /// Mermaid
    Mermaid,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum CollapseLevel {
    /// Domains; crates, for modules that are in none
    Domains,
    /// Packages
    Crates,
    /// Modules
    Modules,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ReferencesFormat {
    /// One JSON object a line
    Json,
}

/// The arguments as clap should see them: cargo hands over the name of its subcommand, and `check` may be left out.
pub(super) fn normalized(arguments: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = arguments.into_iter().collect();
    if arguments
        .get(1)
        .is_some_and(|argument| argument == "bulkhead")
    {
        arguments.remove(1);
    }
    let is_known = |argument: &OsString| {
        argument.to_str().is_some_and(|text| {
            COMMANDS.contains(&text) || matches!(text, "-h" | "--help" | "-V" | "--version")
        })
    };
    let first_is_word = arguments
        .get(1)
        .and_then(|argument| argument.to_str())
        .is_some_and(|text| !text.starts_with('-'));
    if !first_is_word && !arguments.iter().skip(1).any(is_known) {
        arguments.insert(1.min(arguments.len()), OsString::from("check"));
    }
    if arguments.get(1).is_some_and(|argument| argument == "help") {
        arguments.remove(1);
        arguments.push(OsString::from("--help"));
    }
    arguments
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    fn normal(arguments: &[&str]) -> Vec<String> {
        let arguments = arguments.iter().map(OsString::from);
        let normal = normalized(std::iter::once(OsString::from("cargo-bulkhead")).chain(arguments));
        let texts = normal.into_iter().skip(1);
        texts
            .map(|text| text.into_string().expect("test arguments are Unicode"))
            .collect()
    }

    #[test]
    fn the_command_line_is_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn check_is_meant_where_no_command_is_named() {
        assert_eq!(normal(&[]), ["check"]);
        assert_eq!(normal(&["bulkhead"]), ["check"]);
        assert_eq!(normal(&["bulkhead", "--all"]), ["check", "--all"]);
        assert_eq!(normal(&["-q", "graph"]), ["-q", "graph"]);
        assert_eq!(normal(&["bulkhead", "--help"]), ["--help"]);
        assert_eq!(normal(&["help", "why"]), ["why", "--help"]);
        assert_eq!(normal(&["chek"]), ["chek"]);
    }
}
