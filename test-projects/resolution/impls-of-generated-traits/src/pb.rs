include!(concat!(env!("OUT_DIR"), "/greeter.rs"));
