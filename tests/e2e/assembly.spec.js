import { readFile } from 'node:fs/promises';

import { OTHERS, ballot, enterRoom, noteArrival, openVote, part, todaysAssembly, vote } from './support/assembly.js';
import { aurore, chair, coallia, emmaus, expectTold, groupeSos, ikambere, secretary, signIn, soliha } from './support/people.js';
import { expect, testOnNewDemo as test } from './support/test.js';

const FIRST_ITEM = /^1\. Ouverture de la séance/;

/** How many voices a ballot has, as it says itself. */
async function voices(page, name) {
  const legend = await ballot(page, name).locator('legend').innerText();
  return Number(legend.match(/(\d+) voix/)[1]);
}

/** The page is the one that was opened: nothing loaded it again. */
async function mark(page) {
  await page.evaluate(() => (window.opened = true));
}
async function expectNotReloaded(page) {
  expect(await page.evaluate(() => window.opened)).toBe(true);
}

test('five associations on five issuers hold a general assembly, from sign-in to minutes', async ({ arrive }) => {
  test.setTimeout(150_000);
  const chairPage = await arrive();
  await signIn(chairPage, chair);
  const assembly = await todaysAssembly(chairPage);
  const room = `${assembly}/room`;
  const people = [aurore, coallia, emmaus, ikambere, soliha];
  const pages = {};

  await test.step('a sixth association gives its proxy to Coallia before the session', async () => {
    const page = await arrive();
    await signIn(page, groupeSos, room);
    await page.getByLabel('Groupe SOS Solidarités : qui votera à sa place ?').selectOption('Coallia');
    await page.getByRole('button', { name: 'Donner un pouvoir – Groupe SOS Solidarités' }).click();
    await expectTold(page, 'Le pouvoir est donné.');
    await expect(page.getByText('Groupe SOS Solidarités a donné son pouvoir à Coallia.')).toBeVisible();
  });

  await test.step('five representatives sign in at their own issuers and arrive', async () => {
    for (const someone of people) {
      const page = await arrive();
      await enterRoom(page, someone, assembly);
      pages[someone.organization] = page;
    }
    // An interrupted line: this page will not learn that the vote is closed.
    await pages['soliha-est-parisien'].route('**/live', (route) => route.abort());
    await pages['soliha-est-parisien'].goto(room);
  });

  const watching = pages.aurore;
  await test.step('the quorum is reached before the eyes of the room', async () => {
    await watching.goto(room);
    await mark(watching);
    const figures = part(watching, 'Présence et participation');
    await expect(figures).toContainText('9 associations présentes ou représentées pour 21 nécessaires');
    await expect(figures).toContainText('il en manque 12');
    await chairPage.goto(`${assembly}/desk`);
    for (const association of OTHERS.slice(0, -1)) await noteArrival(chairPage, association);
    await expect(figures).toContainText('20 associations présentes ou représentées pour 21 nécessaires');
    await noteArrival(chairPage, OTHERS.at(-1));
    await expect(figures).toContainText('21 associations présentes ou représentées pour 21 nécessaires');
    await expectNotReloaded(watching);
  });

  await test.step('the chair opens the session and puts the first motion to the vote', async () => {
    await chairPage.goto(room);
    await chairPage.getByRole('button', { name: 'Ouvrir la séance' }).click();
    await expectTold(chairPage, 'La séance est ouverte.');
    await chairPage.getByRole('button', { name: /^Ouvrir le vote – Ouverture de la séance/ }).click();
    await expectTold(chairPage, 'Le vote est ouvert.');
    // The room turns to the vote by itself.
    await expect(ballot(watching, /^Aurore, votre association/)).toBeVisible();
  });

  const weight = {};
  await test.step('everyone votes, one for a proxy too, one changes the vote; turnout follows', async () => {
    await mark(chairPage);
    const turnout = part(chairPage, 'Présence et participation');
    await expect(turnout).toContainText('Aucun vote pour 21 associations présentes ou représentées');
    const cast = async (organization, name, choice) => {
      const page = pages[organization];
      weight[`${name} ${choice}`] = await voices(page, name);
      await vote(page, name, choice);
      await expectTold(page, 'Votre vote est enregistré.');
      await expect(ballot(page, name)).toContainText(`Votre vote : ${choice}.`);
    };
    await cast('aurore', /^Aurore, votre association/, 'Pour');
    await expect(turnout).toContainText('1 vote pour 21 associations');
    await cast('coallia', /^Coallia, votre association/, 'Pour');
    await cast('coallia', /^Groupe SOS Solidarités, qui vous a donné son pouvoir/, 'Contre');
    await cast('emmaus-solidarite', /^Emmaüs Solidarité, votre association/, 'Contre');
    await expect(turnout).toContainText('4 votes pour 21 associations');
    delete weight[`${/^Emmaüs Solidarité, votre association/} Contre`];
    await cast('emmaus-solidarite', /^Emmaüs Solidarité, votre association/, 'Pour');
    await cast('ikambere', /^Ikambere, votre association/, 'Abstention');
    await expect(turnout).toContainText('5 votes pour 21 associations');
    await expectNotReloaded(chairPage);
  });

  await test.step('nobody learns the result before the close', async () => {
    for (const page of [chairPage, watching, pages.coallia]) {
      await page.goto(room);
      await expect(page.getByText(/Adoptée|Rejetée|Répartition des voix/)).toHaveCount(0);
    }
    const screen = await arrive({ viewport: { width: 1280, height: 720 } });
    await signIn(screen, chair);
    await screen.goto(`${assembly}/screen`);
    await expect(screen.getByRole('heading', { name: FIRST_ITEM })).toBeVisible();
    await expect(screen.getByText(/Adoptée|Rejetée/)).toHaveCount(0);
  });

  await test.step('the vote is closed and everyone sees the result with its explanation', async () => {
    await mark(watching);
    await chairPage.getByRole('button', { name: /^Clôturer le vote/ }).click();
    await expectTold(chairPage, 'Le vote est clos. Voici le résultat.');
    const sum = (choice) =>
      Object.entries(weight).reduce((total, [key, voices]) => total + (key.endsWith(choice) ? voices : 0), 0);
    const [inFavour, against] = [sum('Pour'), sum('Contre')];
    const needed = Math.floor((inFavour + against) / 2) + 1;
    // Aurore's page was not touched: the room came to the result by itself.
    const result = part(watching, FIRST_ITEM);
    await expect(result).toContainText('Adoptée');
    await expect(result).toContainText(`${inFavour} voix pour, ${needed} nécessaires`);
    await expect(result).toContainText(`${inFavour} voix (3 associations)`);
    await expect(result).toContainText(`${against} voix (1 association)`);
    await expect(result.locator('.inequality').first()).toContainText(`${inFavour} voix pour`);
    await expect(result).toContainText('Les abstentions ne comptent ni pour ni contre');
    await result.locator('summary').filter({ hasText: 'Le vote de chaque association' }).click();
    await expect(result.getByRole('row', { name: /^Groupe SOS Solidarités/ })).toContainText('Exprimé par Coallia');
    await expect(result.getByRole('row', { name: /^Emmaüs Solidarité/ })).toContainText('Pour');
  });

  await test.step('a vote after the close is refused in the language of the person', async () => {
    const late = pages['soliha-est-parisien'];
    await expect(late.getByText('La connexion est coupée')).toBeVisible();
    // The room as it was while the vote was open, in Dutch, from a page that has lost its line.
    await chairPage.getByRole('button', { name: /^Ouvrir le vote – Comptes/ }).click();
    await late.goto(`${room}?lang=nl`);
    await ballot(late, /^Soliha Est Parisien, uw vereniging/).getByRole('radio', { name: 'Tegen' }).check();
    await chairPage.getByRole('button', { name: /^Clôturer le vote/ }).click();
    await expectTold(chairPage, 'Le vote est clos.');
    const answer = late.waitForResponse((response) => response.request().method() === 'POST');
    await ballot(late, /^Soliha Est Parisien, uw vereniging/).getByRole('button').click();
    expect((await answer).status()).toBe(422);
    await expect(late.locator('html')).toHaveAttribute('lang', 'nl');
    await expect(late.getByRole('alert')).toContainText('De stemming is gesloten: uw keuze is niet meegeteld.');
  });

  await test.step('the session is closed', async () => {
    await chairPage.getByText('Lever la séance avant la fin de l’ordre du jour').click();
    await chairPage.getByRole('button', { name: 'Lever la séance', exact: true }).click();
    await expectTold(chairPage, 'La séance est levée.');
    await expect(watching.getByText('La séance est levée', { exact: true })).toBeVisible();
  });

  await test.step('the secretary completes the minutes, which come out as a PDF in three languages', async () => {
    const page = await arrive();
    await signIn(page, secretary, `${assembly}/minutes`);
    await page.getByRole('link', { name: 'Modifier' }).click();
    await page.getByLabel('Ouverture', { exact: true }).fill('La présidente souhaite la bienvenue.\n\nElle rappelle l’ordre du jour.');
    await page.getByLabel(/^Débat sur le point 1/).fill('Deux questions sur le rapport moral.');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expectTold(page, 'C’est enregistré.');
    await expect(page.getByText('Deux questions sur le rapport moral.')).toBeVisible();
    await expect(page.getByText('Groupe SOS Solidarités', { exact: true }).first()).toBeVisible();
    for (const language of ['Français', 'Nederlands', 'English']) {
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: `PDF (${language})` }).click();
      const content = await readFile(await (await download).path());
      expect(content.subarray(0, 5).toString()).toBe('%PDF-');
      expect(content.length).toBeGreaterThan(10_000);
    }
  });
});

