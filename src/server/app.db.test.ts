import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorCodes } from '#contract/error-codes.ts'
import type { ProblemDetails } from '#contract/problem-details.ts'
import type { Session } from '#contract/session-contract.ts'
import { createTestApp } from '#testing/test-app.ts'

interface ApiDocument {
  openapi: string
  paths: Record<string, Record<string, { security?: unknown[]; summary?: string }>>
}

let app: Awaited<ReturnType<typeof createTestApp>>
let document: ApiDocument

beforeAll(async () => {
  app = await createTestApp()
  document = (await (await app.request('/api/openapi.json')).json()) as ApiDocument
})
afterAll(() => app.close())

describe('the API document', () => {
  it('is OpenAPI 3.1 and describes every route of the app', () => {
    expect(document.openapi).toBe('3.1.0')
    const described = Object.entries(document.paths).flatMap(([path, calls]) =>
      Object.keys(calls).map((method) => `${method.toUpperCase()} ${path.replaceAll(/[{}]/g, '')}`),
    )
    const routed = app.app.routes
      .filter(({ path, method }) => path.startsWith('/api/v1/') && method !== 'ALL')
      .map(({ path, method }) => `${method} ${path.replaceAll(':', '')}`)
    expect(described.toSorted()).toEqual([...new Set(routed)].toSorted())
    expect(described.length).toBeGreaterThan(25)
  })

  it('can be read as a page that runs no script', async () => {
    const response = await app.request('/api/docs')
    const page = await response.text()
    expect(response.headers.get('content-type')).toContain('text/html')
    for (const { summary } of Object.values(document.paths).flatMap((c) => Object.values(c))) {
      expect(page).toContain(summary?.replaceAll("'", '&#39;'))
    }
    for (const code of Object.keys(errorCodes)) expect(page).toContain(`id="${code}"`)
    expect(page).not.toContain('<script')
  })
})

describe('every route', () => {
  it('demands that somebody is signed in, unless it says that it is public', async () => {
    const open: string[] = []
    for (const [path, calls] of Object.entries(document.paths)) {
      for (const method of Object.keys(calls)) {
        const response = await app.request(path.replaceAll(/\{\w+\}/g, 'any'), {
          method: method.toUpperCase(),
        })
        if (response.status !== 401) open.push(`${method} ${path}`)
      }
    }
    expect(open).toEqual([
      'get /api/v1/welcome',
      'post /api/v1/invitations/read',
      'post /api/v1/invitations/accept',
    ])
  })
})

describe('what goes wrong', () => {
  it('at an unknown address is problem details', async () => {
    const answer = await app.as('admin').get<ProblemDetails>('/nothing/here')
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.body).toMatchObject({ status: 404, code: 'not-found' })
  })

  it('in what was sent is named place by place', async () => {
    const answer = await app.as('admin').post<ProblemDetails>('/flows', { name: '', x: 1 })
    expect([answer.status, answer.body.code]).toEqual([400, 'bad-request'])
    expect(answer.body.errors?.map(({ path }) => path)).toContain('body.name')
    const query = await app.as('admin').get<ProblemDetails>('/flows?limit=0')
    expect(query.body.errors?.map(({ path }) => path)).toEqual(['query.limit'])
  })

  it('for the wrong role says which may', async () => {
    const answer = await app.as('planner').post<ProblemDetails>('/flows', { name: 'Mine' })
    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden'])
    expect(answer.body.detail).toContain('owner, admin')
  })
})

describe('a change that another site sends', () => {
  const post = (headers: Record<string, string>) =>
    app.as('admin').request('/flows/validate', {
      method: 'POST',
      body: '{"document":[]}',
      headers: { 'content-type': 'application/json', ...headers },
    })

  it.each([
    ['a foreign origin', { origin: 'https://evil.test' }, 403],
    ['the origin null of a sandboxed frame', { origin: 'null' }, 403],
    ['no origin but a cross-site fetch', { 'sec-fetch-site': 'cross-site' }, 403],
    ['our origin', { origin: 'http://localhost' }, 422],
    ['neither, as programs do', {}, 422],
  ])('with %s', async (_what, headers, status) => {
    expect((await post(headers)).status).toBe(status)
  })
})

describe('the session', () => {
  it('says who is signed in, with what the screens need of the organisation', async () => {
    const { body } = await app.as('field_user').get<Session>('/session')
    expect(body).toEqual({
      user: { id: 'demo-worker', name: 'Budi Santoso', email: 'worker@sandi.test' },
      organisation: {
        id: 'demo-logistics',
        name: 'Demo Logistics',
        homeCountry: 'ID',
        readyChannels: ['email', 'sms', 'whatsapp'],
        allowedChannels: ['email', 'sms', 'whatsapp'],
        componentLimit: 200,
      },
      role: 'field_user',
      isPlatformOperator: false,
      sandbox: true,
    })
  })

  it('assignees are the field workers', async () => {
    const { body } = await app.as('planner').get('/members/assignees')
    expect(body).toEqual({
      items: [{ id: 'demo-worker', name: 'Budi Santoso', email: 'worker@sandi.test' }],
    })
    expect((await app.as('field_user').get('/members/assignees')).status).toBe(403)
  })
})

describe('security headers', () => {
  it('keep scripts to our own files, and pages out of frames', async () => {
    const policy = (await app.request('/api/docs')).headers.get('content-security-policy')
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';")
    expect(policy).toContain("frame-ancestors 'none'")
  })
})
