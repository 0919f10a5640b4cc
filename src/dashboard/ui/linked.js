// Shows HTML made by the server and follows its links without loading the page anew.
// Open tables and the focus survive a redraw.
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".vk");
  document.documentElement.lang = data.lang;
  if (root.dataset.html !== data.html) {
    const open = [...root.querySelectorAll("details[open][id]")].map((details) => details.id);
    const focused = root.contains(document.activeElement) ? document.activeElement.id : "";
    root.innerHTML = data.html;
    root.dataset.html = data.html;
    open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
    if (focused) document.getElementById(focused)?.focus();
  }
  root.onclick = (event) => {
    const link = event.target.closest("a[href]");
    const elsewhere = !link || link.target || link.hasAttribute("download") || link.origin !== location.origin;
    if (elsewhere || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.getAttribute("href").startsWith("#")) return;
    event.preventDefault();
    setTriggerValue("go", link.pathname.split("/").pop() + link.search);
  };
}
