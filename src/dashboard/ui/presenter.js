// Shows the slides of a deck one at a time. All of them are here from the start, so no step waits for the server.
// A window with `notes=1` is for whoever speaks; the windows of one deck follow each other.

const KEYS = {
  ArrowRight: "next", ArrowDown: "next", PageDown: "next", " ": "next", Enter: "next",
  ArrowLeft: "previous", ArrowUp: "previous", PageUp: "previous", Backspace: "previous",
  Home: "first", End: "last",
  f: "full", n: "notes", s: "window", b: "blank", ".": "blank", Escape: "leave",
};
const ACTS = {
  next: (shown) => shown.go(shown.place + 1),
  previous: (shown) => shown.go(shown.place - 1),
  first: (shown) => shown.go(0),
  last: (shown) => shown.go(shown.slides.length - 1),
  blank: (shown) => shown.go(shown.place, !shown.root.hasAttribute("data-dark")),
  notes: (shown) => shown.toggleNotes(),
  window: (shown) => window.open(address({ slide: shown.place + 1, notes: 1 }), "visionskollen-notes", "popup"),
  full: () => toggleFullScreen(),
  leave: (shown) => shown.leave(),
};
const SIZES = [1, 0.85, 0.7];
const SMALLEST = 0.6;
const SWIPE_PX = 50;
const EDGE = 0.15;
const REST_MS = 3500;

function follow(href) {
  history.pushState({}, "", href);
  dispatchEvent(new PopStateEvent("popstate", { state: {} }));
}

function address(changes) {
  const url = new URL(location.href);
  Object.entries(changes).forEach(([name, value]) => url.searchParams.set(name, value));
  return url;
}

function minutes(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function toggleFullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}

// A table shows the rows that there is room for, in the largest type in which all of them fit, or no row is
// larger than needs be. Columns fit whatever it takes: at last by breaking words.
function fit(slide) {
  const stage = slide.querySelector(".vk-slide-stage");
  const more = slide.querySelector("[data-more]");
  if (!more || !stage.clientHeight) return;
  const scroll = stage.querySelector(".vk-scroll");
  const rows = [...stage.querySelectorAll("tbody tr")];
  rows.forEach((row) => (row.hidden = false));
  more.textContent = "";
  const tooWide = () => scroll.scrollWidth > scroll.clientWidth;
  const tooHigh = () => stage.scrollHeight > stage.clientHeight;
  const setSize = (size) => stage.style.setProperty("--table", size);
  stage.removeAttribute("data-broken");
  SIZES.some((size) => (setSize(size), !tooWide() && !tooHigh()));
  if (tooWide()) setSize(SMALLEST);
  stage.toggleAttribute("data-broken", tooWide());
  for (let hidden = 1; tooHigh() && hidden < rows.length; hidden += 1) {
    rows[rows.length - hidden].hidden = true;
    more.textContent = more.dataset.more.replace("{n}", hidden);
  }
}

class Presenter {
  constructor(root, channel, signal) {
    this.root = root;
    this.slides = [...root.querySelectorAll(".vk-slide")];
    this.speaks = new URLSearchParams(location.search).get("notes") === "1";
    this.started = Date.now();
    this.others = new BroadcastChannel(`visionskollen ${channel}`);
    this.others.onmessage = ({ data }) => this.follow(data);
    root.toggleAttribute("data-speaks", this.speaks);
    root.focus();
    const asked = parseInt(new URLSearchParams(location.search).get("slide"), 10) || 1;
    this.show(asked - 1);
    const listen = (target, name, act) => target.addEventListener(name, act, { signal });
    listen(document, "keydown", (event) => this.press(event));
    listen(root, "click", (event) => this.click(event));
    listen(root, "pointerdown", (event) => (this.touched = event));
    listen(root, "pointerup", (event) => this.lift(event));
    listen(document, "pointermove", () => this.wake());
    listen(window, "resize", () => this.seen().forEach(fit));
    this.ticking = setInterval(() => this.tick(), 1000);
    signal.addEventListener("abort", () => {
      clearInterval(this.ticking);
      this.others.close();
      if (document.fullscreenElement) document.exitFullscreen();
    });
    document.fonts.ready.then(() => this.seen().forEach(fit));
    this.tick();
    this.wake();
  }

