/** Goes to where a top-up is paid: a screen of this app in the sandbox, else the provider's page. */
export const goToCheckout = (url: string, navigate: (path: string) => void): void => {
  if (url.startsWith('/')) navigate(url)
  else location.assign(url)
}
