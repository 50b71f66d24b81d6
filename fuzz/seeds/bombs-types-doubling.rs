pub struct P<A, B>(pub A, pub B);
pub type D<T> = (T, T);
pub type Deep = D<D<D<D<D<D<D<D<D<D<D<D<D<D<D<D<D<D<D<D<u8>>>>>>>>>>>>>>>>>>>>;
impl<A: Clone, B> P<A, B> { pub fn twice(&self) -> P<P<A, B>, P<A, B>> { loop {} } pub fn same(self) -> Self { self } }
pub fn f(deep: Deep) {
    let a = (1, 2);
    let b = (a, a); let c = (b, b); let d = (c, c); let e = (d, d); let f = (e, e); let g = (f, f); let h = (g, g);
    let i = (h, h); let j = (i, i); let k = (j, j); let l = (k, k); let m = (l, l); let n = (m, m); let o = (n, n);
    let p = (o, o); let q = (p, p); let r = (q, q); let s = (r, r); let t = (s, s); let u = (t, t); let v = (u, u);
    v.0.0.0.1.clone();
    let x = P(1, 2).twice().twice().twice().twice().twice().twice().twice().twice().twice().twice().twice().twice();
    let y = x.twice().twice().twice().twice().twice().twice().twice().twice().twice().twice().twice().twice();
    y.same().0.0.1.same();
    let w = deep.0.0.0.0;
    w.clone();
    let c = |x| (x, x);
    c(c(c(c(c(c(c(c(c(c(c(c(c(c(c(c(c(c(1))))))))))))))))));
    let mut z = None; loop { z = Some(z); }
}
pub trait T { type N: T; fn n(&self) -> Self::N; }
impl<X: T> T for P<X, X> { type N = P<P<X, X>, P<X, X>>; fn n(&self) -> Self::N { loop {} } }
impl T for u8 { type N = P<u8, u8>; fn n(&self) -> P<u8, u8> { loop {} } }
pub fn h<X: T<N = X>>(x: X) { x.n().n().n().n().n().n().n().n().n().n().n().n().n().n(); 1u8.n().n().n().n().n().n().n().n().n().n().n().n().n().n().n().n().n().n(); }
impl<X: std::ops::Deref<Target = X>> std::ops::Deref for P<X, X> { type Target = P<P<X, X>, X>; fn deref(&self) -> &Self::Target { loop {} } }
pub fn k(p: P<P<u8, u8>, P<u8, u8>>) { p.nothing(); p.other.field; }
pub struct R(Box<R>); impl std::ops::Deref for R { type Target = R; fn deref(&self) -> &R { self } } pub fn r(r: R) { r.x(); r.y; }
pub type Loop = Loop2; pub type Loop2 = Loop; pub fn l(l: Loop) { l.x(); } pub type Own<T> = Own<(T, T)>; pub fn o(o: Own<u8>) { o.x(); }
