import { Signature } from 'lucide-react'
import type { SignatureComponent } from '#domain/components/signature/signature-schema.ts'
import type { ComponentView } from '../component-view.ts'

/** The Signature component in the Flow Builder; it has no settings of its own. */
export const signatureView: ComponentView<SignatureComponent> = {
  icon: () => Signature,
  presetIcon: () => Signature,
  detail: () => 'Drawn, or the name typed',
  asksAnswer: true,
  Settings: () => null,
}
