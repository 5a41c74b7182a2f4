import type { z } from 'zod'
import { type FlowDocument, flowDocumentSchema } from '#domain/flow/flow-schema.ts'
import { pageSpacing } from '#domain/flow/page-spacing.ts'

type DocumentInput = z.input<typeof flowDocumentSchema>
type PageInput = Omit<DocumentInput['pages'][number], 'components' | 'position'> & {
  /** Settings that are not named have their defaults. */
  components: Record<string, unknown>[]
}

/** Writes a template in short: pages from left to right, each followed by the next. */
export const defineTemplate = (
  name: string,
  description: string,
  pages: PageInput[],
): FlowDocument =>
  flowDocumentSchema.parse({
    settings: { name, description },
    pages: pages.map((page, index) => ({ ...page, position: { x: index * pageSpacing, y: 0 } })),
  })
