mod support;

fn main() {
    base::generate();
    support::prepare();
}
