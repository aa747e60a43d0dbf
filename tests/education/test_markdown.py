"""Text of an editor, who may be anybody by now: what comes out can only ever be text, links and lists."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from education import markdown
from education.blocks import Icons, TextBlock, blocks, icons

NUMBERS = {"sample-2001": 1, "sample-2002": 2}
# Everything the allow-list lets through, as it is written: anything else with a < is a hole.
GOOD = re.compile(
    r"</?(?:p|ul|li|h3|h4|strong|em|blockquote|code|pre)>|</?ol>|<ol start=\"\d+\">|<(?:br|hr)>|</a>"
    r"|<a class=\"cite\" href=\"#reference-\d+\">|<a href=\"(?:https?://|mailto:|tel:|/(?!/)|#)[^\"<>]*\">"
)


def html(text: str) -> str:
    return markdown.render(text, NUMBERS.get)


def only_good(said: str) -> bool:
    return "<" not in GOOD.sub("", said)


def test_a_citation_becomes_numbered_links() -> None:
    assert html("So [@sample-2001].") == '<p>So <a class="cite" href="#reference-1">[1]</a>.</p>'
    both = '<a class="cite" href="#reference-2">[2]</a><a class="cite" href="#reference-1">[1]</a>'
    assert html("[@sample-2002; @sample-2001]") == html("[@sample-2002, @sample-2001]") == f"<p>{both}</p>"
    assert html("So [@nobody-1999].") == "<p>So [?].</p>"
    assert html("`[@sample-2001]`") == "<p><code>[@sample-2001]</code></p>"


def test_headings_begin_below_those_of_the_page() -> None:
    assert html("# One\n\n### Three\n\n###### Six") == "<h3>One</h3>\n<h3>Three</h3>\n<h4>Six</h4>"


@pytest.mark.parametrize(
    "address",
    ["https://example.org/a?b=c", "http://example.org", "mailto:a@example.org", "tel:911", "/articles/x/", "/intake/",
     "#references"],
)  # fmt: skip
def test_links_that_a_patient_may_follow_stay(address: str) -> None:
    assert html(f"[word]({address})") == f'<p><a href="{address}">word</a></p>'
    assert markdown.links(f"[word]({address})") == [address]


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "&#106;avascript:alert(1)", "&#x6A;avascript:alert(1)",
     "javascript&colon;alert(1)", "\tjavascript:alert(1)", "java&#10;script:alert(1)", "data:text/html,x",
     "data:image/svg+xml;base64,AAAA", "vbscript:x", "file:///etc/passwd", "//evil.example/x", "/\\evil.example",
     "\\\\evil.example", "ftp://x", "blob:x", "view-source:x", "relative/page", "https:evil", "https:///evil"],
)  # fmt: skip
def test_every_other_link_is_no_link(address: str) -> None:
    for text in (f"[word]({address})", f"[word](<{address}>)", f"<{address}>", f"[word][1]\n\n[1]: {address}"):
        said = html(text)
        assert not re.search(r'href="(?!/%5C|/articles)', said), said
        assert only_good(said)


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a <b onclick=x>b</b>", "<!-- x --><svg onload=x>",
     "&lt;script&gt;alert(1)&lt;/script&gt;", "<a href='javascript:x'>y</a>", "`<img src=x>`", "    <img src=x>",
     "![x](https://example.org/x.png)", "![x](x onerror=y)", '[a](https://e.org "onmouseover=x")',
     '[a](https://e.org/"onmouseover="x)', "<https://e.org/\"onx=y>", "[<img src=x>](https://e.org)",
     "<details open ontoggle=x>", "<style>*{}</style>", "<math><mtext></math><img src=x>", "\u2028<img src=x>"],
)  # fmt: skip
def test_html_is_text(text: str) -> None:
    for said in (html(text), markdown.render_inline(text, NUMBERS.get)):
        assert only_good(said), said
        assert "onerror" not in re.sub(r"[^<]*(?=<|$)", "", said)


def test_a_line_has_no_blocks() -> None:
    assert markdown.render_inline("# a *b* [@sample-2001]", NUMBERS.get) == (
        '# a <em>b</em> <a class="cite" href="#reference-1">[1]</a>'
    )


@given(st.text(alphabet="<>&\"'`[]()!#*_-=/\\:;@{}| \n\tjavscriptonedtlx0123", max_size=120))
def test_whatever_is_typed_only_good_tags_come_out(text: str) -> None:
    assert only_good(html(text))
    assert only_good(markdown.render_inline(text, NUMBERS.get))


def test_plain_words_are_what_a_reader_hears() -> None:
    text = (
        "# Title\n\nSo **it** is [here](/intake/) [@sample-2001], and\nthere.\n\n- one\n- two `code`\n\n```\nfence\n```"
    )
    assert markdown.plain(text) == "Title\nSo it is here, and there.\none\ntwo code\nfence"
    assert markdown.cited(text) == ["sample-2001"]


# ——— blocks


def test_special_blocks_stand_alone_between_paragraphs() -> None:
    body = (
        "One.\n\nTwo.\r\n\r\n{{emergency}}\n\n{{ icons: 9/100 | A\nsentence }}\n\n{{claim:better}}\n\nThree {{claims}}."
    )
    assert blocks(body) == [
        TextBlock("", "One.\n\nTwo."),
        TextBlock("emergency", ""),
        TextBlock("icons", "9/100 | A\nsentence"),
        TextBlock("claim", "better"),
        TextBlock("", "Three {{claims}}."),
    ]
    assert blocks(" \n\n") == []


@pytest.mark.parametrize(
    ("argument", "read"),
    [
        ("9/100|A sentence", Icons(9, 100, "A sentence")),
        ("0/10|None", Icons(0, 10, "None")),
        ("10/10|All", Icons(10, 10, "All")),
        ("1000/1000|All", Icons(1000, 1000, "All")),
        ("11/10|More", None),
        ("1/1001|Too many", None),
        ("1/0|Nothing", None),
        ("1/10|", None),
        ("1/10", None),
        ("x/10|No", None),
        ("-1/10|No", None),
    ],
)
def test_icons_are_so_many_of_so_many(argument: str, read: Icons | None) -> None:
    assert icons(argument) == read
