"""How the Dutch language pipeline `wederhoor_nl` is trained, from data to package.

`python -m training DATA` runs every step in order; see README.md for what each one costs.
"""
