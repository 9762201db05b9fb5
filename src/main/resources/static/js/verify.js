// Verifies receipts and pairs of checkpoints by arithmetic alone, without any request. What is looked at, in which
// order, and how it is said is as in the program (Verifier and what it calls); verify-page.js brings it to the form.

const RECEIPT = "throughline-receipt/1";
const CONSISTENCY = "throughline-consistency/1";
const SUMMARY = "throughline-edition/1";
const MOST_DEPTH = 60;
const MOST_DIGITS = 400;
const MOST_PROOF = 64;
const MOST_NOTE = 64 * 1024;
const AT_ONCE = 60_000;

class Unreadable extends Error {}

const need = (holds, why) => {
  if (!holds) throw new Unreadable(why);
};

// --- JSON, read strictly and written canonically (RFC 8785)

// A number keeps the digits it was written with: whether a double holds them can be told only from them.
class Numeral {
  constructor(digits) {
    need(digits.length <= MOST_DIGITS, "A number is too long");
    this.digits = digits;
  }

  isWhole() {
    return /^-?\d+$/.test(this.digits);
  }

  canonical() {
    const value = Number(this.digits);
    const held = Number.isFinite(value) && (!this.isWhole() || BigInt(this.digits) === BigInt(value));
    need(held, "A double cannot hold this number");
    return String(value);
  }
}

// Objects become maps, so that no name means anything to the language; a name that comes twice is refused, since
// two programs would read two things.
export const read = text => {
  JSON.parse(text);
  const tokens = text.match(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]|[^\s{}[\]",:]+/g);
  let at = 0;
  const object = depth => {
    const members = new Map();
    while (tokens[at] !== "}") {
      const name = JSON.parse(tokens[at++]);
      need(!members.has(name), "A name comes twice");
      members.set(name, value(depth));
    }
    at++;
    return members;
  };
  const array = depth => {
    const items = [];
    while (tokens[at] !== "]") items.push(value(depth));
    at++;
    return items;
  };
  const value = depth => {
    const token = tokens[at++];
    if (token === "{" || token === "[") {
      need(depth < MOST_DEPTH, "Nested too deep");
      return token === "{" ? object(depth + 1) : array(depth + 1);
    }
    return /^[-\d]/.test(token) ? new Numeral(token) : JSON.parse(token);
  };
  return value(0);
};

export const canonical = value => {
  if (value instanceof Numeral) return value.canonical();
  if (Array.isArray(value)) return "[" + value.map(canonical).join(",") + "]";
  if (value instanceof Map) {
    const names = [...value.keys()].sort();
    return "{" + names.map(name => canonical(name) + ":" + canonical(value.get(name))).join(",") + "}";
  }
  need(value !== undefined, "There is nothing");
  need(!/\p{Surrogate}/u.test(String(value)), "Half a surrogate pair has no UTF-8 form");
  return JSON.stringify(value);
};

// --- Bytes and hashes

const utf8 = text => new TextEncoder().encode(text);

const same = (one, other) => one.length === other.length && one.every((byte, at) => byte === other[at]);

const sha256 = async (...parts) => {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest("SHA-256", all));
};

// Only the one way to write some bytes is read, so that no character of a signed text can change without notice.
const base64 = text => {
  const binary = atob(text);
  need(btoa(binary) === text, "Not base64 with padding");
  return Uint8Array.from(binary, character => character.charCodeAt(0));
};

const base64url = text => {
  need(/^[\w-]*$/.test(text), "Not base64url without padding");
  const standard = text.replaceAll("-", "+").replaceAll("_", "/");
  return base64(standard.padEnd(Math.ceil(standard.length / 4) * 4, "="));
};

const ofLength = (bytes, length) => {
  need(bytes.length === length, "Not of " + length + " bytes");
  return bytes;
};

// --- The tree (RFC 9162, section 2.1)

const leafHash = text => sha256(new Uint8Array([0]), utf8(text));
const nodeHash = (left, right) => sha256(new Uint8Array([1]), left, right);
const isOdd = number => (number & 1n) === 1n;

