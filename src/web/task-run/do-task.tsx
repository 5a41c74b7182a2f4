import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Task } from '#contract/task-contract.ts'
import type { AnswerValue } from '#domain/components/answer.ts'
import type { Page } from '#domain/flow/flow-schema.ts'
import { countPagesAhead } from '#domain/task/count-pages-ahead.ts'
import { fillAnswers } from '#domain/task/fill-answers.ts'
import {
  advance,
  type CheckAnswer,
  listWay,
  type PageErrors,
  type Walk,
} from '#domain/task/walk.ts'
import { withDefaults } from '#web/component-views/describe-answer.ts'
import { PageSteps } from '#web/component-views/page-steps.tsx'
import { toAnswerErrors } from '#web/component-views/to-answer-errors.ts'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { TaskFrame } from '#web/shared/task-frame.tsx'
import { TaskProgress } from '#web/shared/task-progress.tsx'
import { Button } from '#web/ui/button.tsx'
import { createOtpGateway } from './create-otp-gateway.ts'
import { resumeWalk } from './resume-walk.ts'
import { SavingStatus } from './saving-status.tsx'
import { TaskDone } from './task-done-part.tsx'
import { useTaskAnswers } from './use-task-answers.ts'
import { useTaskFiles } from './use-task-files.ts'

interface DoTaskProps {
  task: Task
  checkAnswer: CheckAnswer
}

/** Walks the pages of a task, one at a time, and saves on the way. */
export const DoTask = ({ task, checkAnswer }: DoTaskProps) => {
  const { document } = task
  const [errors, setErrors] = useState<PageErrors>({})
  const form = useTaskAnswers(task, checkAnswer, setErrors)
  const { answers, saver } = form
  const [walk, setWalk] = useState<Walk>(() =>
    resumeWalk(document, answers, form.currentPageId, checkAnswer),
  )
  const [otp] = useState(() => createOtpGateway(task.id, () => saver.flush()))
  const files = useTaskFiles(task.id)
  const finish = useFinish(task.id, () => Promise.all([files.flush(), saver.flush()]))
  const heading = useRef<HTMLHeadingElement>(null)
  const way = listWay(document, walk.path)
  const page = walk.path.length === 0 ? undefined : way.at(-1)
  useDefaultAnswers(page, form)

  useEffect(() => {
    const firstWrong = globalThis.document.querySelector<HTMLElement>('[aria-invalid="true"]')
    if (Object.keys(errors).length > 0) firstWrong?.focus()
  }, [errors])

  const show = (next: Walk) => {
    setErrors({})
    setWalk(next)
    const pageId = next.path.at(-1)
    if (pageId !== undefined) saver.goTo(pageId)
    scrollTo({ top: 0 })
    requestAnimationFrame(() => heading.current?.focus({ preventScroll: true }))
  }
  const goBack = () => {
    const step = advance(document, walk, 'back', answers, checkAnswer)
    if (step.ok) show(step.value)
  }
  const goOn = async () => {
    finish.reset()
    const step = advance(document, walk, 'next', answers, checkAnswer)
    if (!step.ok) return setErrors(step.error)
    if (!step.value.finished) return show(step.value)
    await finish.mutateAsync().catch((error: unknown) => {
      const wrong = toAnswerErrors(error)
      const path = pathToFirst(walk.path, document.pages, wrong)
      if (path !== undefined) show({ path, finished: false })
      setErrors(wrong)
    })
  }
  const change = (componentId: string, value: AnswerValue) => {
    const filled = fillAnswers(document, answers, componentId, value)
    for (const component of document.pages.flatMap(({ components }) => components)) {
      const answer = filled[component.id]
      if (answer !== undefined) form.setAnswer(component, answer)
    }
    setErrors(({ [componentId]: _mended, ...others }) => others)
  }

  if (finish.data !== undefined) return <TaskDone task={finish.data} />
  const ahead = page === undefined ? 0 : countPagesAhead(document, walk.path, answers)
  return (
    <TaskFrame
      title={task.flowName}
      status={<SavingStatus state={form.state} />}
      progress={
        <TaskProgress current={walk.path.length || 1} total={walk.path.length + ahead || 1} />
      }
      footer={
        <>
          {walk.path.length > 1 && (
            <Button size="large" onClick={goBack}>
              Back
            </Button>
          )}
          <Button
            variant="primary"
            size="large"
            className="grow"
            busy={finish.isPending}
            onClick={() => void goOn()}
          >
            {ahead === 0 ? 'Finish Task' : 'Next'}
          </Button>
        </>
      }
    >
      {task.summary !== '' && walk.path.length <= 1 && (
        <p className="mb-1 break-words text-muted text-sm">{task.summary}</p>
      )}
      <h2
        ref={heading}
        tabIndex={-1}
        className="mb-5 break-words font-semibold text-ink text-xl outline-none"
      >
        {page?.title ?? 'Nothing to fill in'}
      </h2>
      {page !== undefined && (
        <PageSteps
          key={page.id}
          way={way}
          errors={errors}
          onChange={change}
          context={{
            document,
            answers,
            otp,
            files,
            taskId: task.id,
            taskTitle: task.summary || task.flowName,
          }}
        />
      )}
      <p role="alert" className="mt-5 font-medium text-danger-ink text-sm empty:hidden">
        {finish.error && toMessage(finish.error)}
      </p>
    </TaskFrame>
  )
}

/** Finishes the task, after everything is saved. */
const useFinish = (taskId: string, saveFirst: () => Promise<unknown>) => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      await saveFirst()
      return call(api.v1.tasks[':taskId'].finish.$post({ param: { taskId } }))
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['my-tasks'] }),
  })
}

/** Fills in default values where nothing was ever answered, and saves them like typed answers. */
const useDefaultAnswers = (page: Page | undefined, form: ReturnType<typeof useTaskAnswers>) => {
  const { answers, setAnswer } = form
  useEffect(() => {
    if (page === undefined) return
    const filled = withDefaults(page, answers)
    for (const component of page.components) {
      const value = filled[component.id]
      if (!(component.id in answers) && value !== undefined) setAnswer(component, value)
    }
  })
}

/** The way to the first page with a wrong answer; nothing when none of them is on the way. */
const pathToFirst = (
  path: readonly string[],
  pages: readonly Page[],
  wrong: PageErrors,
): readonly string[] | undefined => {
  const isWrong = (pageId: string) =>
    pages.find(({ id }) => id === pageId)?.components.some(({ id }) => id in wrong)
  const index = path.findIndex(isWrong)
  return index === -1 ? undefined : path.slice(0, index + 1)
}
