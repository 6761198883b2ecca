import { enterRoom, openVote, todaysAssembly } from './support/assembly.js';
import { aurore, chair, coallia, emmaus, groupeSos, ikambere, signIn, soliha } from './support/people.js';
import { expect, test, testOnNewDemo } from './support/test.js';

const REFUSAL = {
  notFound: { fr: 'Cette page n’existe pas', nl: 'Deze pagina bestaat niet', en: 'This page does not exist' },
  notAllowed: { fr: 'Cette action n’est pas ouverte à votre rôle', nl: 'Uw rol laat deze handeling niet toe', en: 'Your role does not allow this' },
  origin: { fr: 'Ce formulaire venait d’un autre site', nl: 'Dit formulier kwam van een andere website', en: 'This form came from another site' },
  tooLarge: { fr: 'L’envoi est trop lourd', nl: 'Wat u verstuurt, is te groot', en: 'What you sent is too large' },
  notUnderstood: { fr: 'Cette demande n’a pas été comprise', nl: 'Deze vraag is niet begrepen', en: 'This request was not understood' },
  signIn: { fr: 'Connectez-vous pour continuer', nl: 'Meld u aan om verder te gaan', en: 'Sign in to continue' },
  notYours: {
    fr: 'Vous ne représentez pas cette association',
    nl: 'U vertegenwoordigt deze vereniging niet',
    en: 'You do not represent this association',
  },
};
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** Posts in each language; each answer is a page of ours in that language, with that status and sentence. */
async function expectRefused(page, path, { status, says, ...sent }) {
  for (const language of ['fr', 'nl', 'en']) {
    const separator = path.includes('?') ? '&' : '?';
    const answer = await page.request.post(`${path}${separator}lang=${language}`, { maxRedirects: 0, ...sent });
    const html = await answer.text();
    expect.soft(answer.status(), `${path} in ${language}`).toBe(status);
    expect.soft(html, `${path} in ${language}`).toContain(`<html lang="${language}"`);
    expect.soft(html, `${path} in ${language}`).toContain(says[language]);
  }
}

test('what nobody could send from a page is refused with a page', async ({ page, baseURL }) => {
  const headers = { origin: baseURL };
  await signIn(page, aurore);
  const assembly = await todaysAssembly(page);
  const vote = `${assembly}/polls/${NOBODY}/vote`;
  const typed = { ...headers, 'content-type': 'application/x-www-form-urlencoded' };

  await test.step('a form from another site', () =>
    expectRefused(page, `${assembly}/arrive`, {
      headers: { origin: 'https://elsewhere.example' },
      form: { organization: NOBODY },
      status: 403,
      says: REFUSAL.origin,
    }));
  await test.step('a form that is too large', () =>
    expectRefused(page, '/sign-in', { headers: typed, data: `address=${'a'.repeat(1_200_000)}`, status: 413, says: REFUSAL.tooLarge }));
  await test.step('bytes that are no text', () =>
    expectRefused(page, '/sign-in', { headers: typed, data: Buffer.from([0x61, 0x3d, 0xff, 0xfe]), status: 400, says: REFUSAL.notUnderstood }));
  await test.step('a null character', () =>
    expectRefused(page, '/sign-in', { headers: typed, data: 'address=%00', status: 400, says: REFUSAL.notUnderstood }));
  await test.step('a field that is no identifier', () =>
    expectRefused(page, vote, { headers, form: { organization: '1 OR 1=1', request: NOBODY, choice: 'for' }, status: 422, says: REFUSAL.notUnderstood }));
  await test.step('no field at all', () =>
    expectRefused(page, vote, { headers, form: {}, status: 422, says: REFUSAL.notUnderstood }));
  await test.step('a poll that there is not', () =>
    expectRefused(page, vote, { headers, form: { organization: NOBODY, request: NOBODY, choice: 'for' }, status: 404, says: REFUSAL.notFound }));
  await test.step('an assembly that there is not', () =>
    expectRefused(page, `/n/interlogement93/assemblies/${NOBODY}/arrive`, { headers, form: { organization: NOBODY }, status: 404, says: REFUSAL.notFound }));
  await test.step('an assembly under the address of another network', () =>
    expectRefused(page, `${assembly.replace('interlogement93', 'interlignes')}/arrive`, { headers, form: { organization: NOBODY }, status: 404, says: REFUSAL.notFound }));
  await test.step('what another role does', () =>
    expectRefused(page, `${assembly}/open`, { headers, form: {}, status: 403, says: REFUSAL.notAllowed }));
  await test.step('another organization', () =>
    expectRefused(page, '/o/coallia/names', { headers, form: { name: 'Aurore' }, status: 404, says: REFUSAL.notFound }));
});

