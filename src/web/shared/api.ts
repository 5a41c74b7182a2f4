import { createApiClient } from './api-client.ts'

/** The API client of this page. */
export const api = createApiClient((input, init) => fetch(input, init))
