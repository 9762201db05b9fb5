// The analyst's workbench: passages from selected words, and forms that leave the page where it stands. Nothing here is
// needed: every form works without it.
(() => {
  "use strict";

  const element = id => document.getElementById(id);
  const form = () => element("mark-form");
  const field = name => form().elements.namedItem(name);

  // Positions are counted as the server counts them, in UTF-16 code units of the answer's text, marks or not.
  const offset = (text, node, at) => {
    const before = document.createRange();
    before.selectNodeContents(text);
    before.setEnd(node, at);
    return before.toString().length;
  };

  const answerAround = node => {
    const around = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    return around ? around.closest(".answer-text[data-answer]") : null;
  };

  const fill = (answer, start, end) => {
    field("answer").value = answer;
    field("start").value = start;
    field("end").value = end;
  };

  // A half word says something else than the word: what is selected grows to whole words. Chinese puts nothing between
  // its words, so nothing grows there.
  const ofWord = /^(?!\p{Ideographic})[\p{L}\p{N}\p{M}\u00AD\u200C\u200D]$/u;
  const before = (text, at) => {
    const low = text.charCodeAt(at - 1);
    return String.fromCodePoint(text.codePointAt(low >= 0xdc00 && low <= 0xdfff && at > 1 ? at - 2 : at - 1));
  };
  const after = (text, at) => String.fromCodePoint(text.codePointAt(at));
  const withinWord = (text, at) =>
    at > 0 && at < text.length && ofWord.test(before(text, at)) && ofWord.test(after(text, at));

  const wholeWords = (text, start, end) => {
    while (withinWord(text, start)) start -= before(text, start).length;
    while (withinWord(text, end)) end += after(text, end).length;
    return [start, end];
  };

  // A selection that runs past the end of an answer, as a triple click makes it, ends where the answer ends.
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (!form() || !selection || selection.rangeCount === 0 || selection.isCollapsed) return;
    const range = selection.getRangeAt(0).cloneRange();
    const text = answerAround(range.startContainer);
    if (!text) return;
    if (!text.contains(range.endContainer)) range.setEnd(text, text.childNodes.length);
    const selected = range.toString();
    if (selected.trim() === "") return;
    const from = offset(text, range.startContainer, range.startOffset) + selected.length - selected.trimStart().length;
    const [start, end] = wholeWords(text.textContent, from, from + selected.trim().length);
    field("words").value = text.textContent.slice(start, end);
    fill(text.dataset.answer, start, end);
  });

  // Words that were changed by hand no longer stand where the selection stood: the server looks for them.
  document.addEventListener("input", event => {
    if (form() && event.target === field("words")) fill("", "", "");
  });

  const say = words => {
    const said = element("said");
    if (!said) return;
    said.textContent = words;
    setTimeout(() => {
      if (said.textContent === words) said.textContent = "";
    }, 6000);
  };

  // Puts a part of the page that was sent in the place of the same part here; what was unfolded stays unfolded.
  const replace = (id, page) => {
    const now = element(id);
    const next = page.getElementById(id);
    if (!now || !next) return false;
    const unfolded = [...now.querySelectorAll("details[open][id]")].map(details => details.id);
    now.replaceWith(document.adoptNode(next));
    unfolded.forEach(open => {
      if (element(open)) element(open).open = true;
    });
    return true;
  };

  const finish = (sent, submitter, answer, page) => {
    if (!answer.ok) {
      replace("content", page);
      const summary = document.querySelector(".error-summary");
      (summary || element("content")).focus();
      return;
    }
    const parts = sent.dataset.parts.split(" ");
    if (!parts.map(id => replace(id, page)).every(Boolean)) {
      location.assign(answer.url);
      return;
    }
    if (sent === form()) {
      field("words").value = "";
      fill("", "", "");
    }
    const notice = page.querySelector(".notice");
    if (notice) say(notice.textContent);
    const same = submitter && submitter.id ? element(submitter.id) : null;
    const lost = !document.activeElement || document.activeElement === document.body;
    if (same) same.focus();
    else if (lost && sent !== form()) {
      const part = element(parts[0]);
      part.tabIndex = -1;
      part.focus({ preventScroll: true });
    }
  };

  document.addEventListener("submit", event => {
    const sent = event.target;
    if (event.defaultPrevented || !sent.dataset.parts) return;
    event.preventDefault();
    const reads = sent.method === "get";
    const fields = new URLSearchParams(new FormData(sent, event.submitter));
    const address = new URL(sent.getAttribute("action"), location.href);
    if (reads) address.search = fields.toString();
    sent.setAttribute("aria-busy", "true");
    fetch(address, { method: sent.method, body: reads ? undefined : fields, headers: { Accept: "text/html" } })
      .then(async answer => finish(sent, event.submitter, answer, new DOMParser().parseFromString(await answer.text(), "text/html")))
      .catch(() => sent.submit())
      .finally(() => {
        sent.removeAttribute("aria-busy");
        delete sent.dataset.sent;
      });
  });

  // Ctrl+Enter sends the form one writes in, and marks what is selected.
  document.addEventListener("keydown", event => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    const within = event.target.closest("form");
    const wanted = within && event.target.matches("textarea, select, input") ? within : form();
    if (!wanted) return;
    event.preventDefault();
    wanted.requestSubmit();
  });

  document.querySelectorAll("[data-with-script]").forEach(hint => {
    hint.hidden = false;
  });
})();
