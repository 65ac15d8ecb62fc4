"""XXH3-128 of a run of bytes, seed 0, default secret.

Decision rows carry this hash of the words they were made on. The example data is made with Python's
standard library alone, which has no XXH3, so this is the algorithm written out plainly after its
published specification (https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md).
"""

from __future__ import annotations

import struct

_M64 = (1 << 64) - 1
_P32_1, _P32_2, _P32_3 = 0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D
_P64_1, _P64_2, _P64_3 = 0x9E3779B185EBCA87, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9
_P64_4, _P64_5 = 0x85EBCA77C2B2AE63, 0x27D4EB2F165667C5

_SECRET = bytes.fromhex(
    "b8fe6c3923a44bbe7c01812cf721ad1cded46de9839097db7240a4a4b7b3671f"
    "cb79e64eccc0e578825ad07dccff7221b8084674f743248ee03590e6813a264c"
    "3c2852bb91c300cb88d0658b1b532ea371644897a20df94e3819ef46a9deacd8"
    "a8fa763fe39c343ff9dcbbc7c70b4f1d8a51e04bcdb45931c89f7ec9d9787364"
    "eac5ac8334d3ebc3c581a0fffa1363eb170ddd51b7f0da49d316552629d4689e"
    "2b16be587d47a1fc8ff8b8d17ad031ce45cb3a8f95160428afd7fbcabb4b407e"
)

_SECRET_SIZE_MIN = 136
_STRIPE = 64
_STRIPES_A_BLOCK = (len(_SECRET) - _STRIPE) // 8
_BLOCK = _STRIPE * _STRIPES_A_BLOCK


def _u32(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "little")


def _u64(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 8], "little")


def _swap32(x: int) -> int:
    return int.from_bytes(x.to_bytes(4, "little"), "big")


def _swap64(x: int) -> int:
    return int.from_bytes(x.to_bytes(8, "little"), "big")


def _fold(a: int, b: int) -> int:
    """The two halves of the 128-bit product, xor-ed."""
    product = a * b
    return (product & _M64) ^ (product >> 64)


def _avalanche(x: int) -> int:
    x ^= x >> 37
    x = (x * 0x165667919E3779F9) & _M64
    return x ^ (x >> 32)


def _avalanche64(x: int) -> int:
    """The avalanche of the older XXH64, which the shortest inputs use."""
    x ^= x >> 33
    x = (x * _P64_2) & _M64
    x ^= x >> 29
    x = (x * _P64_3) & _M64
    return x ^ (x >> 32)


def _empty() -> tuple[int, int]:
    low = _u64(_SECRET, 64) ^ _u64(_SECRET, 72)
    high = _u64(_SECRET, 80) ^ _u64(_SECRET, 88)
    return _avalanche64(low), _avalanche64(high)


def _up_to_3(data: bytes) -> tuple[int, int]:
    n = len(data)
    low = data[0] << 16 | data[n >> 1] << 24 | data[n - 1] | n << 8
    swapped = _swap32(low)
    high = ((swapped << 13) | (swapped >> 19)) & 0xFFFFFFFF
    flip_low = _u32(_SECRET, 0) ^ _u32(_SECRET, 4)
    flip_high = _u32(_SECRET, 8) ^ _u32(_SECRET, 12)
    return _avalanche64(low ^ flip_low), _avalanche64(high ^ flip_high)


def _up_to_8(data: bytes) -> tuple[int, int]:
    n = len(data)
    words = _u32(data, 0) | _u32(data, n - 4) << 32
    product = (words ^ _u64(_SECRET, 16) ^ _u64(_SECRET, 24)) * (_P64_1 + (n << 2))
    low, high = product & _M64, (product >> 64) & _M64
    high = (high + (low << 1)) & _M64
    low ^= high >> 3
    low ^= low >> 35
    low = (low * 0x9FB21C651E98DF25) & _M64
    low ^= low >> 28
    return low, _avalanche(high)


def _up_to_16(data: bytes) -> tuple[int, int]:
    n = len(data)
    flip_low = _u64(_SECRET, 32) ^ _u64(_SECRET, 40)
    flip_high = _u64(_SECRET, 48) ^ _u64(_SECRET, 56)
    first, last = _u64(data, 0), _u64(data, n - 8)
    product = (first ^ last ^ flip_low) * _P64_1
    low, high = product & _M64, product >> 64
    low = (low + ((n - 1) << 54)) & _M64
    last ^= flip_high
    high = (high + last + (last & 0xFFFFFFFF) * (_P32_2 - 1)) & _M64
    low ^= _swap64(high)
    product = low * _P64_2
    high = ((product >> 64) + high * _P64_2) & _M64
    return _avalanche(product & _M64), _avalanche(high)


