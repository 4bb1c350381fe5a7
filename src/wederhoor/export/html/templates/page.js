(() => {
  "use strict";
  const home = document.getElementById("home");
  const main = document.getElementById("main");
  const pages = [...document.querySelectorAll("[data-page]")];
  const title = document.title;

  // Without this script the whole record is one long page; with it, one page at a time.
  function show() {
    const name = decodeURIComponent(location.hash.slice(1));
    const target = name ? document.getElementById(name) : null;
    const page = (target && target.closest("[data-page]")) || home;
    for (const other of pages) other.hidden = other !== page;
    const heading = page.querySelector("h2");
    document.title = page === home ? title : page.dataset.title + " – Wederhoor";
    for (const old of document.querySelectorAll(".found")) old.classList.remove("found");
    if (!target || target === page) {
      window.scrollTo(0, 0);
      if (page !== home) heading.focus({ preventScroll: true });
      return;
    }
    target.scrollIntoView({ block: target.classList.contains("pin") ? "center" : "start" });
    const mark = target.classList.contains("pin") && nextMark(target);
    if (mark) {
      mark.classList.add("found");
      mark.focus({ preventScroll: true });
    }
  }

  function nextMark(pin) {
    let next = pin.nextElementSibling;
    while (next && next.classList.contains("pin")) next = next.nextElementSibling;
    return next && next.classList.contains("ev") ? next : null;
  }

  const plain = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  const form = document.getElementById("filter");
  const type = document.getElementById("f-type");
  const text = document.getElementById("f-text");
  const disputed = document.getElementById("f-disputed");
  const shown = document.getElementById("shown");
  // A word is looked for on the line itself and on the event's own page.
  const items = [...document.querySelectorAll(".item")].map((item) => {
    const page = document.getElementById(item.querySelector("h4 a").hash.slice(1));
    return { item, words: plain(item.textContent + " " + page.textContent) };
  });

  function filter() {
    const wanted = plain(text.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { item, words } of items) {
      const fits =
        (!type.value || item.dataset.type === type.value) &&
        (!disputed.checked || "disputed" in item.dataset) &&
        wanted.every((word) => words.includes(word));
      item.hidden = !fits;
      if (fits) count += 1;
    }
    for (const group of document.querySelectorAll("[data-group]")) {
      group.hidden = !group.querySelector(".item:not([hidden])");
    }
    shown.textContent = shown.dataset.words
      .replace("{shown}", count)
      .replace("{all}", items.length);
  }

  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    main.focus();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", filter);
  form.hidden = items.length === 0;
  window.addEventListener("hashchange", show);
  window.addEventListener("beforeprint", () => {
    for (const box of document.querySelectorAll("details")) box.open = true;
  });
  document.documentElement.classList.add("js");
  filter();
  show();
})();
