import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Env } from './env.ts'

/**
 * The key that signs sessions and codes: `SECRET_KEY`, else one that is made once and kept in the
 * data directory, readable by its owner alone. Production has to set it (see env.ts).
 */
export const keepSecretKey = ({ SECRET_KEY, DATA_DIR }: Env): string => {
  if (SECRET_KEY !== undefined) return SECRET_KEY
  const path = join(DATA_DIR, 'secret-key')
  if (existsSync(path)) return readFileSync(path, 'utf8').trim()
  const key = randomBytes(32).toString('base64url')
  mkdirSync(DATA_DIR, { recursive: true })
  writeFileSync(path, `${key}\n`, { mode: 0o600 })
  return key
}
