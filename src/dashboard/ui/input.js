// What readers do: click, type, slide, point and press keys.
const TYPING_PAUSE_MS = 180;
const POINTING_PAUSE_MS = 65;

let pressed = false; // a click has begun, and is to end where it began

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
  else if (target.matches("[data-opens]")) openFile(target);
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
  if (link) takeUp(link, event);
}

// A link within the dashboard leads on without another document.
function takeUp(link, event) {
  const elsewhere = link.target || link.hasAttribute("download") || link.origin !== location.origin;
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
