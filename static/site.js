// Small comforts. Every page works without this file; it only shows, hides and moves focus.
"use strict";

(() => {
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));

  // Which values of a question are picked now, in the form that holds it.
  const picked = (form, name) =>
    all("input:checked", form).filter((input) => input.name === name).map((input) => input.value);

  // "skin=infected|open_wound;seizure=yes": any one is enough; "*" is any value but none.
  const holds = (form, rule) =>
    rule.split(";").some((part) => {
      const [name, values] = part.split("=");
      const now = picked(form, name);
      return values === "*" ? now.some((value) => value !== "none") : now.some((value) => values.split("|").includes(value));
    });

  // A link into a folded part opens it; browsers of these years do so by themselves.
  const unfold = () => {
    const fold = location.hash && document.getElementById(location.hash.slice(1))?.closest("details");
    if (fold) fold.open = true;
  };
  addEventListener("hashchange", unfold);
  unfold();

  const isShown = (element) => !element.closest("[hidden]");

  // Arrow keys pass over answers on the way to another one: the page then speaks but does not take the focus away.
  let passing = false;
  document.addEventListener("keydown", (event) => { passing = event.key.startsWith("Arrow"); }, true);
  document.addEventListener("pointerdown", () => { passing = false; }, true);

  function noneOfThese(input) {
    if (input.type !== "checkbox" || !input.checked || !input.form) return;
    const others = all("input[type=checkbox]", input.form).filter((other) => other.name === input.name && other !== input);
    if (!others.some((other) => other.value === "none") && input.value !== "none") return;
    for (const other of others) {
      if (input.value === "none" || other.value === "none") other.checked = false;
    }
  }

  function followUps(form) {
    // Twice round: a follow-up may itself have one.
    for (let round = 0; round < 2; round += 1) {
      for (const question of all("[data-shown-by]", form)) {
        question.hidden = !holds(form, question.dataset.shownBy);
      }
    }
  }

  function emergencies(form, tapped) {
    for (const card of all("[data-emergency]", form)) {
      const rule = card.dataset.emergency;
      const wanted = isShown(card.parentElement) && holds(form, rule);
      const opened = wanted && card.hidden;
      card.hidden = !wanted;
      if (opened && tapped && rule.startsWith(`${tapped.name}=`) && !passing) card.focus();
    }
  }

  function bodyMap(map) {
    map.classList.add("can-tap");
    map.addEventListener("click", (event) => {
      const region = event.target.closest("[data-region]");
      const box = region && all("input", map).find((input) => input.value === region.dataset.region);
      if (box) box.click();
    });
    const light = () => {
      const on = all("input:checked", map).map((input) => input.value);
      for (const region of all("[data-region]", map)) region.classList.toggle("is-on", on.includes(region.dataset.region));
    };
    map.addEventListener("change", light);
    window.addEventListener("pageshow", light);
  }

  // A second press while the first is under way is swallowed. Nothing is disabled, so nothing can be lost.
  function onceOnly(form) {
    let sent = 0;
    form.addEventListener("submit", (event) => {
      if (Date.now() - sent < 4000) event.preventDefault();
      else sent = Date.now();
    });
    window.addEventListener("pageshow", () => { sent = 0; });
  }

  function refresh(form, tapped) {
    followUps(form);
    emergencies(form, tapped);
  }

  for (const form of all("form")) {
    if (form.method === "post") onceOnly(form);
    if (!form.querySelector("[data-shown-by], [data-emergency], [value=none]")) continue;
    form.addEventListener("change", (event) => {
      noneOfThese(event.target);
      refresh(form, event.target);
    });
    // Back and refresh bring answers back without a change.
    window.addEventListener("pageshow", () => refresh(form, null));
  }
  all(".body-map").forEach(bodyMap);

  // A link to this page: the phone's own way to share, else the clipboard. Without scripts the link itself stands there.
  function share(box) {
    const button = box.querySelector("button");
    const address = box.querySelector("a").href;
    const said = box.querySelector("[role=status]");
    if (!navigator.share && !navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        if (navigator.share) await navigator.share({ title: document.title, url: address });
        else {
          await navigator.clipboard.writeText(address);
          button.textContent = said.textContent = button.dataset.done;
        }
      } catch { /* not shared after all, or not allowed: the link still stands there */ }
    });
  }
  all("[data-share]").forEach(share);

  // Another language is offered where the browser asks for it, but to nobody who comes from a page of ours.
  const offers = all("[data-offer]");
  if (!document.referrer.startsWith(location.origin)) {
    const known = [document.documentElement.lang, ...offers.map((offer) => offer.dataset.offer)];
    const first = navigator.languages.map((code) => code.slice(0, 2)).find((code) => known.includes(code));
    for (const offer of offers) offer.hidden = offer.dataset.offer !== first;
  }

  const first = document.querySelector("[data-focus]");
  if (first) first.focus();
})();
