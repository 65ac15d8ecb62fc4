"""Builds the package's wheel with the library in it: `pip install ./bindings/python` (PEP 517).

The package is Python source and one shared object that CMake made, which no general build tool has
a word for; and this way nothing needs to be fetched. HEARD_LIBRARY names the library, else it is the
newest in the checkout's build/. By hand: python3 backend.py FOLDER.
"""

import base64
import hashlib
import os
import re
import sys
import sysconfig
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
LIBRARY = "libheard.so.0"
# The earliest that a zip can hold: same input, same bytes.
NO_DATE = (1980, 1, 1, 0, 0, 0)


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    """Writes the wheel to a folder and gives its name (PEP 427)."""
    del config_settings, metadata_directory
    about = (HERE / "pyproject.toml").read_text("utf-8")

    def field(name):
        return re.search(rf'^{name} = "(.+)"$', about, re.MULTILINE).group(1)

    version = field("version")
    # Any Python 3, on machines like this one: ctypes needs no headers, but the library is of here.
    tag = "py3-none-" + re.sub(r"[-.]", "_", sysconfig.get_platform())
    info = f"heard-{version}.dist-info"
    files = {f"heard/{path.name}": path.read_bytes() for path in _package()}
    files[f"heard/{LIBRARY}"] = _library().read_bytes()
    files[f"{info}/METADATA"] = (
        f"Metadata-Version: 2.1\nName: heard\nVersion: {version}\nSummary: {field('description')}\n"
        f"Requires-Python: {field('requires-python')}\nLicense: MIT\n"
    ).encode()
    files[f"{info}/WHEEL"] = (
        f"Wheel-Version: 1.0\nGenerator: heard\nRoot-Is-Purelib: false\nTag: {tag}\n"
    ).encode()
    files[f"{info}/LICENSE"] = (HERE.parents[1] / "LICENSE").read_bytes()
    record = f"{info}/RECORD"
    files[record] = "".join(
        f"{path},sha256={_digest(data)},{len(data)}\n" for path, data in files.items()
    ).encode() + f"{record},,\n".encode()
    name = f"heard-{version}-{tag}.whl"
    with zipfile.ZipFile(Path(wheel_directory) / name, "w", zipfile.ZIP_DEFLATED) as wheel:
        for path, data in files.items():
            entry = zipfile.ZipInfo(path, NO_DATE)
            entry.external_attr = 0o100644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            wheel.writestr(entry, data)
    return name


def build_sdist(sdist_directory, config_settings=None):
    """Refused: the package's source without the library's is of no use."""
    raise NotImplementedError("the package is built from a checkout of heard, where the library is")


def _package():
    folder = HERE / "src" / "heard"
    return sorted(path for path in folder.iterdir() if path.suffix == ".py" or path.name == "py.typed")


def _library():
    named = os.environ.get("HEARD_LIBRARY")
    if named:
        return Path(named).resolve(strict=True)
    # Not the builds with sanitizers: a plain Python cannot load those.
    builds = [HERE.parents[1] / "build" / preset / "lib" / LIBRARY for preset in ("release", "dev")]
    there = [build for build in builds if build.exists()]
    if not there:
        raise FileNotFoundError(
            f"{LIBRARY} is in no build tree of {HERE.parents[1]}: build heard first "
            "(cmake --workflow --preset demo), or name the library in HEARD_LIBRARY"
        )
    return max(there, key=lambda build: build.stat().st_mtime)


def _digest(data):
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: backend.py FOLDER")
    Path(sys.argv[1]).mkdir(parents=True, exist_ok=True)
    print(Path(sys.argv[1]) / build_wheel(sys.argv[1]))