def _mix16(data: bytes, at: int, secret: int) -> int:
    return _fold(
        _u64(data, at) ^ _u64(_SECRET, secret), _u64(data, at + 8) ^ _u64(_SECRET, secret + 8)
    )


def _mix32(low: int, high: int, data: bytes, one: int, two: int, secret: int) -> tuple[int, int]:
    low = (low + _mix16(data, one, secret)) & _M64
    low ^= (_u64(data, two) + _u64(data, two + 8)) & _M64
    high = (high + _mix16(data, two, secret + 16)) & _M64
    high ^= (_u64(data, one) + _u64(data, one + 8)) & _M64
    return low, high


def _close_middle(low: int, high: int, n: int) -> tuple[int, int]:
    first = (low + high) & _M64
    second = (low * _P64_1 + high * _P64_4 + n * _P64_2) & _M64
    return _avalanche(first), -_avalanche(second) & _M64


def _up_to_128(data: bytes) -> tuple[int, int]:
    n = len(data)
    low, high = n * _P64_1 & _M64, 0
    for step in range((n - 1) // 32, -1, -1):
        low, high = _mix32(low, high, data, 16 * step, n - 16 * (step + 1), 32 * step)
    return _close_middle(low, high, n)


def _up_to_240(data: bytes) -> tuple[int, int]:
    n = len(data)
    low, high = n * _P64_1 & _M64, 0
    for step in range(4):
        low, high = _mix32(low, high, data, 32 * step, 32 * step + 16, 32 * step)
    low, high = _avalanche(low), _avalanche(high)
    for step in range(4, n // 32):
        low, high = _mix32(low, high, data, 32 * step, 32 * step + 16, 3 + 32 * (step - 4))
    low, high = _mix32(low, high, data, n - 16, n - 32, _SECRET_SIZE_MIN - 17 - 16)
    return _close_middle(low, high, n)


def _accumulate(acc: list[int], data: bytes, at: int, secret: int) -> None:
    words = struct.unpack_from("<8Q", data, at)
    keys = struct.unpack_from("<8Q", _SECRET, secret)
    for lane in range(8):
        keyed = words[lane] ^ keys[lane]
        acc[lane ^ 1] += words[lane]
        acc[lane] += (keyed & 0xFFFFFFFF) * (keyed >> 32)
    for lane in range(8):
        acc[lane] &= _M64


def _merge(acc: list[int], secret: int, start: int) -> int:
    result = start
    for pair in range(4):
        result += _fold(
            acc[2 * pair] ^ _u64(_SECRET, secret + 16 * pair),
            acc[2 * pair + 1] ^ _u64(_SECRET, secret + 16 * pair + 8),
        )
    return _avalanche(result & _M64)


def _long(data: bytes) -> tuple[int, int]:
    n = len(data)
    acc = [_P32_3, _P64_1, _P64_2, _P64_3, _P64_4, _P32_2, _P64_5, _P32_1]
    blocks = (n - 1) // _BLOCK
    for block in range(blocks):
        for stripe in range(_STRIPES_A_BLOCK):
            _accumulate(acc, data, block * _BLOCK + stripe * _STRIPE, 8 * stripe)
        for lane in range(8):
            x = acc[lane]
            x ^= x >> 47
            x ^= _u64(_SECRET, len(_SECRET) - _STRIPE + 8 * lane)
            acc[lane] = (x * _P32_1) & _M64
    for stripe in range((n - 1 - blocks * _BLOCK) // _STRIPE):
        _accumulate(acc, data, blocks * _BLOCK + stripe * _STRIPE, 8 * stripe)
    _accumulate(acc, data, n - _STRIPE, len(_SECRET) - _STRIPE - 7)
    low = _merge(acc, 11, n * _P64_1 & _M64)
    high = _merge(acc, len(_SECRET) - _STRIPE - 11, ~(n * _P64_2) & _M64)
    return low, high


def xxh3_128_hex(data: bytes) -> str:
    """32 lower-case hexadecimal digits, high half first (the canonical order)."""
    n = len(data)
    if n == 0:
        low, high = _empty()
    elif n <= 3:
        low, high = _up_to_3(data)
    elif n <= 8:
        low, high = _up_to_8(data)
    elif n <= 16:
        low, high = _up_to_16(data)
    elif n <= 128:
        low, high = _up_to_128(data)
    elif n <= 240:
        low, high = _up_to_240(data)
    else:
        low, high = _long(data)
    return f"{high:016x}{low:016x}"


# Published by the author of XXH3 for seed 0.
VECTORS = {
    b"": "99aa06d3014798d86001c324468d497f",
    b"a": "a96faf705af16834e6c632b61e964e1f",
    b"abc": "06b05ab6733a618578af5f94892f3950",
}
