// The desk by keyboard. Every page works without this file; it only presses what can be clicked.
"use strict";

(() => {
  const typing = (element) => Boolean(element.closest("input, textarea, select, [contenteditable]"));
  const shown = (element) => element.getClientRects().length > 0;

  const keys = document.querySelector("[data-keys]");
  if (keys) keys.hidden = false;

  const follow = (key) => {
    const link = Array.from(document.querySelectorAll(`a[data-key="${key}"]`)).find(shown);
    if (link) link.click();
    return Boolean(link);
  };

  const find = () => {
    const box = Array.from(document.querySelectorAll("[data-find]")).find(shown);
    if (!box) return follow("f");
    box.focus();
    box.select();
    return true;
  };

  // A marks the visit that has the focus as arrived, and nothing else: the button says so itself.
  const arrive = (element) => {
    const visit = element.closest(".visit");
    const button = visit && visit.querySelector('button[formaction$="/do/arrive/"]');
    if (button) button.click();
    return Boolean(button);
  };

  // Arrows walk the board: up and down in a column, left and right to whatever stands beside it.
  const board = document.querySelector("[data-board]");
  const stops = () => Array.from(board.querySelectorAll("td a")).filter(shown);
  const middle = (element) => {
    const box = element.closest("td").getBoundingClientRect();
    const own = element.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: own.top };
  };

  const walk = (from, key) => {
    const here = middle(from);
    const along = key === "ArrowLeft" || key === "ArrowRight";
    const sign = key === "ArrowLeft" || key === "ArrowUp" ? -1 : 1;
    let best = null;
    for (const stop of stops()) {
      if (stop === from) continue;
      const there = middle(stop);
      const ahead = sign * (along ? there.x - here.x : there.y - here.y);
      const aside = Math.abs(along ? there.y - here.y : there.x - here.x);
      if (ahead < 2 || (!along && aside > 2)) continue;
      const far = ahead + 3 * aside;
      if (!best || far < best.far) best = { stop, far };
    }
    if (best) best.stop.focus();
    return Boolean(best);
  };

  // A page that waits for somebody else looks by itself, and comes anew when there is something new on it.
  const watched = document.querySelector("[data-watch]");
  const look = async () => {
    if (document.hidden) return;
    const answer = await fetch(location.href).catch(() => null);
    if (!answer || !answer.ok) return;
    const now = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-watch]");
    if (now && now.dataset.watch !== watched.dataset.watch) location.reload();
  };
  if (watched) setInterval(look, 5000);

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || typing(event.target)) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const onBoard = board && event.target.matches("td a");
    let done = false;
    if (key.startsWith("Arrow")) {
      if (onBoard) done = walk(event.target, key);
      else if (event.target === document.body || event.target.id === "main") done = follow(key);
    } else if (key === "f") done = find();
    else if (key === "n") done = follow("n");
    else if (key === "a") done = arrive(event.target);
    if (done) event.preventDefault();
  });

  // With arrows there is no need to pass every free quarter by Tab: one stop a column of them is enough.
  if (board) {
    const free = stops().filter((stop) => stop.closest("td").classList.contains("free"));
    const first = new Set();
    for (const stop of free) {
      const column = Math.round(middle(stop).x);
      if (first.has(column)) stop.tabIndex = -1;
      first.add(column);
    }
  }

  // Back at the place where a deed was done; later than the browser's own walk to the fragment, which drops the focus.
  const land = () => {
    const place = location.hash && document.getElementById(location.hash.slice(1));
    const link = place && shown(place) && place.querySelector("a");
    if (link) link.focus({ preventScroll: true });
  };
  window.addEventListener("load", () => setTimeout(land, 0));
})();
