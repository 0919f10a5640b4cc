// The first view, drawn by the server: it covers Streamlit's page until that stands.
const first = () => document.getElementById("first-view");
const alone = () => "alone" in (first()?.dataset ?? {}); // in another page's frame no session follows

const unheard = new Map(); // the key of a piece -> what was asked for in it before Streamlit could hear

// Streamlit's page must not be reached meanwhile: it still says something else.
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
  catchUp();
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
