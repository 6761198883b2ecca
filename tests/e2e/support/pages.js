// Every page of the site, with an address in the demo that shows it.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { NETWORK, todaysAssembly } from './assembly.js';
import { sessionPage, trainingPage } from './trainings.js';

const SOURCES = new URL('../../../app/src/', import.meta.url).pathname;

/** What answers with something else than a page. */
const NO_PAGE = [
  '/health',
  '/n/{network}/members.csv',
  '/n/{network}/assemblies/{assembly}/roll.csv',
  '/n/{network}/assemblies/{assembly}/documents/{part}',
  '/n/{network}/assemblies/{assembly}/live',
  '/n/{network}/assemblies/{assembly}/door.json',
  '/n/{network}/assemblies/{assembly}/door-worker.js',
  '/n/{network}/trainings/sessions/{session}/attendance-worker.js',
  '/certificates/{code}/certificate.pdf',
  '/certificates/{code}/badge.svg',
  '/certificates/{code}/badge.jwt',
  '/n/{network}/did.json',
  '/n/{network}/trainings.csv',
  '/n/{network}/trainings/visits.csv',
  '/n/{network}/trainings/needs/{collection}/needs.csv',
  '/n/{network}/trainings/figures.csv',
  '/n/{network}/trainings/figures.xlsx',
  '/n/{network}/trainings/sessions/{session}/registrations.csv',
  '/n/{network}/statutes/{version}/rules.toml',
  '/n/{network}/statutes/draft/what-if.csv',
  '/n/{network}/assemblies/{assembly}/minutes.pdf',
  '/n/{network}/assemblies/{assembly}/bundle.json',
  '/sign-in/callback',
  '/sso/{organization}',
  '/sign-out/return',
];

/** Pages that only a secret vote has: `sixty.spec.js` looks at them. */
const ELSEWHERE = [
  '/n/{network}/assemblies/{assembly}/polls/{part}/urn',
  // Only who stated a need sees its form.
  '/n/{network}/trainings/needs/{collection}/{need}',
];

