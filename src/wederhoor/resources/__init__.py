"""Rules and word lists as data: YAML per language, and the one loader that checks them."""
