import { currentSchemaVersion, type FlowDocument } from '#domain/flow/flow-schema.ts'
import { pageSpacing } from '#domain/flow/page-spacing.ts'
import { fallbackLanguage } from '#domain/otp/message-language.ts'
import type { Context } from '#server/platform/context.ts'

/** A flow to begin with: an empty Initial Page and an empty Mobile App Page. */
export const createBlankDocument = (
  name: string,
  { newId }: Pick<Context, 'newId'>,
): FlowDocument => ({
  schemaVersion: currentSchemaVersion,
  settings: { name, description: '', language: fallbackLanguage, foreign: {} },
  pages: [
    {
      id: newId(),
      kind: 'initial',
      title: 'Initial Page',
      position: { x: 0, y: 0 },
      components: [],
      next: [],
      foreign: {},
    },
    {
      id: newId(),
      kind: 'mobile',
      title: 'Page 1',
      position: { x: pageSpacing, y: 0 },
      components: [],
      next: [],
      foreign: {},
    },
  ],
})