test('five associations vote without JavaScript', async ({ arrive }) => {
  test.setTimeout(150_000);
  const chairPage = await arrive({ javaScriptEnabled: false });
  await signIn(chairPage, chair);
  const assembly = await todaysAssembly(chairPage);
  const pages = {};
  for (const someone of [aurore, coallia, emmaus, ikambere, soliha]) {
    const page = await arrive({ javaScriptEnabled: false });
    await enterRoom(page, someone, assembly);
    pages[someone.organization] = page;
  }
  // Groupe SOS Solidarités is there itself this time: it makes the quorum.
  const last = await arrive({ javaScriptEnabled: false });
  await enterRoom(last, groupeSos, assembly);
  await openVote(chairPage, assembly);
  const room = `${assembly}/room`;

  await test.step('a link shows what changed since the page was made', async () => {
    await pages.aurore.getByRole('link', { name: 'Actualiser' }).click();
    await expect(part(pages.aurore, 'Présence et participation')).toContainText('Aucun vote pour 21 associations');
  });

  await test.step('a ballot without an answer is refused with a sentence', async () => {
    const answer = pages.aurore.waitForResponse((response) => response.request().method() === 'POST');
    await ballot(pages.aurore, /^Aurore/).getByRole('button').click();
    expect((await answer).status()).toBe(422);
    await expect(pages.aurore.getByRole('alert')).toContainText('Choisissez Pour, Contre ou Abstention');
  });

  await test.step('everyone votes, Aurore for two proxies too, and Ikambere changes its vote', async () => {
    const cast = async (page, name, choice) => {
      await page.goto(room);
      await vote(page, name, choice);
      await expect(ballot(page, name)).toContainText(`Votre vote : ${choice}.`);
    };
    await cast(pages.aurore, /^Aurore/, 'Pour');
    await cast(pages.aurore, /^Le Refuge/, 'Pour');
    await cast(pages.aurore, /^Taf et Maffé/, 'Contre');
    await cast(pages.coallia, /^Coallia/, 'Pour');
    await cast(pages['emmaus-solidarite'], /^Emmaüs Solidarité/, 'Pour');
    await cast(pages.ikambere, /^Ikambere/, 'Contre');
    await cast(pages.ikambere, /^Ikambere/, 'Pour');
    await chairPage.goto(room);
    await expect(part(chairPage, 'Présence et participation')).toContainText('6 votes pour 21 associations');
    await expect(chairPage.getByText(/Adoptée|Répartition des voix/)).toHaveCount(0);
  });

  await test.step('the close shows the result; a vote after it is refused', async () => {
    await pages['soliha-est-parisien'].goto(room);
    await chairPage.getByRole('button', { name: /^Clôturer le vote/ }).click();
    await expect(part(chairPage, FIRST_ITEM)).toContainText('Adoptée');
    const answer = pages['soliha-est-parisien'].waitForResponse((response) => response.request().method() === 'POST');
    await vote(pages['soliha-est-parisien'], /^Soliha/, 'Contre');
    expect((await answer).status()).toBe(422);
    await expect(pages['soliha-est-parisien'].getByRole('alert')).toContainText('Le vote est clos : votre choix n’a pas été pris en compte.');
    await expect(part(pages['soliha-est-parisien'], FIRST_ITEM)).toContainText('Adoptée');
  });
});
