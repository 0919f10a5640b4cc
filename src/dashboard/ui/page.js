// The page in the browser: shows its pieces, follows links within the dashboard, and hands over to Streamlit.
//
// The document has the page's first view, drawn by the server, so it can be read and used at once. Streamlit starts
// behind it and takes its place when it stands. From then on a click is answered twice: at once with the pieces that
// the server draws for the new address, and then by Streamlit, which says the same and need not be waited for.
const OWN = ".vk-menu, .vk-filter, .vk-take details"; // what readers open and close for themselves
const REMEMBERED = `details[id]:not(${OWN})`; // what stands open in the address
const REACHABLE = "a[href], button, input, select, textarea, summary";
const SETTLED = "[data-testid=stApp][data-test-script-state=notRunning]";
const TYPING_PAUSE_MS = 180;
const RESTING_PAUSE_MS = 120;
const POINTING_PAUSE_MS = 65;
const LISTENING_PAUSE_MS = 500;

const unheard = new Map(); // the key of a piece -> what was asked for in it before Streamlit could hear
const mounted = new Map(); // the key of a piece -> where it stands in Streamlit's page, what that says of it, and how it asks
let awaited = []; // what Streamlit has been asked for and has not yet said, in the words that it may say
let path = location.pathname;
let left = ""; // the address before the last click: under a pointer that rests is the way back
let told = location.href; // the address that Streamlit has heard of
let turn = 0;
let heading = ""; // of the page that was last announced, and what was selected there
let selected = "";
let resting;
let listening;
let pressed = false; // a click has begun, and is to end where it began

const first = () => document.getElementById("first-view");
const alone = () => "alone" in (first()?.dataset ?? {}); // in another page's frame no session follows
const embedded = () => new URLSearchParams(location.search).get("embed") === "true";

// Where the address leads on the page. Whatever is drawn above it moves it, until the reader does something.
let aim = location.hash.slice(1);

function arrive() {
  if (aim) document.getElementById(aim)?.scrollIntoView();
}

function settle() {
  aim = "";
}

// What stands opened is in the address; menus and filters stay open as long as the page stays.

function opened() {
  return (new URLSearchParams(location.search).get("open") ?? "").split(",").filter(Boolean);
}

function open(root) {
  const ids = opened();
  for (const details of root.querySelectorAll(REMEMBERED)) details.open = ids.includes(details.id);
}

// Addresses

// Commas and colons stay as they are in an address: a link is read by people, too.
function spelt(url, params) {
  const query = params.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return url.pathname + (query && `?${query}`) + url.hash;
}

// What stands open, and that it stands in another page, stays as long as the reader stays on the page.
function carried(href) {
  const url = ontoOwnDeck(new URL(href, location.href));
  if (url.pathname !== location.pathname) return url.href;
  const here = new URLSearchParams(location.search);
  for (const name of embedded() ? ["open", "panel", "embed", "embed_options"] : ["open"]) {
    if (here.has(name) && !url.searchParams.has(name)) url.searchParams.set(name, here.get(name));
  }
  return spelt(url, url.searchParams);
}

// The same view without anything around it, as the server draws it for a click.
function sectionsOf(address) {
  const url = new URL(address, location.href);
  const [, folder, page] = /^(.*\/)([^/]*)$/.exec(url.pathname);
  return `${folder}sections/${page || "oversikt"}${url.search}`;
}

// Streamlit follows the browser's history: it asks the server for what the address now says. Of the same as before
// it asks nothing, so there is nothing to wait for.
function tell(drawn) {
  if (alone() || (drawn && told === location.href)) return said();
  told = location.href;
  dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  listen();
}

// What Streamlit says already it does not say again: then only its rest tells that it has heard.
function listen() {
  clearTimeout(listening);
  listening = setTimeout(() => {
    if (!("asking" in document.documentElement.dataset)) return;
    const heard = !awaited.length || awaited.includes(mounted.get("footer")?.data.asked);
    if (heard && document.querySelector(SETTLED)) said();
    else listen();
  }, LISTENING_PAUSE_MS);
}

