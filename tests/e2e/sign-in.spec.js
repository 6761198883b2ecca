import { adefPresident, alteraliaPresident, aurore, coallia, director, expectTold, pick, signIn, signInByLink } from './support/people.js';
import { client, signInAtProvider, startIssuer } from './support/provider.js';
import { expect, test, testOnNewDemo } from './support/test.js';

/** Whoever is signed in, as the head of every page says. */
const whoever = (page) => page.locator('.masthead .person');

test('an e-mail address leads to the provider of its association, and back to where one was going', async ({ page }) => {
  await page.goto('/n/interlogement93/members');
  await page.locator('.masthead').getByRole('link', { name: 'Se connecter' }).click();
  await page.getByLabel('Votre adresse e-mail').fill('Presidence@Aurore.example');
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page).toHaveURL(/\/demo\/idp\/aurore\/authorize\?/);
  await expect(page.getByRole('heading', { level: 1, name: 'Aurore : qui se connecte ?' })).toBeVisible();
  await pick(page, aurore.person);
  await expect(page).toHaveURL(/\/n\/interlogement93\/members$/);
  await expect(whoever(page)).toContainText(aurore.person);
});

test('picking the association leads to its provider', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('Nom de l’association').fill('coal');
  await page.getByRole('button', { name: 'Rechercher' }).click();
  await page.getByRole('link', { name: 'Coallia' }).click();
  await pick(page, coallia.person);
  await expect(page).toHaveURL(/\/$/);
  await expect(whoever(page)).toContainText(coallia.person);
});

test('whoever declines at the provider is told what to do next', async ({ page }) => {
  await page.goto('/sso/aurore');
  await page.getByRole('button', { name: 'Renoncer' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'La connexion n’a pas abouti' })).toBeVisible();
  await page.getByRole('link', { name: 'Se connecter autrement' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
});

test('someone unknown at a provider that refuses strangers is not let in', async ({ page }) => {
  await page.goto('/sso/emmaus-solidarite');
  await pick(page, 'Nouvelle salariée (Emmaüs Solidarité)');
  await expect(page.getByRole('heading', { level: 1, name: 'La connexion n’a pas abouti' })).toBeVisible();
  await page.goto('/account');
  await expect(page.getByRole('heading', { level: 1, name: 'Connectez-vous pour continuer' })).toBeVisible();
});

test('an association without a provider signs in by a one-time link, which serves once', async ({ page, arrive }) => {
  const used = await signInByLink(page, alteraliaPresident);
  const other = await arrive();
  await other.goto(used);
  await expect(other.getByRole('heading', { level: 1, name: 'La connexion n’a pas abouti' })).toBeVisible();
});

test('an address that nobody has is answered like any other', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('Votre adresse e-mail').fill('personne@inconnue.example');
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Regardez votre messagerie' })).toBeVisible();
  await page.goto('/demo/mailbox?to=personne%40inconnue.example');
  await expect(page.getByText('Aucune lettre')).toBeVisible();
});

test('signing out ends the session here, and at the provider if one wants', async ({ page }) => {
  await signIn(page, aurore, '/account');
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Vous êtes déconnecté·e d’ici' })).toBeVisible();
  await page.getByRole('link', { name: 'Me déconnecter de Aurore' }).click();
  await expect(page.getByText('Vous êtes hors connexion. À bientôt.')).toBeVisible();
  await page.goto('/account');
  await expect(page.getByRole('heading', { level: 1, name: 'Connectez-vous pour continuer' })).toBeVisible();
});

testOnNewDemo('open sessions are listed, and can be ended from another device', async ({ page, arrive }) => {
  const phone = await arrive({
    userAgent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
  });
  await signIn(phone, aurore, '/account');
  await signIn(page, aurore, '/account');
  const devices = page.getByRole('table', { name: 'Sessions ouvertes' });
  await expect(devices.getByRole('rowheader')).toHaveCount(2);
  await expect(devices.getByRole('row').filter({ hasText: 'cet appareil' })).toContainText('Chrome, Linux');
  await devices.getByRole('row').filter({ hasText: 'Safari, iPhone' }).getByRole('button', { name: /^Déconnecter/ }).click();
  await expectTold(page, 'L’appareil est déconnecté.');
  await expect(devices.getByRole('rowheader')).toHaveCount(1);
  await phone.reload();
  await expect(phone.getByRole('heading', { level: 1, name: 'Connectez-vous pour continuer' })).toBeVisible();
});

