// Which view the address asks for: "#index", "#s3" for a story, "#s3.610-620" for words in it, "#s3.k2" for a finding.

function route() {
  hideTip();
  const found = /^#s(\d+)(?:\.(k\d+|\d+-\d+))?$/.exec(location.hash);
  const number = found ? Number(found[1]) : 0;
  if (INDEX.stories.length === 0) MAIN.replaceChildren(el("h1", { text: INDEX.title }), el("p", { text: "There are no stories in these records." }));
  else if (found && number < INDEX.stories.length) showStory(number, found[2]);
  else if (INDEX.stories.length === 1) showStory(0);
  else showIndex();
}

function marked(event) {
  return event.target instanceof Element ? event.target.closest("#story .m[data-span]") : null;
}

window.addEventListener("hashchange", route);
// A link to where one already is changes no address, and yet should jump.
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  if (link && link.getAttribute("href") === location.hash) { event.preventDefault(); route(); }
});
document.addEventListener("submit", (event) => event.preventDefault());
document.addEventListener("mouseover", (event) => { const mark = marked(event); if (mark) showTip(mark); else if (!TIP.contains(event.target)) hideTip(); });
document.addEventListener("focusin", (event) => { const mark = marked(event); if (mark) showTip(mark); else hideTip(); });
document.addEventListener("keydown", (event) => { if (event.key === "Escape") hideTip(); });
window.addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((each) => { each.open = true; }));
route();
