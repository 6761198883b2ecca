import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

import { NETWORK } from './support/assembly.js';
import { draftAssembly } from './support/pages.js';
import { chair, expectTold, secretary, signIn } from './support/people.js';
import { expect, testOnNamedDemo as test } from './support/test.js';

/** A device that knows its person by a finger, made of software: Chromium's own. */
async function device(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

test('minutes are read by two, signed by a passkey and by a session, and put on the next agenda', async ({ arrive }, info) => {
  test.setTimeout(240_000);
  const page = await arrive();
  await device(page);
  await signIn(page, chair);

  await test.step('the chair registers a passkey, and signs in with it', async () => {
    await page.goto('/account');
    await page.getByRole('button', { name: 'Ajouter une clé d’accès sur cet appareil' }).click();
    await expectTold(page, 'La clé d’accès est enregistrée.');
    await page.getByRole('button', { name: 'Se déconnecter' }).first().click();
    await page.goto('/sign-in?next=/account');
    await page.getByRole('button', { name: 'Se connecter avec une clé d’accès' }).click();
    await page.waitForURL((url) => url.pathname === '/account');
  });

  await page.goto(`${NETWORK}/assemblies`);
  const held = await page.locator('main tbody tr:last-child a').first().getAttribute('href');
  const signing = `${held}/minutes/signing`;
  const clerk = await arrive({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await signIn(clerk, secretary);

  await test.step('without JavaScript, on a phone, the secretary names both and gives the minutes to be read', async () => {
    await clerk.goto(signing);
    await clerk.locator('[name=chair]').selectOption({ label: chair.person });
    await clerk.locator('[name=secretary]').selectOption({ label: secretary.person });
    await clerk.locator('form[action$="/minutes/offices"] button').click();
    await expectTold(clerk, 'La présidence et le secrétariat de séance sont nommés.');
    await clerk.getByRole('button', { name: /^Soumettre la version/ }).click();
    await expectTold(clerk, 'La version est soumise à la relecture.');
    const wide = await clerk.evaluate(() => document.documentElement.scrollWidth - window.innerWidth).catch(() => 0);
    expect(wide).toBeLessThanOrEqual(0);
  });

  await test.step('both read', async () => {
    for (const reader of [clerk, page]) {
      await reader.goto(signing);
      await reader.getByRole('button', { name: /^J’ai relu la version/ }).click();
      await expectTold(reader, 'Votre relecture est enregistrée.');
    }
  });

  await test.step('the chair signs with the passkey', async () => {
    await page.getByRole('button', { name: 'Signer avec ma clé d’accès' }).click();
    await expectTold(page, 'Votre signature est enregistrée.');
    await expect(page.locator('#acts')).toContainText('Clé d’accès, sur http://localhost');
  });

  await test.step('the secretary signs by the session, which is said', async () => {
    await clerk.goto(signing);
    await clerk.locator('form[action$="/minutes/sign"] button').click();
    await expect(clerk.getByText('Cochez la case pour signer.')).toBeVisible();
    await clerk.locator('[name=confirm]').check();
    await clerk.locator('form[action$="/minutes/sign"] button').click();
    await expectTold(clerk, 'Votre signature est enregistrée.');
    await expect(clerk.locator('#acts')).toContainText('Session ouverte');
  });

  await test.step('anyone verifies both signatures without the server', async () => {
    const bundle = info.outputPath('bundle.json');
    writeFileSync(bundle, await (await page.request.get(`${held}/bundle.json`)).body());
    const said = execFileSync(process.env.TRAME_BIN, ['verify', bundle, '--language', 'fr'], { encoding: 'utf8' });
    expect(said).toContain('clé d’accès, sur http://localhost');
    expect(said).toContain('la signature est bonne');
    const pdf = await (await page.request.get(`${held}/minutes.pdf?lang=fr`, { timeout: 90_000 })).body();
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    writeFileSync(info.outputPath('minutes.pdf'), pdf);
  });

  await test.step('the next assembly is asked to approve them, and they do not change meanwhile', async () => {
    const draft = await draftAssembly(page);
    await page.goto(`${draft}/minutes-approval`);
    await page.locator('[name=minutes]').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Ajouter à l’ordre du jour' }).click();
    await expectTold(page, 'L’approbation du procès-verbal est à l’ordre du jour.');
    await page.goto(signing);
    await expect(page.locator('#next')).toContainText('à l’ordre du jour d’une assemblée');
  });

  if (process.env.TRAME_SHOTS) {
    for (const [width, scheme, lang] of [[360, 'light', 'fr'], [1280, 'dark', 'nl']]) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: scheme });
      for (const part of ['minutes/signing', 'minutes']) {
        await page.goto(`${held}/${part}?lang=${lang}`);
        await page.screenshot({ path: `${process.env.TRAME_SHOTS}/${part.replace('/', '-')}-${width}.png`, fullPage: true });
      }
    }
  }
});
