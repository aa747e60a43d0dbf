"""Drawn rooms for the demo clinic: there is no such house, so nobody photographed it."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

# Drawn twice as large as kept, so that slanting and round lines come out smooth.
_WIDTH, _HEIGHT, _SCALE = 960, 720, 2
_INK, _PAPER, _WALL, _FLOOR = "#1E2A26", "#FBFAF6", "#EFECE1", "#CDB593"
_GREEN, _TINT, _WOOD, _CLAY = "#1F6B4F", "#CFE0D5", "#A9835A", "#B5654A"


class Pen:
    """Draws flat shapes by the pixels of the kept picture."""

    def __init__(self, ground: str) -> None:
        self.picture = Image.new("RGB", (_WIDTH * _SCALE, _HEIGHT * _SCALE), ground)
        self.draw = ImageDraw.Draw(self.picture)

    def box(self, *corners: int, fill: str, radius: int = 0) -> None:
        """A rectangle: left, top, right, bottom."""
        self.draw.rounded_rectangle([at * _SCALE for at in corners], radius * _SCALE, fill=fill)

    def oval(self, *corners: int, fill: str) -> None:
        self.draw.ellipse([at * _SCALE for at in corners], fill=fill)

    def shape(self, *points: tuple[int, int], fill: str) -> None:
        self.draw.polygon([(x * _SCALE, y * _SCALE) for x, y in points], fill=fill)

    def line(self, *points: tuple[int, int], fill: str, width: int) -> None:
        self.draw.line([(x * _SCALE, y * _SCALE) for x, y in points], fill=fill, width=width * _SCALE, joint="curve")

    def plant(self, x: int, floor: int) -> None:
        """A pot with seven leaves that stands at a point."""
        for lean, height in ((-70, 120), (-45, 180), (-20, 220), (5, 240), (30, 210), (55, 165), (78, 110)):
            tip = (x + lean, floor - 80 - height)
            self.shape(
                (x - 8, floor - 80),
                (x + lean // 2 - 22, floor - 90 - height // 2),
                tip,
                (x + 8, floor - 80),
                fill=_GREEN,
            )
        self.shape((x - 48, floor - 92), (x + 48, floor - 92), (x + 34, floor), (x - 34, floor), fill=_CLAY)

    def png(self) -> bytes:
        """The picture as a file, in the size in which it is kept."""
        out = BytesIO()
        self.picture.resize((_WIDTH, _HEIGHT), Image.Resampling.LANCZOS).save(out, "PNG")
        return out.getvalue()


def _door() -> bytes:
    """The street: a green door with its number, level with the pavement, and the bakery beside it."""
    pen = Pen("#E6D6C0")
    for row in range(14):
        for column in range(-1, 13):
            left, top = column * 84 + (42 if row % 2 else 0), row * 42
            pen.box(left + 2, top + 2, left + 80, top + 38, fill="#DFCBB0", radius=3)
    pen.box(0, 590, 960, 720, fill="#C9C6BC")
    pen.box(0, 590, 960, 600, fill="#AFACA1")
    # The bakery's window, and what stands over it.
    pen.box(30, 190, 330, 520, fill="#7A5A3A", radius=6)
    pen.box(46, 250, 314, 504, fill="#F6E7C4")
    pen.shape((20, 160), (340, 160), (370, 250), (0, 250), fill=_PAPER)
    for stripe in range(5):
        left = 20 + stripe * 70
        pen.shape((left, 160), (left + 35, 160), (left + 32 - stripe, 250), (left - 8, 250), fill=_CLAY)
    for loaf in range(3):
        pen.oval(66 + loaf * 82, 420, 138 + loaf * 82, 480, fill="#C98F4E")
    pen.box(46, 476, 314, 486, fill="#7A5A3A")
    # The door.
    pen.box(430, 130, 720, 600, fill=_PAPER, radius=8)
    pen.box(452, 152, 698, 600, fill=_GREEN)
    pen.box(484, 190, 666, 360, fill="#DCEBE6", radius=4)
    pen.shape((500, 350), (560, 200), (600, 200), (540, 350), fill="#EEF6F2")
    pen.box(484, 400, 666, 560, fill="#195A42", radius=4)
    pen.box(650, 372, 664, 400, fill="#E0C36A", radius=5)
    pen.box(452, 590, 698, 600, fill=_INK)
    # Its number, its bell and the lantern.
    pen.box(756, 250, 846, 320, fill=_PAPER, radius=8)
    pen.line((780, 274), (792, 264), (792, 306), fill=_INK, width=7)
    pen.line((808, 272), (818, 264), (828, 272), (826, 282), (808, 306), (830, 306), fill=_INK, width=7)
    pen.oval(786, 350, 816, 380, fill="#E0C36A")
    pen.box(790, 110, 812, 140, fill=_INK)
    pen.shape((766, 140), (836, 140), (822, 220), (780, 220), fill="#F7DE93")
    pen.box(764, 134, 838, 144, fill=_INK)
    pen.box(778, 216, 824, 226, fill=_INK)
    pen.plant(390, 600)
    return pen.png()


def _waiting() -> bytes:
    """Three chairs with arms, a window, a plant, and a shelf with water and forms."""
    pen = Pen(_WALL)
    pen.box(0, 540, 960, 720, fill=_FLOOR)
    pen.box(0, 530, 960, 544, fill=_PAPER)
    pen.box(90, 80, 400, 330, fill=_PAPER, radius=6)
    pen.box(106, 96, 384, 314, fill="#D6E7EC")
    pen.oval(150, 200, 300, 330, fill=_TINT)
    pen.box(106, 300, 384, 314, fill=_TINT)
    pen.box(238, 96, 252, 314, fill=_PAPER)
    pen.box(560, 120, 700, 300, fill=_WOOD, radius=4)
    pen.box(574, 134, 686, 286, fill=_PAPER)
    pen.line((630, 270), (626, 220), (634, 160), fill=_GREEN, width=8)
    for up in (178, 206, 234):
        pen.shape((631, up), (596, up - 26), (604, up + 8), fill=_GREEN)
        pen.shape((630, up + 6), (666, up - 18), (656, up + 14), fill=_GREEN)
    for number in range(3):
        left = 80 + number * 190
        pen.box(left + 10, 380, left + 140, 500, fill=_GREEN, radius=16)
        pen.box(left, 476, left + 150, 530, fill="#2C7F60", radius=12)
        for leg in (left + 12, left + 126):
            pen.box(leg, 528, leg + 14, 612, fill=_WOOD)
        for arm in (left - 6, left + 136):
            pen.box(arm, 440, arm + 20, 490, fill=_WOOD, radius=8)
    pen.box(640, 400, 830, 416, fill=_WOOD, radius=4)
    pen.box(650, 416, 666, 612, fill=_WOOD)
    pen.box(804, 416, 820, 612, fill=_WOOD)
    pen.box(650, 510, 820, 522, fill=_WOOD)
    pen.box(680, 330, 728, 400, fill="#CFE3EA", radius=8)
    pen.box(688, 356, 720, 394, fill="#A9CFDC", radius=4)
    pen.box(750, 384, 812, 400, fill=_PAPER)
    pen.box(756, 376, 806, 386, fill=_TINT)
    pen.plant(885, 640)
    return pen.png()


def _treatment() -> bytes:
    """A table with a pillow and a folded blanket, a stool, a lamp, and a cart with what is needed."""
    pen = Pen("#E9EFE6")
    pen.box(0, 550, 960, 720, fill=_FLOOR)
    pen.box(0, 540, 960, 554, fill=_PAPER)
    pen.box(620, 90, 860, 330, fill=_PAPER, radius=6)
    pen.box(634, 104, 846, 316, fill="#F4EFE0")
    for slat in range(104, 316, 20):
        pen.box(634, slat, 846, slat + 4, fill="#E0D8C2")
    # The table, its sheet, pillow and blanket.
    pen.box(150, 390, 700, 430, fill=_GREEN, radius=16)
    pen.box(150, 376, 700, 404, fill=_PAPER, radius=12)
    pen.box(164, 336, 292, 384, fill=_PAPER, radius=22)
    pen.box(168, 352, 288, 380, fill="#E3E8DF", radius=16)
    pen.box(520, 340, 690, 380, fill=_CLAY, radius=8)
    pen.box(520, 358, 690, 364, fill="#C97E63")
    for leg in (200, 626):
        pen.box(leg, 428, leg + 22, 622, fill=_WOOD)
    pen.box(200, 520, 648, 534, fill=_WOOD)
    # The lamp.
    pen.line((90, 622), (90, 250), (150, 190), fill=_INK, width=8)
    pen.box(54, 616, 126, 628, fill=_INK, radius=6)
    pen.shape((128, 168), (196, 190), (176, 250), (104, 226), fill="#E0C36A")
    # The cart and the stool.
    pen.box(760, 430, 920, 446, fill=_PAPER, radius=4)
    pen.box(760, 446, 774, 622, fill="#B8BEB6")
    pen.box(906, 446, 920, 622, fill="#B8BEB6")
    pen.box(760, 530, 920, 542, fill=_PAPER, radius=4)
    pen.box(784, 396, 834, 430, fill=_TINT, radius=4)
    pen.box(850, 384, 900, 430, fill="#D9A441", radius=4)
    pen.box(784, 490, 890, 530, fill="#D6E7EC", radius=4)
    pen.oval(390, 560, 510, 596, fill=_INK)
    pen.box(442, 580, 458, 650, fill="#6D766F")
    pen.box(400, 648, 500, 660, fill="#6D766F", radius=6)
    return pen.png()


@dataclass(frozen=True)
class DrawnRoom:
    """A drawn photograph: a kind of PlacePhotograph, what is drawn, what stands below it, and who draws it."""

    kind: str
    alt: str
    caption: str
    draw: Callable[[], bytes]


ROOMS = (
    DrawnRoom(
        "door",
        "A drawing of the street: a green door with the number 12 beside a bakery, and no step",
        "Ring the round bell beside the number.",
        _door,
    ),
    DrawnRoom(
        "waiting",
        "A drawing of the waiting room: three green chairs with arms, a window, a water jug and a plant",
        "",
        _waiting,
    ),
    DrawnRoom(
        "treatment",
        "A drawing of a treatment room: a padded table with a pillow and a blanket, a lamp and a stool",
        "You keep the blanket as long as you like.",
        _treatment,
    ),
)
