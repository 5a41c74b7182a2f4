import { Suspense } from 'react'
import type { AnswerValue } from '#domain/components/answer.ts'
import type { Page } from '#domain/flow/flow-schema.ts'
import type { PageErrors } from '#domain/task/walk.ts'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { answerOf } from './answer-of.ts'
import { getComponentStep } from './component-step-registry.ts'
import { describeAnswer } from './describe-answer.ts'
import type { StepContext } from './step-props.ts'

interface PageStepsProps {
  page: Page
  errors: PageErrors
  onChange: (componentId: string, value: AnswerValue) => void
  context: StepContext
}

/** The visible components of a page, to be filled in. */
export const PageSteps = ({ page, errors, onChange, context }: PageStepsProps) => (
  <Suspense fallback={<StepsSkeleton />}>
    <div className="flex flex-col gap-5">
      {page.components
        .filter(({ visible }) => visible)
        .map((component) => {
          const { Step } = getComponentStep(component.type)
          return (
            <Step
              key={component.id}
              component={component}
              value={answerOf(context.answers, component.id)}
              error={errors[component.id]}
              describeAnswer={(id) => describeAnswer(context.document, context.answers, id)}
              onChange={(value) => onChange(component.id, value)}
              context={context}
            />
          )
        })}
    </div>
  </Suspense>
)

const StepsSkeleton = () => (
  <div className="flex flex-col gap-2">
    <Skeleton className="w-32" />
    <Skeleton className="h-10 w-full" />
    <Skeleton className="mt-3 w-40" />
    <Skeleton className="h-10 w-full" />
  </div>
)