  seen() {
    return this.slides.filter((slide) => slide.matches("[data-current], [data-next]"));
  }

  show(place) {
    this.place = Math.min(Math.max(place, 0), this.slides.length - 1);
    this.slides.forEach((slide, each) => {
      slide.toggleAttribute("data-current", each === this.place);
      slide.toggleAttribute("data-next", this.speaks && each === this.place + 1);
    });
    const current = this.slides[this.place];
    this.root.querySelector("[data-number]").textContent = current.querySelector(".vk-slide-number").textContent;
    const upcoming = this.root.querySelector("[data-upcoming]");
    upcoming.textContent = this.place + 1 < this.slides.length ? upcoming.dataset.upcoming : upcoming.dataset.last;
    this.say(current.ariaLabel);
    this.seen().forEach(fit);
    history.replaceState(history.state, "", address({ slide: this.place + 1 }));
  }

  say(words) {
    this.root.querySelector("[data-said]").textContent = words;
  }

  blank(dark) {
    this.root.toggleAttribute("data-dark", dark);
    this.pressed("blank", dark);
    this.say(dark ? this.root.querySelector("[data-blanked]").dataset.blanked : this.slides[this.place].ariaLabel);
  }

  pressed(name, is) {
    this.root.querySelector(`[data-do=${name}]`).setAttribute("aria-pressed", is);
  }

  follow({ place, dark }) {
    if (place !== this.place) this.show(place);
    if (dark !== this.root.hasAttribute("data-dark")) this.blank(dark);
  }

  // Steps that the other windows take, too.
  go(place, dark = false) {
    this.follow({ place: Math.min(Math.max(place, 0), this.slides.length - 1), dark });
    this.others.postMessage({ place: this.place, dark });
  }

  act(name) {
    ACTS[name](this);
  }

  toggleNotes() {
    this.pressed("notes", this.root.toggleAttribute("data-noted"));
    this.seen().forEach(fit);
  }

  leave() {
    if (this.speaks && window.opener) window.close();
    else follow(this.root.querySelector("[data-do=leave]").href);
  }

  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const button = event.target.closest("button, a");
    if (button && (event.key === " " || event.key === "Enter")) return;
    const said = event.key.length === 1 && event.key !== " "; // a letter that speech input may have heard elsewhere
    if (said && !this.root.contains(document.activeElement)) return;
    const name = KEYS[event.key] ?? KEYS[event.key.toLowerCase()];
    if (!name) return;
    event.preventDefault();
    event.stopPropagation(); // Streamlit has keys of its own
    this.act(name);
  }

  click(event) {
    const control = event.target.closest("[data-do]");
    if (control) {
      event.preventDefault();
      this.act(control.dataset.do);
    } else if (!event.target.closest("a, button")) {
      const share = event.clientX / innerWidth;
      if (share > 1 - EDGE) this.act("next");
      if (share < EDGE) this.act("previous");
    }
  }

  lift(event) {
    if (!this.touched || event.pointerType === "mouse") return;
    const [across, down] = [event.clientX - this.touched.clientX, event.clientY - this.touched.clientY];
    if (Math.abs(across) > SWIPE_PX && Math.abs(across) > Math.abs(down)) this.act(across < 0 ? "next" : "previous");
  }

  // The controls fade while nobody moves.
  wake() {
    clearTimeout(this.resting);
    this.root.removeAttribute("data-resting");
    this.resting = setTimeout(() => this.root.setAttribute("data-resting", ""), REST_MS);
  }

  tick() {
    const now = new Date();
    const form = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
    const clock = now.toLocaleTimeString(document.documentElement.lang, form);
    this.root.querySelector("[data-clock]").textContent = clock;
    this.root.querySelector("[data-elapsed]").textContent = minutes(now - this.started);
  }
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".vk-presenter");
  document.documentElement.lang = data.lang;
  if (root.dataset.html === data.html) return root.stop;
  root.stop?.();
  root.innerHTML = data.html;
  root.dataset.html = data.html;
  root.ariaLabel = data.title;
  const running = new AbortController();
  root.stop = () => running.abort();
  new Presenter(root, data.channel, running.signal);
  return root.stop;
}
