// The deck that a reader makes. Every change leads to another address, which has the whole deck, so that the way back
// undoes it. The latest is kept in this browser, and what is added is added to that.
const OWN_DECK = "visionskollen-deck";

let held; // a link that was clicked while a change was under way
const written = new Map(); // the id of a field -> what was written in it and is not answered yet
const refused = new Map(); // the id of a field -> what is written in it that the deck has no room for, and what is said of it

function ownDeck() {
  try {
    return localStorage.getItem(OWN_DECK) ?? "";
  } catch {
    return ""; // the browser keeps nothing for us
  }
}

function keepDeck() {
  const deck = new URLSearchParams(location.search).get("deck");
  try {
    if (deck) localStorage.setItem(OWN_DECK, deck);
  } catch { } // the address has it
}

// Where a link to add a view leads in this browser.
function ontoOwnDeck(url) {
  const { searchParams } = url;
  if (searchParams.has("add") && !searchParams.has("deck") && ownDeck()) searchParams.set("deck", ownDeck());
  return url;
}

// Whoever opens such a link by itself goes on to where it leads in this browser.
function leadsOntoOwnDeck() {
  const onto = ontoOwnDeck(new URL(location.href)).href;
  if (onto === location.href) return false;
  location.replace(onto);
  return true;
}

// Changes that have not been answered yet are asked for again together with the next.
function edit(element) {
  const { dataset, id, value } = element;
  const writes = !element.matches("button");
  if (!writes && refused.size) return remind();
  const url = new URL(location.href);
  url.searchParams.append("edit", writes ? `${dataset.edit}:${value}` : dataset.edit);
  if (writes) {
    const { longest, noRoom } = element.closest(".vk-deck").dataset;
    const over = sectionsOf(carried(url.href)).length - longest;
    if (over > 0) return refuse(id, value, noRoom.replace("{n}", tooMany(value, over).toLocaleString(document.documentElement.lang)));
    refused.delete(id);
    element.setCustomValidity("");
    written.set(id, value);
  }
  follow(url.href);
}

// The file goes to the server packed, in an address, as every change does; what came of it is the reader's own deck.
async function openFile(field) {
  const [file] = field.files;
  if (!file) return;
  field.value = ""; // the same one may be chosen again when it has been mended
  const { opens, longest, tooLarge } = field.dataset;
  const url = new URL(opens, location.href);
  const deck = new URLSearchParams(location.search).get("deck");
  if (deck) url.searchParams.set("deck", deck);
  url.searchParams.set("file", await packed(file));
  if (sectionsOf(url.href).length > longest) url.searchParams.delete("deck");
  if (sectionsOf(url.href).length > longest) return tellOfDeck(tooLarge);
  follow(url.href);
}

async function packed(file) {
  const stream = file.stream().pipeThrough(new CompressionStream("deflate"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  return btoa(bytes.reduce((said, byte) => said + String.fromCharCode(byte), "")).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

// How many letters must go for an address to be so much shorter.
function tooMany(value, over) {
  const letters = [...value];
  let kept = letters.length;
  while (over > 0 && kept) over -= new URLSearchParams({ "": letters[--kept] }).toString().length - 1;
  return letters.length - kept;
}

// What has no room stays in its field, and what to do is told there, too: the deck's own words are far above.
function refuse(id, value, says) {
  const field = document.getElementById(id);
  refused.set(id, { value, says });
  tellOfDeck(says);
  field.value = value;
  field.setCustomValidity(says);
  field.reportValidity();
}

// Until it has been shortened nothing is done that would lose it.
function remind() {
  const [[id, { value, says }]] = refused;
  refuse(id, value, says);
}

function tellOfDeck(says) {
  const place = document.getElementById("deck-said") ?? document.getElementById("deck-file-said");
  if (place && says) place.textContent = says;
}

// The address says what to do with the deck, and will say what came of it.
const editing = () => ["add", "edit", "file"].some((each) => new URLSearchParams(location.search).has(each));

// What is done with the deck waits for the change that the reader made just before.
function hold(event) {
  const link = event.target.closest?.(".vk-deck a");
  if (!link || !(editing() || refused.size)) return false;
  event.preventDefault();
  if (refused.size) remind();
  else held = link;
  return true;
}

// The server has answered a change.
function edited({ said, then }) {
  tellOfDeck(said);
  for (const [id, { value }] of refused) {
    const field = document.getElementById(id);
    if (field) field.value = value;
    else refused.delete(id); // another page
  }
  if (written.has(then)) refuse(then, written.get(then), said);
  else if (then) document.getElementById(then)?.focus();
  written.clear();
  if (!refused.size) held?.click();
  held = undefined;
}

// Only the browser knows the reader's own deck. Whoever asks for none in particular has that.
function offerOwnDeck(root) {
  const own = ownDeck();
  const url = new URL(location.href);
  for (const item of root.querySelectorAll("[data-own-deck]")) {
    const asked = url.searchParams.get("deck");
    url.search = "";
    url.searchParams.set("deck", own);
    item.hidden = !own || own === asked;
    item.querySelector("a").href = carried(url.href);
    item.closest("section").hidden = item.hidden && item.parentElement.children.length === 1;
    if (!own || asked || editing()) continue;
    history.replaceState(history.state, "", carried(url.href));
    answer();
  }
}
