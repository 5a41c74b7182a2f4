import type { Challenge } from '#contract/otp-contract.ts'
import type { SandboxMessage } from '#contract/sandbox-contract.ts'
import type { Task } from '#contract/task-contract.ts'
import { flowDocumentSchema } from '#domain/flow/flow-schema.ts'
import type { Channel } from '#domain/otp/channel.ts'
import { flows, flowVersions } from '#server/platform/db/tables/flow-tables.ts'
import type { createTestApp } from './test-app.ts'

type TestApp = Awaited<ReturnType<typeof createTestApp>>

/** A flow that asks for a phone number and an email address, and has one OTP step, `verification`. */
export const anOtpDocument = (settings: { channel?: Channel; digits?: number } = {}) => {
  const channel = settings.channel ?? 'whatsapp'
  return flowDocumentSchema.parse({
    settings: { name: 'Verified delivery' },
    pages: [
      {
        id: 'initial',
        kind: 'initial',
        title: 'Order',
        components: [
          { type: 'input', id: 'phone', title: 'Phone', dataType: 'phoneNumber', required: false },
          { type: 'input', id: 'mail', title: 'Mail', dataType: 'email', required: false },
        ],
      },
      {
        id: 'handover',
        kind: 'mobile',
        title: 'Handover',
        components: [
          {
            type: 'otp',
            id: 'verification',
            title: 'Verification',
            channel,
            digits: settings.digits ?? 6,
            recipientField: channel === 'email' ? 'mail' : 'phone',
            backupChannel: channel === 'whatsapp' ? 'sms' : null,
          },
          { type: 'input', id: 'note', title: 'Note', dataType: 'text', required: false },
        ],
      },
    ],
  })
}

/** Publishes a document as it is, as version 1 of a new flow. Answers the flow's id. */
export const publishDocument = async (
  app: TestApp,
  document: ReturnType<typeof anOtpDocument>,
): Promise<string> => {
  const { actor } = app.as('admin')
  const flowId = app.context.newId()
  const at = new Date(app.context.clock.now())
  const published = { document, revision: 0 }
  await app.db.insert(flows).values({
    id: flowId,
    organizationId: actor.organizationId,
    // A name is free once in an organisation.
    name: `${document.settings.name} ${flowId}`,
    pageCount: document.pages.length,
    componentCount: 3,
    ...published,
    publishedVersion: 1,
    publishedRevision: 0,
    createdAt: at,
    updatedAt: at,
    updatedBy: actor.userId,
  })
  await app.db.insert(flowVersions).values({
    flowId,
    version: 1,
    ...published,
    publishedBy: actor.userId,
    publishedAt: at,
  })
  return flowId
}

/** What a worker does with codes, over the API. */
export const anOtpWorker = (app: TestApp, flowId: string) => {
  const worker = app.as('field_user')
  const step = { componentId: 'verification' }
  return {
    worker,
    /** Makes a task for the worker. */
    async createTask(answers: Record<string, string>): Promise<Task> {
      const { status, body } = await app.as('planner').post<Task>('/tasks', {
        flowId,
        answers,
        assigneeId: worker.actor.userId,
      })
      if (status !== 201) throw new Error(`no task: ${JSON.stringify(body)}`)
      return body
    },
    send: <Body = Challenge>(taskId: string, more: object = {}, headers = {}) =>
      worker.send<Body>('POST', `/tasks/${taskId}/otp/send`, { ...step, ...more }, headers),
    verify: <Body = { verifiedAt: string; code?: string; attemptsLeft?: number }>(
      taskId: string,
      code: string,
    ) => worker.post<Body>(`/tasks/${taskId}/otp/verify`, { ...step, code }),
    /** The newest challenge of a task. */
    async newest(taskId: string): Promise<Challenge> {
      const { body } = await worker.get<{ items: Challenge[] }>(`/tasks/${taskId}/otp`)
      const [challenge] = body.items
      if (challenge === undefined) throw new Error('no challenge')
      return challenge
    },
    /** The newest message to somebody. */
    async read(recipient: string): Promise<SandboxMessage> {
      const query = `recipient=${encodeURIComponent(recipient)}`
      const { body } = await worker.get<{ items: SandboxMessage[] }>(`/sandbox/messages?${query}`)
      const [message] = body.items
      if (message === undefined) throw new Error(`no message to ${recipient}`)
      return message
    },
    /** Sends a code, lets it be delivered, and reads it. */
    async sendAndRead(taskId: string, recipient: string): Promise<string> {
      const { status, body } = await this.send<unknown>(taskId)
      if (status !== 202) throw new Error(`not sent: ${JSON.stringify(body)}`)
      await app.otp.worker.drain()
      return (await this.read(recipient)).code
    },
  }
}

/** A code that is not the right one. */
export const wrongCode = (right: string, nth = 1): string =>
  String((Number(right) + nth) % 10 ** right.length).padStart(right.length, '0')
