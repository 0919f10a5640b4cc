// Shows the slides of a deck one at a time. The one that is asked for stands in the document; the others are fetched at
// once, so that from then on no step waits for the server, and none needs it.
// A window with `notes=1` is for whoever speaks; the windows of one deck follow each other.

const KEYS = {
  ArrowRight: "next", ArrowDown: "next", PageDown: "next", " ": "next", Enter: "next",
  ArrowLeft: "previous", ArrowUp: "previous", PageUp: "previous", Backspace: "previous",
  Home: "first", End: "last",
  f: "full", n: "notes", s: "window", b: "blank", ".": "blank", q: "code", Escape: "back",
};
const ACTS = {
  next: (shown) => shown.go(shown.place + 1),
  previous: (shown) => shown.go(shown.place - 1),
  first: (shown) => shown.go(0),
  last: (shown) => shown.go(shown.count - 1),
  blank: (shown) => shown.cover("dark"),
  code: (shown) => shown.cover("code"),
  back: (shown) => (shown.over ? shown.go(shown.place) : shown.leave()),
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
const RETRY_MS = 2000;

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

// A screen that nobody touches for a while stays lit.
function stayAwake() {
  if (!document.hidden) navigator.wakeLock?.request("screen").catch(() => {});
}

// The same slides as the server draws them for a click: all of them.
async function fetchSlides() {
  const [, folder, page] = /^(.*\/)([^/]*)$/.exec(location.pathname);
  for (;;) {
    const answer = await fetch(`${folder}sections/${page}${location.search}`).catch(() => null);
    if (answer?.ok) return new DOMParser().parseFromString(await answer.text(), "text/html").querySelectorAll(".vk-slide");
    await new Promise((resume) => setTimeout(resume, RETRY_MS));
  }
}

// The way to the slide's view, for whoever cannot follow a code.
function living(slide) {
  const { href, label } = slide.querySelector(".vk-slide-qr").dataset;
  return Object.assign(document.createElement("a"), { href, target: "_blank", rel: "noopener", textContent: label });
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
  constructor(root) {
    this.root = root;
    this.count = Number(root.dataset.count);
    this.slides = []; // by place; one that has not come yet is missing
    this.over = ""; // what covers the slide
    this.typed = ""; // digits of a slide's number
    this.speaks = root.hasAttribute("data-speaks");
    this.started = history.state?.started ?? Date.now(); // a page that is reloaded goes on counting
    this.others = new BroadcastChannel(`visionskollen ${root.dataset.channel}`);
    this.others.onmessage = ({ data }) => this.follow(data);
    this.take(root.querySelectorAll(".vk-slide"));
    root.focus();
    this.show(this.slides.findIndex((slide) => slide?.hasAttribute("data-current")));
    this.listen();
    setInterval(() => this.tick(), 1000);
    document.fonts.ready.then(() => this.fit());
    fetchSlides().then((slides) => this.take(slides));
    this.tick();
    this.wake();
    stayAwake();
  }

  listen() {
    addEventListener("keydown", (event) => this.press(event));
    this.root.addEventListener("click", (event) => this.click(event));
    this.root.addEventListener("pointerdown", (event) => this.touch(event));
    this.root.addEventListener("pointerup", (event) => this.lift(event));
    ["pointermove", "pointerdown", "focusin"].forEach((name) => addEventListener(name, () => this.wake()));
    addEventListener("resize", () => this.fit());
    addEventListener("visibilitychange", stayAwake);
  }

  // Those that are here already stay as they are.
  take(slides) {
    const end = this.root.querySelector(".vk-presenter-controls");
    slides.forEach((slide) => {
      const place = Number(slide.dataset.number) - 1;
      this.slides[place] ??= slide;
    });
    this.slides.forEach((slide) => this.root.insertBefore(slide, end));
    if (this.place !== undefined) this.show(this.place);
  }

  fit() {
    this.slides.filter((slide) => slide.matches("[data-current], [data-next]")).forEach(fit);
  }

  show(place) {
    const moved = place !== this.place;
    this.place = Math.min(Math.max(place, 0), this.count - 1);
    this.slides.forEach((slide, each) => {
      slide.toggleAttribute("data-current", each === this.place);
      slide.toggleAttribute("data-next", this.speaks && each === this.place + 1);
    });
    const number = `${this.place + 1} / ${this.count}`;
    this.root.querySelector("[data-number]").textContent = number;
    const upcoming = this.root.querySelector("[data-upcoming]");
    upcoming.textContent = this.place + 1 < this.count ? upcoming.dataset.upcoming : upcoming.dataset.last;
    this.say(this.slides[this.place]?.ariaLabel ?? number);
    this.fit();
    if (moved) history.replaceState({ started: this.started }, "", address({ slide: this.place + 1 }));
  }

  say(words) {
    this.root.querySelector("[data-said]").textContent = words;
  }

  // What covers the slide: nothing, the dark, or the code that leads to the living view.
  coverWith(over) {
    const slide = this.slides[this.place];
    this.over = over === "code" && !slide?.querySelector(".vk-slide-qr svg") ? "" : over;
    this.root.dataset.over = this.over;
    const code = this.root.querySelector(".vk-presenter-code");
    code.replaceChildren(...(this.over === "code" ? [slide.querySelector(".vk-slide-qr svg").cloneNode(true), living(slide)] : []));
    for (const [name, is] of [["blank", "dark"], ["code", "code"]]) this.pressed(name, this.over === is);
    this.say(this.over === "dark" ? this.root.querySelector("[data-blanked]").dataset.blanked : slide?.ariaLabel ?? "");
  }

  cover(over) {
    this.go(this.place, this.over === over ? "" : over);
  }

  pressed(name, is) {
    this.root.querySelector(`.vk-presenter-controls [data-do=${name}]`).setAttribute("aria-pressed", is);
  }

  follow({ place, over }) {
    if (place !== this.place) this.show(place);
    if (over !== this.over) this.coverWith(over);
  }

  // Steps that the other windows take, too.
  go(place, over = "") {
    this.follow({ place: Math.min(Math.max(place, 0), this.count - 1), over });
    this.others.postMessage({ place: this.place, over: this.over });
  }

  act(name) {
    ACTS[name](this);
  }

  toggleNotes() {
    this.pressed("notes", this.root.toggleAttribute("data-noted"));
    this.fit();
  }

  // Back to the deck as it was left, if that is where this began.
  leave() {
    const { href } = this.root.querySelector("[data-do=leave]");
    if (this.speaks && window.opener) window.close();
    else if (document.referrer === href) history.back();
    else location.replace(href);
  }

  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const button = event.target.closest("button, a");
    if (button && (event.key === " " || event.key === "Enter")) return;
    const said = event.key.length === 1 && event.key !== " "; // a letter that speech input may have heard elsewhere
    if (said && !this.root.contains(document.activeElement)) return;
    if (this.type(event.key)) return;
    const name = KEYS[event.key] ?? KEYS[event.key.toLowerCase()];
    if (!name) return;
    event.preventDefault();
    this.act(name);
  }

  // A number and Enter lead to that slide.
  type(key) {
    const number = this.typed;
    this.typed = /^\d$/.test(key) ? number + key : "";
    if (key === "Enter" && number) this.go(Number(number) - 1);
    return this.typed || (key === "Enter" && number);
  }

  touch(event) {
    this.touched = event;
    this.slept = this.root.hasAttribute("data-resting");
  }

  // A finger that wakes the controls has not seen them, and means the slide.
  click(event) {
    const control = event.target.closest("[data-do]");
    if (control && !(this.slept && event.detail && control.closest(".vk-presenter-controls"))) {
      event.preventDefault();
      this.act(control.dataset.do);
    } else if (!event.target.closest("a")) {
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

new Presenter(document.querySelector(".vk-presenter"));