// Streamlit says what the page says.
function said() {
  awaited = [];
  delete document.documentElement.dataset.asking;
  uncover();
  passOn();
}

// Streamlit puts the page that it comes with into the address. If the reader has left that page meanwhile, it is late.
const push = history.pushState.bind(history);
history.pushState = (state, title, href) => {
  if (awaited.length && new URL(href, location.href).pathname !== location.pathname) return;
  push(state, title, href);
};

// A link is a step in the history: back leads back, by one. All that is typed or slid in one field is one step.
function follow(href, field = "") {
  left = location.href;
  if (field && history.state?.field === field) history.replaceState({ field }, "", carried(href));
  else push({ field }, "", carried(href));
  aim = location.hash.slice(1);
  answer();
}

// Streamlit has heard by itself; where it stands there already, as it never heard of the click, it says nothing.
function hear(drawn) {
  if (alone() || (drawn && told === location.href)) return said();
  told = location.href;
  listen();
}

// What the reader points at is fetched before the click, which mostly follows.
const ahead = new Map(); // one address at a time -> what the server draws for it

function fetched(address) {
  const found = ahead.get(address) ?? fetch(sectionsOf(address)).then((answer) => (answer.ok ? answer.text() : ""), () => "");
  ahead.clear();
  return found;
}

function fetchAhead(address) {
  if (!ahead.has(address) && ![location.href, left].includes(address)) ahead.set(address, fetched(address));
}

// Streamlit is asked when the reader rests: of twenty filters flipped in a row it need only hear the last.
async function answer(heard = false) {
  const mine = ++turn;
  const elsewhere = location.pathname !== path;
  path = location.pathname;
  clearTimeout(resting);
  awaited = [location.href]; // nobody says that: what Streamlit says until the answer is of earlier clicks
  document.documentElement.dataset.asking = "";
  const drawn = await fetched(location.href);
  if (mine !== turn) return;
  if (!drawn && first()) return location.reload(); // what covers the page says something else
  if (drawn) take(drawn, elsewhere);
  else believe();
  if (heard) hear(drawn);
  else resting = setTimeout(tell, drawn && !elsewhere ? RESTING_PAUSE_MS : 0, drawn);
}

// Pieces

// What the server does not draw ahead Streamlit draws, and may have done so before we knew.
function believe() {
  awaited = [];
  for (const { root, data } of mounted.values()) draw(root, data.says, () => parsed(data.html));
}

// What has changed is said to those who do not see it: on another page its title, and what is selected.
function announce() {
  const selection = (first() ?? document).querySelector(".vk-selection strong")?.textContent ?? "";
  const [title] = document.title.split(" | ");
  const news = [title !== heading && title, selection !== selected && selection].filter(Boolean);
  if (heading && news.length) document.getElementById("vk-said").textContent = news.join(". ");
  [heading, selected] = [title, selection];
}

function take(html, elsewhere) {
  const next = new DOMParser().parseFromString(html, "text/html").getElementById("first-view");
  const pieces = [...next.querySelectorAll("[data-key]")];
  document.title = next.dataset.title;
  document.documentElement.lang = next.lang;
  awaited = [next.dataset.asked, next.dataset.mendedAsked];
  mend(next);
  const standing = seen();
  const here = !elsewhere && pieces.length === standing.size && pieces.every((each) => standing.has(each.dataset.key));
  if (here) {
    pieces.forEach((each) => draw(standing.get(each.dataset.key), each.dataset.says, () => each));
    if (first()) matchAttributes(first(), next);
  } else cover(next, elsewhere);
  announce();
  edited(next.dataset);
}

// An address that says what to do is left with what came of it. A deck that has been changed is the reader's own.
function mend({ dataset }) {
  if (!dataset.mended) return;
  history.replaceState(history.state, "", carried(dataset.mended));
  keepDeck();
}

