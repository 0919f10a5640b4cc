// The pieces that a page consists of: where they stand, how they are drawn anew, and where the focus is in them.
const REACHABLE = "a[href], button, input, select, textarea, summary";

const mounted = new Map(); // the key of a piece -> where it stands in Streamlit's page, what that says of it, and how it asks

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

// The piece that has the focus, and where in it.
function placed() {
  const found = [...seen()].find(([, root]) => root.contains(document.activeElement));
  return found && { key: found[0], spot: spot(found[1]) };
}

function move(focused, rootOf) {
  const root = focused && rootOf(focused.key);
  if (root) refocus(root, focused.spot);
}
