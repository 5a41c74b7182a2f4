import { z } from 'zod'
import { componentSchema } from '#domain/components/component-registry.ts'
import { componentIdSchema } from '#domain/shared/identifier-schema.ts'
import { err, ok, type Result } from '#domain/shared/result.ts'
import { safeText } from '#domain/shared/text-schema.ts'
import { documentLimits, pageSchema } from './flow-schema.ts'
import { liftParts } from './migrations/lift-document.ts'

/** How copied parts of a flow introduce themselves on the system clipboard. */
const clipboardFormat = 'sandi-clipboard'
const clipboardVersion = 1

/** How much is taken from the clipboard at once. */
const clipboardLimits = { components: 1_000, pages: 200 } as const

/** A component outside of what was copied that something inside refers to. */
const outsideReference = z.strictObject({
  id: componentIdSchema,
  title: safeText.max(100),
  type: z.string().max(64),
})

const head = {
  format: z.literal(clipboardFormat),
  version: z.literal(clipboardVersion),
  references: z.array(outsideReference).max(documentLimits.components),
}

const clipboardSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...head,
    kind: z.literal('components'),
    components: z.array(componentSchema).min(1).max(clipboardLimits.components),
  }),
  z.strictObject({
    ...head,
    kind: z.literal('pages'),
    pages: z.array(pageSchema).min(1).max(clipboardLimits.pages),
  }),
])

/** Parts of a flow as they travel by the system clipboard, between flows, tabs and organisations. */
export type Clipboard = z.infer<typeof clipboardSchema>
export type OutsideReference = z.infer<typeof outsideReference>

/** What all copied parts begin with. */
export const clipboardHead = { format: clipboardFormat, version: clipboardVersion } as const

const foreign = 'There is nothing on the clipboard that was copied in a Flow Builder.'

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Reads what is on the clipboard, which may be anything; says in a sentence why it is not taken. */
export const readClipboard = (text: string): Result<Clipboard, string> => {
  if (!text.trimStart().startsWith('{') || !text.includes(clipboardFormat)) return err(foreign)
  if (text.length > documentLimits.bytes) {
    return err('What is on the clipboard is too large to be pasted at once.')
  }
  const json = parseJson(text)
  if (json === null || typeof json !== 'object' || !('format' in json)) return err(foreign)
  if (json.format !== clipboardFormat) return err(foreign)
  if ('version' in json && typeof json.version === 'number' && json.version > clipboardVersion) {
    return err('It was copied in a newer version of Sandi. Reload this page, then paste again.')
  }
  const parsed = clipboardSchema.safeParse(liftParts(json))
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  return err(`It cannot be pasted: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim())
}
