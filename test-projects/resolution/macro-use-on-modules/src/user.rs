made!(there);