/** The route of every page, as the sources declare it. */
export function routesOfPages() {
  const files = readdirSync(SOURCES, { recursive: true }).filter((file) => file.endsWith('.rs'));
  const routes = files.flatMap((file) =>
    [...readFileSync(join(SOURCES, file), 'utf8').matchAll(/\.get\(\s*"([^"]+)"/g)].map(([, route]) => route),
  );
  return routes.filter((route) => route.startsWith('/') && ![...NO_PAGE, ...ELSEWHERE].includes(route)).sort();
}

/** Pages that anyone sees, by route; the demo's own pages are among them. */
export async function publicPages(page) {
  await page.goto('/sign-in');
  await page.locator('[name=address]').fill('presidence@adept.example');
  await page.locator('main form button').first().click();
  await page.goto('/demo/mailbox?to=presidence%40adept.example');
  const link = new URL(await page.getByRole('link', { name: /\/sign-in\/link\// }).first().getAttribute('href'));
  const authorize = await page.request.get('/sso/aurore', { maxRedirects: 0 });
  return {
    '/': '/',
    '/help': '/help',
    '/accessibility': '/accessibility',
    '/sign-in': '/sign-in',
    '/sign-in?organization': '/sign-in?organization=adef',
    '/sign-in/sent': '/sign-in/sent',
    '/sign-in/link/{token}': link.pathname + link.search,
    '/demo': '/demo',
    '/demo/mailbox': '/demo/mailbox',
    '/demo/idp/{issuer}/authorize': authorize.headers().location,
    'no such page': '/no-such-page',
    'sign in first': '/account',
  };
}

/** Pages of someone who administers the network and the association that carries it. */
export async function innerPages(page) {
  const today = await todaysAssembly(page);
  const first = async (address, selector) => {
    await page.goto(address);
    return page.locator(`main ${selector}`).first().getAttribute('href');
  };
  const held = await first(`${NETWORK}/assemblies`, 'tbody tr:last-child a');
  const draft = await draftAssembly(page);
  await page.goto(draft);
  const item = await page.locator('main a[href*="/items/"]:not([href$="/new"])').first().getAttribute('href');
  const motion = await first(`${today}/motions`, 'tbody a');
  const own = '/o/interlogement93';
  const pass = await first(`${today}/desk`, 'a[href*="/pass?"]');
  await page.goto(pass);
  const code = await page.locator('.pass-code').innerText();
  const training = await trainingPage(page, 'Accueillir et orienter');
  const session = await sessionPage(page, 'Accueillir et orienter');
  await page.goto(`${session}/attendance/codes`);
  const scanned = (await page.locator('main .pass .lead').first().textContent()).trim();
  const needs = await first(`${NETWORK}/trainings/needs`, 'tbody a');
  const grouping = await first(needs, 'a[href$="/group"]');
  const attendance = `${await sessionPage(page, 'Prévention et secours civiques')}/attendance`;
  return {
    '/#signed-in': '/',
    '/account/trainings': '/account/trainings',
    '/account': '/account',
    '/n/{network}/trainings/figures': `${NETWORK}/trainings/figures`,
    '/n/{network}/trainings/{training}/evaluation': `${training}/evaluation?preset=yes`,
    '/n/{network}/trainings/sessions/{session}/evaluation': attendance.replace(/attendance$/, 'evaluation'),
    '/n/{network}/trainings/sessions/{session}/evaluation/results': attendance.replace(/attendance$/, 'evaluation/results'),
    '/n/{network}': NETWORK,
    '/n/{network}/settings': `${NETWORK}/settings`,
    '/n/{network}/settings/presentation': `${NETWORK}/settings/presentation`,
    '/n/{network}/settings/colleges/new': `${NETWORK}/settings/colleges/new`,
    '/n/{network}/settings/colleges/{college}': await first(`${NETWORK}/settings`, 'a[href*="/colleges/"]:not([href$="/new"])'),
    '/n/{network}/members': `${NETWORK}/members`,
    '/n/{network}/members/{organization}': `${NETWORK}/members/aurore`,
    '/n/{network}/members/{organization}/membership': `${NETWORK}/members/association-candidate/membership`,
    '/n/{network}/new-member': `${NETWORK}/new-member`,
    '/n/{network}/people': `${NETWORK}/people`,
    '/n/{network}/people/new': `${NETWORK}/people/new`,
    '/n/{network}/mandates/{mandate}': await first(`${NETWORK}/people`, 'a[href*="/mandates/"]'),
    '/n/{network}/journal': `${NETWORK}/journal`,
    '/n/{network}/statutes': `${NETWORK}/statutes`,
    '/n/{network}/statutes/{version}': `${NETWORK}/statutes/1`,
    '/n/{network}/statutes/draft': `${NETWORK}/statutes/draft`,
    '/n/{network}/statutes/draft/general': `${NETWORK}/statutes/draft/general`,
    '/n/{network}/statutes/draft/kinds/{kind}': `${NETWORK}/statutes/draft/kinds/ordinary`,
    '/n/{network}/statutes/draft/decisions/{decision}': `${NETWORK}/statutes/draft/decisions/statutes`,
    '/n/{network}/statutes/draft/toml': `${NETWORK}/statutes/draft/toml`,
    '/n/{network}/statutes/draft/what-if': `${NETWORK}/statutes/draft/what-if`,
    '/n/{network}/assemblies': `${NETWORK}/assemblies`,
    '/n/{network}/assemblies/new': `${NETWORK}/assemblies/new`,
    '/n/{network}/assemblies/requests': `${NETWORK}/assemblies/requests`,
    '/n/{network}/assemblies/{assembly}': today,
    '/n/{network}/assemblies/{assembly}#held': held,
    '/n/{network}/assemblies/{assembly}#draft': draft,
    '/n/{network}/assemblies/{assembly}/elections/{part}': await first(today, 'a[href*="/elections/"]'),
    '/n/{network}/assemblies/{assembly}/edit': `${draft}/edit`,
    '/n/{network}/assemblies/{assembly}/items/new': `${draft}/items/new`,
    '/n/{network}/assemblies/{assembly}/items/{part}': item,
    '/n/{network}/assemblies/{assembly}/items/{part}/text': `${item}/text`,
    '/n/{network}/assemblies/{assembly}/motions': `${today}/motions`,
    '/n/{network}/assemblies/{assembly}/motions#none': `${draft}/motions`,
    '/n/{network}/assemblies/{assembly}/motions/deadlines': `${today}/motions/deadlines`,
    '/n/{network}/assemblies/{assembly}/motions/{motion}': motion,
    '/n/{network}/assemblies/{assembly}/motions/{motion}/text': `${motion}/text`,
    '/n/{network}/assemblies/{assembly}/motions/{motion}/translation': `${motion}/translation`,
    '/n/{network}/assemblies/{assembly}/motions/{motion}/order': `${motion}/order`,
    '/n/{network}/assemblies/{assembly}/room': `${today}/room`,
    '/n/{network}/assemblies/{assembly}/room#held': `${held}/room`,
    '/n/{network}/assemblies/{assembly}/screen': `${today}/screen`,
    '/n/{network}/assemblies/{assembly}/desk': `${today}/desk`,
    '/n/{network}/assemblies/{assembly}/pass': pass,
    '/n/{network}/assemblies/{assembly}/pass#none': `${today}/pass`,
    '/n/{network}/assemblies/{assembly}/door': `${today}/door`,
    '/n/{network}/assemblies/{assembly}/door/{code}': `${today}/door/${code}`,
    '/n/{network}/assemblies/{assembly}/tellers': `${today}/tellers`,
    '/n/{network}/assemblies/{assembly}/polls/{part}/paper': await first(`${held}/tellers`, 'a[href$="/paper"]'),
    '/n/{network}/assemblies/{assembly}/minutes': `${held}/minutes`,
    '/n/{network}/assemblies/{assembly}/minutes/edit': `${held}/minutes/edit`,
    '/n/{network}/assemblies/{assembly}/minutes/signing': `${held}/minutes/signing`,
    '/n/{network}/assemblies/{assembly}/minutes-approval': `${draft}/minutes-approval`,
    '/n/{network}/trainings': `${NETWORK}/trainings`,
    '/n/{network}/trainings#none': `${NETWORK}/trainings?q=astronomie`,
    '/n/{network}/trainings/priorities': `${NETWORK}/trainings/priorities`,
    '/n/{network}/trainings/new': `${NETWORK}/trainings/new`,
    '/n/{network}/trainings/{training}': training,
    '/n/{network}/trainings/{training}#draft': await trainingPage(page, 'Écrire avec les personnes accompagnées'),
    '/n/{network}/trainings/{training}/edit': `${training}/edit`,
    '/n/{network}/trainings/{training}/sessions/new': `${training}/sessions/new`,
    '/n/{network}/trainings/needs': `${NETWORK}/trainings/needs`,
    '/n/{network}/trainings/needs/new': `${NETWORK}/trainings/needs/new`,
    '/n/{network}/trainings/needs/{collection}': needs,
    '/n/{network}/trainings/needs/{collection}/edit': `${needs}/edit`,
    '/n/{network}/trainings/needs/{collection}/{need}/group': grouping,
    '/n/{network}/trainings/sessions/{session}': session,
    '/n/{network}/trainings/sessions/{session}#fair': await sessionPage(page, 'Repérer les violences conjugales'),
    '/n/{network}/trainings/sessions/{session}#planned': await sessionPage(page, 'Droit au logement'),
    '/n/{network}/trainings/sessions/{session}#held': await sessionPage(page, 'Prévention et secours civiques'),
    '/n/{network}/trainings/sessions/{session}/edit': `${session}/edit`,
    '/n/{network}/trainings/sessions/{session}/attendance': `${session}/attendance`,
    '/n/{network}/trainings/sessions/{session}/attendance#held': attendance,
    '/n/{network}/trainings/sessions/{session}/attendance/codes': `${session}/attendance/codes`,
    '/attendance/{code}': `/attendance/${scanned}`,
    '/certificates/{code}': await first(attendance, 'a[href^="/certificates/"]'),
    '/o/{organization}': own,
    '/o/{organization}/edit': `${own}/edit`,
    '/o/{organization}/names': `${own}/names`,
    '/o/{organization}/sites': `${own}/sites`,
    '/o/{organization}/figures': `${own}/figures`,
    '/o/{organization}/trainings': `${own}/trainings`,
    '/o/{organization}/networks': `${own}/networks`,
    '/o/{organization}/people': `${own}/people`,
    '/o/{organization}/people/new': `${own}/people/new`,
    '/o/{organization}/people/{person}': await first(`${own}/people`, `a[href^="${own}/people/"]:not([href$="/new"])`),
    '/o/{organization}/mandates/{mandate}': await first(`${own}/people`, 'a[href*="/mandates/"]'),
    '/o/{organization}/connection': `${own}/connection`,
    '/o/{organization}/approvals': `${own}/approvals`,
    '/o/{organization}/rescue': '/o/aurore/rescue',
  };
}

/** Pages of someone who speaks for a member of the network. */
export async function memberPages(page) {
  const today = await todaysAssembly(page);
  await page.goto(`${today}/motions`);
  const motion = await page.locator('main tbody a').first().getAttribute('href');
  await page.goto(motion);
  const amend = await page.locator('main a[href*="/amend?"]').first().getAttribute('href');
  const session = await sessionPage(page, 'Santé mentale');
  await page.goto(session);
  const transfer = await page.locator('main a[href$="/transfer"]').first().getAttribute('href');
  return {
    '/n/{network}/trainings#member': `${NETWORK}/trainings`,
    '/n/{network}/trainings/sessions/{session}#member': session,
    '/n/{network}/trainings/sessions/{session}/registrations/{registration}/transfer': transfer,
    '/n/{network}/trainings/sessions/{session}#asked': await sessionPage(page, 'Repérer les violences conjugales'),
    '/n/{network}/assemblies/{assembly}/motions/new': `${today}/motions/new`,
    '/n/{network}/assemblies/{assembly}/motions/{motion}#member': motion,
    '/n/{network}/assemblies/{assembly}/motions/{motion}/amend': amend,
    '/n/{network}/assemblies/{assembly}/motions/{motion}/amend#choose': `${motion}/amend`,
  };
}

/** Pages of someone whose association takes visits of others. */
export async function visitPages(page) {
  const visits = '/n/transfrontalier/trainings/visits';
  await page.goto(visits);
  const first = (selector) => page.locator(`main ${selector}`).first().getAttribute('href');
  return {
    '/n/{network}/trainings/visits': visits,
    '/n/{network}/trainings/visits#none': `${visits}?q=astronomie`,
    '/n/{network}/trainings/visits/offers/new': `${visits}/offers/new`,
    '/n/{network}/trainings/visits/offers/{offer}': await first('a[href*="/visits/offers/"]:not([href$="/new"])'),
    '/n/{network}/trainings/visits/new': `${visits}/new`,
    '/n/{network}/trainings/visits/new#offer': await first('a[href*="/visits/new?offer="]'),
    '/n/{network}/trainings/visits/{visit}': await first('tbody tr:first-child a'),
    '/n/{network}/trainings/visits/{visit}#told': await first('tbody tr:last-child a'),
  };
}

/** The address of a new assembly in preparation, with one item. */
export async function draftAssembly(page) {
  await page.goto(`${NETWORK}/assemblies/new`);
  await page.locator('[name=title]').fill('Assemblée extraordinaire');
  await page.locator('[name=kind][value=extraordinary]').check();
  await page.locator('[name=day]').fill('2030-06-14');
  await page.locator('[name=place]').fill('Bobigny');
  await page.locator('main form button[type=submit]').click();
  await page.waitForURL(/\/assemblies\/[0-9a-f-]{36}/);
  const draft = new URL(page.url()).pathname;
  await page.goto(`${draft}/items/new`);
  await page.locator('[name=title]').fill('Modification des statuts');
  await page.locator('[name=text]').fill('L’article 4 est complété.\n\nDeux sièges sont ouverts.');
  await page.locator('main form button[type=submit]').click();
  await page.waitForURL(new RegExp(`${draft}(\\?|$)`));
  return draft;
}

/** The page in a language from now on. */
export async function speak(page, language) {
  await page.goto(`/help?lang=${language}`);
}

