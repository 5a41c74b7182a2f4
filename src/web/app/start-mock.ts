import { getMockServer } from '#web/shared/api.ts'

/** Shows how far the server in this browser is, and resolves once it answers. */
export const startMock = async (element: HTMLElement): Promise<void> => {
  const screen = document.createElement('main')
  screen.className = 'grid min-h-dvh place-content-center gap-3 p-6 text-center'
  const title = document.createElement('h1')
  title.className = 'font-semibold text-ink text-lg'
  title.textContent = 'Starting Sandi in this browser'
  const bar = document.createElement('progress')
  bar.className = 'w-72 max-w-full accent-accent'
  bar.setAttribute('aria-label', 'Start')
  const text = document.createElement('p')
  text.className = 'text-muted text-sm'
  text.setAttribute('role', 'status')
  screen.append(title, bar, text)
  element.replaceChildren(screen)

  const server = await getMockServer()
  await new Promise<void>((resolve) => {
    server.onProgress(({ fraction, doing, failure }) => {
      text.textContent = failure ?? `${doing}…`
      if (failure !== undefined) {
        title.textContent = 'Sandi can not start here'
        bar.remove()
        return
      }
      bar.value = fraction
      if (fraction === 1) resolve()
    })
  })
  screen.remove()
}
