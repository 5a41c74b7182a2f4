import type { Component, ComponentTypeName } from '#domain/components/component-registry.ts'
import { billView } from './bill/bill-view.ts'
import type { ComponentView } from './component-view.ts'
import { inputView } from './input/input-view.ts'
import { listView } from './list/list-view.ts'
import { otpView } from './otp/otp-view.ts'

import { photoView } from './photo/photo-view.ts'
import { selectView } from './select/select-view.ts'
import { signatureView } from './signature/signature-view.ts'
import { timerView } from './timer/timer-view.ts'
import { viewView } from './view/view-view.ts'
import { voiceView } from './voice/voice-view.ts'

type Views = { [Name in ComponentTypeName]: ComponentView<Extract<Component, { type: Name }>> }

/** Every Component Type as the Flow Builder shows it: one line each. */
const componentViews: Views = {
  otp: otpView,
  input: inputView,
  select: selectView,
  photo: photoView,
  signature: signatureView,
  voice: voiceView,
  timer: timerView,
  bill: billView,
  list: listView,
  view: viewView,
}

/** How a Component Type looks; the entry named by `type` takes components of that `type`. */
export const getComponentView = (name: ComponentTypeName) =>
  componentViews[name] as unknown as ComponentView
