import type { Way } from '#domain/flow/ways.ts'

/** What on the canvas a line of the trace is about. */
export interface TraceTarget {
  pageId: string
  componentId: string | null
  transitionId: string | null
}

/** One thing that happened in a preview, in words. */
export interface TraceNote {
  text: string
  tone: 'plain' | 'way' | 'good' | 'bad'
  target: TraceTarget | null
  /** The way that was taken, where this tells of one. */
  way: Way | null
}
