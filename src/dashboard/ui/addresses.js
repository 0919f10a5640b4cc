// Addresses within the dashboard: how they are spelt, what stays in them from click to click, what stands open by them,
// and where on the page they lead.
// What stands opened is in the address; menus and filters stay open as long as the page stays.
const OWN = ".vk-menu, .vk-filter, .vk-take details";
const REMEMBERED = `details[id]:not(${OWN})`;

const embedded = () => new URLSearchParams(location.search).get("embed") === "true";

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

function opened() {
  return (new URLSearchParams(location.search).get("open") ?? "").split(",").filter(Boolean);
}

function open(root) {
  const ids = opened();
  for (const details of root.querySelectorAll(REMEMBERED)) details.open = ids.includes(details.id);
}

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

// Where the address leads on the page. Whatever is drawn above it moves it, until the reader does something.
let aim = location.hash.slice(1);

function arrive() {
  if (aim) document.getElementById(aim)?.scrollIntoView();
}

function settle() {
  aim = "";
}
