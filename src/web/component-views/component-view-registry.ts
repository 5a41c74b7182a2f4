import type { Component, ComponentTypeName } from '#domain/components/component-registry.ts'
import type { ComponentView } from './component-view.ts'
import { inputView } from './input/input-view.ts'
import { otpView } from './otp/otp-view.ts'
import { viewView } from './view/view-view.ts'

type Views = { [Name in ComponentTypeName]: ComponentView<Extract<Component, { type: Name }>> }

/** Every Component Type as the Flow Builder shows it: one line each. */
const componentViews: Views = {
  otp: otpView,
  input: inputView,
  view: viewView,
}

/** How a Component Type looks; the entry named by `type` takes components of that `type`. */
export const getComponentView = (name: ComponentTypeName) =>
  componentViews[name] as unknown as ComponentView
