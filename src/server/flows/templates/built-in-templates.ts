import type { FlowDocument } from '#domain/flow/flow-schema.ts'
import { houseInspectionTemplate } from './house-inspection-template.ts'
import { lastMileDeliveryTemplate } from './last-mile-delivery-template.ts'
import { pickupTemplate } from './pickup-template.ts'

/** What every organisation can start from, by id; the demo workspace has each of them, published. */
export const builtInTemplates: ReadonlyMap<string, FlowDocument> = new Map([
  ['last-mile-delivery', lastMileDeliveryTemplate],
  ['pickup', pickupTemplate],
  ['house-inspection', houseInspectionTemplate],
])
