import type { Failure } from '#contract/failure.ts'
import type { Role } from '#contract/session-contract.ts'
import { hour } from '#domain/shared/clock.ts'
import type { Result } from '#domain/shared/result.ts'
import { topUp } from '#server/billing/ledger-service.ts'
import { type CreateFlow, createFlow } from '#server/flows/create-flow-service.ts'
import { publishFlow } from '#server/flows/publish-flow-service.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Context } from '#server/platform/context.ts'
import { beginInSandbox } from '#server/senders/sender-settings-service.ts'
import { createTask } from '#server/tasks/create-task-service.ts'
import { demoAccounts, demoOrganisation, demoPassword } from './demo-accounts.ts'
import { insertMembers, insertOrganization } from './demo-repo.ts'

const startingCreditMicro = 1_000_000_000n

const exampleFlows: (CreateFlow & { name: string })[] = [
  { name: 'House inspection', template: 'house-inspection' },
  { name: 'Pickup', template: 'pickup' },
  { name: 'Last-mile delivery', template: 'last-mile-delivery' },
]

type ExampleTask = Omit<Parameters<typeof createTask>[2], 'flowId' | 'startTime' | 'endTime'>

/** By the name of their flow. */
const exampleTasks: Record<string, ExampleTask> = {
  'Last-mile delivery': {
    answers: {
      orderNumber: 'DL-20418',
      receiverName: 'Maya Anggraini',
      receiverPhone: '+62 812 3456 7890',
      deliveryAddress: 'Jalan Kemang Raya 14, Jakarta Selatan',
    },
    assigneeId: 'demo-worker',
  },
  'House inspection': {
    answers: {
      ownerName: 'Hendra Gunawan',
      ownerEmail: 'hendra.gunawan@example.com',
      houseAddress: 'Jalan Dago 102, Bandung',
      visitDate: '2027-01-15',
    },
    assigneeId: 'demo-worker',
  },
  Pickup: {
    answers: {
      senderName: 'Toko Melati',
      senderPhone: '+62 813 9876 5432',
      pickupAddress: 'Jalan Malioboro 56, Yogyakarta',
    },
    assigneeId: null,
  },
}

/** The actor that a demo account is. */
export const toDemoActor = ({ id, name, role }: (typeof demoAccounts)[number]): Actor => ({
  userId: id,
  userName: name,
  organizationId: demoOrganisation.id,
  role,
})

const demoActor = (wanted: Role): Actor => {
  const account = demoAccounts.find(({ role }) => role === wanted)
  if (account === undefined) throw new Error(`no demo account is ${wanted}`)
  return toDemoActor(account)
}

const demoAdmin = demoActor('admin')
const demoPlanner = demoActor('planner')

/** What must succeed because it is our own. */
const expect = <Value>(result: Result<Value, Failure>): Value => {
  if (!result.ok) throw new Error(`seeding the demo: ${result.error.detail}`)
  return result.value
}

const seedAccounts = async (tx: Context['db'], passwordHash: string) => {
  const organizationId = demoOrganisation.id
  await insertMembers(
    tx,
    demoAccounts.map((account) => ({ ...account, organizationId, passwordHash })),
  )
}

const seedCredit = (context: Context) =>
  topUp(context.db, {
    id: context.newId(),
    organizationId: demoOrganisation.id,
    amountMicro: startingCreditMicro,
    key: 'demo',
    description: 'Credit to try things out',
    now: context.clock.now(),
  })

const seedFlow = async (context: Context, example: (typeof exampleFlows)[number]) => {
  const flow = expect(await createFlow(context, demoAdmin, example))
  expect(await publishFlow(context, demoAdmin, flow.id))
  const task = exampleTasks[example.name]
  if (task === undefined) return
  const times = { startTime: null, endTime: null }
  expect(await createTask(context, demoPlanner, { ...task, ...times, flowId: flow.id }))
}

/**
 * Creates the demo workspace with everything in it, in one transaction; does nothing where it is
 * already, whatever has become of it since.
 */
export const seedDemo = (
  context: Context,
  hashPassword: (password: string) => Promise<string>,
  /** Whether its codes stay in the sandbox inbox, whatever there is to send by one day. */
  inSandbox: boolean,
): Promise<void> =>
  context.db.transaction(async (tx) => {
    // The examples are published whatever this installation can send by.
    const installation = { hasSandbox: true, official: {} }
    const inside = { ...context, installation, db: tx }
    const isNew = await insertOrganization(tx, {
      ...demoOrganisation,
      createdAt: new Date(context.clock.now()),
    })
    if (!isNew) return
    if (inSandbox) await beginInSandbox(inside, demoAdmin)
    await seedAccounts(tx, await hashPassword(demoPassword))
    await seedCredit(inside)
    for (const [index, example] of exampleFlows.entries()) {
      // One after another, as people would have made them.
      const clock = { now: () => context.clock.now() - (exampleFlows.length - index) * hour }
      await seedFlow({ ...inside, clock }, example)
    }
  })
