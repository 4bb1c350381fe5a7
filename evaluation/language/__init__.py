"""Hand-checked sets and figures of the Dutch language pipeline."""
