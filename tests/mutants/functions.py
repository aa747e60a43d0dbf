"""Break the functions of the pure rooms on purpose, with mutmut, and print what the tests noticed.

mutmut makes no mutants in tables, so the rules and words are broken by the rest of this package. It works in a copy
under mutants/ and goes on where it was interrupted.
"""

import subprocess
import sys
from collections import Counter

ENOUGH = 0.95
NOTICED = frozenset({"killed", "timeout", "segfault", "caught by type check"})
# mutmut could say nothing about these: they are listed, not counted.
UNSAID = frozenset({"not checked", "skipped"})


def main(names: list[str]) -> int:
    """Run mutmut (over `names` alone, if there are any); 0 when at least 95 % of the mutants were noticed."""
    subprocess.run([sys.executable, "-m", "mutmut", "run", *names], check=False)
    listed = subprocess.run(
        [sys.executable, "-m", "mutmut", "results", "--all", "true"], check=True, capture_output=True, text=True
    )
    return report(listed.stdout)


def report(listed: str) -> int:
    """Print mutants and noticed ones by module from mutmut's list, and say whether they are enough."""
    made: Counter[str] = Counter()
    noticed: Counter[str] = Counter()
    survivors = []
    for line in listed.splitlines():
        name, colon, status = line.strip().rpartition(": ")
        if not colon or status in UNSAID:
            continue
        module = name.rpartition(".")[0]
        made[module] += 1
        noticed[module] += status in NOTICED
        if status not in NOTICED:
            survivors.append(f"{status}  {name}")
    for module, count in sorted(made.items()):
        print(f"{module:48}  {count:4}  {noticed[module]:4}")
    share = noticed.total() / made.total() if made else 0.0
    print(f"\n{made.total()} mutants of functions, {noticed.total()} noticed: {share:.1%} (aim {ENOUGH:.0%}).")
    print("\n".join(survivors))
    return 0 if share >= ENOUGH else 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        print("\nStopped. The next run goes on from here.")
        sys.exit(130)
