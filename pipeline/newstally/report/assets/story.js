// One story: the text with what was found marked in place, and beside it the findings, the people and the countries.

const BLOCK = { headline: "h1", subhead: "h2", item: "li", quote: "blockquote", correction: "aside" };
const LAYERS = [
  ["count", "Counts"], ["quantity", "Other figures"], ["person", "People"], ["role", "Roles"],
  ["country", "Countries"], ["item", "Lists"],
];
const VERDICT_KEYS = { consistent: "agrees", unsettled: "unsettled", contradictory: "contradicts", wrong: "should read otherwise" };
const FEW = 6; // words of a finding that are shown at once

let shown = { number: -1, story: null };

function showStory(number, target) {
  if (shown.number !== number) {
    drawStory(read(`story-${number}`), number);
    begin();
  }
  if (target) jump(target);
}

function drawStory(story, number) {
  shown = { number, story };
  drawTop(story, number);
  MAIN.className = "story-view";
  MAIN.replaceChildren(findings(story), text(story), people(story), countries(story));
}

function drawTop(story, number) {
  const headline = INDEX.stories[number].headline || story.id;
  document.title = `${headline} – ${INDEX.title}`;
  const many = INDEX.stories.length > 1;
  TOP.replaceChildren(
    el("nav", { "aria-label": "Stories" },
      many ? el("a", { href: "#index", text: `← All ${plural(INDEX.stories.length, "story")}` }) : el("strong", { text: INDEX.title }),
      many && number > 0 ? el("a", { href: `#s${number - 1}`, text: "Previous" }) : null,
      many && number + 1 < INDEX.stories.length ? el("a", { href: `#s${number + 1}`, text: "Next" }) : null),
    el("p", { class: "source small", dir: "auto", text: story.source }));
}

// `target` is the place of words ("610-620") or a finding ("k3").
function jump(target) {
  const found = target.startsWith("k") ? document.getElementById(target) : MAIN.querySelector(`[data-span="${target}"]`);
  if (!found) return;
  const hidden = found.closest("details:not([open])");
  if (hidden) hidden.open = true;
  if (!found.matches("a")) found.tabIndex = -1;
  found.focus({ preventScroll: true });
  found.scrollIntoView({ block: "center" });
  hideTip();
  found.classList.remove("flash");
  requestAnimationFrame(() => found.classList.add("flash"));
}

function to(place, label) {
  const words = label.replace(/\s+/g, " ");
  if (!shown.story.blocks || place[0] === undefined) return el("span", { dir: "auto", text: words });
  return el("a", { href: `#s${shown.number}.${place[0]}-${place[1]}`, dir: "auto", text: words });
}

// ---- findings

function findings(story) {
  const by = (verdict) => story.checks.map((check, i) => [check, i]).filter(([check]) => check.verdict === verdict);
  const open = [...by("contradictory"), ...by("unsettled")];
  const agreeing = by("consistent");
  const wrong = by("contradictory").length;
  const said = wrong ? plural(wrong, "contradiction") : "No contradiction";
  const judged = `${plural(story.reach.judged, "comparison")} judged, ${story.reach.unsettled} unsettled`;
  return section("findings", "Findings",
    el("p", { class: "verdict" }, sign(wrong ? "contradictory" : "consistent"), ` ${said} `, small(judged)),
    el("ol", {}, open.map(([check, i]) => finding(check, i))),
    agreeing.length ? el("details", {}, el("summary", { text: `${plural(agreeing.length, "comparison")} that ${agreeing.length === 1 ? "agrees" : "agree"}` }),
      el("ol", {}, agreeing.map(([check, i]) => finding(check, i)))) : null);
}

function finding(check, i) {
  return el("li", { class: `finding ${check.verdict}`, id: `k${i}` },
    el("h3", {}, sign(check.verdict), ` ${check.code} `, small(INDEX.titles[check.code] || "")),
    check.lines.length ? el("div", { class: "equations" }, check.lines.map(equation)) : null,
    el("p", { dir: "auto", text: check.message }),
    check.reason ? el("p", { class: "small", dir: "auto", text: check.reason }) : null,
    check.help ? el("p", { class: "help", dir: "auto", text: check.help }) : null,
    words(check));
}

function equation(line) {
  const verdict = line.holds === null ? null : line.holds ? "consistent" : "contradictory";
  const parts = line.parts.map((part) => typeof part === "string"
    ? el("span", { class: "op", text: ` ${part} ` }) : el("b", {}, to(part.slice(1), part[0])));
  return el("p", { class: `equation ${verdict || "withdrawn"}` }, parts, " ", verdict ? sign(verdict) : null);
}

function words(check) {
  const seen = new Map(check.spans.map((span) => [`${span[0]}-${span[1]}`, span]));
  const links = [...seen.values()].sort((a, b) => a[0] - b[0]).map(([start, end, said]) => el("li", {}, to([start, end], said)));
  const list = (some) => el("ul", { class: "words" }, some);
  const label = el("span", { class: "small", text: "In the text:" });
  if (links.length <= FEW + 1) return el("div", { class: "where" }, label, list(links));
  return el("div", { class: "where" }, label, list(links.slice(0, FEW)),
    el("details", {}, el("summary", { text: `${links.length - FEW} more` }), list(links.slice(FEW))));
}

// ---- the text

