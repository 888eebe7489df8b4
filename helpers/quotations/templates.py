"""Feature templates over closed-class attributes: numbers for models, names for readers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

# Templates reach no farther than so many tokens; so many empty places part paragraphs.
PADDING = 4


class Templates:
    """Templates such as ``word-1 tag+0``: attributes with offsets whose values make a feature.

    ``sizes`` says how many values each attribute has, ``values`` names those of some attributes
    (the others are named by their numbers). Every feature has a number below ``space``.

    >>> templates = Templates({"tag": 2, "cue": 3}, ["tag+0", "tag-1 cue+0"], {"tag": ["0", "NN"]})
    >>> templates.space, templates.name(7), templates.number("tag-1=NN cue+0=2")
    (8, 'tag-1=NN cue+0=2', 7)
    """

    def __init__(
        self, sizes: Mapping[str, int], lines: Iterable[str], values: Mapping[str, Sequence[str]]
    ):
        texts = [part for line in lines for part in line.replace("\n", "|").split("|")]
        self.sizes, self.values = sizes, values
        self.parts = [
            tuple((part[:-2], int(part[-2:])) for part in text.split())
            for text in texts
            if text.strip()
        ]
        spaces = [int(np.prod([sizes[name] for name, _ in parts])) for parts in self.parts]
        self.offsets = [sum(spaces[:number]) for number in range(len(spaces))]
        self.space = sum(spaces)
        self._columns = {
            tuple(f"{name}{offset:+}" for name, offset in parts): column
            for column, parts in enumerate(self.parts)
        }
        self._numbers = {
            name: {value: number for number, value in enumerate(names)}
            for name, names in values.items()
        }

    def encode(self, attributes: Mapping[str, np.ndarray], places: np.ndarray) -> np.ndarray:
        """Return one feature number per token (row) and template (column). The attributes hold
        ``PADDING`` empty places before the first token, between paragraphs and after the last."""
        width = len(attributes[self.parts[0][0][0]]) - 2 * PADDING
        codes = np.empty((len(self.parts), width), np.int32)

        def shifted(name: str, offset: int) -> np.ndarray:
            return attributes[name][PADDING + offset :][:width]

        for row, first, parts in zip(codes, self.offsets, self.parts, strict=True):
            code = shifted(*parts[0])
            for name, offset in parts[1:]:
                code = code * self.sizes[name] + shifted(name, offset)
            np.add(code, first, out=row)
        return codes.take(places - PADDING, axis=1).T

    def name(self, number: int) -> str:
        """Return the name of a feature number: attributes with offsets, then their values."""
        column = bisect_right(self.offsets, number) - 1
        rest, parts = number - self.offsets[column], []
        for name, offset in reversed(self.parts[column]):
            rest, value = divmod(rest, self.sizes[name])
            shown = self.values[name][value] if name in self.values else value
            parts.append(f"{name}{offset:+}={shown}")
        return " ".join(reversed(parts))

    def number(self, name: str) -> int:
        """Return the number of a feature by its name. Raises ``ValueError`` for an unknown name."""
        parts = [part.split("=", 1) for part in name.split(" ")]
        column = self._columns.get(tuple(part[0] for part in parts))
        if column is None:
            raise ValueError(f"No template makes the feature {name!r}.")
        code = 0
        for label, shown in parts:
            attribute = label[:-2]
            numbers = self._numbers.get(attribute)
            value = numbers.get(shown, -1) if numbers else int(shown)
            if not 0 <= value < self.sizes[attribute]:
                raise ValueError(f"{attribute} has no value {shown}.")
            code = code * self.sizes[attribute] + value
        return code + self.offsets[column]
