import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { root, run, stop } from './bootstrap.mjs'

// `npm run test:contract`: every request of our senders against the providers' own OpenAPI documents,
// which a mock serves on loopback. They are not ours to copy: SPECS_DIR says where they are.

if (!process.env.SPECS_DIR) stop("Set SPECS_DIR to the folder with the providers' documents.")
const specs = resolve(root, process.env.SPECS_DIR)
const home = join(root, '.cache/contract')

for (const file of ['meta-whatsapp.openapi.json', 'twilio-messages.openapi.json']) {
  if (!existsSync(join(specs, file))) {
    stop(`${file} is not in ${specs}, where SPECS_DIR says that it is.`)
  }
}
installMock()
process.exitCode = await run(
  'vitest',
  ['run', '--config', '.config/vitest.config.ts', '--project', 'contract'],
  { SPECS_DIR: specs },
)

/** 74 MB that only these tests need, in the versions of the lock file. */
function installMock() {
  const lock = 'package-lock.json'
  const source = join(root, '.config/contract')
  const isCurrent =
    existsSync(join(home, 'node_modules')) &&
    existsSync(join(home, lock)) &&
    readFileSync(join(home, lock), 'utf8') === readFileSync(join(source, lock), 'utf8')
  if (isCurrent) return
  console.log('Installing the OpenAPI mock …')
  mkdirSync(home, { recursive: true })
  for (const file of ['package.json', lock]) copyFileSync(join(source, file), join(home, file))
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: home,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) stop('The OpenAPI mock could not be installed.')
}
