import { Maximize2, Minimize2, Moon, RotateCcw, Sun, WandSparkles } from 'lucide-react'
import { useStore } from 'zustand'
import { getTheme } from '#web/shared/theme.ts'
import { IconButton } from '#web/ui/icon-button.tsx'
import { Select } from '#web/ui/select.tsx'
import { useBuilder, useSession } from '../builder-context.tsx'
import { type PhoneSize, phoneSizes, previewView, usePreview } from './use-preview.ts'

const isDarkNow = (scheme: 'light' | 'dark' | null): boolean => {
  const theme = scheme ?? getTheme()
  return theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark'
}

/** How the phone is looked at, and where its run begins. */
export const PreviewToolbar = () => {
  const preview = usePreview()
  const builder = useBuilder()
  const { size, scheme } = useStore(previewView)
  const isDocked = useSession((session) => session.isPhoneDocked)
  const isDark = isDarkNow(scheme)
  return (
    <fieldset aria-label="Preview" className="flex items-center gap-0.5 px-2 py-1.5">
      <Select
        aria-label="Phone size"
        className="min-w-0 grow"
        value={size}
        onChange={({ target }) => previewView.setState({ size: target.value as PhoneSize })}
      >
        {Object.entries(phoneSizes).map(([name, { label }]) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </Select>
      <IconButton
        icon={isDark ? Sun : Moon}
        label={isDark ? 'Light phone' : 'Dark phone'}
        onClick={() => previewView.setState({ scheme: isDark ? 'light' : 'dark' })}
      />
      <IconButton icon={WandSparkles} label="Fill in this page" onClick={preview.fill} />
      <IconButton
        icon={RotateCcw}
        label="Start over"
        data-preview-start=""
        onClick={preview.restart}
      />
      <IconButton
        icon={isDocked ? Minimize2 : Maximize2}
        label={isDocked ? 'Phone back into the panel' : 'Phone large, on the canvas'}
        tooltipSide="left"
        className="max-lg:hidden"
        onClick={() => builder.session.setState({ isPhoneDocked: !isDocked })}
      />
    </fieldset>
  )
}
