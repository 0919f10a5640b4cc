// Streamlit behind the page: told of each click when the reader rests, heard when it has said the same, and not let to
// put a page into the address that the reader has left.
const SETTLED = "[data-testid=stApp][data-test-script-state=notRunning]";
const RESTING_PAUSE_MS = 120;
const LISTENING_PAUSE_MS = 500;

let awaited = []; // what Streamlit has been asked for and has not yet said, in the words that it may say
let told = location.href; // the address that Streamlit has heard of
let resting;
let listening;

// Streamlit follows the browser's history: it asks the server for what the address now says, and of what it has
// `heard` by itself has asked already. Of the same as before it asks nothing, so there is nothing to wait for.
function tell(drawn, heard) {
  if (alone() || (drawn && told === location.href)) return said();
  told = location.href;
  if (!heard) dispatchEvent(new PopStateEvent("popstate", { state: {} }));
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

// What the server does not draw ahead Streamlit draws, and may have done so before we knew.
function believe() {
  awaited = [];
  catchUp();
}

// What Streamlit has said while another answer was awaited has been held back.
function catchUp() {
  for (const { root, data } of mounted.values()) draw(root, data.says, () => parsed(data.html));
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
