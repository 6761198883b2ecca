// A demo of its own on a free port, with a new database in a temporary folder.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * `database` is the address of an empty one, SQLite in the temporary folder otherwise; `network` the text of one more.
 * `localhost` is a name, as passkeys want one; a bare address is not.
 */
export async function startDemo({ database, network, name = '127.0.0.1' } = {}) {
  const program = process.env.TRAME_BIN;
  if (!program) throw new Error('TRAME_BIN names no program: start the tests with `cargo xtask test`');
  const folder = await mkdtemp(join(tmpdir(), 'trame-demo-'));
  const port = await freePort();
  const options = ['--port', String(port), '--database-url', database ?? `sqlite://${folder}/demo.db`];
  if (network) {
    await writeFile(join(folder, 'network.toml'), network);
    options.push('--network', join(folder, 'network.toml'));
  }
  const server = spawn(program, ['demo', ...options], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Every browser of the tests comes from one address.
    env: {
      ...process.env,
      TRAME_SIGN_INS_PER_MINUTE: '10000',
      RUST_LOG: 'info,sqlx=warn,sea_orm=warn',
      NO_COLOR: '1',
      ...(name === 'localhost' && { TRAME_PUBLIC_URL: `http://localhost:${port}` }),
    },
  });
  const ended = once(server, 'exit');
  let log = '';
  server.stderr.setEncoding('utf8').on('data', (text) => (log += text));
  let said = '';
  await new Promise((ready, failed) => {
    server.stdout.setEncoding('utf8').on('data', (text) => {
      said += text;
      if (said.includes('Trame is at')) ready();
    });
    ended.then(([code]) => failed(new Error(`the demo ended with ${code} before it was ready:\n${said}${log}`)));
    server.once('error', failed);
  });
  return {
    url: `http://${name}:${port}`,
    /** What the server called an error since it was started: a fault of ours, never of who sent something. */
    errors: () => log.split('\n').filter((line) => /\bERROR\b/.test(line)),
    async stop() {
      server.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
