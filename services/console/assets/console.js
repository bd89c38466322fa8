// What a browser adds to pages that work without it: keys, the focus on what is wrong, places to choose from.
"use strict";
(() => {
  const typing = (at) => at && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName));
  const rows = () => Array.from(document.querySelectorAll("[data-row] a[data-go]"));

  const errors = document.getElementById("errors");
  if (errors) errors.focus();

  document.addEventListener("keydown", (key) => {
    if (key.ctrlKey || key.altKey || key.metaKey || typing(key.target)) return;
    const all = rows();
    const at = all.indexOf(document.activeElement);
    if (key.key === "j" && all.length) all[Math.min(at + 1, all.length - 1)].focus();
    else if (key.key === "k" && all.length) all[Math.max(at - 1, 0)].focus();
    else if (key.key === "n") {
      const register = document.querySelector('a[href="/register"]');
      if (register) register.click();
    } else return;
    key.preventDefault();
  });

  // A place that was chosen from the list stands in the field under its whole name.
  document.addEventListener("click", (click) => {
    const chosen = click.target.closest("button[data-place]");
    if (!chosen) return;
    const field = document.getElementById(chosen.dataset.for);
    if (!field) return;
    click.preventDefault();
    field.value = chosen.dataset.place;
    chosen.closest("[data-places]").replaceChildren();
    field.focus();
  });

  // A form is sent once, however often the button is pressed.
  document.addEventListener("submit", (sent) => {
    const form = sent.target;
    if (form.method !== "post" || form.dataset.again) return;
    if (form.dataset.sent) sent.preventDefault();
    else form.dataset.sent = "yes";
  });
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });
})();
