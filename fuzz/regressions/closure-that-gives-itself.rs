fn same<A>(a: fn() -> A, b: A) {}
fn eq<A>(a: A, b: A) {}
fn f() {
    let x;
    let z: fn() -> _;
    x = || { return z; };
    same(z, x);
    eq(x, z);
    let y: fn() -> _ = x;
    eq(x, y);
}