// What the reader sees: the key of each piece -> where it stands.
function seen() {
  const covering = first();
  if (!covering) return new Map([...mounted].map(([key, { root }]) => [key, root]));
  return new Map([...covering.querySelectorAll("[data-key]")].map((each) => [each.dataset.key, each]));
}

// `wanted` gives the node whose children are to stand in the piece.
function draw(root, says, wanted) {
  if (root.says === says) return;
  const focused = root.contains(document.activeElement) ? spot(root) : null;
  redraw(root, wanted());
  root.says = says;
  dress(root);
  if (focused && !root.contains(document.activeElement)) refocus(root, focused);
  arrive();
}

function dress(root) {
  open(root);
  if (embedded()) root.querySelectorAll("a[href]").forEach(leave);
  showTaken(root);
  fillShare(root);
  offerOwnDeck(root);
}

// A frame in another page has neither menu nor room: what leads elsewhere opens all of the dashboard beside it.
function leave(link) {
  const stays = link.closest(".vk-sort, .vk-pager") || link.getAttribute("href").startsWith("#");
  if (!stays) Object.assign(link, { target: "_blank", rel: "noopener" });
}

// How high the page is that stands in the frame, for whoever wants the frame to be as high.
function tellHeight() {
  const height = Math.ceil(first().querySelector("main").getBoundingClientRect().height);
  parent.postMessage({ visionskollen: { height } }, "*");
}

// Where a mark of a chart leads.
function lead(href) {
  if (embedded()) window.open(href, "_blank", "noopener");
  else follow(href);
}

// Where the focus is, to be found again among what is drawn instead; what is being typed is not lost.
function spot(root) {
  const element = document.activeElement;
  const { id, value, selectionStart, selectionEnd } = element;
  const text = element.matches("input[type=search], input[type=text], textarea") ? { value, selectionStart, selectionEnd } : null;
  return { id, place: [...root.querySelectorAll(REACHABLE)].indexOf(element), text };
}

function refocus(root, { id, place, text }) {
  const found = (id && root.querySelector(`#${CSS.escape(id)}`)) || root.querySelectorAll(REACHABLE)[place];
  if (!found) return;
  found.focus({ preventScroll: true });
  if (text) Object.assign(found, text);
}

// The first view

// Covers Streamlit's page until that stands. It must not be reached meanwhile: it still says something else.
function cover(next, elsewhere) {
  const before = first();
  const top = elsewhere ? 0 : (before ?? document.querySelector("[data-testid=stMain]"))?.scrollTop ?? 0;
  const focused = placed();
  const beside = !elsewhere && before?.querySelector(":popover-open");
  before?.remove();
  document.body.prepend(next);
  if (beside) next.querySelector("[popover]")?.showPopover();
  document.getElementById("root").inert = true;
  next.scrollTop = top;
  next.querySelectorAll("[data-key]").forEach((each) => dress(each));
  move(focused, (key) => next.querySelector(`[data-key="${CSS.escape(key)}"]`));
  arrive();
}

// The piece that has the focus, and where in it.
function placed() {
  const found = [...seen()].find(([, root]) => root.contains(document.activeElement));
  return found && { key: found[0], spot: spot(found[1]) };
}

function move(focused, rootOf) {
  const root = focused && rootOf(focused.key);
  if (root) refocus(root, focused.spot);
}

// Streamlit's page takes over when it has said all of the same, and rests.
function uncover() {
  const covering = first();
  if (!covering || alone()) return;
  const keys = [...covering.querySelectorAll("[data-key]")].map((each) => each.dataset.key);
  const { asked, mendedAsked } = covering.dataset;
  const stands = keys.every((key) => mounted.get(key)?.root.isConnected && [asked, mendedAsked].includes(mounted.get(key).data.asked));
  if (!stands || pressed || awaited.length || !document.querySelector(SETTLED)) return void setTimeout(uncover, 30);
  const closed = covering.querySelector(":popover-open") && document.querySelector("[data-testid=stExpandSidebarButton]");
  if (closed) { // on a small screen the filters stay open
    closed.click();
    return void setTimeout(uncover, 30);
  }
  const focused = placed();
  for (const each of covering.querySelectorAll("[data-key]")) carryOwn(each, mounted.get(each.dataset.key).root);
  document.getElementById("root").inert = false;
  align(covering, document.querySelector("[data-testid=stMain]"));
  covering.remove();
  showTaken(document);
  move(focused, (key) => mounted.get(key)?.root);
  passOn();
  arrive();
}

