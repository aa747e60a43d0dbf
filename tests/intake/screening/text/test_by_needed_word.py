"""What lacks the word it needs is left out, and the others keep their order."""

from intake.screening.text.by_needed_word import ByNeededWord


def test_what_needs_a_missing_word_is_left_out_and_the_order_stays() -> None:
    items: ByNeededWord[str] = ByNeededWord()
    items.add("pain or ache", needed={"pain", "ache"})
    items.add("nothing", needed=None)
    items.add("pain", needed={"pain"})
    assert items.among({"pain", "ache"}) == ["pain or ache", "nothing", "pain"]
    assert items.among({"ache"}) == ["pain or ache", "nothing"]
    assert items.among(set()) == ["nothing"]
