// Redraws a piece in place: what stays the same is left alone, so that nothing flickers, a click that has begun is
// not lost, and focus, scroll and what is being typed stay. What readers open and close is theirs.
const TYPED = "input[type=search], input[type=text], input[type=range], textarea";

function element(name, properties, ...content) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...content);
  return made;
}

function parsed(html) {
  return element("template", { innerHTML: html }).content;
}

function redraw(root, wanted) {
  if (root.childNodes.length) matchChildren(root, wanted);
  else root.append(...wanted.childNodes);
  narrowAll(root);
}

// A child with a name is found wherever it stands, so that what comes or goes before it leaves it alone.
function matchChildren(node, wanted) {
  const named = new Set([...wanted.children].map((each) => each.id).filter(Boolean));
  let next = node.firstChild;
  for (const each of [...wanted.childNodes]) {
    const same = each.id && following(next, each.id);
    while (same && next !== same) next = drop(next);
    if (next?.nodeName === each.nodeName && next.id === each.id) {
      match(next, each);
      next = next.nextSibling;
    } else {
      node.insertBefore(each, next);
      if (next && !each.id && !named.has(next.id)) next = drop(next);
    }
  }
  while (next) next = drop(next);
}

function following(node, id) {
  while (node && node.id !== id) node = node.nextSibling;
  return node;
}

function drop(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}

function match(node, wanted) {
  if (node.nodeType !== Node.ELEMENT_NODE) {
    if (node.data !== wanted.data) node.data = wanted.data;
    return;
  }
  matchAttributes(node, wanted);
  if (!node.matches(".vk-taken, .vk-copied")) matchChildren(node, wanted); // what is under way or done is told there
  fill(node, wanted);
}

function matchAttributes(node, wanted) {
  const mine = (name) => name === "open" && node.nodeName === "DETAILS";
  for (const { name } of [...node.attributes]) if (!wanted.hasAttribute(name) && !mine(name)) node.removeAttribute(name);
  for (const { name, value } of wanted.attributes) {
    if (node.getAttribute(name) !== value && !mine(name)) node.setAttribute(name, value);
  }
}

// What a field holds is not what its attributes say once it has been used.
function fill(node, wanted) {
  if (node.matches("[type=checkbox], [type=radio]")) node.checked = wanted.checked;
  else if (node.matches("textarea") && !typing(node)) node.value = node.defaultValue; // what it says has moved in
  else if (node.matches("input, select") && !typing(node)) node.value = wanted.value;
}

function typing(field) {
  return field.matches("[data-narrows], [data-kept]") || (field.matches(TYPED) && field === document.activeElement);
}