// What the reader sees at the top stays where it is, whatever is of another height above it.
function align(covering, main) {
  const top = [...covering.querySelectorAll(".vk-first-main > [data-key]")].find((each) => each.getBoundingClientRect().bottom > 0);
  if (!top || !main) return;
  main.scrollTop = covering.scrollTop;
  main.scrollTop += mounted.get(top.dataset.key).root.getBoundingClientRect().top - top.getBoundingClientRect().top;
}

// What readers have opened, and what they look for among the filters.
function carryOwn(from, to) {
  const same = ({ id }) => (id && to.querySelector(`#${CSS.escape(id)}`)) || {};
  for (const details of from.querySelectorAll(OWN)) same(details).open = details.open;
  for (const field of from.querySelectorAll("[data-narrows], [data-kept]")) same(field).value = field.value;
  for (const said of from.querySelectorAll("[data-own]")) same(said).textContent = said.textContent;
  narrowAll(to);
}

// Called for each piece whenever Streamlit draws it.
function show(root, data, ask) {
  mounted.forEach((piece, key) => piece.root.isConnected || mounted.delete(key));
  const late = awaited.length && !awaited.includes(data.asked); // the answer to an earlier question
  mounted.set(data.key, { root, data, ask: (asked) => ask("asked", asked) });
  if (!late || !root.says) draw(root, data.says, () => parsed(data.html));
  if (!first()) document.documentElement.lang = data.lang;
  if (data.key !== "footer" || late) return;
  announce();
  said();
  expectFigures();
}

window.visionskollen = { show, follow };

// What readers do

// The browser is kept from opening it: the address does.
function remember(details) {
  const ids = opened().filter((id) => id !== details.id);
  if (!details.open) ids.push(details.id);
  const params = new URLSearchParams(location.search);
  if (ids.length) params.set("open", ids.join(","));
  else params.delete("open");
  history.replaceState(history.state, "", spelt(location, params));
  details.open = !details.open;
  clearTimeout(resting);
  resting = setTimeout(tell, RESTING_PAUSE_MS);
}

// Where a click on the element would lead within the dashboard.
function destination(element) {
  const field = element.closest?.("label")?.querySelector("[data-href]:not([data-param])");
  const link = element.closest?.(".vk a[href]:not([target], [download], [data-export], [data-copies])");
  const href = field?.dataset.href ?? link?.getAttribute("href");
  if (!href || href.startsWith("#")) return "";
  const address = new URL(carried(href), location.href);
  return address.origin === location.origin ? address.href : "";
}

let pointing;

function point({ target, type }) {
  clearTimeout(pointing);
  if (navigator.connection?.saveData) return;
  const address = destination(target);
  if (address) pointing = setTimeout(fetchAhead, type === "pointerover" ? POINTING_PAUSE_MS : 0, address);
}

// A field whose value is part of an address: `data-href` without it, `data-param` its name.
function filled(field) {
  const url = new URL(field.dataset.href, location.href);
  const { param, prefix = "" } = field.dataset;
  if (field.value) url.searchParams.set(param, prefix + field.value);
  else url.searchParams.delete(param);
  return spelt(url, url.searchParams);
}

// A field that has been used holds what its piece does not say.
function touch(field) {
  const root = field.closest(".vk");
  if (root) root.says = "used";
}

function change({ target }) {
  touch(target);
  if (target.matches("select[data-follow]")) follow(target.value);
  else if (target.matches("[data-edit]")) edit(target);
  else if (target.matches("[data-href]:is([type=checkbox], [type=radio])")) follow(target.dataset.href);
  else if (target.matches("[data-href][type=range]")) follow(filled(target), target.id);
}

let typed;

