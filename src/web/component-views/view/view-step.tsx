import type { ViewComponent } from '#domain/components/view/view-schema.ts'
import { findShownComponentId } from '#domain/components/view/view-value.ts'
import type { StepProps } from '../step-props.ts'

/** Shows a fixed text, or an answer that was given before. */
export const ViewStep = ({ component, describeAnswer }: StepProps<ViewComponent>) => {
  const shownId = findShownComponentId(component.value)
  const text = shownId === undefined ? component.value : describeAnswer(shownId)
  return (
    <dl className="rounded-xl bg-subtle px-3.5 py-3">
      <dt className="font-medium text-muted text-sm">{component.title}</dt>
      <dd className="mt-0.5 whitespace-pre-wrap break-words text-base text-ink">
        {text === '' ? (
          <span className="text-muted">Nothing was filled in</span>
        ) : (
          <Shown text={text} linked={component.dataType} />
        )}
      </dd>
      {component.helpText !== '' && (
        <dd className="mt-1 text-muted text-xs">{component.helpText}</dd>
      )}
    </dl>
  )
}

/** What can be called, written to or opened is a link. */
const Shown = ({ text, linked }: { text: string; linked: ViewComponent['dataType'] }) => {
  const href = findLink(text, linked)
  if (href === undefined) return text
  return (
    <a
      href={href}
      {...(linked === 'url' && { target: '_blank', rel: 'noreferrer' })}
      className="text-accent-ink underline underline-offset-2"
    >
      {text}
    </a>
  )
}

const findLink = (text: string, dataType: ViewComponent['dataType']): string | undefined => {
  if (dataType === 'phoneNumber') return `tel:${text.replace(/[^+\d]/g, '')}`
  if (dataType === 'email') return `mailto:${text}`
  // Only web addresses: an answer must not become a script.
  if (dataType === 'url' && /^https?:\/\//i.test(text)) return text
  return undefined
}
