// A sheet of attendance: every choice is noted on the device at once, and told to the server when it can be reached.
const sheet = document.getElementById("attendance");
const { told: toldAddress, worker, scope } = sheet?.dataset ?? {};
const words = JSON.parse(sheet?.dataset.words ?? "{}");
const state = sheet?.querySelector("[data-part=state]");
const key = `noted ${scope}`;
const queue = {
  read: () => JSON.parse(localStorage.getItem(key) ?? "[]"),
  write: (value) => localStorage.setItem(key, JSON.stringify(value)),
};
/** Marks in one request; the server takes no more than some thousands. */
const BATCH = 500;

let reachable = true;
let problem = "";

function show() {
  const kept = queue.read().length;
  const sentences = [words.kept[Math.min(kept, 2)].replace("{count}", kept)];
  if (!reachable) sentences.push(words.offline);
  if (problem) sentences.push(problem);
  const text = sentences.join(" ");
  state.hidden = false;
  if (state.textContent !== text) state.textContent = text;
}

const halfDay = (form) => form.elements.half_day.value;
const registration = (select) => select.name.slice("mark-".length);

function note(form, selects) {
  const noted = new Date().toISOString();
  const marks = selects
    .filter((select) => select.value)
    .map((select) => ({
      nonce: crypto.randomUUID(),
      registration: registration(select),
      half_day: halfDay(form),
      attendance: select.value,
      noted,
    }));
  queue.write([...queue.read(), ...marks]);
  show();
  tell();
}

let telling = false;
/** Tells the server what is kept; what it took is kept no longer. */
async function tell() {
  if (telling) return;
  telling = true;
  try {
    for (let marks = queue.read().slice(0, BATCH); marks.length > 0; marks = queue.read().slice(0, BATCH)) {
      const answered = await fetch(toldAddress, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: JSON.stringify({ sent: new Date().toISOString(), marks }),
      });
      reachable = answered.status < 500;
      if (!answered.ok) {
        problem = answered.status === 401 ? words.signedOut : answered.status < 500 ? words.failed : "";
        return;
      }
      problem = "";
      const taken = new Set((await answered.json()).taken);
      queue.write(queue.read().filter((mark) => !taken.has(mark.nonce)));
      if (taken.size === 0) return;
    }
    reachable = navigator.onLine;
  } catch {
    reachable = false;
  } finally {
    telling = false;
    show();
  }
}

/** What is kept here stands in the sheet, also when the page was loaded again without the network. */
function fill() {
  for (const form of sheet.querySelectorAll("form.form")) {
    for (const mark of queue.read().filter((mark) => mark.half_day === halfDay(form))) {
      const select = form.elements[`mark-${mark.registration}`];
      if (select) select.value = mark.attendance;
    }
  }
}

/** The page and its files are kept before the network is needed again. */
async function keep() {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register(worker, { scope });
  await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller) {
    await new Promise((taken) => navigator.serviceWorker.addEventListener("controllerchange", taken, { once: true }));
  }
  const files = performance.getEntriesByType("resource").map((file) => file.name);
  await Promise.all(files.filter((file) => new URL(file).pathname.startsWith("/assets/")).map((file) => fetch(file)));
  const cache = await caches.open(`page ${new URL(scope, location.href)}`);
  const page = await fetch(scope, { headers: { accept: "text/html" } });
  if (page.ok) await cache.put(new URL(scope, location.href).href, page);
  sheet.dataset.kept = "true";
}

// A browser that cannot note by itself keeps the plain forms.
if (sheet && window.crypto?.randomUUID) {
  for (const form of sheet.querySelectorAll("form.form")) {
    const selects = [...form.querySelectorAll("select")];
    for (const select of selects) select.addEventListener("change", () => note(form, [select]));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      tell();
    });
    // "Everybody is there" stands above the form of its half-day.
    const all = form.parentElement.querySelector("form.post-button");
    all?.addEventListener("submit", (event) => {
      event.preventDefault();
      for (const select of selects) select.value = "present";
      note(form, selects);
    });
  }
  window.addEventListener("online", tell);
  window.addEventListener("offline", () => {
    reachable = false;
    show();
  });
  setInterval(() => queue.read().length > 0 && tell(), 5000);
  fill();
  show();
  await tell();
  keep().catch(() => {});
}
