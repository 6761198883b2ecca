// Keeps one page, the list that it reads and its files while the network is down: the page of a door, a sheet of
// attendance. Whatever the network still answers comes first; and where the server says that this person may not see
// the page, nothing is kept.
const KEPT = `page ${self.registration.scope}`;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

async function fresh(request) {
  const cache = await caches.open(KEPT);
  // The page is the same whatever stands in its query.
  const name = request.mode === "navigate" ? self.registration.scope : request.url;
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) await cache.put(name, answer.clone());
    else if ([401, 403, 404].includes(answer.status)) await caches.delete(KEPT);
    return answer;
  } catch (problem) {
    const kept = await cache.match(name, { ignoreVary: true });
    if (kept) return kept;
    throw problem;
  }
}

// The name of a file changes with its content.
async function kept(request) {
  const cache = await caches.open(KEPT);
  const found = await cache.match(request.url, { ignoreVary: true });
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request.url, answer.clone());
  return answer;
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  if (address.pathname.startsWith("/assets/")) event.respondWith(kept(request));
  else if (request.url.split("?")[0] === self.registration.scope) event.respondWith(fresh(request));
  else if (address.pathname.endsWith("/door.json")) event.respondWith(fresh(request));
});
