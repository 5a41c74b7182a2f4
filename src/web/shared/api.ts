import { createApiClient, type Fetch } from './api-client.ts'
import type { MockServer } from './mock-server.ts'

/** Whether this build brings its server along. */
const isMock = import.meta.env.VITE_API === 'mock'

let mock: Promise<MockServer> | undefined

/** The server in this browser; only in the mock build, and only once. */
export const getMockServer = (): Promise<MockServer> => {
  mock ??= import('./mock-server.ts').then(({ startMockServer }) => startMockServer())
  return mock
}

const send: Fetch = isMock
  ? async (input, init) => (await getMockServer()).fetch(input, init)
  : (input, init) => fetch(input, init)

/** The API client of this page: real over HTTP, or the mock. */
export const api = createApiClient(send)
