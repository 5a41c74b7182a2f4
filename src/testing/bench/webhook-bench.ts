import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnServer } from '../spawn-server.ts'
import { percentile } from './statistics.ts'

// How long a provider waits until we have kept what it reports: 240 webhooks a second for a minute,
// signed, one report each, to the real server on the embedded database.

const perSecond = 240
const seconds = Number(process.env.BENCH_SECONDS ?? 60)
const appSecret = 'a secret for the bench'
/** What Meta asks for: the median, and at most one in a hundred above the other. */
const targets = { p50: 250, p99: 1_000 }

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

const post = (url: string, body: string): Promise<{ status: number; milliseconds: number }> =>
  new Promise((resolve, reject) => {
    const signature = createHmac('sha256', appSecret).update(body).digest('hex')
    const headers = {
      'x-hub-signature-256': `sha256=${signature}`,
      'content-length': Buffer.byteLength(body),
    }
    const began = performance.now()
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume()
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          milliseconds: performance.now() - began,
        }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })

const toBody = (nth: number) =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        changes: [
          {
            field: 'messages',
            value: {
              statuses: [
                {
                  id: `wamid.${nth}`,
                  status: 'delivered',
                  biz_opaque_callback_data: `bench-${nth}`,
                },
              ],
            },
          },
        ],
      },
    ],
  })

const directory = mkdtempSync(join(tmpdir(), 'sandi-bench-'))
const server = spawnServer({
  ...{ DATA_DIR: directory, LOG_LEVEL: 'error' },
  WHATSAPP_PHONE_NUMBER_ID: '1',
  WHATSAPP_BUSINESS_ACCOUNT_ID: '2',
  WHATSAPP_ACCESS_TOKEN: 'token',
  WHATSAPP_APP_SECRET: appSecret,
  WHATSAPP_VERIFY_TOKEN: 'word',
})
try {
  const url = `${await server.ready()}/webhooks/whatsapp`
  const answers: ReturnType<typeof post>[] = []
  const began = performance.now()
  await new Promise<void>((resolve) => {
    // As many as are due by now, whatever the answers take: a provider does not wait for them.
    const timer = setInterval(() => {
      const elapsed = (performance.now() - began) / 1_000
      const due = Math.floor(Math.min(elapsed, seconds) * perSecond)
      while (answers.length < due) answers.push(post(url, toBody(answers.length)))
      if (elapsed < seconds) return
      clearInterval(timer)
      resolve()
    }, 4)
  })
  const done = await Promise.all(answers)
  const failed = done.filter(({ status }) => status !== 200).length
  const times = done.map(({ milliseconds }) => milliseconds)
  const [p50, p99] = [percentile(times, 50), percentile(times, 99)]
  console.log(`Webhooks: ${done.length} in ${seconds} s, ${failed} not acknowledged`)
  console.log(`p50 ${p50.toFixed(1)} ms (at most ${targets.p50}: ${judge(p50 <= targets.p50)})`)
  console.log(`p99 ${p99.toFixed(1)} ms (at most ${targets.p99}: ${judge(p99 <= targets.p99)})`)
} finally {
  agent.destroy()
  await server.end()
  rmSync(directory, { recursive: true, force: true })
}

function judge(isMet: boolean) {
  return isMet ? 'met' : 'MISSED'
}
