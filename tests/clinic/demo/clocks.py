"""Five moments at which somebody may start the demo, by the clinic's clock."""

from datetime import datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("America/Los_Angeles")
CLOCKS = {
    "weekday noon": datetime(2026, 3, 3, 12, 0, tzinfo=ZONE),
    "Sunday night": datetime(2026, 3, 1, 23, 30, tzinfo=ZONE),
    "the clocks change": datetime(2026, 3, 8, 1, 59, tzinfo=ZONE),
    "holiday": datetime(2026, 11, 26, 11, 0, tzinfo=ZONE),
    "early morning": datetime(2026, 11, 2, 5, 15, tzinfo=ZONE),
}
