import type { templateNames } from '#contract/flow-contract.ts'
import type { FlowDocument } from '#domain/flow/flow-schema.ts'
import { houseInspectionTemplate } from './house-inspection-template.ts'
import { lastMileDeliveryTemplate } from './last-mile-delivery-template.ts'
import { pickupTemplate } from './pickup-template.ts'

/** What a new flow can start from; the demo workspace has each of them, published. */
export const flowTemplates: Record<(typeof templateNames)[number], FlowDocument> = {
  'last-mile-delivery': lastMileDeliveryTemplate,
  pickup: pickupTemplate,
  'house-inspection': houseInspectionTemplate,
}
