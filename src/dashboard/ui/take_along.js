// Files to take along: asked for, waited for and fetched while the page stays as it is.
// What is under way outlives a redraw of the page: its line is kept here, and put back where its links are.
const FIRST_PAUSE_MS = 300;
const LONGEST_PAUSE_MS = 1000;

const taken = new Map(); // the link's address -> its line, and whether there is more to come

// Whoever else answers on the way, a proxy or a page to sign in on, answers with a page of its own.
async function ask(address, options, { unreachable, long }) {
  const answer = await fetch(address, options).catch(() => {
    throw new Error(unreachable);
  });
  const kind = answer.headers.get("content-type") ?? "";
  if (answer.ok && kind.startsWith("application/json")) return [await answer.json(), answer.url];
  if (answer.status === 414) throw new Error(long);
  throw new Error(!answer.ok && kind.startsWith("text/plain") ? await answer.text() : unreachable);
}

// Tells how far it is until the file is there; then gives its address and what is to be said of it.
async function make(href, words, tell) {
  const [job, asked] = await ask(href, { method: "POST" }, words);
  const address = new URL(job.address, asked);
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS)) {
    await new Promise((resume) => setTimeout(resume, pause));
    const [standing, at] = await ask(address, {}, words);
    if (standing.state === "failed") throw new Error(standing.says);
    if (standing.state === "done") return [new URL(standing.file, at).href, standing.says];
    tell(standing);
  }
}

async function takeAlong(link) {
  const { href } = link;
  if (taken.get(href)?.running) return;
  const { take: group, starting, again, ...words } = link.closest("[data-take]").dataset;
  const says = element("span", { textContent: starting });
  const bar = element("progress");
  const line = element("p", { tabIndex: -1 }, element("label", {}, says, " ", bar));
  taken.get(href)?.line.remove();
  taken.set(href, { group, line, running: true });
  showTaken(document);
  if (!link.isConnected) line.focus(); // it stood in the line before
  try {
    const [file, ready] = await make(href, words, (standing) => {
      if (says.textContent !== standing.says) says.textContent = standing.says;
      if (standing.total) Object.assign(bar, { max: standing.total, value: standing.done });
    });
    const fetched = element("a", { href: file, download: "", textContent: ready });
    line.replaceChildren(fetched);
    fetched.click();
  } catch (problem) {
    const retry = element("a", { href, textContent: again });
    retry.dataset.export = "";
    line.replaceChildren(`${problem.message} `, retry);
  }
  taken.get(href).running = false;
}

function tellerOf(group) {
  return (first() ?? document).querySelector(`[data-take="${CSS.escape(group)}"]`) ? group : "page";
}

// What has ended goes with the link that it came of. Where its chart is not, the page tells of what is under way.
function showTaken(root) {
  for (const part of root.querySelectorAll("[data-take]")) {
    if (first() && !first().contains(part)) continue; // nobody sees it yet
    const hrefs = [...part.querySelectorAll("a[data-export]")].map((link) => link.href);
    const place = part.querySelector(".vk-taken");
    for (const [href, { group, line, running }] of taken) {
      if (tellerOf(group) !== part.dataset.take) continue;
      if (!running && !hrefs.includes(href)) {
        line.remove();
        taken.delete(href);
      } else if (line.parentElement !== place) place.append(line);
    }
  }
}
