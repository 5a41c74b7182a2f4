import { useQueryClient } from '@tanstack/react-query'
import { CircleCheckBig } from 'lucide-react'
import { type RefObject, useEffect, useRef } from 'react'
import type { Page } from '#domain/flow/flow-schema.ts'
import { countPagesAhead } from '#domain/task/count-pages-ahead.ts'
import { PageSteps } from '#web/component-views/page-steps.tsx'
import { TaskFrame } from '#web/shared/task-frame.tsx'
import { TaskProgress } from '#web/shared/task-progress.tsx'
import { Button } from '#web/ui/button.tsx'
import { listShown, type Run } from '../run/run.ts'
import { usePreview, usePreviewState } from '../use-preview.ts'

/** Has the OTP step look again at its code whenever something happened to it outside of the phone. */
const useFreshCodes = ({ id, challenges, skipped, answers }: Run) => {
  const client = useQueryClient()
  // biome-ignore lint/correctness/useExhaustiveDependencies: any of these changes what the step shows
  useEffect(() => {
    void client.invalidateQueries({ queryKey: ['otp', id] })
  }, [client, id, challenges, skipped, answers])
}

/** Scrolls to the top and moves the focus to the title when another page is shown, as the app does. */
const usePageFocus = (pageKey: string) => {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(pageKey)
  useEffect(() => {
    if (shown.current === pageKey) return
    shown.current = pageKey
    const phone = heading.current?.closest('[data-phone]')
    phone?.querySelector('[data-phone-scroll]')?.scrollTo({ top: 0 })
    // Only where the focus is in the phone: an edit of the draft must not take it away.
    if (phone?.contains(document.activeElement) || document.activeElement === document.body) {
      heading.current?.focus({ preventScroll: true })
    }
  }, [pageKey])
  return heading
}

const useErrorFocus = ({ errors }: Run) => {
  useEffect(() => {
    if (Object.keys(errors).length === 0) return
    document.querySelector<HTMLElement>('[data-phone] [aria-invalid="true"]')?.focus()
  }, [errors])
}

/** The real runner on the draft: what the planner and then the worker see. */
export const PhoneScreen = () => {
  const preview = usePreview()
  const run = usePreviewState((state) => state.run)
  const epoch = usePreviewState((state) => state.epoch)
  const scene = preview.scene()
  const way = listShown(scene, run)
  const isEmpty = run.stage === 'walk' && run.path.length === 0
  const page = isEmpty ? undefined : way.at(-1)
  const heading = usePageFocus(`${run.id}/${run.stage}/${page?.id}`)
  useFreshCodes(run)
  useErrorFocus(run)
  const ahead = run.stage === 'initial' ? 1 : countPagesAhead(scene.document, run.path, run.answers)
  return (
    <TaskFrame
      isPreview
      title={scene.flow.settings.name}
      progress={
        run.stage === 'walk' && (
          <TaskProgress current={run.path.length || 1} total={run.path.length + ahead || 1} />
        )
      }
      footer={run.stage === 'done' ? undefined : <PhoneButtons run={run} ahead={ahead} />}
    >
      {run.stage === 'done' ? (
        <Done heading={heading} />
      ) : (
        <>
          {run.stage === 'initial' && (
            <p className="mb-1 text-muted text-sm">The planner fills this in</p>
          )}
          <h2
            ref={heading}
            tabIndex={-1}
            className="mb-5 break-words font-semibold text-ink text-xl outline-none"
          >
            {page?.title ?? 'Nothing to fill in'}
          </h2>
          {page !== undefined && (
            <Steps key={`${run.id}/${epoch}/${page.id}`} way={way} run={run} />
          )}
        </>
      )}
    </TaskFrame>
  )
}

const Steps = ({ way, run }: { way: readonly Page[]; run: Run }) => {
  const preview = usePreview()
  const { document } = preview.scene()
  return (
    <PageSteps
      way={way}
      errors={run.errors}
      onChange={preview.change}
      context={{
        document,
        answers: run.answers,
        otp: run.stage === 'initial' ? null : preview.gateway,
        files: preview.files,
        taskId: run.id,
        taskTitle: document.settings.name,
      }}
    />
  )
}

const PhoneButtons = ({ run, ahead }: { run: Run; ahead: number }) => {
  const preview = usePreview()
  const forward = run.stage === 'initial' ? 'Create Task' : ahead === 0 ? 'Finish Task' : 'Next'
  return (
    <>
      {run.path.length > 1 && (
        <Button size="large" onClick={preview.back}>
          Back
        </Button>
      )}
      <Button variant="primary" size="large" className="grow" onClick={preview.next}>
        {forward}
      </Button>
    </>
  )
}

const Done = ({ heading }: { heading: RefObject<HTMLHeadingElement | null> }) => {
  const preview = usePreview()
  return (
    <div className="flex animate-rise flex-col items-center gap-1 py-16 text-center">
      <span className="mb-3 grid size-16 place-items-center rounded-full bg-success-soft text-success-ink">
        <CircleCheckBig aria-hidden="true" className="size-8" />
      </span>
      <h2 ref={heading} tabIndex={-1} className="font-semibold text-2xl text-ink outline-none">
        Task done
      </h2>
      <p className="text-base text-muted">In a preview, so nothing was stored.</p>
      <Button variant="primary" size="large" className="mt-6" onClick={preview.restart}>
        Start over
      </Button>
    </div>
  )
}
