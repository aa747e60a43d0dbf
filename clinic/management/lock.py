"""Write requirements/*.txt anew from pyproject.toml: every package with its hashes, and no registry's address.

Needs uv, which the clinic's own commands do not: it is used when a dependency is added or moved, by hand.
"""

import shutil
import subprocess
import sys
from pathlib import Path

REQUIREMENTS = Path(__file__).resolve().parent.parent.parent / "requirements"
COMPILE = ["uv", "pip", "compile", "pyproject.toml", "--quiet", "--universal", "--python-version", "3.11"]
COMPILE += ["--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--no-header"]
COMPILE += ["--strip-extras", "--no-annotate"]


def main(more: list[str]) -> int:
    """Compile both locks; the development lock keeps the pins of the runtime lock. Return the exit code."""
    if shutil.which("uv") is None:
        sys.stderr.write("uv is missing: install it to write the locks anew (it is not needed for anything else).\n")
        return 1
    runtime, development = REQUIREMENTS / "runtime.txt", REQUIREMENTS / "development.txt"
    for extra, output in (([], runtime), (["--extra", "dev", "--constraint", str(runtime)], development)):
        code = subprocess.call([*COMPILE, *extra, "--output-file", str(output), *more], cwd=REQUIREMENTS.parent)
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
