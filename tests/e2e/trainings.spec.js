import { NETWORK } from './support/assembly.js';
import { director, expectTold, signIn } from './support/people.js';
import { expectFocusSeen, tabTo } from './support/keyboard.js';
import { speak } from './support/pages.js';
import { expect, testOnNewDemo as test } from './support/test.js';
import { auroreStaff, officer, registration, sessionPage, trainingPage } from './support/trainings.js';

const SIX = [
  'Assistante sociale',
  'Conseillère en économie sociale et familiale',
  'Éducatrice spécialisée',
  'Intervenant d’action sociale',
  'Maîtresse de maison',
  'Psychologue',
];
const WELCOMING = 'Accueillir et orienter';

/** Somebody's registration in the session of theirs. */
const own = (page) => page.locator('#mine');

async function arriveAs(arrive, someone, address) {
  const page = await arrive({ javaScriptEnabled: false });
  await signIn(page, someone, address);
  return page;
}

test('an officer registers six people of whom four fit; as seats come back, the right person is offered each', async ({ arrive }) => {
  const page = await arriveAs(arrive, officer);
  const session = await sessionPage(page, WELCOMING);
  await page.goto(session);
  await expect(page.getByText('8 prises sur 12')).toBeVisible();
  const form = page.locator('section.section').filter({ has: page.getByRole('heading', { name: 'Inscrire des personnes : Aurore' }) });
  await expect(form.getByText('Places de l’association : 0 sur 4 au plus.')).toBeVisible();
  for (const [place, person] of SIX.entries()) await form.getByLabel(`${person} (Aurore)`).selectOption(String(place + 1));
  await form.getByRole('radio', { name: 'Autant que possible ; les autres attendent' }).check();
  await form.getByRole('button', { name: 'Inscrire' }).click();
  await expectTold(page, 'L’inscription est enregistrée.');
  for (const person of SIX.slice(0, 4)) await expect(registration(page, person)).toContainText('a une place');
  for (const [place, person] of [[2, SIX[4]], [3, SIX[5]]]) {
    await expect(registration(page, person)).toContainText('en liste d’attente');
    await expect(registration(page, person)).toContainText(`Rang ${place} de la liste d’attente.`);
    await expect(registration(page, person)).toContainText('L’association a 4 des 4 places auxquelles elle a droit.');
  }

  // Coallia has waited longer; it holds all the seats that it may, so each seat goes to Aurore, in its order.
  for (const [leaves, takes] of [[SIX[0], SIX[4]], [SIX[2], SIX[5]]]) {
    const seated = await arriveAs(arrive, auroreStaff(leaves), session);
    await own(seated).getByRole('button', { name: /^Annuler l’inscription/ }).click();
    await expectTold(seated, 'C’est enregistré.');
    await expect(own(seated)).toContainText('annulée');

    const waited = await arriveAs(arrive, auroreStaff(takes), session);
    await expect(own(waited)).toContainText('place proposée');
    await own(waited).getByRole('button', { name: /^Prendre la place/ }).click();
    await expectTold(waited, 'C’est enregistré.');
    await expect(own(waited)).toContainText('a une place');

    await page.goto(`/demo/mailbox?to=${takes === SIX[4] ? 'maitresse-de-maison' : 'psychologue'}%40aurore.example`);
    await expect(page.getByText('Une place est libre pour vous, pour Aurore.').first()).toBeVisible();
  }
  await page.goto(session);
  await expect(page.getByText('12 prises sur 12')).toBeVisible();
  const coallia = await arriveAs(arrive, { organization: 'coallia', person: 'Cheffe de service (Coallia)' }, session);
  await expect(own(coallia)).toContainText('Rang 1 de la liste d’attente.');
});

