import pg from 'pg'
import { second } from '#domain/shared/clock.ts'
import type { Bus, BusListener } from '../bus.ts'

const channel = 'sandi'
const longestWait = 30 * second

/**
 * The bus of all processes on one PostgreSQL, by LISTEN and NOTIFY. It has a connection of its own;
 * when that breaks it takes a new one, and tells its listeners that they may have missed something.
 */
export const openPostgresBus = async (url: string): Promise<Bus & { close(): Promise<void> }> => {
  const listeners = new Set<BusListener>()
  let client: pg.Client | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isClosed = false

  const connect = async () => {
    const next = new pg.Client({ connectionString: url, keepAlive: true })
    let isGone = false
    const leave = () => {
      if (isGone || isClosed) return
      isGone = true
      void next.end().catch(() => undefined)
      reconnect(second)
    }
    next.on('error', leave)
    next.on('end', leave)
    next.on('notification', ({ payload = '' }) => {
      for (const { onMessage } of listeners) onMessage(payload)
    })
    client = next
    await next.connect()
    await next.query(`listen ${channel}`)
  }

  const reconnect = (wait: number) => {
    timer = setTimeout(() => {
      connect().then(
        () => {
          for (const { onGap } of listeners) onGap()
        },
        () => reconnect(Math.min(wait * 2, longestWait)),
      )
    }, wait)
  }

  await connect()
  return {
    publish: (message) => {
      // By the one connection, so that messages arrive in their order: who moves was here before. What is
      // lost here is found again at the next message, or by a reload.
      client?.query('select pg_notify($1, $2)', [channel, message]).catch(() => undefined)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      isClosed = true
      clearTimeout(timer)
      await client?.end().catch(() => undefined)
    },
  }
}
