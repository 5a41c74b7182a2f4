import { ShieldCheck } from 'lucide-react'
import { Suspense, useMemo } from 'react'
import type { Task } from '#contract/task-contract.ts'
import { type Answers, answerOf } from '#domain/components/answer.ts'
import type { Component } from '#domain/components/component-registry.ts'
import type { AnswerViewProps } from '#web/component-views/answer-view.ts'
import { getComponentStep } from '#web/component-views/component-step-registry.ts'
import { describeAnswer } from '#web/component-views/describe-answer.ts'
import { loadTaskFile } from '#web/shared/file-calls.ts'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'

/** What was answered, page by page, in the order of the flow. */
export const TaskAnswers = ({ task }: { task: Task }) => {
  const files = useMemo(
    () => ({ load: (fileId: string) => loadTaskFile(task.id, fileId) }),
    [task.id],
  )
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
              <Answer key={component.id} task={task} component={component} files={files} />
            ))}
          </dl>
        </Card>
      ))}
    </section>
  )
}

const asksAnswer = ({ type }: Component): boolean => type !== 'view'

interface AnswerProps {
  task: Task
  component: Component
  files: AnswerViewProps['files']
}

const Answer = ({ task, component, files }: AnswerProps) => {
  const text = describeAnswer(task.document, task.answers as Answers, component.id)
  const { AnswerView } = getComponentStep(component.type)
  return (
    <>
      <dt className="break-words text-muted">{component.title}</dt>
      <dd className="mb-2 min-w-0 whitespace-pre-wrap break-words text-ink sm:mb-0">
        {text === '' && <span className="text-faint">Not answered</span>}
        {text !== '' && AnswerView !== undefined ? (
          <Suspense fallback={text}>
            <AnswerView
              component={component}
              value={answerOf(task.answers as Answers, component.id)}
              files={files}
            />
          </Suspense>
        ) : text !== '' && component.type === 'otp' ? (
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
