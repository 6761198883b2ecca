// Today's assembly of Interlogement93: convened, and ready to be opened.
import { expect } from '@playwright/test';

import { expectTold, signIn } from './people.js';

export const NETWORK = '/n/interlogement93';

/** The address of today's assembly, for someone who is signed in. */
export async function todaysAssembly(page) {
  await page.goto(`${NETWORK}/assemblies`);
  const row = page.getByRole('row').filter({ hasText: /Convoquée|Opgeroepen|Convened|En séance|In zitting|In session/ });
  return row.getByRole('link').first().getAttribute('href');
}

/** A part of a page, by its heading. */
export function part(page, heading) {
  return page.locator('section.section').filter({ has: page.getByRole('heading', { level: 2, name: heading }) });
}

/** A ballot: the form for one association. */
export function ballot(page, name) {
  return page.locator('form').filter({ has: page.getByRole('group', { name }) });
}

export async function vote(page, name, choice) {
  const form = ballot(page, name);
  await form.getByRole('radio', { name: choice }).check();
  await form.getByRole('button').click();
}

/** The desk notes that the first representative of an association has come. */
export async function noteArrival(desk, association) {
  await desk.getByRole('button', { name: new RegExp(`^Noter l’arrivée – .*, ${association}$`) }).first().click();
  await expectTold(desk, 'L’arrivée est enregistrée.');
}

/** Opens the session with enough associations for a quorum, and puts the first motion to the vote. */
export async function openVote(chairPage, assembly) {
  await chairPage.goto(`${assembly}/desk`);
  for (const association of OTHERS) await noteArrival(chairPage, association);
  await chairPage.goto(`${assembly}/room`);
  await chairPage.getByRole('button', { name: 'Ouvrir la séance' }).click();
  await chairPage.getByRole('button', { name: /^Ouvrir le vote/ }).first().click();
  await expectTold(chairPage, 'Le vote est ouvert.');
}

/**
 * Associations whose arrival the desk notes. With the five of the tests and the proxies of the demo they are 21 of 41,
 * and 7 of the 16 of the smaller college: the last of them makes the quorum.
 */
export const OTHERS = [
  'Adept',
  'AISPJA',
  'ATD Quart Monde',
  'Cap à cité',
  'Empreintes',
  'ADEF',
  'ALJT',
  'ALTERALIA',
  'AVVEJ',
  'Devenir',
  'Essor 93',
];

export async function enterRoom(page, someone, assembly) {
  await signIn(page, someone, `${assembly}/room`);
  await page.getByRole('button', { name: `Je suis là, dans la salle – ${someone.name}` }).click();
  await expect(page.getByText(`${someone.name} : votre présence est enregistrée.`)).toBeVisible();
}
