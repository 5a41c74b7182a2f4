import { ShieldCheck } from 'lucide-react'
import type { Task } from '#contract/task-contract.ts'
import type { Answers } from '#domain/components/answer.ts'
import type { Component } from '#domain/components/component-registry.ts'
import { describeAnswer } from '#web/component-views/describe-answer.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'

/** What was answered, page by page, in the order of the flow. */
export const TaskAnswers = ({ task }: { task: Task }) => {
  const pages = task.document.pages
    .map((page) => ({ ...page, components: page.components.filter(asksAnswer) }))
    .filter(({ components }) => components.length > 0)
  return (
    <section aria-labelledby="answers" className="flex flex-col gap-3">
      <h2 id="answers" className="font-semibold text-base text-ink">
        Answers
      </h2>
      {pages.map((page) => (
        <Card key={page.id}>
          <div className="flex items-center justify-between gap-2 border-line border-b px-4 py-2.5">
            <h3 className="min-w-0 truncate font-medium text-ink">{page.title}</h3>
            {page.id === task.currentPageId && task.status !== 'done' && (
              <Badge tone="accent">The worker is here</Badge>
            )}
            {task.status === 'done' && page.kind === 'mobile' && !task.trail.includes(page.id) && (
              <Badge>Not walked</Badge>
            )}
          </div>
          <dl className="grid gap-x-4 gap-y-1 px-4 py-3 sm:grid-cols-[12rem_minmax(0,1fr)] sm:gap-y-2.5">
            {page.components.map((component) => (
              <Answer key={component.id} task={task} component={component} />
            ))}
          </dl>
        </Card>
      ))}
    </section>
  )
}

const asksAnswer = ({ type }: Component): boolean => type !== 'view'

const Answer = ({ task, component }: { task: Task; component: Component }) => {
  const text = describeAnswer(task.document, task.answers as Answers, component.id)
  return (
    <>
      <dt className="break-words text-muted">{component.title}</dt>
      <dd className="mb-2 min-w-0 whitespace-pre-wrap break-words text-ink sm:mb-0">
        {text === '' && <span className="text-faint">Not answered</span>}
        {text !== '' && component.type === 'otp' ? (
          <span className="inline-flex gap-1.5 text-success-ink">
            <ShieldCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
            {text}
          </span>
        ) : (
          text
        )}
      </dd>
    </>
  )
}
