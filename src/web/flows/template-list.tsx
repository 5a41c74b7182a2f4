import clsx from 'clsx'
import { Pencil, Trash2 } from 'lucide-react'
import { IconButton } from '#web/ui/icon-button.tsx'
import type { Template } from './template-queries.ts'

interface TemplateListProps {
  templates: readonly Template[]
  chosen: string | undefined
  onChoose: (templateId: string) => void
  onRename: (template: Template) => void
  onDelete: (template: Template) => void
}

const Item = ({
  template,
  isChosen,
  ...list
}: { template: Template; isChosen: boolean } & Omit<TemplateListProps, 'templates' | 'chosen'>) => (
  <li
    className={clsx(
      'flex items-center gap-1 rounded-lg pr-1',
      isChosen ? 'bg-accent-soft ring-1 ring-accent ring-inset' : 'hover:bg-subtle',
    )}
  >
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={() => list.onChoose(template.id)}
      className="min-w-0 grow rounded-lg px-3 py-2 text-left"
    >
      <span className="block truncate font-medium text-ink text-sm">{template.name}</span>
      <span className="block truncate text-muted text-xs">
        {template.description || `${template.flow.pageOrder.length} pages`}
      </span>
    </button>
    {template.isOwn && (
      <>
        <IconButton
          icon={Pencil}
          label={`Rename ${template.name}`}
          onClick={() => list.onRename(template)}
        />
        <IconButton
          icon={Trash2}
          label={`Delete ${template.name}`}
          onClick={() => list.onDelete(template)}
        />
      </>
    )}
  </li>
)

/** Templates to choose from: the organisation's own, then those that everybody has. */
export const TemplateList = ({ templates, chosen, ...list }: TemplateListProps) => {
  const groups = [
    { title: 'Your templates', items: templates.filter(({ isOwn }) => isOwn) },
    { title: 'Built in', items: templates.filter(({ isOwn }) => !isOwn) },
  ].filter(({ items }) => items.length > 0)
  return groups.map(({ title, items }) => (
    <section key={title} aria-label={title}>
      <h3 className="px-1 pb-1 font-medium text-muted text-xs">{title}</h3>
      <ul className="flex flex-col gap-1">
        {items.map((template) => (
          <Item key={template.id} template={template} isChosen={template.id === chosen} {...list} />
        ))}
      </ul>
    </section>
  ))
}
