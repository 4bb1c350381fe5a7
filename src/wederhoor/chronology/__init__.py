"""Which days are left for what happened, once every constraint between days has had its say.

Constraints in (`Within`, `Between`, `ToldOn`), for every variable the days that some calendar keeping
to all of them allows out (`narrow`), with the steps that led there and the constraints that clash.

Example:
    A report of January 2020 says "zondag" of a strike and "gisteren" of a march; another report dates the march
    31 December 2019. So the first came out on 1 January, and its Sunday is 29 December.
"""

from wederhoor.chronology.constraints import Between, Constraint, ToldOn, Within
from wederhoor.chronology.network import Clash, Narrowed, Step, narrow

__all__ = ["Between", "Clash", "Constraint", "Narrowed", "Step", "ToldOn", "Within", "narrow"]
