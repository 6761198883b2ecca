// A motion with articles and its amendments, from the proposal to the text in the minutes.
import { OTHERS, ballot, enterRoom, noteArrival, part, todaysAssembly } from './support/assembly.js';
import { aurore, chair, coallia, emmaus, expectTold, groupeSos, ikambere, signIn, soliha, voorzitter } from './support/people.js';
import { expect, testOnNewDemo as test } from './support/test.js';

const MOTION = 'Entrée des personnes accompagnées dans la gouvernance';
const AS_WRITTEN = 'Deux sièges du conseil d’administration sont ouverts à des personnes accompagnées, désignées par leurs pairs pour deux ans.';
const A_THIRD = 'Un tiers des sièges du conseil d’administration sont ouverts à des personnes accompagnées, désignées par leurs pairs pour deux ans.';
const ASSEMBLED = 'Un tiers des sièges du conseil d’administration sont ouverts à des personnes accompagnées, désignées par leurs pairs pour trois ans.';

/** An amendment on the page of its motion. */
function amendment(page, number) {
  return page.locator('article.amendment').filter({ has: page.getByRole('heading', { name: new RegExp(`^Amendement ${number} `) }) });
}

async function motionPage(page, assembly) {
  await page.goto(`${assembly}/motions`);
  await page.getByRole('link', { name: new RegExp(MOTION) }).click();
  await expect(page.getByRole('heading', { level: 1, name: MOTION })).toBeVisible();
  return new URL(page.url()).pathname;
}

