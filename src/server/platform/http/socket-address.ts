/** Where a request comes from, as Node's server tells it. */
export const findSocketAddress = (environment: unknown): string | undefined =>
  (environment as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
    ?.socket?.remoteAddress
