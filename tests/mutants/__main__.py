"""Break the tables on purpose and print what the truth table noticed: `make mutants`."""

import argparse
import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator

from tests.mutants.equivalents import EQUIVALENT
from tests.mutants.herd import ENOUGH, Count, a_sample, everything, table_holds
from tests.mutants.mutant import Mutant

herd: list[Mutant] = []  # filled before the workers are forked, so that each of them holds it


def main() -> int:
    """0 when at least 95 % were noticed and every rule was broken at least once; else 1."""
    options = _options()
    if not table_holds():
        print("The truth table itself fails, so that every mutant would seem noticed. Mend that first.")
        return 1
    herd.extend(everything() if options.full else a_sample())
    count = Count()
    for place, (number, noticed) in enumerate(_judged(options.jobs), start=1):
        count.add(herd[number], noticed=noticed)
        if sys.stdout.isatty() or place % 500 == 0 or place == len(herd):
            end = "\r" if sys.stdout.isatty() and place < len(herd) else "\n"
            print(f"{place} of {len(herd)} judged, {len(count.survivors)} survive", end=end, flush=True)
    _report(count)
    return 0 if count.is_enough else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--quick", action="store_true", help="every rule, and a sample of the words (the default)")
    size.add_argument("--full", action="store_true", help="every mutant; some minutes")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many at a time")
    return parser.parse_args()


def _judged(jobs: int) -> Iterator[tuple[int, bool]]:
    """Each mutant's number and whether it was noticed, as they come in."""
    if jobs < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(_judge, range(len(herd)))
        return
    with multiprocessing.get_context("fork").Pool(jobs, initializer=_leave_interrupts_to_the_parent) as pool:
        yield from pool.imap_unordered(_judge, range(len(herd)), chunksize=8)


def _judge(number: int) -> tuple[int, bool]:
    return number, herd[number].killer() is not None


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _report(count: Count) -> None:
    width = max(map(len, count.made))
    print(f"\n{'':{width}}  made  noticed")
    for group, made in sorted(count.made.items()):
        print(f"{group:{width}}  {made:4}  {count.noticed[group]:7}")
    print(f"\n{count.made.total()} mutants, {count.noticed.total()} noticed: {count.share:.1%} (aim {ENOUGH:.0%}).")
    print(f"{len(EQUIVALENT)} more change nothing and were left out; the reasons are in tests/mutants/equivalents.py.")
    for survivor in sorted(count.survivors):
        print(f"survived  {survivor}")
    for code in count.rules_without:
        print(f"no mutant of  {code}")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        print("\nStopped.")
        sys.exit(130)
