"""Random draws that are the same on every machine and Python version.

The standard `random` module has changed how it turns bits into choices before, so the few draws the
example needs stand here: splitmix64 (Steele, Lea, Flood 2014) and integer arithmetic, no floats.
"""

from __future__ import annotations

from typing import Sequence, TypeVar

T = TypeVar("T")
_MASK = (1 << 64) - 1


class Draw:
    def __init__(self, seed: int | str):
        if isinstance(seed, str):
            # FNV-1a, so that a part of the data has a stream of its own by its name and a change
            # in one part leaves the others as they are.
            state = 0xCBF29CE484222325
            for byte in seed.encode():
                state = ((state ^ byte) * 0x100000001B3) & _MASK
            seed = state
        self._state = seed & _MASK

    def bits(self) -> int:
        self._state = (self._state + 0x9E3779B97F4A7C15) & _MASK
        z = self._state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
        return z ^ (z >> 31)

    def below(self, n: int) -> int:
        return (self.bits() >> 11) % n

    def between(self, low: int, high: int) -> int:
        """Both ends included."""
        return low + self.below(high - low + 1)

    def chance(self, percent: int) -> bool:
        return self.below(100) < percent

    def pick(self, items: Sequence[T]) -> T:
        return items[self.below(len(items))]

    def weighted(self, items: Sequence[tuple[T, int]]) -> T:
        at = self.below(sum(weight for _, weight in items))
        for item, weight in items:
            at -= weight
            if at < 0:
                return item
        raise AssertionError("weights do not add up")

    def shuffled(self, items: Sequence[T]) -> list[T]:
        result = list(items)
        for i in range(len(result) - 1, 0, -1):
            j = self.below(i + 1)
            result[i], result[j] = result[j], result[i]
        return result

    def sample(self, items: Sequence[T], n: int) -> list[T]:
        return self.shuffled(items)[:n]
