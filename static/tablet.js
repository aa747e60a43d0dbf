// The clinic's tablet in a patient's hands: it stays open while somebody taps or types, and closes by itself when nobody
// does. Without this file the server closes the form after five minutes all the same, at the next request.
"use strict";

(() => {
  const bar = document.querySelector("[data-tablet]");
  if (!bar) return;

  const [warns, closes] = [bar.dataset.warns, bar.dataset.closes].map((seconds) => Number(seconds) * 1000);
  const still = bar.querySelector("[data-still-here]");
  const screen = document.getElementById("screen");
  const form = screen || bar.querySelector("[data-hand-back]");
  const TELL_EVERY = 20000;
  let tapped = Date.now();
  let told = tapped;
  let closing = false;

  // Tell the server that the tablet is held: one page may take longer than five minutes to answer.
  function tell() {
    told = Date.now();
    const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
    fetch(bar.dataset.here, { method: "POST", headers: { "X-CSRFToken": token } })
      .then((answer) => { if (answer.status === 410) over(); })
      .catch(() => { /* away for a moment: the next tap tells */ });
  }

  function here() {
    if (closing) return;
    tapped = Date.now();
    still.hidden = true;
    if (tapped - told >= TELL_EVERY) tell();
  }

  // The form was closed elsewhere: what stands on the page is sent all the same, and met.
  function over() {
    if (closing) return;
    closing = true;
    if (screen) HTMLFormElement.prototype.submit.call(screen);
    else location.replace(bar.dataset.over);
  }

  // What stands on the page is saved with it, as by every button.
  function close() {
    closing = true;
    const how = document.createElement("input");
    how.type = "hidden";
    how.name = "go";
    how.value = "rested";
    form.append(how);
    document.body.hidden = true;
    HTMLFormElement.prototype.submit.call(form);
  }

  for (const sign of ["pointerdown", "keydown", "input", "scroll"]) {
    document.addEventListener(sign, here, { capture: true, passive: true });
  }
  setInterval(() => {
    const rest = Date.now() - tapped;
    if (closing) return;
    if (rest >= closes) close();
    else if (rest >= warns) still.hidden = false;
  }, 1000);

  // A page that the browser had put aside shows nothing of a form that is closed by now.
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
})();
