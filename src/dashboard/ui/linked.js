// Shows HTML made by the server and follows its links without loading the page anew.
// The address alone remembers what is opened on the page; menus and the focus survive a redraw.
const REMEMBERED = "details[id]:not(.vk-menu, .vk-take details)";
const MENUS = ".vk-menu[open], .vk-take details[open]";

// Where the address leads on the page. Whatever is drawn above it moves it, until the reader does something.
let aim = location.hash.slice(1);

function arrive() {
  if (aim) document.getElementById(aim)?.scrollIntoView();
}

function settle() {
  aim = "";
}

function opened() {
  return (new URLSearchParams(location.search).get("open") ?? "").split(",").filter(Boolean);
}

function open(root) {
  const ids = opened();
  for (const details of root.querySelectorAll(REMEMBERED)) details.open = ids.includes(details.id);
}

const embedded = () => new URLSearchParams(location.search).get("embed") === "true";

// Commas and colons stay as they are in an address: a link is read by people, too.
function spelt(url, params) {
  const query = params.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return url.pathname + (query && `?${query}`) + url.hash;
}

// What stands open, and that it stands in another page, stays as long as the reader stays on the page.
function carried(href) {
  const url = new URL(href, location.href);
  if (url.pathname !== location.pathname) return url.href;
  const here = new URLSearchParams(location.search);
  for (const name of embedded() ? ["open", "panel", "embed", "embed_options"] : ["open"]) {
    if (here.has(name) && !url.searchParams.has(name)) url.searchParams.set(name, here.get(name));
  }
  return spelt(url, url.searchParams);
}

// Streamlit follows the browser's history: it asks the server for what the address now says.
function reread() {
  dispatchEvent(new PopStateEvent("popstate", { state: {} }));
}

// A link is a step in the history: back leads back, by one.
function follow(href) {
  history.pushState({}, "", carried(href));
  reread();
}

// The browser is kept from opening it: the address does.
function remember(details) {
  const ids = opened().filter((id) => id !== details.id);
  if (!details.open) ids.push(details.id);
  const params = new URLSearchParams(location.search);
  if (ids.length) params.set("open", ids.join(","));
  else params.delete("open");
  history.replaceState(history.state, "", spelt(location, params));
  reread();
}

function draw(root, html) {
  const menus = [...root.querySelectorAll(MENUS)].map((details) => details.id);
  const focused = root.contains(document.activeElement) ? document.activeElement.id : "";
  root.innerHTML = html;
  root.dataset.html = html;
  menus.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
  if (focused) document.getElementById(focused)?.focus();
  open(root);
  if (embedded()) root.querySelectorAll("a[href]").forEach(leave);
  arrive();
}

// A frame in another page has neither menu nor room: what leads elsewhere opens all of the dashboard beside it.
function leave(link) {
  const stays = link.closest(".vk-sort, .vk-pager") || link.getAttribute("href").startsWith("#");
  if (!stays) Object.assign(link, { target: "_blank", rel: "noopener" });
}

// Only the whole page's height tells that a chart has been drawn.
if (!window.visionskollen) {
  window.visionskollen = true;
  addEventListener("popstate", () => {
    aim = location.hash.slice(1);
    open(document);
    arrive();
  });
  ["wheel", "pointerdown", "keydown", "touchstart"].forEach((each) => addEventListener(each, settle, { passive: true }));
  new ResizeObserver(arrive).observe(document.querySelector("[data-testid=stMainBlockContainer]") ?? document.body);
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".vk");
  document.documentElement.lang = data.lang;
  if (root.dataset.html !== data.html) {
    draw(root, data.html);
    showTaken(root);
    fillShare(root);
  }
  if (data.go && root.dataset.went !== data.go.step) {
    root.dataset.went = data.go.step;
    const beside = embedded() && window.open(data.go.href, "_blank");
    if (!beside) follow(data.go.href);
    else beside.opener = null;
  }
  root.onclick = (event) => {
    const { target } = event;
    if (target.closest("[data-print]")) print();
    share(target);
    const summary = target.closest("summary");
    if (summary?.parentElement.matches(REMEMBERED)) {
      event.preventDefault();
      remember(summary.parentElement);
    }
    const asks = target.closest("button[data-asks]") ?? summary?.closest("details[data-asks]:not([open])");
    if (asks) setTriggerValue("asked", asks.dataset.asks);
    const link = target.closest("a[href]");
    const elsewhere = !link || link.target || link.hasAttribute("download") || link.origin !== location.origin;
    if (elsewhere || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.getAttribute("href").startsWith("#")) return;
    event.preventDefault();
    if ("export" in link.dataset) take(link);
    else if ("copies" in link.dataset) copy(new URL(carried(link.href), location.href).href);
    else follow(link.href);
  };
}