test('two amendments to one paragraph: the first is adopted, the second is read on the new text, the third falls', async ({ arrive }) => {
  test.setTimeout(150_000);
  // No page of it needs JavaScript.
  const chairPage = await arrive({ javaScriptEnabled: false });
  await signIn(chairPage, chair);
  const assembly = await todaysAssembly(chairPage);
  const motion = await motionPage(chairPage, assembly);

  await test.step('collisions are named, and differences are words', async () => {
    const third = amendment(chairPage, 3);
    await expect(third).toContainText('L’amendement 1 change les mêmes mots');
    await expect(third).toContainText('L’amendement 2 change d’autres mots du même alinéa');
    await expect(third.locator('.difference ins')).toContainText('Un tiers des');
    await expect(third.locator('.difference del')).toContainText('Deux');
    await expect(third.locator('.difference del .spoken').first()).toHaveText('(supprimé :)');
  });

  await test.step('an association hands in a fourth amendment, another supports it, the board admits it', async () => {
    const page = await arrive({ javaScriptEnabled: false });
    await signIn(page, soliha, motion);
    await page.getByRole('link', { name: 'Proposer un amendement – 2.2' }).click();
    await page.getByRole('radio', { name: 'supprimer l’alinéa' }).check();
    await page.getByRole('button', { name: 'Déposer' }).click();
    await expect(page.locator('#field-reasons-error')).toContainText('Remplissez ce champ.');
    await page.getByLabel('Motifs').fill('La question relève du règlement intérieur.');
    await page.getByRole('button', { name: 'Déposer' }).click();
    await expectTold(page, 'L’amendement est déposé.');
    const other = await arrive({ javaScriptEnabled: false });
    await signIn(other, groupeSos, motion);
    await amendment(other, 4).getByRole('button', { name: /^Soutenir/ }).click();
    await expectTold(other, 'Le soutien est enregistré.');
    await expect(amendment(other, 4)).toContainText('Soutenu par Groupe SOS Solidarités');
    await chairPage.goto(motion);
    const fourth = amendment(chairPage, 4);
    await fourth.locator('summary').filter({ hasText: 'Recevabilité' }).click();
    await fourth.getByRole('radio', { name: /^Irrecevable/ }).check();
    await fourth.getByLabel('Motif, en cas de refus').fill('Déposé en double.');
    await fourth.getByRole('button', { name: /^Enregistrer la décision/ }).click();
    await expect(amendment(chairPage, 4)).toContainText('Déposé en double.');
  });

  const pages = {};
  await test.step('the session opens with a quorum', async () => {
    for (const someone of [aurore, coallia, emmaus, ikambere, soliha, groupeSos]) {
      const page = await arrive({ javaScriptEnabled: false });
      await enterRoom(page, someone, assembly);
      pages[someone.organization] = page;
    }
    await chairPage.goto(`${assembly}/desk`);
    for (const association of OTHERS) await noteArrival(chairPage, association);
    await chairPage.goto(`${assembly}/room`);
    await chairPage.getByRole('button', { name: 'Ouvrir la séance' }).click();
  });

  /** The chair puts the next amendment to the vote; Aurore and Coallia vote; the chair closes. */
  const decide = async (choice) => {
    await chairPage.goto(`${motion}/order`);
    await chairPage.getByRole('button', { name: /^Ouvrir le vote/ }).click();
    await expectTold(chairPage, 'Le vote est ouvert.');
    for (const [organization, name] of [['aurore', /^Aurore/], ['coallia', /^Coallia/]]) {
      const page = pages[organization];
      await page.goto(`${assembly}/room`);
      await ballot(page, name).getByRole('radio', { name: choice }).check();
      await ballot(page, name).getByRole('button').click();
      await expectTold(page, 'Votre vote est enregistré.');
    }
    await chairPage.goto(`${assembly}/room`);
    await chairPage.getByRole('button', { name: /^Clôturer le vote/ }).click();
    await expectTold(chairPage, 'Le vote est clos.');
  };

  await test.step('the furthest comes first; its adoption changes the text and leaves another without object', async () => {
    await chairPage.goto(`${motion}/order`);
    await expect(chairPage.locator('.vote-order h2')).toHaveText([/^Amendement 3/, /^Amendement 1/, /^Amendement 2/]);
    await decide('Pour');
    await chairPage.goto(motion);
    await expect(amendment(chairPage, 3)).toContainText('Adopté');
    await expect(amendment(chairPage, 1)).toContainText('Sans objet depuis l’adoption de l’amendement 3.');
    await expect(amendment(chairPage, 2)).toContainText('l’amendement est lu sur le texte d’aujourd’hui');
    await expect(part(chairPage, /^Article 1/).locator('.paragraph-text').first()).toContainText(A_THIRD);
    await expect(part(chairPage, /^Article 1/).locator('.paragraph-text').first()).not.toContainText(AS_WRITTEN);
  });

  await test.step('the second is voted on as it reads on the new text', async () => {
    await decide('Pour');
    await chairPage.goto(`${motion}/text?text=fr`);
    await expect(chairPage.getByText('Ce texte n’est pas adopté')).toBeVisible();
    await expect(chairPage.locator('main')).toContainText(ASSEMBLED);
  });

  await test.step('the minutes have every amendment and the assembled text', async () => {
    await chairPage.goto(`${assembly}/minutes`);
    const minutes = chairPage.locator('main');
    for (const number of [1, 2, 3, 4]) {
      await expect(minutes.getByRole('heading', { name: new RegExp(`^Amendement ${number} à l’alinéa`) })).toBeVisible();
    }
    await expect(minutes).toContainText('Déposé en double.');
    await expect(minutes).toContainText(`1.1 ${ASSEMBLED}`);
  });
});

test('a text in two languages: an amendment to the Dutch one says so beside the French one', async ({ arrive }) => {
  const page = await arrive();
  await signIn(page, voorzitter);
  await page.goto('/n/transfrontalier/assemblies?lang=nl');
  await page.getByRole('link', { name: 'Assemblée annuelle' }).click();
  await page.getByRole('link', { name: /^Artikelen en amendementen/ }).click();
  const amendment = page.locator('#amendment-1');
  await expect(amendment.getByRole('heading')).toHaveText('Amendement 1 op lid 1.1: het lid wijzigen');
  await expect(amendment.locator('.difference ins')).toContainText('drie');
  await expect(amendment.getByText('Betreft de tekst in')).toHaveCount(0);
  await page.getByRole('link', { name: 'De tekst lezen: Français' }).click();
  await expect(page.locator('.paragraph-text [lang=fr]').first()).toContainText('Deux places au moins');
  await expect(amendment).toContainText('Betreft de tekst in: Nederlands');
  // The form begins with the words of the language that was being read.
  await page.getByRole('link', { name: 'Een amendement indienen – 1.2' }).click();
  await expect(page.getByLabel('Nieuwe tekst')).toHaveValue('L’interprétation et les déplacements sont pris en charge par le réseau.');
  await expect(page.getByLabel('Nieuwe tekst')).toHaveAttribute('lang', 'fr');
});
