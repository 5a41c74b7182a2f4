import { openDatabase } from './platform/db/open-database.ts'
import { parseEnv } from './platform/env.ts'
import { keepSecretKey } from './platform/keep-secret-key.ts'
import { openSecretBox } from './platform/open-secret-box.ts'
import { rotateSecretsAcrossOrgs } from './senders/number-secrets-service.ts'

// `npm run secrets:rotate`: encrypts all stored credentials by the first of SECRETS_KEYS. After it, the
// keys behind the first are no longer needed. Harmless to repeat, and while servers run.

const env = parseEnv(process.env)
if (!env.ok) {
  for (const problem of env.error) process.stderr.write(`${problem}\n`)
  process.exit(1)
}
const secrets = await openSecretBox(env.value, keepSecretKey(env.value))
if (secrets === undefined) {
  process.stderr.write('SECRETS_KEYS is not set: see .env.example.\n')
  process.exit(1)
}
const { db, close } = await openDatabase(env.value)
try {
  const count = await rotateSecretsAcrossOrgs({ db }, secrets)
  process.stdout.write(`${count} secrets were encrypted by the newest key.\n`)
} finally {
  await close()
}
