// Small comforts for those who work here. Every page works without this file.
"use strict";

(() => {
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));

  // The stock pages say what is wrong in a paragraph at the top: it is read first there too.
  const wrong = document.querySelector("[autofocus][role=alert], p.errornote");
  if (wrong) {
    wrong.tabIndex = -1;
    wrong.focus();
  }

  // Only what belongs to the chosen outcome is open. What was typed elsewhere stays typed and is sent, but the form
  // says that it was folded away, so that nobody is asked about it.
  for (const form of all("form.decision")) {
    form.elements.folded.value = "on";
    const show = () => {
      const chosen = form.querySelector("[name=outcome]:checked");
      for (const part of all("[data-belongs]", form)) part.hidden = !chosen || part.dataset.belongs !== chosen.value;
    };
    form.addEventListener("change", show);
    window.addEventListener("pageshow", show);
    show();
  }

  for (const button of all("[data-open-all]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      for (const part of all("details", document.getElementById(button.dataset.openAll))) part.open = true;
    });
  }

  // The queue by keyboard: it only walks what can be reached with Tab, and never while somebody types.
  const keys = document.querySelector("[data-keys]");
  if (keys) {
    keys.hidden = false;
    const links = () => all("table.queue .patient a");
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
      if (event.key === "/") {
        event.preventDefault();
        document.getElementById("id_q").focus();
        return;
      }
      const step = { j: 1, k: -1 }[event.key.toLowerCase()];
      if (!step) return;
      const rows = links();
      const at = rows.indexOf(document.activeElement);
      const next = rows[at < 0 ? 0 : at + step];
      if (next) next.focus();
    });
  }

  // A long list of ticks gets a box that leaves only the rows with these words; what is ticked always stays.
  for (const finder of all("[data-search-in]")) {
    const list = document.getElementById(finder.dataset.searchIn);
    if (!list) continue;
    const [box, status] = [finder.querySelector("input"), finder.querySelector("[role=status]")];
    list.before(finder);
    finder.hidden = false;
    const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    const show = () => {
      const words = plain(box.value).split(/\s+/).filter(Boolean);
      let found = 0;
      for (const row of list.children) {
        const fits = words.every((word) => plain(row.textContent).includes(word));
        row.hidden = !fits && !row.querySelector("input").checked;
        if (fits) found += 1;
      }
      status.textContent = found ? "" : status.dataset.none;
    };
    box.addEventListener("input", show);
    box.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault();
    });
  }

  // On paper nothing is folded.
  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = all(".review details:not([open])");
    for (const part of closed) part.open = true;
  });
  window.addEventListener("afterprint", () => { for (const part of closed) part.open = false; });

  // An article beside how a patient will read it, drawn anew when typing pauses. Nothing is saved by it.
  const preview = document.querySelector("[data-live-preview]");
  if (preview) {
    const form = document.getElementById("article_form");
    const frame = preview.querySelector("iframe");
    let pause, asked;
    const draw = async () => {
      if (asked) asked.abort();
      asked = new AbortController();
      let page;
      try {
        const body = new FormData(form);
        const answer = await fetch(preview.dataset.livePreview, { method: "POST", body, signal: asked.signal });
        if (!answer.ok || answer.redirected) return;
        page = (await answer.text()).replace(/<script\b[^>]*><\/script>/g, ""); // it has nothing to do there
      } catch {
        return; // the next letter asks again
      }
      const at = preview.hidden ? -1 : frame.contentWindow.scrollY;
      preview.hidden = false;
      frame.addEventListener("load", () => {
        for (const part of all("article details", frame.contentDocument)) part.open = true;
        if (at < 0) frame.contentDocument.querySelector("article").scrollIntoView();
        else frame.contentWindow.scrollTo(0, at);
      }, { once: true });
      frame.srcdoc = page;
    };
    form.addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(draw, 700);
    });
    draw();
  }

  // A second press while the first is under way is swallowed. Nothing is disabled, so nothing can be lost.
  for (const form of all("form")) {
    if (form.method !== "post") continue;
    let sent = 0;
    form.addEventListener("submit", (event) => {
      if (event.submitter && event.submitter.formTarget) return; // it opens another tab, and nothing is sent here
      if (Date.now() - sent < 4000) event.preventDefault();
      else sent = Date.now();
    });
    window.addEventListener("pageshow", () => { sent = 0; });
  }
})();
