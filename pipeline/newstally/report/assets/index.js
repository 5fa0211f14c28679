// Many stories: search, filters, plots of what was found, and the list of stories that fit.

const PAGE = 50; // stories that are listed at once
const TOP_COUNTRIES = 12;
const REACH = [["none", 0, 0], ["1", 1, 1], ["2–3", 2, 3], ["4–7", 4, 7], ["8–15", 8, 15], ["16 or more", 16, Infinity]];
const KINDS = { "": "All stories", contradictory: "With a contradiction", unsettled: "With an unsettled comparison",
  consistent: "With an agreement", none: "With nothing to compare" };

const ROWS = INDEX.stories.map((story, number) => {
  const totals = [0, 0, 0];
  for (const found of Object.values(story.codes)) found.forEach((count, i) => { totals[i] += count; });
  const names = story.countries.map((code) => INDEX.countries[code]);
  const said = [story.headline, story.id, ...story.people, ...names].join("\n").toLowerCase();
  return { ...story, number, totals, compared: totals[0] + totals[1] + totals[2], said };
});
const FILTER = { words: "", code: "", country: "", kind: "", reach: "", sort: "found" };
let limit = PAGE;

function showIndex() {
  shown = { number: -1, story: null };
  document.title = INDEX.title;
  MAIN.className = "index-view";
  TOP.replaceChildren(el("h1", { text: INDEX.title }));
  const plots = el("details", { open: matchMedia("(min-width: 40rem)").matches }, el("summary", { text: "What was found, in plots" }), el("div", { id: "plots" }));
  MAIN.replaceChildren(filters(), el("p", { id: "count", role: "status" }), plots,
    el("section", { "aria-label": "Stories" }, el("ol", { id: "stories" }), el("p", { id: "listed", class: "small" }), el("button", { id: "more", type: "button", text: "Show more" })));
  document.getElementById("more").addEventListener("click", () => { limit += PAGE; list(fitting()); });
  update();
  begin();
}

function fits(row) {
  const { words, code, country, kind, reach } = FILTER;
  const verdict = VERDICTS.indexOf(kind);
  if (code && !row.codes[code]) return false;
  if (kind === "none" && row.compared) return false;
  if (verdict >= 0 && !(code ? row.codes[code][verdict] : row.totals[verdict])) return false;
  if (country && !row.countries.includes(country)) return false;
  if (reach && !inReach(row, reach)) return false;
  return words.split(/\s+/).every((word) => row.said.includes(word));
}

function inReach(row, name) {
  const [, low, high] = REACH.find((each) => each[0] === name);
  return low <= row.compared && row.compared <= high;
}

const ORDER = {
  found: (a, b) => b.totals[0] - a.totals[0] || b.totals[1] - a.totals[1] || a.number - b.number,
  given: (a, b) => a.number - b.number,
  compared: (a, b) => b.compared - a.compared || a.number - b.number,
};

function fitting() {
  return ROWS.filter(fits).sort(ORDER[FILTER.sort]);
}

function update() {
  limit = PAGE;
  const rows = fitting();
  const wrong = rows.filter((row) => row.totals[0]).length;
  document.getElementById("count").replaceChildren(
    el("b", { text: plural(rows.length, "story") }), rows.length < ROWS.length ? ` of ${ROWS.length.toLocaleString("en")}` : "",
    `, ${wrong.toLocaleString("en")} with a contradiction`);
  document.getElementById("plots").replaceChildren(codesPlot(rows), countriesPlot(rows), reachPlot(rows));
  for (const name of ["code", "country", "kind", "sort"]) document.getElementById(`f-${name}`).value = FILTER[name];
  list(rows);
}

function set(name, value) {
  FILTER[name] = FILTER[name] === value ? "" : value;
  const held = document.activeElement && document.activeElement.dataset.key;
  update();
  const again = held && [...document.querySelectorAll("[data-key]")].find((each) => each.dataset.key === held);
  if (again) again.focus();
}

// ---- filters

function filters() {
  const search = el("input", { id: "f-words", type: "search", placeholder: "Headline, name, country, id", value: FILTER.words, autocomplete: "off" });
  search.addEventListener("input", () => { FILTER.words = search.value.trim().toLowerCase(); update(); });
  const codes = [...new Set(ROWS.flatMap((row) => Object.keys(row.codes)))].sort();
  const named = [...new Set(ROWS.flatMap((row) => row.countries))].map((code) => [code, INDEX.countries[code]]).sort((a, b) => a[1].localeCompare(b[1]));
  const clear = el("button", { type: "button", text: "Clear" });
  clear.addEventListener("click", () => { Object.assign(FILTER, { words: "", code: "", country: "", kind: "", reach: "" }); search.value = ""; update(); });
  return el("form", { class: "filters", role: "search" },
    el("label", {}, "Search", search),
    choice("kind", "Show", Object.entries(KINDS)),
    choice("code", "Check", [["", "Every check"], ...codes.map((code) => [code, `${code} ${INDEX.titles[code] || ""}`])]),
    choice("country", "Country", [["", "Every country"], ...named]),
    choice("sort", "Order", [["found", "Contradictions first"], ["compared", "Most compared first"], ["given", "As given"]]),
    clear);
}

