"""How the text of a section is cut: paragraphs of Markdown, and special blocks that stand alone between them.

Pure: nothing of Django. A special block is `{{emergency}}`, `{{crisis}}`, `{{side-effects}}`, `{{guidelines}}`,
`{{claims}}`, `{{claim:name}}`, `{{drawing:name}}` or `{{icons:9/100|A sentence}}`, alone in its paragraph.
"""

import re
from dataclasses import dataclass

_SPECIAL = re.compile(r"\{\{\s*([a-z-]+)\s*(?::(.*))?\}\}", re.DOTALL)
_ICONS = re.compile(r"\s*(\d{1,4})\s*/\s*(\d{1,4})\s*\|(.*)", re.DOTALL)

# More icons than this are no picture any more.
MOST_ICONS = 1000
SPECIAL = frozenset({"emergency", "crisis", "side-effects", "guidelines", "claims", "claim", "drawing", "icons"})
# The drawings there are: each a template, components/drawing_<name>.html, that says in words what it shows.
DRAWINGS = frozenset({"pain-signals"})


@dataclass(frozen=True)
class TextBlock:
    """A piece of a section: Markdown (`name` is empty), or a special block with its argument."""

    name: str
    text: str


@dataclass(frozen=True)
class Icons:
    """So many of so many, and the sentence that says it."""

    count: int
    of: int
    caption: str


def blocks(body: str) -> list[TextBlock]:
    """Cut a text into its blocks, in order; neighbouring paragraphs of Markdown stay together."""
    blocks: list[TextBlock] = []
    for paragraph in re.split(r"\n[ \t]*\n", body.replace("\r\n", "\n").strip("\n")):
        special = _SPECIAL.fullmatch(paragraph.strip())
        if special:
            blocks.append(TextBlock(special[1], (special[2] or "").strip()))
        elif blocks and not blocks[-1].name:
            blocks[-1] = TextBlock("", f"{blocks[-1].text}\n\n{paragraph}")
        elif paragraph.strip():
            blocks.append(TextBlock("", paragraph))
    return blocks


def icons(argument: str) -> Icons | None:
    """Read "9/100|A sentence"; None for what makes no picture."""
    match = _ICONS.fullmatch(argument)
    if match is None or not match[3].strip() or not 0 < int(match[2]) <= MOST_ICONS or int(match[1]) > int(match[2]):
        return None
    return Icons(int(match[1]), int(match[2]), match[3].strip())
