"use strict";
// Keys of the desk; every page works without this file. One-letter keys can be turned off on the page "Keys and marks".
(() => {
  const OFF = "headwater-keys-off";
  const isOff = () => localStorage.getItem(OFF) === "yes";
  const isTyping = (target) => target.closest("input, select, textarea, [contenteditable]") !== null;

  const items = () => [...document.querySelectorAll(".item")];
  const step = (by) => {
    const all = items();
    const at = all.findIndex((item) => item.contains(document.activeElement));
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
    if (!next) return;
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  };

  const KEYS = {
    j: () => step(1),
    k: () => step(-1),
    "/": () => document.getElementById("find").focus(),
    "?": () => location.assign("/keys"),
    s: () => location.assign("/stories"),
    r: () => location.reload(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isOff() || isTyping(event.target)) return;
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  const turn = document.getElementById("keys-on");
  if (turn) {
    turn.checked = !isOff();
    turn.disabled = false;
    turn.addEventListener("change", () => localStorage.setItem(OFF, turn.checked ? "no" : "yes"));
  }

  // A page never changes under its reader: it says that something is new, and the reader asks for it.
  const fresh = document.querySelector(".fresh");
  const EVERY = 20000;
  const say = (words) => {
    if (words === (fresh.dataset.said || "")) return;
    fresh.dataset.said = words;
    const show = document.createElement("a");
    show.href = location.pathname + location.search;
    show.textContent = "show";
    fresh.replaceChildren(...(words ? [`${words} – `, show] : []));
  };
  const ask = async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(fresh.dataset.ask);
      if (answer.ok) say((await answer.json()).words);
    } catch {
      // The desk is closed, or the way to it: ask again later.
    }
  };
  if (fresh) {
    setInterval(ask, EVERY);
    document.addEventListener("visibilitychange", ask);
  }

  // A cite opens its report at the cited words: they get the focus, so that reading goes on there.
  const at = location.hash === "#at" && document.getElementById("at");
  if (at) at.focus({ preventScroll: true });
})();
