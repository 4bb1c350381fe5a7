// Comfort only: every page can be read and every form sent without this script.
(() => {
  "use strict";

  // The moment from which the record is looked at, on a slider.
  const form = document.querySelector("form.moment");
  if (form) {
    const day = form.querySelector("input[type=date]");
    const number = (text) => Math.round(Date.parse(`${text}T00:00:00Z`) / 864e5);
    const first = number(form.dataset.first);
    const last = number(form.dataset.last);
    if (last > first) {
      const slider = document.createElement("input");
      slider.type = "range";
      slider.min = first;
      slider.max = last;
      slider.value = day.value ? number(day.value) : last;
      slider.setAttribute("aria-label", form.querySelector("label").textContent);
      slider.addEventListener("input", () => {
        day.value = new Date(slider.valueAsNumber * 864e5).toISOString().slice(0, 10);
      });
      slider.addEventListener("change", () => form.requestSubmit());
      day.addEventListener("input", () => {
        if (day.value) slider.value = number(day.value);
      });
      day.after(slider);
    }
  }

  // One stop of the tab key for a drawing; the arrow keys go from mark to mark.
  for (const drawing of document.querySelectorAll("svg[role=group]")) {
    const marks = [...drawing.querySelectorAll("a")];
    marks.forEach((mark, i) => mark.setAttribute("tabindex", i ? "-1" : "0"));
    drawing.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      const from = marks.indexOf(event.target.closest("a"));
      if (!step || from < 0) return;
      const to = marks[Math.min(Math.max(from + step, 0), marks.length - 1)];
      marks[from].setAttribute("tabindex", "-1");
      to.setAttribute("tabindex", "0");
      to.focus();
      event.preventDefault();
    });
  }

  // A drawing with the focus in it zooms and moves by its own keys.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!event.target.closest || !event.target.closest("figure.chart")) return;
    const name = { "+": "closer", "-": "wider", "[": "earlier", "]": "later", 0: "all" }[event.key];
    const move = name && document.querySelector(`[data-move=${name}]`);
    if (move) move.click();
  });

  window.addEventListener("beforeprint", () => {
    for (const box of document.querySelectorAll("details")) box.open = true;
  });
})();