function type({ target }) {
  touch(target);
  if (target.matches("[data-narrows]")) narrow(target);
  if (!target.matches("[data-href][data-param]")) return;
  const output = document.querySelector(`output[for="${CSS.escape(target.id)}"]`);
  if (output) output.value = `${target.value} %`;
  if (target.type === "range") return;
  clearTimeout(typed);
  typed = setTimeout(() => follow(filled(target), target.id), TYPING_PAUSE_MS);
}

// Whoever does not wait for the pause.
function submit(event) {
  const { asks } = event.target.dataset;
  if (asks) {
    event.preventDefault();
    return askFor(event.target.closest(".vk"), asks + event.target.querySelector("input").value);
  }
  const field = event.target.querySelector(".vk [data-href][data-param]");
  if (!field) return;
  event.preventDefault();
  clearTimeout(typed);
  follow(filled(field), field.id);
}

// Streamlit hears what is asked for when it says what the page says: what it does is to be done with that.
function askFor(root, asked) {
  const [key = root.dataset.key] = [...mounted].find(([, piece]) => piece.root === root) ?? [];
  unheard.set(key, asked);
  if (!("asking" in document.documentElement.dataset)) passOn();
}

function passOn() {
  if (first()) return;
  unheard.forEach((asked, key) => mounted.get(key)?.ask(asked));
  unheard.clear();
}

function click(event) {
  const { target } = event;
  const root = target.closest?.(".vk");
  if (!root || hold(event)) return;
  const edits = target.closest("button[data-edit]");
  if (edits) edit(edits);
  if (target.closest("[data-print]")) print();
  share(target);
  rememberPlace(target);
  const summary = target.closest("summary");
  if (summary?.parentElement.matches(REMEMBERED)) {
    event.preventDefault();
    remember(summary.parentElement);
  }
  const asks = target.closest("button[data-asks]") ?? summary?.closest("details[data-asks]:not([open])");
  if (asks) askFor(root, asks.dataset.asks);
  const link = target.closest("a[href]");
  const elsewhere = !link || link.target || link.hasAttribute("download") || link.origin !== location.origin;
  if (elsewhere || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link.getAttribute("href").startsWith("#")) return;
  event.preventDefault();
  if ("export" in link.dataset) takeAlong(link);
  else if ("copies" in link.dataset) copy(new URL(carried(link.href), location.href).href);
  else follow(link.href);
}

// Streamlit runs a page anew on an R, a letter that a reader with speech input may happen to say.
function keepLetter(event) {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (/^r$/i.test(event.key) && !typing && !event.ctrlKey && !event.metaKey) event.stopPropagation();
}

addEventListener("keydown", keepLetter, { capture: true });
addEventListener("click", click);
addEventListener("change", change);
addEventListener("input", type);
addEventListener("submit", submit);
["pointerover", "pointerdown"].forEach((each) => addEventListener(each, point, { passive: true }));
addEventListener("pointerdown", () => (pressed = true), { passive: true });
["pointerup", "pointercancel"].forEach((each) => addEventListener(each, () => (pressed = false), { passive: true }));
["wheel", "pointerdown", "keydown", "touchstart"].forEach((each) => addEventListener(each, settle, { passive: true }));

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

// Streamlit's own scripts come after the first frame: until then the reader has the page, and the machine.
// Streamlit remembers that the filters stood open. On a small screen they would cover the page that is opened next.
function forgetOpenFilters() {
  if (!matchMedia("(max-width: 768px)").matches) return;
  try {
    const open = Object.keys(localStorage).filter((each) => each.startsWith("stSidebarCollapsed"));
    open.forEach((each) => localStorage.removeItem(each));
  } catch { } // nothing is remembered
}

function start() {
  if (window.visionskollen.started) return;
  window.visionskollen.started = true;
  forgetOpenFilters();
  for (const later of document.querySelectorAll("script[type='text/later']")) {
    document.head.append(Object.assign(document.createElement("script"), { type: "module", crossOrigin: "", src: later.getAttribute("src") }));
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
