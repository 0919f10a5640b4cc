// Shows HTML made by the server and follows its links without loading the page anew.
// Open tables and the focus survive a redraw.

// Streamlit follows the browser's history, so a link is a step in it: back leads back, by one.
function follow(href) {
  history.pushState({}, "", href);
  dispatchEvent(new PopStateEvent("popstate", { state: {} }));
}

function draw(root, html) {
  const open = [...root.querySelectorAll("details[open][id]")].map((details) => details.id);
  const focused = root.contains(document.activeElement) ? document.activeElement.id : "";
  root.innerHTML = html;
  root.dataset.html = html;
  open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
  if (focused) document.getElementById(focused)?.focus();
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".vk");
  document.documentElement.lang = data.lang;
  if (root.dataset.html !== data.html) draw(root, data.html);
  if (data.go && root.dataset.went !== data.go.step) {
    root.dataset.went = data.go.step;
    follow(data.go.href);
  }
  root.onclick = (event) => {
    const link = event.target.closest("a[href]");
    const elsewhere = !link || link.target || link.hasAttribute("download") || link.origin !== location.origin;
    if (elsewhere || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.getAttribute("href").startsWith("#")) return;
    event.preventDefault();
    follow(link.href);
  };
}
