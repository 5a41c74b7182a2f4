import { createContext, useContext, useEffect } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Builder } from '../builder.ts'
import { useBuilder } from '../builder-context.tsx'
import { mockMedia } from './answers/mock-media.ts'
import { createPreview, type Preview } from './preview.ts'
import type { PreviewState } from './run/run-tracker.ts'

const previews = new WeakMap<Builder, Preview>()

/** The preview of an open builder; it goes on where it was left when its tab is opened again. */
const getPreview = (builder: Builder): Preview => {
  const known = previews.get(builder)
  if (known !== undefined) return known
  const made = createPreview(builder, {
    now: () => Date.now(),
    fillRandom: (bytes) => void crypto.getRandomValues(bytes),
    newId: () => crypto.randomUUID(),
    storage: localStorage,
    media: mockMedia,
  })
  previews.set(builder, made)
  return made
}

/** The phones that the preview can show, in CSS pixels. */
export const phoneSizes = {
  small: { label: 'Small, 360 × 640', width: 360, height: 640 },
  medium: { label: 'Medium, 390 × 844', width: 390, height: 844 },
  large: { label: 'Large, 430 × 932', width: 430, height: 932 },
} as const

export type PhoneSize = keyof typeof phoneSizes

interface PreviewView {
  size: PhoneSize
  /** Light or dark in the phone, whatever the builder is; null is what the builder is. */
  scheme: 'light' | 'dark' | null
  /** Whether ways that were never walked are marked on the canvas. */
  marksMissed: boolean
}

/** How the preview is looked at. */
export const previewView = createStore<PreviewView>(() => ({
  size: 'medium',
  scheme: null,
  marksMissed: true,
}))

const PreviewContext = createContext<Preview | undefined>(undefined)

export const PreviewProvider = PreviewContext.Provider

/** The preview that is shown. */
export const usePreview = (): Preview => {
  const preview = useContext(PreviewContext)
  if (preview === undefined) throw new Error('usePreview outside of a PreviewProvider')
  return preview
}

/** A part of the preview's state. */
export const usePreviewState = <Part>(select: (state: PreviewState) => Part): Part =>
  useStore(usePreview().store, select)

/** The preview of the open builder, which follows the draft while something shows it. */
export const useFollowingPreview = (): Preview => {
  const builder = useBuilder()
  const preview = getPreview(builder)
  useEffect(() => {
    preview.follow()
    // A function of its own: the panel and the dock both listen, and stop at different times.
    return builder.editor.store.subscribe(() => preview.follow())
  }, [builder, preview])
  return preview
}
