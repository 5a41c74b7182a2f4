import { useQuery } from '@tanstack/react-query'
import type { Task } from '#contract/task-contract.ts'
import { loadCheckAnswer } from '#web/component-views/check-answer.ts'
import { ListSkeleton } from '#web/shared/list-skeleton.tsx'
import { QueryView } from '#web/shared/query-view.tsx'
import { TaskFrame } from '#web/shared/task-frame.tsx'
import { useDocumentTitle } from '#web/shared/use-document-title.ts'
import { DoTask } from './do-task.tsx'
import { TaskDone } from './task-done-part.tsx'
import { taskToDoQuery } from './work-queries.ts'

/** Do Task: the worker's way through one task. */
export const DoTaskScreen = ({ taskId }: { taskId: string }) => {
  const task = useQuery(taskToDoQuery(taskId))
  useDocumentTitle(task.data?.flowName ?? 'Task')
  return (
    <QueryView query={task} loading={<Loading />}>
      {(data) =>
        data.status === 'done' ? <TaskDone task={data} /> : <Ready key={data.id} task={data} />
      }
    </QueryView>
  )
}

/** Waits for the check of answers; it needs the numbering plans when the worker enters a number. */
const Ready = ({ task }: { task: Task }) => {
  const check = useQuery({
    queryKey: ['check-answer', task.id],
    queryFn: () => loadCheckAnswer(task.document.pages.slice(1)),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <QueryView query={check} loading={<Loading />}>
      {(checkAnswer) => <DoTask task={task} checkAnswer={checkAnswer} />}
    </QueryView>
  )
}

const Loading = () => (
  <TaskFrame title="Task">
    <ListSkeleton />
  </TaskFrame>
)
