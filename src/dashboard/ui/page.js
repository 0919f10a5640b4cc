// The page in the browser: shows its pieces, follows links within the dashboard, and hands over to Streamlit.
//
// The document has the page's first view, drawn by the server, so it can be read and used at once. Streamlit starts
// behind it and takes its place when it stands. From then on a click is answered twice: at once with the pieces that
// the server draws for the new address, and then by Streamlit, which says the same and need not be waited for.

// By these it is reached from outside.
window.visionskollen = { show, follow };

// How high the page is that stands in the frame, for whoever wants the frame to be as high.
function tellHeight() {
  const height = Math.ceil(first().querySelector("main").getBoundingClientRect().height);
  parent.postMessage({ visionskollen: { height } }, "*");
}

// Back and forward: Streamlit hears of it itself.
addEventListener("popstate", (event) => {
  aim = location.hash.slice(1);
  open(document);
  arrive();
  if (event.isTrusted) answer(true);
});

// Only the whole page's height tells that a chart has been drawn.
new ResizeObserver(arrive).observe(document.body);
if (alone()) new ResizeObserver(tellHeight).observe(first().querySelector("main"));

// Streamlit remembers that the filters stood open. On a small screen they would cover the page that is opened next.
function forgetOpenFilters() {
  if (!matchMedia("(max-width: 768px)").matches) return;
  try {
    const open = Object.keys(localStorage).filter((each) => each.startsWith("stSidebarCollapsed"));
    open.forEach((each) => localStorage.removeItem(each));
  } catch { } // nothing is remembered
}

// Streamlit's own scripts come after the first frame: until then the reader has the page, and the machine.
function start() {
  if (window.visionskollen.started) return;
  window.visionskollen.started = true;
  forgetOpenFilters();
  for (const later of document.querySelectorAll("script[type='text/later']")) {
    document.head.append(element("script", { type: "module", crossOrigin: "", src: later.getAttribute("src") }));
  }
}

if (first() && !leadsOntoOwnDeck()) {
  document.getElementById("root").inert = true;
  if (editing()) mend(first()); // Streamlit mends all other addresses, and says what it has mended
  first().querySelectorAll("[data-key]").forEach(dress);
  announce();
  edited(first().dataset);
  arrive();
}
if (document.hidden) start(); // a page in the background has no frames
else requestAnimationFrame(() => requestAnimationFrame(start));
