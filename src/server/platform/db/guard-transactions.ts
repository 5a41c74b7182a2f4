import { AsyncLocalStorage } from 'node:async_hooks'
import type { Database } from './database.ts'

/** What drizzle keeps to itself, and every query and transaction goes through. */
interface Session {
  prepareQuery(...args: unknown[]): unknown
  transaction(work: (tx: unknown) => Promise<unknown>, config?: unknown): Promise<unknown>
}

/**
 * Makes a query on the database itself throw while a transaction on it is under way in the same
 * flow of calls. On the embedded database, which has one connection, such a query would wait for
 * ever; on PostgreSQL it would silently not be a part of the transaction.
 */
export const guardTransactions = (db: Database): void => {
  const session = (db as unknown as { session: Session }).session
  const prepareQuery = session.prepareQuery.bind(session)
  const transaction = session.transaction.bind(session)
  // The flag is turned off at the end, for work that was begun inside and goes on after it.
  const current = new AsyncLocalStorage<{ isOpen: boolean }>()
  const refuseInside = () => {
    if (current.getStore()?.isOpen) {
      throw new Error('The database was used inside its own transaction: pass on the tx instead.')
    }
  }
  session.prepareQuery = (...args) => {
    refuseInside()
    return prepareQuery(...args)
  }
  session.transaction = async (work, config) => {
    refuseInside()
    const state = { isOpen: true }
    try {
      return await transaction((tx) => current.run(state, () => work(tx)), config)
    } finally {
      state.isOpen = false
    }
  }
}
