import type { AnswerValue } from '#domain/components/answer.ts'
import type { OtpGateway } from '#web/component-views/step-props.ts'
import { api } from '#web/shared/api.ts'
import { call } from '#web/shared/api-client.ts'
import { ApiError } from '#web/shared/api-error.ts'

/** Codes of one task, by the API. `saveFirst` brings the recipient to the server before a send. */
export const createOtpGateway = (taskId: string, saveFirst: () => Promise<void>): OtpGateway => {
  const routes = api.v1.tasks[':taskId']
  const param = { taskId }
  const keys = new Map<string, string>()
  return {
    findLatest: async (componentId) => {
      const { items } = await call(routes.otp.$get({ param }))
      const ofStep = items.filter((challenge) => challenge.componentId === componentId)
      return ofStep.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))[0] ?? null
    },
    send: async (componentId, useBackupChannel) => {
      await saveFirst()
      // The same key until there is an answer: a send whose answer got lost is not paid for twice.
      const name = `${componentId} ${useBackupChannel}`
      const key = keys.get(name) ?? crypto.randomUUID()
      keys.set(name, key)
      const json = { componentId, useBackupChannel }
      try {
        const sent = await call(
          routes.otp.send.$post({ param, json, header: { 'idempotency-key': key } }),
        )
        keys.delete(name)
        return sent
      } catch (error) {
        if (!(error instanceof ApiError && error.code === 'offline')) keys.delete(name)
        throw error
      }
    },
    verify: (componentId, code) =>
      call(routes.otp.verify.$post({ param, json: { componentId, code } })),
    findAnswer: async (componentId) => {
      const { answers } = await call(routes.$get({ param }))
      return (answers[componentId] ?? null) as AnswerValue
    },
  }
}
