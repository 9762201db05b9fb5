// Makes forms nicer. Nothing here is needed: every page works without it.
(() => {
  "use strict";

  // Words are counted as the server counts them: runs of letters and digits; Chinese characters one by one.
  const han = /[\u3400-\u9fff\uf900-\ufaff]/gu;
  const count = text => {
    const characters = (text.match(han) || []).length;
    const words = text.replace(han, " ").match(/[\p{L}\p{N}\p{M}]+(?:[’'\-][\p{L}\p{N}\p{M}]+)*/gu) || [];
    return characters + words.length;
  };

  for (const counter of document.querySelectorAll("[data-counter-for]")) {
    const area = document.getElementById(counter.dataset.counterFor);
    const most = Number(area.dataset.maxWords);
    const show = () => {
      const n = count(area.value);
      counter.textContent = counter.dataset.text.replace("{n}", n).replace("{max}", most);
      counter.classList.toggle("too-many", n > most);
    };
    area.addEventListener("input", show);
  }

  // A second click on a button does not send a form twice; the server would notice as well.
  for (const form of document.querySelectorAll("form[method=post]")) {
    form.addEventListener("submit", event => {
      if (form.dataset.sent) {
        event.preventDefault();
        return;
      }
      form.dataset.sent = "yes";
      setTimeout(() => delete form.dataset.sent, 8000);
    });
  }

  // A file that the server would refuse for its size need not be sent over a slow line first.
  for (const chooser of document.querySelectorAll("input[type=file][data-max-bytes]")) {
    chooser.addEventListener("change", () => {
      const file = chooser.files[0];
      const tooLarge = file && file.size > Number(chooser.dataset.maxBytes);
      chooser.setCustomValidity(tooLarge ? chooser.dataset.tooLarge : "");
      if (tooLarge) chooser.reportValidity();
    });
  }

  // Deadlines are in Geneva time; to somebody elsewhere their own time is said beside it.
  const reading = document.documentElement.lang;
  const locale = `${reading === "en" ? "en-GB" : reading}-u-nu-latn-hc-h23`;
  const when = (at, timeZone) => at.toLocaleString(locale, { dateStyle: "long", timeStyle: "short", timeZone });
  for (const here of document.querySelectorAll("[data-here]")) {
    const at = new Date(here.dataset.here);
    const own = when(at);
    if (own !== when(at, "Europe/Zurich")) here.textContent = here.dataset.words.replace("{0}", own);
  }

  // Long work: what it says of itself is fetched anew until it has ended; then the whole page is.
  const follow = async () => {
    const progress = document.querySelector("[data-refresh]");
    if (!progress) return;
    await new Promise(again => setTimeout(again, 1000 * Number(progress.dataset.refresh)));
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(progress.id);
      if (!answer.ok || !fresh) return;
      if (!fresh.dataset.refresh) {
        location.reload();
        return;
      }
      if (!progress.contains(document.activeElement)) progress.replaceWith(fresh);
    } catch {
      // The line is down; the next round may find it up again.
    }
    follow();
  };
  follow();

  // Entries that are like the title being typed are shown below it; the next page shows them as well.
  for (const place of document.querySelectorAll("[data-alike]")) {
    const title = document.getElementById(place.dataset.for);
    let waiting;
    let asked = title.value;
    const show = found => {
      const list = document.createElement("ul");
      for (const one of found) {
        const link = document.createElement("a");
        link.href = one.url;
        link.target = "_blank";
        link.lang = one.language;
        link.dir = "auto";
        link.textContent = one.title;
        const by = document.createElement("span");
        by.className = "meta";
        by.dir = "auto";
        by.textContent = one.by;
        const line = document.createElement("li");
        line.append(link, " ", by);
        list.append(line);
      }
      place.replaceChildren(...(found.length ? [place.dataset.heading, list] : []));
    };
    const ask = async () => {
      if (title.value === asked || title.value.trim().length < 8) return;
      asked = title.value;
      try {
        const answer = await fetch(`${place.dataset.alike}?title=${encodeURIComponent(asked.slice(0, 300))}`);
        if (answer.ok) show(await answer.json());
      } catch {
        // The line is down; the page after this one asks again.
      }
    };
    title.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, 700);
    });
  }

  // A long list shows what has the typed letters in it.
  const plain = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  for (const finder of document.querySelectorAll("[data-narrows]")) {
    const list = document.getElementById(finder.dataset.narrows);
    const lines = [...list.querySelectorAll(".form-check")].map(line => [line, plain(line.textContent)]);
    finder.addEventListener("input", () => {
      const wanted = plain(finder.value.trim());
      if (wanted) list.open = true;
      for (const [line, words] of lines)
        line.hidden = wanted !== "" && !words.includes(wanted) && !line.querySelector(":checked");
    });
    finder.addEventListener("keydown", event => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      finder.parentElement.querySelector("button").click();
    });
  }

  const summary = document.querySelector(".error-summary");
  if (summary) summary.focus();
})();
