use base::outer;

outer!();
