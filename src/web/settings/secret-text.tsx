import { CopyButton } from '#web/ui/copy-button.tsx'

/** A secret that is shown this once, to be copied. */
export const SecretText = ({ label, text }: { label: string; text: string }) => (
  <div className="flex items-start gap-2 rounded-md bg-subtle p-3 ring-1 ring-line ring-inset">
    <span className="sr-only">{label}:</span>
    <code className="min-w-0 grow select-all break-all font-mono text-ink text-xs leading-5">
      {text}
    </code>
    <CopyButton text={text} />
  </div>
)