testOnNewDemo('two associations set up their own certified providers, and their people sign in', async ({ demo, arrive }) => {
  testOnNewDemo.setTimeout(120_000);
  const staff = (name, domain) => ({
    name: `${name} (${domain})`,
    email: `${name.toLowerCase()}@${domain}.example`,
    email_verified: true,
    groups: ['equipe'],
  });
  const issuers = {
    adef: await startIssuer({
      name: 'adef',
      algorithm: 'RS256',
      trame: demo.url,
      accounts: { claude: staff('Claude', 'adef'), dominique: staff('Dominique', 'adef') },
    }),
    alteralia: await startIssuer({
      name: 'alteralia',
      algorithm: 'ES256',
      trame: demo.url,
      accounts: {
        camille: staff('Camille', 'alteralia'),
        // Says of itself that it is somebody of ADEF.
        impostor: { ...staff('Claude', 'adef'), groups: [] },
      },
    }),
  };
  const administrators = { adef: adefPresident, alteralia: alteraliaPresident };
  try {
    for (const [slug, { issuer }] of Object.entries(issuers)) {
      await testOnNewDemo.step(`the administrator of ${slug} sets the connection up`, async () => {
        const page = await arrive();
        await signInByLink(page, administrators[slug]);
        await page.goto(`/o/${slug}/connection`);
        await page.getByLabel('Émetteur (issuer)').fill(issuer);
        await page.getByLabel('Identifiant du client (client ID)').fill(client.id);
        await page.getByLabel('Secret du client').fill(client.secret);
        await page.getByRole('radio', { name: /client_secret_basic/ }).check();
        await page.getByLabel('Portées demandées (scopes)').fill('openid email profile groups');
        await page.getByRole('radio', { name: /L’accueillir comme membre de l’équipe/ }).check();
        await page.getByRole('button', { name: 'Enregistrer' }).click();
        await expectTold(page, 'Les réglages sont enregistrés.');
        await page.getByLabel('Domaine', { exact: true }).fill(`${slug}.example`);
        await page.getByRole('button', { name: 'Ajouter un domaine' }).click();
        await expectTold(page, 'Le domaine est ajouté.');

        const network = await arrive();
        await signIn(network, director, `/o/${slug}/rescue`);
        await network.getByRole('button', { name: /^Confirmer au nom du réseau/ }).click();
        await expectTold(network, 'Le domaine est confirmé');

        await page.goto(`/o/${slug}/connection`);
        await page.getByRole('button', { name: 'Faire un essai' }).click();
        const tester = slug === 'adef' ? 'dominique' : 'camille';
        await signInAtProvider(page, tester);
        await expect(page.getByText('L’essai a réussi : ces réglages peuvent être mis en service.')).toBeVisible();
        const received = page.getByRole('table', { name: 'Ce qui a été reçu' });
        await expect(received.getByRole('row', { name: /^email / })).toContainText(`${tester}@${slug}.example`);
        await expect(received.getByRole('row', { name: /^groups/ })).toContainText('equipe');
        await expect(page.getByText('Elle serait accueillie comme membre de l’équipe.')).toBeVisible();
        await page.getByRole('button', { name: 'Mettre en service' }).click();
        await expectTold(page, 'La connexion est en service.');
      });
    }

    await testOnNewDemo.step('a new employee enters through each of the two', async () => {
      for (const [slug, login, name] of [
        ['adef', 'claude', 'Claude (adef)'],
        ['alteralia', 'camille', 'Camille (alteralia)'],
      ]) {
        const page = await arrive();
        await page.goto('/sign-in');
        await page.getByLabel('Votre adresse e-mail').fill(`${login}@${slug}.example`);
        await page.getByRole('button', { name: 'Continuer' }).click();
        await page.waitForURL(`${issuers[slug].issuer}/**`);
        await signInAtProvider(page, login);
        await page.waitForURL(`${demo.url}/**`);
        await expect(whoever(page)).toContainText(name);
        await page.goto('/account');
        await expect(page.getByRole('table', { name: 'Mandats en cours' })).toContainText('équipe salariée');
      }
    });

    await testOnNewDemo.step('a provider cannot bring in somebody of another association', async () => {
      const page = await arrive();
      await page.goto('/sso/alteralia');
      await signInAtProvider(page, 'impostor');
      await expect(page.getByRole('heading', { level: 1, name: 'La connexion n’a pas abouti' })).toBeVisible();
    });

    await testOnNewDemo.step('signing out at the provider leads back here', async () => {
      const page = await arrive();
      await page.goto('/sso/adef');
      await signInAtProvider(page, 'claude');
      await page.getByRole('button', { name: 'Se déconnecter' }).click();
      await page.getByRole('link', { name: 'Me déconnecter de ADEF' }).click();
      await page.getByRole('button', { name: 'Yes, sign me out' }).click();
      await expect(page.getByText('Vous êtes hors connexion. À bientôt.')).toBeVisible();
    });
  } finally {
    for (const { stop } of Object.values(issuers)) await stop();
  }
});
