import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Flow, FlowVersion, Saved } from '#contract/flow-contract.ts'
import type { FlowEdit, Restored } from '#contract/flow-version-contract.ts'
import type { ProblemDetails } from '#contract/problem-details.ts'
import type { Operation } from '#domain/flow/operation-schema.ts'
import { anOtpFlow } from '#testing/a-flow.ts'
import { createTestApp, type TestClient } from '#testing/test-app.ts'

let app: Awaited<ReturnType<typeof createTestApp>>
let admin: TestClient

beforeAll(async () => {
  app = await createTestApp()
  admin = app.as('admin')
})
afterAll(() => app.close())

let flows = 0

const createOtpFlow = async () => {
  flows += 1
  const input = { name: `Versions ${flows}`, document: anOtpFlow() }
  return (await admin.post<Flow>('/flows', input)).body
}

const save = async (flowId: string, ...operations: Operation[]) => {
  const { revision } = (await admin.get<Flow>(`/flows/${flowId}`)).body
  const sent = operations.map((operation) => ({ id: app.context.newId(), operation }))
  const body = { baseRevision: revision, clientId: 'tab', operations: sent }
  return (await admin.post<Saved>(`/flows/${flowId}/operations`, body)).body
}

const toSms: Operation = {
  type: 'component.update',
  componentId: 'otp',
  changes: { channel: 'sms' },
}

const restore = (flowId: string, part: object, version = 1) =>
  admin.post<Restored & ProblemDetails>(`/flows/${flowId}/versions/${version}/restore`, part)

const documentOf = async (flowId: string) =>
  (await admin.get<Flow>(`/flows/${flowId}`)).body.document

describe('publishing', () => {
  it('keeps the name and the note of the version', async () => {
    const { id } = await createOtpFlow()
    const input = { name: ' Spring ', note: 'First round' }
    const { body } = await admin.post<FlowVersion>(`/flows/${id}/publish`, input)
    expect(body).toMatchObject({ version: 1, name: 'Spring', note: 'First round' })
    const listed = await admin.get<{ items: FlowVersion[] }>(`/flows/${id}/versions`)
    expect(listed.body.items).toEqual([body])
  })

  it('refuses a name over 60 characters and a note over 500 with the path', async () => {
    const { id } = await createOtpFlow()
    for (const [path, length] of [
      ['name', 61],
      ['note', 501],
    ] as const) {
      const input = { [path]: 'x'.repeat(length) }
      const { status, body } = await admin.post<ProblemDetails>(`/flows/${id}/publish`, input)
      expect([status, body.errors?.[0]?.path]).toEqual([400, `body.${path}`])
    }
  })

  it('publishes nothing that was not looked at', async () => {
    const { id, revision } = await createOtpFlow()
    await save(id, toSms)
    const late = await admin.post<ProblemDetails>(`/flows/${id}/publish`, { revision })
    expect([late.status, late.body.code]).toEqual([412, 'revision-changed'])
  })
})

describe('edits', () => {
  it('are in words that were true then, newest first, page by page', async () => {
    const { id } = await createOtpFlow()
    await save(id, toSms)
    await save(id, { ...toSms, changes: { channel: 'whatsapp', digits: 8 } })
    await save(id, { type: 'component.move', componentId: 'phone', pageId: 'receiver', index: 0 })
    type Page = { items: FlowEdit[]; nextCursor: string | null }
    const first = (await admin.get<Page>(`/flows/${id}/edits?limit=2`)).body
    expect(first.items.map(({ text, subject, by }) => [text, subject, by])).toEqual([
      ['Moved Phone to receiver', null, admin.actor.userName],
      ['Send OTP Via and 1 more changed', 'OTP', admin.actor.userName],
    ])
    const second = (await admin.get<Page>(`/flows/${id}/edits?limit=2&cursor=${first.nextCursor}`))
      .body
    expect(second.items.map(({ text }) => text)).toEqual(['Send OTP Via: WhatsApp → SMS'])
    expect(second.nextCursor).toBeNull()
    expect((await admin.get(`/flows/${id}/authors?since=1`)).body).toEqual({
      items: [{ by: admin.actor.userName, byId: admin.actor.userId, edits: 2 }],
    })
  })
})

describe('restoring', () => {
  it('one component leaves everything else, is in the log, and can be undone', async () => {
    const { id } = await createOtpFlow()
    await admin.post(`/flows/${id}/publish`)
    await save(id, toSms, {
      type: 'component.update',
      componentId: 'phone',
      changes: { title: 'Mobile' },
    })
    const before = await documentOf(id)
    const { status, body } = await restore(id, { componentId: 'otp' })
    expect([status, body.text]).toEqual([200, 'Restored OTP from version 1'])
    const [initial, receiver] = (await documentOf(id)).pages
    expect(receiver?.components[0]).toMatchObject({ channel: 'whatsapp' })
    expect(initial?.components[0]?.title).toBe('Mobile')
    const edits = (await admin.get<{ items: FlowEdit[] }>(`/flows/${id}/edits`)).body.items
    expect(edits[0]).toMatchObject({ text: body.text, revision: body.revision })
    if (body.undo) await save(id, body.undo)
    expect(await documentOf(id)).toEqual(before)
  })

  it('all of a version and one page of it', async () => {
    const { id } = await createOtpFlow()
    await admin.post(`/flows/${id}/publish`)
    const published = await documentOf(id)
    await save(id, { type: 'page.remove', pageId: 'receiver' })
    expect((await restore(id, { pageId: 'receiver' })).body.text).toBe(
      'Restored page receiver from version 1',
    )
    expect(await documentOf(id)).toEqual(published)
    await save(id, toSms)
    await restore(id, {})
    expect(await documentOf(id)).toEqual(published)
  })

  it('what is as it was changes nothing', async () => {
    const { id, revision } = await createOtpFlow()
    await admin.post(`/flows/${id}/publish`)
    expect((await restore(id, {})).body).toEqual({ revision, text: null, undo: null })
  })

  it('a component whose page is gone says why, and writes nothing', async () => {
    const { id } = await createOtpFlow()
    await admin.post(`/flows/${id}/publish`)
    const { revision } = await save(id, { type: 'page.remove', pageId: 'receiver' })
    const { status, body } = await restore(id, { componentId: 'otp' })
    expect([status, body.code]).toEqual([422, 'not-restorable'])
    expect(body.detail).toMatch(/Restore the page instead/)
    expect((await admin.get<Flow>(`/flows/${id}`)).body.revision).toBe(revision)
  })

  it("another organisation's flow is not found; a planner may not", async () => {
    const { id } = await createOtpFlow()
    await admin.post(`/flows/${id}/publish`)
    const path = `/flows/${id}/versions/1/restore`
    const stranger = app.as({ ...admin.actor, organizationId: 'other' })
    expect((await stranger.post(path, {})).status).toBe(404)
    expect((await stranger.get(`/flows/${id}/edits`)).status).toBe(404)
    expect((await app.as('planner').post(path, {})).status).toBe(403)
  })
})
