// Trainings of Interlogement93: the catalogue, and a session of each.
import { NETWORK } from './assembly.js';

export const officer = { organization: 'aurore', person: 'Responsable formation (Aurore)' };
export const auroreStaff = (person) => ({ organization: 'aurore', person: `${person} (Aurore)` });

/** The address of a training, by the beginning of its title. */
export async function trainingPage(page, title) {
  await page.goto(`${NETWORK}/trainings`);
  return page.getByRole('link', { name: title }).first().getAttribute('href');
}

/** The address of the only session of a training. */
export async function sessionPage(page, title) {
  await page.goto(await trainingPage(page, title));
  return page.locator('#sessions a[href*="/trainings/sessions/"]').first().getAttribute('href');
}

/** The row of somebody in the list of registrations. */
export function registration(page, person) {
  return page.locator('#registrations').getByRole('row').filter({ hasText: person });
}
