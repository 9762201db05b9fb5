// The analyst's workbench: turns a selected span of an answer into a passage without typing or copying its words.
(() => {
  "use strict";

  const form = document.getElementById("mark-form");
  if (!form) return;
  const field = name => form.elements.namedItem(name);
  const words = field("words");

  // Positions are counted as the server counts them, in UTF-16 code units of the answer's text, marks or not.
  const offset = (text, node, at) => {
    const before = document.createRange();
    before.selectNodeContents(text);
    before.setEnd(node, at);
    return before.toString().length;
  };

  const answerAround = node => {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    return element ? element.closest(".answer-text[data-answer]") : null;
  };

  const fill = (answer, start, end) => {
    field("answer").value = answer;
    field("start").value = start;
    field("end").value = end;
  };

  // A selection that runs past the end of an answer, as a triple click makes it, ends where the answer ends.
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return;
    const range = selection.getRangeAt(0).cloneRange();
    const text = answerAround(range.startContainer);
    if (!text) return;
    if (!text.contains(range.endContainer)) range.setEnd(text, text.childNodes.length);
    const selected = range.toString();
    if (selected.trim() === "") return;
    const start = offset(text, range.startContainer, range.startOffset) + selected.length - selected.trimStart().length;
    words.value = selected.trim();
    fill(text.dataset.answer, start, start + selected.trim().length);
  });

  // Words that were changed by hand no longer stand where the selection stood: the server looks for them.
  words.addEventListener("input", () => fill("", "", ""));
})();
