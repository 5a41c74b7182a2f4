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

/**
 * PGlite that parses and plans each statement with parameters once, instead of at every use, and
 * speaks with the database once a query instead of six times. The results are the same; the time of
 * a short query is less than half.
 */
export const prepareStatements = (client: PGlite): PGlite => {
  const statements = new Map<string, Prepared>()

  const prepare = async (text: string): Promise<Prepared> => {
    const name = `s${statements.size}`
    const { messages } = await client.execProtocol(
      join(
        serialize.parse({ name, text }),
        serialize.describe({ type: 'S', name }),
        serialize.sync(),
      ),
      { syncToFs: false },
    )
    const parameters = find(messages, 'parameterDescription') as
      | { dataTypeIDs: number[] }
      | undefined
    const row = find(messages, 'rowDescription') as Pick<Prepared, 'fields'> | undefined
    const prepared = {
      name,
      parameterTypes: parameters?.dataTypeIDs ?? [],
      fields: row?.fields ?? [],
    }
    statements.set(text, prepared)
    return prepared
  }

  const toText = (value: unknown, type: number | undefined): string | null => {
    if (value === null || value === undefined) return null
    return client.serializers[type ?? 0]?.(value) ?? String(value)
  }

  const readRow = ({ fields }: Prepared, values: (string | null)[], options?: QueryOptions) => {
    const parsed = fields.map(({ dataTypeID }, index) => {
      const value = values[index] ?? null
      const parse = options?.parsers?.[dataTypeID] ?? client.parsers[dataTypeID]
      return value === null || parse === undefined ? value : parse(value, dataTypeID)
    })
    return options?.rowMode === 'array'
      ? parsed
      : Object.fromEntries(fields.map(({ name }, index) => [name, parsed[index]]))
  }

  const run = async <Row>(
    text: string,
    parameters: unknown[],
    options: QueryOptions | undefined,
    syncToFs: boolean,
  ): Promise<Results<Row>> => {
    const prepared = statements.get(text) ?? (await prepare(text))
    const values = parameters.map((value, index) => toText(value, prepared.parameterTypes[index]))
    const { messages } = await client.execProtocol(
      join(
        serialize.bind({ statement: prepared.name, values }),
        serialize.execute({}),
        serialize.sync(),
      ),
      { syncToFs },
    )
    const rows = messages
      .filter((message) => message.name === 'dataRow')
      .map((message) =>
        readRow(prepared, (message as unknown as { fields: string[] }).fields, options),
      )
    const done = find(messages, 'commandComplete') as { text: string } | undefined
    return {
      rows: rows as Row[],
      fields: [...prepared.fields],
      affectedRows: Number(done?.text.split(' ').at(-1)) || 0,
    }
  }

  const canPrepare = (text: string, parameters: readonly unknown[]) =>
    parameters.length > 0 && (statements.has(text) || statements.size < mostStatements)

  const query: Query = async (text, parameters = [], options) => {
    if (!canPrepare(text, parameters)) return client.query(text, parameters, options)
    await client._checkReady()
    return client._runExclusiveTransaction(() =>
      client.runExclusive(() => run(text, parameters, options, true)),
    )
  }

  const queryIn =
    (tx: Transaction): Query =>
    (text, parameters = [], options) =>
      canPrepare(text, parameters) && !tx.closed
        ? client.runExclusive(() => run(text, parameters, options, false))
        : tx.query(text, parameters, options)

  const transaction = <T>(work: (tx: Transaction) => Promise<T>) =>
    client.transaction((tx) => {
      const prepared = Object.create(tx, { query: { value: queryIn(tx) } }) as Transaction
      return work(prepared)
    })

  return new Proxy(client, {
    get(target, property) {
      if (property === 'query') return query
      if (property === 'transaction') return transaction
      const value: unknown = Reflect.get(target, property, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
