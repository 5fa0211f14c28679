// The box of `newstally serve`: a story that is typed, pasted or dropped is sent to this machine's own server once typing stops.

const PAUSE = 400; // milliseconds without a key
const BOX = el("textarea", { id: "draft", rows: 9, maxlength: INDEX.most, dir: "auto", placeholder: "Type, paste or drop a story" });
const SAID = el("p", { id: "said", role: "status", class: "small" });
let waiting = 0;
let asked = new AbortController();

function wait() {
  clearTimeout(waiting);
  asked.abort();
  if (BOX.value.trim()) waiting = setTimeout(ask, PAUSE);
  else nothing();
}

function nothing() {
  Object.assign(INDEX, { stories: [], countries: {}, kinds: {} });
  shown = { number: -1, story: null };
  TOP.replaceChildren(el("h1", { text: INDEX.title }));
  MAIN.className = "";
  MAIN.replaceChildren();
  SAID.textContent = "Nothing is stored, and nothing leaves this machine.";
}

async function ask() {
  asked = new AbortController();
  SAID.textContent = "Reading…";
  try {
    const reply = await fetch("check", {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ text: BOX.value }), signal: asked.signal,
    });
    const found = parsed(await reply.text());
    if (found.error) SAID.textContent = found.error;
    else show(found);
  } catch (error) {
    if (error.name !== "AbortError") SAID.textContent = "The server does not answer; start newstally serve again.";
  }
}

function show({ row, countries: named, kinds, story }) {
  Object.assign(INDEX, { stories: [row], countries: named, kinds });
  hideTip();
  drawStory(story, 0);
  const wrong = story.checks.filter((check) => check.verdict === "contradictory").length;
  SAID.textContent = `${wrong ? plural(wrong, "contradiction") : "No contradiction"}, ${plural(story.checks.length, "comparison")}.`;
}

async function drop(event) {
  event.preventDefault();
  const [file] = event.dataTransfer.files;
  const text = file ? await file.text() : event.dataTransfer.getData("text/plain");
  if (text.length > INDEX.most) SAID.textContent = `That is longer than ${plural(INDEX.most, "character")}; take newstally check.`;
  else if (text) { BOX.value = text; wait(); }
}

MAIN.before(el("section", { class: "draft", "aria-label": "Draft" }, el("label", { for: "draft", text: "Your story" }), BOX, SAID));
BOX.addEventListener("input", wait);
window.addEventListener("dragover", (event) => event.preventDefault());
window.addEventListener("drop", drop);
nothing();
BOX.focus();
