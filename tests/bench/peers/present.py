"""What is there to be measured on this machine, in which version, and why the rest is not."""

import json
import os
import pathlib
import platform
import shutil
import subprocess
import sys

PYPI = ["spacy", "scikit-learn", "polars", "datasketch"]
R = ["stringi", "tokenizers", "quanteda"]
DEBIAN = {"peer_icu": "libicu-dev", "peer_vectorscan": "libvectorscan-dev", "peer_re2": "libre2-dev",
          "peer_sqlite": "libsqlite3-dev"}
CALLED = {"peer_icu": "ICU", "peer_vectorscan": "vectorscan", "peer_re2": "RE2", "peer_sqlite": "SQLite"}
ONE_THREAD = {name: "1" for name in ("OMP_NUM_THREADS", "OMP_THREAD_LIMIT", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS",
                                     "POLARS_MAX_THREADS", "RCPP_PARALLEL_NUM_THREADS")}


class Present:
    """`versions` by name of what can be measured, `missing` with the reason."""

    def __init__(self, programs, work, may_install):
        self.programs = pathlib.Path(programs)
        self.venv = pathlib.Path(work) / "venv" / "bin" / "python"
        self.versions = {}
        self.missing = {}
        for name in ("heard", "peer_heard", "peer_run", "peer_retag", *DEBIAN):
            if (self.programs / name).exists():
                self.versions[name] = debian_version(DEBIAN.get(name))
            elif name not in DEBIAN:
                self.missing[name] = f"{name} is not built"
            else:
                self.missing[name] = f"{CALLED[name]} is not built (Debian's {DEBIAN[name]})"
        self._look_at_python(may_install)
        self._look_at_r()

    def _look_at_python(self, may_install):
        if not self.venv.exists() and may_install:
            folder = self.venv.parent.parent
            made = (run([sys.executable, "-m", "venv", folder])
                    and run([self.venv, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PYPI]))
            if not made:
                shutil.rmtree(folder, ignore_errors=True)
        found = {}
        if self.venv.exists():
            ask = ("import importlib.metadata as m, json\nout = {}\n"
                   f"for name in {PYPI!r}:\n    try: out[name] = m.version(name)\n"
                   "    except m.PackageNotFoundError: pass\nprint(json.dumps(out))")
            found = json.loads(output([self.venv, "-c", ask]) or "{}")
        self._take(PYPI, found, "could not be had from PyPI" if may_install else "is not looked for offline")

    def _look_at_r(self):
        names = ", ".join(f'"{n}"' for n in R)
        ask = (f'for (n in c({names})) if (requireNamespace(n, quietly = TRUE)) '
               'cat(n, as.character(packageVersion(n)), "\\n")')
        found = dict(line.split() for line in output(["Rscript", "-e", ask]).splitlines() if line.strip())
        self._take(R, found, "is not installed in R" if shutil.which("Rscript") else "is not here: no R")

    def said(self):
        """Each with its version, in words."""
        heard = output([self.programs / "heard", "--version"]).strip() if "heard" in self.versions else "heard"
        commit = output(["git", "-C", self.programs, "rev-parse", "--short", "HEAD"]).strip()
        others = [f"{CALLED.get(n, n)} {v}" for n, v in self.versions.items() if v]
        return ", ".join([f"{heard} at {commit}" if commit else heard, *others])

    def _take(self, names, found, why):
        for name in names:
            if name in found:
                self.versions[name] = found[name]
            else:
                self.missing[name] = f"{name} {why}"


def run(command):
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0


def output(command):
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout
    except OSError:
        return ""


def debian_version(package):
    return output(["dpkg-query", "-W", "-f", "${Version}", package]) if package else ""


def machine():
    """What a reader has to know to judge the figures."""
    cpu = platform.machine()
    for line in output(["lscpu"]).splitlines():
        if line.startswith("Model name:"):
            cpu = line.split(":", 1)[1].strip()
    system = platform.freedesktop_os_release()["PRETTY_NAME"] if hasattr(platform, "freedesktop_os_release") else ""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return f"{cpu}, {os.cpu_count()} processors, {memory:.0f} GB, {system}"
