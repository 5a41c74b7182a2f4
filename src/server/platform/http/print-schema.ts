/** As much of a JSON Schema as the API document uses. */
export interface Schema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  oneOf?: Schema[]
  anyOf?: Schema[]
  allOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
}

/** Deeper than that nobody reads; the machine-readable document has it all. */
const deepest = 5

const printUnion = (parts: Schema[], separator: string, depth: number): string =>
  [...new Set(parts.map((part) => printSchema(part, depth)))].join(separator)

const printObject = (schema: Schema, depth: number): string => {
  const names = Object.entries(schema.properties ?? {})
  if (names.length === 0) {
    const values = schema.additionalProperties
    return typeof values === 'object' ? `{ [key]: ${printSchema(values, depth)} }` : '{}'
  }
  if (depth >= deepest) return '{ … }'
  const indent = '  '.repeat(depth + 1)
  const lines = names.map(([name, value]) => {
    const mark = schema.required?.includes(name) ? '' : '?'
    return `${indent}${name}${mark}: ${printSchema(value, depth + 1)}\n`
  })
  return `{\n${lines.join('')}${'  '.repeat(depth)}}`
}

/** Writes a schema as people write types: `{ id: string, items: FlowSummary[] }`. */
export const printSchema = (schema: Schema, depth = 0): string => {
  if (schema.$ref !== undefined) return schema.$ref.split('/').at(-1) ?? ''
  if (schema.enum !== undefined) return schema.enum.map((one) => JSON.stringify(one)).join(' | ')
  const union = schema.oneOf ?? schema.anyOf
  if (union !== undefined) return printUnion(union, ' | ', depth)
  if (schema.allOf !== undefined) return printUnion(schema.allOf, ' & ', depth)
  const types = [schema.type ?? 'anything'].flat()
  return types
    .map((type) => {
      if (type === 'object' && types.length === 1) return printObject(schema, depth)
      if (type !== 'array' || schema.items === undefined) return type
      const item = printSchema(schema.items, depth)
      return item.includes(' | ') ? `(${item})[]` : `${item}[]`
    })
    .join(' | ')
}
