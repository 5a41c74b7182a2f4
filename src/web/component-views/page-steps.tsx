import { Suspense } from 'react'
import { type AnswerValue, answerOf } from '#domain/components/answer.ts'
import type { Page } from '#domain/flow/flow-schema.ts'
import { seePages } from '#domain/task/see-pages.ts'
import type { PageErrors } from '#domain/task/walk.ts'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { getComponentStep } from './component-step-registry.ts'
import { describeAnswer } from './describe-answer.ts'
import type { StepContext } from './step-props.ts'

interface PageStepsProps {
  /** The pages walked so far; the last one is shown. */
  way: readonly Page[]
  errors: PageErrors
  onChange: (componentId: string, value: AnswerValue) => void
  context: StepContext
}

/** The components of a page that are shown with the answers so far, to be filled in. */
export const PageSteps = ({ way, errors, onChange, context }: PageStepsProps) => {
  const { visible, answers } = seePages(way, context.answers)
  const shown = way.at(-1)?.components.filter(({ id }) => visible.has(id)) ?? []
  return (
    <Suspense fallback={<StepsSkeleton />}>
      <div className="flex flex-col gap-5">
        {shown.map((component) => {
          const { Step } = getComponentStep(component.type)
          return (
            <Step
              key={component.id}
              component={component}
              value={answerOf(context.answers, component.id)}
              error={errors[component.id]}
              describeAnswer={(id) => describeAnswer(context.document, answers, id)}
              onChange={(value) => onChange(component.id, value)}
              context={context}
            />
          )
        })}
      </div>
    </Suspense>
  )
}

const StepsSkeleton = () => (
  <div className="flex flex-col gap-2">
    <Skeleton className="w-32" />
    <Skeleton className="h-10 w-full" />
    <Skeleton className="mt-3 w-40" />
    <Skeleton className="h-10 w-full" />
  </div>
)