// Section 2.1.3.2.
const includes = async (root, size, index, leaf, proof) => {
  if (index >= size) return false;
  let [fn, sn, r] = [index, size - 1n, leaf];
  for (const p of proof) {
    if (sn === 0n) return false;
    if (isOdd(fn) || fn === sn) {
      r = await nodeHash(p, r);
      while (!isOdd(fn) && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n];
    } else {
      r = await nodeHash(r, p);
    }
    [fn, sn] = [fn >> 1n, sn >> 1n];
  }
  return sn === 0n && same(r, root);
};

// Section 2.1.4.2. Every log begins with the empty one; there is nothing to prove then.
const extendsTree = async (first, second, proof) => {
  if (first.size === 0n) return same(first.root, await sha256());
  if (first.size === second.size) return proof.length === 0 && same(first.root, second.root);
  if (proof.length === 0) return false;
  const isPowerOfTwo = (first.size & (first.size - 1n)) === 0n;
  const [start, ...path] = isPowerOfTwo ? [first.root, ...proof] : proof;
  let [fn, sn, fr, sr] = [first.size - 1n, second.size - 1n, start, start];
  while (isOdd(fn)) [fn, sn] = [fn >> 1n, sn >> 1n];
  for (const c of path) {
    if (sn === 0n) return false;
    if (isOdd(fn) || fn === sn) {
      [fr, sr] = [await nodeHash(c, fr), await nodeHash(c, sr)];
      while (!isOdd(fn) && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n];
    } else {
      sr = await nodeHash(sr, c);
    }
    [fn, sn] = [fn >> 1n, sn >> 1n];
  }
  return sn === 0n && same(fr, first.root) && same(sr, second.root);
};

// --- Keys, notes, checkpoints (C2SP signed-note and tlog-checkpoint), leaves

const nameOfKey = name => {
  need(/^[^\s+\0-\x1f]+$/.test(name), "The name of a key has no spaces and no plus signs");
  return name;
};

// A key is written name+hash+base64, the hash being the start of SHA-256 over name, line feed, type and key.
const parseKey = async text => {
  const [, name, hash, typed] = text.trim().match(/^([^+]*)\+([^+]*)\+(.*)$/) || [];
  const bytes = ofLength(base64(typed), 33);
  need(bytes[0] === 1, "Only Ed25519 keys are known");
  const id = (await sha256(utf8(nameOfKey(name) + "\n"), bytes)).slice(0, 4);
  need([...id].map(byte => byte.toString(16).padStart(2, "0")).join("") === hash, "The hash is of another key");
  const key = await crypto.subtle.importKey("raw", bytes.slice(1), "Ed25519", false, ["verify"]);
  return { name, id, key, text: text.trim() };
};

const parseSignature = line => {
  const [, name, marked] = line.match(/^\u2014 (.+) ([^ ]*)$/) || [];
  const bytes = base64(marked);
  need(bytes.length > 4, "A signature is too short");
  return { name: nameOfKey(name), id: bytes.slice(0, 4), bytes: bytes.slice(4) };
};

const parseCheckpoint = note => {
  const split = note.lastIndexOf("\n\n");
  need(note.length <= MOST_NOTE && split > 0 && note.endsWith("\n"), "No signature under an empty line");
  need(!/[\0-\x09\x0b-\x1f]/.test(note), "The note has control characters");
  const signatures = note.slice(split + 2, -1).split("\n");
  need(signatures.length <= 64, "More than 64 signatures");
  const text = note.slice(0, split + 1);
  const [origin, size, root, ...more] = text.split("\n");
  need(origin && more.length > 0 && /^(?:0|[1-9]\d{0,17})$/.test(size), "Not an origin, a size and a root");
  return {
    origin,
    size: BigInt(size),
    root: ofLength(base64(root), 32),
    text,
    signatures: signatures.map(parseSignature),
  };
};

const isSignedBy = async (checkpoint, key) => {
  const ours = checkpoint.signatures.filter(one => one.name === key.name && same(one.id, key.id));
  const held = await Promise.all(
    ours.map(one => crypto.subtle.verify("Ed25519", key.key, one.bytes, utf8(checkpoint.text))),
  );
  return checkpoint.origin === key.name && held.length > 0 && held.every(Boolean);
};

// A leaf has one form only, since its hash is over these very characters.
const LEAF = new RegExp(
  '^\\{"at":"(?<at>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z)","hash":"(?<hash>[\\w-]{43})",' +
    '"id":"(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})","kind":"(?<kind>[a-z][a-z-]{0,39})",' +
    '"subject":"(?<subject>[A-Za-z0-9][A-Za-z0-9._~:/-]{0,199})"\\}$',
);

