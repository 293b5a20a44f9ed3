/**
 * Keeps the questionnaire pages that were opened, with the files they need, so that they open again while the app does
 * not answer. The answers themselves are kept by the page. Nothing here differs between builds, and a changed worker
 * waits for the pages of the one before: a browser may hang on opening a page while its worker is being replaced.
 */
const QUESTIONNAIRE = /^\/[^/]+\/assessments\/[^/]+\/(questions\/[^/]+|suitability)$/;
const FILE = /^\/_next\/static\//;
/** The app says 404; what stands before it may know that a page will not come back. */
const GONE = [404, 410];
const NO_ANSWER = `<!doctype html><html lang="en-US"><meta name="viewport" content="width=device-width">
<title>No answer: Scaling Readiness</title><h1>Scaling Readiness does not answer</h1>
<p>Answers that are not sent yet are kept on this device and sent once it answers again.</p>
<p><a href="">Try again</a></p>`;

addEventListener("message", (event) => event.waitUntil(keep(event.data)));

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request, pathname));
  else if (FILE.test(pathname)) event.respondWith(file(request, pathname));
});

/** Pages that have come and have not yet said of which build they are. */
const arrived = new Map();

/** A page and its files fit together only within a build, so the copies of one take the place of all others. */
async function keep({ build, addresses }) {
  const copies = await alone(() => onlyCopiesOf(build));
  for (const address of addresses) {
    if (!QUESTIONNAIRE.test(address) && !FILE.test(address)) continue;
    const response = arrived.get(address);
    arrived.delete(address);
    if (response) await copies.put(address, response);
    else if (!(await copies.match(address))) await copies.add(address);
  }
}

/** Not two at once, the pages of the app included: one would open again what the other has just deleted. */
const alone = (work) => navigator.locks.request("copies", work);

async function onlyCopiesOf(build) {
  const name = `questionnaire ${build}`;
  for (const other of await caches.keys()) if (other !== name) await caches.delete(other);
  return caches.open(name);
}

/** The page as it is now; its copy only while there is no answer. */
async function page(request, pathname) {
  try {
    const response = await fetch(request);
    if (response.status === 200 && !response.redirected && QUESTIONNAIRE.test(pathname)) {
      arrived.set(pathname, response.clone());
    }
    if (GONE.includes(response.status)) await alone(() => forget(pathname));
    return response;
  } catch {
    const headers = { "Content-Type": "text/html; charset=utf-8" };
    return (await caches.match(pathname)) ?? new Response(NO_ANSWER, { status: 503, headers });
  }
}

/** What is gone opens no more: neither this page nor another one of the same assessment. */
async function forget(pathname) {
  if (!QUESTIONNAIRE.test(pathname)) return;
  const assessment = pathname.split("/").slice(0, 4).join("/");
  for (const name of await caches.keys()) {
    const copies = await caches.open(name);
    for (const { url } of await copies.keys()) {
      if (new URL(url).pathname.startsWith(`${assessment}/`)) await copies.delete(url);
    }
  }
}

/** The name of a file says what is in it, so a copy is as good. */
async function file(request, pathname) {
  return (await caches.match(pathname)) ?? fetch(request);
}
