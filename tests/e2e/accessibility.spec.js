import { todaysAssembly } from './support/assembly.js';
import { violations } from './support/axe.js';
import { innerPages, memberPages, publicPages, routesOfPages, speak, visitPages } from './support/pages.js';
import { aurore, chair, director, signIn, voorzitter } from './support/people.js';
import { expect, test } from './support/test.js';

/** Pages that do more with a script of their own, without an island. */
const WITH_SCRIPT = ['/n/{network}/assemblies/{assembly}/door', '/n/{network}/trainings/sessions/{session}/attendance'];
const PHONE = { width: 360, height: 740 };
const LAPTOP = { width: 1280, height: 800 };

/** Light on one width and dark on the other, then the narrowest phone. */
async function look(page, route, address, language, problems) {
  const [first, second] = language === 'nl' ? [PHONE, LAPTOP] : [LAPTOP, PHONE];
  const note = (what) => problems.push(`${route} in ${language}: ${what}`);
  await page.setViewportSize(first);
  // Without the transitions, in the middle of which no colour is the right one.
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const scripts = [];
  const listen = (request) => request.resourceType() === 'script' && scripts.push(request.url());
  page.on('request', listen);
  const answer = await page.goto(address);
  page.off('request', listen);
  const expected = route === 'no such page' ? 404 : route === 'sign in first' ? 401 : 200;
  if (answer.status() !== expected) note(`status ${answer.status()}`);
  if ((await page.locator('html').getAttribute('lang')) !== language) note('another language');
  if ((await page.locator('h1').count()) !== 1) note('not exactly one h1');
  if (!(await page.title()).trim()) note('no title');
  const live = WITH_SCRIPT.includes(route.split('#')[0]) || (await page.locator('leptos-island').count()) > 0;
  if (live !== scripts.length > 0) note(`${scripts.length} scripts`);
  for (const violation of await violations(page)) note(`light, ${first.width} px: ${violation}`);
  await page.setViewportSize(second);
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const violation of await violations(page)) note(`dark, ${second.width} px: ${violation}`);
  await page.setViewportSize({ width: 320, height: 640 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wide > 0) note(`scrolls sideways by ${wide} px at 320 px`);
}

test('every page of the site is on the list of these tests', async ({ page, arrive }) => {
  const inner = await arrive();
  await signIn(inner, director);
  const member = await arrive();
  await signIn(member, aurore);
  const host = await arrive();
  await signIn(host, voorzitter);
  const listed = new Set(
    [await publicPages(page), await innerPages(inner), await memberPages(member), await visitPages(host)].flatMap(Object.keys),
  );
  expect(routesOfPages().filter((route) => !listed.has(route))).toEqual([]);
});

for (const language of ['fr', 'nl', 'en']) {
  test(`every page is accessible in ${language}, light and dark, on a phone and on a laptop`, async ({ page, arrive }) => {
    test.setTimeout(360_000);
    const problems = [];
    const open = await publicPages(page);
    await speak(page, language);
    for (const [route, address] of Object.entries(open)) await look(page, route, address, language, problems);
    for (const [someone, pagesOf] of [[director, innerPages], [aurore, memberPages], [voorzitter, visitPages]]) {
      const inside = await arrive();
      await signIn(inside, someone);
      const theirs = await pagesOf(inside);
      await speak(inside, language);
      for (const [route, address] of Object.entries(theirs)) await look(inside, route, address, language, problems);
    }
    expect(problems.join('\n')).toBe('');
  });
}

test('the room loads at most 120 kB of WebAssembly, compressed, and nothing from elsewhere', async ({ page, baseURL }) => {
  const elsewhere = [];
  page.on('request', (request) => !request.url().startsWith(baseURL) && elsewhere.push(request.url()));
  await signIn(page, chair);
  const assembly = await todaysAssembly(page);
  const loading = page.waitForResponse((response) => response.url().includes('.wasm'));
  await page.goto(`${assembly}/room`);
  const wasm = await loading;
  expect(wasm.headers()['content-encoding']).toBe('br');
  await wasm.finished();
  const { responseBodySize } = await wasm.request().sizes();
  expect(responseBodySize).toBeGreaterThan(0);
  expect(responseBodySize).toBeLessThanOrEqual(120 * 1024);
  expect(elsewhere).toEqual([]);
});

