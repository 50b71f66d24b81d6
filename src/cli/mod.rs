//! Stub.
use crate::system::RealSystem;
use crate::workspace::LoadOptions;
use camino::Utf8PathBuf;
#[expect(clippy::print_stdout, clippy::print_stderr, reason = "stub")]
pub fn run() {
    rayon::ThreadPoolBuilder::new()
        .stack_size(256 << 20)
        .build_global()
        .unwrap();
    rayon::scope(|_| {
        let manifest = std::env::args().nth(1).unwrap();
        let t0 = std::time::Instant::now();
        let a = crate::pipeline::analyse(
            &RealSystem,
            &LoadOptions {
                manifest_path: Some(Utf8PathBuf::from(manifest)),
                current_dir: Utf8PathBuf::from("/"),
                cargo: "cargo".into(),
                flags: vec![],
                packages: vec![],
                exclude: vec![],
            },
        )
        .unwrap();
        let t = t0.elapsed();
        let mut causes = std::collections::BTreeMap::new();
        for u in &a.unresolved {
            *causes.entry(format!("{:?}", u.cause)).or_insert(0) += 1;
        }
        let hard: usize = a
            .unresolved
            .iter()
            .filter(|u| u.cause.may_be_internal())
            .count();
        eprintln!(
            "modules {} files {} refs {} internal {} external {} unresolved {:?} share {:.4} problems {} time {:?}",
            a.tree.modules.len(),
            a.tree.files.len(),
            a.graph.reference_count(),
            a.internal_paths,
            a.external_paths,
            causes,
            a.internal_paths as f64 / (a.internal_paths + hard) as f64,
            a.problems().len(),
            t
        );
        if std::env::args().nth(2).as_deref() == Some("refs") {
            print!("{}", crate::export::references(&a.graph, &a.sources));
        }
        if std::env::args().nth(2).as_deref() == Some("un") {
            for u in &a.unresolved {
                let lc = a
                    .sources
                    .line_column(u.location.file, u.location.span.start);
                println!(
                    "{:?} {} {}:{} in {}",
                    u.cause,
                    u.path,
                    a.sources.path(u.location.file),
                    lc.line,
                    a.tree.module(u.importer).path
                );
            }
            for p in a.problems() {
                println!("PROBLEM {:?} {}", p.kind, p.message);
            }
        }
    });
}
