"""Faults in manifest, codebook and data are told of at once; decision files that nobody reads."""

import unittest

from support import CommandTest, run


class Faults(CommandTest):
    def test_all_files_at_once(self):
        case = self.copy("library-hours")
        with open(case / "codebook.toml", "a", encoding="utf-8") as codebook:
            codebook.write('\n[[theme]]\nid = "All of it"\n')
        form = case / "data" / "form.csv"
        lines = form.read_bytes().splitlines(keepends=True)
        form.write_bytes(b"".join(lines + lines[-1:]))
        done = run("check", case / "consultation.toml")
        self.assertEqual(done.returncode, 1)
        self.assertIn('"All of it" is no id', done.stderr)
        self.assertIn("this response id is there already", done.stderr)

        with open(case / "consultation.toml", "a", encoding="utf-8") as manifest:
            manifest.write("\n[reprot]\n")
        done = run("check", case / "consultation.toml")
        self.assertEqual(done.returncode, 1)
        self.assertIn('unknown key "reprot"', done.stderr)
        self.assertIn('"All of it" is no id', done.stderr)


if __name__ == "__main__":
    unittest.main()