const WORDS = {
  fr: {
    person: SIX[0],
    subject: 'Thème',
    free: 'Seulement avec une place libre',
    filter: 'Filtrer',
    found: 'Une formation du réseau.',
    ask: 'Demander une place',
    told: 'L’inscription est enregistrée.',
    seated: 'a une place',
  },
  nl: {
    person: SIX[1],
    subject: 'Thema',
    free: 'Alleen met een vrije plaats',
    filter: 'Filteren',
    found: 'Eén opleiding van het netwerk.',
    ask: 'Een plaats vragen',
    told: 'De inschrijving is opgeslagen.',
    seated: 'heeft een plaats',
  },
  en: {
    person: SIX[5],
    subject: 'Subject',
    free: 'Only with a free seat',
    filter: 'Filter',
    found: 'One training of the network.',
    ask: 'Ask for a seat',
    told: 'The registration is recorded.',
    seated: 'has a seat',
  },
};

test('a social worker finds a training by the filter and gets a seat, in three languages', async ({ arrive }) => {
  for (const [language, words] of Object.entries(WORDS)) {
    const page = await arriveAs(arrive, auroreStaff(words.person));
    await speak(page, language);
    await page.goto(`${NETWORK}/trainings`);
    await page.getByLabel(words.subject, { exact: true }).selectOption('Santé mentale');
    await page.getByRole('checkbox', { name: words.free }).check();
    await page.getByRole('button', { name: words.filter, exact: true }).click();
    await expect(page.getByText(words.found)).toBeVisible();
    await page.locator('main a[href*="/trainings/sessions/"]').click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Santé mentale');
    await page.getByRole('button', { name: words.ask }).click();
    await expectTold(page, words.told);
    await expect(own(page)).toContainText(words.seated);
    await expect(page.getByRole('button', { name: words.ask })).toHaveCount(0);
  }
});

test('a partner of no member gets a seat too, and is asked for no association', async ({ arrive }) => {
  const page = await arrive({ javaScriptEnabled: false });
  await page.goto('/sign-in');
  await page.locator('[name=address]').fill('programmes@fondation.example');
  await page.locator('main form button').first().click();
  await page.goto('/demo/mailbox?to=programmes%40fondation.example');
  await page.getByRole('link', { name: /\/sign-in\/link\// }).first().click();
  await page.locator('main form button').first().click();
  await page.goto(await sessionPage(page, 'Santé mentale'));
  await expect(page.locator('[name=organization]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Demander une place' }).click();
  await expectTold(page, 'L’inscription est enregistrée.');
  await expect(own(page)).toContainText('a une place');
});

for (const [device, viewport] of [
  ['a laptop', { width: 1280, height: 720 }],
  ['a phone', { width: 360, height: 640 }],
]) {
  test(`finding a session and registering two colleagues with the keyboard alone, on ${device}`, async ({ arrive }) => {
    const page = await arrive({ viewport });
    await signIn(page, officer, `${NETWORK}/trainings`);
    await tabTo(page, page.getByLabel('Mots', { exact: true }));
    await page.keyboard.type('accueillir');
    await page.keyboard.press('Enter');
    await tabTo(page, page.locator('main a[href*="/trainings/sessions/"]').first());
    await page.keyboard.press('Enter');
    for (const [place, person] of SIX.slice(0, 2).entries()) {
      const choice = page.getByLabel(`${person} (Aurore)`);
      await tabTo(page, choice);
      await page.keyboard.press(String(place + 1));
      await expect(choice).toHaveValue(String(place + 1));
    }
    await tabTo(page, page.getByRole('radio', { name: 'Autant que possible ; les autres attendent' }));
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: 'Toutes ensemble ou personne' })).toBeChecked();
    await expectFocusSeen(page);
    await tabTo(page, page.getByRole('button', { name: 'Inscrire', exact: true }));
    await page.keyboard.press('Enter');
    await expectTold(page, 'L’inscription est enregistrée.');
    for (const person of SIX.slice(0, 2)) await expect(registration(page, person)).toContainText('a une place');
  });
}

