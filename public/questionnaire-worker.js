/**
 * Keeps the questionnaire pages that were opened, with the files they need, so that they open again while the app does
 * not answer. Each build has copies of its own; the answers themselves are kept by the page.
 */
const COPIES = `questionnaire ${new URL(location.href).searchParams.get("build")}`;
const QUESTIONNAIRE = /^\/[^/]+\/assessments\/[^/]+\/(questions\/[^/]+|suitability)$/;
const FILE = /^\/_next\/static\//;
const NO_ANSWER = `<!doctype html><html lang="en-US"><meta name="viewport" content="width=device-width">
<title>No answer: Scaling Readiness</title><h1>Scaling Readiness does not answer</h1>
<p>Answers that are not sent yet are kept on this device and sent once it answers again.</p>
<p><a href="">Try again</a></p>`;

addEventListener("install", (event) => event.waitUntil(skipWaiting()));

addEventListener("activate", (event) =>
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name !== COPIES) await caches.delete(name);
      await clients.claim();
    })(),
  ),
);

addEventListener("message", (event) => event.waitUntil(keep(event.data.addresses)));

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(event, pathname));
  else if (FILE.test(pathname)) event.respondWith(file(request, pathname));
});

async function keep(addresses) {
  const copies = await caches.open(COPIES);
  for (const address of addresses) {
    if (!QUESTIONNAIRE.test(address) && !FILE.test(address)) continue;
    if (!(await copies.match(address))) await copies.add(address);
  }
}

/** The page as it is now; its copy only while there is no answer. */
async function page(event, pathname) {
  const copies = await caches.open(COPIES);
  try {
    const response = await fetch(event.request);
    if (response.status === 200 && !response.redirected && QUESTIONNAIRE.test(pathname)) {
      event.waitUntil(copies.put(pathname, response.clone()));
    }
    return response;
  } catch {
    const headers = { "Content-Type": "text/html; charset=utf-8" };
    return (await copies.match(pathname)) ?? new Response(NO_ANSWER, { status: 503, headers });
  }
}

/** The name of a file says what is in it, so a copy is as good. */
async function file(request, pathname) {
  const copies = await caches.open(COPIES);
  return (await copies.match(pathname)) ?? fetch(request);
}
