import {
  type PGlite,
  protocol,
  type QueryOptions,
  type Results,
  type Transaction,
} from '@electric-sql/pglite'

/** A statement that the database has parsed, and planned after a few uses. */
interface Prepared {
  name: string
  /** PostgreSQL's type of each parameter. */
  parameterTypes: readonly number[]
  fields: readonly { name: string; dataTypeID: number }[]
}

interface DataRow {
  fields: (string | null)[]
}

type Message = Awaited<ReturnType<PGlite['execProtocol']>>['messages'][number]
type Query = <Row>(
  text: string,
  parameters?: unknown[],
  options?: QueryOptions,
) => Promise<Results<Row>>

/** Statements whose text is made for one use would fill the memory: so many are kept, no more. */
const mostStatements = 400
const { serialize } = protocol

const join = (...parts: Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let place = 0
  for (const part of parts) {
    whole.set(part, place)
    place += part.length
  }
  return whole
}

const find = <Name extends string>(messages: readonly Message[], name: Name) =>
  messages.find((message) => message.name === name)

/** "Cached plan must not change result type": a table has other columns by now. */
const isOutdated = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === '0A000'

const prepare = async (client: PGlite, name: string, text: string): Promise<Prepared> => {
  const message = join(
    serialize.parse({ name, text }),
    serialize.describe({ type: 'S', name }),
    serialize.sync(),
  )
  const { messages } = await client.execProtocol(message, { syncToFs: false })
  const parameters = find(messages, 'parameterDescription') as { dataTypeIDs: number[] } | undefined
  const row = find(messages, 'rowDescription') as Pick<Prepared, 'fields'> | undefined
  return { name, parameterTypes: parameters?.dataTypeIDs ?? [], fields: row?.fields ?? [] }
}

const toText = (client: PGlite, value: unknown, type: number | undefined): string | null => {
  if (value === null || value === undefined) return null
  return client.serializers[type ?? 0]?.(value) ?? String(value)
}

const readRow = (
  client: PGlite,
  { fields }: Prepared,
  values: readonly (string | null)[],
  options: QueryOptions | undefined,
) => {
  const parsed = fields.map(({ dataTypeID }, index) => {
    const value = values[index] ?? null
    const parse = options?.parsers?.[dataTypeID] ?? client.parsers[dataTypeID]
    return value === null || parse === undefined ? value : parse(value, dataTypeID)
  })
  return options?.rowMode === 'array'
    ? parsed
    : Object.fromEntries(fields.map(({ name }, index) => [name, parsed[index]]))
}

const execute = async <Row>(
  client: PGlite,
  prepared: Prepared,
  parameters: readonly unknown[],
  options: (QueryOptions & { syncToFs: boolean }) | undefined,
): Promise<Results<Row>> => {
  const { name, parameterTypes, fields } = prepared
  const values = parameters.map((value, index) => toText(client, value, parameterTypes[index]))
  const { messages } = await client.execProtocol(
    join(serialize.bind({ statement: name, values }), serialize.execute({}), serialize.sync()),
    { syncToFs: options?.syncToFs ?? true },
  )
  const rows = messages.flatMap((message) =>
    message.name === 'dataRow'
      ? [readRow(client, prepared, (message as unknown as DataRow).fields, options)]
      : [],
  )
  const done = find(messages, 'commandComplete') as { text: string } | undefined
  const affectedRows = Number(done?.text.split(' ').at(-1)) || 0
  return { rows: rows as Row[], fields: [...fields], affectedRows }
}

/**
 * PGlite that parses and plans each statement with parameters once, instead of at every use, and
 * speaks with the database once a query instead of six times. The results are the same; a short
 * query takes less than half the time.
 */
export const prepareStatements = (client: PGlite): PGlite => {
  const statements = new Map<string, Prepared>()
  let prepares = 0

  const run = async <Row>(
    text: string,
    parameters: readonly unknown[],
    options: QueryOptions | undefined,
    syncToFs: boolean,
  ): Promise<Results<Row>> => {
    const known = statements.get(text)
    if (known === undefined) prepares += 1
    const prepared = known ?? (await prepare(client, `s${prepares}`, text))
    statements.set(text, prepared)
    return execute(client, prepared, parameters, { ...options, syncToFs })
  }

  const canPrepare = (text: string, parameters: readonly unknown[]) =>
    parameters.length > 0 && (statements.has(text) || statements.size < mostStatements)

  const query: Query = async <Row>(
    text: string,
    parameters: unknown[] = [],
    options?: QueryOptions,
  ) => {
    if (!canPrepare(text, parameters)) return client.query<Row>(text, parameters, options)
    await client._checkReady()
    const once = () =>
      client._runExclusiveTransaction(() =>
        client.runExclusive(() => run<Row>(text, parameters, options, true)),
      )
    try {
      return await once()
    } catch (error) {
      if (!isOutdated(error)) throw error
      statements.delete(text)
      return once()
    }
  }

  const queryIn =
    (tx: Transaction): Query =>
    (text, parameters = [], options) =>
      canPrepare(text, parameters) && !tx.closed
        ? client.runExclusive(() => run(text, parameters, options, false))
        : tx.query(text, parameters, options)

  const transaction = <T>(work: (tx: Transaction) => Promise<T>) =>
    client.transaction((tx) =>
      work(Object.create(tx, { query: { value: queryIn(tx) } }) as Transaction),
    )

  const replaced: Record<PropertyKey, unknown> = { query, transaction }
  return new Proxy(client, {
    get(target, property) {
      if (Object.hasOwn(replaced, property)) return replaced[property]
      const value: unknown = Reflect.get(target, property, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
