// A certified OpenID provider (the npm package oidc-provider) as the provider of one association.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';

import Provider from 'oidc-provider';

import { freePort } from './demo.js';

export const client = { id: 'trame', secret: 'a secret that only the two servers know' };

/** Starts an issuer with a key of its own: `algorithm` is RS256 or ES256, `accounts` maps subjects to their claims. */
export async function startIssuer({ name, algorithm, accounts, trame }) {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const { privateKey } =
    algorithm === 'RS256'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = { ...privateKey.export({ format: 'jwk' }), kid: `${name}-key`, use: 'sig', alg: algorithm };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${trame}/sign-in/callback`],
        post_logout_redirect_uris: [`${trame}/sign-out/return`],
        id_token_signed_response_alg: algorithm,
      },
    ],
    jwks: { keys: [key] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
    findAccount: (_, id) => accounts[id] && { accountId: id, claims: () => ({ sub: id, ...accounts[id] }) },
    pkce: { required: () => true },
    cookies: {
      keys: [randomBytes(16).toString('hex')],
      // Two issuers on one host share their cookies, since these know no port.
      names: { session: `${name}-session`, interaction: `${name}-interaction`, resume: `${name}-resume` },
    },
    ttl: { Session: 600, Grant: 600, Interaction: 600, AccessToken: 600, IdToken: 600 },
  });
  const server = provider.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    issuer,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Signs in on the provider's own pages, which are in English. */
export async function signInAtProvider(page, login) {
  await page.getByPlaceholder('Enter any login').fill(login);
  await page.getByPlaceholder('and password').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}