const parseLeaf = text => {
  const leaf = text.match(LEAF)?.groups;
  need(leaf && new Date(leaf.at).toISOString() === leaf.at, "Not a leaf in its canonical form");
  ofLength(base64url(leaf.hash), 32);
  // A version 7 identifier begins with the milliseconds at which it was made.
  const logged = leaf.id[14] === "7" ? parseInt(leaf.id.replace("-", "").slice(0, 12), 16) : null;
  return { ...leaf, text, logged };
};

// --- The steps. A finding is the name of a check and its arguments, as in the enum of the program.

const textOf = (members, name) => {
  need(typeof members.get(name) === "string", "Not a text");
  return members.get(name);
};

const wordOf = value => {
  if (value instanceof Numeral) return value.digits;
  return typeof value === "string" || typeof value === "boolean" ? String(value) : "";
};

const countOf = value => {
  need(value instanceof Numeral && value.isWhole(), "Not a count");
  const count = BigInt(value.digits);
  need(count >= 0n && count < 1n << 63n, "Not a count");
  return count;
};

const proofOf = value => {
  need(Array.isArray(value) && value.length <= MOST_PROOF, "Not a proof");
  return value.map(hash => ofLength(base64url(wordOf(hash)), 32));
};

const field = async (findings, name, parse) => {
  try {
    return await parse();
  } catch {
    findings.push(["FIELD_BROKEN", name]);
    return null;
  }
};

const leafAgrees = (findings, receipt, leaf) => {
  const logged = leaf.logged === null ? "" : new Date(leaf.logged).toISOString();
  const number = leaf.subject.slice(leaf.subject.lastIndexOf("/") + 1);
  const expected = { id: leaf.id, subject: leaf.subject, number, hash: leaf.hash, receivedAt: leaf.at };
  const different = Object.keys(expected).filter(name => wordOf(receipt.get(name)) !== expected[name]);
  if (leaf.kind !== "receipt") different.push("kind");
  if (receipt.has("recordedAt") && wordOf(receipt.get("recordedAt")) !== logged) different.push("recordedAt");
  for (const name of different) findings.push(["LEAF_DIFFERS", name]);
  if (different.length === 0) findings.push(["LEAF_AGREES", leaf.subject, leaf.at]);
  if (leaf.logged > Date.parse(leaf.at) + AT_ONCE) findings.push(["RECORDED_LATER", logged]);
};

const WAYS = { form: "CAME_BY_FORM", api: "CAME_BY_API", import: "CAME_BY_IMPORT", paper: "CAME_ON_PAPER" };

const way = (findings, receipt) => {
  if (!receipt.has("way")) return;
  if (typeof receipt.get("way") !== "string") findings.push(["FIELD_BROKEN", "way"]);
  else if (Object.hasOwn(WAYS, receipt.get("way"))) findings.push([WAYS[receipt.get("way")]]);
};

const opens = async (hash, salt, content) => {
  try {
    return same(await sha256(salt, utf8(canonical(content))), base64url(hash));
  } catch (noCanonicalForm) {
    if (noCanonicalForm instanceof Unreadable) return false;
    throw noCanonicalForm;
  }
};

const content = async (findings, receipt, leaf) => {
  if (!receipt.has("content") && !receipt.has("salt")) {
    findings.push(["CONTENT_ABSENT"]);
    return;
  }
  const salt = await field(findings, "salt", () => ofLength(base64url(textOf(receipt, "salt")), 32));
  if (salt === null) return;
  const holds = await opens(leaf.hash, salt, receipt.get("content"));
  findings.push([holds ? "CONTENT_MATCHES" : "CONTENT_CHANGED"]);
};

const inclusion = async (findings, receipt, leaf, checkpoint) => {
  const given = receipt.get("inclusion");
  const members = given instanceof Map ? given : new Map();
  const index = await field(findings, "leafIndex", () => countOf(receipt.get("leafIndex")));
  const size = await field(findings, "inclusion.treeSize", () => countOf(members.get("treeSize")));
  const proof = await field(findings, "inclusion.proof", () => proofOf(members.get("proof")));
  if (leaf === null || index === null || size === null || proof === null) return;
  if (size !== checkpoint.size) findings.push(["SIZE_DIFFERS", size, checkpoint.size]);
  const holds = await includes(checkpoint.root, size, index, await leafHash(leaf.text), proof);
  findings.push([holds ? "INCLUDED" : "NOT_INCLUDED", index, size]);
};

