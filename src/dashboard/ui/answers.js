// What a click is answered with at once: the pieces that the server draws for the new address.
let path = location.pathname;
let left = ""; // the address before the last click: under a pointer that rests is the way back
let turn = 0;
let heading = ""; // of the page that was last announced, and what was selected there
let selected = "";

// A link is a step in the history: back leads back, by one. All that is typed or slid in one field is one step.
function follow(href, field = "") {
  left = location.href;
  if (field && history.state?.field === field) history.replaceState({ field }, "", carried(href));
  else push({ field }, "", carried(href));
  aim = location.hash.slice(1);
  answer();
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
  if (heard) tell(drawn, heard);
  else resting = setTimeout(tell, drawn && !elsewhere ? RESTING_PAUSE_MS : 0, drawn);
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

// What has changed is said to those who do not see it: on another page its title, and what is selected.
function announce() {
  const selection = (first() ?? document).querySelector(".vk-selection strong")?.textContent ?? "";
  const [title] = document.title.split(" | ");
  const news = [title !== heading && title, selection !== selected && selection].filter(Boolean);
  if (heading && news.length) document.getElementById("vk-said").textContent = news.join(". ");
  [heading, selected] = [title, selection];
}
