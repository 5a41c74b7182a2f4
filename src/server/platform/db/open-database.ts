import type { Env } from '../env.ts'
import type { OpenDatabase } from './database.ts'
import { openEmbedded } from './open-embedded.ts'
import { openPostgres } from './open-postgres.ts'

/** Opens PostgreSQL where `DATABASE_URL` names one, else the embedded database in `DATA_DIR`. */
export const openDatabase = (env: Pick<Env, 'DATABASE_URL' | 'DATA_DIR'>): Promise<OpenDatabase> =>
  env.DATABASE_URL === undefined ? openEmbedded(env.DATA_DIR) : openPostgres(env.DATABASE_URL)
