//! How long each stage takes, for those who change it: `cargo bench`, and `cargo bench -- --baseline NAME` to compare.
//!
//! On the sources of the tool itself; `BULKHEAD_BENCH=FOLDER cargo bench` takes another workspace. How fast the whole program is,
//! and beside what, is measured in whole processes: see docs/performance.md.

use std::hint::black_box;
use std::path::{Path, PathBuf};

use bulkhead::stages::{self, Loaded};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

fn folder() -> PathBuf {
    let given = std::env::var_os("BULKHEAD_BENCH").map(PathBuf::from);
    given.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")))
}

/// The texts of all Rust files of the workspace.
fn files(criterion: &mut Criterion) {
    let loaded = load();
    let texts = loaded.texts();
    let bytes: usize = texts.iter().map(|text| text.len()).sum();
    let mut group = criterion.benchmark_group("files");
    group.sample_size(10);
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("syn, for comparison", |bencher| {
        bencher.iter(|| {
            let parsed = texts.iter().map(|text| syn::parse_file(text).is_ok());
            black_box(parsed.filter(|it| *it).count())
        });
    });
    group.bench_function("read", |bencher| {
        bencher.iter(|| texts.iter().map(|text| stages::read(text)).sum::<usize>());
    });
    let packed = stages::pack(&texts);
    group.bench_function("unpack", |bencher| {
        bencher.iter(|| stages::unpack(&packed));
    });
    group.finish();
}

/// What is done with all files together, one stage after the other.
fn workspace(criterion: &mut Criterion) {
    let loaded = load();
    let mut group = criterion.benchmark_group("workspace");
    group.sample_size(10);
    group.bench_function("modules and macros", |bencher| {
        bencher.iter(|| loaded.modules());
    });
    group.bench_function("name resolution", |bencher| {
        bencher.iter(|| loaded.names());
    });
    group.bench_function("name resolution, inference and graph", |bencher| {
        bencher.iter(|| loaded.graph());
    });
    group.finish();
}

fn load() -> Loaded {
    Loaded::new(Path::new(&folder())).expect("a workspace that cargo can read")
}

criterion_group!(benches, files, workspace);
criterion_main!(benches);
