"""Running the notebooks, proving their stored outputs and making pages of them.

``python -m helpers.publish execute | accept | compare | site [NAMES]``
"""

from helpers.publish.comparison import compare, differences
from helpers.publish.conventions import breaches
from helpers.publish.execution import Result, execute, with_parameters
from helpers.publish.pages import build_site
from helpers.publish.stored import accept, canonical, find_notebooks, serialize

__all__ = [
    "Result",
    "accept",
    "breaches",
    "build_site",
    "canonical",
    "compare",
    "differences",
    "execute",
    "find_notebooks",
    "serialize",
    "with_parameters",
]