test('those who organize plan a session of two half-days, and hear which of them cannot be', async ({ arrive }) => {
  const page = await arriveAs(arrive, director);
  await page.goto(`${await trainingPage(page, WELCOMING)}/sessions/new`);
  const halfDay = (number) => page.getByRole('group', { name: `Demi-journée ${number}`, exact: true });
  const fill = async (number, day, from, to) => {
    await halfDay(number).getByLabel(`Demi-journée ${number}`).fill(day);
    await halfDay(number).getByLabel('De', { exact: true }).fill(from);
    await halfDay(number).getByLabel('À', { exact: true }).fill(to);
  };
  await fill(1, '2031-03-04', '09:00', '12:30');
  await fill(2, '2031-03-04', '12:00', '17:00');
  await page.getByLabel('Lieu', { exact: true }).fill('Bobigny');
  await page.locator('[name=capacity]').fill('12');
  await page.getByLabel('Dernier jour d’inscription').fill('2031-02-20');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  const wrong = 'La demi-journée 2 tombe en même temps qu’une autre : corrigez l’une des deux.';
  await page.getByRole('link', { name: wrong }).click();
  await expect(halfDay(2).getByLabel('Demi-journée 2')).toBeFocused();
  await halfDay(2).getByLabel('De', { exact: true }).fill('13:30');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('mardi 4 mars 2031, 9 h – 12 h 30')).toBeVisible();
  await expect(page.getByText('mardi 4 mars 2031, 13 h 30 – 17 h')).toBeVisible();
});

test('a seat goes to a colleague', async ({ arrive }) => {
  const page = await arriveAs(arrive, officer);
  await page.goto(await sessionPage(page, 'Santé mentale'));
  await registration(page, 'Intervenant d’action sociale').getByRole('link', { name: /^Donner la place/ }).click();
  await page.getByLabel('À qui').selectOption({ label: 'Assistante sociale (Aurore)' });
  await page.getByRole('button', { name: 'Donner la place' }).click();
  await expect(registration(page, 'Assistante sociale')).toContainText('a une place');
  await expect(registration(page, 'Intervenant d’action sociale')).toContainText('donnée à un·e collègue');
});

test('attendance is noted while the network is down, and told once it is back', async ({ arrive }, info) => {
  const page = await arrive({ viewport: { width: 768, height: 1024 } });
  await signIn(page, director, `${NETWORK}/trainings`);
  const sheet = `${await sessionPage(page, WELCOMING)}/attendance`;
  await page.goto(sheet);
  const state = page.locator('[data-part=state]');
  const choices = page.locator('#half-day-1 select');
  await expect(state).toHaveText('Tout est noté sur le serveur.');
  await expect(page.locator('#attendance')).toHaveAttribute('data-kept', 'true');

  await page.context().setOffline(true);
  await page.reload();
  await choices.nth(0).selectOption('present');
  await choices.nth(1).selectOption('absent');
  await choices.nth(1).selectOption('excused');
  await expect(state).toContainText('3 notes sont gardées sur cet appareil');
  await page.reload();
  await expect(choices.nth(0)).toHaveValue('present');
  await expect(choices.nth(1)).toHaveValue('excused');
  await page.screenshot({ path: info.outputPath('attendance-offline.png'), fullPage: true });

  await page.context().setOffline(false);
  await expect(state).toHaveText('Tout est noté sur le serveur.', { timeout: 20_000 });
  const elsewhere = await arriveAs(arrive, director, sheet);
  await expect(elsewhere.locator('#half-day-1')).toContainText('2 notés sur');
  await expect(elsewhere.locator('#half-day-1 select').nth(1)).toHaveValue('excused');
});

test('an outsider verifies a certificate', async ({ arrive }) => {
  const page = await arriveAs(arrive, director, NETWORK);
  await page.goto(`${await sessionPage(page, 'Prévention et secours civiques')}/attendance`);
  const certificate = await page.locator('main a[href^="/certificates/"]').first().getAttribute('href');
  const outsider = await arrive({ javaScriptEnabled: false });
  await outsider.goto(certificate);
  await expect(outsider.getByText('Cette attestation est authentique')).toBeVisible();
  const file = await outsider.request.get(`${certificate}/certificate.pdf`);
  expect(file.headers()['content-type']).toBe('application/pdf');
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
  const forged = await outsider.goto('/certificates/0000-0000-0000-0000');
  expect(forged.status()).toBe(404);
});
