"""How fast the house is, beside others: `make bench`, or `python -m benchmarks NAME`."""
