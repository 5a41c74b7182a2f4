import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { signIn } from '../spawn-server.ts'

/** Between two looks for a message, in ms: far more eager than any phone. */
const pollInterval = 5
const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** A task whose OTP step waits for its code. */
export interface OtpTask {
  id: string
  recipient: string
}

/** What a worker's phone does with codes over HTTP, and a planner before it. */
export interface OtpClient {
  /** Makes tasks, each for somebody else, in a block of numbers of their own. */
  createTasks(count: number): Promise<OtpTask[]>
  send(task: OtpTask): Promise<void>
  /** Waits until the message is there, and reads it. */
  readCode(task: OtpTask): Promise<string>
  verify(task: OtpTask, code: string): Promise<void>
}

/** Over kept connections: `fetch` would cost the machine as much as the server does. */
const call = <Body>(
  address: string,
  cookie: string,
  path: string,
  sentBody?: unknown,
): Promise<{ status: number; body: Body }> =>
  new Promise((resolve, reject) => {
    const headers = { cookie, origin: address, 'content-type': 'application/json' }
    const method = sentBody === undefined ? 'GET' : 'POST'
    const sent = request(`${address}/api/v1${path}`, { method, agent, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const body = JSON.parse(Buffer.concat(chunks).toString()) as Body
        resolve({ status: response.statusCode ?? 0, body })
      })
    })
    sent.on('error', reject)
    sent.end(sentBody === undefined ? undefined : JSON.stringify(sentBody))
  })

const expectStatus = (expected: number, { status, body }: { status: number; body: unknown }) => {
  if (status !== expected)
    throw new Error(`${status} instead of ${expected}: ${JSON.stringify(body)}`)
}

/** Signs in as planner and worker of the demo, whose flow "Last-mile delivery" has an OTP step. */
export const createOtpClient = async (address: string): Promise<OtpClient> => {
  const planner = await signIn(address, 'planner@sandi.test')
  const worker = await signIn(address, 'worker@sandi.test')
  const { body: list } = await call<{
    items: { id: string; flowId: string; flowName: string }[]
  }>(address, planner, '/tasks?limit=200')
  const sample = list.items.find(({ flowName }) => flowName === 'Last-mile delivery')
  const { body: task } = await call<{
    document: { pages: { components: { id: string; type: string }[] }[] }
  }>(address, planner, `/tasks/${sample?.id}`)
  const components = task.document.pages.flatMap((page) => page.components)
  const componentId = components.find(({ type }) => type === 'otp')?.id
  let lastRecipient = 0

  const createTask = async (): Promise<OtpTask> => {
    lastRecipient += 1
    const recipient = `+62812${String(lastRecipient * 10_000).padStart(8, '0')}`
    const answers = {
      orderNumber: `B-${lastRecipient}`,
      receiverName: 'Bench',
      receiverPhone: recipient,
      deliveryAddress: 'Jalan Bench 1',
    }
    const body = { flowId: sample?.flowId, answers, assigneeId: 'demo-worker' }
    const made = await call<{ id: string }>(address, planner, '/tasks', body)
    expectStatus(201, made)
    return { id: made.body.id, recipient }
  }

  return {
    async createTasks(count) {
      const tasks: OtpTask[] = []
      while (tasks.length < count) tasks.push(await createTask())
      return tasks
    },
    send: async ({ id }) =>
      expectStatus(202, await call(address, worker, `/tasks/${id}/otp/send`, { componentId })),
    async readCode({ recipient }) {
      const inbox = `/sandbox/messages?limit=1&recipient=${encodeURIComponent(recipient)}`
      for (;;) {
        const { body } = await call<{ items: { code: string }[] }>(address, worker, inbox)
        const [message] = body.items
        if (message !== undefined) return message.code
        await sleep(pollInterval)
      }
    },
    verify: async ({ id }, code) => {
      const path = `/tasks/${id}/otp/verify`
      expectStatus(200, await call(address, worker, path, { componentId, code }))
    },
  }
}
