import { type LayoutInput, layoutPages } from './layout-pages.ts'

// Runs beside the page, so that a large flow can be arranged without a standstill.
addEventListener('message', ({ data }: MessageEvent<LayoutInput>) => postMessage(layoutPages(data)))
