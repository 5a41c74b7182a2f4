import { lazy } from 'react'

/** That a task is done: fetched when it is, and for that the network is needed anyway. */
export const TaskDone = lazy(async () => ({ default: (await import('./task-done.tsx')).TaskDone }))
