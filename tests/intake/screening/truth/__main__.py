"""Print the truth table as JSON lines."""

import json
import sys

from tests.intake.screening.truth import CASES, ON

for case in CASES:
    row: dict[str, object] = {"id": case.id, "set": dict(case.change), "on": ON.isoformat()}
    if case.exactly is not None:
        row["exactly"] = sorted(case.exactly)
    row |= {"fires": sorted(case.fires), "not": sorted(case.quiet)}
    sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
