"use strict";
(() => {
  const aside = document.getElementById("reports");
  const say = aside.querySelector(".say");
  const back = aside.querySelector(".back");
  let from = null;

  const clear = () => {
    document.querySelectorAll("mark.on").forEach((mark) => { mark.classList.remove("on"); mark.removeAttribute("tabindex"); });
    document.querySelectorAll(".cite.on").forEach((cite) => cite.classList.remove("on"));
  };

  const open = (link) => {
    from = link;
    back.hidden = false;
    aside.classList.add("open");
    document.body.classList.add("reading");
  };

  const close = () => {
    if (!from) return;
    clear();
    aside.classList.remove("open");
    document.body.classList.remove("reading");
    back.hidden = true;
    say.textContent = "";
    from.focus();
    from = null;
  };

  const light = (cite) => {
    const spans = cite.dataset.spans.trim().split(" ").map((span) => span.split("-").map(Number));
    const isLit = (at) => spans.some(([start, end]) => start <= at && at < end);
    const marks = [...document.getElementById(cite.dataset.report).querySelectorAll("mark")];
    return marks.filter((mark) => isLit(Number(mark.dataset.at)));
  };

  const show = (cite) => {
    clear();
    const marks = light(cite);
    if (!marks.length) return;
    open(cite);
    cite.classList.add("on");
    marks.forEach((mark) => mark.classList.add("on"));
    say.textContent = cite.getAttribute("aria-label");
    marks[0].tabIndex = -1;
    marks[0].focus({ preventScroll: true });
    reach(marks[0], aside.clientHeight / 3);
  };

  // Only the panel moves: scrollIntoView would move the page under the reader as well.
  const reach = (element, margin) => {
    const below = element.getBoundingClientRect().top - aside.getBoundingClientRect().top;
    if (getComputedStyle(aside).overflowY === "auto") aside.scrollTop += below - margin;
    else element.scrollIntoView();
  };

  document.addEventListener("click", (event) => {
    const cite = event.target.closest("a.cite");
    const report = event.target.closest("a.open");
    if (cite) {
      event.preventDefault();
      show(cite);
    } else if (report) {
      event.preventDefault();
      clear();
      open(report);
      reach(document.getElementById(report.hash.slice(1)), aside.querySelector(".bar").offsetHeight);
    } else if (event.target.closest(".back")) {
      close();
    }
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });

  document.documentElement.classList.add("js");
  const wanted = location.hash && document.querySelector(`a.cite[href="${CSS.escape(location.hash)}"]`);
  if (wanted) window.addEventListener("load", () => { show(wanted); wanted.scrollIntoView({ block: "center" }); });
})();