function text(story) {
  const article = el("article", { "aria-label": "The story", id: "story" });
  if (!story.blocks) {
    article.append(el("h1", { class: "block id", dir: "auto", text: INDEX.stories[shown.number].headline || story.id }), el("p", { class: "notice", text: "The text of this story was not found, so only what the record holds is shown." }));
    return article;
  }
  let list = null;
  for (const [kind, nodes] of story.blocks) {
    const made = el(BLOCK[kind] || "p", { class: `block ${kind}`, dir: "auto" }, nodes.map((node) => draw(node, story, false)));
    if (kind !== "item") list = null;
    else if (!list) article.append(list = el("ul", {}));
    (kind === "item" ? list : article).append(made);
  }
  if (!article.querySelector("h1")) article.prepend(el("h1", { class: "block id", dir: "auto", text: story.id }));
  article.prepend(layers(article), el("p", { class: "small keys" }, "Compared: ",
    Object.entries(VERDICT_KEYS).map(([verdict, said]) => el("span", { class: `m count ${verdict}`, text: said }))));
  return article;
}

function layers(article) {
  const boxes = LAYERS.map(([kind, name]) => {
    const box = el("input", { type: "checkbox", checked: true });
    box.addEventListener("change", () => article.classList.toggle(`no-${kind}`, !box.checked));
    return el("label", { class: `key ${kind}` }, box, " ", el("span", { text: name }));
  });
  return el("fieldset", { class: "layers" }, el("legend", { text: "Marked" }), boxes);
}

function draw(node, story, linked) {
  if (typeof node === "string") return node;
  const [kind, ref, start, end, verdict, nodes] = node;
  const check = verdict && !linked ? story.checks.findIndex((each) => each.spans.some((span) => span[0] === start && span[1] === end)) : -1;
  const made = el(check >= 0 ? "a" : "span", {
    class: `m ${kind} ${verdict}`, "data-span": `${start}-${end}`, "data-ref": ref,
    href: check >= 0 ? `#s${shown.number}.k${check}` : null, "aria-describedby": check >= 0 ? "tip" : null,
  }, nodes.map((inner) => draw(inner, story, linked || check >= 0)));
  return made;
}

// ---- who and where

function mentions(spans) {
  const links = spans.map((span, i) => el("li", {}, to(span, String(i + 1))));
  return el("ul", { class: "places", "aria-label": plural(spans.length, "mention") }, links.slice(0, 12),
    links.length > 12 ? el("li", { class: "small", text: `and ${links.length - 12} more` }) : null);
}

function people(story) {
  const rows = [...story.people].sort((a, b) => a.byline - b.byline).map((person) => el("li", {},
    el("strong", { dir: "auto", text: person.name }), person.byline ? small(" by-line") : null,
    person.roles.map((role) => el("span", { class: "role-line", dir: "auto" }, role.title,
      role.status !== "current" ? small(` (${role.status})`) : null,
      role.country ? coded("span", role.country) : null)),
    mentions(person.spans)));
  return section("people", ["People ", small(String(rows.length))], rows.length ? el("ul", {}, rows) : el("p", { class: "small", text: "Nobody is named." }));
}

function countries(story) {
  if (!story.countries.length) return section("countries", "Countries", el("p", { class: "small", text: "No country is named." }));
  const rows = story.countries.map((country) => el("tr", {},
    coded("td", country.code),
    el("th", { scope: "row" }, country.name, country.type === "state" ? null : small(` ${country.type}`)),
    el("td", {}, mentions(country.spans))));
  const head = el("tr", {}, ["Code", "Country", "Mentions"].map((name) => el("th", { scope: "col", text: name })));
  return section("countries", ["Countries ", small(String(rows.length))], el("table", {}, el("thead", {}, head), el("tbody", {}, rows)));
}

// ---- what a figure was checked against

function tipFor(mark) {
  const { story } = shown;
  const [start, end] = mark.dataset.span.split("-").map(Number);
  const { ref } = mark.dataset;
  const figure = story.figures[ref];
  const person = story.people.find((each) => each.id === ref);
  const country = story.countries.find((each) => each.code === ref);
  const lines = [];
  if (figure) lines.push(el("p", {}, el("b", { text: figure.value }), " ", small([figure.unit, figure.type, ...figure.actors].filter(Boolean).join(" · "))));
  else if (person) lines.push(el("p", {}, el("b", { text: person.name }), small(person.roles.map((role) => ` · ${role.title}`).join(""))));
  else if (country) lines.push(el("p", {}, el("b", { text: country.name }), small(` ${country.code}`)));
  else if (story.roles[ref]) lines.push(el("p", { text: story.roles[ref] }));
  else if (story.lists[ref]) lines.push(el("p", { text: `one of ${story.lists[ref]} listed` }));
  const checks = story.checks.filter((check) => check.spans.some((span) => span[0] === start && span[1] === end));
  lines.push(...checks.map((check) => el("p", {}, sign(check.verdict), ` ${check.code} `, tipText(check))));
  if (figure && !checks.length) lines.push(el("p", { class: "small", text: "Compared with nothing." }));
  return lines;
}

function tipText(check) {
  const [line] = check.lines;
  return line ? line.parts.map((part) => (typeof part === "string" ? ` ${part} ` : part[0])).join("") : check.message;
}

function showTip(mark) {
  const lines = tipFor(mark);
  if (!lines.length) return;
  TIP.replaceChildren(...lines);
  TIP.hidden = false;
  const box = mark.getClientRects()[0] || mark.getBoundingClientRect();
  const wide = TIP.offsetWidth;
  const above = box.top - TIP.offsetHeight - 8;
  TIP.style.left = `${Math.max(8, Math.min(box.left, document.documentElement.clientWidth - wide - 8)) + window.scrollX}px`;
  TIP.style.top = `${(above > 0 ? above : box.bottom + 8) + window.scrollY}px`;
}

function hideTip() {
  TIP.hidden = true;
}
