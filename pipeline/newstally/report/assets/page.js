"use strict";
// What both views share. Data is only ever put on the page as text: by textContent and attributes, never as HTML.

const INDEX = read("index");
const MAIN = document.getElementById("main");
const TOP = document.getElementById("top");
const TIP = document.getElementById("tip");
const VERDICTS = ["contradictory", "unsettled", "consistent"];
const SIGN = { contradictory: "✗", unsettled: "?", consistent: "✓" };
const NOUN = { contradictory: "contradiction", unsettled: "unsettled comparison", consistent: "agreement" };

function read(id) {
  return parsed(document.getElementById(id).textContent);
}

// Objects with no properties but their own, for an id may be "constructor".
function parsed(json) {
  return JSON.parse(json, (_, value) => (value === null || typeof value !== "object" || Array.isArray(value) ? value : Object.assign(Object.create(null), value)));
}

// An element: `attributes` by name ("text" is its text), then its children, elements or texts; null is left out.
function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "text") made.textContent = value;
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return made;
}

// A new view begins at its top, for the eye and, once the page has been opened, for who reads by keyboard or ear.
function begin() {
  window.scrollTo(0, 0);
  if (document.readyState === "complete") MAIN.focus({ preventScroll: true });
}

function plural(number, noun) {
  const many = noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  return `${number.toLocaleString("en")} ${number === 1 ? noun : many}`;
}

// A code with its kind in words: "T101 sum".
function called(code) {
  return `${code} ${(INDEX.kinds[code] || "").replace("_", " ")}`.trim();
}

// Whether the system draws the flags of countries: two letters become one sign; others would show letters, or boxes.
const FLAGS = (() => {
  const pen = document.createElement("canvas").getContext("2d");
  const wide = (text) => pen.measureText(text).width;
  return wide("\u{1f1e8}\u{1f1e6}") < 1.5 * wide("\u{1f1e8}");
})();

// The code of a country, with its flag.
function coded(tag, code) {
  const letters = [...code].map((letter) => 0x1f1e6 + letter.charCodeAt(0) - 65);
  const flag = FLAGS && /^[A-Z]{2}$/.test(code) ? el("span", { class: "flag", "aria-hidden": "true", text: String.fromCodePoint(...letters) }) : null;
  return el(tag, { class: "code", title: INDEX.countries[code] || code }, flag, code);
}

function sign(verdict) {
  const said = { contradictory: "contradictory", unsettled: "unsettled", consistent: "agrees" }[verdict];
  return el("span", { class: `sign ${verdict}`, role: "img", "aria-label": said, text: SIGN[verdict] });
}

function section(name, heading, ...children) {
  return el("section", { class: name, "aria-labelledby": `h-${name}` }, el("h2", { id: `h-${name}` }, heading), ...children);
}

function small(text) {
  return el("span", { class: "small", text });
}
