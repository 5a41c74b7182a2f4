/** Our own name for the sender's address, so that nobody outside can set it. */
export const clientAddressHeader = 'x-sandi-client-address'

/**
 * A request that says where it comes from, for the limits on signing in. Behind a proxy, which a
 * public URL tells of, that is the address which the proxy wrote last; else the socket's.
 */
export const withClientAddress = (
  request: Request,
  socketAddress: string | undefined,
  isBehindProxy: boolean,
): Request => {
  const forwarded = request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
  const address = (isBehindProxy && forwarded) || socketAddress
  const told = new Request(request)
  told.headers.delete(clientAddressHeader)
  if (address !== undefined) told.headers.set(clientAddressHeader, address)
  return told
}
