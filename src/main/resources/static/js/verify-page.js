// Lets the browser verify what is given on the page itself, and answer as the server would. Nothing here is needed:
// without script, or where the browser knows no Ed25519 or has no secure line, the form is sent.

const MOST_BYTES = 1024 * 1024;

const form = document.querySelector("form[data-verifier]");
const words = form.dataset;
const language = document.documentElement.lang;

const make = (name, attributes, ...children) => {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...children);
  return element;
};

const describe = (control, error) => {
  const parts = [control.id + "-hint", error].filter(id => id && document.getElementById(id));
  if (parts.length === 0) control.removeAttribute("aria-describedby");
  else control.setAttribute("aria-describedby", parts.join(" "));
};

// Takes away what an earlier check has said, and the file, which would go before a text that is pasted next.
const clear = () => {
  form.elements.receipt.value = "";
  document.querySelectorAll(".error-summary, .field-error").forEach(said => said.remove());
  for (const wrong of document.querySelectorAll(".field-wrong")) {
    wrong.classList.remove("field-wrong");
    const control = wrong.querySelector("[aria-invalid]");
    control.removeAttribute("aria-invalid");
    describe(control);
  }
};

const refuse = (id, reason) => {
  clear();
  const control = document.getElementById(id);
  const title = make("h2", { id: "error-summary-title" }, words.errors);
  const link = make("li", {}, make("a", { href: "#" + id }, reason));
  const attributes = { class: "error-summary", role: "alert", "aria-labelledby": title.id, tabindex: "-1" };
  const summary = make("div", attributes, title, make("ul", {}, link));
  document.querySelector("h1").before(summary);
  const prefix = make("span", { class: "visually-hidden" }, words.error + " ");
  control.before(make("p", { class: "field-error", id: id + "-error" }, prefix, reason));
  control.parentElement.classList.add("field-wrong");
  control.setAttribute("aria-invalid", "true");
  describe(control, id + "-error");
  summary.focus();
};

const show = (findings, say) => {
  clear();
  const patterns = document.getElementById("findings").content;
  const outcomes = [];
  const steps = findings.map(([check, ...values]) => {
    const pattern = patterns.querySelector("[data-check=" + check + "]");
    outcomes.push(pattern.dataset.outcome);
    const sentence = say(pattern.lastElementChild.textContent, values, language);
    return make("li", {}, pattern.firstElementChild.cloneNode(true), " ", sentence);
  });
  const broken = outcomes.filter(outcome => outcome === "BROKEN").length;
  const holds = broken === 0 && outcomes.includes("HOLDS");
  const verdict = make("strong", {}, holds ? words.holds : say(words.broken, [broken], language));
  const status = make("p", { class: holds ? "notice" : "warning", role: "status", tabindex: "-1" }, verdict);
  const title = make("h2", { id: "steps" }, words.steps);
  const list = make("ol", { class: "list-plain" }, ...steps);
  const section = make("section", { "aria-labelledby": title.id }, status, title, list, make("p", {}, words.checked));
  document.getElementById("result").replaceChildren(section);
  status.focus();
};

const check = async ({ verify, say }) => {
  const file = form.elements.receipt.files[0];
  const field = file && file.size > 0 ? "receipt" : "text";
  const given = field === "receipt" ? file : new Blob([form.elements.text.value.trim()]);
  if (given.size === 0) return refuse("receipt", words.empty);
  if (given.size > MOST_BYTES) return refuse(field, words.tooLarge);
  let findings;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await given.arrayBuffer());
    findings = await verify(text, words.keys.split(" ").filter(Boolean));
  } catch {
    return refuse(field, words.unreadable);
  }
  return findings === null ? form.submit() : show(findings, say);
};

const begin = async () => {
  try {
    await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
  } catch {
    return;
  }
  const verifier = await import(words.verifier);
  form.addEventListener("submit", event => {
    event.preventDefault();
    delete words.sent;
    check(verifier);
  });
  document.querySelectorAll("[data-in-browser]").forEach(hint => {
    hint.hidden = false;
  });
};

begin();
