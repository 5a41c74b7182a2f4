import type { Result } from '#domain/shared/result.ts'
import type { Database } from './database.ts'

/** Carries an expected failure out of a transaction, so that it is rolled back. */
class Refused extends Error {
  readonly failure: unknown

  constructor(failure: unknown) {
    super('refused')
    this.failure = failure
  }
}

/** Runs work in a transaction that is kept when the result is a success, and undone otherwise. */
export const inTransaction = async <T, E>(
  db: Database,
  work: (tx: Database) => Promise<Result<T, E>>,
): Promise<Result<T, E>> => {
  try {
    return await db.transaction(async (tx) => {
      const result = await work(tx)
      if (!result.ok) throw new Refused(result.error)
      return result
    })
  } catch (error) {
    if (error instanceof Refused) return { ok: false, error: error.failure as E }
    throw error
  }
}
