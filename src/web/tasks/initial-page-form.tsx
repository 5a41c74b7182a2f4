import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Answers } from '#domain/components/answer.ts'
import type { FlowDocument } from '#domain/flow/flow-schema.ts'
import { fillAnswers } from '#domain/task/fill-answers.ts'
import { checkPage, type PageErrors } from '#domain/task/walk.ts'
import { loadCheckAnswer } from '#web/component-views/check-answer.ts'
import { withDefaults } from '#web/component-views/describe-answer.ts'
import { PageSteps } from '#web/component-views/page-steps.tsx'
import { toAnswerErrors } from '#web/component-views/to-answer-errors.ts'
import { toMessage } from '#web/shared/api-error.ts'
import { Field } from '#web/ui/field.tsx'
import { Select } from '#web/ui/select.tsx'
import { assigneesQuery, useCreateTask } from './task-queries.ts'
import { useNewTaskFiles } from './use-new-task-files.ts'

interface InitialPageFormProps {
  flowId: string
  document: FlowDocument
  /** The form's id, for the button that submits it from elsewhere. */
  formId: string
  onBusy: (isBusy: boolean) => void
  onCreated: (taskId: string) => void
}

/** Fills in the Initial Page and chooses who does the task. */
export const InitialPageForm = (props: InitialPageFormProps) => {
  const { flowId, document, formId, onBusy, onCreated } = props
  const page = document.pages[0]
  const [answers, setAnswers] = useState<Answers>(() => (page ? withDefaults(page, {}) : {}))
  const [assigneeId, setAssigneeId] = useState('')
  const [errors, setErrors] = useState<PageErrors>({})
  const [refusal, setRefusal] = useState<string>()
  const assignees = useQuery(assigneesQuery)
  const create = useCreateTask()
  const files = useNewTaskFiles(flowId)
  if (page === undefined) return null

  const save = async () => {
    const checked = checkPage([page], answers, await loadCheckAnswer([page]))
    setErrors(checked.ok ? {} : checked.error)
    if (!checked.ok) return
    await files.flush()
    const task = { flowId, answers: checked.value, assigneeId: assigneeId || null }
    onCreated((await create.mutateAsync(task)).id)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setRefusal(undefined)
    onBusy(true)
    try {
      await save()
    } catch (error) {
      const byField = toAnswerErrors(error)
      setErrors(byField)
      if (Object.keys(byField).length === 0) setRefusal(toMessage(error))
    } finally {
      onBusy(false)
    }
  }
  return (
    <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-5">
      {page.components.length > 0 && (
        <fieldset className="flex flex-col gap-4 border-line border-t pt-4">
          <legend className="float-left w-full font-semibold text-base text-ink">
            {page.title}
          </legend>
          <PageSteps
            way={[page]}
            errors={errors}
            onChange={(id, value) => {
              setAnswers((before) => ({ ...before, ...fillAnswers(document, before, id, value) }))
              setErrors(({ [id]: _mended, ...others }) => others)
            }}
            context={{
              document,
              answers,
              otp: null,
              files,
              taskId: null,
              taskTitle: document.settings.name,
            }}
          />
        </fieldset>
      )}
      <Field
        label="Assign to"
        description={assigneeId === '' ? 'Without a field worker the task stays Unassigned.' : ''}
        className="border-line border-t pt-4"
      >
        {(control) => (
          <Select
            {...control}
            value={assigneeId}
            onChange={({ target }) => setAssigneeId(target.value)}
          >
            <option value="">Nobody yet</option>
            {assignees.data?.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <p role="alert" className="font-medium text-danger-ink text-sm empty:hidden">
        {refusal}
      </p>
    </form>
  )
}
