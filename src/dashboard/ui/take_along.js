// Files to take along: asked for, waited for and fetched while the page stays as it is.
// What is under way outlives a redraw of the page: its line is kept here, and put back where its links are.
const FIRST_PAUSE_MS = 300;
const LONGEST_PAUSE_MS = 1000;

const taken = new Map(); // the link's address -> its line, and whether there is more to come

function element(name, properties, ...content) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...content);
  return made;
}

async function ask(address, options, unreachable) {
  const answer = await fetch(address, options).catch(() => {
    throw new Error(unreachable);
  });
  if (!answer.ok) throw new Error(await answer.text());
  return [await answer.json(), answer.url];
}

// Tells how far it is until the file is there; then gives its address and what is to be said of it.
async function make(href, unreachable, tell) {
  const [job, asked] = await ask(href, { method: "POST" }, unreachable);
  const address = new URL(job.address, asked);
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS)) {
    await new Promise((resume) => setTimeout(resume, pause));
    const [standing, at] = await ask(address, {}, unreachable);
    if (standing.state === "failed") throw new Error(standing.says);
    if (standing.state === "done") return [new URL(standing.file, at).href, standing.says];
    tell(standing);
  }
}

async function takeAlong(link) {
  const { href } = link;
  if (taken.get(href)?.running) return;
  const { take: group, starting, again, unreachable } = link.closest("[data-take]").dataset;
  const says = element("span", { textContent: starting });
  const bar = element("progress");
  const line = element("p", { tabIndex: -1 }, element("label", {}, says, " ", bar));
  taken.get(href)?.line.remove();
  taken.set(href, { group, line, running: true });
  showTaken(document);
  if (!link.isConnected) line.focus(); // it stood in the line before
  try {
    const [file, ready] = await make(href, unreachable, (standing) => {
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

// What has ended goes with the link that it came of.
function showTaken(root) {
  for (const part of root.querySelectorAll("[data-take]")) {
    const hrefs = [...part.querySelectorAll("a[data-export]")].map((link) => link.href);
    for (const [href, { group, line, running }] of taken) {
      if (group !== part.dataset.take) continue;
      if (running || hrefs.includes(href)) part.querySelector(".vk-taken").append(line);
      else taken.delete(href);
    }
  }
}