const signature = async (findings, checkpoint, key) => {
  const holds = await isSignedBy(checkpoint, key);
  findings.push([holds ? "SIGNED" : "NOT_SIGNED", checkpoint.size, key.name]);
};

// The key is the one that the file names; it is shown, and held against those that the page was sent with.
const knownKey = (findings, key, keys) => {
  const known = keys.includes(key.text) ? "KEY_TRUSTED" : "KEY_OTHER";
  findings.push([keys.length === 0 ? "KEY_OF_FILE" : known, key.text]);
};

const verifyReceipt = async (receipt, keys) => {
  const findings = [];
  const leaf = await field(findings, "leaf", () => parseLeaf(textOf(receipt, "leaf")));
  if (leaf !== null) {
    leafAgrees(findings, receipt, leaf);
    way(findings, receipt);
    await content(findings, receipt, leaf);
  }
  const checkpoint = await field(findings, "checkpoint", () => parseCheckpoint(textOf(receipt, "checkpoint")));
  if (checkpoint !== null) {
    await inclusion(findings, receipt, leaf, checkpoint);
    const origin = wordOf(receipt.get("origin"));
    if (origin !== checkpoint.origin) findings.push(["ORIGIN_DIFFERS", origin, checkpoint.origin]);
  }
  const key = await field(findings, "publicKey", () => parseKey(textOf(receipt, "publicKey")));
  if (checkpoint !== null && key !== null) {
    await signature(findings, checkpoint, key);
    knownKey(findings, key, keys);
  }
  return findings;
};

const verifyConsistency = async (file, keys) => {
  const findings = [];
  const key = await field(findings, "publicKey", () => parseKey(textOf(file, "publicKey")));
  const one = await field(findings, "first", () => parseCheckpoint(textOf(file, "first")));
  const other = await field(findings, "second", () => parseCheckpoint(textOf(file, "second")));
  const proof = await field(findings, "proof", () => proofOf(file.get("proof")));
  if (findings.length > 0) return findings;
  const [first, second] = one.size <= other.size ? [one, other] : [other, one];
  if (first.origin !== second.origin) findings.push(["ORIGIN_DIFFERS", first.origin, second.origin]);
  await signature(findings, first, key);
  await signature(findings, second, key);
  knownKey(findings, key, keys);
  const holds = await extendsTree(first, second, proof);
  findings.push([holds ? "EXTENDS" : "DOES_NOT_EXTEND", first.size, second.size]);
  return findings;
};

// What was found in a file, or null where it is of a kind that is the server's to verify. Refuses what is neither.
export const verify = async (text, keys) => {
  const file = read(text);
  need(file instanceof Map, "Not a JSON object");
  const type = file.get("type");
  if (type === RECEIPT) return verifyReceipt(file, keys);
  if (type === CONSISTENCY) return verifyConsistency(file, keys);
  // The first summaries were given out without a type.
  need(type === SUMMARY || (type === undefined && Array.isArray(file.get("sections"))), "Of no known type");
  return null;
};

// --- Words: the patterns of the messages, as far as the findings use them

// A text within the sentence may be written in the other direction and must not turn the words around it.
export const say = (pattern, values, language) => {
  const locale = language === "ar" ? "ar-u-nu-latn" : language;
  return pattern.replace(/\{(\d+)(?:, plural,((?:\s*[=\w]+ \{[^{}]*\})+))?\}/g, (placeholder, at, plurals) => {
    const value = values[at];
    if (typeof value === "string") return "\u2068" + value + "\u2069";
    const number = new Intl.NumberFormat(locale, { useGrouping: "always" }).format(value);
    if (!plurals) return number;
    const forms = new Map([...plurals.matchAll(/([=\w]+) \{([^{}]*)\}/g)].map(([, form, words]) => [form, words]));
    const form = forms.has("=" + value) ? "=" + value : new Intl.PluralRules(locale).select(Number(value));
    return (forms.get(form) ?? forms.get("other")).replaceAll("#", number);
  });
};
