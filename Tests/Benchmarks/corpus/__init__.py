"""Made-up repositories for benchmarks: the same bytes on every machine."""