test('whoever is not signed in is asked to sign in', async ({ page, baseURL }) => {
  await expectRefused(page, '/o/aurore/edit', { headers: { origin: baseURL }, form: {}, status: 401, says: REFUSAL.signIn });
});

test('no address makes the server fail', async ({ page }) => {
  await signIn(page, chair);
  for (const path of [
    '/n/%ff',
    '/n/interlogement93/members/%00',
    `/n/interlogement93/assemblies/${'9'.repeat(4000)}`,
    '/n/interlogement93/assemblies/not-an-identifier/room',
    '/n/interlogement93/members?q=%27%3B%20DROP%20TABLE&page=-1&college=x',
    '/sign-in/link/x',
    '/sign-in/callback?code=x&state=y',
    '/sign-in?next=https%3A%2F%2Felsewhere.example',
    '/?done=%3Cscript%3E',
    '/assets/..%2f..%2fetc%2fpasswd',
    '/demo/idp/aurore/authorize?client_id=unknown',
  ]) {
    const answer = await page.request.get(path, { maxRedirects: 0 });
    expect.soft(answer.status(), path).toBeLessThan(500);
    expect.soft(await answer.text(), path).not.toContain('<script>');
  }
});

testOnNewDemo('votes and proxies that the rules do not allow are refused, and change nothing', async ({ arrive, demo }) => {
  const headers = { origin: demo.url };
  const chairPage = await arrive();
  await signIn(chairPage, chair);
  const assembly = await todaysAssembly(chairPage);
  await chairPage.goto(`${assembly}/desk`);

  await testOnNewDemo.step('a third proxy for one holder', async () => {
    await chairPage.getByLabel('Donné par').selectOption('Leda ALJM');
    await chairPage.getByLabel('Confié à').selectOption('Aurore');
    await chairPage.getByRole('button', { name: 'Donner un pouvoir' }).click();
    await expect(chairPage.getByRole('alert')).toContainText(/2 pouvoirs/);
  });

  const pages = {};
  for (const someone of [aurore, coallia, emmaus, ikambere, soliha, groupeSos]) {
    pages[someone.organization] = await arrive();
    await enterRoom(pages[someone.organization], someone, assembly);
  }
  await openVote(chairPage, assembly);
  // Votes for itself alone: whoever holds proxies has one form for all.
  const page = pages['emmaus-solidarite'];
  await page.goto(`${assembly}/room`);
  const form = page.locator('form[action*="/polls/"]').first();
  const [vote, own] = [await form.getAttribute('action'), await form.locator('[name=organization]').inputValue()];
  await pages.coallia.goto(`${assembly}/room`);
  const other = await pages.coallia.locator('form[action*="/polls/"] [name=organization]').first().inputValue();
  const request = crypto.randomUUID();

  await testOnNewDemo.step('a vote for another association', () =>
    expectRefused(page, vote, { headers, form: { organization: other, request, choice: 'for' }, status: 422, says: REFUSAL.notYours }));
  await testOnNewDemo.step('an answer that was not offered', () =>
    expectRefused(page, vote, {
      headers,
      form: { organization: own, request, choice: 'perhaps' },
      status: 422,
      says: { fr: 'Aucun vote n’a été enregistré', nl: 'Er is geen stem genoteerd', en: 'No vote was recorded' },
    }));
  await testOnNewDemo.step('two votes at the same instant are one', async () => {
    const cast = (choice) =>
      page.request.post(vote, { headers, maxRedirects: 0, form: { organization: own, request: crypto.randomUUID(), choice } });
    const answers = await Promise.all([cast('for'), cast('against'), cast('for'), cast('abstain')]);
    expect(answers.map((answer) => answer.status())).toEqual([303, 303, 303, 303]);
    await chairPage.goto(`${assembly}/room`);
    await expect(chairPage.getByText('1 vote pour 21 associations')).toBeVisible();
  });
  await testOnNewDemo.step('a vote after the close', async () => {
    await chairPage.getByRole('button', { name: /^Clôturer le vote/ }).click();
    await expectRefused(page, vote, {
      headers,
      form: { organization: own, request: crypto.randomUUID(), choice: 'for' },
      status: 422,
      says: { fr: 'Le vote est clos', nl: 'De stemming is gesloten', en: 'The vote is closed' },
    });
  });
});