function choice(name, label, options) {
  const made = el("select", { id: `f-${name}` }, options.map(([value, text]) => el("option", { value, text })));
  made.addEventListener("change", () => { FILTER[name] = made.value; update(); });
  return el("label", {}, label, made);
}

// ---- plots: bars that filter when pressed

function codesPlot(rows) {
  const counted = new Map();
  for (const row of rows) {
    for (const [code, found] of Object.entries(row.codes)) {
      const sum = counted.get(code) || [0, 0, 0];
      counted.set(code, sum.map((value, i) => value + found[i]));
    }
  }
  const bars = [...counted].sort().map(([code, parts]) => ["code", code, called(code), INDEX.titles[code] || "", parts]);
  const key = el("p", { class: "small keys" }, VERDICTS.map((verdict) => el("span", {}, el("i", { class: `swatch ${verdict}` }), ` ${NOUN[verdict]}s `)));
  return plot("codes", "Findings by check", bars, key);
}

function countriesPlot(rows) {
  const counted = new Map();
  for (const row of rows) for (const code of row.countries) counted.set(code, (counted.get(code) || 0) + 1);
  const sorted = [...counted].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const bars = sorted.slice(0, TOP_COUNTRIES).map(([code, number]) => ["country", code, INDEX.countries[code], code, [number]]);
  const rest = sorted.length - bars.length;
  return plot("named", "Countries, by stories", bars, el("p", { class: "small", text: rest > 0 ? `and ${rest} more` : "" }));
}

function reachPlot(rows) {
  const bars = REACH.map(([name]) => ["reach", name, name, `${name} compared`, [rows.filter((row) => inReach(row, name)).length]]);
  const some = rows.filter((row) => row.compared).length;
  const share = rows.length ? Math.round((100 * some) / rows.length) : 0;
  return plot("coverage", "Coverage: comparisons in a story", bars, el("p", { class: "small", text: `${share}% of the stories have figures that could be compared` }));
}

function plot(name, heading, bars, note) {
  const most = Math.max(1, ...bars.map((bar) => bar[4].reduce((a, b) => a + b)));
  return section(`plot ${name}`, heading, el("ul", {}, bars.map((bar) => el("li", {}, press(bar, most)))), note);
}

function press([filter, value, label, title, parts], most) {
  const total = parts.reduce((a, b) => a + b);
  const drawn = parts.map((part, i) => {
    const piece = el("i", { class: `${parts.length > 1 ? VERDICTS[i] : "plain"}${part ? " some" : ""}` });
    piece.style.width = `${(100 * part) / most}%`;
    return piece;
  });
  const number = figures(total, parts);
  const told = parts.length > 1 ? parts.map((part, i) => (part ? plural(part, NOUN[VERDICTS[i]]) : "")).filter(Boolean).join(", ") : plural(total, "story");
  const made = el("button", { type: "button", class: "bar", title: `${title}: ${told}`, "aria-label": `${label} ${number.textContent}: ${told}`,
    "aria-pressed": String(FILTER[filter] === value), "data-key": `${filter} ${value}` },
  el("span", { class: "label", text: label }), " ", el("span", { class: "track", "aria-hidden": "true" }, drawn), number);
  made.addEventListener("click", () => set(filter, value));
  return made;
}

// "16 of 422" where 16 are contradictions.
function figures(total, parts) {
  const wrong = parts.length > 1 && parts[0] > 0;
  return el("span", { class: "value" }, wrong ? [el("b", { class: "sign contradictory", text: parts[0].toLocaleString("en") }), " of "] : null, total.toLocaleString("en"));
}

// ---- the stories

function list(rows) {
  document.getElementById("stories").replaceChildren(...rows.slice(0, limit).map(entry));
  const rest = rows.length - limit;
  const more = document.getElementById("more");
  more.hidden = rest <= 0;
  document.getElementById("listed").textContent = rest > 0 ? `The first ${limit.toLocaleString("en")} of ${rows.length.toLocaleString("en")} are listed.` : "";
}

function some(codes) {
  return codes.length > 9 ? `${codes.slice(0, 8).join(" ")} and ${codes.length - 8} more` : codes.join(" ");
}

function entry(row) {
  const badges = Object.entries(row.codes).filter(([, found]) => found[0]).map(([code, found]) => el("span", { class: "badge contradictory", title: INDEX.titles[code] || "" },
    `${SIGN.contradictory} ${called(code)}${found[0] > 1 ? ` ×${found[0]}` : ""}`));
  const facts = [plural(row.compared, "comparison"), plural(row.counts, "count"), plural(row.people.length, "person").replace("persons", "people"), some(row.countries)];
  return el("li", { class: row.totals[0] ? "wrong" : "" },
    el("a", { href: `#s${row.number}`, dir: "auto", text: row.headline || row.id }), badges,
    el("p", { class: "small", dir: "auto", text: [row.id, ...facts.filter(Boolean)].join(" · ") }));
}
