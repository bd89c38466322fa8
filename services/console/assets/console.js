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

  // What others change while the page is open: a line says so; nothing moves by itself.
  const news = document.getElementById("news");
  const lines = document.getElementById("lines");
  const once = () => {
    const seen = new Set();
    for (const line of lines ? Array.from(lines.children) : []) {
      if (seen.has(line.id)) line.remove();
      seen.add(line.id);
    }
    const silence = document.getElementById("silence");
    if (silence && seen.size) silence.remove();
  };
  if (news && news.dataset.news && window.EventSource) {
    const heard = new EventSource(news.dataset.news);
    heard.addEventListener("news", (event) => {
      const told = news.firstElementChild;
      told.firstElementChild.textContent = event.data;
      told.querySelector("a").href = location.pathname;
      told.hidden = false;
    });
    heard.addEventListener("line", (event) => {
      if (!lines) return;
      lines.insertAdjacentHTML("beforeend", event.data);
      once();
    });
    window.addEventListener("pagehide", () => heard.close());
  }

  // A form that is sent by htmx: emptied when it has arrived, kept as it is when it has not.
  const wrong = (form, text) => {
    const place = form && form.querySelector("[data-wrong]");
    if (place) place.textContent = text;
  };
  const texts = document.documentElement.lang === "en"
    ? { lost: "Not sent: the line is broken. What you wrote is still here; send it again.", refused: "Not sent. What you wrote is still here; look at it and send it again.", login: "Your log-in has ended. What you wrote is still here; it is sent once you have logged in again." }
    : { lost: "没有发出去：网络断了。写的字还在，请再发一次。", refused: "没有发出去。写的字还在，请看一下再发一次。", login: "登录已经过期。写的字还在，按提交重新登录后接着办。" };
  document.addEventListener("htmx:afterRequest", (sent) => {
    const form = sent.target.closest("form");
    if (!form || !sent.detail.successful) return;
    wrong(form, "");
    if (form.dataset.clear) form.elements[form.dataset.clear].value = "";
  });
  document.addEventListener("htmx:afterSwap", once);
  document.addEventListener("htmx:sendError", (sent) => wrong(sent.target.closest("form"), texts.lost));
  document.addEventListener("htmx:responseError", (sent) => {
    wrong(sent.target.closest("form"), sent.detail.xhr.status === 401 ? texts.login : texts.refused);
  });

  // Without a line a form is not sent into nothing: what was typed stays on the page.
  document.addEventListener("submit", (sent) => {
    const form = sent.target;
    if (form.method !== "post" || form.dataset.again || navigator.onLine !== false) return;
    sent.preventDefault();
    delete form.dataset.sent;
    let told = form.querySelector(".offline");
    if (!told) {
      told = document.createElement("p");
      told.className = "wrong offline";
      told.setAttribute("role", "alert");
      (form.querySelector(".btns") || form).before(told);
    }
    told.textContent = texts.lost;
  });
  window.addEventListener("online", () => {
    for (const told of document.querySelectorAll(".offline")) told.remove();
  });
})();
