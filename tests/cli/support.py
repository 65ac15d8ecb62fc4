"""What the tests of the command share. HEARD_COMMAND names the command."""

import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "cases"
EXAMPLE = ROOT / "examples" / "data" / "case-for-change"
COMMAND = os.path.abspath(os.environ.get("HEARD_COMMAND", "heard"))


def run(*arguments, cwd=None, text=None, **environment):
    """What the command did: returncode, stdout and stderr as text."""
    env = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR",)}
    done = subprocess.run(
        [COMMAND, *map(str, arguments)],
        cwd=cwd, input=None if text is None else text.encode(), env={**env, **environment},
        capture_output=True, check=False, timeout=120,
    )
    # Not by subprocess, which would make one line ending of all.
    done.stdout = done.stdout.decode("utf-8", "surrogateescape")
    done.stderr = done.stderr.decode("utf-8", "surrogateescape")
    return done


def files(folder):
    """Every file below a folder with its bytes, by path."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()
    }


class CommandTest(unittest.TestCase):
    """A test in a folder of its own."""

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="heard-cli-test-")).resolve()
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def copy(self, case="library-hours", name="case"):
        """A copy of a case; its folder."""
        return Path(shutil.copytree(CASES / case, self.folder / name))

    def check(self, done, status, *, out="", err=""):
        """The exit status, and what must be said."""
        self.assertEqual(done.returncode, status, done.stderr + done.stdout)
        self.assertIn(out, done.stdout)
        self.assertIn(err, done.stderr)
        return done
