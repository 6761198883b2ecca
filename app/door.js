// The door: decides on the device, keeps what it noted, and tells the server when it can.
const door = document.getElementById("door");
const { list: listAddress, told: toldAddress, worker, scope } = door?.dataset ?? {};
const words = JSON.parse(door?.dataset.words ?? "{}");
const part = (name) => door.querySelector(`[data-part=${name}]`);
const form = door?.querySelector("form");
const input = form?.elements.code;
const doorName = () => form?.elements.door.value ?? "";

/** A sentence with its names filled in. */
const say = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

/** What is kept on this device under a name. */
function stored(name) {
  const key = `${name} ${scope}`;
  return {
    read: () => JSON.parse(localStorage.getItem(key) ?? "[]"),
    write: (value) => localStorage.setItem(key, JSON.stringify(value)),
  };
}
const queue = stored("noted");
const conflicts = stored("conflicts");
const name = stored("door");

const SIGNS = /^[0-9A-HJKMNP-TV-Z]{16}$/;
/** The code in what was scanned or typed; nothing where it cannot be one. */
function codeIn(typed) {
  const last = typed.trim().replace(/\/+$/, "").split("/").pop();
  const code = last.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  return SIGNS.test(code) ? code : null;
}

async function hash(code) {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(code));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

let known = new Map();
let reachable = true;
let problem = "";

async function learn() {
  const answer = await fetch(listAddress, { headers: { accept: "application/json" } });
  if (!answer.ok) return;
  const { entries } = await answer.json();
  known = new Map(entries.map((entry) => [entry.pass, entry]));
}

function show() {
  const kept = queue.read().length;
  const sentences = [say(words.kept[Math.min(kept, 2)], { count: kept })];
  if (!reachable) sentences.push(words.offline);
  if (problem) sentences.push(problem);
  const state = part("state");
  const text = sentences.join(" ");
  state.hidden = false;
  if (state.textContent !== text) state.textContent = text;
  const told = conflicts.read();
  part("conflicts").hidden = told.length === 0;
  const lines = told.map((line) => Object.assign(document.createElement("li"), { textContent: line.text }));
  part("conflicts").querySelector("ul").replaceChildren(...lines);
}

function answer(tone, ...sentences) {
  const box = part("answer");
  box.dataset.tone = tone;
  box.hidden = false;
  box.replaceChildren(...sentences.map((text) => Object.assign(document.createElement("p"), { textContent: text })));
}

/** What the door says at once, by what it knows and by what it noted itself. */
async function decide(typed) {
  const code = codeIn(typed);
  if (!code) return answer("critical", words.unreadable);
  const pass = await hash(code);
  const entry = known.get(pass);
  const noted = queue.read();
  const mine = noted.find((scan) => scan.pass === pass);
  const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  if (mine || entry?.since) {
    if (!entry) return answer("attention", words.unknown);
    return answer("attention", say(words.already, { name: entry.person, time: entry.since ?? mine.time, organization: entry.organization }));
  }
  try {
    queue.write([...noted, { nonce: crypto.randomUUID(), pass, at: new Date().toISOString(), time }]);
  } catch {
    return answer("critical", words.full);
  }
  if (entry) {
    const { person, organization, holder } = entry;
    const welcome = [say(words.welcome, { name: person, organization })];
    if (holder) welcome.push(say(words.proxy, { organization, holder }));
    answer("positive", ...welcome);
  } else {
    answer("attention", words.unknown);
  }
  show();
  tell();
}

let telling = false;
/** Tells the server what is kept; what it answered is kept no longer. */
async function tell() {
  if (telling) return;
  telling = true;
  try {
    for (let batch = queue.read().slice(0, 200); batch.length > 0; batch = queue.read().slice(0, 200)) {
      const scans = batch.map(({ nonce, pass, at }) => ({ nonce, pass, at }));
      const answered = await fetch(toldAddress, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: JSON.stringify({ door: doorName(), sent_at: new Date().toISOString(), scans }),
      });
      reachable = answered.status < 500;
      if (!answered.ok) {
        problem = answered.status === 401 ? words.signedOut : answered.status < 500 ? words.failed : "";
        return;
      }
      problem = "";
      const told = await answered.json();
      const settled = new Set(told.map((line) => line.nonce));
      conflicts.write([...told.filter((line) => line.conflict).map(({ nonce, text }) => ({ nonce, text })), ...conflicts.read()]);
      queue.write(queue.read().filter((scan) => !settled.has(scan.nonce)));
      if (settled.size === 0) return;
    }
    await learn();
    reachable = navigator.onLine;
  } catch {
    reachable = false;
  } finally {
    telling = false;
    show();
  }
}

function camera() {
  if (!("BarcodeDetector" in window && navigator.mediaDevices)) return;
  const button = part("camera");
  const video = part("video");
  button.hidden = false;
  button.addEventListener("click", async () => {
    if (video.srcObject) {
      for (const track of video.srcObject.getTracks()) track.stop();
      video.srcObject = null;
      video.hidden = true;
      return;
    }
    try {
      video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    } catch {
      button.hidden = true;
      return;
    }
    video.hidden = false;
    await video.play();
    const reader = new BarcodeDetector({ formats: ["qr_code"] });
    let last = "";
    const look = async () => {
      if (!video.srcObject) return;
      const [found] = await reader.detect(video).catch(() => []);
      if (found && found.rawValue !== last) {
        last = found.rawValue;
        await decide(last);
      }
      setTimeout(look, 250);
    };
    look();
  });
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
  const wanted = [listAddress, ...files.filter((file) => new URL(file).pathname.startsWith("/assets/"))];
  await Promise.all(wanted.map((address) => fetch(address)));
  const cache = await caches.open(`page ${new URL(scope, location.href)}`);
  const page = await fetch(scope, { headers: { accept: "text/html" } });
  if (page.ok) await cache.put(new URL(scope, location.href).href, page);
  door.dataset.kept = "true";
}

// A browser that cannot decide by itself keeps the plain form.
if (door && crypto.subtle) {
  part("seen").addEventListener("click", () => {
    conflicts.write([]);
    show();
    input?.focus();
  });
  window.addEventListener("online", tell);
  window.addEventListener("offline", () => {
    reachable = false;
    show();
  });
  setInterval(() => (queue.read().length > 0 || !reachable ? tell() : learn().catch(() => {})), 5000);
  // After the session there is no form, and what was kept is told all the same.
  if (form) {
    form.elements.door.value ||= name.read()[0] ?? "";
    form.elements.door.addEventListener("change", () => name.write([doorName()]));
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const typed = input.value;
      input.value = "";
      input.focus();
      await decide(typed);
    });
    input.focus();
    camera();
  }
  await learn().catch(() => (reachable = false));
  await tell();
  if (form) keep().catch(() => {});
}
