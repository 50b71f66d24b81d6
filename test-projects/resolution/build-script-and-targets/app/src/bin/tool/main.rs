mod args;

fn main() {
    args::parse();
}
