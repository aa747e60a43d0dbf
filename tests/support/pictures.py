"""`make pictures`: the README's pictures, taken anew of a demo clinic that is made for it and thrown away.

    python -m tests.support.pictures [name …]

The clinic is seeded into a file of its own on a port of its own; a demo that runs beside it is left alone.
Names of languages need their letters on this machine: on Debian and Ubuntu fonts-noto-cjk.
"""

import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import django
from playwright.sync_api import Browser, Page, sync_playwright

from tests.support import chromium

HERE = Path(__file__).resolve().parents[2]
PICTURES = HERE / "docs" / "pictures"
PHONE, DESK = (375, 812), (1280, 900)
OPEN = "Ctrl-C stops it."


@contextmanager
def demo() -> Iterator[str]:
    """Run a demo clinic of its own, and give its address."""
    with socket.socket() as free, tempfile.TemporaryDirectory() as folder:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        address = f"http://localhost:{port}"
        own = {"CLINIC_MODE": "demo", "PORT": str(port), "SITE_URL": address, "LOG_LEVEL": "WARNING"}
        own["DATABASE_URL"] = f"sqlite:///{folder}/pictures.sqlite3"
        free.close()
        clinic = subprocess.Popen(
            [sys.executable, "manage.py", "demo"], cwd=HERE, env=os.environ | own, stdout=subprocess.PIPE, text=True
        )
        try:
            assert clinic.stdout is not None
            for line in clinic.stdout:
                print(line, end="", flush=True)
                if line.rstrip().endswith(OPEN) and "worker" not in line:
                    break
            yield address
        finally:
            clinic.send_signal(signal.SIGINT)
            clinic.wait(timeout=30)


def as_somebody(page: Page, who: str) -> None:
    """Sign in by one press, as a visitor of the demo does."""
    page.goto("/")
    page.locator(f'form[action$="/{who}/"] button, button[formaction$="/{who}/"]').first.click()
    page.wait_for_load_state()


def home(page: Page) -> None:
    page.goto("/")


def article(page: Page) -> None:
    page.goto("/articles/acupuncture-for-back-pain/")


def choose_a_time(page: Page) -> None:
    page.goto("/book/")
    page.goto("/visits/book/?type=consultation")


# The clinic of the pictures has a database of its own: every form is walked whole, and none is laid in.
def patient_question(page: Page) -> None:
    from tests.journeys import patient

    patient.begin(page)
    patient.walk(page, until=3, whole=True)


def check_answers(page: Page) -> None:
    from tests.journeys import patient

    patient.begin(page)
    patient.walk(page, whole=True)


def stop_page(page: Page) -> None:
    from clinic.demo.forms import typed
    from tests.journeys import patient

    patient.begin(page)
    patient.walk(page, typed(rf_saddle_numb="yes"), whole=True)


def review_queue(page: Page) -> None:
    as_somebody(page, "practitioner")
    page.goto("/admin/review/case/")


def case(page: Page) -> None:
    review_queue(page)
    page.locator("main a[href*='/admin/review/case/'][href$='/change/'], main tbody a").first.click()
    page.wait_for_load_state()


def desk(page: Page) -> None:
    as_somebody(page, "front-desk")


TAKEN: Mapping[str, tuple[tuple[int, int], Callable[[Page], None]]] = {
    "home": (DESK, home),
    "article": (DESK, article),
    "choose-a-time": (PHONE, choose_a_time),
    "patient-question": (PHONE, patient_question),
    "check-answers": (PHONE, check_answers),
    "review-queue": (DESK, review_queue),
    "case": (DESK, case),
    "desk": (DESK, desk),
    # The last: what is answered there is an emergency on the pages before.
    "stop-page": (PHONE, stop_page),
}


def below_the_banner(page: Page) -> None:
    """Scroll past what only the demo says, which is half of a phone's first screen. The admin says it in its header."""
    if not page.locator("body > header").count():
        return
    top = page.locator("body > header").first.evaluate("header => header.getBoundingClientRect().top + scrollY")
    page.evaluate("top => scrollTo({top, behavior: 'instant'})", top)


def take(browser: Browser, address: str, name: str) -> None:
    """Take one picture: the first screen of the page, as its reader sees it."""
    (width, height), walk_there = TAKEN[name]
    context = browser.new_context(
        viewport={"width": width, "height": height}, base_url=address, timezone_id="America/Los_Angeles"
    )
    page = context.new_page()
    walk_there(page)
    page.wait_for_load_state()
    below_the_banner(page)
    page.screenshot(path=PICTURES / f"{name}.png")
    context.close()
    print(f"  {name}.png", flush=True)


def main() -> None:
    django.setup()
    wanted = sys.argv[1:] or list(TAKEN)
    unknown = [name for name in wanted if name not in TAKEN]
    if unknown:
        sys.exit(f"There is no picture named {', '.join(unknown)}. These are: {', '.join(TAKEN)}.")
    executable = chromium.bring()
    with demo() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable)
        for name in wanted:
            take(browser, address, name)
        browser.close()


if __name__ == "__main__":
    main()
