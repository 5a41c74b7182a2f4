import type { Builder } from '../builder.ts'
import { always, type BuilderAction } from './builder-action.ts'
import { findCurrentPageId } from './page-commands.ts'

const openPreview = ({ session }: Builder, fromPageId: string | null): void =>
  session.setState({ panel: 'preview', drawer: 'right', previewRequest: { fromPageId } })

export const previewAction: BuilderAction = {
  name: 'preview',
  label: 'Preview',
  group: 'View',
  shortcuts: ['F9'],
  whileTyping: true,
  keywords: ['run', 'try', 'test', 'phone', 'simulate'],
  objection: always,
  run: (builder) => openPreview(builder, null),
}

const previewFromPageAction: BuilderAction = {
  name: 'preview-from-page',
  label: 'Preview from this page',
  group: 'View',
  shortcuts: ['Shift+F9'],
  whileTyping: true,
  keywords: ['run', 'try', 'test', 'phone', 'simulate'],
  objection: (builder) =>
    findCurrentPageId(builder) === undefined ? 'select a page first' : undefined,
  run: (builder) => openPreview(builder, findCurrentPageId(builder) ?? null),
}

export const previewActions: readonly BuilderAction[] = [previewAction, previewFromPageAction]
