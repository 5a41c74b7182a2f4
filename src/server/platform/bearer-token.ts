const bearer = /^Bearer +(\S+)$/i

/** The token that a program sends; a browser never sends one by itself, unlike cookies and Basic. */
export const readBearerToken = (headers: Headers): string | undefined =>
  bearer.exec(headers.get('authorization') ?? '')?.[1]
